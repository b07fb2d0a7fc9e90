package se.bofast.count;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import tools.jackson.databind.json.JsonMapper;

/// Opens a round, fills each unit's list from the register, reminds.
@Component
public class OpeningCount {

    /// Raised when {@link CountedDay} or the database's verdict counts otherwise.
    public static final int VERSION = 1;

    /// A week and a week: longer is no point in time.
    public static final int LONGEST_WINDOW = 14;

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What a new round is.
    public record New(
            String name,
            LocalDate start,
            LocalDate end,
            LocalDate due,
            Population population,
            @Nullable UUID before,
            List<UUID> units) {

        public New {
            units = List.copyOf(units);
        }
    }

    private final JdbcClient db;
    private final Access access;
    private final HouseEyes eyes;
    private final ReckoningDay reckoning;
    private final CountRounds rounds;
    private final Log log;
    private final Clock clock;

    OpeningCount(
            JdbcClient db,
            Access access,
            HouseEyes eyes,
            ReckoningDay reckoning,
            CountRounds rounds,
            Log log,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.eyes = eyes;
        this.reckoning = reckoning;
        this.rounds = rounds;
        this.log = log;
        this.clock = clock;
    }

    /// Opens a round and, if its first day has come, fills the lists.
    @Transactional
    public UUID open(Actor actor, New asked) {
        access.require(actor, Action.LEAD_COUNT);
        var id = NewId.at(clock);
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        db.sql(
                        """
                        insert into count.round (board_id, area_id, id, name, start_on, end_on, due_on, age_from, age_below,
                            definition_version, before_id, secret, opened_at, opened_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :name, :start, :end, :due, :from, :below,
                            :version, :before, :secret, :now, framework.account_id())
                        """)
                .param("id", id)
                .param("name", asked.name())
                .param("start", asked.start())
                .param("end", asked.end())
                .param("due", asked.due())
                .param("from", asked.population().ageFrom())
                .param("below", asked.population().ageBelow())
                .param("version", VERSION)
                .param("before", asked.before())
                .param("secret", secret)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        db.sql(
                        """
                        insert into count.invitation (board_id, area_id, round_id, unit_id, invited_at, reminders)
                        select u.board_id, (framework.area_ids())[1], :round, u.unit_id, :now, 0
                        from access.v_unit u
                        where u.board_id = framework.board_id() and u.unit_id = any (:units)
                        """)
                .param("round", id)
                .param("units", asked.units().toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        log.record(LogEntry.of(Action.LEAD_COUNT).because("OPENED").about(CountRound.KIND, id));
        if (!asked.start().isAfter(HouseClock.today(clock))) {
            fill(rounds.stands(id));
        }
        return id;
    }

    /// Takes in from the register who has come to be known since; touches no answer.
    ///
    /// @return how many were added
    @Transactional
    public int fill(Actor actor, UUID round) {
        access.require(actor, Action.LEAD_COUNT);
        lock(round);
        var stands = rounds.stands(round);
        log.record(LogEntry.of(Action.LEAD_COUNT).because("FILLED").about(CountRound.KIND, round));
        return fill(stands);
    }

    /// @throws NotFound if the round is frozen or not there
    void lock(UUID round) {
        var open =
                db.sql(
                                """
                                select r.id from count.round r
                                where r.board_id = framework.board_id() and r.id = :id and r.frozen_at is null for update
                                """)
                        .param("id", round)
                        .query(UUID.class)
                        .list();
        if (open.isEmpty()) {
            throw new NotFound();
        }
    }

    private int fill(CountRound round) {
        var today = HouseClock.today(clock);
        var people = new LinkedHashMap<UUID, PersonOfDay>();
        // The first day somebody is counted at all stands for the window.
        round.start()
                .datesUntil((round.end().isAfter(today) ? today : round.end()).plusDays(1))
                .forEach(day ->
                        reckoning
                                .people(day, round.population(), null)
                                .forEach(person ->
                                        people.merge(
                                                person.person(),
                                                person,
                                                (first, next) -> first.inAny() ? first : next)));
        var rows = new ArrayList<Map<String, Object>>();
        people.values().stream()
                .filter(person ->
                        person.inAny() || !person.known() || "UNKNOWN".equals(person.step()))
                .filter(person -> round.population().holds(person.age()))
                .forEach(person -> rows.add(row(person)));
        return eyes.open(() -> insert(round.id(), rows));
    }

    private Map<String, Object> row(PersonOfDay person) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", NewId.at(clock));
        row.put("fact", NewId.at(clock));
        row.put("person", person.person());
        row.put("unit", person.unit());
        row.put("form", person.known() ? person.form() : null);
        row.put("home", person.hasHome());
        row.put("leaving", person.leaving());
        row.put("brief", person.known() ? person.brief() : null);
        row.put("sex", person.sex());
        row.put("age", person.age());
        row.put("household", person.household().id());
        row.put("adults", person.household().adults());
        row.put("children", person.household().children());
        row.put("since", person.homelessSince());
        return row;
    }

