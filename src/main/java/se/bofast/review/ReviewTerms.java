package se.bofast.review;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/// What a round is reckoned by.
///
/// @param opens when the board's day begins, on working days
/// @param closes when it ends
/// @param samplePercent of what no rule took
/// @param sampleLeast drawn at least, if there are so many
/// @param manyPeople opened within one hour: so many and more are many
/// @param manySearches for one person within the period: so many and more are many
/// @param closedDays after the last case was closed, until looking is late
/// @param signDays after the round was opened, until it must be signed
/// @param off rules that are switched off
public record ReviewTerms(
        LocalTime opens,
        LocalTime closes,
        int samplePercent,
        int sampleLeast,
        int manyPeople,
        int manySearches,
        int closedDays,
        int signDays,
        Set<ReviewRule> off) {

    /// Where the board has set none of its own.
    public static final ReviewTerms USUAL =
            new ReviewTerms(
                    LocalTime.of(6, 30), LocalTime.of(19, 0), 5, 10, 30, 5, 90, 30, Set.of());

    private static final int MINUTES = 60;

    public ReviewTerms {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a day opens before it closes");
        }
        if (off.stream().anyMatch(ReviewRule.ALWAYS::contains)) {
            throw new IllegalArgumentException("a rule that is always on cannot be off");
        }
        off = Set.copyOf(off);
    }

    public boolean uses(ReviewRule rule) {
        return !off.contains(rule);
    }

    int opensMinute() {
        return opens.getHour() * MINUTES + opens.getMinute();
    }

    int closesMinute() {
        return closes.equals(LocalTime.MAX)
                ? 24 * MINUTES
                : closes.getHour() * MINUTES + closes.getMinute();
    }

    String[] offNames() {
        return EnumSet.allOf(ReviewRule.class).stream()
                .filter(off::contains)
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
