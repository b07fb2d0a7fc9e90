package se.bofast.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.dwelling.LandlordDetails;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordKind;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.person.Consent;
import se.bofast.person.Consents;
import se.bofast.person.Counterpart;
import se.bofast.person.NewPerson;
import se.bofast.person.People;

/// Contacts, visits one comes back from, and who carries whom.
@HouseTest
@RecordApplicationEvents
class ContactTest {

    private static final LocalDate TODAY = SupportHouse.TODAY;

    private final Boards boards;
    private final People people;
    private final RegisteringSignals registering;
    private final MakingSlots making;
    private final LoggingContact logging;
    private final SafeVisits visits;
    private final SupportSection section;
    private final Assignments assignments;
    private final Landlords landlords;
    private final Consents consents;

    ContactTest(
            Boards boards,
            People people,
            RegisteringSignals registering,
            MakingSlots making,
            LoggingContact logging,
            SafeVisits visits,
            SupportSection section,
            Assignments assignments,
            Landlords landlords,
            Consents consents) {
        this.boards = boards;
        this.people = people;
        this.registering = registering;
        this.making = making;
        this.logging = logging;
        this.visits = visits;
        this.section = section;
        this.assignments = assignments;
        this.landlords = landlords;
        this.consents = consents;
    }

    @Test
    void a_contact_is_told_downstream_and_reaches_the_goal(ApplicationEvents events) {
        var board = boards.make();
        var actor = board.coordinator();
        var someone = house(board, actor).someone("Anna");
        var written =
                log(board, actor, someone, call(Contact.With.TENANT, Contact.Outcome.NO_ANSWER));
        assertThat(written).isInstanceOf(LoggingContact.Written.Done.class);
        log(board, actor, someone, call(Contact.With.TENANT, Contact.Outcome.PERSONAL_CONTACT));
        log(board, actor, someone, call(Contact.With.LANDLORD, Contact.Outcome.INFORMATION_GIVEN));
        assertThat(events.stream(ContactLogged.class))
                .extracting(
                        ContactLogged::attempt,
                        ContactLogged::personalContact,
                        ContactLogged::landlordTold)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, false, false),
                        org.assertj.core.groups.Tuple.tuple(true, true, false),
                        org.assertj.core.groups.Tuple.tuple(false, false, true));
        var view = board.as(actor, TODAY, () -> section.view(actor, someone.matter()));
        assertThat(view.next()).isEqualTo(new AttemptPlan.Next.Reached(TODAY));
    }

    @Test
    void together_with_the_landlord_needs_consent() {
        var board = boards.make();
        var actor = board.coordinator();
        var landlord = landlord(board, actor);
        var someone = house(board, actor).someone(NewPerson.of("Anna", "Prövad", null), landlord);
        var visit =
                new NewContact(
                        Contact.With.TENANT,
                        Contact.By.HOME_VISIT,
                        Contact.Outcome.PERSONAL_CONTACT,
                        true,
                        TestBoard.noon(TODAY),
                        null,
                        Set.of(),
                        null,
                        null);
        assertThat(log(board, actor, someone, visit))
                .isEqualTo(new LoggingContact.Written.Refused(LoggingContact.Reason.NO_CONSENT));
        assertThat(plan(board, actor, someone, null, true))
                .isEqualTo(new SafeVisits.Planned.Refused(SafeVisits.Reason.NO_CONSENT));
        board.as(
                actor,
                TODAY,
                () ->
                        consents.give(
                                actor,
                                someone.person(),
                                Consent.ConsentScope.JOINT_VISIT,
                                Counterpart.landlord(landlord.value(), "Hyresbolaget"),
                                Consent.ConsentForm.ORAL,
                                TODAY,
                                null));
        assertThat(log(board, actor, someone, visit))
                .isInstanceOf(LoggingContact.Written.Done.class);
    }

    @Test
    void nobody_can_have_consented_where_the_landlord_is_not_known() {
        var board = boards.make();
        var actor = board.coordinator();
        var someone = house(board, actor).someone("Anna");
        assertThat(plan(board, actor, someone, null, true))
                .isEqualTo(new SafeVisits.Planned.Refused(SafeVisits.Reason.NOBODY_TO_ASK));
    }

    @Test
    void a_withdrawn_contact_stays_readable_and_counts_no_more(ApplicationEvents events) {
        var board = boards.make();
        var actor = board.coordinator();
        var someone = house(board, actor).someone("Anna");
        var done =
                (LoggingContact.Written.Done)
                        log(
                                board,
                                actor,
                                someone,
                                call(Contact.With.TENANT, Contact.Outcome.PERSONAL_CONTACT));
        board.as(
                actor,
                TODAY,
                () -> {
                    logging.withdraw(actor, done.id(), "fel ärende");
                    return null;
                });
        var view = board.as(actor, TODAY, () -> section.view(actor, someone.matter()));
        assertThat(view.contacts()).hasSize(1);
        assertThat(view.next()).isInstanceOf(AttemptPlan.Next.Try.class);
        assertThat(events.stream(ContactWithdrawn.class)).hasSize(1);
        long counted =
                board.ask(
                        actor,
                        sql ->
                                sql.sql("select count(*) from support.v_contact")
                                        .query(Long.class)
                                        .single());
        assertThat(counted).isZero();
    }

    @Test
    void another_board_does_not_know_the_contact() {
        var board = boards.make();
        var actor = board.coordinator();
        var someone = house(board, actor).someone("Anna");
        var done =
                (LoggingContact.Written.Done)
                        log(
                                board,
                                actor,
                                someone,
                                call(Contact.With.TENANT, Contact.Outcome.NO_ANSWER));
        var other = boards.make();
        var stranger = other.coordinator();
        assertThatThrownBy(() ->
                        other.as(stranger, TODAY, () -> logging.note(stranger, done.id().value())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_note_that_says_two_lets_nobody_go_alone_until_it_expires() {
        var board = boards.make();
        var actor = board.coordinator();
        var colleague = board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var someone = house(board, actor).someone("Anna");
        board.as(
                actor,
                TODAY,
                () ->
                        visits.note(
                                actor,
                                someone.matter(),
                                "Stor lös hund i hallen.",
                                true,
                                TODAY.plusDays(10)));
        assertThat(plan(board, actor, someone, null, false))
                .isEqualTo(new SafeVisits.Planned.Refused(SafeVisits.Reason.NEEDS_TWO));
        assertThat(plan(board, actor, someone, colleague, false))
                .isInstanceOf(SafeVisits.Planned.Done.class);
        var later =
                board.as(actor, TODAY.plusDays(11), () -> section.view(actor, someone.matter()));
        assertThat(later.notes()).isEmpty();
    }

    @Test
    void the_colleague_who_waits_gets_the_alarm_until_all_is_well() {
        var board = boards.make();
        var actor = board.coordinator();
        var waiting = board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var someone = house(board, actor).someone("Anna");
        var start = TestBoard.noon(TODAY);
        var planned =
                (SafeVisits.Planned.Done)
                        board.as(
                                actor,
                                TODAY,
                                () ->
                                        visits.plan(
                                                actor,
                                                someone.matter(),
                                                new SafeVisits.Plan(
                                                        actor.id(),
                                                        null,
                                                        false,
                                                        start,
                                                        Duration.ofMinutes(90),
                                                        waiting.id())));
        assertThat(overdue(waiting, start.plus(Duration.ofMinutes(89)))).isEmpty();
        assertThat(overdue(waiting, start.plus(Duration.ofMinutes(91)))).hasSize(1);
        assertThat(overdue(actor, start.plus(Duration.ofMinutes(91)))).isEmpty();
        board.as(actor, TODAY, () -> visits.checkIn(actor, planned.id()));
        assertThat(overdue(waiting, start.plus(Duration.ofMinutes(91)))).isEmpty();
    }

    @Test
    void handing_over_keeps_who_carried_whom_when() {
        var board = boards.make();
        var actor = board.coordinator();
        var someone = house(board, actor).someone("Anna");
        var unit = board.unit(UnitKind.HOUSING);
        var next = board.unit(UnitKind.ADULT_RECEPTION);
        var person = someone.person();
        assertThat(
                        board.as(
                                actor,
                                TODAY,
                                () ->
                                        assignments.start(
                                                actor, person, unit, actor.id(), "K-17", TODAY)))
                .isEqualTo(Assignments.Result.DONE);
        assertThat(
                        board.as(
                                actor,
                                TODAY,
                                () -> assignments.start(actor, person, unit, null, null, TODAY)))
                .isEqualTo(Assignments.Result.ALREADY_OPEN);
        var open = board.as(actor, TODAY, () -> assignments.of(person)).getFirst();
        assertThat(
                        board.as(
                                actor,
                                TODAY,
                                () ->
                                        assignments.handOver(
                                                actor,
                                                open.id(),
                                                next,
                                                null,
                                                TODAY.plusDays(5),
                                                actor.id())))
                .isEqualTo(Assignments.Result.DONE);
        var after = board.as(actor, TODAY, () -> assignments.of(person));
        assertThat(after).hasSize(2);
        assertThat(after.getFirst().unit()).isEqualTo(next);
        assertThat(after.getFirst().externalNumber()).isEqualTo("K-17");
        assertThat(after.getLast().endOn()).isEqualTo(TODAY.plusDays(4));
    }

    /// On the day it began nothing is closed, so the second would have taken it from the first.
    @Test
    void who_hands_over_what_was_handed_over_meanwhile_is_told() {
        var board = boards.make();
        var actor = board.coordinator();
        var person = house(board, actor).someone("Anna").person();
        var unit = board.unit(UnitKind.HOUSING);
        board.as(
                actor,
                TODAY,
                () -> assignments.start(actor, person, unit, actor.id(), null, TODAY));
        var open = board.as(actor, TODAY, () -> assignments.of(person)).getFirst();
        var first = board.employee(Role.GUIDE, UnitKind.HOUSING).id();
        var second = board.employee(Role.GUIDE, UnitKind.HOUSING).id();
        board.as(
                actor,
                TODAY,
                () -> assignments.handOver(actor, open.id(), unit, first, TODAY, actor.id()));
        assertThatThrownBy(() ->
                        board.as(
                                actor,
                                TODAY,
                                () ->
                                        assignments.handOver(
                                                actor, open.id(), unit, second, TODAY, actor.id())))
                .isInstanceOf(Conflict.class);
        assertThat(board.as(actor, TODAY, () -> assignments.of(person)).getFirst().account())
                .isEqualTo(first);
    }

    private List<SafeVisits.Row> overdue(Actor actor, Instant at) {
        return HouseClock.<List<SafeVisits.Row>, RuntimeException>at(
                at, () -> actor.reach().within(() -> visits.overdueCheckIns(actor)));
    }

    private SupportHouse house(TestBoard board, Actor actor) {
        return new SupportHouse(board, actor, people, registering, making);
    }

    private LandlordId landlord(TestBoard board, Actor actor) {
        var named =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                landlords.add(
                                        actor,
                                        LandlordDetails.of("Hyresbolaget", LandlordKind.PRIVATE)));
        return ((Landlords.Naming.Named) named).id();
    }

    private SafeVisits.Planned plan(
            TestBoard board,
            Actor actor,
            SupportHouse.Case someone,
            @org.jspecify.annotations.Nullable Actor with,
            boolean withLandlord) {
        var waiting = board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        return board.as(
                actor,
                TODAY,
                () ->
                        visits.plan(
                                actor,
                                someone.matter(),
                                new SafeVisits.Plan(
                                        actor.id(),
                                        with == null ? null : with.id(),
                                        withLandlord,
                                        TestBoard.noon(TODAY),
                                        Duration.ofMinutes(90),
                                        waiting.id())));
    }

    private LoggingContact.Written log(
            TestBoard board, Actor actor, SupportHouse.Case someone, NewContact contact) {
        return board.as(actor, TODAY, () -> logging.log(actor, someone.matter(), contact));
    }

    private static NewContact call(Contact.With with, Contact.Outcome outcome) {
        return new NewContact(
                with,
                Contact.By.PHONE,
                outcome,
                false,
                TestBoard.noon(TODAY),
                "Provanteckning.",
                Set.of(Contact.Advice.TENANCY_ADVICE),
                null,
                null);
    }
}
