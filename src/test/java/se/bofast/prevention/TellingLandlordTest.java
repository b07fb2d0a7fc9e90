package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.prevention.Story.TODAY;
import static se.bofast.prevention.Story.html;
import static se.bofast.prevention.Story.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.count.Counting;
import se.bofast.count.Selection;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.kernel.PersonId;
import se.bofast.person.Consent.ConsentForm;
import se.bofast.person.Consent.ConsentScope;
import se.bofast.person.Consents;
import se.bofast.person.Counterpart;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.support.Contact;
import se.bofast.support.LoggingContact;
import se.bofast.support.NewContact;

/// A5: what a landlord may know, and what stops the rest.
@HouseTest
class TellingLandlordTest {

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final Landlords landlords;
    private final People people;
    private final Consents consents;
    private final LoggingContact contacts;
    private final TellingLandlord telling;
    private final Counting counting;
    private final MockMvc mvc;

    TellingLandlordTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            Landlords landlords,
            People people,
            Consents consents,
            LoggingContact contacts,
            TellingLandlord telling,
            Counting counting,
            MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.landlords = landlords;
        this.people = people;
        this.consents = consents;
        this.contacts = contacts;
        this.telling = telling;
        this.counting = counting;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Story story = new Story(board, registering, lists, mvc);
        final LandlordId landlord =
                java.util.Objects.requireNonNull(
                        board.as(
                                        coordinator,
                                        TODAY,
                                        () -> landlords.ensureAll(List.of("Provhus AB")))
                                .get("Provhus AB"));
        final PersonId anna =
                board.as(
                        coordinator,
                        TODAY,
                        () -> people.register(coordinator, NewPerson.of("Anna", "Prövad", null)));

        CaseId sentByLandlord() {
            return story.comes(
                    coordinator,
                    Story.Signal.arrears(TODAY, "Anna Prövad").from(landlord).about(anna));
        }

        CaseId sentByKronofogden() {
            return story.comes(
                    coordinator,
                    Story.Signal.arrears(TODAY, "Anna Prövad")
                            .from(landlord)
                            .from(SignalSource.ENFORCEMENT_AUTHORITY)
                            .of(SignalKind.PAYMENT_ORDER)
                            .about(anna));
        }

        org.springframework.mock.web.MockHttpServletResponse tell(
                CaseId id, Map<String, String> fields) {
            return story.post(coordinator, TODAY, "/arenden/" + id.value() + "/vard", fields);
        }

        TellingLandlord.View view(CaseId id) {
            return board.as(coordinator, TODAY, () -> telling.view(coordinator, id));
        }

        void consents(ConsentScope scope, @Nullable LocalDate until) {
            board.as(
                    coordinator,
                    TODAY,
                    () ->
                            consents.give(
                                    coordinator,
                                    anna,
                                    scope,
                                    Counterpart.landlord(landlord.value(), "Provhus AB"),
                                    ConsentForm.WRITTEN,
                                    TODAY.minusDays(10),
                                    until));
        }

        LoggingContact.Written calls(
                CaseId id, Contact.@Nullable Told told, @Nullable String note) {
            return calls(TODAY, id, told, note);
        }

        LoggingContact.Written calls(
                LocalDate day, CaseId id, Contact.@Nullable Told told, @Nullable String note) {
            return board.as(
                    coordinator,
                    day,
                    () ->
                            contacts.log(
                                    coordinator,
                                    id.subject(),
                                    new NewContact(
                                            Contact.With.LANDLORD,
                                            Contact.By.PHONE,
                                            Contact.Outcome.INFORMATION_GIVEN,
                                            false,
                                            TestBoard.noon(day),
                                            note,
                                            told,
                                            Set.of(),
                                            null,
                                            null)));
        }

