package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The homeless are counted: a round is opened, a unit answers, the result is read, the round
/// frozen and published; and the flow of the chain is looked at.
@Order(7)
class CountTest {

    @Test
    void a_round_is_opened_answered_frozen_and_published() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/matning");
            browsing.follow("Räkna en dag");
            assertThat(browsing.text()).contains("Tre definitioner bredvid varandra");
            browsing.follow("Så räknas det");
            browsing.open("/matning");
            browsing.follow("Öppna en mätning");
            browsing.fill("Mätningens namn", "Hemlöshet i höst");
            browsing.fill("Mätdag, eller första dagen", "i dag");
            browsing.fill(
                    "Enheterna svarar senast",
                    LocalDate.now(ZoneId.of("Europe/Stockholm")).plusDays(14).toString());
            browsing.tick("Boendeenheten");
            browsing.follow("Öppna mätningen");
            assertThat(browsing.text()).contains("Mätningen är öppen").contains("Svaret väntas");
            var round = path(browsing);

            browsing.open("/matning");
            browsing.follow("Hemlöshet i höst: Boendeenheten");
            var unit = path(browsing);
            browsing.open(unit + "/ny");
            assertThat(browsing.text()).contains("inte ska räknas två gånger");
            browsing.open(unit);
            if (browsing.text().contains("Inte besvarad")) {
                browsing.follow("Bekräfta listan");
            }
            browsing.follow("Skicka in listan");
            assertThat(browsing.text()).contains("Listan är inskickad");

            browsing.open(round);
            assertThat(browsing.text()).contains("Har svarat");
            browsing.follow("Resultat");
            assertThat(browsing.text()).contains("Stadens definition").contains("ETHOS Light");
            browsing.open(round + "/personer?definition=CITY&why=IN");
            browsing.open(round);
            browsing.follow("Frys mätningen");
            assertThat(browsing.text()).contains("Mätningen är fryst").contains("Kontrollsumma");
            browsing.follow("Publicera");
            browsing.follow("Det som publicerats");
            assertThat(browsing.text()).contains("som den har publicerats");

            browsing.open("/uppfoljning");
            browsing.follow("Flödet i boendekedjan");
            assertThat(browsing.text()).contains("framåt i kedjan").contains("Nätter i härbärge");
            browsing.open("/uppfoljning/flode/personer?step=SHELTER&next=TRAINING");
            assertThat(browsing.text()).contains("Härbärge");
        }
    }

    private static String path(Browsing browsing) {
        return java.net.URI.create(browsing.page().url()).getPath();
    }
}
