package se.bofast.deadline;

import java.time.LocalDate;
import java.util.Set;

/// Kept for research: every file in the named places, and elsewhere the files of those born on the
/// 5th, 15th or 25th of any month (SoL 2025:400 16 kap. 4 §, SoF 2025:468 13 kap. 1 §).
///
/// [impl->req~deadline.retention-research~1]
final class ResearchRetentionRule {

    static final LegalBasis BASIS = new LegalBasis("2025:468", "13 kap. 1 §", "2025:468");

    private static final Set<Integer> DAYS = Set.of(5, 15, 25);

    private ResearchRetentionRule() {}

    static boolean isChosen(LocalDate birthDay) {
        return DAYS.contains(birthDay.getDayOfMonth());
    }
}
