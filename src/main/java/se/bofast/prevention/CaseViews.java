package se.bofast.prevention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.deadline.Duty;
import se.bofast.deadline.FactKind;
import se.bofast.deadline.Finding;
import se.bofast.deadline.RuledFinding;
import se.bofast.debt.DebtSection;
import se.bofast.intake.SignalCard;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.page.Section;
import se.bofast.person.PersonName;
import se.bofast.support.SupportSection;

/// A case as pages show it: its notices each with their clock, and the facts with their history.
@Component
public class CaseViews {

    /// The facts a caseworker records in a case, in the order things happen.
    public static final List<FactKind> RECORDABLE =
            List.of(
                    FactKind.TENANT_SERVED_ON,
                    FactKind.BOARD_NOTICE_POSTED_ON,
                    FactKind.RENT_DUE_ON,
                    FactKind.CONTRACT_DEBT,
                    FactKind.RENT_PAID_ON,
                    FactKind.RENT_DEPOSITED_ON,
                    FactKind.LATE_MONTHS_IN_YEAR,
                    FactKind.ILLNESS_NOTED_ON,
                    FactKind.MUST_MOVE_WITHIN_MONTH,
                    FactKind.ORDER_SERVED_ON,
                    FactKind.ORDER_ANSWER_BY,
                    FactKind.ORDER_CONTESTED_ON,
                    FactKind.CONTEST_SENT_ON,
                    FactKind.TRANSFER_REQUESTED_ON,
                    FactKind.VERDICT_ON,
                    FactKind.REOPENING_APPLIED_ON,
                    FactKind.ENFORCEMENT_DOCUMENTS_ON,
                    FactKind.RESPONDENT_HEARD_ON,
                    FactKind.RESPITE_BY_LANDLORD_ON,
                    FactKind.EVICTION_NOTICE_RECEIVED_ON,
                    FactKind.EVICTION_CONFIRMED_ON,
                    FactKind.CONFIRMATION_COPIED_ON,
                    FactKind.EVICTION_ON,
                    FactKind.EVICTION_CANCELLED_ON,
                    FactKind.EVICTION_EXECUTED_ON,
                    FactKind.GOODS_COLLECTED_ON,
                    FactKind.DISTURBANCE_WARNING_ON,
                    FactKind.SUBTENANT,
                    FactKind.WITHDRAWN_ON,
                    FactKind.CHILD_IN_HOUSEHOLD,
                    FactKind.CHILD_CONCERN_WEIGHED_ON,
                    FactKind.CHILD_CONCERN_REPORTED_ON,
                    FactKind.CHILD_PROTECTION_ASSESSED_ON,
                    FactKind.CHILD_INQUIRY_DECIDED_ON,
                    FactKind.CHILD_INQUIRY_OPENED_ON,
                    FactKind.CHILD_INQUIRY_FINISHED_ON,
                    FactKind.DECISION_GRANTED_ON,
                    FactKind.DECISION_EXECUTED_ON,
                    FactKind.DECISION_RECEIVED_ON,
                    FactKind.APPEALED_ON);

    /// What a case is, without its notices.
    public record Details(
            UUID id,
            String number,
            @Nullable String externalNumber,
            @Nullable PersonId person,
            @Nullable String street,
            @Nullable String apartment,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable UUID landlord,
            UnitId unit,
            @Nullable EmployeeId responsible,
            Stage stage,
            @Nullable String reason,
            boolean children,
            LocalDate openedOn,
            @Nullable LocalDate nextOn,
            @Nullable LocalDate closedOn) {}

    /// A notice with its own clock.
    public record Notice(SignalCard signal, List<RuledFinding> findings) {

        /// Days that run, the nearest first.
        public List<RuledFinding> running() {
            return of(Finding.Runs.class);
        }

        /// Rules that would run if a fact were known.
        public List<RuledFinding> waiting() {
            return of(Finding.NotRunning.class);
        }

        public List<RuledFinding> flags() {
            return of(Finding.Flag.class);
        }

        public List<RuledFinding> done() {
            return of(Finding.Done.class);
        }

        private List<RuledFinding> of(Class<? extends Finding> kind) {
            return findings.stream().filter(f -> kind.isInstance(f.finding())).toList();
        }
    }

    /// A fact with its history, for the page.
    public record FactLine(
            FactKind kind,
            int ordinal,
            @Nullable String text,
            @Nullable UUID signal,
            java.time.Instant recordedAt,
            boolean current,
            String reason) {}

