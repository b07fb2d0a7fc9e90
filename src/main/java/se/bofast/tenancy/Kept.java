package se.bofast.tenancy;

/// What came of an act on a lease or a referral.
public sealed interface Kept {

    record Done(LeaseId lease) implements Kept {}

    record Refused(Reason reason) implements Kept {}

    /// Somebody changed it since it was read.
    record ChangedMeanwhile() implements Kept {}

    /// Why not.
    enum Reason {
        /// The board does not hold the apartment on the first day.
        NOT_HELD,
        /// Another lease of the apartment has one of the days.
        ALREADY_LET,
        /// It has ended.
        ENDED_BEFORE,
        /// The day is before the first.
        BEFORE_IT_BEGAN,
        /// Already one of those who rent.
        ALREADY_A_PARTY,
        /// It has begun on another day, or is let to somebody, elsewhere: the stay says otherwise.
        STAY_IN_THE_WAY,
        /// Somebody must rent.
        LAST_PARTY,
        /// It was registered by mistake; nothing more happens to it.
        BY_MISTAKE,
        /// Payments stand in its ledger.
        HAS_PAYMENTS,
        /// A referral led to it; it is corrected there.
        ON_THE_WAY
    }

    default boolean isDone() {
        return this instanceof Done;
    }
}
