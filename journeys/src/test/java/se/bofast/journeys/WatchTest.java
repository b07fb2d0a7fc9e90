package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Those who watch that the walls hold and that nothing is kept too long: the reviewer of the log,
/// the data protection officer, the archivist.
@Order(7)
class WatchTest {

    private static Browsing as(String login) {
        var browsing = new Browsing(RunningHouse.withDemo().address());
        browsing.logIn(login);
        return browsing;
    }

    @Test
    void a_reviewer_judges_what_the_rules_took_up_and_asks_a_head() {
        try (var reviewer = as("granskare")) {
            reviewer.open("/granskning");
            reviewer.openLinkNear("Pågår");
            reviewer.openLinkNear("Kerstin Holmgren");
            reviewer.pick("Chef", "Peter Wiklund");
            reviewer.fill("Fråga", "Hade Kerstin något ärende här den kvällen?");
            reviewer.follow("Skicka frågan");
            assertThat(reviewer.page().locator("body").innerText()).contains("är skickad");

            reviewer.open("/granskning/sokningar");
            reviewer.fill("Personnummer", "19710411-2380");
            reviewer.follow("Visa sökningar");

            reviewer.open("/installningar/loggranskning");
            reviewer.follow("Spara");
            reviewer.open("/mina-lasningar");
            reviewer.open("/forseglingar");
        }
        try (var head = as("chef")) {
            head.open("/granskning/fragor");
            assertThat(head.text()).contains("Hade Kerstin något ärende här den kvällen?");
            head.choose("Nej");
            head.fill("Svar", "Nej, hon hade inget med personen att göra.");
            head.follow("Skicka svaret");
        }
    }

    @Test
    void one_file_leaves_the_house_for_the_person_and_for_the_archive() {
        String person;
        try (var coordinator = as("samordnare")) {
            coordinator.given(new Browsing.Notice("Torborg Utdragare", 19_710_623));
            coordinator.follow("Till ärendet");
            person =
                    coordinator
                            .page()
                            .locator("main a[href^='/personer/']")
                            .first()
                            .getAttribute("href")
                            .replaceFirst("[?#].*", "");
            coordinator.open(person);
            coordinator.follow("Registerutdrag");
            assertThat(coordinator.text()).contains("Inget har tagits ut");
            coordinator.follow("Gör ett registerutdrag");
            assertThat(coordinator.letters("Hämta", "/fil/"))
                    .contains("Registerutdrag", "Torborg Utdragare", "7 400");
        }
        try (var archivist = as("arkivarie")) {
            archivist.open(person.replace("/personer/", "/akter/"));
            archivist.follow("Gör ett arkivpaket");
            assertThat(archivist.fetched("Hämta", "/fil/")).startsWith("PK");
        }
    }

    @Test
    void what_is_old_enough_goes_when_two_have_decided() {
        try (var archivist = as("arkivarie")) {
            archivist.open("/gallring");
            archivist.fill("Motivering", "Fem år har gått.");
            archivist.follow("Föreslå gallring");
            assertThat(archivist.text()).contains("En annan än den som föreslog ska besluta");
            archivist.openLinkNear("Fem år efter sista anteckningen");
            assertThat(archivist.text()).contains("Undanta från gallring");
        }
        try (var head = as("chef")) {
            head.open("/gallring");
            head.openLinkNear("Väntar på beslut");
            assertThat(head.text()).contains("Det här försvinner");
            head.follow("Godkänn och gallra");
            for (var i = 0; i < 60 && !head.text().contains("Gallringsprotokoll"); i++) {
                head.page().waitForTimeout(1000);
                head.open(head.path());
            }
            assertThat(head.text()).contains("Gallringsprotokoll").contains("Fingeravtryck");
        }
    }
}
