package se.bofast.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Conflict;

/// From a day to a day, both included.
final class Period {

    private Period() {}

    /// @throws Conflict if the end comes before the start
    static void check(LocalDate startOn, @Nullable LocalDate endOn) {
        if (endOn != null && endOn.isBefore(startOn)) {
            throw new Conflict("access.period.backward");
        }
    }
}
