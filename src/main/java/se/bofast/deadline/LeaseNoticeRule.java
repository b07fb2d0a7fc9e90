package se.bofast.deadline;

import static se.bofast.deadline.FactKind.LEASE_FIXED_UNTIL;
import static se.bofast.deadline.FactKind.LEASE_NOTICE_BY_TENANT;
import static se.bofast.deadline.FactKind.LEASE_NOTICE_GIVEN_ON;
import static se.bofast.deadline.FactKind.LEASE_NOTICE_MONTHS;
import static se.bofast.deadline.FactKind.TENANT_DIED_ON;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The last day of a lease after a notice of termination: the turn of the month that comes first
/// after three months (JB 12 kap. 4 §). The tenant may always use three months (5 § first
/// paragraph), also a sub-tenant in block letting: what 1 § sixth paragraph lets parties agree is
/// between the landlord and who rents the flats to sublet them. An estate may use one within a
/// month of the death (5 § second paragraph). The tenant leaves the day after, at noon (7 §).
///
/// [impl->req~deadline.lease-notice~1]
final class LeaseNoticeRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 4, 5 och 7 §§", "1984:694; 1987:816");

    static final int MONTHS = 3;

    private static final Set<FactKind> READS =
            kinds(
                    LEASE_NOTICE_GIVEN_ON,
                    LEASE_NOTICE_BY_TENANT,
                    LEASE_NOTICE_MONTHS,
                    LEASE_FIXED_UNTIL,
                    TENANT_DIED_ON);

    LeaseNoticeRule() {
        super(
                new Terms(
                        "lease-notice",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.INFORMATION,
                        Severity.HIGH,
                        SINCE_BEFORE_2000,
                        List.of(LEASE_NOTICE_GIVEN_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var given = facts.latest(LEASE_NOTICE_GIVEN_ON);
        if (given == null) {
            return Finding.NotApplicable.because();
        }
        if (!facts.has(LEASE_NOTICE_BY_TENANT)) {
            return Finding.NotRunning.without(LEASE_NOTICE_BY_TENANT);
        }
        var remarks = new ArrayList<Remark>();
        var last =
                facts.isYes(LEASE_NOTICE_BY_TENANT)
                        ? byTenant(given, facts, days, remarks)
                        : byLandlord(given, facts, remarks);
        remarks.add(Remark.of(RemarkCode.LEAVE_BY_NOON, days.onOrAfter(last.plusDays(1))));
        return new Finding.Runs(last, Finding.Kind.LATEST, last, null, remarks, READS);
    }

    private static LocalDate byTenant(
            LocalDate given, Facts facts, WorkingDays days, List<Remark> remarks) {
        var died = facts.latest(TENANT_DIED_ON);
        if (died != null && !given.isBefore(died)) {
            var lastForShort = EstateNoticeRule.lastDay(died, days);
            if (!given.isAfter(lastForShort)) {
                remarks.add(Remark.of(RemarkCode.ESTATE_SHORT_NOTICE, lastForShort));
                return turnOfMonth(given, 1);
            }
            remarks.add(Remark.of(RemarkCode.ESTATE_TOO_LATE, lastForShort));
        }
        var agreed = facts.number(LEASE_NOTICE_MONTHS, MONTHS);
        if (agreed > MONTHS) {
            remarks.add(Remark.of(RemarkCode.TENANT_ALWAYS_THREE_MONTHS, agreed));
        }
        return turnOfMonth(given, MONTHS);
    }

    private static LocalDate byLandlord(LocalDate given, Facts facts, List<Remark> remarks) {
        var months = Math.max(MONTHS, facts.number(LEASE_NOTICE_MONTHS, MONTHS));
        if (months > MONTHS) {
            remarks.add(Remark.of(RemarkCode.AGREED_NOTICE, months));
        }
        var last = turnOfMonth(given, months);
        var fixed = facts.firstOnOrAfter(LEASE_FIXED_UNTIL, given);
        if (fixed != null && fixed.isAfter(last)) {
            remarks.add(Remark.of(RemarkCode.FIXED_TIME_LASTS, fixed));
            return fixed;
        }
        return last;
    }

    /// A period in months ends on the day of the same number, or the month's last (lag 1930:173 1
    /// §); a notice on the last day of a month reaches the turn of the month three months on.
    private static LocalDate turnOfMonth(LocalDate given, int months) {
        var passed = given.plus(Period.ofMonths(months));
        return passed.with(TemporalAdjusters.lastDayOfMonth());
    }
}
