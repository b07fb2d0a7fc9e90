package se.bofast.count;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// How people moved along the housing chain in a period, what it cost, and what became of leases
/// and apartments.
///
/// @param vacancy null where the selection is of a group: nobody lives in an empty apartment
/// @param hidden some numbers are too small for this reader; these are null
public record Flow(
        Selection selection,
        List<Stock> stocks,
        List<Move> moves,
        List<Length> lengths,
        @Nullable Integer shelterUsers,
        @Nullable Integer shelterNights,
        List<Ended> leases,
        @Nullable Vacancy vacancy,
        List<Cost> costs,
        boolean hidden) {

    /// Whom it is about.
    public enum Group {
        EVERYBODY,
        FAMILIES,
        FROM_65,
        WOMEN,
        MEN
    }

    /// @param unit that answers for the stay; null for all
    public record Selection(LocalDate from, LocalDate to, @Nullable UUID unit, Group group) {

        public Selection {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a period cannot end before it starts");
            }
        }

        /// The same a year earlier.
        public Selection yearBefore() {
            return new Selection(from.minusYears(1), to.minusYears(1), unit, group);
        }

        /// As many days from another day on.
        public Selection beginning(LocalDate day) {
            return new Selection(day, day.plusDays(ChronoUnit.DAYS.between(from, to)), unit, group);
        }
    }

    /// How many were in a step the night before the period, how many of its stays began and ended,
    /// and how many were there the last night: the first two are together as many as the others.
    public record Stock(
            Step step,
            @Nullable Integer before,
            @Nullable Integer began,
            @Nullable Integer ended,
            @Nullable Integer last) {}

    /// How many moves there were from one step to another; a null step is outside what is known.
    public record Move(@Nullable Step from, @Nullable Step to, @Nullable Integer people) {

        public Step.Way way() {
            return Step.way(from, to);
        }
    }

    /// How long stays in a step last, in nights: by when a quarter, half, three quarters have
    /// ended.
    ///
    /// @param stays how many are looked at
    /// @param ended how many of them ended in the period
    public record Length(
            Step step,
            @Nullable Integer stays,
            @Nullable Integer ended,
            @Nullable Integer quarter,
            @Nullable Integer median,
            @Nullable Integer threeQuarters) {}

    /// Why leases of the board's apartments ended; the names are those of the leases.
    public enum LeaseEnd {
        TAKEN_OVER,
        MOVED,
        RENT,
        DISTURBANCE,
        TIME_OUT,
        DIED,
        OTHER,
        UNKNOWN
    }

    /// How many leases ended for a cause.
    public record Ended(LeaseEnd cause, @Nullable Integer leases) {}

    /// The board's apartments without a tenant.
    ///
    /// @param days of all apartments together
    /// @param cost the rent to the landlords for these days
    /// @param unpriced days of apartments whose rent is not known
    public record Vacancy(int apartments, int days, Money cost, int unpriced) {}

    /// What the nights of a step cost the board in rent to landlords. Who share an apartment share
    /// its rent.
    ///
    /// @param nights all of the step
    /// @param priced those in an apartment whose rent is known
    public record Cost(
            Step step, @Nullable Integer nights, @Nullable Integer priced, @Nullable Money cost) {}

    public Flow {
        stocks = List.copyOf(stocks);
        moves = List.copyOf(moves);
        lengths = List.copyOf(lengths);
        leases = List.copyOf(leases);
        costs = List.copyOf(costs);
    }

    /// How many moves went one way; null if some of them are hidden.
    public @Nullable Integer moves(Step.Way way) {
        var sum = 0;
        for (var move : moves) {
            if (move.way() == way) {
                var people = move.people();
                if (people == null) {
                    return null;
                }
                sum += people;
            }
        }
        return sum;
    }

    /// How many went from one step to another; null if hidden.
    public @Nullable Integer moves(@Nullable Step from, @Nullable Step to) {
        for (var move : moves) {
            if (move.from() == from && move.to() == to) {
                return move.people();
            }
        }
        return 0;
    }

    /// How many leases ended for a cause; null if hidden.
    public @Nullable Integer leases(LeaseEnd cause) {
        for (var end : leases) {
            if (end.cause() == cause) {
                return end.leases();
            }
        }
        return 0;
    }

    /// Who is behind a number.
    public sealed interface Behind {

        /// Who moved from one step to another.
        record Moved(@Nullable Step from, @Nullable Step to) implements Behind {}

        /// Who was in a step the last night; the longest first.
        record Living(Step step) implements Behind {}

        /// Who had nights in a night shelter.
        record InShelter() implements Behind {}

        /// Whose lease ended for a cause.
        record LeaseEnded(LeaseEnd cause) implements Behind {}
    }
}
