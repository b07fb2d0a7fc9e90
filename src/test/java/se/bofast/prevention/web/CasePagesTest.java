package se.bofast.prevention.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.prevention.Story.TODAY;
import static se.bofast.prevention.Story.html;
import static se.bofast.prevention.Story.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;

/// The pages of a case: what is typed wrong stays, and says what to do.
@HouseTest
class CasePagesTest {

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final Landlords landlords;
    private final MockMvc mvc;

    CasePagesTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            Landlords landlords,
            MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.landlords = landlords;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Story story = new Story(board, registering, lists, mvc);
        final CaseId id = story.comes(coordinator, Story.Signal.arrears(TODAY, "Kim Testsson"));
        final String base = "/arenden/" + id.value();

        MockHttpServletResponse get(String below) {
            return story.get(coordinator, TODAY, base + below);
        }

        MockHttpServletResponse post(String below, Map<String, String> fields) {
            return story.post(coordinator, TODAY, base + below, fields);
        }
    }

    @Test
    void a_fact_is_recorded_in_two_steps_and_the_page_says_what_moved() {
        var at = new At();
        assertThat(at.get("/uppgift").getStatus()).isEqualTo(200);
        assertThat(at.post("/uppgift", Map.of()).getStatus()).isEqualTo(422);
        assertThat(at.post("/uppgift", Map.of("kind", "TENANT_SERVED_ON")).getStatus())
                .isEqualTo(200);
        var wrong =
                at.post(
                        "/uppgift",
                        Map.of(
                                "kind", "TENANT_SERVED_ON",
                                "value", "31/11",
                                "reason", "kvitto från värden"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(html(wrong)).contains("31/11", "kvitto från värden");
        var right =
                at.post(
                        "/uppgift",
                        Map.of(
                                "kind", "TENANT_SERVED_ON",
                                "value", "i går",
                                "reason", "kvitto från värden"));
        assertThat(right.getStatus()).isEqualTo(303);
        assertThat(text(at.get(""))).contains("kvitto från värden");
    }

    @Test
    void a_decision_without_reason_is_not_saved_and_what_was_typed_stays() {
        var at = new At();
        var missing = at.post("/utredning", Map.of("open", "no", "decidedOn", "2026-11-02"));
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(text(missing)).contains("Ett beslut utan skäl räknas inte");
        var ahead =
                at.post(
                        "/utredning",
                        Map.of(
                                "open", "no",
                                "decidedOn", "2026-11-03",
                                "reason", "Råd räcker, hon har betalat."));
        assertThat(ahead.getStatus()).isEqualTo(422);
        assertThat(text(ahead)).contains("Råd räcker, hon har betalat.");
        assertThat(
                        at.post(
                                        "/utredning",
                                        Map.of(
                                                "open", "no",
                                                "decidedOn", "2026-11-02",
                                                "reason", "Råd räcker."))
                                .getStatus())
                .isEqualTo(303);
    }

    @Test
    void an_ending_that_is_refused_keeps_the_form_and_can_be_sent_again() {
        var at = new At();
        var fields =
                new HashMap<>(
                        Map.of(
                                "outcome", "PAID_BY_TENANT",
                                "decidedOn", "2026-11-02",
                                "note", "Betalade på kvällen.",
                                "commandKey", UUID.randomUUID().toString()));
        var refused = at.post("/avsluta", fields);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused))
                .contains("Först ska det beslutas, med skäl", "Betalade på kvällen.");
        at.post(
                "/utredning",
                Map.of("open", "no", "decidedOn", "2026-11-02", "reason", "Råd räcker."));
        fields.put(
                "commandKey",
                html(refused).replaceAll("(?s).*name=\"commandKey\" value=\"([^\"]+)\".*", "$1"));
        assertThat(at.post("/avsluta", fields).getStatus()).isEqualTo(303);
        assertThat(text(at.get(""))).contains("Betalade på kvällen.");
    }

    @Test
    void an_undertaking_without_a_delegate_keeps_amount_months_and_reason() {
        var at = new At();
        var landlord =
                Objects.requireNonNull(
                        at.board
                                .as(
                                        at.coordinator,
                                        TODAY,
                                        () -> landlords.ensureAll(List.of("Provhus")))
                                .get("Provhus"));
        assertThat(text(at.get("/atagande"))).contains("Ingen har delegation");
        var refused =
                at.post(
                        "/atagande",
                        Map.of(
                                "undertake", "yes",
                                "amount", "14 320",
                                "months", "oktober 2026",
                                "landlord", landlord.toString(),
                                "decidedBy", at.coordinator.id().toString(),
                                "decidedOn", "2026-11-02",
                                "reason", "Barn i hemmet."));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("ingen giltig delegation", "Barn i hemmet.");
        assertThat(html(refused)).contains("value=\"14 320\"", "value=\"oktober 2026\"");
    }

    @Test
    void given_to_somebody_who_does_not_work_here_nothing_is_changed() {
        var at = new At();
        var stranger = boards.make().coordinator();
        var refused =
                at.post(
                        "/fordela",
                        Map.of(
                                "unit", at.board.unit(UnitKind.HOUSING).toString(),
                                "responsible", stranger.id().toString()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(at.get(""))).contains("Ingen ansvarig");
    }

    private static String hidden(MockHttpServletResponse page, String name) {
        return html(page).replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    /// Two have the page open; the second to save is told what the first did, and decides.
    @Test
    void two_who_assign_the_same_case_do_not_overrule_each_other_unknowingly() {
        var at = new At();
        var unit = at.board.unit(UnitKind.HOUSING).toString();
        var first = at.board.account(Role.CASEWORKER, UnitKind.HOUSING);
        var second = at.board.account(Role.CASEWORKER, UnitKind.HOUSING);
        var open = at.get("/fordela");
        var fields = new HashMap<String, String>();
        fields.put("unit", unit);
        fields.put("seenUnit", hidden(open, "seenUnit"));
        fields.put("seenResponsible", hidden(open, "seenResponsible"));
        fields.put("responsible", first.toString());
        assertThat(at.post("/fordela", fields).getStatus()).isEqualTo(303);

        fields.put("responsible", second.toString());
        var told = at.post("/fordela", fields);

        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(text(told)).contains("En kollega hann fördela ärendet", "Kim CASEWORKER");
        assertThat(html(told))
                .as("what was chosen is still chosen")
                .containsPattern("value=\"" + second + "\"[^>]* selected");
        assertThat(hidden(at.get("/fordela"), "seenResponsible")).isEqualTo(first.toString());
        // Saved again, now knowingly.
        fields.put("seenUnit", hidden(told, "seenUnit"));
        fields.put("seenResponsible", hidden(told, "seenResponsible"));
        assertThat(at.post("/fordela", fields).getStatus()).isEqualTo(303);
        assertThat(hidden(at.get("/fordela"), "seenResponsible")).isEqualTo(second.toString());
    }

    @Test
    void a_number_a_colleague_wrote_meanwhile_is_not_written_over() {
        var at = new At();
        var seen = Map.of("seenNumber", "", "externalNumber", "DNR-1");
        assertThat(at.post("/nummer", seen).getStatus()).isEqualTo(303);
        at.post("/nummer", Map.of("seenNumber", "", "externalNumber", "DNR-2"));
        assertThat(text(at.get(""))).contains("DNR-1").doesNotContain("DNR-2");
        at.post("/nummer", Map.of("seenNumber", "", "externalNumber", ""));
        assertThat(text(at.get(""))).contains("DNR-1");
        at.post(
                "/nummer",
                Map.of("seenNumber", hidden(at.get(""), "seenNumber"), "externalNumber", "DNR-3"));
        assertThat(text(at.get(""))).contains("DNR-3").doesNotContain("DNR-1");
    }

    @Test
    void a_step_after_a_lost_home_on_a_day_ahead_is_answered_with_a_sentence() {
        var at = new At();
        at.post(
                "/utredning",
                Map.of("open", "no", "decidedOn", "2026-11-02", "reason", "Råd räcker."));
        var ended =
                at.post(
                        "/avsluta",
                        Map.of(
                                "outcome", "EVICTED",
                                "decidedOn", "2026-10-20",
                                "executedOn", "2026-11-01",
                                "children-PERMANENT", "2"));
        assertThat(ended.getStatus()).as(text(ended)).isEqualTo(303);
        assertThat(text(at.get(""))).contains("Tak över huvudet");
        var refused = at.post("/steg", Map.of("step", "DEBT_PLAN", "doneOn", "2027-01-01"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(text(refused)).contains("Dagen ligger framåt i tiden");

        var mine = Map.of("step", "DEBT_PLAN", "doneOn", "2026-11-01", "note", "Plan klar.");
        assertThat(at.post("/steg", mine).getStatus()).isEqualTo(303);
        assertThat(at.post("/steg", mine).getStatus()).as("pressed twice").isEqualTo(303);
        var colleague =
                at.post(
                        "/steg",
                        Map.of("step", "DEBT_PLAN", "notNeeded", "yes", "note", "Behövs inte."));
        assertThat(colleague.getStatus()).isEqualTo(409);
        assertThat(text(colleague)).contains("En kollega har redan skrivit hur det gick");
        assertThat(text(at.get(""))).contains("Plan klar.").doesNotContain("Behövs inte.");
    }

    @Test
    void who_has_seen_is_linked_for_those_who_may_and_says_no_names() {
        var at = new At();
        assertThat(html(at.get(""))).contains("/logg/prevention-case/" + at.id.value());
        var log = at.story.get(at.coordinator, TODAY, "/logg/prevention-case/" + at.id.value());
        assertThat(text(log)).contains("Bosamordnare").doesNotContain("Kim COORDINATOR Skäl");
        var onCall = at.board.employee(Role.ON_CALL, UnitKind.HOUSING);
        var seen = at.story.get(onCall, TODAY, at.base);
        assertThat(seen.getStatus()).isEqualTo(200);
        assertThat(html(seen)).doesNotContain("/logg/");
    }

    @Test
    void a_case_of_another_unit_or_board_is_not_there() {
        var at = new At();
        var elsewhere = at.board.employee(Role.CASEWORKER, UnitKind.ELDERLY_65);
        var stranger = boards.make().coordinator();
        for (var below : List.of("", "/uppgift", "/utredning", "/avsluta", "/vard")) {
            assertThat(at.story.get(elsewhere, TODAY, at.base + below).getStatus())
                    .as(below)
                    .isEqualTo(404);
            assertThat(at.story.get(stranger, TODAY, at.base + below).getStatus())
                    .as(below)
                    .isEqualTo(404);
        }
    }
}
