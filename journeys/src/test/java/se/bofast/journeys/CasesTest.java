package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What a coordinator does in a case, keyboard only.
@Order(3)
class CasesTest {

    @Test
    void a_case_is_handed_out_visited_and_the_rent_undertaken() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Sjöberg, Malte", 1928_01_16));
            browsing.follow("Till ärendet");
            var number = browsing.number();

            browsing.follow("Fördela");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.pick("Ansvarig", "Maja Ekberg");
            browsing.follow("Fördela");
            assertThat(browsing.text()).contains("Ärendet är fördelat").contains("Maja Ekberg");

            browsing.open("/arenden/nummer/" + number);
            assertThat(browsing.text()).contains("Ärende " + number);

            browsing.follow("Åta sig hyran");
            browsing.choose("Nämnden åtar sig hyran");
            browsing.fill("Belopp", "7 400");
            browsing.fill("Vilka månader", "oktober och november");
            browsing.pick("Hyresvärd", "Björkstadshem");
            browsing.pick("Beslutsfattare", "Peter Wiklund");
            browsing.fill("Skäl", "Första skulden, och inkomsten är åter i ordning.");
            browsing.follow("Spara beslutet");
            assertThat(browsing.text()).contains("Åtagandet räddar bostaden först när");

            browsing.fill("Hur det kan visas", "REK RR12345678SE");
            browsing.follow("Åtagandet är skickat");
            assertThat(browsing.text()).contains("klockan har stannat");

            browsing.follow("Vem har sett");
            assertThat(browsing.text()).contains("Bosamordnare");
        }
    }

    @Test
    void contacts_and_visits_are_written_down() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Hägg, Tyra", 1928_02_20));
            browsing.follow("Till ärendet");

            browsing.follow("Anteckna kontakt");
            browsing.choose("Vi fick kontakt");
            browsing.choose("Telefon");
            browsing.fill("Anteckning", "Betalar på fredag.");
            browsing.follow("Spara kontakten");
            assertThat(browsing.text())
                    .contains("Kontakten är sparad")
                    .contains("Betalar på fredag");

            browsing.follow("Till akten");
            assertThat(browsing.page().inputValue("#f-note")).contains("Betalar på fredag");
            browsing.follow("Kopiera och märk");
            assertThat(browsing.text()).contains("märkt som förd till akten");
            browsing.open(browsing.href("Tillbaka"));

            browsing.follow("Ta tillbaka");
            browsing.fill("Varför", "Fel ärende.");
            browsing.follow("Ta tillbaka kontakten");
            assertThat(browsing.text()).contains("Tillbakatagen: Fel ärende.");

            browsing.follow("Notering för hembesök");
            browsing.fill("Notering", "Stor hund i hallen.");
            browsing.follow("Spara noteringen");
            assertThat(browsing.text()).contains("Stor hund i hallen.");

            browsing.follow("Planera hembesök");
            browsing.fill("Klockslag", "23.30");
            browsing.pick("Kollega som väntar", "Peter Wiklund");
            browsing.follow("Spara besöket");
            assertThat(browsing.text()).contains("Peter Wiklund väntar på besked");
            browsing.follow("Allt är väl");
            assertThat(browsing.text()).contains("Besöket är klart");
        }
    }

    @Test
    void times_are_offered_and_booked() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Lönn, Edit", 1928_05_02));
            browsing.follow("Till ärendet");
            var place = browsing.path();

            browsing.open("/tider/nya");
            browsing.pick("Handläggare", "Maja Ekberg");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.fill("Första dagen", browsing.tomorrow());
            browsing.fill("Börjar", "18.00");
            browsing.fill("Plats", "Medborgarhuset, Torggatan 4");
            browsing.follow("Lägg ut tiderna");
            assertThat(browsing.text()).contains("utlagd");

            browsing.open(place);
            browsing.follow("Boka tid");
            browsing.firstRadio();
            browsing.follow("Boka tiden");
            assertThat(browsing.text()).contains("Tiden är bokad").contains("Medborgarhuset");
            browsing.follow("Avboka");
            assertThat(browsing.text()).contains("avbokad");
        }
    }
}
