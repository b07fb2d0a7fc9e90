package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A coordinator writes to many at once, keyboard only.
@Order(5)
class LettersTest {

    @Test
    void letters_to_all_who_wait_are_printed_once_and_sent() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Rask, Viola", 1929_03_11));
            browsing.open("/tider/nya");
            browsing.pick("Handläggare", "Maja Ekberg");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.fill("Första dagen", browsing.inDays(8));
            browsing.fill("Börjar", "10.00");
            browsing.fill("Antal", "10");
            browsing.fill("Plats", "Medborgarhuset, Torggatan 4");
            browsing.follow("Lägg ut tiderna");

            browsing.open("/utskrifter");
            browsing.follow("Skriv ut brev till flera");
            assertThat(browsing.text()).contains("Tiderna bokas när breven görs");
            var wanted = Pattern.compile("(\\d+)\\s+får brev").matcher(browsing.text());
            assertThat(wanted.find()).as("how many get a letter").isTrue();
            browsing.follow("Skriv ut");
            assertThat(browsing.asked(browsing.path() + "/lage")).doesNotContain("Rask");
            browsing.waitFor("Hämta fil 1");
            browsing.check();
            var codes = Browsing.codes(browsing.letters("Hämta fil 1", "/fil/1"));
            assertThat(codes).doesNotHaveDuplicates().hasSize(Integer.parseInt(wanted.group(1)));

            browsing.open(browsing.path());
            assertThat(browsing.text()).contains("Filen är redan hämtad");
            browsing.follow("Markera");
            assertThat(browsing.text()).contains("som skick");
        }
    }

    @Test
    void the_round_of_the_spring_is_there_to_look_back_at() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/utskrifter");
            browsing.openLinkNear("mars");
            assertThat(browsing.text()).contains("Fil 1").contains("Skickade");
        }
    }
}
