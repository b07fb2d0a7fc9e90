package se.bofast.deadline;

import static se.bofast.deadline.FactKind.EVICTION_CONFIRMED_ON;
import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The board confirms Kronofogden's word of an eviction the same day, naming the responsible
/// caseworker (SoF 2025:468 11 kap. 3 § first paragraph).
///
/// [impl->req~deadline.eviction-confirmation~1]
final class EvictionConfirmationRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("2025:468", "11 kap. 3 § första stycket", "2025:468");

    static final Set<FactKind> READS = kinds(EVICTION_NOTICE_RECEIVED_ON, EVICTION_CONFIRMED_ON);

    EvictionConfirmationRule() {
        super(
                new Terms(
                        "eviction-confirmation",
                        2,
                        BASIS,
                        Certainty.A,
                        Duty.WE_MUST,
                        Severity.CRITICAL,
                        SINCE_JULY_2025,
                        List.of(EVICTION_NOTICE_RECEIVED_ON),
                        READS));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        return confirm(facts, days);
    }

    static Finding confirm(Facts facts, WorkingDays days) {
        return sameDay(facts, days, EVICTION_CONFIRMED_ON, Finding.Kind.DEADLINE);
    }

    /// `Samma dag` is the calendar day the word came, also on a Saturday.
    static Finding sameDay(Facts facts, WorkingDays days, FactKind answer, Finding.Kind kind) {
        var received =
                oldestUnanswered(facts.days(EVICTION_NOTICE_RECEIVED_ON), facts.days(answer));
        if (received == null) {
            return Finding.NotApplicable.because();
        }
        return sameDay(received, kind, days).owed(facts.firstOnOrAfter(answer, received));
    }

    private static Finding.Runs sameDay(LocalDate received, Finding.Kind kind, WorkingDays days) {
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(RemarkCode.SAME_CALENDAR_DAY));
        if (!days.isWorkingDay(received)) {
            remarks.add(Remark.of(RemarkCode.RECEIVED_ON_DAY_OFF));
        }
        return new Finding.Runs(
                received, kind, received, null, remarks, kinds(EVICTION_NOTICE_RECEIVED_ON));
    }
}
