package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A coordinator and the letters, one by one and to many, and whom the landlord may hear what of.
@Order(7)
class LettersTest {

    private static String inTwoWeeks() {
        return LocalDate.now(ZoneId.of("Europe/Stockholm")).plusDays(14).toString();
    }

    @Test
    void letters_are_printed_to_many_fetched_and_sent() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/signaler/ny?kind=PAYMENT_ORDER");
            browsing.fill("Personnummer", new Browsing.Notice("", 1926_03_05).number());
            browsing.fill("Namn", "Alm, Rut");
            browsing.fill("Gatuadress", "Brevgatan 3");
            browsing.fill("Postnummer", "123 45");
            browsing.fill("Ort", "Björkstad");
            browsing.fill("Belopp", "6 200");
            browsing.fill("Avsändarens namn", "Kronofogden");
            browsing.follow("Registrera");
            browsing.follow("Till ärendet");
            var place = browsing.path().replaceFirst("[?#].*", "");

            browsing.open("/tider/nya");
            browsing.pick("Handläggare", "Maja Ekberg");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.fill("Första dagen", inTwoWeeks());
            browsing.fill("Börjar", "07.00");
            browsing.fill("Plats", "Medborgarhuset, Torggatan 4");
            browsing.follow("Lägg ut tiderna");
            assertThat(browsing.text()).contains("utlagd");

            browsing.open(place + "/brev");
            browsing.follow("Inbjudan");
            browsing.page()
                    .selectOption(
                            "#f-slot",
                            new com.microsoft.playwright.options.SelectOption().setIndex(1));
            browsing.follow("Visa brevet");
            assertThat(browsing.text()).contains("Alm");
            browsing.open("/utskrifter");
            browsing.follow("Skriv ut brev till flera");
            browsing.follow("Skriv ut ");
            var run = browsing.path().replaceFirst("[?#].*", "");
            browsing.asked(run + "/lage");
            browsing.waitFor("Hämta fil 1");
            browsing.open(run);
            var file =
                    browsing.page()
                            .request()
                            .get(RunningHouse.withDemo().address() + run + "/fil/1");
            assertThat(file.headers().get("content-type")).isEqualTo("application/pdf");
            browsing.asked(run + "/fil/1?igen=ja");

            browsing.open(place + "/brev");
            assertThat(browsing.text()).contains("Hämta PDF");
            browsing.asked(browsing.href("Hämta PDF"));
            browsing.follow("Markera som skickat");
            assertThat(browsing.text()).contains("Brevet är markerat som skickat");
        }
    }

    @Test
    void what_a_landlord_hears_needs_a_ground() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Ask, Dag", 1926_04_07));
            browsing.follow("Till ärendet");
            browsing.follow("Informera hyresvärden");
            browsing.follow("Spara vad hyresvärden får veta");
            assertThat(browsing.text()).contains("Välj vad hyresvärden får veta");
        }
    }

    @Test
    void a_landlord_is_entered_with_whom_one_talks_to() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/hyresvardar");
            browsing.follow("Ny hyresvärd");
            browsing.fill("Namn", "Provhem på Höjden");
            browsing.choose("Privat bolag");
            browsing.fill("Telefon", "08-465 004 90");
            browsing.follow("Lägg upp hyresvärden");
            assertThat(browsing.text()).contains("Hyresvärden är upplagd");
            browsing.follow("Ny kontaktperson");
            browsing.fill("Namn", "Kim Provén");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Kontaktpersonen är tillagd");
        }
    }
}
