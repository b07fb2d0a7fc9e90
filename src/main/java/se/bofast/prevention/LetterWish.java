package se.bofast.prevention;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.intake.SignalId;
import se.bofast.letter.EvictionConfirmation.Enforcement;
import se.bofast.support.Slot;

/// A letter somebody wants to write in a case.
public sealed interface LetterWish {

    /// What happens, what help there is, and a proposed time.
    record Invite(Slot.SlotId slot) implements LetterWish {}

    /// A new time after the person did not come.
    record Remind(Slot.SlotId slot) implements LetterWish {}

    /// To the landlord who sent the notice.
    record Receipt(SignalId notice) implements LetterWish {}

    /// To Kronofogden, with a copy to the person.
    ///
    /// @param enforcementCase Kronofogden's number of the case
    /// @param at time of day of the eviction, or null if the notice gives none
    /// @param title of the responsible caseworker, as said to others
    record Confirm(
            SignalId notice,
            Enforcement enforcement,
            String enforcementCase,
            @Nullable LocalTime at,
            String title,
            String phone,
            String email)
            implements LetterWish {}

    /// The board's written word to the landlord, upon a decision.
    ///
    /// @param title of the delegate, as said to others
    /// @param paidBy last day the board will pay, or null
    /// @param reference the landlord's own, or null
    record Undertake(
            DecisionId decision,
            List<YearMonth> months,
            String title,
            @Nullable LocalDate paidBy,
            @Nullable String reference)
            implements LetterWish {

        public Undertake {
            months = List.copyOf(months);
        }
    }
}
