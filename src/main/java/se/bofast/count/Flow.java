package se.bofast.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How people moved along the housing chain in a period.
///
/// @param hidden some numbers are too small for this reader; these are null
public record Flow(
        Selection selection,
        List<Stock> stocks,
        List<Move> moves,
        List<Length> lengths,
        @Nullable Integer shelterUsers,
        @Nullable Integer shelterNights,
        Map<String, Integer> leaseEnds,
        int apartments,
        int vacantDays,
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
    }

    /// How many were in a step on the first and the last day.
    public record Stock(Step step, @Nullable Integer first, @Nullable Integer last) {}

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

    public Flow {
        stocks = List.copyOf(stocks);
        moves = List.copyOf(moves);
        lengths = List.copyOf(lengths);
        leaseEnds = Map.copyOf(leaseEnds);
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
}
