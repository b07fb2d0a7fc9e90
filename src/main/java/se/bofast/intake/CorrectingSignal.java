package se.bofast.intake;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;

/// Corrects what a notice states, as it was read or written down. What stood there before stays,
/// with who corrected it, when and why.
@Component
public class CorrectingSignal {

    private final JdbcClient db;
    private final JdbcTemplate single;
    private final Access access;
    private final Log log;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CorrectingSignal(
            JdbcClient db,
            JdbcTemplate single,
            Access access,
            Log log,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.single = single;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    private record Before(UUID id, @Nullable Fact fact) {}

    /// Sets the fact, takes it back, or adds one that was left out.
    ///
    /// @param ordinal which of several of the kind, from 1; one more than there are adds another
    /// @param fact null takes it back
    /// @param reason in the corrector's words
    /// @throws Conflict if the notice has been taken back, or has no such fact to take back
    @Transactional
    public void correct(
            Actor actor,
            SignalId id,
            FactKind kind,
            int ordinal,
            @Nullable Fact fact,
            String reason) {
        access.require(actor, Action.CORRECT_SIGNAL, new Subject(SignalRelations.KIND, id.value()));
        if (fact != null && fact.kind() != kind) {
            throw new IllegalArgumentException("a fact of another kind");
        }
        var person =
                db.sql(
                                """
                                select person_id from intake.signal
                                where board_id = framework.board_id() and id = :id and withdrawn_at is null
                                for update
                                """)
                        .param("id", id.value())
                        .query((rs, n) ->
                                java.util.Optional.ofNullable(rs.getObject(1, UUID.class)))
                        .optional()
                        .orElseThrow(() -> new Conflict("intake.correct.withdrawn"))
                        .map(PersonId::new)
                        .orElse(null);
        var before =
                db.sql(
                                """
                                select id, kind, fact_on, amount_ore, yes, count, code,
                                       num_nonnulls(fact_on, amount_ore, yes, count, code) = 1 as valued
                                from intake.signal_fact
                                where board_id = framework.board_id() and signal_id = :signal and kind = :kind
                                  and ordinal = :ordinal and superseded_at is null
                                """)
                        .param("signal", id.value())
                        .param("kind", kind.name())
                        .param("ordinal", ordinal)
                        .query((rs, n) ->
                                new Before(
                                        rs.getObject("id", UUID.class),
                                        rs.getBoolean("valued") ? ReadingSignals.fact(rs) : null))
                        .optional();
        var was = before.map(Before::fact).orElse(null);
        if (was == null && fact == null) {
            throw new Conflict("intake.correct.gone");
        }
        if (fact != null && fact.equals(was)) {
            return;
        }
        var at = Timestamp.from(clock.instant());
        before.ifPresent(b ->
                db.sql(
                                """
                                update intake.signal_fact set superseded_at = :at
                                where board_id = framework.board_id() and id = :id
                                """)
                        .param("at", at)
                        .param("id", b.id())
                        .update());
        insert(actor, id, kind, ordinal, fact, reason, at);
        log.record(
                LogEntry.of(Action.CORRECT_SIGNAL)
                        .about(SignalRelations.KIND, id.value())
                        .touching(person)
                        .changing(text(kind, was), text(kind, fact)));
        events.publishEvent(new SignalFactCorrected(id));
    }

    private static Map<String, String> text(FactKind kind, @Nullable Fact fact) {
        return fact == null ? Map.of() : Map.of(kind.name(), fact.text());
    }

    private void insert(
            Actor actor,
            SignalId signal,
            FactKind kind,
            int ordinal,
            @Nullable Fact fact,
            String reason,
            Timestamp at) {
        single.update(
                """
                insert into intake.signal_fact (board_id, area_id, id, signal_id, kind, ordinal, fact_on, amount_ore, yes,
                    count, code, recorded_at, recorded_by, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ps -> {
                    ps.setObject(1, actor.board().value());
                    ps.setObject(2, actor.area().value());
                    ps.setObject(3, NewId.at(clock));
                    ps.setObject(4, signal.value());
                    ps.setString(5, kind.name());
                    ps.setInt(6, ordinal);
                    if (fact == null) {
                        ps.setNull(7, Types.DATE);
                        ps.setNull(8, Types.BIGINT);
                        ps.setNull(9, Types.BOOLEAN);
                        ps.setNull(10, Types.INTEGER);
                        ps.setNull(11, Types.VARCHAR);
                    } else {
                        WritingSignals.setValue(ps, 7, fact);
                    }
                    ps.setTimestamp(12, at);
                    ps.setObject(13, actor.id().value());
                    ps.setString(14, reason);
                });
    }
}
