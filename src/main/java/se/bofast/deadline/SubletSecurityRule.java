package se.bofast.deadline;

import static se.bofast.deadline.FactKind.FLATS_RENTED_TOGETHER;
import static se.bofast.deadline.FactKind.SUBLET_ENDED_ON;
import static se.bofast.deadline.FactKind.SUBLET_STARTED_ON;
import static se.bofast.deadline.FactKind.WAIVER_APPROVED;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import se.bofast.kernel.Period;

/// From when a sub-tenant has security of tenure (besittningsskydd): when the tenancy has lasted
/// more than two years, or from the first day where the lessor rents at least three flats together
/// to sublet them; never with a valid waiver (JB 12 kap. 45, 45 a §§).
///
/// [impl->req~deadline.sublet-security~1]
final class SubletSecurityRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 45 och 45 a §§", "2008:1074; 2009:180");

    static final Period IN_FORCE = Period.from(LocalDate.of(2009, 5, 1));

    static final int BLOCK_FROM = 3;
    private static final java.time.Period LENGTH = java.time.Period.ofMonths(24);

    static final Set<FactKind> READS =
            kinds(SUBLET_STARTED_ON, SUBLET_ENDED_ON, FLATS_RENTED_TOGETHER, WAIVER_APPROVED);

    SubletSecurityRule() {
        super(
                new Terms(
                        "sublet-security",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.INFORMATION,
                        Severity.HIGH,
                        IN_FORCE,
                        List.of(SUBLET_STARTED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var started = facts.latest(SUBLET_STARTED_ON);
        if (started == null) {
            return Finding.NotApplicable.because();
        }
        var ended = facts.firstOnOrAfter(SUBLET_ENDED_ON, started);
        if (ended != null) {
            return Finding.NotApplicable.because(Remark.of(RemarkCode.SUBLET_ENDED, ended));
        }
        if (facts.isYes(WAIVER_APPROVED)) {
            return Finding.NotApplicable.because(Remark.of(RemarkCode.SECURITY_WAIVED));
        }
        var secure = started.plus(LENGTH);
        if (!facts.has(FLATS_RENTED_TOGETHER)) {
            return new Finding.NotRunning(
                    Set.of(FLATS_RENTED_TOGETHER),
                    List.of(Remark.of(RemarkCode.SECURE_AT_LATEST, secure)));
        }
        var flats = facts.number(FLATS_RENTED_TOGETHER, 0);
        var runs =
                flats >= BLOCK_FROM
                        ? Finding.Runs.fixed(
                                started,
                                Finding.Kind.EARLIEST,
                                READS,
                                Remark.of(RemarkCode.BLOCK_LEASE, flats))
                        : Finding.Runs.fixed(secure, Finding.Kind.EARLIEST, READS);
        return facts.has(WAIVER_APPROVED) ? runs : runs.and(Remark.of(RemarkCode.ASK_FOR_WAIVER));
    }
}
