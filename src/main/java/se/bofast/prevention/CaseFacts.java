package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.database.Reach;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.SignalId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;

/// The facts that come up in a case. Append-only: a correction supersedes the row before.
@Repository
class CaseFacts {

    /// A fact as recorded; `fact` is null where it was taken back.
    record Recorded(
            UUID id,
            FactKind kind,
            int ordinal,
            @Nullable Fact fact,
            @Nullable UUID signal,
            Instant recordedAt,
            @Nullable EmployeeId recordedBy,
            @Nullable Instant supersededAt,
            String reason) {}

    private final JdbcClient db;
    private final JdbcTemplate single;
    private final Clock clock;

    CaseFacts(JdbcClient db, JdbcTemplate single, Clock clock) {
        this.db = db;
        this.single = single;
        this.clock = clock;
    }

    /// All facts of the case with their history, newest first.
    List<Recorded> of(CaseId id) {
        return db.sql(
                        """
                        select id, kind, ordinal, fact_on, amount_ore, yes, count, code, signal_id, recorded_at,
                               recorded_by, superseded_at, reason,
                               num_nonnulls(fact_on, amount_ore, yes, count, code) = 0 as taken_back
                        from prevention.case_fact
                        where board_id = framework.board_id() and case_id = :id
                        order by recorded_at desc, id desc
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var by = rs.getObject("recorded_by", UUID.class);
                    var superseded = rs.getTimestamp("superseded_at");
                    return new Recorded(
                            rs.getObject("id", UUID.class),
                            FactKind.valueOf(rs.getString("kind")),
                            rs.getInt("ordinal"),
                            rs.getBoolean("taken_back") ? null : FactColumns.fact(rs),
                            rs.getObject("signal_id", UUID.class),
                            rs.getTimestamp("recorded_at").toInstant(),
                            by == null ? null : new EmployeeId(by),
                            superseded == null ? null : superseded.toInstant(),
                            rs.getString("reason"));
                })
                .list();
    }

    Optional<Fact> current(CaseId id, @Nullable SignalId signal, FactKind kind, int ordinal) {
        return db.sql(
                        """
                        select kind, fact_on, amount_ore, yes, count, code from prevention.case_fact
                        where board_id = framework.board_id() and case_id = :id and kind = :kind and ordinal = :ordinal
                          and signal_id is not distinct from cast(:signal as uuid) and superseded_at is null
                          and num_nonnulls(fact_on, amount_ore, yes, count, code) = 1
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("ordinal", ordinal)
                .param("signal", signal == null ? null : signal.value())
                .query((rs, n) -> FactColumns.fact(rs))
                .optional();
    }

    /// The next free ordinal: days may be known several times over.
    int nextOrdinal(CaseId id, @Nullable SignalId signal, FactKind kind) {
        return db.sql(
                        """
                        select coalesce(max(ordinal), 0) + 1 from prevention.case_fact
                        where board_id = framework.board_id() and case_id = :id and kind = :kind
                          and signal_id is not distinct from cast(:signal as uuid)
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("signal", signal == null ? null : signal.value())
                .query(Integer.class)
                .single();
    }

    /// Writes the fact as the current one of its ordinal. Null takes the earlier one back.
    void write(
            CaseId id,
            @Nullable SignalId signal,
            FactKind kind,
            int ordinal,
            @Nullable Fact fact,
            String reason) {
        var reach = Reach.current();
        var at = Timestamp.from(clock.instant());
        db.sql(
                        """
                        update prevention.case_fact set superseded_at = :at
                        where board_id = framework.board_id() and case_id = :id and kind = :kind and ordinal = :ordinal
                          and signal_id is not distinct from cast(:signal as uuid) and superseded_at is null
                        """)
                .param("at", at)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("ordinal", ordinal)
                .param("signal", signal == null ? null : signal.value())
                .update();
        single.update(
                """
                insert into prevention.case_fact (board_id, area_id, id, case_id, signal_id, kind, ordinal,
                    fact_on, amount_ore, yes, count, code, recorded_at, recorded_by, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ps -> {
                    ps.setObject(1, reach.requiredBoard().value());
                    ps.setObject(2, reach.homeArea().value());
                    ps.setObject(3, NewId.at(clock));
                    ps.setObject(4, id.value());
                    ps.setObject(5, signal == null ? null : signal.value(), java.sql.Types.OTHER);
                    ps.setString(6, kind.name());
                    ps.setInt(7, ordinal);
                    FactColumns.set(ps, 8, fact);
                    ps.setTimestamp(13, at);
                    ps.setObject(
                            14,
                            reach.employee() == null ? null : reach.employee().value(),
                            java.sql.Types.OTHER);
                    ps.setString(15, reason);
                });
    }
}
