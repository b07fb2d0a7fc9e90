package se.bofast.review;

import java.time.Instant;
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
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;
import se.bofast.review.ReviewingItems.Named;

/// What the log says an employee has done, to the employee: by case number, never by name.
@Component
public class OwnReadings {

    public static final int SIZE = 50;

    /// @param people how many people's data
    /// @param number of the case, where it was one
    public record Reading(
            UUID id, Instant at, @Nullable Action action, int people, @Nullable String number) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;

    OwnReadings(JdbcClient db, Access access, Log log) {
        this.db = db;
        this.access = access;
        this.log = log;
    }

    /// One page, the newest first.
    @Transactional
    public Slice<Reading> of(Actor actor, Optional<PageKey> from) {
        access.require(actor, Action.SEE_OWN_READINGS);
        var key = from.flatMap(WhoHasSeen::id);
        var start = key.isPresent() ? from : Optional.<PageKey>empty();
        var backward = start.map(PageKey::backward).orElse(false);
        var rows =
                db.sql(
                                """
                                select e.entry_id, e.at, e.action, cardinality(e.person_ids) as people, c.number
                                from audit.v_access e
                                left join prevention.v_case c on c.board_id = e.board_id and c.case_id = e.subject_id
                                    and e.subject_kind = 'prevention-case'
                                where e.board_id = framework.board_id() and e.account_id = framework.account_id() %s
                                order by e.entry_id %s
                                limit :limit
                                """
                                        .formatted(
                                                key.isEmpty()
                                                        ? "and cast(:key as uuid) is null"
                                                        : backward
                                                                ? "and e.entry_id > :key"
                                                                : "and e.entry_id < :key",
                                                backward ? "asc" : "desc"))
                        .param("key", key.orElse(null))
                        .param("limit", SIZE + 1)
                        .query((rs, n) ->
                                new Reading(
                                        rs.getObject("entry_id", UUID.class),
                                        rs.getTimestamp("at").toInstant(),
                                        Named.of(rs.getString("action"), Action.values()),
                                        rs.getInt("people"),
                                        rs.getString("number")))
                        .list();
        log.record(LogEntry.of(Action.SEE_OWN_READINGS));
        return Slice.of(rows, SIZE, start, row -> List.of(row.id().toString()));
    }
}
