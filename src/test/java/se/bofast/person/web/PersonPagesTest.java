package se.bofast.person.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.prevention.Story.TODAY;
import static se.bofast.prevention.Story.html;
import static se.bofast.prevention.Story.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.PersonId;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;
import se.bofast.person.TestNumbers;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;

/// The pages of a person, through the browser's door.
@HouseTest
class PersonPagesTest {

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final Landlords landlords;
    private final People people;
    private final MockMvc mvc;

    PersonPagesTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            Landlords landlords,
            People people,
            MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.landlords = landlords;
        this.people = people;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Actor other = board.coordinator();
        final Story story = new Story(board, registering, lists, mvc);

        PersonId person(NewPerson person) {
            return board.as(coordinator, TODAY, () -> people.register(coordinator, person));
        }

        /// Registered by a colleague, who is entrusted with whom they register.
        PersonId personOfAnother(NewPerson person) {
            return board.as(other, TODAY, () -> people.register(other, person));
        }

        PersonId anna() {
            return person(NewPerson.of("Anna", "Prövad", TestNumbers.next()));
        }

        MockHttpServletResponse get(String address) {
            return story.get(coordinator, TODAY, address);
        }

        MockHttpServletResponse post(String address, Map<String, String> fields) {
            return story.post(coordinator, TODAY, address, fields);
        }
    }

    private static String hidden(MockHttpServletResponse page, String name) {
        return html(page).replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void somebody_unknown_is_registered_gets_a_reserve_number_and_then_a_real_one() {
        var at = new At();
        var fields =
                new HashMap<>(
                        Map.of(
                                "protection",
                                "NONE",
                                "language",
                                "sv",
                                "given",
                                "Anna",
                                "unknown",
                                "yes"));
        assertThat(text(at.post("/personer/ny", fields))).contains("Ta bort krysset");
        fields.remove("given");
        fields.put("reserve", "yes");
        var made = at.post("/personer/ny", fields);
        assertThat(made.getStatus()).isEqualTo(303);
        var page = java.util.Objects.requireNonNull(made.getRedirectedUrl());
        assertThat(text(at.get(page)))
                .contains("Okänd person 1", "Reservnummer R-2026-00001-", "Byt nummer")
                .doesNotContain("Ge reservnummer");

        // The reserve number is no mistake, so it is not corrected away.
        var correct =
                new HashMap<>(
                        Map.of(
                                "seen", hidden(at.get(page + "/uppgifter"), "seen"),
                                "number", TestNumbers.next().written(),
                                "reason", "Känt nu"));
        assertThat(text(at.post(page + "/uppgifter", correct))).contains("Använd Byt nummer");

        var form = at.get(page + "/nummer");
        var change =
                new HashMap<>(
                        Map.of(
                                "seen", hidden(form, "seen"),
                                "number", "R-2026-00001-0",
                                "fromOn", "2027-01-01"));
        var wrong = at.post(page + "/nummer", change);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong))
                .contains(
                        "Ett reservnummer ges av systemet",
                        "Dagen har inte kommit än",
                        "Skriv varför");
        var number = TestNumbers.next();
        change.put("number", number.written());
        change.put("fromOn", "2026-11-01");
        change.put("reason", "Visade legitimation");
        assertThat(at.post(page + "/nummer", change).getStatus()).isEqualTo(303);
        assertThat(text(at.get(page)))
                .contains(
                        "Tidigare nummer",
                        "Reservnummer R-2026-00001-",
                        "Personnummer " + number.written(),
                        "Visade legitimation",
                        "Numret var aldrig personens");
        var strike =
                html(at.get(page))
                        .replaceAll("(?s).*href=\"([^\"]*/nummer/[0-9a-f-]{36})\".*", "$1");
        var asked = at.get(strike);
        assertThat(text(asked)).contains("Stryk ett tidigare nummer", "Reservnummer R-2026-00001-");
        assertThat(at.post(strike, Map.of("seen", hidden(asked, "seen"))).getStatus())
                .isEqualTo(422);
        assertThat(
                        at.post(
                                        strike,
                                        Map.of(
                                                "seen",
                                                hidden(asked, "seen"),
                                                "reason",
                                                "Fel person"))
                                .getStatus())
                .isEqualTo(303);
        assertThat(text(at.get(page))).doesNotContain("Tidigare nummer");
        assertThat(at.get(strike).getStatus()).isEqualTo(404);
    }

    @Test
    void who_works_outdoors_registers_somebody_unknown_and_changes_nobody() {
        var at = new At();
        var outreach = at.board.employee(Role.OUTREACH, UnitKind.OUTREACH);
        var found = text(at.story.get(outreach, TODAY, "/personer"));
        assertThat(found).contains("Registrera okänd person").doesNotContain("Registrera person");
        var made = at.story.post(outreach, TODAY, "/personer/okand", Map.of());
        assertThat(made.getStatus()).isEqualTo(303);
        var page = java.util.Objects.requireNonNull(made.getRedirectedUrl());
        assertThat(text(at.story.get(outreach, TODAY, page)))
                .contains("Okänd person 1")
                .doesNotContain("Ge reservnummer", "Lägg till nummer");
        assertThat(at.story.get(outreach, TODAY, page + "/nummer").getStatus()).isEqualTo(404);
    }

    @Test
    void an_identity_is_corrected_with_a_reason_and_what_was_before_stays_to_be_read() {
        var at = new At();
        var id = at.anna();
        var form = at.get("/personer/" + id + "/uppgifter");
        var fields =
                new HashMap<>(
                        Map.of(
                                "seen", hidden(form, "seen"),
                                "given", "Anna",
                                "family", "Rättad",
                                "protection", "NONE"));
        var missing = at.post("/personer/" + id + "/uppgifter", fields);
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(html(missing)).contains("value=\"Rättad\"");
        fields.put("reason", "Bytt efternamn");
        assertThat(at.post("/personer/" + id + "/uppgifter", fields).getStatus()).isEqualTo(303);
        var page = text(at.get("/personer/" + id));
        assertThat(page).contains("Rättad, Anna", "Anna Prövad", "Bytt efternamn");

        // Who made the form before somebody else's correction is told, not overruled.
        fields.put("family", "Gammal");
        assertThat(at.post("/personer/" + id + "/uppgifter", fields).getStatus()).isEqualTo(409);
        assertThat(text(at.get("/personer/" + id))).contains("Rättad, Anna");
    }

    @Test
    void the_number_of_another_person_is_refused_and_nothing_is_lost() {
        var at = new At();
        var taken = TestNumbers.next();
        at.person(NewPerson.of("Bo", "Annan", taken));
        var id = at.anna();
        var refused =
                at.post(
                        "/personer/" + id + "/uppgifter",
                        Map.of(
                                "seen", hidden(at.get("/personer/" + id + "/uppgifter"), "seen"),
                                "given", "Anna",
                                "family", "Prövad",
                                "number", taken.written(),
                                "protection", "NONE",
                                "reason", "Fel nummer"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("Numret finns redan hos nämnden");
        assertThat(text(refused)).contains("Fel nummer");
        assertThat(html(refused)).contains("value=\"" + taken.written() + "\"");
    }

    @Test
    void a_child_joins_the_household_once_and_moves_out_on_a_day() {
        var at = new At();
        var id = at.anna();
        var fields =
                new HashMap<>(
                        Map.of(
                                "kind", "CHILD",
                                "given", "Lo",
                                "family", "Prövad",
                                "birthYear", "2019",
                                "startOn", "2026-01-01",
                                "commandKey", UUID.randomUUID().toString()));
        var missing = at.post("/personer/" + id + "/hushall", fields);
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(html(missing)).contains("value=\"2019\"", "value=\"Lo\"");
        fields.put("stay", "ALTERNATING");
        fields.put("reason", "Berättat vid besök");
        assertThat(at.post("/personer/" + id + "/hushall", fields).getStatus()).isEqualTo(303);
        assertThat(at.post("/personer/" + id + "/hushall", fields).getStatus()).isEqualTo(303);
        var page = at.get("/personer/" + id);
        assertThat(text(page).split("Barn som bor här växelvis", -1)).hasSize(2);
        assertThat(text(page)).contains("Prövad, Lo");
    }

    @Test
    void a_consent_is_given_to_a_landlord_of_the_register_and_withdrawn() {
        var at = new At();
        var id = at.anna();
        var landlord =
                at.board
                        .as(at.coordinator, TODAY, () -> landlords.ensureAll(List.of("Provhus AB")))
                        .get("Provhus AB");
        assertThat(html(at.get("/personer/" + id + "/samtycke")))
                .contains("value=\"" + landlord + "\"");
        var ahead =
                at.post(
                        "/personer/" + id + "/samtycke",
                        Map.of(
                                "scope", "AGREED_STEPS",
                                "register", String.valueOf(landlord),
                                "form", "WRITTEN",
                                "givenOn", "2026-11-03"));
        assertThat(ahead.getStatus()).isEqualTo(422);
        var given =
                at.post(
                        "/personer/" + id + "/samtycke",
                        Map.of(
                                "scope", "AGREED_STEPS",
                                "register", String.valueOf(landlord),
                                "form", "WRITTEN",
                                "givenOn", "2026-11-01"));
        assertThat(given.getStatus()).isEqualTo(303);
        var page = html(at.get("/personer/" + id));
        assertThat(page).contains("Provhus AB");
        var withdraw = page.replaceAll("(?s).*\"(/personer/[^\"]+/aterkalla)\".*", "$1");
        assertThat(at.post(withdraw, Map.of("on", "2026-10-31")).getStatus()).isEqualTo(422);
        assertThat(at.post(withdraw, Map.of("on", "2026-11-02")).getStatus()).isEqualTo(303);
        assertThat(html(at.get("/personer/" + id))).doesNotContain("/aterkalla");
    }

    @Test
    void a_disclosure_without_ground_is_refused_with_what_was_typed() {
        var at = new At();
        var id = at.anna();
        var refused =
                at.post(
                        "/personer/" + id + "/utlamnat",
                        Map.of(
                                "toKind", "LANDLORD",
                                "toName", "Provhus",
                                "ground", "CONSENT",
                                "scope", "AGREED_STEPS",
                                "content", "Att en plan finns."));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("inget samtycke som gäller i dag", "Att en plan finns.");
        var told =
                at.post(
                        "/personer/" + id + "/utlamnat",
                        Map.of(
                                "toKind", "AUTHORITY",
                                "toName", "Kronofogden",
                                "ground", "DUTY",
                                "content", "Att någon var med.",
                                "note", "UB 1 kap. 1 §"));
        assertThat(told.getStatus()).isEqualTo(303);
        assertThat(text(at.get("/personer/" + id))).contains("Att någon var med.", "Kronofogden");
    }

    @Test
    void a_protected_person_is_not_there_for_who_may_not_see_them() {
        var at = new At();
        var id =
                at.personOfAnother(
                        NewPerson.of("Gömd", "Hemligsson", TestNumbers.next())
                                .protectedBy(Protection.MARKED));
        for (var below :
                List.of("", "/uppgifter", "/adress", "/samtycke", "/utlamnat", "/hushall")) {
            var answer = at.get("/personer/" + id + below);
            assertThat(answer.getStatus()).as(below).isEqualTo(404);
            assertThat(text(answer)).doesNotContain("Hemligsson");
        }
        var search = at.post("/sok", Map.of("q", "Hemligsson"));
        var found = text(at.get(String.valueOf(search.getHeader("Location"))));
        assertThat(found.replace("value", "")).doesNotContain("Hemligsson, Gömd");
        assertThat(at.story.get(at.board.unitHead(), TODAY, "/personer/" + id).getStatus())
                .isEqualTo(404);
        assertThat(text(at.story.get(at.other, TODAY, "/personer/" + id)))
                .contains("Hemligsson, Gömd", "Sekretessmarkering");
    }

    @Test
    void who_is_marked_as_protected_is_gone_for_others_at_once() {
        var at = new At();
        var id = at.anna();
        assertThat(at.story.get(at.other, TODAY, "/personer/" + id).getStatus()).isEqualTo(200);
        var marked =
                at.post(
                        "/personer/" + id + "/skydd",
                        Map.of(
                                "kind", "MARKED",
                                "source", "POPULATION_REGISTER",
                                "reviewOn", TODAY.plusMonths(3).toString(),
                                "reason", "Skatteverkets besked"));
        assertThat(marked.getHeader("Location")).isEqualTo("/personer/" + id);
        assertThat(at.get("/personer/" + id).getStatus()).isEqualTo(200);
        assertThat(at.story.get(at.other, TODAY, "/personer/" + id).getStatus()).isEqualTo(404);
    }

    @Test
    void a_language_a_colleague_changed_meanwhile_is_not_written_over() {
        var at = new At();
        var id = at.anna();
        var address = "/personer/" + id + "/sprak";
        var fields = new HashMap<String, String>();
        var open = at.get(address);
        fields.put("seenLanguage", hidden(open, "seenLanguage"));
        fields.put("seenInterpreter", hidden(open, "seenInterpreter"));
        fields.put("language", "so");
        fields.put("interpreter", "yes");
        assertThat(at.post(address, fields).getStatus()).isEqualTo(303);
        fields.put("language", "ar");
        fields.remove("interpreter");

        var told = at.post(address, fields);

        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(text(told)).contains("Nu står det somaliska, med tolk.");
        assertThat(html(told))
                .as("what was chosen is still chosen")
                .containsPattern("value=\"ar\"[^>]* selected");
        assertThat(hidden(at.get(address), "seenLanguage")).isEqualTo("so");
        fields.put("seenLanguage", hidden(told, "seenLanguage"));
        fields.put("seenInterpreter", hidden(told, "seenInterpreter"));
        fields.put("commandKey", hidden(told, "commandKey"));
        assertThat(at.post(address, fields).getStatus()).isEqualTo(303);
        assertThat(hidden(at.get(address), "seenLanguage")).isEqualTo("ar");
    }

    @Test
    void who_has_seen_a_person_is_linked_for_those_whose_role_reaches_that_far() {
        var at = new At();
        var id = at.anna();
        assertThat(html(at.get("/personer/" + id))).contains("/logg/person/" + id);
        assertThat(text(at.get("/logg/person/" + id))).contains("Bosamordnare", "Vem har sett");
        var worker = at.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var page = at.story.get(worker, TODAY, "/personer/" + id);
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(html(page)).doesNotContain("/logg/");
        assertThat(at.story.get(worker, TODAY, "/logg/person/" + id).getStatus()).isEqualTo(404);
    }
}
