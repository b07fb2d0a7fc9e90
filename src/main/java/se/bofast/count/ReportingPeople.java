package se.bofast.count;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// A unit's list in a round: whom it knows, where they were, who should not be there, who is
/// missing. A unit sees its own answers and nobody else's.
@Component
public class ReportingPeople {

    /// What a unit says of somebody.
    public enum State {
        /// As the register has it; the unit has not answered.
        REGISTER,
        CONFIRMED,
        NOT_OURS,
        NOT_HOMELESS,
        DEAD;

        boolean isCounted() {
            return this == REGISTER || this == CONFIRMED;
        }
    }

    /// A housing form to choose.
    public record FormChoice(UUID id, String swedish, @Nullable String english) {}

    /// A row of the list.
    ///
    /// @param name null for who is known by a few facts only
    public record Line(
            UUID report,
            @Nullable UUID person,
            @Nullable String name,
            State state,
            @Nullable UUID form,
            @Nullable Boolean leaving,
            @Nullable Boolean brief,
            @Nullable Integer age,
            @Nullable String sex) {}

    /// @param done whether the unit has said that this is all
    public record UnitList(
            CountRound round, UUID unit, String unitName, boolean done, List<Line> lines) {

        public UnitList {
            lines = List.copyOf(lines);
        }
    }

    /// An answer to a row.
    public record Answer(
            UUID report,
            State state,
            @Nullable UUID form,
            @Nullable Boolean leaving,
            @Nullable Boolean brief) {}

    /// Somebody the list lacks. Names and number are used to know the person by and are not kept.
    public record Missing(
            @Nullable IdentityNumber number,
            @Nullable String given,
            @Nullable String family,
            @Nullable LocalDate birth,
            @Nullable Integer about,
            CountSplit.@Nullable Sex sex,
            UUID form,
            @Nullable Boolean leaving,
            @Nullable Boolean brief,
            int adults,
            int children) {}

    private final JdbcClient db;
    private final Access access;
    private final HouseEyes eyes;
    private final CountRounds rounds;
    private final OpeningCount opening;
    private final Log log;
    private final Clock clock;

    ReportingPeople(
            JdbcClient db,
            Access access,
            HouseEyes eyes,
            CountRounds rounds,
            OpeningCount opening,
            Log log,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.eyes = eyes;
        this.rounds = rounds;
        this.opening = opening;
        this.log = log;
        this.clock = clock;
    }

    /// The list of one's own unit; on record with whom it is about.
    ///
    /// @throws NotFound if the unit is not asked in the round, or is not the actor's
    @Transactional
    public UnitList list(Actor actor, UUID round, UUID unit) {
        requireOwn(actor, unit);
        var stands = rounds.stands(round);
        var asked =
                db.sql(
                                """
                                select u.name, i.done_at is not null as done
                                from count.invitation i
                                join access.v_unit u on u.board_id = i.board_id and u.unit_id = i.unit_id
                                where i.board_id = framework.board_id() and i.round_id = :round and i.unit_id = :unit
                                """)
                        .param("round", round)
                        .param("unit", unit)
                        .query((rs, n) -> Map.entry(rs.getString("name"), rs.getBoolean("done")))
                        .optional()
                        .orElseThrow(NotFound::new);
        var lines = lines(round, unit);
        log.record(
                LogEntry.of(Action.REPORT_COUNT)
                        .because("SEEN")
                        .about(CountRound.KIND, round)
                        .touching(
                                lines.stream()
                                        .flatMap(line -> Stream.ofNullable(line.person()))
                                        .map(PersonId::new)
                                        .toList()));
        return new UnitList(stands, unit, asked.getKey(), asked.getValue(), lines);
    }