        String page(CaseId id) {
            return text(story.get(coordinator, TODAY, "/arenden/" + id.value()));
        }
    }

    private static LoggingContact.Written refused(LoggingContact.Reason reason) {
        return new LoggingContact.Written.Refused(reason);
    }

    @Test
    void a_landlord_that_sent_the_signal_gets_a_receipt_that_is_the_same_for_known_and_unknown() {
        var at = new At();
        var known = at.sentByLandlord();
        var unknown =
                at.story.comes(
                        at.coordinator,
                        Story.Signal.arrears(TODAY, "Okänd Någon").from(at.landlord));
        assertThat(at.page(known)).contains("Inte informerad än");
        for (var id : List.of(known, unknown)) {
            assertThat(at.tell(id, Map.of("ground", "RECEIPT")).getStatus()).isEqualTo(303);
        }
        var first = at.view(known).told().getFirst();
        var second = at.view(unknown).told().getFirst();
        assertThat(first.content()).isEqualTo(second.content()).doesNotContain("Anna", "Prövad");
        assertThat(at.page(known)).contains("Informerad").doesNotContain("Inte informerad än");
    }

    @Test
    void a_landlord_that_signed_its_signal_and_stands_in_no_register_gets_its_receipt_too() {
        var at = new At();
        var id = at.story.comes(at.coordinator, Story.Signal.arrears(TODAY, "Anna Prövad"));
        var page = text(at.story.get(at.coordinator, TODAY, "/arenden/" + id.value() + "/vard"));
        assertThat(page).contains("Hyresvärden har skickat en signal i ärendet");
        assertThat(at.tell(id, Map.of("ground", "RECEIPT")).getStatus()).isEqualTo(303);
        assertThat(at.view(id).told().getFirst().to()).isEqualTo("Hyresbolaget");
    }

    @Test
    void a_landlord_that_sent_nothing_gets_no_receipt_but_may_have_general_information() {
        var at = new At();
        var id = at.sentByKronofogden();
        assertThat(at.page(id)).contains("Ej tillåtet");
        var refused = at.tell(id, Map.of("ground", "RECEIPT", "landlord", at.landlord.toString()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("Ett kvitto ges bara till den hyresvärd");
        var general =
                at.tell(
                        id,
                        Map.of(
                                "ground",
                                "GENERAL_INFORMATION",
                                "content",
                                "Anna Prövad har kontakt med oss"));
        assertThat(general.getStatus()).isEqualTo(303);
        assertThat(at.view(id).told().getFirst().content()).doesNotContain("Anna");
    }

    @Test
    void something_about_the_person_is_stopped_without_consent_and_nothing_typed_is_lost() {
        var at = new At();
        var id = at.sentByLandlord();
        var fields =
                Map.of(
                        "ground", "CONSENT",
                        "scope", "AGREED_STEPS",
                        "content", "Avbetalning från januari är överenskommen.");
        var refused = at.tell(id, fields);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused))
                .contains(
                        "inget samtycke som gäller i dag",
                        "Inget är sparat än",
                        "Avbetalning från januari är överenskommen.");
        assertThat(html(refused)).contains("/personer/" + at.anna + "/samtycke");
        assertThat(at.view(id).told()).isEmpty();
        at.consents(ConsentScope.AGREED_STEPS, null);
        assertThat(at.tell(id, fields).getStatus()).isEqualTo(303);
        assertThat(at.view(id).told()).hasSize(1);
    }

    @Test
    void a_consent_of_another_scope_or_one_that_has_ended_is_none() {
        var at = new At();
        var id = at.sentByLandlord();
        at.consents(ConsentScope.JOINT_VISIT, null);
        at.consents(ConsentScope.AGREED_STEPS, TODAY.minusDays(1));
        assertThat(
                        at.tell(
                                        id,
                                        Map.of(
                                                "ground", "CONSENT",
                                                "scope", "AGREED_STEPS",
                                                "content", "Plan."))
                                .getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_duty_names_its_law_and_a_necessity_its_reason() {
        var at = new At();
        var id = at.sentByLandlord();
        var fields = new HashMap<>(Map.of("ground", "DUTY", "content", "Uppgift om skulden."));
        assertThat(text(at.tell(id, fields))).contains("Skriv lagen och paragrafen");
        fields.put("note", "SoL 15 kap. 8 §");
        assertThat(at.tell(id, fields).getStatus()).isEqualTo(303);
        fields.put("ground", "NECESSARY");
        fields.put("note", "behövs");
        assertThat(text(at.tell(id, fields))).contains("Ett par ord räcker inte");
    }

    @Test
    void a_contact_that_told_about_the_person_needs_consent_or_a_ground_written_down() {
        var at = new At();
        var id = at.sentByLandlord();
        assertThat(at.calls(id, null, "Ringde."))
                .isEqualTo(refused(LoggingContact.Reason.TELLING_UNSAID));
        assertThat(at.calls(id, Contact.Told.NOTHING_ABOUT_ANYONE, null))
                .isInstanceOf(LoggingContact.Written.Done.class);
        assertThat(at.calls(id, Contact.Told.AGREED_STEPS, "Planen är klar."))
                .isEqualTo(refused(LoggingContact.Reason.NO_GROUND_TO_TELL));
        at.tell(
                id,
                Map.of(
                        "ground", "NECESSARY",
                        "content", "Att en plan finns",
                        "note", "Avhysningen kan bara stoppas om värden får veta."));
        assertThat(at.calls(id, Contact.Told.AGREED_STEPS, "Planen är klar."))
                .isInstanceOf(LoggingContact.Written.Done.class);
        assertThat(at.calls(TODAY.plusDays(8), id, Contact.Told.AGREED_STEPS, "Mer om planen."))
                .isEqualTo(refused(LoggingContact.Reason.NO_GROUND_TO_TELL));
    }

    @Test
    void with_consent_what_was_said_in_a_contact_is_put_on_record_as_told() {
        var at = new At();
        var id = at.sentByLandlord();
        at.consents(ConsentScope.ALL_ABOUT_HOME, null);
        assertThat(at.calls(id, Contact.Told.CONTACT_ABOUT_DEBT, null))
                .isEqualTo(refused(LoggingContact.Reason.TELLING_NOT_WRITTEN));
        assertThat(at.calls(id, Contact.Told.CONTACT_ABOUT_DEBT, "Vi har kontakt."))
                .isInstanceOf(LoggingContact.Written.Done.class);
        assertThat(at.view(id).told())
                .singleElement()
                .satisfies(told -> assertThat(told.content()).isEqualTo("Vi har kontakt."));
        assertThat(text(at.story.get(at.coordinator, TODAY, "/personer/" + at.anna)))
                .contains("Vi har kontakt.");
    }

    @Test
    void the_form_of_a_contact_says_what_is_needed_and_where_and_keeps_the_note() {
        var at = new At();
        var id = at.sentByLandlord();
        var refused =
                at.story.post(
                        at.coordinator,
                        TODAY,
                        "/kontakter/ny",
                        Map.of(
                                "arende", id.value().toString(),
                                "with", "LANDLORD",
                                "by", "PHONE",
                                "otherOutcome", "INFORMATION_GIVEN",
                                "told", "CONTACT_ABOUT_DEBT",
                                "note", "Hyresvärden fick veta att vi har kontakt.",
                                "happenedOn", "2026-11-02",
                                "happenedTime", "11.30"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused))
                .contains(
                        "Hyresvärden får inte veta något om personen utan grund",
                        "Hyresvärden fick veta att vi har kontakt.");
        assertThat(html(refused))
                .contains("/personer/" + at.anna + "/samtycke", "/arenden/" + id.value() + "/vard");
    }

    @Test
    void only_who_works_on_the_case_may_tell() {
        var at = new At();
        var id = at.sentByLandlord();
        var address = "/arenden/" + id.value() + "/vard";
        var elsewhere = at.board.employee(Role.CASEWORKER, UnitKind.ELDERLY_65);
        assertThat(at.story.get(elsewhere, TODAY, address).getStatus()).isEqualTo(404);
        var guide = at.board.employee(Role.GUIDE, UnitKind.HOUSING);
        assertThat(at.story.get(guide, TODAY, address).getStatus()).isIn(403, 404);
    }

    @Test
    void the_figure_counts_landlord_sent_signals_whichever_came_first_and_names_the_others() {
        var at = new At();
        var later = at.sentByKronofogden();
        at.story.comes(
                at.coordinator,
                Story.Signal.arrears(TODAY, "Anna Prövad").from(at.landlord).about(at.anna));
        at.story.comes(
                at.coordinator,
                Story.Signal.arrears(TODAY, "Någon Annan")
                        .from(SignalSource.NEIGHBOUR)
                        .of(SignalKind.NEIGHBOUR));
        at.story.comes(
                at.coordinator, Story.Signal.arrears(TODAY, "Tredje Person").from(at.landlord));
        at.tell(later, Map.of("ground", "RECEIPT"));
        var counted =
                at.board.as(
                        at.coordinator,
                        TODAY,
                        () ->
                                counting.of(
                                        at.coordinator,
                                        Selection.of(
                                                LocalDate.of(2026, 1, 1),
                                                LocalDate.of(2026, 12, 31))));
        var informed =
                counted.total().getOrDefault("landlordInformed", se.bofast.count.Value.NOTHING);
        assertThat(informed.part()).isEqualTo(1);
        assertThat(informed.whole()).isEqualTo(2L);
        var not = counted.total().getOrDefault("landlordNotAllowed", se.bofast.count.Value.NOTHING);
        assertThat(not.part()).isEqualTo(1);
        assertThat(not.whole()).isEqualTo(3L);
        assertThat(
                        text(
                                at.story.get(
                                        at.coordinator,
                                        TODAY,
                                        "/uppfoljning?from=2026-01-01&to=2026-12-31&source=NEIGHBOUR")))
                .contains("ej tillåtet");
    }
}
