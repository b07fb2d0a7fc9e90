package se.bofast.deadline;

import static se.bofast.deadline.FactKind.CASELOAD;
import static se.bofast.deadline.FactKind.SUBLET_STARTED_ON;

import java.util.List;

/// A case manager in Housing First has five to ten clients.
///
/// [impl->req~deadline.caseload-size~1]
final class CaseloadRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("lokal regel", "Bostad först: fem till tio klienter", "2014");

    private static final int FEWEST = 5;
    private static final int MOST = 10;

    CaseloadRule() {
        super(
                new Terms(
                        "caseload-size",
                        1,
                        BASIS,
                        Certainty.C,
                        Duty.INFORMATION,
                        Severity.LOW,
                        SINCE_BEFORE_2000,
                        List.of(SUBLET_STARTED_ON),
                        kinds(CASELOAD, SUBLET_STARTED_ON)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var clients = facts.number(CASELOAD, MOST);
        if (clients >= FEWEST && clients <= MOST) {
            return Finding.NotApplicable.because();
        }
        return Finding.Flag.of(
                kinds(CASELOAD),
                Remark.of(
                        clients > MOST ? RemarkCode.CASELOAD_HIGH : RemarkCode.CASELOAD_LOW,
                        clients));
    }
}
