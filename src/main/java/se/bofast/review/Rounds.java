package se.bofast.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;

/// The rounds of a board, for who reviews and who follows it. Call within the actor's reach.
@Component
public class Rounds {

    /// How many items a page has.
    public static final int SIZE = 50;

    /// @param items taken up in all
    /// @param judged with a judgement that ends the matter
    /// @param asked waiting for a head's answer
    /// @param unauthorised found without right
    /// @param own items of the one who reads, which another must judge
    /// @param signedBy the signer's name
    public record Round(
            RoundId id,
            LocalDate start,
            LocalDate end,
            LocalDate due,
            String seed,
            ReviewTerms terms,
            long entries,
            long pairs,
            int sampled,
            Instant openedAt,
            @Nullable Instant signedAt,
            @Nullable String signedBy,
            int items,
            int judged,
            int asked,
            int unauthorised,
            int own) {

        public boolean isSigned() {
            return signedAt != null;
        }

        public boolean isOverdue(LocalDate today) {
            return !isSigned() && due.isBefore(today);
        }

        public int left() {
            return items - judged;
        }

        public YearMonth month() {
            return YearMonth.from(start);
        }
    }

    /// How many items a rule took up, how many of them are judged, and how many were found without
    /// right.
    public record RuleCount(ReviewRule rule, int items, int judged, int unauthorised) {}

    /// A line of a round.
    ///
    /// @param what the person's cases by number; never a name
    public record Line(
            UUID id,
            int number,
            EmployeeId employee,
            String employeeName,
            List<String> cases,
            boolean isProtected,
            int occasions,
            int searches,
            Instant last,
            List<ReviewRule> rules,
            @Nullable Judgement judgement,
            boolean own) {}

    private final JdbcClient db;
    private final Access access;
    private final Clock clock;

    Rounds(JdbcClient db, Access access, Clock clock) {
        this.db = db;
        this.access = access;
        this.clock = clock;
    }

    /// All, the newest first.
    @Transactional(readOnly = true)
    public List<Round> all(Actor actor) {
        access.require(actor, Action.SEE_LOG_REVIEW);
        return rounds(actor, null);
    }

    /// @throws NotFound if there is no such round within reach
    @Transactional(readOnly = true)
    public Round get(Actor actor, RoundId id) {
        access.require(actor, Action.SEE_LOG_REVIEW);
        return rounds(actor, id.value()).stream().findFirst().orElseThrow(NotFound::new);
    }

    /// Rounds that wait to be signed, for the menu.
    @Transactional(readOnly = true)
    public int open() {
        return db.sql(
                        """
                        select count(*) from review.v_round
                        where board_id = framework.board_id() and signed_at is null
                        """)
                .query(Integer.class)
                .single();
    }

    /// Rounds that should have been signed before today.
    @Transactional(readOnly = true)
    public int overdue() {
        return db.sql(
                        """
                        select count(*) from review.v_round
                        where board_id = framework.board_id() and signed_at is null and due_on < :today
                        """)
                .param("today", HouseClock.today(clock))
                .query(Integer.class)
                .single();
    }

    private List<Round> rounds(Actor actor, @Nullable UUID id) {
        return db.sql(
                        """
                        select r.id, r.start_on, r.end_on, r.due_on, r.seed, r.opens_minute, r.closes_minute, r.sample_percent,
                               r.sample_least, r.many_people, r.many_searches, r.closed_days, r.rules_off, r.entries, r.pairs,
                               r.sampled, r.opened_at, r.signed_at, s.display_name as signed_by, c.items, c.judged, c.asked,
                               c.unauthorised, c.own
                        from review.round r
                        left join access.v_account s on s.account_id = r.signed_by
                        cross join lateral (
                            select count(*) as items,
                                   count(*) filter (where i.judgement in ('IN_ORDER', 'UNAUTHORISED')) as judged,
                                   count(*) filter (where i.judgement = 'ASKED_HEAD') as asked,
                                   count(*) filter (where i.judgement = 'UNAUTHORISED') as unauthorised,
                                   count(*) filter (where i.account_id = :me) as own
                            from review.item i where i.board_id = r.board_id and i.round_id = r.id) c
                        where r.board_id = framework.board_id() and (cast(:id as uuid) is null or r.id = :id)
                        order by r.start_on desc, r.id
                        """)
                .param("me", actor.id().value())
                .param("id", id)
                .query(Rounds::round)
                .list();
    }

    private static Round round(ResultSet rs, int n) throws SQLException {
        var signed = rs.getTimestamp("signed_at");
        var start = rs.getObject("start_on", LocalDate.class);
        var due = rs.getObject("due_on", LocalDate.class);
        return new Round(
                new RoundId(rs.getObject("id", UUID.class)),
                start,
                rs.getObject("end_on", LocalDate.class),
                due,
                rs.getString("seed"),
                SettingReview.terms(rs, ReviewTerms.USUAL.signDays()),
                rs.getLong("entries"),
                rs.getLong("pairs"),
                rs.getInt("sampled"),
                rs.getTimestamp("opened_at").toInstant(),
                signed == null ? null : signed.toInstant(),
                rs.getString("signed_by"),
                rs.getInt("items"),
                rs.getInt("judged"),
                rs.getInt("asked"),
                rs.getInt("unauthorised"),
                rs.getInt("own"));
    }

