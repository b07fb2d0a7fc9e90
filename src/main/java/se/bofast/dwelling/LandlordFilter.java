package se.bofast.dwelling;

import org.jspecify.annotations.Nullable;

/// What a list of landlords is narrowed to.
///
/// @param words of the name, in any order; null: all
public record LandlordFilter(State state, @Nullable LandlordKind kind, @Nullable String words) {

    public enum State {
        IN_USE,
        /// In use, and one does not know how to reach it: as imports leave them.
        TO_COMPLETE,
        CLOSED
    }

    public boolean isNarrow() {
        return state != State.IN_USE || kind != null || words != null;
    }
}
