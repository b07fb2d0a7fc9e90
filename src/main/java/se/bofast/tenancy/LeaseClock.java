package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.deadline.Facts;
import se.bofast.deadline.Finding;
import se.bofast.deadline.LegalClock;
import se.bofast.deadline.RuleId;
import se.bofast.deadline.RuledFinding;
import se.bofast.deadline.SwedishWorkingDays;
import se.bofast.deadline.WorkingDays;

/// What the law says of a lease, from what is believed of it.
@Component
class LeaseClock {

    static final RuleId SECURITY = new RuleId("sublet-security");
    static final RuleId WARNING = new RuleId("sublet-warning");
    static final RuleId TELL_LANDLORD = new RuleId("sublet-notice");
    static final RuleId TAKEOVER = new RuleId("takeover-check");
    static final RuleId NOTICE = new RuleId("lease-notice");
    static final RuleId ESTATE = new RuleId("estate-notice");
    static final RuleId NOT_EXECUTED = new RuleId("decision-not-executed");
    static final RuleId REPEATED = new RuleId("repeated-late-rent");

    /// In the order a page shows them.
    private static final List<RuleId> RULES =
            List.of(NOTICE, ESTATE, TELL_LANDLORD, WARNING, SECURITY, TAKEOVER, REPEATED);

    /// What a lease let together with others counts as at least.
    private static final int BLOCK = 3;

    /// What the clock is asked of besides the terms.
    ///
    /// @param since the first day of the sublets in a row of which this is the last
    /// @param together how many apartments the board held under the same agreement that day
    /// @param generalWaiverUntil the agreement's general approval of waivers, its last day
    record About(
            Lease lease,
            LocalDate since,
            int together,
            @Nullable LocalDate generalWaiverUntil,
            @Nullable RentLedger ledger,
            @Nullable LocalDate takeoverCheckedOn) {}

    private final WorkingDays days = new SwedishWorkingDays();
    private final LegalClock law = new LegalClock(days);

    WorkingDays days() {
        return days;
    }

    /// What applies, rule by rule. What does not is left out, unless it says why.
    List<RuledFinding> findings(About about, LocalDate today) {
        var facts = facts(about, today);
        return RULES.stream()
                .map(rule -> law.finding(rule, facts))
                .filter(found ->
                        !(found.finding() instanceof Finding.NotApplicable not)
                                || !not.remarks().isEmpty())
                .toList();
    }

    /// Whether a home that was granted is carried out in time (SoL 34 kap. 1 §). Empty where no
    /// decision is known.
    List<RuledFinding> findings(Referral referral) {
        var facts = new ArrayList<Fact>();
        add(facts, FactKind.DECISION_GRANTED_ON, referral.grantedOn());
        referral.way()
                .last(Way.Kind.MOVED_IN)
                .ifPresent(moved -> add(facts, FactKind.DECISION_EXECUTED_ON, moved.on()));
        var found = law.finding(NOT_EXECUTED, Facts.of(facts));
        return referral.grantedOn() == null || found.finding() instanceof Finding.NotApplicable
                ? List.of()
                : List.of(found);
    }

    /// The last day a notice leads to; empty while something is missing.
    @Nullable LocalDate lastDay(LeaseTerms terms) {
        return law.finding(NOTICE, Facts.of(notice(terms))).finding() instanceof Finding.Runs runs
                ? runs.day()
                : null;
    }