    private List<Line> lines(UUID round, UUID unit) {
        return db.sql(
                        """
                        select r.id, r.person_id, f.state, f.form_id, f.leaving, f.brief, f.age, f.sex,
                               coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.working_label) as name
                        from count.report r
                        join count.report_fact f on f.board_id = r.board_id and f.report_id = r.id and f.superseded_at is null
                        left join person.v_person p on p.board_id = r.board_id and p.person_id = r.person_id
                        where r.board_id = framework.board_id() and r.round_id = :round and r.unit_id = :unit
                        order by p.sort_name nulls last, r.made_at, r.id
                        """)
                .param("round", round)
                .param("unit", unit)
                .query((rs, n) ->
                        new Line(
                                rs.getObject("id", UUID.class),
                                rs.getObject("person_id", UUID.class),
                                rs.getString("name"),
                                State.valueOf(rs.getString("state")),
                                rs.getObject("form_id", UUID.class),
                                rs.getObject("leaving", Boolean.class),
                                rs.getObject("brief", Boolean.class),
                                rs.getObject("age", Integer.class),
                                rs.getString("sex")))
                .list();
    }

    /// The forms of the board's catalogue.
    @Transactional(readOnly = true)
    public List<FormChoice> forms() {
        return db.sql(
                        """
                        select f.form_id, f.name_sv, f.name_en from placement.v_housing_form f
                        where f.board_id = framework.board_id() and f.step <> 'UNKNOWN'
                        order by f.position, f.name_sv, f.form_id
                        """)
                .query((rs, n) ->
                        new FormChoice(
                                rs.getObject("form_id", UUID.class),
                                rs.getString("name_sv"),
                                rs.getString("name_en")))
                .list();
    }

    /// Takes the unit's answers, whole.
    @Transactional
    public void answer(Actor actor, UUID round, UUID unit, List<Answer> answers) {
        requireOwn(actor, unit);
        opening.lock(round);
        var touched = new ArrayList<PersonId>();
        for (var answer : answers) {
            touched.addAll(answer(round, unit, answer));
        }
        log.record(
                LogEntry.of(Action.REPORT_COUNT)
                        .because("ANSWERED")
                        .about(CountRound.KIND, round)
                        .touching(touched));
    }

