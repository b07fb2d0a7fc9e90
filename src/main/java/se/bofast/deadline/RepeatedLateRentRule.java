package se.bofast.deadline;

import static se.bofast.deadline.FactKind.LATE_MONTHS_IN_YEAR;
import static se.bofast.deadline.FactKind.LATE_RENT_WARNED_ON;
import static se.bofast.deadline.FactKind.NOTICE_RECEIVED_ON;

import java.time.LocalDate;
import java.util.List;
import se.bofast.kernel.Period;

/// Winning the tenancy back again and again does not help for ever: the lease may end without
/// renewal when the tenant often pays late (JB 12 kap. 46 § first paragraph 2). That the landlord
/// never warned weighs for the tenant (second paragraph).
///
/// [impl->req~deadline.repeated-late-rent~1]
final class RepeatedLateRentRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis(
                    "1970:994", "12 kap. 46 § första stycket 2 och andra stycket", "2014:335");

    private static final Period IN_FORCE = Period.from(LocalDate.of(2014, 7, 1));

    /// Own choice (docs/decisions/0012): the law gives no number.
    private static final int RISK_FROM = 3;

    RepeatedLateRentRule() {
        super(
                new Terms(
                        "repeated-late-rent",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.INFORMATION,
                        Severity.NORMAL,
                        IN_FORCE,
                        List.of(NOTICE_RECEIVED_ON),
                        kinds(LATE_MONTHS_IN_YEAR, LATE_RENT_WARNED_ON, NOTICE_RECEIVED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var late = facts.number(LATE_MONTHS_IN_YEAR, 0);
        if (late < RISK_FROM) {
            return Finding.NotApplicable.because();
        }
        var warned = facts.latest(LATE_RENT_WARNED_ON);
        return Finding.Flag.of(
                kinds(LATE_MONTHS_IN_YEAR, LATE_RENT_WARNED_ON),
                Remark.of(RemarkCode.LATE_MONTHS, late),
                warned == null
                        ? Remark.of(RemarkCode.LATE_RENT_NOT_WARNED)
                        : Remark.of(RemarkCode.LATE_RENT_WARNED, warned));
    }
}
