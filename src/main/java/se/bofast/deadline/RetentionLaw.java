package se.bofast.deadline;

import java.time.LocalDate;

/// The rules of retention together: what holds for one file.
///
/// Never guesses: where the answer hangs on a fact that is not on record, it says which.
public final class RetentionLaw {

    private RetentionLaw() {}

    /// What holds for a received list.
    ///
    /// @param lastOn the last day anything was done with it
    public static RetentionFinding ofList(LocalDate lastOn, RetentionPlace place) {
        return ReceivedListRule.of(lastOn, place.privateProvider());
    }

    public static RetentionFinding of(RetentionFacts facts) {
        var provider = facts.place().privateProvider();
        var due =
                provider
                        ? ProviderRetentionRule.dueFrom(facts.lastNoteOn())
                        : NoteRetentionRule.dueFrom(facts.lastNoteOn());
        var handedOver = RetentionGround.HANDED_OVER;
        if (KeptDocumentsRule.keeps(facts)) {
            return new RetentionFinding.Keep(
                    due, provider ? handedOver : RetentionGround.KEPT_DOCUMENTS);
        }
        if (facts.place().keepsEverything()) {
            return new RetentionFinding.Keep(
                    due, provider ? handedOver : RetentionGround.RESEARCH_PLACE);
        }
        var birthDay = facts.birthDay();
        if (birthDay == null) {
            return new RetentionFinding.Undecidable(due, RetentionGround.BIRTH_DAY_MISSING);
        }
        if (ResearchRetentionRule.isChosen(birthDay)) {
            return new RetentionFinding.Keep(
                    due, provider ? handedOver : RetentionGround.RESEARCH_DAY);
        }
        var birthday = ChildInquiryRetentionRule.lastBirthday(facts);
        if (birthday == null) {
            return new RetentionFinding.Undecidable(due, RetentionGround.CHILD_BIRTH_MISSING);
        }
        if (birthday.isAfter(due)) {
            return new RetentionFinding.Erase(
                    birthday, NoteRetentionRule.finishBy(birthday), RetentionGround.CHILD_INQUIRY);
        }
        return new RetentionFinding.Erase(
                due,
                NoteRetentionRule.finishBy(due),
                provider ? RetentionGround.PROVIDER_NOTE : RetentionGround.NOTE);
    }
}
