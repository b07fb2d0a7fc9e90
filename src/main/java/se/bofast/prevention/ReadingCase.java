package se.bofast.prevention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.deadline.RuledFinding;
import se.bofast.intake.ReadingSignals;
import se.bofast.intake.SignalCard;
import se.bofast.intake.SignalId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;
import se.bofast.page.SortChoice;
import se.bofast.person.People;
import se.bofast.person.PersonName;

/// Shows cases: a list, and one whole. What is shown is on record in the same transaction.
@Component
public class ReadingCase {

    /// A case whole, as its page shows it.
    record Whole(
            Cases.Case details,
            @Nullable PersonName person,
            String unitName,
            @Nullable String responsibleName,
            List<SignalCard> signals,
            Map<UUID, List<RuledFinding>> findings,
            List<CaseFacts.Recorded> facts,
            boolean mayWork,
            boolean mayAssign) {}

    private final Cases cases;
    private final CaseFacts facts;
    private final Clockwork clockwork;
    private final ReadingSignals signals;
    private final People people;
    private final Units units;
    private final Access access;
    private final Log log;
    private final JdbcClient db;
    private final Clock clock;

    ReadingCase(
            Cases cases,
            CaseFacts facts,
            Clockwork clockwork,
            ReadingSignals signals,
            People people,
            Units units,
            Access access,
            Log log,
            JdbcClient db,
            Clock clock) {
        this.cases = cases;
        this.facts = facts;
        this.clockwork = clockwork;
        this.signals = signals;
        this.people = people;
        this.units = units;
        this.access = access;
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    @Transactional
    Slice<CaseRow> list(Actor actor, CaseFilter filter, SortChoice sort, Optional<PageKey> from) {
        var scope = access.require(actor, Action.SEE_CASES);
        var slice = cases.list(actor, scope, filter, sort, from);
        log.record(
                LogEntry.of(Action.SEE_CASES)
                        .touching(
                                slice.rows().stream()
                                        .flatMap(r -> Optional.ofNullable(r.personId()).stream())
                                        .map(PersonId::new)
                                        .toList()));
        return slice;
    }

    /// How many the filter leaves, counted no farther than just past what may be sorted by name.
    @Transactional(readOnly = true)
    int count(Actor actor, CaseFilter filter) {
        Scope scope = access.require(actor, Action.SEE_CASES);
        return cases.count(actor, scope, filter, Cases.SORTABLE_BY_NAME + 1);
    }

    /// The case, with its clock as the law answers from today's facts.
    ///
    /// The responsible (or who covers) has then read it.
    ///
    /// @throws NotFound if it is not within reach
    @Transactional
    Whole whole(Actor actor, CaseId id) {
        access.require(actor, Action.SEE_CASE, id.subject());
        var found = cases.find(id).orElseThrow(NotFound::new);
        var names =
                found.person() == null
                        ? Map.<PersonId, PersonName>of()
                        : people.names(List.of(found.person()));
        if (found.unreadSince() != null && carries(actor, found.responsible())) {
            markRead(id);
        }
        log.record(
                LogEntry.of(Action.SEE_CASE)
                        .about(CaseId.KIND, id.value())
                        .touching(found.person()));
        var unitNames = units.names();
        return new Whole(
                found,
                found.person() == null ? null : names.get(found.person()),
                unitNames.getOrDefault(found.unit(), ""),
                found.responsible() == null
                        ? null
                        : units.names(List.of(found.responsible())).get(found.responsible()),
                signals.cards(signalsOf(id)),
                clockwork.findings(id.value()),
                facts.of(id),
                access.allows(actor, Action.WORK_ON_CASE, id.subject()),
                access.allows(actor, Action.ASSIGN_CASE, id.subject()));
    }

    /// The case with the number.
    ///
    /// @throws NotFound if there is none within reach
    @Transactional(readOnly = true)
    public CaseId byNumber(Actor actor, String number) {
        var id = cases.byNumber(number).orElseThrow(NotFound::new);
        access.require(actor, Action.SEE_CASE, id.subject());
        return id;
    }

    List<SignalId> signalsOf(CaseId id) {
        return db.sql(
                        """
                        select signal_id from prevention.case_signal
                        where board_id = framework.board_id() and case_id = :id
                        order by joined_at desc, signal_id desc
                        """)
                .param("id", id.value())
                .query((rs, n) -> new SignalId(rs.getObject("signal_id", UUID.class)))
                .list();
    }

    Map<SignalId, CaseId> casesOf(Collection<SignalId> signals) {
        var found = new HashMap<SignalId, CaseId>();
        db.sql(
                        """
                        select signal_id, case_id from prevention.case_signal
                        where board_id = framework.board_id() and signal_id = any(:signals)
                        """)
                .param("signals", signals.stream().map(SignalId::value).toArray(UUID[]::new))
                .query(rs -> {
                    found.put(
                            new SignalId(rs.getObject(1, UUID.class)),
                            new CaseId(rs.getObject(2, UUID.class)));
                });
        return found;
    }

    private static boolean carries(Actor actor, @Nullable EmployeeId responsible) {
        return responsible != null
                && (responsible.equals(actor.id()) || actor.covering().contains(responsible));
    }

    private void markRead(CaseId id) {
        db.sql(
                        """
                        update prevention.prevention_case set unread_since = null
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .update();
    }

    /// Colleagues a case may be given to.
    @Transactional(readOnly = true)
    List<Units.Colleague> carriers() {
        return units.carriers(today());
    }

    @Transactional(readOnly = true)
    List<Units.Unit> unitChoices() {
        return units.all();
    }

    LocalDate today() {
        return HouseClock.today(clock);
    }
}
