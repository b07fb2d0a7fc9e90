package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Who reaches what: teams and colleagues taken in, a case opened in an emergency, a person with a
/// protected identity.
@Order(6)
class WallsTest {

    private static Browsing as(String login) {
        var browsing = new Browsing(RunningHouse.withDemo().address());
        browsing.logIn(login);
        return browsing;
    }

    @Test
    void a_team_of_several_units_is_made_and_takes_part_in_a_case() {
        try (var admin = as("admin")) {
            admin.open("/installningar");
            admin.follow("Öppna team");
            assertThat(admin.text()).contains("Bostadsteamet");
            admin.fill("Teamets namn", "Nattlaget");
            admin.follow("Skapa team");
            admin.pick("Medarbetare", "Amal Lindh");
            admin.follow("Lägg till");
            assertThat(admin.text()).contains("Amal Lindh");

            admin.open("/installningar/roller");
            admin.pick("Roll", "Bolots");
            admin.follow("Visa");
            assertThat(admin.text()).contains("Det egna").contains("Antecknade en kontakt");

            admin.open("/installningar/omraden");
            admin.choose("Utförare");
            admin.fill("Namn", "Stadshjälpen i Björkstad");
            admin.fill("Den första enheten heter", "Stöd i hemmet");
            admin.fill("Administratörens inloggningsnamn", "finns.inte");
            admin.follow("Skapa");
            assertThat(admin.text()).contains("inget öppet konto");
        }
        try (var coordinator = as("samordnare")) {
            coordinator.given(new Browsing.Notice("Vidar Rosenkvist", 19_710_411));
            coordinator.follow("Till ärendet");
            coordinator.follow("Ta med någon");
            coordinator.pick("Team", "Nattlaget");
            coordinator.fill("Varför behövs de?", "Hembesök i kväll");
            coordinator.follow("Ta med");
            assertThat(coordinator.text()).contains("Nattlaget").contains("Hembesök i kväll");
        }
    }

    @Test
    void a_case_out_of_reach_is_opened_in_an_emergency_and_judged() {
        String number;
        try (var head = as("familj")) {
            head.open("/arenden");
            var found = Pattern.compile("\\b20\\d\\d-\\d+\\b").matcher(head.text());
            assertThat(found.find()).as("a case").isTrue();
            number = found.group();
        }
        try (var adviser = as("forsorjning")) {
            adviser.open("/arenden");
            adviser.follow("Nödöppna ett ärende");
            adviser.fill("Ärendets nummer", number);
            adviser.fill(
                    "Varför behöver du se det nu?", "Barnen står utanför en låst dörr i kväll.");
            adviser.choose("En timme");
            adviser.follow("Nödöppna");
            assertThat(adviser.text()).contains("Nödöppnat för dig till").contains(number);
            adviser.follow("Stäng när du är klar");
            adviser.follow("Stäng");
            assertThat(adviser.text()).contains("stängt för dig igen");
        }
        try (var reviewer = as("granskare")) {
            reviewer.open("/granskning/nodoppningar");
            reviewer.openLinkNear("Barnen står utanför");
            assertThat(reviewer.text()).contains("Nora Blad");
            reviewer.choose("I sin ordning");
            reviewer.fill("Varför bedömer du så?", "Ingen annan var på plats.");
            reviewer.follow("Spara bedömningen");
            assertThat(reviewer.text()).contains("Bedömningen är sparad");
        }
    }

    @Test
    void a_person_who_gets_a_protected_identity_is_gone_for_whoever_is_not_entrusted() {
        String person;
        try (var coordinator = as("samordnare")) {
            coordinator.given(new Browsing.Notice("Ingegerd Fyrvaktare", 19_690_517));
            coordinator.follow("Till ärendet");
            person =
                    coordinator
                            .page()
                            .locator("main a[href^='/personer/']")
                            .first()
                            .getAttribute("href")
                            .replaceFirst("[?#].*", "");
            coordinator.open(person);
            coordinator.follow("Markera skydd");
            coordinator.choose("Sekretessmarkering");
            coordinator.choose("Folkbokföringen");
            coordinator.fill("Varför", "Intyg från Skatteverket");
            coordinator.fill("Omprövas", coordinator.inDays(200));
            coordinator.follow("Spara");
            assertThat(coordinator.text()).contains("skyddade uppgifter från och med nu");
        }
        try (var caseworker = as("handlaggare")) {
            caseworker.openRefused(person);
            assertThat(caseworker.page().locator("body").innerText()).doesNotContain("Fyrvaktare");
        }
        try (var head = as("chef")) {
            head.open("/skyddade");
            assertThat(head.text()).doesNotContain("Fyrvaktare");
        }
    }
}
