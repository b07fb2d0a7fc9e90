package se.bofast.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.intake.Known;
import se.bofast.intake.SignalKind;
import se.bofast.intake.ThreatReason;
import se.bofast.prevention.Closing.Outcome;

/// A threat to somebody's home and what becomes of it, as the plan has it.
///
/// @param reference finds its signal and its case again
/// @param known to whom, before it came
/// @param named false: the notice says neither number nor day of birth
/// @param landlord of the home, by name
/// @param kronor owed; 0 where it is not about money
/// @param life days are null where it is still going on
record Threat(
        String reference,
        InventedPeople.Person person,
        Known known,
        Way way,
        boolean named,
        SignalKind kind,
        ThreatReason reason,
        String landlord,
        int kronor,
        LocalDate day,
        Life life) {

    /// How the signal comes in.
    enum Way {
        /// The one list of the spring.
        ROUND,
        /// A landlord's weekly list.
        LANDLORD_LIST,
        /// A list of days for eviction, or of payment orders, from Kronofogden.
        AUTHORITY_LIST,
        /// By letter or telephone, one by one.
        BY_HAND
    }

    /// What somebody does with the time they are given in the letter of the round.
    enum Answer {
        COMES,
        /// Changes the time by the code of the letter, and comes.
        MOVES_AND_COMES,
        /// Says no by the code.
        DECLINES,
        STAYS_AWAY
    }

    /// @param carrier who gets the case, by log-in; null: nobody yet
    /// @param reachedOn personal contact; those who settle by themselves are never reached
    /// @param helpedOn from when what was agreed is done: debt, plan, consent; null where it never
    ///   is
    /// @param answer to the letter of the round
    record Life(
            @Nullable String carrier,
            @Nullable LocalDate triedOn,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate helpedOn,
            @Nullable LocalDate decidedOn,
            boolean inquiry,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate executedOn,
            Outcome outcome,
            @Nullable Answer answer) {}

    boolean isOver() {
        return life.endedOn() != null;
    }

    boolean isAboutMoney() {
        return kronor > 0;
    }

    boolean hasChildren() {
        return !person.children().isEmpty();
    }

    /// A whole number that belongs to this threat alone and looks like chance, the same each time
    /// the years are played: for choices that need no place in the plan.
    int dice(int sides, String about) {
        return Math.floorMod((reference + about).hashCode() * 31, sides);
    }
}
