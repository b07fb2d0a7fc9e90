package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What the administrator and the head of unit settle, keyboard only.
@Order(6)
class SettingsTest {

    @Test
    void a_new_colleague_gets_an_account_and_a_password_of_their_own() {
        String password;
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("admin");
            browsing.open("/installningar");
            browsing.follow("Ändra medarbetare");
            browsing.follow("Lägg till en medarbetare");
            browsing.fill("Namn", "Tore Lager");
            browsing.fill("Användarnamn", "tore.lager");
            browsing.pick("Roll", "Bosamordnare");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.follow("Skapa konto");
            password = browsing.page().locator(".code").innerText();
            browsing.follow("Jag har lämnat över det");
            assertThat(browsing.text()).contains("tore.lager").contains("Boendeenheten");
        }
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("tore.lager", password);
            assertThat(browsing.text()).contains("eget lösenord");
            browsing.fill("Nuvarande lösenord", password);
            browsing.fill("Nytt lösenord", "vinter-moln-åker-sju");
            browsing.fill("Lösenordet en gång till", "vinter-moln-åker-sju");
            browsing.follow("Byt lösenord");
            assertThat(browsing.text()).contains("Hej");
        }
    }

    @Test
    void units_delegation_and_routing_are_settled() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("admin");
            browsing.open("/installningar/enheter");
            browsing.fill("Namn", "Mottagning unga");
            browsing.pick("Slag", "Mottagning för vuxna");
            browsing.follow("Spara enhet");
            browsing.follow("Mottagning unga");
            browsing.fill("Namn", "Mottagning unga vuxna");
            browsing.follow("Spara namnet");
            assertThat(browsing.page().locator("body").innerText()).contains("nytt namn");

            browsing.open("/installningar/delegation");
            assertThat(browsing.text()).contains("4.2.2").contains("15 000");
            browsing.pick("Medarbetare", "Nora Blad");
            browsing.choose("Betalningsåtagande");
            browsing.fill("Punkt i delegationsordningen", "4.2.3");
            browsing.fill("Högsta belopp", "8 000");
            browsing.follow("Spara delegation");
            assertThat(browsing.text()).contains("4.2.3").contains("8 000");

            browsing.open("/installningar");
            browsing.follow("Ändra Fördelning av signaler");
            assertThat(browsing.text()).contains("Barn i hemmet");
            browsing.follow("Pröva");
            assertThat(browsing.text()).contains("Boendeenheten");
        }
    }
}
