package se.bofast.count;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a figure came to.
///
/// @param part the number; for days how many they are counted of
/// @param whole the denominator, null where the figure has none
/// @param days null for figures that are no days, and where there was nothing to count
/// @param hidden too few to be shown
public record Value(long part, @Nullable Long whole, @Nullable BigDecimal days, boolean hidden) {

    public static final Value NOTHING = new Value(0, null, null, false);

    /// The same with nothing in it but that it is hidden.
    Value hide() {
        return new Value(0, null, null, true);
    }
}
