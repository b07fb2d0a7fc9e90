package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;

/// What must be done, most urgent legal day first, and what is falling between the chairs.
@Component
public class DayList {

    /// How far ahead the day list looks, in days.
    public static final int AHEAD = 7;

    /// At most so many rows: a day list is to be read.
    public static final int ROWS = 60;

    /// The most urgent legal day of one case, and how many more things are due in it.
    ///
    /// @param covering the case is another's, whom the actor covers for or leads
    /// @param unread its responsible has not opened it for longer than the board's limit
    public record Due(
            UUID caseId,
            String number,
            @Nullable UUID personId,
            @Nullable String personName,
            boolean isProtected,
            @Nullable String street,
            boolean children,
            String rule,
            LocalDate day,
            String basis,
            int more,
            boolean covering,
            boolean unread,
            @Nullable String responsibleName) {}

    /// Cases that need someone's eyes.
    ///
    /// @param cases how many; 200 means at least so many
    public record Alarm(CaseFilter.Alarm kind, int cases, LocalDate oldestOn) {}

    /// @param more true if there is more than fits
    /// @param withoutContact one's own cases without any contact for longer than the limit
    public record Day(
            List<Due> due,
            boolean more,
            List<Alarm> alarms,
            AlarmLimits limits,
            int myCases,
            int withoutContact) {}

    private record Mine(int cases, int withoutContact) {}

    private final JdbcClient db;
    private final SettingAlarms alarms;
    private final CaseReach reach;
    private final Access access;
    private final Log log;
    private final Clock clock;

