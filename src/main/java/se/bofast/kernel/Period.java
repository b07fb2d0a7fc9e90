package se.bofast.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days from `startOn` to `endOn`, both included. An open end is null.
public record Period(LocalDate startOn, @Nullable LocalDate endOn) {

    public Period {
        if (endOn != null && endOn.isBefore(startOn)) {
            throw new IllegalArgumentException("a period cannot end before it starts");
        }
    }

    public static Period from(LocalDate startOn) {
        return new Period(startOn, null);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(startOn) && (endOn == null || !day.isAfter(endOn));
    }
}
