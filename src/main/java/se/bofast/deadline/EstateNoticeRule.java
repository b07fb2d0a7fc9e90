package se.bofast.deadline;

import static se.bofast.deadline.FactKind.LEASE_NOTICE_GIVEN_ON;
import static se.bofast.deadline.FactKind.TENANT_DIED_ON;

import java.time.LocalDate;
import java.util.List;

/// How long the estate of a dead tenant may give notice with one month instead of three: within a
/// month of the death (JB 12 kap. 5 § second paragraph).
///
/// [impl->req~deadline.estate-notice~1]
final class EstateNoticeRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 5 § andra stycket", "1987:816");

    EstateNoticeRule() {
        super(
                new Terms(
                        "estate-notice",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.TENANT_MAY,
                        Severity.NORMAL,
                        SINCE_BEFORE_2000,
                        List.of(TENANT_DIED_ON),
                        kinds(TENANT_DIED_ON, LEASE_NOTICE_GIVEN_ON)));
    }

    static LocalDate lastDay(LocalDate died, WorkingDays days) {
        return days.onOrAfter(died.plusMonths(1));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var died = facts.latest(TENANT_DIED_ON);
        if (died == null) {
            return Finding.NotApplicable.because();
        }
        return Finding.Runs.moved(
                        died.plusMonths(1), Finding.Kind.DEADLINE, days, kinds(TENANT_DIED_ON))
                .used(facts.firstOnOrAfter(LEASE_NOTICE_GIVEN_ON, died));
    }
}
