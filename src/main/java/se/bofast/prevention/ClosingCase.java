package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// Ends a case with how it ended, or lets it go on when the home was lost.
@Component
public class ClosingCase {

    private final Cases cases;
    private final CaseFacts facts;
    private final Clockwork clockwork;
    private final ProposingClose proposing;
    private final Access access;
    private final Log log;
    private final JdbcClient db;
    private final Clock clock;

    ClosingCase(
            Cases cases,
            CaseFacts facts,
            Clockwork clockwork,
            ProposingClose proposing,
            Access access,
            Log log,
            JdbcClient db,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.clockwork = clockwork;
        this.proposing = proposing;
        this.access = access;
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    /// Records how it ended. The home kept: the case closes. The home lost: it goes on, with a
    /// list.
    @Transactional
    public Closing end(Actor actor, CaseId id, Closing.Ended ended) {
        access.require(actor, Action.CLOSE_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var today = HouseClock.today(clock);
        var refusal = refusal(found, ended, today);
        if (refusal.isPresent()) {
            return new Closing.Refused(refusal.get());
        }
        write(id, ended, "RECORDED");
        facts.write(
                id,
                null,
                FactKind.OUTCOME,
                1,
                Fact.code(FactKind.OUTCOME, ended.outcome().name()),
                "OUTCOME");
        facts.write(
                id,
                null,
                FactKind.OUTCOME_RECORDED_ON,
                1,
                Fact.on(FactKind.OUTCOME_RECORDED_ON, today),
                "OUTCOME");
        noteChildren(id, ended.children());
        proposing.ended(id);
        record(actor, found, ended.outcome().name());
        if (ended.outcome() == Closing.Outcome.EVICTED && ended.executedOn() != null) {
            facts.write(
                    id,
                    null,
                    FactKind.EVICTION_EXECUTED_ON,
                    1,
                    Fact.on(FactKind.EVICTION_EXECUTED_ON, ended.executedOn()),
                    "OUTCOME");
            var steps = begin(id, ended.executedOn(), today);
            stage(id, Stage.HOME_LOST, null);
            clockwork.recompute(Set.of(id.value()));
            return new Closing.HomeLost(steps);
        }
        stage(id, Stage.CLOSED, today);
        clockwork.recompute(Set.of(id.value()));
        return new Closing.Closed(today);
    }

    /// Who the outcome touches is also known of the home: that a child lives there, and how. What
    /// has been told of the case before is left as it is.
    private void noteChildren(CaseId id, List<Closing.TouchedChild> children) {
        if (children.isEmpty()) {
            return;
        }
        var most =
                children.stream()
                        .map(Closing.TouchedChild::stay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        for (var fact :
                List.of(
                        Fact.yesNo(FactKind.CHILD_IN_HOUSEHOLD, true),
                        Fact.code(FactKind.CHILD_RESIDENCE, most.name()))) {
            if (facts.current(id, null, fact.kind(), 1).isEmpty()) {
                facts.write(id, null, fact.kind(), 1, fact, "OUTCOME");
            }
        }
    }

    /// Closes a case whose home was lost, once every step is done or said not to be needed.
    @Transactional
    public Closing close(Actor actor, CaseId id) {
        access.require(actor, Action.CLOSE_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        if (found.stage() == Stage.CLOSED) {
            return new Closing.Refused(Closing.Hindrance.ALREADY_CLOSED);
        }
        if (found.stage() != Stage.HOME_LOST
                || steps(id).stream().anyMatch(LostHome.Line::isLeft)) {
            return new Closing.Refused(Closing.Hindrance.STEPS_LEFT);
        }
        var today = HouseClock.today(clock);
        stage(id, Stage.CLOSED, today);
        clockwork.recompute(Set.of(id.value()));
        record(actor, found, "CLOSED_AFTER_LOST_HOME");
        return new Closing.Closed(today);
    }

    /// Opens a closed case again; its outcome stays on record as one that did not last.
    @Transactional
    public void reopen(Actor actor, CaseId id, String reason) {
        access.require(actor, Action.CLOSE_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        if (found.stage() != Stage.CLOSED) {
            return;
        }
        db.sql(
                        """
                        update prevention.outcome set superseded_at = :now
                        where board_id = framework.board_id() and case_id = :id and superseded_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        for (var kind : List.of(FactKind.OUTCOME, FactKind.OUTCOME_RECORDED_ON)) {
            if (facts.current(id, null, kind, 1).isPresent()) {
                facts.write(id, null, kind, 1, null, "TAKEN_BACK");
            }
        }
        stage(id, Stage.CONTACT, null);
        clockwork.recompute(Set.of(id.value()));
        record(actor, found, reason);
    }

    /// A step after a lost home: done, or not needed with the reason in the note. The first answer
    /// stands.
    ///
    /// @throws Conflict if a colleague has answered otherwise
    @Transactional
    public void step(
            Actor actor,
            CaseId id,
            LostHome.Step step,
            @Nullable LocalDate doneOn,
            boolean notNeeded,
            @Nullable String note) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        if (doneOn != null && doneOn.isAfter(HouseClock.today(clock))) {
            throw new Conflict("prevention.step.future");
        }
        var changed =
                db.sql(
                                """
                                update prevention.lost_home_step
                                set done_on = :done, not_needed = :not, note = :note, changed_at = :now,
                                    changed_by = framework.account_id()
                                where board_id = framework.board_id() and case_id = :id and step = :step
                                  and (done_on is null and not not_needed
                                       or done_on is not distinct from cast(:done as date) and not_needed = :not
                                          and note is not distinct from cast(:note as text))
                                """)
                        .param("done", doneOn)
                        .param("not", notNeeded)
                        .param("note", note)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .param("step", step.name())
                        .update();
        if (changed == 0) {
            if (steps(id).stream().anyMatch(line -> line.step() == step)) {
                throw new Conflict("prevention.step.already");
            }
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.WORK_ON_CASE)
                        .about(CaseId.KIND, id.value())
                        .touching(found.person())
                        .because(step.name()));
    }

    /// The steps after a lost home, the nearest first; empty while the home is not lost.
    @Transactional(readOnly = true)
    public List<LostHome.Line> steps(CaseId id) {
        return db.sql(
                        """
                        select step, due_on, done_on, not_needed, note from prevention.lost_home_step
                        where board_id = framework.board_id() and case_id = :id
                        order by due_on, step
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new LostHome.Line(
                                LostHome.Step.valueOf(rs.getString("step")),
                                rs.getObject("due_on", LocalDate.class),
                                rs.getObject("done_on", LocalDate.class),
                                rs.getBoolean("not_needed"),
                                rs.getString("note")))
                .list();
    }

    /// The outcomes of the case, the current one first.
    @Transactional(readOnly = true)
    public List<Closing.Recorded> outcomes(CaseId id) {
        return db.sql(
                        """
                        select id, code, decided_on, executed_on, board_present, note, recorded_at,
                               superseded_at is null as standing, reason
                        from prevention.outcome
                        where board_id = framework.board_id() and case_id = :id
                        order by recorded_at desc, id desc
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new Closing.Recorded(
                                rs.getObject("id", UUID.class),
                                Closing.Outcome.valueOf(rs.getString("code")),
                                rs.getObject("decided_on", LocalDate.class),
                                rs.getObject("executed_on", LocalDate.class),
                                (Boolean) rs.getObject("board_present"),
                                rs.getString("note"),
                                rs.getTimestamp("recorded_at").toInstant(),
                                rs.getBoolean("standing"),
                                rs.getString("reason")))
                .list();
    }

    private static Optional<Closing.Hindrance> refusal(
            Cases.Case found, Closing.Ended ended, LocalDate today) {
        if (found.stage() == Stage.CLOSED) {
            return Optional.of(Closing.Hindrance.ALREADY_CLOSED);
        }
        if (ended.decidedOn().isAfter(today)
                || ended.executedOn() != null && ended.executedOn().isAfter(today)) {
            return Optional.of(Closing.Hindrance.OUTCOME_IN_FUTURE);
        }
        if (ended.executedOn() != null && ended.executedOn().isBefore(ended.decidedOn())) {
            return Optional.of(Closing.Hindrance.EXECUTED_BEFORE_DECIDED);
        }
        if (ended.outcome() == Closing.Outcome.EVICTED && ended.executedOn() == null) {
            return Optional.of(Closing.Hindrance.EXECUTED_MISSING);
        }
        if (found.inquiryDecidedOn() == null) {
            return Optional.of(Closing.Hindrance.NO_INQUIRY_DECISION);
        }
        return Optional.empty();
    }

    private void write(CaseId id, Closing.Ended ended, String reason) {
        var now = Timestamp.from(clock.instant());
        db.sql(
                        """
                        update prevention.outcome set superseded_at = :now
                        where board_id = framework.board_id() and case_id = :id and superseded_at is null
                        """)
                .param("now", now)
                .param("id", id.value())
                .update();
        var outcome = NewId.at(clock);
        db.sql(
                        """
                        insert into prevention.outcome (board_id, area_id, id, case_id, code, decided_on, executed_on,
                            board_present, note, recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :outcome, :id, :code, :decided, :executed,
                            :present, :note, :now, framework.account_id(), :reason)
                        """)
                .param("outcome", outcome)
                .param("id", id.value())
                .param("code", ended.outcome().name())
                .param("decided", ended.decidedOn())
                .param("executed", ended.executedOn())
                .param("present", ended.boardPresent())
                .param("note", ended.note())
                .param("now", now)
                .param("reason", reason)
                .update();
        for (var i = 0; i < ended.children().size(); i++) {
            var child = ended.children().get(i);
            db.sql(
                            """
                            insert into prevention.outcome_child (board_id, area_id, outcome_id, child, stay, present)
                            values (framework.board_id(), (framework.area_ids())[1], :outcome, :child, :stay, :present)
                            """)
                    .param("outcome", outcome)
                    .param("child", i + 1)
                    .param("stay", child.stay().name())
                    .param("present", child.present())
                    .update();
        }
    }

    private int begin(CaseId id, LocalDate lostOn, LocalDate today) {
        var now = Timestamp.from(clock.instant());
        for (var step : LostHome.Step.values()) {
            db.sql(
                            """
                            insert into prevention.lost_home_step (board_id, area_id, case_id, step, due_on, not_needed,
                                changed_at, changed_by)
                            values (framework.board_id(), (framework.area_ids())[1], :id, :step, :due, false, :now,
                                framework.account_id())
                            on conflict do nothing
                            """)
                    .param("id", id.value())
                    .param("step", step.name())
                    .param("due", step.dueOn(lostOn).isBefore(today) ? today : step.dueOn(lostOn))
                    .param("now", now)
                    .update();
        }
        return LostHome.Step.values().length;
    }

    private void stage(CaseId id, Stage stage, @Nullable LocalDate closedOn) {
        db.sql(
                        """
                        update prevention.prevention_case
                        set stage = :stage, closed_on = :closed,
                            unread_since = case when :stage = 'CLOSED' then null else unread_since end
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("stage", stage.name())
                .param("closed", closedOn)
                .param("id", id.value())
                .update();
    }

    private void record(Actor actor, Cases.Case found, String reason) {
        log.record(
                LogEntry.of(Action.CLOSE_CASE)
                        .about(CaseId.KIND, found.id().value())
                        .touching(found.person())
                        .because(reason)
                        .changing(
                                Map.of("stage", found.stage().name()),
                                Map.of("by", actor.unit().toString())));
    }
}
