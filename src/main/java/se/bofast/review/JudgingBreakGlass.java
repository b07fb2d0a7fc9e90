package se.bofast.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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
import se.bofast.access.BreakingGlass;
import se.bofast.access.Verdict;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;

/// The reviewer's part of a nödöppning: it is told at once, and judged by another than who opened.
/// Call within the actor's reach.
@Component
public class JudgingBreakGlass {

    /// How many rows a page has.
    public static final int SIZE = 50;

    /// A nödöppning as the reviewer sees it.
    ///
    /// @param endedAt when it was closed or its time is out
    public record Opening(
            UUID id,
            EmployeeId employee,
            String name,
            String unit,
            String subjectKind,
            UUID subjectId,
            String reason,
            Instant openedAt,
            Instant endedAt,
            @Nullable Verdict verdict,
            @Nullable String judgement,
            @Nullable String judgedBy) {}

    /// What the employee did with it while it was open.
    public record Done(Instant at, @Nullable Action action) {}

    /// What came of a judgement.
    public enum Result {
        DONE,
        /// One's own is judged by another.
        OWN,
        /// Somebody has judged it already.
        ALREADY
    }

    private final JdbcClient db;
    private final BreakingGlass glass;
    private final Access access;
    private final Log log;
    private final Clock clock;

    JudgingBreakGlass(JdbcClient db, BreakingGlass glass, Access access, Log log, Clock clock) {
        this.db = db;
        this.glass = glass;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// How many wait to be judged, for the menu.
    @Transactional(readOnly = true)
    public int waiting() {
        return db.sql(
                        """
                        select count(*) from access.v_break_glass
                        where board_id = framework.board_id() and judged_at is null
                        """)
                .query(Integer.class)
                .single();
    }

    private static final String LIST =
            """
            select g.break_glass_id, g.account_id, a.display_name, u.name as unit_name, g.subject_kind, g.subject_id, g.reason,
                   g.opened_at, coalesce(g.closed_at, g.ends_at) as ended_at, g.verdict, g.judgement,
                   j.display_name as judged_by
            from access.v_break_glass g
            join access.v_account a on a.account_id = g.account_id
            left join access.v_unit u on u.board_id = g.board_id and u.unit_id = g.unit_id
            left join access.v_account j on j.account_id = g.judged_by
            where g.board_id = framework.board_id() %s
            """;

    /// One page, the newest first.
    @Transactional
    public Slice<Opening> list(Actor actor, Optional<PageKey> from) {
        access.require(actor, Action.JUDGE_BREAK_GLASS);
        var key = from.flatMap(JudgingBreakGlass::id);
        var start = key.isPresent() ? from : Optional.<PageKey>empty();
        var backward = start.map(PageKey::backward).orElse(false);
        var rows =
                db.sql(
                                LIST.formatted(
                                        (key.isEmpty()
                                                        ? "and cast(:key as uuid) is null"
                                                        : backward
                                                                ? "and g.break_glass_id > :key"
                                                                : "and g.break_glass_id < :key")
                                                + " order by g.break_glass_id "
                                                + (backward ? "asc" : "desc")
                                                + " limit :limit"))
                        .param("key", key.orElse(null))
                        .param("limit", SIZE + 1)
                        .query(JudgingBreakGlass::opening)
                        .list();
        log.record(LogEntry.of(Action.JUDGE_BREAK_GLASS));
        return Slice.of(rows, SIZE, start, row -> List.of(row.id().toString()));
    }

    /// @throws NotFound if there is none such in the board
    @Transactional
    public Opening find(Actor actor, UUID id) {
        access.require(actor, Action.JUDGE_BREAK_GLASS);
        var found =
                db.sql(LIST.formatted("and g.break_glass_id = :id"))
                        .param("id", id)
                        .query(JudgingBreakGlass::opening)
                        .optional()
                        .orElseThrow(NotFound::new);
        log.record(LogEntry.of(Action.JUDGE_BREAK_GLASS).about(BreakingGlass.KIND, id));
        return found;
    }

    private static Opening opening(ResultSet rs, int n) throws SQLException {
        var verdict = rs.getString("verdict");
        return new Opening(
                rs.getObject("break_glass_id", UUID.class),
                new EmployeeId(rs.getObject("account_id", UUID.class)),
                rs.getString("display_name"),
                Optional.ofNullable(rs.getString("unit_name")).orElse(""),
                rs.getString("subject_kind"),
                rs.getObject("subject_id", UUID.class),
                rs.getString("reason"),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getTimestamp("ended_at").toInstant(),
                verdict == null ? null : Verdict.valueOf(verdict),
                rs.getString("judgement"),
                rs.getString("judged_by"));
    }

    /// What was done with the subject while it was open, in order.
    @Transactional(readOnly = true)
    public List<Done> done(Opening opening) {
        return db.sql(
                        """
                        select at, action from audit.v_entry_by_account
                        where board_id = framework.board_id() and subject_kind = :kind and subject_id = :subject
                          and account_id = :account and at >= :from and at <= :until
                        order by entry_id
                        limit 500
                        """)
                .param("kind", opening.subjectKind())
                .param("subject", opening.subjectId())
                .param("account", opening.employee().value())
                .param("from", Timestamp.from(opening.openedAt()))
                .param("until", Timestamp.from(opening.endedAt()))
                .query((rs, n) ->
                        new Done(rs.getTimestamp("at").toInstant(), action(rs.getString("action"))))
                .list();
    }

    private static @Nullable Action action(String name) {
        return Arrays.stream(Action.values())
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// Judges it, once.
    ///
    /// @param judgement in the reviewer's words
    /// @throws NotFound if there is none such in the board
    @Transactional
    public Result judge(Actor actor, UUID id, Verdict verdict, String judgement) {
        var opening = find(actor, id);
        if (opening.employee().equals(actor.id())) {
            return Result.OWN;
        }
        if (!glass.judge(actor, id, verdict, judgement)) {
            return Result.ALREADY;
        }
        log.record(
                LogEntry.of(Action.JUDGE_BREAK_GLASS)
                        .about(BreakingGlass.KIND, id)
                        .changing(java.util.Map.of(), java.util.Map.of("verdict", verdict.name())));
        return Result.DONE;
    }

    private static Optional<UUID> id(PageKey key) {
        try {
            return key.values().size() == 1
                    ? Optional.of(UUID.fromString(key.values().getFirst()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
