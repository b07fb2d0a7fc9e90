package se.bofast.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Documents of a child-protection inquiry are not erased before the child has turned thirty; where
/// it was decided not to open one, five years hold as for everything else (SoL 2025:400 16 kap. 2 a
/// §).
///
/// [impl->req~deadline.retention-child-inquiry~1]
final class ChildInquiryRetentionRule {

    static final LegalBasis BASIS = new LegalBasis("2025:400", "16 kap. 2 a §", "2025:1501");

    private static final int AGE = 30;

    private ChildInquiryRetentionRule() {}

    /// The day the youngest of them turns thirty; null if that cannot be known of one of them.
    static @Nullable LocalDate lastBirthday(RetentionFacts facts) {
        var last = LocalDate.MIN;
        for (var child : facts.inquiries()) {
            if (child.birthOn() == null) {
                return null;
            }
            last = later(last, turns(child.birthOn()));
        }
        return last;
    }

    /// Thirty years after 29 February there is none: then 1 March, so that nothing goes a day
    /// early.
    private static LocalDate turns(LocalDate birthOn) {
        var day = birthOn.plusYears(AGE);
        return day.getDayOfMonth() < birthOn.getDayOfMonth() ? day.plusDays(1) : day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
