package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Where somebody lives: written, refused where it cannot be, moved as a household, asked about
/// where nobody knows; and the lists it gives.
@Order(6)
class HousingTest {

    @Test
    void a_family_from_the_shelter_to_a_flat_and_who_comes_first() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Lind, Harriet", 1941_03_12));
            browsing.follow("Till ärendet");
            browsing.follow("Till personen");
            browsing.follow("Lägg till barn");
            browsing.choose("Barn");
            browsing.choose("Barn som bor här hela tiden");
            browsing.fill("Bor här från", "2025-08-01");
            browsing.fill("Förnamn", "Lovis");
            browsing.fill("Efternamn", "Lind");
            browsing.fill("Hur vet du det", "Berättade vid hembesök.");
            browsing.follow("Lägg till i hushållet");

            browsing.follow("Allt om boendet");
            assertThat(browsing.text()).contains("Inget boende är inskrivet");
            stay(browsing, "Härbärge", browsing.inDays(-60));
            assertThat(browsing.text()).contains("Boendet är inskrivet");

            stay(browsing, "Akutboende", browsing.inDays(-30));
            assertThat(browsing.text()).contains("Ingen sover på två ställen");
            browsing.follow("Avsluta det andra och spara");
            assertThat(browsing.text()).contains("Boendet är inskrivet");

            browsing.followIn("Akutboende", "Avsluta");
            browsing.fill("Sista natten", browsing.inDays(-20));
            browsing.pick("Varför tog det slut", "Flyttade vidare");
            browsing.follow("Avsluta");
            assertThat(browsing.text()).contains("vet vi inte var personen sover");
            browsing.follow("Vet inte");
            assertThat(browsing.text()).contains("Nu står det att ingen vet");

            browsing.followIn("Härbärge", "Rätta");
            browsing.fill("Första natten", browsing.inDays(-61));
            browsing.fill("Varför ändras det", "Härbärget hade en annan dag.");
            browsing.follow("Spara rättelsen");
            assertThat(browsing.text()).contains("Boendet är rättat");
            browsing.unfold("Så har uppgifterna ändrats");
            assertThat(browsing.text()).contains("Härbärget hade en annan dag.");

            browsing.follow("Flytta");
            browsing.pick("Boendeform där de flyttar in", "Träningslägenhet");
            browsing.fill("Första natten i det nya", browsing.inDays(-2));
            browsing.pick("Varför tog det gamla slut", "Flyttade vidare");
            browsing.fill("Väntas ta slut", browsing.inDays(40));
            browsing.follow("Flytta");
            assertThat(browsing.text()).contains("2 personer har flyttat");

            browsing.followIn("Okänt", "Ta bort");
            browsing.fill("Varför ändras det", "Hon berättade att hon var hos en vän.");
            browsing.follow("Ta bort");
            assertThat(browsing.text()).contains("Boendet är borttaget");
            browsing.follow("Fyll i");
            browsing.pick("Boendeform", "Hos vänner");
            browsing.pick("Varför tog det slut", "Flyttade vidare");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Boendet är inskrivet");

            browsing.open("/boendekedjan?whose=ALL");
            browsing.pick("Vems", "Hela nämnden");
            browsing.pick("Visa som", "Tabell");
            browsing.follow("Visa");
            assertThat(browsing.text()).contains("Lind, Harriet");

            browsing.follow("Osäkert boende");
            browsing.pick("Vems", "Hela nämnden");
            browsing.follow("Visa");
            browsing.followIn("Lind, Harriet", "Skriv in hjälp");
            browsing.choose("Bolots");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Hjälpen är inskriven");
            browsing.pick("Vems", "Hela nämnden");
            browsing.follow("Visa");
            browsing.followIn("Lind, Harriet", "Skriv hur det gick");
            browsing.choose("fick en ny bostad");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Resultatet är inskrivet");
            browsing.follow("Målgrupper");
            assertThat(browsing.text()).contains("Riskerar vräkning");
        }
    }

    private static void stay(Browsing browsing, String form, String from) {
        browsing.follow("Lägg till boende");
        browsing.pick("Boendeform", form);
        browsing.fill("Första natten", from);
        browsing.follow("Spara");
    }

    @Test
    void a_form_of_ones_own_and_how_a_form_counts_from_a_day() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/installningar");
            browsing.open("/installningar/boendeformer");
            assertThat(browsing.text()).contains("Träningslägenhet").contains("Stadigvarande");
            browsing.follow("Lägg till en egen form");
            browsing.fill("Namn", "Kyrkans nattvila");
            browsing.pick("Steg", "Härbärge");
            browsing.fill("Varför", "Öppnade i vinter.");
            browsing.follow("Lägg till");
            assertThat(browsing.text()).contains("Boendeformen är tillagd");
            browsing.openLinkNear("Kyrkans nattvila");
            browsing.fill("Namn", "Kyrkans natthärbärge");
            browsing.fill("Varför", "Bytte namn.");
            browsing.follow("Spara ändringen");
            assertThat(browsing.text()).contains("Boendeformen är ändrad");
            browsing.openLinkNear("Kyrkans natthärbärge");
            assertThat(browsing.text()).contains("Bytte namn.");
        }
    }
}