    public record CaseView(
            Details details,
            @Nullable PersonName person,
            String unitName,
            @Nullable String responsibleName,
            List<Notice> notices,
            List<FactLine> facts,
            List<Deciding.Decision> decisions,
            List<Closing.Recorded> outcomes,
            List<LostHome.Line> steps,
            List<Section> cards,
            boolean closeProposed,
            boolean mayWork,
            boolean mayAssign,
            boolean mayDecide,
            boolean mayUndertake,
            boolean mayClose) {

        /// True while letters and new decisions still make sense.
        public boolean isOpen() {
            return details.stage() != Stage.CLOSED;
        }

        /// The most pressing day of all notices that the board, the tenant or another acts on.
        public Optional<RuledFinding> mostPressing() {
            return notices.stream()
                    .flatMap(n -> n.running().stream())
                    .filter(f -> f.rule().duty() != Duty.INFORMATION)
                    .min(
                            Comparator.comparing(f ->
                                    f.finding() instanceof Finding.Runs r
                                            ? r.day()
                                            : LocalDate.MAX));
        }
    }

    private final ReadingCase reading;
    private final MakingDecisions decisions;
    private final ClosingCase closing;
    private final ProposingClose proposing;
    private final SupportSection contacts;
    private final DebtSection debts;
    private final TellingLandlord telling;
    private final TakingPart taking;
    private final Access access;

    CaseViews(
            ReadingCase reading,
            MakingDecisions decisions,
            ClosingCase closing,
            ProposingClose proposing,
            SupportSection contacts,
            DebtSection debts,
            TellingLandlord telling,
            TakingPart taking,
            Access access) {
        this.reading = reading;
        this.decisions = decisions;
        this.closing = closing;
        this.proposing = proposing;
        this.contacts = contacts;
        this.debts = debts;
        this.telling = telling;
        this.taking = taking;
        this.access = access;
    }

    /// The case whole; seeing it is on record, and the responsible has then read it.
    @Transactional
    public CaseView whole(Actor actor, CaseId id) {
        var whole = reading.whole(actor, id);
        var c = whole.details();
        var hidden = whole.person() != null && whole.person().isProtected();
        var notices = new ArrayList<Notice>();
        for (var signal : whole.signals()) {
            notices.add(
                    new Notice(
                            signal, whole.findings().getOrDefault(signal.id().value(), List.of())));
        }
        return new CaseView(
                new Details(
                        c.id().value(),
                        c.number(),
                        c.externalNumber(),
                        c.person(),
                        hidden ? null : c.street(),
                        hidden ? null : c.apartment(),
                        hidden ? null : c.postalCode(),
                        hidden ? null : c.city(),
                        c.landlord(),
                        c.unit(),
                        c.responsible(),
                        c.stage(),
                        c.reason(),
                        c.children(),
                        c.openedOn(),
                        c.nextOn(),
                        c.closedOn()),
                whole.person(),
                whole.unitName(),
                whole.responsibleName(),
                notices,
                whole.facts().stream()
                        .map(f ->
                                new FactLine(
                                        f.kind(),
                                        f.ordinal(),
                                        f.fact() == null ? null : f.fact().text(),
                                        f.signal(),
                                        f.recordedAt(),
                                        f.supersededAt() == null && f.fact() != null,
                                        f.reason()))
                        .toList(),
                decisions.of(id),
                closing.outcomes(id),
                closing.steps(id),
                cards(actor, id),
                proposing.lettersStopped(id),
                whole.mayWork(),
                whole.mayAssign(),
                access.allows(actor, Action.DECIDE_INQUIRY, id.subject()),
                access.allows(actor, Action.GRANT_UNDERTAKING, id.subject()),
                access.allows(actor, Action.CLOSE_CASE, id.subject()));
    }

    private List<Section> cards(Actor actor, CaseId id) {
        var cards = new ArrayList<Section>();
        cards.add(contacts.section(actor, id.subject()));
        cards.add(telling.card(actor, id));
        cards.add(taking.card(actor, id));
        debts.section(actor, id.subject()).ifPresent(cards::add);
        return cards;
    }

    @Transactional(readOnly = true)
    public List<Units.Unit> units() {
        return reading.unitChoices();
    }

    @Transactional(readOnly = true)
    public List<Units.Colleague> colleagues() {
        return reading.carriers();
    }
}