    DayList(
            JdbcClient db,
            SettingAlarms alarms,
            CaseReach reach,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.alarms = alarms;
        this.reach = reach;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// The day of the actor: one's own cases and those one covers for; a head of unit also sees the
    /// whole unit, a coordinator the whole board.
    ///
    /// @param wide false narrows to one's own
    @Transactional
    public Day of(Actor actor, boolean wide) {
        var scope = access.require(actor, Action.SEE_DAY);
        var today = HouseClock.today(clock);
        var narrow = wide ? scope : Scope.OWN;
        var limits = alarms.limits();
        var within = reach.within(actor, narrow);
        var due = due(actor, within, today, limits);
        var more = due.size() > ROWS;
        var shown = more ? due.subList(0, ROWS) : due;
        log.record(
                LogEntry.of(Action.SEE_DAY)
                        .touching(
                                shown.stream()
                                        .flatMap(d -> Optional.ofNullable(d.personId()).stream())
                                        .map(PersonId::new)
                                        .toList()));
        var mine = mine(actor, limits);
        return new Day(
                shown, more, alarms(within, limits), limits, mine.cases(), mine.withoutContact());
    }

    private List<Due> due(
            Actor actor, CaseReach.Within within, LocalDate today, AlarmLimits limits) {
        return db.sql(DUE.formatted(within.and()))
                .param("until", today.plusDays(AHEAD))
                .params(within.parameters())
                .param("me", actor.id().value())
                .param("unread", Timestamp.from(limits.unread(clock.instant())))
                .param("limit", ROWS + 1)
                .query((rs, n) ->
                        new Due(
                                rs.getObject("case_id", UUID.class),
                                rs.getString("number"),
                                rs.getObject("person_id", UUID.class),
                                rs.getString("sort_name"),
                                rs.getBoolean("protected"),
                                rs.getString("street"),
                                rs.getBoolean("children"),
                                rs.getString("rule"),
                                rs.getObject("day", LocalDate.class),
                                rs.getString("basis"),
                                rs.getInt("things") - 1,
                                rs.getBoolean("covering"),
                                rs.getBoolean("unread"),
                                rs.getString("display_name")))
                .list();
    }

    // One row a case, along the index of next days; how much else is due is asked for these only.
    private static final String DUE =
            """
            select r.id as case_id, r.number, r.person_id, p.sort_name, coalesce(p.protected, false) as protected,
                   case when coalesce(p.protected, false) then null else r.street end as street,
                   r.children, r.next_rule as rule, r.next_on as day, a.display_name,
                   coalesce(r.responsible_id <> :me, false) as covering,
                   coalesce(r.unread_since < :unread, false) as unread,
                   (select min(d.basis) from prevention.clock_day d
                    where d.board_id = framework.board_id() and d.case_id = r.id and d.rule = r.next_rule) as basis,
                   (select count(distinct d.rule) from prevention.clock_day d
                    where d.board_id = framework.board_id() and d.case_id = r.id and d.status = 'RUNS'
                      and d.duty = 'WE_MUST' and d.day <= :until) as things
            from (select c.* from prevention.prevention_case c
                  where c.board_id = framework.board_id() and c.stage <> 'CLOSED' and c.next_on <= :until %s
                  order by c.next_on, c.id
                  limit :limit) r
            left join person.v_person p on p.board_id = r.board_id and p.person_id = r.person_id
            left join access.v_account a on a.account_id = r.responsible_id
            order by r.next_on, r.id
            """;

    private List<Alarm> alarms(CaseReach.Within within, AlarmLimits limits) {
        var now = clock.instant();
        var parameters = new HashMap<String, Object>();
        parameters.put("attempt", Timestamp.from(limits.attempt(now)));
        parameters.put("decision", Timestamp.from(limits.decision(now)));
        parameters.put("unread", Timestamp.from(limits.unread(now)));
        parameters.putAll(within.parameters());
        return db.sql(
                        ALARMS.formatted(
                                within.and(),
                                within.and(),
                                within.and(),
                                within.and(),
                                within.and()))
                .params(parameters)
                .query((rs, n) ->
                        new Alarm(
                                CaseFilter.Alarm.valueOf(rs.getString("kind")),
                                rs.getInt("cases"),
                                rs.getTimestamp("oldest")
                                        .toInstant()
                                        .atZone(HouseClock.ZONE)
                                        .toLocalDate()))
                .list();
    }

    // Each count follows a partial index of just the cases in alarm, and stops at two hundred: that
    // is more than anybody reads, and the page says "at least".
    private static final String ALARMS =
            """
            select kind, count(*) as cases, min(at) as oldest from (
                (select 'NO_OWNER' as kind, c.opened_at as at from prevention.prevention_case c
                 where c.board_id = framework.board_id() and c.stage <> 'CLOSED' and c.responsible_id is null %s
                 order by c.opened_at limit 200)
                union all
                (select 'NO_ATTEMPT', c.opened_at from prevention.prevention_case c
                 where c.board_id = framework.board_id() and c.stage <> 'CLOSED' and c.first_attempt_at is null
                   and c.opened_at < :attempt %s
                 order by c.opened_at limit 200)
                union all
                (select 'NO_DECISION', c.opened_at from prevention.prevention_case c
                 where c.board_id = framework.board_id() and c.stage <> 'CLOSED' and c.inquiry_decided_on is null
                   and c.opened_at < :decision %s
                 order by c.opened_at limit 200)
                union all
                (select 'UNREAD', c.unread_since from prevention.prevention_case c
                 where c.board_id = framework.board_id() and c.stage <> 'CLOSED' and c.unread_since is not null
                   and c.unread_since < :unread %s
                 order by c.unread_since limit 200)
                union all
                (select 'LETTER_RETURNED', c.letter_returned_at from prevention.prevention_case c
                 where c.board_id = framework.board_id() and c.stage <> 'CLOSED' and c.letter_returned_at is not null %s
                 order by c.letter_returned_at limit 200)
            ) alarm
            group by kind
            order by min(at)
            """;

    private Mine mine(Actor actor, AlarmLimits limits) {
        var own = reach.within(actor, Scope.OWN);
        return db.sql(
                        """
                        select count(*) as cases,
                               count(*) filter (where coalesce(c.last_contact_at, c.opened_at) < :since) as silent
                        from prevention.prevention_case c
                        where c.board_id = framework.board_id() and c.stage <> 'CLOSED' %s
                        """
                                .formatted(own.and()))
                .params(own.parameters())
                .param("since", Timestamp.from(limits.contact(clock.instant())))
                .query((rs, n) -> new Mine(rs.getInt("cases"), rs.getInt("silent")))
                .single();
    }
}
