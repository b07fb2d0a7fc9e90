package se.bofast.tenancy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.deadline.Finding;
import se.bofast.debt.PromiseAlarm;
import se.bofast.dwelling.ApartmentDetails;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.ApartmentPlace;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.KeepingApartments;
import se.bofast.filing.ImportKind;
import se.bofast.filing.RowError;
import se.bofast.filing.UploadId;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;
import se.bofast.placement.HousingForms;
import se.bofast.placement.Stays;

/// Leases, rents, vacancies and the way from referral to takeover, against the database.
@HouseTest
class TenancyHouseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final People people;
    private final KeepingApartments keepingApartments;
    private final Apartments apartments;
    private final KeepingLeases keeping;
    private final ReadingLeases reading;
    private final RecordingRent recording;
    private final RaisingArrears raising;
    private final OwnRents ownRents;
    private final Vacancies vacancies;
    private final HousingDay day;
    private final Referring referring;
    private final Offering offering;
    private final Stays stays;
    private final HousingForms forms;
    private final RentImport imports;

    TenancyHouseTest(
            Boards boards,
            People people,
            KeepingApartments keepingApartments,
            Apartments apartments,
            KeepingLeases keeping,
            ReadingLeases reading,
            RecordingRent recording,
            RaisingArrears raising,
            OwnRents ownRents,
            Vacancies vacancies,
            HousingDay day,
            Referring referring,
            Offering offering,
            Stays stays,
            HousingForms forms,
            RentImport imports) {
        this.boards = boards;
        this.people = people;
        this.keepingApartments = keepingApartments;
        this.apartments = apartments;
        this.keeping = keeping;
        this.reading = reading;
        this.recording = recording;
        this.raising = raising;
        this.ownRents = ownRents;
        this.vacancies = vacancies;
        this.day = day;
        this.referring = referring;
        this.offering = offering;
        this.stays = stays;
        this.forms = forms;
        this.imports = imports;
    }

    private record Scene(TestBoard board, Actor actor, ApartmentId apartment) {}

    private Scene scene() {
        var board = boards.make();
        var actor = board.employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);
        return new Scene(board, actor, apartment(board, actor, "101", "Storgatan 1"));
    }

    private ApartmentId apartment(TestBoard board, Actor actor, String number, String street) {
        return board.as(
                actor,
                TODAY,
                () ->
                        ((KeepingApartments.Keeping.Kept)
                                        keepingApartments.register(
                                                actor,
                                                new ApartmentPlace(
                                                        street,
                                                        "1101",
                                                        "11331",
                                                        "Teststad",
                                                        2,
                                                        null),
                                                ApartmentDetails.of(
                                                        number, ApartmentKind.TRIAL, null),
                                                LocalDate.of(2025, 1, 1),
                                                Money.kronor(6200)))
                                .id());
    }

    private PersonId person(Scene scene, String given) {
        return scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () -> people.register(scene.actor(), NewPerson.of(given, "Prövad", null)));
    }

    private LeaseId lease(Scene scene, PersonId person, String from) {
        return scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () ->
                                ((Kept.Done)
                                                keeping.register(
                                                        scene.actor(),
                                                        new NewLease(
                                                                scene.apartment(),
                                                                null,
                                                                List.of(person),
                                                                LeaseTerms.of(
                                                                        Tenure.TRIAL,
                                                                        LocalDate.parse(from)),
                                                                Money.kronor(6000),
                                                                "Ny hyresgäst")))
                                        .lease());
    }

    private LeaseView view(Scene scene, LeaseId lease) {
        return scene.board().as(scene.actor(), TODAY, () -> reading.view(scene.actor(), lease));
    }

    @Test
    void a_change_is_a_new_fact_and_what_was_known_stays() {
        var scene = scene();
        var lease = lease(scene, person(scene, "Anna"), "2026-01-01");
        var before = view(scene, lease);
        var changed =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY.plusDays(10),
                                () ->
                                        keeping.change(
                                                scene.actor(),
                                                lease,
                                                before.lease().fact(),
                                                before.lease()
                                                        .terms()
                                                        .letWithOthers(true)
                                                        .waiver(
                                                                LocalDate.of(2026, 1, 1),
                                                                false,
                                                                null),
                                                "Blockhyra bekräftad"));
        assertThat(changed).isEqualTo(new Kept.Done(lease));
        var after = view(scene, lease);
        assertThat(after.history()).hasSize(2);
        assertThat(
                        requireNonNull(after.knownAt(TestBoard.noon(TODAY.plusDays(5))))
                                .terms()
                                .letWithOthers())
                .isNull();
        assertThat(
                        requireNonNull(after.knownAt(TestBoard.noon(TODAY.plusDays(11))))
                                .terms()
                                .letWithOthers())
                .isTrue();
        assertThat(
                        scene.board()
                                .as(
                                        scene.actor(),
                                        TODAY,
                                        () ->
                                                keeping.change(
                                                        scene.actor(),
                                                        lease,
                                                        before.lease().fact(),
                                                        before.lease().terms().landlordTold(TODAY),
                                                        "För sent")))
                .isEqualTo(new Kept.ChangedMeanwhile());
    }

    @Test
    void an_apartment_is_let_to_one_household_at_a_time() {
        var scene = scene();
        lease(scene, person(scene, "Anna"), "2026-01-01");
        var second = person(scene, "Bo");
        assertThat(
                        scene.board()
                                .as(
                                        scene.actor(),
                                        TODAY,
                                        () ->
                                                keeping.register(
                                                        scene.actor(),
                                                        new NewLease(
                                                                scene.apartment(),
                                                                null,
                                                                List.of(second),
                                                                LeaseTerms.of(Tenure.TRIAL, TODAY),
                                                                null,
                                                                "Dubbelt"))))
                .isEqualTo(new Kept.Refused(Kept.Reason.ALREADY_LET));
    }

    @Test
    void the_clock_says_what_is_missing_and_counts_what_is_not() {
        var scene = scene();
        var lease = lease(scene, person(scene, "Anna"), "2025-02-01");
        var security =
                view(scene, lease).findings().stream()
                        .filter(found -> found.rule().id().equals(LeaseClock.SECURITY))
                        .findFirst()
                        .orElseThrow();
        assertThat(security.finding()).isInstanceOf(Finding.NotRunning.class);
        var fact = view(scene, lease).lease().fact();
        scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () ->
                                keeping.change(
                                        scene.actor(),
                                        lease,
                                        fact,
                                        view(scene, lease).lease().terms().letWithOthers(false),
                                        "Enskilt avtal"));
        var runs =
                view(scene, lease).findings().stream()
                        .filter(found -> found.rule().id().equals(LeaseClock.SECURITY))
                        .map(found -> (Finding.Runs) found.finding())
                        .findFirst()
                        .orElseThrow();
        assertThat(runs.day()).isEqualTo(LocalDate.of(2027, 2, 1));
        var list = scene.board().as(scene.actor(), TODAY, () -> day.of(scene.actor()));
        assertThat(list.clock())
                .extracting(row -> requireNonNull(row.finding()).rule().id())
                .contains(LeaseClock.SECURITY, LeaseClock.TELL_LANDLORD, LeaseClock.WARNING);
        assertThat(list.mismatches()).hasSize(1);
    }

    @Test
    void notice_leads_to_a_last_day_and_can_be_taken_back() {
        var scene = scene();
        var lease = lease(scene, person(scene, "Anna"), "2026-01-01");
        scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () ->
                                keeping.giveNotice(
                                        scene.actor(),
                                        lease,
                                        view(scene, lease).lease().fact(),
                                        TODAY,
                                        NoticeBy.TENANT,
                                        null,
                                        "Vill flytta"));
        assertThat(view(scene, lease).lease().terms().noticeLastOn())
                .isEqualTo(LocalDate.of(2027, 2, 28));
        scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () ->
                                keeping.takeNoticeBack(
                                        scene.actor(),
                                        lease,
                                        view(scene, lease).lease().fact(),
                                        "Ångrade sig"));
        assertThat(view(scene, lease).lease().terms().runsOutOn()).isNull();
    }

    @Test
    void rents_are_reckoned_paid_withdrawn_and_raised_once() {
        var scene = scene();
        var lease = lease(scene, person(scene, "Anna"), "2026-09-01");
        assertThat(view(scene, lease).ledger().balance()).isEqualTo(Money.kronor(18000));
        var entry =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () ->
                                        recording.enter(
                                                scene.actor(),
                                                lease,
                                                EntryKind.PAID_BY_TENANT,
                                                LocalDate.of(2026, 8, 31),
                                                Money.kronor(6000),
                                                null,
                                                null));
        assertThat(view(scene, lease).ledger().balance()).isEqualTo(Money.kronor(12000));
        scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () -> recording.withdraw(scene.actor(), entry, "Fel hyresgäst"));
        var ledger = view(scene, lease);
        assertThat(ledger.ledger().balance()).isEqualTo(Money.kronor(18000));
        assertThat(ledger.entries()).singleElement().matches(row -> row.withdrawnBecause() != null);
        for (var times = 0; times < 2; times++) {
            assertThat(
                            scene.board()
                                    .as(
                                            scene.actor(),
                                            TODAY,
                                            () -> raising.raise(scene.actor(), lease)))
                    .isEqualTo(RaisingArrears.Raised.DONE);
        }
        int signals =
                scene.board()
                        .ask(
                                scene.board().coordinator(),
                                sql ->
                                        sql.sql("select count(*) from intake.signal")
                                                .query(Integer.class)
                                                .single());
        assertThat(signals).isEqualTo(1);
    }

    @Test
    void the_boards_own_rent_rings_until_it_is_paid() {
        var scene = scene();
        var month = YearMonth.of(2026, 12);
        var near = LocalDate.of(2026, 11, 27);
        var due =
                scene.board()
                        .as(
                                scene.actor(),
                                near,
                                () -> ownRents.of(scene.actor(), scene.apartment(), month));
        assertThat(due.dueOn()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(due.alarm()).isEqualTo(PromiseAlarm.WITHIN_FIVE_DAYS);
        assertThat(
                        scene.board()
                                .as(
                                        scene.actor(),
                                        LocalDate.of(2026, 12, 1),
                                        () -> ownRents.of(scene.actor(), scene.apartment(), month))
                                .alarm())
                .isEqualTo(PromiseAlarm.MISSED);
        scene.board()
                .as(
                        scene.actor(),
                        near,
                        () -> {
                            ownRents.pay(
                                    scene.actor(), scene.apartment(), month, near, due.amount());
                            return "";
                        });
        assertThat(
                        scene.board()
                                .as(
                                        scene.actor(),
                                        near,
                                        () -> ownRents.of(scene.actor(), scene.apartment(), month))
                                .alarm())
                .isEqualTo(PromiseAlarm.PAID);
    }

    private static OwnRents.Bill bill(Scene scene, OwnRents rents, YearMonth month) {
        return scene.board().as(scene.actor(), TODAY, () -> rents.bill(scene.actor(), null, month));
    }

    @Test
    void all_rents_to_a_landlord_are_paid_in_one_go_and_taken_back_in_one() {
        var scene = scene();
        var other = apartment(scene.board(), scene.actor(), "102", "Storgatan 2");
        apartment(scene.board(), scene.actor(), "103", "Storgatan 3");
        var month = YearMonth.of(2026, 10);
        scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () -> {
                            ownRents.pay(scene.actor(), other, month, TODAY, Money.kronor(6100));
                            return "";
                        });
        var seen = bill(scene, ownRents, month);
        assertThat(seen.dues()).hasSize(3);
        assertThat(seen.unpaid()).hasSize(2);
        assertThat(seen.left()).isEqualTo(Money.kronor(12_400));
        assertThat(seen.alarm()).isEqualTo(PromiseAlarm.MISSED);

        var paid =
                (OwnRents.PayingAll.Done)
                        scene.board()
                                .as(
                                        scene.actor(),
                                        TODAY,
                                        () ->
                                                ownRents.payAll(
                                                        scene.actor(),
                                                        null,
                                                        month,
                                                        TODAY,
                                                        seen.seen()));
        assertThat(paid.rents()).isEqualTo(2);
        assertThat(paid.sum()).isEqualTo(Money.kronor(12_400));
        assertThat(bill(scene, ownRents, month).unpaid()).isEmpty();
        assertThat(
                        scene.board()
                                .as(
                                        scene.actor(),
                                        TODAY,
                                        () ->
                                                ownRents.payAll(
                                                        scene.actor(),
                                                        null,
                                                        month,
                                                        TODAY,
                                                        seen.seen())))
                .as("what was looked at is no longer so")
                .isInstanceOf(OwnRents.PayingAll.ChangedMeanwhile.class);

        for (var turn = 0; turn < 2; turn++) {
            assertThat(
                            scene.board()
                                    .as(
                                            scene.actor(),
                                            TODAY,
                                            () ->
                                                    ownRents.takeAllBack(
                                                            scene.actor(),
                                                            requireNonNull(paid.together()),
                                                            "Fel månad")))
                    .isEqualTo(month);
        }
        assertThat(bill(scene, ownRents, month).unpaid())
                .as("what was paid alone stays paid")
                .hasSize(2);
        assertThat(
                        scene.board()
                                .as(
                                        scene.actor(),
                                        TODAY,
                                        () -> ownRents.bills(scene.actor(), month)))
                .singleElement()
                .satisfies(each -> assertThat(each.sum()).isEqualTo(Money.kronor(18_600)));
    }

    @Test
    void a_list_of_payments_is_laid_on_who_rented_and_taken_back() {
        var scene = scene();
        var lease = lease(scene, person(scene, "Anna"), "2026-09-01");
        var reception =
                new ImportKind.Reception(
                        new UploadId(new java.util.UUID(7, 7)),
                        imports.senders().getFirst(),
                        TestBoard.noon(TODAY),
                        TODAY);
        var paid = new ImportKind.ReadRow<>(2, line("101", "2026-08-31"));
        var lost = new ImportKind.ReadRow<>(3, line("999", "2026-08-31"));
        var early = new ImportKind.ReadRow<>(4, line("101", "2025-03-01"));
        assertThat(
                        scene.board()
                                .as(
                                        scene.actor(),
                                        TODAY,
                                        () ->
                                                imports.faults(
                                                        reception, List.of(paid, lost, early))))
                .extracting(RowError::rowNumber, RowError::messageKey)
                .containsExactly(
                        tuple(3, "tenancy.import.noApartment"), tuple(4, "tenancy.import.noLease"));
        var first =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () -> imports.accept(scene.actor(), reception, List.of(paid)));
        var again =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () -> imports.accept(scene.actor(), reception, List.of(paid)));
        assertThat(again.getFirst().same()).isTrue();
        assertThat(view(scene, lease).ledger().balance()).isEqualTo(Money.kronor(12000));
        scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () -> {
                            imports.undo(
                                    scene.actor(), List.of(first.getFirst().result()), "Fel lista");
                            return "";
                        });
        assertThat(view(scene, lease).ledger().balance()).isEqualTo(Money.kronor(18000));
    }

    private static RentLine line(String apartment, String day) {
        return new RentLine(
                apartment, "Lägenhet", LocalDate.parse(day), Money.kronor(6000), "OCR 1");
    }

    /// Held since 1 January 2025, let from 1 January 2026: a year empty costs twelve rents.
    @Test
    void days_without_a_lease_cost_the_rent_to_the_landlord() {
        var scene = scene();
        lease(scene, person(scene, "Anna"), "2026-01-01");
        var empty =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () -> vacancies.of(scene.actor(), scene.apartment()));
        assertThat(empty).hasSize(1);
        assertThat(empty.getFirst().days()).isEqualTo(365);
        assertThat(empty.getFirst().cost()).isEqualTo(Money.kronor(12 * 6200));
        assertThat(empty.getFirst().isNow()).isFalse();
    }

    @Test
    void from_referral_to_a_lease_of_ones_own() {
        var scene = scene();
        var board = scene.board();
        var actor = scene.actor();
        var anna = person(scene, "Anna");
        var bo = person(scene, "Bo");
        var first = LocalDate.of(2025, 10, 1);
        var annas =
                board.as(
                        actor,
                        first,
                        () ->
                                referring.refer(
                                        actor, anna, first, first, Needs.NONE, "Bor på härbärge"));
        var needsThree =
                new Needs(
                        Set.of(), 3, null, null, false, false, false, false, null, List.of(),
                        List.of(), false, null, null);
        board.as(
                actor,
                first,
                () ->
                        referring.refer(
                                actor, bo, first.minusDays(30), null, needsThree, "Tre barn"));
        var found = board.as(actor, first, () -> offering.candidates(actor, scene.apartment()));
        assertThat(found.candidates())
                .extracting(ReferralView.Candidate::id)
                .containsExactly(annas);
        assertThat(found.others().getFirst().fit().with(Fit.Verdict.NOT_MET))
                .extracting(Fit.Answer::need)
                .containsExactly(Needs.Need.ROOMS);
        assertThat(
                        board.as(
                                actor,
                                first,
                                () ->
                                        offering.offer(
                                                actor,
                                                annas,
                                                scene.apartment(),
                                                first.plusDays(7),
                                                "Har väntat längst av dem den passar")))
                .isEqualTo(new Offering.Step.Done());
        assertThat(
                        board.as(
                                actor,
                                first,
                                () -> offering.candidates(actor, scene.apartment()).offered()))
                .isTrue();
        assertThat(step(scene, annas, Way.Kind.ACCEPTED, first)).isTrue();
        assertThat(step(scene, annas, Way.Kind.KEY, first.plusDays(1))).isTrue();
        var moved = first.plusDays(2);
        assertThat(
                        board.as(
                                actor,
                                moved,
                                () ->
                                        offering.moveIn(
                                                actor,
                                                annas,
                                                moved,
                                                LeaseTerms.of(Tenure.TRIAL, moved),
                                                List.of(),
                                                Money.kronor(6000))))
                .isEqualTo(new Offering.Step.Done());
        var lease = board.as(actor, moved, () -> referring.view(actor, annas)).lease();
        assertThat(requireNonNull(lease).apartment()).isEqualTo(scene.apartment());
        assertThat(board.as(actor, moved, () -> stays.of(anna)))
                .singleElement()
                .matches(stay -> stay.form().equals(form(scene, "TRIAL")));
        assertThat(step(scene, annas, Way.Kind.LANDLORD_MEETING, moved.plusMonths(9))).isTrue();
        var last = LocalDate.of(2026, 10, 31);
        assertThat(
                        board.as(
                                actor,
                                TODAY,
                                () ->
                                        offering.takeOver(
                                                actor, annas, last, Money.kronor(6300), "Överens")))
                .isEqualTo(new Offering.Step.Done());
        var own = board.as(actor, TODAY, () -> referring.view(actor, annas));
        assertThat(own.referral().way().state()).isEqualTo(Way.State.TAKEN_OVER);
        assertThat(requireNonNull(own.lease()).terms().tenure()).isEqualTo(Tenure.FIRST_HAND);
        assertThat(requireNonNull(own.lease()).terms().startOn()).isEqualTo(last.plusDays(1));
        assertThat(view(scene, lease.id()).lease().terms().endCause())
                .isEqualTo(LeaseEnd.TAKEN_OVER);
        // From then on the rent is paid to the landlord, and is no arrear at the board.
        var ledger = view(scene, requireNonNull(own.lease()).id()).ledger();
        assertThat(ledger.months()).isEmpty();
        assertThat(ledger.arrears().isPositive()).isFalse();
        assertThat(board.as(actor, TODAY, () -> stays.homes(anna, TODAY)))
                .singleElement()
                .matches(stay -> stay.form().equals(form(scene, "OWN_LEASE")));
        assertThat(
                        board.as(
                                actor,
                                TODAY,
                                () ->
                                        apartments
                                                .find(scene.apartment())
                                                .orElseThrow()
                                                .isHeldOn(TODAY)))
                .isFalse();
    }

    private se.bofast.placement.FormId form(Scene scene, String code) {
        return scene.board().as(scene.actor(), TODAY, () -> forms.coded(code).id());
    }

    private boolean step(Scene scene, ReferralId id, Way.Kind kind, LocalDate on) {
        return scene.board()
                .as(
                        scene.actor(),
                        on,
                        () ->
                                offering.step(scene.actor(), id, kind, on, null, null, null)
                                        .isDone());
    }

    @Test
    void who_does_not_carry_the_tenant_gets_no_lease_to_see() {
        var scene = scene();
        var lease = lease(scene, person(scene, "Anna"), "2026-01-01");
        var stranger = scene.board().employee(Role.CASEWORKER, UnitKind.ADULT_RECEPTION);
        assertThatThrownBy(() ->
                        scene.board().as(stranger, TODAY, () -> reading.view(stranger, lease)))
                .isInstanceOf(NotFound.class);
    }

    /// A hidden tenant's lease does not exist for who is not entrusted, and the apartment is still
    /// let.
    @Test
    void a_hidden_tenant_hides_the_lease_and_not_the_letting() {
        var scene = scene();
        var hidden =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () ->
                                        people.register(
                                                scene.actor(),
                                                NewPerson.of("Cia", "Prövad", null)
                                                        .protectedBy(Protection.MARKED)));
        var lease = lease(scene, hidden, "2026-01-01");
        var other = scene.board().employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);
        assertThatThrownBy(() -> scene.board().as(other, TODAY, () -> reading.view(other, lease)))
                .isInstanceOf(NotFound.class);
        assertThat(
                        scene.board()
                                .as(
                                        other,
                                        TODAY,
                                        () -> offering.candidates(other, scene.apartment()).let()))
                .isTrue();
    }
}
