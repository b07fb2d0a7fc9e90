package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What is owed, planned, paid and promised in a case, keyboard only.
@Order(4)
class DebtsTest {

    @Test
    void a_debt_is_recorded_planned_and_paid() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Asp, Frida", 1928_06_11));
            browsing.follow("Till ärendet");
            browsing.follow("Ny skuld");
            browsing.pick("Hyresvärd", "Björkstadshem");
            browsing.fill("Skulden uppstod", "2026-01-01");
            browsing.fill("Belopp", "9 000");
            browsing.fill("Beloppet gäller den", "i går");
            browsing.fill("Hur vet vi det", "Meddelande från hyresvärden.");
            browsing.follow("Spara skulden");
            assertThat(browsing.text()).contains("Skulden är sparad").contains("9 000");

            browsing.follow("Ny plan");
            browsing.fill("Belopp varje månad", "3 000");
            browsing.fill("Första avbetalningen", browsing.tomorrow());
            browsing.follow("Visa planen");
            assertThat(browsing.text()).contains("3 avbetalningar");
            browsing.follow("Spara planen");
            assertThat(browsing.text()).contains("Planen är sparad");

            browsing.follow("Betalning");
            browsing.fill("Betalt belopp", "3 000");
            browsing.follow("Spara betalningen");
            assertThat(browsing.text()).contains("Kvar att betala: 6 000");

            browsing.follow("Ta tillbaka");
            browsing.fill("Varför", "Pengarna kom tillbaka.");
            browsing.follow("Ta tillbaka betalningen");
            assertThat(browsing.text()).contains("Kvar att betala: 9 000");

            browsing.follow("Nytt belopp");
            browsing.fill("Belopp", "8 500");
            browsing.fill("Hur vet vi det", "Samtal med hyresvärden.");
            browsing.follow("Spara beloppet");
            assertThat(browsing.text()).contains("8 500");

            browsing.unfold("Belopp: 2 uppgifter");
            browsing.follow("Ta tillbaka");
            browsing.fill("Varför", "Hörde fel.");
            browsing.follow("Ta tillbaka beloppet");
            assertThat(browsing.text()).contains("Det är tillbakataget");

            browsing.follow("Avsluta planen");
            browsing.fill("Varför", "Allt betalas på en gång.");
            browsing.follow("Avsluta planen");
            assertThat(browsing.text()).contains("Planen är avslutad");

            browsing.unfold("Belopp:");
            browsing.follow("Ta tillbaka skulden");
            browsing.fill("Varför", "Fel ärende.");
            browsing.follow("Ta tillbaka skulden");
            assertThat(browsing.text()).contains("Inga skulder än");
        }
    }

    @Test
    void rent_is_promised_paid_and_watched_and_debt_advice_answers() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Rönn, Ivar", 1928_07_19));
            browsing.follow("Till ärendet");
            browsing.follow("Lova hyra");
            browsing.pick("Hyresvärd", "Björkstadshem");
            browsing.fill("Hyra per månad", "7 100");
            browsing.follow("Lova");
            assertThat(browsing.text()).contains("bevakas");

            browsing.follow("Betald");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Hyran är betald");
            browsing.follow("Inte betald");
            browsing.fill("Varför", "Betalningen studsade.");
            browsing.follow("Hyran är inte betald");
            browsing.follow("Ta tillbaka");
            browsing.fill("Varför", "Personen betalar själv.");
            browsing.follow("Ta tillbaka löftet");
            assertThat(browsing.text()).contains("inte lovat att betala någon hyra");

            browsing.follow("Hänvisa till skuldrådgivning");
            browsing.choose("Ja");
            browsing.pick("Rådgivare", "Leo Sandin");
            browsing.follow("Spara hänvisningen");
            assertThat(browsing.text()).contains("Leo Sandin");
            browsing.follow("Svar och resultat");
            browsing.choose("Tog emot");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Tog emot");
        }
    }

    @Test
    void the_board_says_how_soon_a_new_debt_is_a_relapse() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("admin");
            browsing.open("/installningar");
            browsing.follow("Ändra Återfall");
            browsing.fill("Månader", "18");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Gränsen för återfall är sparad");
        }
    }
}