    private static Facts facts(About about, LocalDate today) {
        var terms = about.lease().terms();
        var facts = new ArrayList<>(notice(terms));
        if (terms.tenure().isSublet()) {
            facts.add(Fact.on(FactKind.SUBLET_STARTED_ON, about.since()));
            if (terms.endOn() != null) {
                facts.add(Fact.on(FactKind.SUBLET_ENDED_ON, terms.endOn()));
            }
            facts.add(
                    Fact.yesNo(FactKind.LESSOR_IS_MUNICIPALITY, about.lease().apartment() != null));
            facts.add(Fact.yesNo(FactKind.SUPPORTED_TENANCY, terms.tenure().isToBeTakenOver()));
            add(facts, FactKind.LANDLORD_TOLD_OF_SUBLET_ON, terms.landlordToldOn());
            add(facts, FactKind.SUBLET_REVIEWED_ON, terms.reviewedOn());
            add(facts, FactKind.TAKEOVER_CHECKED_ON, about.takeoverCheckedOn());
            if (terms.letWithOthers() != null) {
                facts.add(
                        Fact.number(
                                FactKind.FLATS_RENTED_TOGETHER,
                                terms.letWithOthers() ? Math.max(BLOCK, about.together()) : 1));
            }
            var waived = isWaived(terms, about.generalWaiverUntil(), today);
            if (waived != null) {
                facts.add(Fact.yesNo(FactKind.WAIVER_APPROVED, waived));
            }
        }
        var ledger = about.ledger();
        if (ledger != null && !ledger.months().isEmpty()) {
            facts.add(Fact.yesNo(FactKind.RENT_UP_TO_DATE, !ledger.arrears().isPositive()));
            facts.add(Fact.number(FactKind.LATE_MONTHS_IN_YEAR, ledger.lateInAYear()));
        }
        return Facts.of(facts);
    }

    private static List<Fact> notice(LeaseTerms terms) {
        var facts = new ArrayList<Fact>();
        add(facts, FactKind.LEASE_NOTICE_GIVEN_ON, terms.noticeOn());
        add(facts, FactKind.LEASE_FIXED_UNTIL, terms.untilOn());
        add(facts, FactKind.TENANT_DIED_ON, terms.tenantDiedOn());
        if (terms.noticeBy() != null) {
            facts.add(
                    Fact.yesNo(
                            FactKind.LEASE_NOTICE_BY_TENANT, terms.noticeBy() == NoticeBy.TENANT));
        }
        if (terms.noticeMonths() != null) {
            facts.add(Fact.number(FactKind.LEASE_NOTICE_MONTHS, terms.noticeMonths()));
        }
        return facts;
    }

    /// A waiver holds when it was approved, or made under a general approval that held that day (JB
    /// 12 kap. 45 a §), and its time has not run out.
    static @Nullable Boolean isWaived(
            LeaseTerms terms, @Nullable LocalDate generalUntil, LocalDate today) {
        var made = terms.waiverMadeOn();
        if (made == null) {
            return null;
        }
        var generally = generalUntil != null && !made.isAfter(generalUntil);
        var approved = Boolean.TRUE.equals(terms.waiverApproved()) || generally;
        return approved && (terms.waiverUntil() == null || !today.isAfter(terms.waiverUntil()));
    }

    /// Since when somebody has rented the dwelling second-hand in a row: leases without a day
    /// between count together (JB 12 kap. 45 § first paragraph 1).
    static LocalDate since(Lease lease, Stream<Lease> ofTheDwelling) {
        var earlier =
                ofTheDwelling
                        .filter(other -> !other.id().equals(lease.id()))
                        .filter(other -> other.terms().tenure().isSublet())
                        .filter(other -> other.people().stream().anyMatch(lease.people()::contains))
                        .toList();
        var since = lease.terms().startOn();
        for (var changed = true; changed; ) {
            changed = false;
            for (var other : earlier) {
                var end = other.terms().endOn();
                var start = other.terms().startOn();
                if (end != null && start.isBefore(since) && !end.isBefore(since.minusDays(1))) {
                    since = start;
                    changed = true;
                }
            }
        }
        return since;
    }

    private static void add(List<Fact> facts, FactKind kind, @Nullable LocalDate day) {
        if (day != null) {
            facts.add(Fact.on(kind, day));
        }
    }

    /// The rules whose findings call for somebody on the day list.
    static final Set<RuleId> CALLING = Set.of(SECURITY, WARNING, TELL_LANDLORD, TAKEOVER);
}