    private int insert(UUID round, List<Map<String, Object>> rows) {
        db.sql(
                        """
                        update count.round set filled_at = :now where board_id = framework.board_id() and id = :round
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("round", round)
                .update();
        if (rows.isEmpty()) {
            return 0;
        }
        var written = JsonMapper.shared().writeValueAsString(rows);
        // The unit of the stay answers, else that of an assignment, else that of a case; if none of
        // these is asked, nobody.
        db.sql(
                        """
                        with here as (
                            select p.id, p.person, coalesce(p.unit,
                                       (select a.unit_id from support.v_assignment a
                                        where a.board_id = framework.board_id() and a.person_id = p.person and a.unit_id is not null
                                          and a.end_on is null order by a.start_on desc, a.assignment_id limit 1),
                                       (select c.unit_id from prevention.v_case c
                                        where c.board_id = framework.board_id() and c.person_id = p.person
                                          and c.closed_on is null order by c.opened_on desc, c.case_id limit 1)) as answers
                            from jsonb_to_recordset(cast(:rows as jsonb)) as p (id uuid, fact uuid, person uuid, unit uuid,
                                form uuid, home boolean, leaving boolean, brief boolean, sex text, age int, household uuid,
                                adults int, children int, since date)
                        ), asked as (
                            select h.*, i.unit_id
                            from here h
                            left join count.invitation i on i.board_id = framework.board_id() and i.round_id = :round
                                and i.unit_id = h.answers
                            where not exists (select 1 from count.report r
                                where r.board_id = framework.board_id() and r.round_id = :round and r.person_id = h.person)
                        )
                        insert into count.report (board_id, area_id, id, round_id, unit_id, person_id, made_at)
                        select framework.board_id(), (framework.area_ids())[1], a.id, :round, a.unit_id, a.person, :now
                        from asked a
                        """)
                .param("rows", written)
                .param("round", round)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return db.sql(
                        """
                        insert into count.report_fact (board_id, area_id, id, report_id, state, form_id, has_home, leaving, brief,
                            sex, age, household_id, adults, children, since_on, recorded_at, reason)
                        select framework.board_id(), (framework.area_ids())[1], a.fact, a.id, 'REGISTER', a.form, a.home, a.leaving,
                               a.brief, a.sex, a.age, a.household, a.adults, a.children, a.since, :now, 'REGISTER'
                        from jsonb_to_recordset(cast(:rows as jsonb)) as a (id uuid, fact uuid, form uuid, home boolean,
                            leaving boolean, brief boolean, sex text, age int, household uuid, adults int, children int, since date)
                        join count.report r on r.board_id = framework.board_id() and r.id = a.id
                        """)
                .param("rows", written)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Puts the list at the top of the unit's day again, and remembers when.
    @Transactional
    public void remind(Actor actor, UUID round, UUID unit) {
        access.require(actor, Action.LEAD_COUNT);
        lock(round);
        var reminded =
                db.sql(
                                """
                                update count.invitation set reminded_at = :now, reminders = reminders + 1
                                where board_id = framework.board_id() and round_id = :round and unit_id = :unit
                                  and done_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("round", round)
                        .param("unit", unit)
                        .update();
        if (reminded == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.LEAD_COUNT).because("REMINDED").about(CountRound.KIND, round));
    }
}
