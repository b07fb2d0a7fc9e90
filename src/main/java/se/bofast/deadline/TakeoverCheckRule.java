package se.bofast.deadline;

import static se.bofast.deadline.FactKind.COMPLAINT_VERIFIED_ON;
import static se.bofast.deadline.FactKind.DEBT_PLAN_STARTED_ON;
import static se.bofast.deadline.FactKind.RENT_UP_TO_DATE;
import static se.bofast.deadline.FactKind.SUBLET_ENDED_ON;
import static se.bofast.deadline.FactKind.SUBLET_STARTED_ON;
import static se.bofast.deadline.FactKind.SUPPORTED_TENANCY;
import static se.bofast.deadline.FactKind.TAKEOVER_CHECKED_ON;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/// Nine months into a Housing First or trial tenancy: can the person take over the lease? Explained
/// point by point, decided by a person.
///
/// [impl->req~deadline.takeover-check~1]
final class TakeoverCheckRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("lokal regel", "Bostad först: övertagande efter nio månader", "2013");

    private static final Period AFTER = Period.ofMonths(9);
    private static final Period COMPLAINTS_WITHIN = Period.ofMonths(6);

    TakeoverCheckRule() {
        super(
                new Terms(
                        "takeover-check",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.WE_MUST,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(SUBLET_STARTED_ON),
                        kinds(
                                SUBLET_STARTED_ON,
                                SUBLET_ENDED_ON,
                                SUPPORTED_TENANCY,
                                RENT_UP_TO_DATE,
                                COMPLAINT_VERIFIED_ON,
                                DEBT_PLAN_STARTED_ON,
                                TAKEOVER_CHECKED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var started = facts.latest(SUBLET_STARTED_ON);
        if (started == null
                || !facts.isYes(SUPPORTED_TENANCY)
                || facts.firstOnOrAfter(SUBLET_ENDED_ON, started) != null) {
            return Finding.NotApplicable.because();
        }
        var day = started.plus(AFTER);
        return new Finding.Runs(
                        day,
                        Finding.Kind.TARGET,
                        day,
                        null,
                        points(facts, day),
                        kinds(SUBLET_STARTED_ON, SUPPORTED_TENANCY))
                .owed(facts.firstOnOrAfter(TAKEOVER_CHECKED_ON, started));
    }

    private static List<Remark> points(Facts facts, LocalDate day) {
        var remarks = new ArrayList<Remark>();
        remarks.add(
                Remark.of(
                        facts.isYes(RENT_UP_TO_DATE)
                                ? RemarkCode.POINT_RENT_PAID
                                : facts.isNo(RENT_UP_TO_DATE)
                                        ? RemarkCode.POINT_RENT_OWED
                                        : RemarkCode.POINT_RENT_UNKNOWN));
        var complaint = facts.latest(COMPLAINT_VERIFIED_ON);
        remarks.add(
                complaint == null || complaint.isBefore(day.minus(COMPLAINTS_WITHIN))
                        ? Remark.of(RemarkCode.POINT_NO_RECENT_COMPLAINT)
                        : Remark.of(RemarkCode.POINT_RECENT_COMPLAINT, complaint));
        remarks.add(
                Remark.of(
                        facts.has(DEBT_PLAN_STARTED_ON)
                                ? RemarkCode.POINT_DEBTS_HANDLED
                                : RemarkCode.POINT_DEBTS_UNKNOWN));
        return remarks;
    }
}
