package se.bofast.count;

import org.jspecify.annotations.Nullable;

/// Where in the housing chain a form stands; the names are those of the catalogue.
public enum Step {
    ROUGH(1),
    SHELTER(2),
    ACUTE(3),
    LODGING(4),
    TREATMENT(0),
    SUPPORTED(5),
    TRAINING(6),
    TRIAL(7),
    TRANSITIONAL(7),
    HOUSING_FIRST(8),
    OWN_LEASE(9),
    WITH_OTHERS(0),
    OTHER(0),
    UNKNOWN(0);

    /// Which way a move goes.
    public enum Way {
        FORWARD,
        BACK,
        /// Within a step, or to and from where the chain has no order.
        ASIDE,
        IN,
        OUT
    }

    /// How far along; 0 where the chain has no order.
    private final int rank;

    Step(int rank) {
        this.rank = rank;
    }

    static Way way(@Nullable Step from, @Nullable Step to) {
        if (from == null) {
            return Way.IN;
        }
        if (to == null) {
            return Way.OUT;
        }
        if (from.rank == 0 || to.rank == 0 || from.rank == to.rank) {
            return Way.ASIDE;
        }
        return to.rank > from.rank ? Way.FORWARD : Way.BACK;
    }
}