    private List<PersonId> answer(UUID round, UUID unit, Answer answer) {
        var now = Timestamp.from(clock.instant());
        var mine =
                db.sql(
                                """
                                update count.report_fact set superseded_at = :now
                                where board_id = framework.board_id() and superseded_at is null and report_id in (
                                    select r.id from count.report r
                                    where r.board_id = framework.board_id() and r.round_id = :round and r.unit_id = :unit
                                      and r.id = :report)
                                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("report", answer.report())
                        .param("now", now)
                        .update();
        if (mine == 0) {
            return List.of();
        }
        db.sql(
                        """
                        insert into count.report_fact (board_id, area_id, id, report_id, state, form_id, has_home, leaving,
                            brief, sex, age, household_id, adults, children, since_on, recorded_at, recorded_by, reason)
                        select o.board_id, o.area_id, :fact, o.report_id, :state, :form, o.has_home, :leaving, :brief, o.sex, o.age,
                               o.household_id, o.adults, o.children, o.since_on, :now, framework.account_id(), 'UNIT'
                        from count.report_fact o
                        where o.board_id = framework.board_id() and o.report_id = :report
                        order by o.recorded_at desc, o.id desc
                        limit 1
                        """)
                .param("report", answer.report())
                .param("fact", NewId.at(clock))
                .param("state", answer.state().name())
                .param("form", answer.form())
                .param("leaving", answer.leaving())
                .param("brief", answer.brief())
                .param("now", now)
                .update();
        return db.sql(
                        """
                        select person_id from count.report
                        where board_id = framework.board_id() and id = :report and person_id is not null
                        """)
                .param("report", answer.report())
                .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                .list();
    }

    /// Adds somebody. The answer is the same whether or not anybody knows the person already.
    @Transactional
    public void add(Actor actor, UUID round, UUID unit, Missing missing) {
        requireOwn(actor, unit);
        opening.lock(round);
        var stands = rounds.stands(round);
        var secret = secret(round);
        var birth = missing.birth();
        if (birth == null && missing.number() != null) {
            birth = missing.number().dateInNumber().orElse(null);
        }
        var known = eyes.open(() -> register(missing.number()));
        var key =
                known != null
                        ? null
                        : PersonKey.of(secret, missing.given(), missing.family(), birth);
        var age =
                birth == null
                        ? missing.about()
                        : Integer.valueOf(
                                java.time.Period.between(birth, stands.start()).getYears());
        var report = NewId.at(clock);
        var inserted =
                eyes.open(() ->
                        db.sql(
                                        """
                                        insert into count.report (board_id, area_id, id, round_id, unit_id, person_id, key_hash,
                                            made_at, made_by)
                                        select i.board_id, i.area_id, :id, i.round_id, i.unit_id, :person, :key, :now,
                                               framework.account_id()
                                        from count.invitation i
                                        where i.board_id = framework.board_id() and i.round_id = :round and i.unit_id = :unit
                                        on conflict do nothing
                                        """)
                                .param("id", report)
                                .param("person", known)
                                .param("key", key)
                                .param("round", round)
                                .param("unit", unit)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        if (inserted > 0) {
            fact(report, missing, age);
        }
        log.record(
                LogEntry.of(Action.REPORT_COUNT)
                        .because("ADDED")
                        .about(CountRound.KIND, round)
                        .touching(known == null ? null : new PersonId(known)));
    }

    private void fact(UUID report, Missing missing, @Nullable Integer age) {
        var sex = missing.sex();
        db.sql(
                        """
                        insert into count.report_fact (board_id, area_id, id, report_id, state, form_id, has_home, leaving, brief,
                            sex, age, adults, children, recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :fact, :report, 'CONFIRMED', :form, false, :leaving,
                            :brief, :sex, :age, :adults, :children, :now, framework.account_id(), 'ADDED')
                        """)
                .param("fact", NewId.at(clock))
                .param("report", report)
                .param("form", missing.form())
                .param("leaving", missing.leaving())
                .param("brief", missing.brief())
                .param("sex", sex == null || sex == CountSplit.Sex.UNKNOWN ? null : sex.name())
                .param("age", age)
                .param("adults", missing.adults())
                .param("children", missing.children())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private @Nullable UUID register(@Nullable IdentityNumber number) {
        if (number == null) {
            return null;
        }
        return db.sql(
                        """
                        select h.person_id from person.v_held_number h
                        where h.board_id = framework.board_id() and h.number = :number
                        order by h.current desc, h.person_id limit 1
                        """)
                .param("number", number.digits())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private byte[] secret(UUID round) {
        return db.sql(
                        """
                        select r.secret from count.round r where r.board_id = framework.board_id() and r.id = :id
                        """)
                .param("id", round)
                .query((rs, n) -> rs.getBytes("secret"))
                .single();
    }

    /// Says that the list is all the unit knows, or opens it again.
    ///
    /// @return how many rows are not answered; the list is sent in only when there are none
    @Transactional
    public int sendIn(Actor actor, UUID round, UUID unit) {
        requireOwn(actor, unit);
        opening.lock(round);
        var left =
                (int)
                        lines(round, unit).stream()
                                .filter(line -> line.state() == State.REGISTER)
                                .count();
        if (left == 0) {
            var sent =
                    db.sql(
                                    """
                                    update count.invitation set done_at = :now, done_by = framework.account_id()
                                    where board_id = framework.board_id() and round_id = :round and unit_id = :unit
                                    """)
                            .param("now", Timestamp.from(clock.instant()))
                            .param("round", round)
                            .param("unit", unit)
                            .update();
            if (sent == 0) {
                throw new NotFound();
            }
            log.record(
                    LogEntry.of(Action.REPORT_COUNT)
                            .because("SENT_IN")
                            .about(CountRound.KIND, round));
        }
        return left;
    }

    private void requireOwn(Actor actor, UUID unit) {
        var scope = access.require(actor, Action.REPORT_COUNT);
        if (scope != Scope.BOARD
                && actor.units().stream().noneMatch(own -> own.value().equals(unit))) {
            throw new NotFound();
        }
    }
}
