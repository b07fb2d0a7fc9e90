package se.bofast.deadline;

import java.time.LocalDate;
import java.time.Period;

/// A private provider keeps a file for two years after the last note, then erases it (SoL 2025:400
/// 17 kap. 2 §). What must be kept longer is handed over to the board (17 kap. 4-5 §§).
///
/// [impl->req~deadline.retention-provider~1]
final class ProviderRetentionRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "17 kap. 2 §", "2025:400");
    static final LegalBasis HANDING_OVER = new LegalBasis("2025:400", "17 kap. 4-5 §§", "2025:400");

    private static final Period LENGTH = Period.ofYears(2);

    private ProviderRetentionRule() {}

    static LocalDate dueFrom(LocalDate lastNoteOn) {
        return NoteRetentionRule.dayAfter(lastNoteOn, LENGTH);
    }
}
