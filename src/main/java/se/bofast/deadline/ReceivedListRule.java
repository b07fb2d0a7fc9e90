package se.bofast.deadline;

import java.time.LocalDate;

/// A received list is no personal file: what it says of each is taken into theirs. It goes by the
/// board's own plan (gallringsbeslut, arkivlag 1990:782 10 §), here after as long as a note, so
/// that no list outlives the file of anybody in it.
///
/// [impl->req~deadline.retention-received-list~1]
final class ReceivedListRule {

    static final LegalBasis BASIS = new LegalBasis("1990:782", "10 §", "1990:782");

    private ReceivedListRule() {}

    static RetentionFinding of(LocalDate lastOn, boolean privateProvider) {
        var due =
                privateProvider
                        ? ProviderRetentionRule.dueFrom(lastOn)
                        : NoteRetentionRule.dueFrom(lastOn);
        return new RetentionFinding.Erase(
                due, NoteRetentionRule.finishBy(due), RetentionGround.RECEIVED_LIST);
    }
}
