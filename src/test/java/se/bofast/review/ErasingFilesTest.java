package se.bofast.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Erasing;
import se.bofast.audit.ErasureOrders;
import se.bofast.audit.Retained;
import se.bofast.database.DatabaseAddress;
import se.bofast.dwelling.ApartmentDetails;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.ApartmentPlace;
import se.bofast.dwelling.Inspection;
import se.bofast.dwelling.KeepingApartments;
import se.bofast.dwelling.KeepingInspections;
import se.bofast.intake.RegisteringSignals;
import se.bofast.job.JobId;
import se.bofast.job.JobRun;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;
import se.bofast.person.Consents;
import se.bofast.person.Households;
import se.bofast.person.People;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.ClosingCase;
import se.bofast.prevention.MakingDecisions;
import se.bofast.prevention.Story;
import se.bofast.review.RetainedFile.Held;
import se.bofast.review.RetainedFile.Standing;
import se.bofast.tenancy.KeepingLeases;
import se.bofast.tenancy.LeaseEnd;
import se.bofast.tenancy.LeaseTerms;
import se.bofast.tenancy.NewLease;
import se.bofast.tenancy.Tenure;

/// Erasing, from what is due to what is left: nothing.
@HouseTest
class ErasingFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 3, 4);

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final MockMvc mvc;
    private final People people;
    private final Households households;
    private final Consents consents;
    private final MakingDecisions decisions;
    private final ClosingCase closing;
    private final ErasingFiles erasingFiles;
    private final ErasureWork work;
    private final ErasureOrders orders;
    private final RetentionPlan plan;
    private final ReadingRetention reading;
    private final Erasing erasing;
    private final List<Retained> rooms;
    private final KeepingApartments keepingApartments;
    private final KeepingInspections inspections;
    private final KeepingLeases leases;
    private final DatabaseAddress address;

    ErasingFilesTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            MockMvc mvc,
            People people,
            Households households,
            Consents consents,
            MakingDecisions decisions,
            ClosingCase closing,
            ErasingFiles erasingFiles,
            ErasureWork work,
            ErasureOrders orders,
            RetentionPlan plan,
            ReadingRetention reading,
            Erasing erasing,
            List<Retained> rooms,
            KeepingApartments keepingApartments,
            KeepingInspections inspections,
            KeepingLeases leases,
            DatabaseAddress address) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.mvc = mvc;
        this.people = people;
        this.households = households;
        this.consents = consents;
        this.decisions = decisions;
        this.closing = closing;
        this.erasingFiles = erasingFiles;
        this.work = work;
        this.orders = orders;
        this.plan = plan;
        this.reading = reading;
        this.erasing = erasing;
        this.rooms = rooms;
        this.keepingApartments = keepingApartments;
        this.inspections = inspections;
        this.leases = leases;
        this.address = address;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Actor archivist = board.employee(Role.ARCHIVIST, UnitKind.STAFF);
        final Actor officer = board.employee(Role.DATA_PROTECTION_OFFICER, UnitKind.STAFF);
        final OldLives lives =
                new OldLives(
                        board,
                        coordinator,
                        new Story(board, registering, lists, mvc),
                        people,
                        households,
                        consents,
                        decisions,
                        closing);

        List<RetainedFile> plan() {
            return board.as(archivist, TODAY, () -> plan.of(TODAY));
        }

        RetainedFile plan(OldLives.Life life) {
            return plan().stream()
                    .filter(file -> file.id().equals(life.person().value()))
                    .findFirst()
                    .orElseThrow();
        }

        UUID proposed() {
            return board.as(archivist, TODAY, () -> erasingFiles.propose(archivist, null))
                    .orElseThrow();
        }

        void approve(UUID order) {
            board.as(
                    officer,
                    TODAY,
                    () -> {
                        erasingFiles.decide(officer, order, true, null);
                        return null;
                    });
        }

        void execute(UUID order) {
            execute(new Run(order, Long.MAX_VALUE));
        }

        void execute(Run run) {
            HouseClock.<Object, RuntimeException>at(
                    TestBoard.noon(TODAY),
                    () ->
                            se.bofast.database.Reach.ofHouse(
                                            board.founded().board(), board.founded().area())
                                    .within(() -> {
                                        work.run(run);
                                        return "";
                                    }));
        }

        boolean exists(OldLives.Life life) {
            return board.ask(
                    coordinator,
                    db ->
                            db.sql("select exists (select from person.person where id = :id)")
                                    .param("id", life.person().value())
                                    .query(Boolean.class)
                                    .single());
        }
    }

    /// Dies at a step, as a machine that is switched off.
    private static final class Run implements JobRun {
        private final UUID order;
        private final long stopsAt;

        Run(UUID order, long stopsAt) {
            this.order = order;
            this.stopsAt = stopsAt;
        }

        @Override
        public JobId id() {
            return new JobId(order);
        }

        @Override
        public Map<String, String> payload() {
            return Map.of("order", order.toString());
        }

        @Override
        public long doneBefore() {
            return 0;
        }

        @Override
        public void progress(long done, long all) {
            if (done >= stopsAt) {
                throw new IllegalStateException("switched off");
            }
        }
    }

    /// Who lives with a protected person is hidden as they are: their file must go all the same.
    @Test
    void a_hidden_file_is_due_as_all_others_and_says_not_whose_it_is() {
        var at = new At();
        var life = at.lives.on(LONG_AGO);
        at.board.ask(
                at.coordinator,
                db ->
                        db.sql(
                                        "select framework.shelter(array[cast(:who as uuid)], array[cast(:because as uuid)])")
                                .param("who", life.person().value())
                                .param("because", UUID.randomUUID())
                                .query(Long.class)
                                .single());
        var line =
                at
                        .board
                        .as(
                                at.archivist,
                                TODAY,
                                () -> reading.list(at.archivist, Standing.DUE, Optional.empty()))
                        .rows()
                        .stream()
                        .filter(one -> one.file().id().equals(life.person().value()))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.hidden()).isTrue();
        assertThat(line.called()).isEmpty();
        assertThat(line.birthOn()).isNull();
    }

    @Test
    void what_is_due_goes_and_no_row_about_it_remains_anywhere() throws SQLException {
        var at = new At();
        var gone = at.lives.on(LONG_AGO);
        var stays = at.lives.on(TODAY.minusYears(2));
        var chosen = at.lives.on(LONG_AGO, LocalDate.of(1980, 5, 15), true);
        assertThat(at.plan(gone).standing(TODAY)).isEqualTo(Standing.DUE);
        assertThat(at.plan(chosen).standing(TODAY)).isEqualTo(Standing.KEPT);
        var ids = at.board.as(at.archivist, TODAY, () -> plan.owned(List.of(at.plan(gone)))).all();
        assertThat(ids).hasSize(3);
        var before = mentions(ids);
        assertThat(before.size()).isGreaterThan(35);

        var order = at.proposed();
        at.approve(order);
        at.execute(order);

        assertThat(mentions(ids)).containsExactly("audit.entry");
        assertThat(at.exists(stays)).isTrue();
        assertThat(at.exists(chosen)).isTrue();
        var over = at.board.as(at.archivist, TODAY, () -> orders.find(order)).orElseThrow();
        var ended = Objects.requireNonNull(over.end());
        assertThat(ended.erased()).isEqualTo(1);
        assertThat(ended.hash()).hasSize(64);
        assertThat(at.board.as(at.archivist, TODAY, () -> orders.counts(order)))
                .containsEntry("person.person", 1L)
                .containsEntry("prevention.prevention_case", 1L)
                .containsEntry("intake.signal", 1L)
                .containsEntry("access.entrustment", 1L);
    }

    /// An inspection is of the apartment and names nobody, but its words may.
    @Test
    void words_of_inspections_in_their_time_go_with_the_last_who_rented() {
        var at = new At();
        var gone = at.lives.on(LONG_AGO);
        var stays = at.lives.on(TODAY.minusYears(2));
        var alone = apartment(at, "1", gone.person());
        var shared = apartment(at, "2", gone.person(), stays.person());
        var inTime = inspected(at, alone, LONG_AGO.plusDays(20));
        var movedOut = inspected(at, alone, LONG_AGO.plusDays(50));
        var later = inspected(at, alone, LONG_AGO.plusDays(200));
        var together = inspected(at, shared, LONG_AGO.plusDays(20));
        at.board.ask(
                at.coordinator,
                db ->
                        db.sql("call dwelling.clear_remarks(:them)")
                                .param("them", new UUID[] {inTime.value()})
                                .update());
        assertThat(remark(at, inTime)).contains("Hål i väggen");

        var order = at.proposed();
        at.approve(order);
        at.execute(order);

        assertThat(at.exists(gone)).isFalse();
        assertThat(remark(at, inTime)).isEmpty();
        assertThat(remark(at, movedOut)).isEmpty();
        assertThat(remark(at, later)).contains("Hål i väggen");
        assertThat(remark(at, together)).contains("Hål i väggen");
    }

    private ApartmentId apartment(At at, String number, PersonId... tenants) {
        return at.board.as(
                at.coordinator,
                LONG_AGO,
                () -> {
                    var kept =
                            keepingApartments.register(
                                    at.coordinator,
                                    new ApartmentPlace(
                                            "Provgatan " + number,
                                            "1001",
                                            "11331",
                                            "Teststad",
                                            2,
                                            null),
                                    ApartmentDetails.of(number, ApartmentKind.TRIAL, null),
                                    LONG_AGO.minusYears(1),
                                    null);
                    var id = ((KeepingApartments.Keeping.Kept) kept).id();
                    leases.register(
                            at.coordinator,
                            new NewLease(
                                    id,
                                    null,
                                    List.of(tenants),
                                    LeaseTerms.of(Tenure.TRIAL, LONG_AGO)
                                            .ended(LONG_AGO.plusDays(40), LeaseEnd.MOVED),
                                    null,
                                    "Prövat"));
                    return id;
                });
    }

    private Inspection.InspectionId inspected(At at, ApartmentId apartment, LocalDate on) {
        return at.board.as(
                at.coordinator,
                on,
                () -> {
                    var id =
                            inspections.begin(
                                    at.coordinator,
                                    apartment,
                                    new Inspection.Seen(
                                            Inspection.InspectionKind.YEARLY,
                                            on,
                                            "En kollega",
                                            true,
                                            false,
                                            null));
                    inspections.say(
                            at.coordinator,
                            apartment,
                            id,
                            new Inspection.Said(
                                    "Kök",
                                    Inspection.Condition.DAMAGE,
                                    "Hål i väggen",
                                    Inspection.Payer.TENANT,
                                    null));
                    return id;
                });
    }

    private List<String> remark(At at, Inspection.InspectionId inspection) {
        return at.board.ask(
                at.coordinator,
                db ->
                        db.sql(
                                        """
                                        select remark from dwelling.inspection_remark
                                        where inspection_id = :id and remark is not null
                                        """)
                                .param("id", inspection.value())
                                .query(String.class)
                                .list());
    }

    /// A table's name says nothing to who decides, and nothing to who asks later what went.
    @Test
    void every_table_that_is_erased_has_a_word_and_no_word_is_left_over() {
        assertThat(erasing.tables().stream().map(Retained.Kept::table).collect(Collectors.toSet()))
                .hasSizeGreaterThan(50)
                .containsExactlyInAnyOrderElementsOf(ErasedWords.TABLES);
        for (var words : List.of(Words.swedish(), Words.english())) {
            assertThat(ErasedWords.TABLES)
                    .extracting(table -> words.t(ErasedWords.key(table)))
                    .doesNotHaveDuplicates()
                    .noneMatch(word -> word.contains("_") || word.contains("review."));
        }
    }

    @Test
    void the_database_lets_nothing_go_that_two_have_not_decided() {
        var at = new At();
        var life = at.lives.on(LONG_AGO);
        var ids = at.board.as(at.archivist, TODAY, () -> plan.owned(List.of(at.plan(life))));
        assertThatThrownBy(() -> erase(at, ids)).isInstanceOf(IllegalStateException.class);
        var order = at.proposed();
        assertThatThrownBy(() -> erase(at, ids)).isInstanceOf(IllegalStateException.class);
        assertThat(at.exists(life)).isTrue();
        assertThat(tablesThatLetGo(at, ids)).isEmpty();
        at.approve(order);
        assertThat(tablesThatLetGo(at, ids)).contains("prevention.case_fact", "debt.amount");
    }

    private void erase(At at, ErasedIds ids) {
        at.board.ask(at.coordinator, db -> erasing.erase(ids));
    }

    /// Each table asked alone for its rows, and taken back.
    private TreeSet<String> tablesThatLetGo(At at, ErasedIds ids) {
        var let = new TreeSet<String>();
        for (var table : erasing.tables()) {
            if (table.alsoDaily()) {
                continue;
            }
            at.coordinator
                    .reach()
                    .within(() ->
                            boards.transaction()
                                    .execute(status -> {
                                        status.setRollbackOnly();
                                        try {
                                            var rows =
                                                    boards.db()
                                                            .sql(table.deleting())
                                                            .param(
                                                                    "persons",
                                                                    ids.persons()
                                                                            .toArray(UUID[]::new))
                                                            .param(
                                                                    "cases",
                                                                    ids.cases()
                                                                            .toArray(UUID[]::new))
                                                            .param(
                                                                    "signals",
                                                                    ids.signals()
                                                                            .toArray(UUID[]::new))
                                                            .param(
                                                                    "files",
                                                                    ids.files()
                                                                            .toArray(UUID[]::new))
                                                            .update();
                                            if (rows > 0) {
                                                let.add(table.table());
                                            }
                                        } catch (DataAccessException e) {
                                            // A row that another points at was let go.
                                            let.add(table.table());
                                        }
                                        return "";
                                    }));
        }
        return let;
    }

    @Test
    void whoever_proposed_it_may_not_approve_it_here_or_in_the_database() {
        var at = new At();
        at.lives.on(LONG_AGO);
        var both = at.board.account(Role.ARCHIVIST, UnitKind.STAFF);
        at.board
                .boards()
                .founding()
                .appoint(
                        at.board.founded(),
                        both,
                        Role.DATA_PROTECTION_OFFICER,
                        at.board.unit(UnitKind.STAFF),
                        LocalDate.of(2015, 1, 1),
                        null);
        var actor = at.board.actor(both);
        var order =
                at.board.as(actor, TODAY, () -> erasingFiles.propose(actor, null)).orElseThrow();
        assertThatThrownBy(() ->
                        at.board.as(
                                actor,
                                TODAY,
                                () -> {
                                    erasingFiles.decide(actor, order, true, null);
                                    return null;
                                }))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() ->
                        at.board.ask(
                                actor,
                                db -> {
                                    orders.decide(order, true, null);
                                    return null;
                                }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("erasure_decision_by_somebody_else");
        // Nor in somebody else's name.
        assertThatThrownBy(() ->
                        at.board.ask(
                                actor,
                                db ->
                                        db.sql(
                                                        """
                                                        insert into audit.erasure_decision (board_id, area_id, order_id, proposed_by, approved, decided_at, decided_by)
                                                        select board_id, area_id, id, proposed_by, true, proposed_at, :other
                                                        from audit.erasure_order where id = :order
                                                        """)
                                                .param("other", at.officer.id().value())
                                                .param("order", order)
                                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_is_approved_cannot_grow() {
        var at = new At();
        at.lives.on(LONG_AGO);
        var order = at.proposed();
        at.approve(order);
        var other = at.lives.on(LONG_AGO);
        assertThatThrownBy(() ->
                        at.board.ask(
                                at.archivist,
                                db -> {
                                    orders.addOwned(
                                            order,
                                            se.bofast.audit.ErasureOrder.Kind.PERSON,
                                            List.of(other.person().value()),
                                            orders.roots(order).stream().map(r -> r.id()).toList());
                                    return null;
                                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_new_note_after_the_approval_keeps_the_person() {
        var at = new At();
        var noted = at.lives.on(LONG_AGO);
        var gone = at.lives.on(LONG_AGO);
        var order = at.proposed();
        at.approve(order);
        at.board.as(
                at.coordinator,
                TODAY,
                () ->
                        consents.give(
                                at.coordinator,
                                noted.person(),
                                se.bofast.person.Consent.ConsentScope.AGREED_STEPS,
                                new se.bofast.person.Counterpart(
                                        se.bofast.person.Counterpart.CounterpartKind.OTHER,
                                        null,
                                        "Hyresbolaget"),
                                se.bofast.person.Consent.ConsentForm.ORAL,
                                TODAY,
                                null));
        at.execute(order);
        assertThat(at.exists(noted)).isTrue();
        assertThat(at.exists(gone)).isFalse();
        var end = at.board.as(at.archivist, TODAY, () -> orders.find(order)).orElseThrow().end();
        Objects.requireNonNull(end);
        assertThat(end.dropped()).isEqualTo(Map.of("NEW_NOTE", 1));
    }

    @Test
    void killed_in_the_middle_it_goes_on_with_the_rest() {
        var at = new At();
        var lives = new ArrayList<OldLives.Life>();
        for (var i = 0; i < 3; i++) {
            lives.add(at.lives.on(LONG_AGO));
        }
        var order = at.proposed();
        at.approve(order);
        work.filesAtOnce(1);
        try {
            assertThatThrownBy(() -> at.execute(new Run(order, 2)))
                    .hasMessageContaining("switched off");
            assertThat(lives.stream().filter(at::exists).count()).isEqualTo(1);
            at.execute(order);
        } finally {
            work.filesAtOnce(ErasureWork.FILES_AT_ONCE);
        }
        assertThat(lives.stream().filter(at::exists)).isEmpty();
        var end = at.board.as(at.archivist, TODAY, () -> orders.find(order)).orElseThrow().end();
        Objects.requireNonNull(end);
        assertThat(end.erased()).isEqualTo(3);
        // Once more changes nothing.
        at.execute(order);
    }

    @Test
    void who_is_left_out_stays_and_what_is_open_is_held() {
        var at = new At();
        var left = at.lives.on(LONG_AGO);
        var open = at.lives.on(LONG_AGO, OldLives.BORN, false);
        var gone = at.lives.on(LONG_AGO);
        assertThat(at.plan(open).held()).isEqualTo(Held.OPEN_CASE);
        var order = at.proposed();
        at.board.as(
                at.officer,
                TODAY,
                () -> {
                    erasingFiles.leaveOut(
                            at.officer, order, left.person().value(), ErasingFiles.LeftOut.APPEAL);
                    return null;
                });
        at.approve(order);
        at.execute(order);
        assertThat(at.exists(left)).isTrue();
        assertThat(at.exists(open)).isTrue();
        assertThat(at.exists(gone)).isFalse();
    }

    @Test
    void other_boards_are_untouched() {
        var at = new At();
        var other = new At();
        at.lives.on(LONG_AGO);
        var theirs = other.lives.on(LONG_AGO);
        var order = at.proposed();
        at.approve(order);
        at.execute(order);
        assertThat(other.exists(theirs)).isTrue();
        assertThat(other.plan(theirs).mayGo(TODAY)).isTrue();
    }

    @Test
    void every_room_answers_for_tables_of_its_own() {
        for (var room : rooms) {
            var name = room.getClass().getPackageName().replaceFirst(".*\\.", "");
            assertThat(room.tables()).allMatch(t -> t.table().startsWith(name + "."));
        }
    }

    /// Every table with a row that says one of the ids, in whatever column, array or document.
    private TreeSet<String> mentions(List<UUID> ids) throws SQLException {
        var found = new TreeSet<String>();
        try (var owner =
                        DriverManager.getConnection(
                                address.url(), "bofast_owner", address.ownerPassword());
                var tables = owner.createStatement();
                var names =
                        tables.executeQuery(
                                """
                                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                                """)) {
            owner.setAutoCommit(false);
            while (names.next()) {
                var table = names.getString(1);
                try (var statement = owner.createStatement()) {
                    statement.execute("alter table " + table + " no force row level security");
                    for (var id : ids) {
                        try (var rows =
                                statement.executeQuery(
                                        "select exists (select from "
                                                + table
                                                + " t where to_jsonb(t)::text like '%"
                                                + id
                                                + "%')")) {
                            rows.next();
                            if (rows.getBoolean(1)) {
                                found.add(table);
                            }
                        }
                    }
                }
            }
            owner.rollback();
        }
        return found;
    }
}
