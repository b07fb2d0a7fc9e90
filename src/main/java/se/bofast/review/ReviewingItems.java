package se.bofast.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Role;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// What a reviewer needs to know to judge one item: what was done, and why it may have been needed.
/// Of the person no more than the cases' numbers.
@Component
public class ReviewingItems {

    /// As many of the entries as are shown.
    public static final int MOST = 100;

    /// @param days the round's period
    public record Item(
            UUID id,
            int number,
            RoundId round,
            LocalDate start,
            LocalDate end,
            boolean signed,
            EmployeeId employee,
            String employeeName,
            PersonId person,
            boolean isProtected,
            List<CaseOf> cases,
            int occasions,
            int searches,
            int writes,
            List<Reason> reasons,
            List<Look> looks,
            List<Work> work,
            List<Tie> ties,
            List<String> covers,
            List<Asked> questions,
            List<Head> heads,
            @Nullable Judgement judgement,
            @Nullable String note,
            @Nullable String judgedBy,
            @Nullable Instant judgedAt,
            boolean own) {}

    /// @param unit the unit that has it now
    public record CaseOf(
            String number, @Nullable String unit, LocalDate opened, @Nullable LocalDate closed) {}

    public record Reason(ReviewRule rule, int times) {}

    public record Look(
            Instant at,
            @Nullable String unit,
            @Nullable Role role,
            @Nullable Action action,
            @Nullable String reason) {}

    /// What the employee was appointed to during the period.
    public record Work(String unit, Role role, LocalDate from, @Nullable LocalDate until) {}

    public enum Tie {
        RESPONSIBLE,
        UNIT,
        SIGNAL,
        ASSIGNMENT,
        CONTACT,
        VISIT,
        APPOINTMENT,
        REFERRAL
    }

