package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.count.CountRegister.Someone;
import se.bofast.count.ReportingPeople.Answer;
import se.bofast.count.ReportingPeople.Missing;
import se.bofast.count.ReportingPeople.State;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.NotFound;

/// A round from its opening to its publication.
@HouseTest
class CountRoundsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 25);
    private static final LocalDate BIRTH = LocalDate.of(1980, 1, 1);

    private final Boards boards;
    private final OpeningCount opening;
    private final ReportingPeople reporting;
    private final CountRounds rounds;
    private final CountResults results;
    private final ClosingCount closing;

    private final Environment settings;

    CountRoundsTest(
            Boards boards,
            OpeningCount opening,
            ReportingPeople reporting,
            CountRounds rounds,
            CountResults results,
            ClosingCount closing,
            Environment settings) {
        this.settings = settings;
        this.boards = boards;
        this.opening = opening;
        this.reporting = reporting;
        this.rounds = rounds;
        this.results = results;
        this.closing = closing;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor leader = board.coordinator();
        final UUID adult = board.unit(UnitKind.ADULT_RECEPTION).value();
        final UUID outreach = board.unit(UnitKind.OUTREACH).value();
        final Actor caseworker = board.employee(Role.CASEWORKER, UnitKind.ADULT_RECEPTION);
        final Actor field = board.employee(Role.OUTREACH, UnitKind.OUTREACH);
        final CountRegister register = new CountRegister(board, leader);

        <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
            return board.as(actor, DAY.plusDays(1), work);
        }

        Someone lives(String form, UUID unit) {
            var one = register.person(BIRTH, "MALE");
            register.stay(one, form, "LIVES", 1, DAY.minusDays(30), null, null, null, unit);
            return one;
        }

        UUID open() {
            return open(DAY, Population.ADULTS, null);
        }

        UUID open(LocalDate day, Population population, @Nullable UUID before) {
            return as(
                    leader,
                    () ->
                            opening.open(
                                    leader,
                                    new OpeningCount.New(
                                            "Mätning " + day,
                                            day,
                                            day,
                                            day.plusDays(14),
                                            population,
                                            before,
                                            List.of(adult, outreach))));
        }

        void add(
                Actor actor,
                UUID unit,
                UUID round,
                @Nullable String given,
                @Nullable LocalDate birth,
                String form) {
            add(actor, unit, round, given, given == null ? null : "Återkommande", birth, form);
        }

        void add(
                Actor actor,
                UUID unit,
                UUID round,
                @Nullable String given,
                @Nullable String family,
                @Nullable LocalDate birth,
                String form) {
            as(
                    actor,
                    () -> {
                        reporting.add(
                                actor,
                                round,
                                unit,
                                new Missing(
                                        null,
                                        given,
                                        family,
                                        birth,
                                        40,
                                        CountSplit.Sex.FEMALE,
                                        register.id(form),
                                        null,
                                        null,
                                        1,
                                        0));
                        return null;
                    });
        }

        CountTable.Cell total(UUID round) {
            return as(leader, () -> results.round(leader, round)).table().total(Definition.CITY);
        }

        List<ReportingPeople.Line> lines(Actor actor, UUID round, UUID unit) {
            return as(actor, () -> reporting.list(actor, round, unit)).lines();
        }

        void answer(Actor actor, UUID round, UUID unit, UUID report, State state, String form) {
            as(
                    actor,
                    () -> {
                        reporting.answer(
                                actor,
                                round,
                                unit,
                                List.of(new Answer(report, state, register.id(form), null, null)));
                        return null;
                    });
        }
    }

    @Test
    void lists_are_filled_from_the_register_for_the_unit_that_answers() {
        var at = new At();
        var sheltered = at.lives("SHELTER", at.adult);
        at.lives("TRIAL", at.adult);
        at.lives("OWN", at.adult);
        at.lives("STREET", at.outreach);
        at.register.write();
        var round = at.open();
        assertThat(at.lines(at.caseworker, round, at.adult)).hasSize(2);
        assertThat(at.lines(at.caseworker, round, at.adult))
                .anySatisfy(line -> {
                    assertThat(line.person()).isEqualTo(sheltered.id());
                    assertThat(line.state()).isEqualTo(State.REGISTER);
                    assertThat(line.form()).isEqualTo(at.register.id("SHELTER"));
                });
        assertThat(at.total(round).people()).isEqualTo(2);
        assertThatThrownBy(() -> at.lines(at.caseworker, round, at.outreach))
                .isInstanceOf(NotFound.class);
        assertThat(at.as(at.leader, () -> opening.fill(at.leader, round))).isZero();
        var progress = at.as(at.leader, () -> rounds.progress(at.leader, round));
        assertThat(progress).extracting(CountRounds.Progress::left).containsExactly(2, 1);
    }

    @Test
    void a_unit_confirms_changes_and_takes_away_and_sends_in() {
        var at = new At();
        for (var i = 0; i < 3; i++) {
            at.lives("SHELTER", at.adult);
        }
        at.register.write();
        var round = at.open();
        var lines = at.lines(at.caseworker, round, at.adult);
        at.answer(
                at.caseworker, round, at.adult, lines.get(0).report(), State.CONFIRMED, "SHELTER");
        at.answer(
                at.caseworker, round, at.adult, lines.get(1).report(), State.CONFIRMED, "TRAINING");
        assertThat(at.as(at.caseworker, () -> reporting.sendIn(at.caseworker, round, at.adult)))
                .isEqualTo(1);
        at.answer(
                at.caseworker,
                round,
                at.adult,
                lines.get(2).report(),
                State.NOT_HOMELESS,
                "SHELTER");
        assertThat(at.as(at.caseworker, () -> reporting.sendIn(at.caseworker, round, at.adult)))
                .isZero();
        var table = at.as(at.leader, () -> results.round(at.leader, round)).table();
        assertThat(table.cell(Definition.CITY, CountSplit.CATEGORY, "ACUTE").people()).isEqualTo(1);
        assertThat(table.cell(Definition.CITY, CountSplit.CATEGORY, "LONGER_TERM").people())
                .isEqualTo(1);
        assertThat(at.as(at.leader, () -> rounds.round(at.leader, round)).done()).isEqualTo(1);
    }

    @Test
    void one_whom_two_units_name_is_one_and_one_with_too_few_facts_makes_an_interval() {
        var at = new At();
        at.register.write();
        var round = at.open();
        at.add(at.caseworker, at.adult, round, "Åsa", BIRTH, "SHELTER");
        at.add(at.field, at.outreach, round, "ÅSÅ", BIRTH, "SHELTER");
        assertThat(at.total(round)).isEqualTo(new CountTable.Cell(1, 1, false));
        at.add(at.field, at.outreach, round, null, null, "STREET");
        assertThat(at.total(round)).isEqualTo(new CountTable.Cell(1, 2, false));
        at.add(at.field, at.outreach, round, "Berit", BIRTH, "SHELTER");
        assertThat(at.total(round)).isEqualTo(new CountTable.Cell(2, 3, false));
        assertThat(at.lines(at.caseworker, round, at.adult)).hasSize(1);
    }

    @Test
    void one_of_the_register_is_known_again_without_a_number() {
        var at = new At();
        var one = at.lives("SHELTER", at.adult);
        at.register.write();
        var round = at.open();
        assertThat(one).isNotNull();
        // The register calls everybody Kim Räknad and something.
        at.add(at.field, at.outreach, round, "kim", "RAKNADSSON", BIRTH, "SHELTER");
        assertThat(at.total(round).people()).isEqualTo(1);
        at.add(at.field, at.outreach, round, "kim", "RAKNADSSON", BIRTH.plusDays(1), "SHELTER");
        assertThat(at.total(round).people()).isEqualTo(2);
    }

    @Test
    void different_answers_are_decided_by_the_leader_before_the_freeze() {
        var at = new At();
        at.register.write();
        var round = at.open();
        at.add(at.caseworker, at.adult, round, "Åsa", BIRTH, "TRAINING");
        at.add(at.field, at.outreach, round, "Åsa", BIRTH, "STREET");
        assertThat(at.as(at.leader, () -> closing.freeze(at.leader, round)))
                .isEqualTo(ClosingCount.Answer.CONFLICTS_LEFT);
        var conflicts = at.as(at.leader, () -> closing.conflicts(at.leader, round));
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.getFirst().said())
                .extracting(ClosingCount.Said::form)
                .containsExactlyInAnyOrder("TRAINING", "STREET");
        assertThatThrownBy(
                        () -> at.as(at.caseworker, () -> closing.conflicts(at.caseworker, round)))
                .isInstanceOf(Forbidden.class);
        var street =
                conflicts.getFirst().said().stream()
                        .filter(said -> said.form().equals("STREET"))
                        .findFirst()
                        .orElseThrow();
        at.as(
                at.leader,
                () -> {
                    closing.decide(at.leader, round, street.report(), "Uppsökarna såg natten");
                    return null;
                });
        var table = at.as(at.leader, () -> results.round(at.leader, round)).table();
        assertThat(table.cell(Definition.CITY, CountSplit.CATEGORY, "ACUTE").people()).isEqualTo(1);
        assertThat(table.total(Definition.CITY).people()).isEqualTo(1);
        assertThat(at.as(at.leader, () -> closing.freeze(at.leader, round)))
                .isEqualTo(ClosingCount.Answer.DONE);
    }

    @Test
    void a_frozen_round_stays_and_forgets_its_secret_and_is_published_with_small_numbers_hidden() {
        var at = new At();
        for (var i = 0; i < 12; i++) {
            at.lives(i < 9 ? "SHELTER" : "TRAINING", at.adult);
        }
        at.register.write();
        var round = at.open();
        at.add(at.field, at.outreach, round, "Åsa", BIRTH, "STREET");
        assertThat(at.as(at.leader, () -> closing.freeze(at.leader, round)))
                .isEqualTo(ClosingCount.Answer.DONE);
        assertThat(at.total(round).people()).isEqualTo(13);
        assertThat(at.as(at.leader, () -> closing.holds(at.leader, round))).isTrue();
        var left =
                at.board.ask(
                        at.leader,
                        db ->
                                db.sql(
                                                """
                                                select (select count(*) from count.round where id = :id and secret is not null)
                                                       + (select count(*) from count.report where round_id = :id
                                                          and key_hash is not null)
                                                """)
                                        .param("id", round)
                                        .query(Integer.class)
                                        .single());
        assertThat(left).isZero();
        assertThatThrownBy(() -> at.add(at.field, at.outreach, round, "Bo", BIRTH, "STREET"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        at.board.ask(
                                at.leader,
                                db ->
                                        db.sql(
                                                        """
                                                        insert into count.ruling (board_id, area_id, id, round_id, report_id, reason, decided_at)
                                                        select board_id, area_id, gen_random_uuid(), round_id, id, 'Sent', made_at
                                                        from count.report where round_id = :id limit 1
                                                        """)
                                                .param("id", round)
                                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
        at.as(
                at.leader,
                () -> {
                    closing.publish(at.leader, round);
                    return null;
                });
        var economist = at.board.employee(Role.ECONOMIST, UnitKind.HOUSING);
        var published = at.as(economist, () -> results.published(economist, round)).table();
        assertThat(published.total(Definition.CITY)).isEqualTo(new CountTable.Cell(13, 13, false));
        assertThat(published.cell(Definition.CITY, CountSplit.SEX, "FEMALE").hidden()).isTrue();
        assertThat(published.cell(Definition.CITY, CountSplit.SEX, "MALE").hidden()).isTrue();
        assertThat(published.cell(Definition.CITY, CountSplit.CATEGORY, "LONGER_TERM").hidden())
                .isTrue();
        assertThatThrownBy(() ->
                        at.as(
                                economist,
                                () ->
                                        results.behind(
                                                economist, round, Definition.CITY, Why.IN, null)))
                .isInstanceOf(Forbidden.class);
        assertThat(
                        at.as(
                                at.leader,
                                () ->
                                        results.behind(
                                                at.leader,
                                                round,
                                                Definition.CITY,
                                                Why.IN,
                                                "LONGER_TERM")))
                .hasSize(3);
    }

    @Test
    void the_change_since_the_round_before_is_new_formerly_unreported_and_other_ages() {
        var at = new At();
        var before = DAY.minusYears(1);
        var both = at.register.person(BIRTH, "MALE");
        at.register.stay(
                both, "SHELTER", "LIVES", 1, before.minusDays(9), null, null, null, at.adult);
        var gone = at.register.person(BIRTH, "MALE");
        at.register.stay(
                gone,
                "SHELTER",
                "LIVES",
                1,
                before.minusDays(9),
                before.plusDays(9),
                null,
                "OWN_HOME",
                at.adult);
        var old = at.register.person(before.minusYears(70), "MALE");
        at.register.stay(
                old, "SHELTER", "LIVES", 1, before.minusDays(9), null, null, null, at.adult);
        at.register.write();
        var first = at.open(before, new Population(18, 65), null);
        at.as(at.leader, () -> closing.freeze(at.leader, first));
        var arrived = at.register.person(BIRTH, "FEMALE");
        at.register.stay(
                arrived, "STREET", "LIVES", 1, before.plusDays(90), null, null, null, at.adult);
        var unreported = at.register.person(BIRTH, "FEMALE");
        at.register.stay(
                unreported, "STREET", "LIVES", 1, before.minusDays(90), null, null, null, at.adult);
        at.register.write();
        var second = at.open(DAY, Population.ADULTS, first);
        at.add(at.field, at.outreach, second, "Åsa", BIRTH, "STREET");
        var change = at.as(at.leader, () -> results.change(at.leader, second, Definition.CITY));
        assertThat(change).isNotNull();
        assertThat(change.then()).isEqualTo(2);
        assertThat(change.now()).isEqualTo(5);
        assertThat(change.stayed()).isEqualTo(1);
        assertThat(change.gone()).isEqualTo(1);
        assertThat(change.arrived()).isEqualTo(1);
        assertThat(change.unreported()).isEqualTo(1);
        assertThat(change.otherPopulation()).isEqualTo(1);
        assertThat(change.unknown()).isEqualTo(1);
    }

    @Test
    void the_plan_of_a_day_reads_stays_by_their_last_night() throws Exception {
        var at = new At();
        var one = at.register.person(BIRTH, "MALE");
        for (var i = 0; i < 3000; i++) {
            at.register.stays(one, "SHELTER", DAY.minusDays(i * 2L + 2), DAY.minusDays(i * 2L + 1));
        }
        at.register.write();
        reckonStatistics();
        var plan =
                at.board.ask(
                        at.leader,
                        db -> {
                            // Of the ways to find the stays themselves, not to join forms to them.
                            db.sql("set local enable_nestloop = off").update();
                            db.sql("set local enable_mergejoin = off").update();
                            db.sql("set local enable_seqscan = off").update();
                            return String.join(
                                    "\n",
                                    db.sql("explain " + CountedDay.SQL)
                                            .param("day", DAY)
                                            .param("leaving_by", DAY.plusMonths(3))
                                            .param("brief_from", DAY.minusMonths(3))
                                            .param("gap_from", DAY.minusDays(5))
                                            .param("age_from", 18)
                                            .param("age_below", 200)
                                            .param("break", 6)
                                            .query(String.class)
                                            .list());
                        });
        assertThat(plan).contains("stay_fact_ending").containsPattern("Index Cond: .*last_on >= ");
    }

    /// As the server does by itself after a while; else it takes the board for a small one.
    private void reckonStatistics() throws SQLException {
        try (var owner =
                        DriverManager.getConnection(
                                settings.getRequiredProperty("bofast.database.url"),
                                "bofast_owner",
                                settings.getRequiredProperty("bofast.database.owner-password"));
                var statement = owner.createStatement()) {
            statement.execute("analyze placement.stay_fact");
        }
    }
}
