package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import se.bofast.deadline.Finding;
import se.bofast.deadline.RuledFinding;
import se.bofast.intake.SignalId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;

/// What a caseworker does to a case: records and corrects facts, gives it to someone, numbers it.
@Component
public class WorkingOnCase {

    /// A legal day that a changed fact moved, for telling what changed.
    public record Moved(
            String rule,
            java.time.@Nullable LocalDate before,
            java.time.@Nullable LocalDate after) {}

    private final Cases cases;
    private final CaseFacts facts;
    private final Clockwork clockwork;
    private final Access access;
    private final Log log;
    private final JdbcClient db;
    private final Clock clock;

    WorkingOnCase(
            Cases cases,
            CaseFacts facts,
            Clockwork clockwork,
            Access access,
            Log log,
            JdbcClient db,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.clockwork = clockwork;
        this.access = access;
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    /// Records a fact of the case, or of one of its notices.
    ///
    /// A kind that has one value replaces the one before; a day may be known several times over.
    ///
    /// @param reason where it is known from, or why it is corrected
    /// @return the legal days that moved
    @Transactional
    public List<Moved> record(
            Actor actor, CaseId id, @Nullable SignalId signal, Fact fact, String reason) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        var ordinal =
                fact.kind().type() == FactKind.Type.DATE
                        ? facts.nextOrdinal(id, signal, fact.kind())
                        : 1;
        return write(actor, id, signal, fact.kind(), ordinal, fact, reason);
    }

    /// Corrects a fact, or takes it back when the new value is null. The old one stays readable.
    @Transactional
    public List<Moved> correct(
            Actor actor,
            CaseId id,
            @Nullable SignalId signal,
            FactKind kind,
            int ordinal,
            @Nullable Fact value,
            String reason) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        if (facts.current(id, signal, kind, ordinal).isEmpty()) {
            throw new NotFound();
        }
        return write(actor, id, signal, kind, ordinal, value, reason);
    }

    private List<Moved> write(
            Actor actor,
            CaseId id,
            @Nullable SignalId signal,
            FactKind kind,
            int ordinal,
            @Nullable Fact value,
            String reason) {
        var found = cases.find(id).orElseThrow(NotFound::new);
        var before = clockwork.findings(id.value());
        var old = facts.current(id, signal, kind, ordinal);
        facts.write(id, signal, kind, ordinal, value, reason);
        clockwork.recompute(Set.of(id.value()));
        if (kind == FactKind.INQUIRY_DECIDED_ON && value instanceof Fact.OnDay decided) {
            db.sql(
                            """
                            update prevention.prevention_case set inquiry_decided_on = :day
                            where board_id = framework.board_id() and id = :id
                            """)
                    .param("day", decided.on())
                    .param("id", id.value())
                    .update();
        }
        log.record(
                LogEntry.of(Action.WORK_ON_CASE)
                        .about(CaseId.KIND, id.value())
                        .touching(found.person())
                        .because(kind.name())
                        .changing(
                                old.map(f -> Map.of(kind.name(), f.text())).orElse(Map.of()),
                                value == null ? Map.of() : Map.of(kind.name(), value.text())));
        return moved(before, clockwork.findings(id.value()));
    }

    private static List<Moved> moved(
            Map<UUID, List<RuledFinding>> before, Map<UUID, List<RuledFinding>> after) {
        var moved = new ArrayList<Moved>();
        after.forEach((signal, findings) ->
                findings.forEach(now -> {
                    var was =
                            before.getOrDefault(signal, List.of()).stream()
                                    .filter(b -> b.rule().id().equals(now.rule().id()))
                                    .findFirst()
                                    .map(b -> dayOf(b.finding()))
                                    .orElse(null);
                    var day = dayOf(now.finding());
                    if (!java.util.Objects.equals(was, day)) {
                        moved.add(new Moved(now.rule().id().value(), was, day));
                    }
                }));
        return moved;
    }

    private static java.time.@Nullable LocalDate dayOf(Finding finding) {
        return switch (finding) {
            case Finding.Runs runs -> runs.day();
            case Finding.Done done -> null;
            case Finding.NotRunning waits -> null;
            case Finding.Flag flag -> null;
            case Finding.NotApplicable not -> null;
        };
    }

    /// Whose a case is: a unit's and, if anybody's, someone's in it.
    public record Holder(UnitId unit, @Nullable EmployeeId responsible) {}

    /// What became of a change to something that a colleague may have open too.
    public enum Saving {
        SAVED,
        CHANGED_MEANWHILE
    }

    /// Gives the case to a unit and, if named, to someone in it, whoever had it before.
    @Transactional
    public void assign(Actor actor, CaseId id, UnitId unit, @Nullable EmployeeId responsible) {
        var found = cases.find(id).orElseThrow(NotFound::new);
        assign(
                actor,
                id,
                new Holder(found.unit(), found.responsible()),
                new Holder(unit, responsible));
    }

    /// Gives the case to another. It is unread until they open it.
    ///
    /// @param seen whose it was when the giver looked
    @Transactional
    public Saving assign(Actor actor, CaseId id, Holder seen, Holder to) {
        access.require(actor, Action.ASSIGN_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var unit = to.unit();
        var responsible = to.responsible();
        if (new Holder(found.unit(), found.responsible()).equals(to)) {
            return Saving.SAVED;
        }
        var given =
                db.sql(
                                """
                                update prevention.prevention_case
                                set unit_id = :unit, responsible_id = :responsible,
                                    unread_since = case when cast(:responsible as uuid) is null or :responsible = :me then null
                                                        else cast(:now as timestamptz) end
                                where board_id = framework.board_id() and id = :id and unit_id = :seenUnit
                                  and responsible_id is not distinct from cast(:seenResponsible as uuid)
                                """)
                        .param("seenUnit", seen.unit().value())
                        .param(
                                "seenResponsible",
                                seen.responsible() == null ? null : seen.responsible().value())
                        .param("unit", unit.value())
                        .param("responsible", responsible == null ? null : responsible.value())
                        .param("me", actor.id().value())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update();
        if (given == 0) {
            return Saving.CHANGED_MEANWHILE;
        }
        log.record(
                LogEntry.of(Action.ASSIGN_CASE)
                        .about(CaseId.KIND, id.value())
                        .touching(found.person())
                        .changing(
                                assignment(found.unit(), found.responsible()),
                                assignment(unit, responsible)));
        return Saving.SAVED;
    }

    private static Map<String, String> assignment(UnitId unit, @Nullable EmployeeId responsible) {
        return responsible == null
                ? Map.of("unit", unit.toString())
                : Map.of("unit", unit.toString(), "responsible", responsible.toString());
    }

    /// The number the case has in the board's own records system.
    ///
    /// @param seen the number that stood there when the writer looked
    @Transactional
    public Saving number(
            Actor actor, CaseId id, @Nullable String seen, @Nullable String externalNumber) {
        access.require(actor, Action.WORK_ON_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var saved =
                db.sql(
                                """
                                update prevention.prevention_case set external_number = :number
                                where board_id = framework.board_id() and id = :id
                                  and (external_number is not distinct from cast(:seen as text)
                                       or external_number is not distinct from cast(:number as text))
                                """)
                        .param("number", externalNumber)
                        .param("seen", seen)
                        .param("id", id.value())
                        .update();
        if (saved == 0) {
            return Saving.CHANGED_MEANWHILE;
        }
        log.record(
                LogEntry.of(Action.WORK_ON_CASE)
                        .about(CaseId.KIND, id.value())
                        .touching(found.person())
                        .because("EXTERNAL_NUMBER"));
        return Saving.SAVED;
    }
}