    /// @param needed null until the head has answered
    public record Asked(
            UUID id,
            String head,
            String question,
            Instant at,
            @Nullable Boolean needed,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    public record Head(EmployeeId id, String name) {}

    private final JdbcClient db;
    private final HouseEyes eyes;
    private final Access access;
    private final Log log;

    ReviewingItems(JdbcClient db, HouseEyes eyes, Access access, Log log) {
        this.db = db;
        this.eyes = eyes;
        this.access = access;
        this.log = log;
    }

    /// Reading it is put on record, as every reading of somebody's data.
    ///
    /// @throws NotFound if there is no such item within reach
    @Transactional
    public Item get(Actor actor, UUID id) {
        access.require(actor, Action.SEE_LOG_REVIEW);
        var item =
                db.sql(
                                """
                                select i.id, i.number, i.round_id, r.start_on, r.end_on, r.signed_at, i.account_id,
                                       a.display_name, i.person_id, coalesce(v.protected, false) or framework.hides(i.person_id) as protected, i.occasions,
                                       i.searches, i.writes, i.judgement, i.note, j.display_name as judged_by, i.judged_at
                                from review.item i
                                join review.round r on r.board_id = i.board_id and r.id = i.round_id
                                join access.v_account a on a.account_id = i.account_id
                                left join person.v_person v on v.board_id = i.board_id and v.person_id = i.person_id
                                left join access.v_account j on j.account_id = i.judged_by
                                where i.board_id = framework.board_id() and i.id = :id
                                """)
                        .param("id", id)
                        .query((rs, n) -> item(actor, rs))
                        .optional()
                        .orElseThrow(NotFound::new);
        log.record(
                LogEntry.of(Action.SEE_LOG_REVIEW).about(Judging.KIND, id).touching(item.person()));
        return item;
    }

    /// The first item that waits for a judgement after the one, in the round.
    @Transactional(readOnly = true)
    public Optional<UUID> nextLeft(Actor actor, RoundId round, int after) {
        access.require(actor, Action.SEE_LOG_REVIEW);
        return db.sql(
                        """
                        select id from review.item
                        where board_id = framework.board_id() and round_id = :round and judgement is null
                          and account_id <> :me
                        order by number <= :after, number
                        limit 1
                        """)
                .param("round", round.value())
                .param("after", after)
                .param("me", actor.id().value())
                .query(UUID.class)
                .optional();
    }

    private Item item(Actor actor, ResultSet rs) throws SQLException {
        var round = new RoundId(rs.getObject("round_id", UUID.class));
        var account = rs.getObject("account_id", UUID.class);
        var person = rs.getObject("person_id", UUID.class);
        var start = rs.getObject("start_on", LocalDate.class);
        var end = rs.getObject("end_on", LocalDate.class);
        var judged = rs.getTimestamp("judged_at");
        return new Item(
                rs.getObject("id", UUID.class),
                rs.getInt("number"),
                round,
                start,
                end,
                rs.getTimestamp("signed_at") != null,
                new EmployeeId(account),
                rs.getString("display_name"),
                new PersonId(person),
                rs.getBoolean("protected"),
                cases(person),
                rs.getInt("occasions"),
                rs.getInt("searches"),
                rs.getInt("writes"),
                reasons(round, account, person),
                eyes.open(() -> looks(account, person, start, end)),
                work(account, start, end),
                eyes.open(() -> ties(account, person, start, end)),
                covers(account, start, end),
                questions(rs.getObject("id", UUID.class)),
                heads(account, start, end),
                Judgement.of(rs.getString("judgement")),
                rs.getString("note"),
                rs.getString("judged_by"),
                judged == null ? null : judged.toInstant(),
                account.equals(actor.id().value()));
    }

    private List<CaseOf> cases(UUID person) {
        return db.sql(
                        """
                        select c.number, u.name, c.opened_on, c.closed_on
                        from prevention.v_case c
                        left join access.v_unit u on u.board_id = c.board_id and u.unit_id = c.unit_id
                        where c.board_id = framework.board_id() and c.person_id = :person
                        order by c.opened_on desc, c.case_id
                        """)
                .param("person", person)
                .query((rs, n) ->
                        new CaseOf(
                                rs.getString("number"),
                                rs.getString("name"),
                                rs.getObject("opened_on", LocalDate.class),
                                rs.getObject("closed_on", LocalDate.class)))
                .list();
    }

    private List<Reason> reasons(RoundId round, UUID account, UUID person) {
        var times =
                db
                        .sql(
                                """
                                select rule, times from review.pick
                                where board_id = framework.board_id() and round_id = :round and account_id = :account
                                  and person_id = :person
                                """)
                        .param("round", round.value())
                        .param("account", account)
                        .param("person", person)
                        .query((rs, n) -> Map.entry(rs.getString("rule"), rs.getInt("times")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ReviewRule.named(times.keySet()).stream()
                .map(rule -> new Reason(rule, times.getOrDefault(rule.name(), 0)))
                .toList();
    }

    private List<Look> looks(UUID account, UUID person, LocalDate start, LocalDate end) {
        return db.sql(
                        """
                        select e.at, u.name, e.role, e.action, e.reason
                        from audit.v_access e
                        left join access.v_unit u on u.board_id = e.board_id and u.unit_id = e.unit_id
                        where e.board_id = framework.board_id() and e.account_id = :account
                          and (e.person_ids @> array[cast(:person as uuid)] or e.action = 'REFUSED' and e.subject_id in (
                              select c.case_id from prevention.v_case c
                              where c.board_id = framework.board_id() and c.person_id = :person))
                          and e.entry_id >= :first and e.entry_id < :below
                        order by e.entry_id
                        limit :most
                        """)
                .param("account", account)
                .param("person", person)
                .param("first", NewId.lowestAt(start.atStartOfDay(HouseClock.ZONE).toInstant()))
                .param(
                        "below",
                        NewId.lowestAt(end.plusDays(1).atStartOfDay(HouseClock.ZONE).toInstant()))
                .param("most", MOST)
                .query((rs, n) ->
                        new Look(
                                rs.getTimestamp("at").toInstant(),
                                rs.getString("name"),
                                Named.of(rs.getString("role"), Role.values()),
                                Named.of(rs.getString("action"), Action.values()),
                                rs.getString("reason")))
                .list();
    }

    private List<Work> work(UUID account, LocalDate start, LocalDate end) {
        return db.sql(
                        """
                        select u.name, a.role, a.start_on, a.end_on
                        from access.v_appointment a
                        join access.v_unit u on u.board_id = a.board_id and u.unit_id = a.unit_id
                        where a.board_id = framework.board_id() and a.account_id = :account
                          and a.start_on <= :end and (a.end_on is null or a.end_on >= :start)
                        order by a.start_on, u.name
                        """)
                .param("account", account)
                .param("start", start)
                .param("end", end)
                .query((rs, n) ->
                        new Work(
                                rs.getString("name"),
                                Role.valueOf(rs.getString("role")),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list();
    }

    /// What bound the employee, or the unit, or whom the employee stood in for, to the person or
    /// somebody of the household.
    private List<Tie> ties(UUID account, UUID person, LocalDate start, LocalDate end) {
        return db
                .sql(
                        """
                        with near as (
                            select cast(:person as uuid) as person_id
                            union
                            select m.person_id
                            from person.v_household_member h
                            join person.v_household_member m on m.board_id = h.board_id and m.household_id = h.household_id
                            where h.board_id = framework.board_id() and h.person_id = :person and m.person_id is not null
                        ), mine as (
                            select cast(:account as uuid) as account_id
                            union
                            select c.account_id from access.v_cover c
                            where c.board_id = framework.board_id() and c.cover_account_id = :account
                              and c.start_on <= :end and c.end_on >= :start
                        )
                        select distinct t.tie
                        from near n
                        join review.v_tie t on t.board_id = framework.board_id() and t.person_id = n.person_id
                        where t.account_id in (select m.account_id from mine m)
                           or t.unit_id in (select a.unit_id from access.v_appointment a
                                            where a.board_id = framework.board_id() and a.account_id = :account
                                              and a.start_on <= :end and (a.end_on is null or a.end_on >= :start))
                        """)
                .param("person", person)
                .param("account", account)
                .param("start", start)
                .param("end", end)
                .query(String.class)
                .list()
                .stream()
                .map(name -> Named.of(name, Tie.values()))
                .filter(tie -> tie != null)
                .sorted()
                .toList();
    }

    private List<String> covers(UUID account, LocalDate start, LocalDate end) {
        return db.sql(
                        """
                        select distinct a.display_name
                        from access.v_cover c
                        join access.v_account a on a.account_id = c.account_id
                        where c.board_id = framework.board_id() and c.cover_account_id = :account
                          and c.start_on <= :end and c.end_on >= :start
                        order by a.display_name
                        """)
                .param("account", account)
                .param("start", start)
                .param("end", end)
                .query((rs, n) -> rs.getString("display_name"))
                .list();
    }

    private List<Asked> questions(UUID item) {
        return db.sql(
                        """
                        select q.id, a.display_name, q.question, q.asked_at, q.needed, q.answer, q.answered_at
                        from review.question q
                        join access.v_account a on a.account_id = q.head_id
                        where q.board_id = framework.board_id() and q.item_id = :item
                        order by q.asked_at, q.id
                        """)
                .param("item", item)
                .query((rs, n) -> {
                    var answered = rs.getTimestamp("answered_at");
                    return new Asked(
                            rs.getObject("id", UUID.class),
                            rs.getString("display_name"),
                            rs.getString("question"),
                            rs.getTimestamp("asked_at").toInstant(),
                            rs.getObject("needed", Boolean.class),
                            rs.getString("answer"),
                            answered == null ? null : answered.toInstant());
                })
                .list();
    }

    /// Heads of a unit the employee worked in during the period; never the employee.
    private List<Head> heads(UUID account, LocalDate start, LocalDate end) {
        return db
                .sql(
                        """
                        select distinct h.account_id, a.display_name
                        from access.v_appointment w
                        join access.v_appointment h on h.board_id = w.board_id and h.unit_id = w.unit_id
                            and h.role = 'UNIT_HEAD' and h.account_id <> w.account_id
                            and h.start_on <= :end and (h.end_on is null or h.end_on >= :start)
                        join access.v_account a on a.account_id = h.account_id
                        where w.board_id = framework.board_id() and w.account_id = :account
                          and w.start_on <= :end and (w.end_on is null or w.end_on >= :start)
                        """)
                .param("account", account)
                .param("start", start)
                .param("end", end)
                .query((rs, n) ->
                        new Head(
                                new EmployeeId(rs.getObject("account_id", UUID.class)),
                                rs.getString("display_name")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Head::name))
                .toList();
    }

    /// What an enum calls its constants.
    static final class Named {

        private Named() {}

        static <E extends Enum<E>> @Nullable E of(@Nullable String name, E[] constants) {
            return name == null
                    ? null
                    : Arrays.stream(constants)
                            .collect(Collectors.toMap(Enum::name, Function.identity()))
                            .get(name);
        }
    }
}
