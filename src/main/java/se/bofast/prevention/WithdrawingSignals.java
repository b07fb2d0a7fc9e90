package se.bofast.prevention;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalPlace;
import se.bofast.intake.SignalWork;
import se.bofast.intake.SignalsWithdrawn;
import se.bofast.kernel.HouseClock;

/// What becomes of cases when signals are taken back, and where a signal is handled.
@Component
class WithdrawingSignals implements SignalPlace, SignalWork {

    private final JdbcClient db;
    private final Clockwork clockwork;
    private final CaseReach reach;
    private final java.time.Clock clock;

    WithdrawingSignals(JdbcClient db, Clockwork clockwork, CaseReach reach, java.time.Clock clock) {
        this.db = db;
        this.clockwork = clockwork;
        this.reach = reach;
        this.clock = clock;
    }

    /// A case that no notice of a threat is left in is closed; the days of the others are counted
    /// without what was taken back.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SignalsWithdrawn withdrawn) {
        var cases =
                new LinkedHashSet<>(
                        db.sql(
                                        """
                                        select distinct case_id from prevention.case_signal
                                        where board_id = framework.board_id() and signal_id = any(:signals)
                                        """)
                                .param("signals", ids(withdrawn.signals()))
                                .query(UUID.class)
                                .list());
        if (cases.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        update prevention.prevention_case
                        set stage = 'CLOSED', closed_on = :today, next_on = date 'infinity', next_rule = null,
                            unread_since = null
                        where board_id = framework.board_id() and id = any(:cases) and stage <> 'CLOSED'
                          and not exists (
                              select 1 from prevention.case_signal j
                              join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                              where j.board_id = prevention_case.board_id and j.case_id = prevention_case.id
                                and s.kind not in ('SETTLED', 'WITHDRAWN'))
                        """)
                .param("today", HouseClock.today(clock))
                .param("cases", cases.toArray(UUID[]::new))
                .update();
        clockwork.recompute(cases);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> reach(Actor actor, SignalId signal) {
        return caseOf(signal).flatMap(id -> reach.between(actor, new CaseId(id).subject()));
    }

    private Optional<UUID> caseOf(SignalId signal) {
        return db.sql(
                        """
                        select case_id from prevention.case_signal
                        where board_id = framework.board_id() and signal_id = :signal
                        """)
                .param("signal", signal.value())
                .query(UUID.class)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Optional<String> hrefOf(SignalId signal) {
        return caseOf(signal).map(id -> "/arenden/" + id);
    }

    /// Worked on means: since the signal joined the case, someone has tried to reach the person,
    /// told the landlord, decided, recorded a fact, or moved a case that the signal opened.
    @Override
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public Set<SignalId> worked(Collection<SignalId> signals) {
        return new HashSet<>(
                db.sql(
                                """
                                select j.signal_id
                                from prevention.case_signal j
                                join prevention.prevention_case c on c.board_id = j.board_id and c.id = j.case_id
                                where j.board_id = framework.board_id() and j.signal_id = any(:signals)
                                  and (c.first_attempt_at >= j.joined_at or c.last_contact_at >= j.joined_at
                                       or c.landlord_told_at >= j.joined_at
                                       or c.inquiry_decided_on >= cast(j.joined_at at time zone 'Europe/Stockholm' as date)
                                       or c.stage <> 'NEW' and c.opened_at >= j.joined_at
                                       or exists (select 1 from prevention.case_fact f
                                                  where f.board_id = j.board_id and f.case_id = j.case_id
                                                    and f.recorded_at >= j.joined_at))
                                """)
                        .param("signals", ids(signals))
                        .query((rs, n) -> new SignalId(rs.getObject("signal_id", UUID.class)))
                        .list());
    }

    private static UUID[] ids(Collection<SignalId> signals) {
        return signals.stream().map(SignalId::value).toArray(UUID[]::new);
    }
}
