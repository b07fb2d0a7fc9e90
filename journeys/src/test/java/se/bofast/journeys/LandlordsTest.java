package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A coordinator and the landlords: who they are, and what they may hear.
@Order(7)
class LandlordsTest {

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
            browsing.follow("Ändra Kim Provén");
            browsing.fill("Telefon", "08-465 004 91");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("08-465 004 91");
            browsing.follow("Ändra");
            browsing.fill("Gatuadress", "Värdgatan 2");
            browsing.fill("Postnummer", "123 45");
            browsing.fill("Ort", "Björkstad");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Värdgatan 2");
        }
    }
}
