package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalsRouted;
import se.bofast.letter.StopReason;

/// "Paid" and "withdrawn" stop letters at once and propose closing (req A11); a person decides.
@Component
public class ProposingClose {

    private final JdbcClient db;
    private final StoppingLetters stopping;
    private final Access access;
    private final Log log;
    private final Clock clock;

    ProposingClose(JdbcClient db, StoppingLetters stopping, Access access, Log log, Clock clock) {
        this.db = db;
        this.stopping = stopping;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// After the cases have been joined.
    @EventListener
    @Order(100)
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SignalsRouted routed) {
        db.sql(
                        """
                        insert into prevention.close_proposal (board_id, area_id, case_id, signal_id, proposed_at)
                        select j.board_id, j.area_id, j.case_id, j.signal_id, :now
                        from prevention.case_signal j
                        join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                        where j.board_id = framework.board_id() and j.signal_id = any(:signals)
                          and s.kind in ('SETTLED', 'WITHDRAWN')
                        on conflict do nothing
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "signals",
                        routed.signals().stream().map(SignalId::value).toArray(UUID[]::new))
                .update();
        stopping.ofCases(proposed(routed), StopReason.SETTLED);
    }

    private List<UUID> proposed(SignalsRouted routed) {
        return db.sql(
                        """
                        select distinct case_id from prevention.close_proposal
                        where board_id = framework.board_id() and signal_id = any(:signals) and answered_at is null
                        """)
                .param(
                        "signals",
                        routed.signals().stream().map(SignalId::value).toArray(UUID[]::new))
                .query((rs, n) -> rs.getObject("case_id", UUID.class))
                .list();
    }

    /// True while a proposal waits for an answer: no letter goes out.
    @Transactional(readOnly = true)
    public boolean lettersStopped(CaseId id) {
        return db.sql(
                        """
                        select count(*) > 0 from prevention.close_proposal
                        where board_id = framework.board_id() and case_id = :id and answered_at is null
                        """)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /// The case stays open all the same; letters may go out again.
    @Transactional
    public void keepOpen(Actor actor, CaseId id) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        answer(id, true);
        log.record(
                LogEntry.of(Action.WORK_ON_CASE)
                        .about(CaseId.KIND, id.value())
                        .because("KEPT_OPEN"));
    }

    /// The case has ended; open proposals are answered with it.
    void ended(CaseId id) {
        answer(id, false);
        stopping.ofCases(List.of(id.value()), StopReason.CLOSED);
    }

    private void answer(CaseId id, boolean keptOpen) {
        db.sql(
                        """
                        update prevention.close_proposal
                        set answered_at = :now, answered_by = framework.account_id(), kept_open = :kept
                        where board_id = framework.board_id() and case_id = :id and answered_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("kept", keptOpen)
                .param("id", id.value())
                .update();
    }
}