    /// What each rule took up, also those that took nothing.
    @Transactional(readOnly = true)
    public List<RuleCount> byRule(Actor actor, RoundId id) {
        access.require(actor, Action.SEE_LOG_REVIEW);
        var found =
                db
                        .sql(
                                """
                                select k.rule, count(*) as items,
                                       count(*) filter (where i.judgement in ('IN_ORDER', 'UNAUTHORISED')) as judged,
                                       count(*) filter (where i.judgement = 'UNAUTHORISED') as unauthorised
                                from review.pick k
                                join review.item i on i.board_id = k.board_id and i.round_id = k.round_id
                                    and i.account_id = k.account_id and i.person_id = k.person_id
                                where k.board_id = framework.board_id() and k.round_id = :id
                                group by k.rule
                                """)
                        .param("id", id.value())
                        .query((rs, n) ->
                                ReviewRule.named(List.of(rs.getString("rule"))).stream()
                                        .map(rule -> {
                                            try {
                                                return new RuleCount(
                                                        rule,
                                                        rs.getInt("items"),
                                                        rs.getInt("judged"),
                                                        rs.getInt("unauthorised"));
                                            } catch (SQLException e) {
                                                throw new IllegalStateException(e);
                                            }
                                        })
                                        .toList())
                        .list()
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        return java.util.Arrays.stream(ReviewRule.values())
                .map(rule ->
                        found.stream()
                                .filter(count -> count.rule() == rule)
                                .findFirst()
                                .orElse(new RuleCount(rule, 0, 0, 0)))
                .toList();
    }

    /// One page of a round.
    ///
    /// @param rule only what it took up
    /// @param left only what is not judged yet
    @Transactional(readOnly = true)
    public Slice<Line> lines(
            Actor actor,
            RoundId id,
            Optional<ReviewRule> rule,
            boolean left,
            Optional<PageKey> from) {
        access.require(actor, Action.SEE_LOG_REVIEW);
        var key = from.flatMap(Rounds::number);
        var start = key.isPresent() ? from : Optional.<PageKey>empty();
        var backward = start.map(PageKey::backward).orElse(false);
        var rows =
                db.sql(
                                """
                                select i.id, i.number, i.account_id, a.display_name, i.occasions, i.searches, i.last_at,
                                       i.judgement, i.account_id = :me as own, coalesce(v.protected, false) or framework.hides(i.person_id) as protected,
                                       (select array_agg(k.rule order by k.rule) from review.pick k
                                        where k.board_id = i.board_id and k.round_id = i.round_id
                                          and k.account_id = i.account_id and k.person_id = i.person_id) as rules,
                                       (select array_agg(c.number order by c.opened_on desc) from prevention.v_case c
                                        where c.board_id = i.board_id and c.person_id = i.person_id) as cases
                                from review.item i
                                join access.v_account a on a.account_id = i.account_id
                                left join person.v_person v on v.board_id = i.board_id and v.person_id = i.person_id
                                where i.board_id = framework.board_id() and i.round_id = :round
                                  and (cast(:rule as text) is null or (i.account_id, i.person_id) in (
                                      select k.account_id, k.person_id from review.pick k
                                      where k.board_id = i.board_id and k.round_id = i.round_id and k.rule = :rule))
                                  and (:left = false or i.judgement is null or i.judgement = 'ASKED_HEAD') %s
                                order by i.number %s
                                limit :limit
                                """
                                        .formatted(
                                                key.isEmpty()
                                                        ? "and cast(:key as int) is null"
                                                        : backward
                                                                ? "and i.number < :key"
                                                                : "and i.number > :key",
                                                backward ? "desc" : "asc"))
                        .param("me", actor.id().value())
                        .param("round", id.value())
                        .param("rule", rule.map(Enum::name).orElse(null))
                        .param("left", left)
                        .param("key", key.orElse(null))
                        .param("limit", SIZE + 1)
                        .query(Rounds::line)
                        .list();
        return Slice.of(rows, SIZE, start, row -> List.of(String.valueOf(row.number())));
    }

    private static Line line(ResultSet rs, int n) throws SQLException {
        return new Line(
                rs.getObject("id", UUID.class),
                rs.getInt("number"),
                new EmployeeId(rs.getObject("account_id", UUID.class)),
                rs.getString("display_name"),
                texts(rs, "cases"),
                rs.getBoolean("protected"),
                rs.getInt("occasions"),
                rs.getInt("searches"),
                rs.getTimestamp("last_at").toInstant(),
                ReviewRule.named(texts(rs, "rules")),
                Judgement.of(rs.getString("judgement")),
                rs.getBoolean("own"));
    }

    static List<String> texts(ResultSet rs, String column) throws SQLException {
        var array = rs.getArray(column);
        return array == null
                ? List.of()
                : java.util.Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    private static Optional<Integer> number(PageKey key) {
        try {
            return key.values().size() == 1
                    ? Optional.of(Integer.valueOf(key.values().getFirst()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
