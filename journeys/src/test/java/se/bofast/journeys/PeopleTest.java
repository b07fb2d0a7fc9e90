package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What is written down about a person, keyboard only.
@Order(5)
class PeopleTest {

    @Test
    void who_lives_in_the_home_and_how_one_reaches_them() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Alm, Greta", 1928_08_23));
            browsing.follow("Till ärendet");
            browsing.follow("Till personen");
            assertThat(browsing.text()).contains("Alm, Greta");

            browsing.follow("Lägg till barn");
            browsing.choose("Barn");
            browsing.choose("Barn som bor här växelvis");
            browsing.fill("Födelseår", "2016");
            browsing.fill("Bor här från", "2025-08-01");
            browsing.fill("Hur vet du det", "Berättade vid hembesök.");
            browsing.follow("Lägg till i hushållet");
            assertThat(browsing.text()).contains("Barn som bor här växelvis");

            browsing.followIn("Ett barn", "Rätta");
            browsing.choose("Barn som har umgänge här");
            browsing.fill("Varför rättas", "Fel uppfattat.");
            browsing.follow("Spara rättelsen");
            assertThat(browsing.text()).contains("Barn som har umgänge här");

            browsing.followIn("Ett barn", "Bor inte kvar");
            browsing.fill("Sista dagen", "i dag");
            browsing.fill("Hur vet du det", "Flyttade till pappan.");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Hushållet är ändrat");

            browsing.follow("Lägg till telefon eller e-post");
            browsing.choose("Telefon");
            browsing.fill("Nummer eller adress", "070-174 06 05");
            browsing.choose("Ja");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("070");

            browsing.follow("Ändra Bostadsadress");
            browsing.fill("Gatuadress", "Nya gatan 3");
            browsing.fill("Varför", "Flyttade.");
            browsing.follow("Spara adressen");
            assertThat(browsing.text()).contains("Nya gatan 3");

            browsing.follow("Rätta Personuppgifter");
            browsing.fill("Förnamn", "Margareta");
            browsing.fill("Varför rättas", "Stavfel i anmälan.");
            browsing.follow("Spara rättelsen");
            assertThat(browsing.text()).contains("Uppgifterna är rättade");

            browsing.follow("Ändra Språk");
            browsing.pick("Språk i brev", "arabiska");
            browsing.follow("Spara");
            assertThat(browsing.text())
                    .contains("Språket är sparat")
                    .containsIgnoringCase("arabiska");
        }
    }

    @Test
    void a_consent_is_given_used_and_withdrawn() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Gran, Hilda", 1928_09_04));
            browsing.follow("Till ärendet");
            browsing.follow("Till personen");

            browsing.follow("Anteckna samtycke");
            browsing.choose("Att nämnden har kontakt om skulden");
            browsing.choose("Myndighet");
            browsing.fill("Namn", "Kronofogden");
            browsing.choose("Muntligt");
            browsing.follow("Anteckna samtycke");
            assertThat(browsing.text()).contains("Samtycket är antecknat");

            browsing.follow("Anteckna utlämnande");
            browsing.choose("Myndighet");
            browsing.fill("Namn", "Kronofogden");
            browsing.fill("Vad du berättar", "Att hyran betalas på fredag.");
            browsing.choose("Samtycke");
            browsing.pick("Samtycket ska gälla", "Att nämnden");
            browsing.follow("Anteckna utlämnande");
            assertThat(browsing.text()).contains("Att hyran betalas på fredag.");

            browsing.follow("Återkalla");
            browsing.follow("Återkalla samtycket");
            assertThat(browsing.text()).contains("Samtycket är återkallat");

            browsing.follow("Nytt uppdrag");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.follow("Starta uppdraget");
            assertThat(browsing.text()).contains("Uppdraget är startat");
            browsing.follow("Ändra Boendeenheten");
            browsing.follow("Avsluta uppdraget");
            assertThat(browsing.text()).contains("Uppdraget är avslutat");
        }
    }
}
