package se.bofast.review;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a reviewer finds about somebody's having looked at a person.
public enum Judgement {
    /// There was a reason that belongs to the work.
    IN_ORDER,
    /// The head of the employee has been asked; the matter is open.
    ASKED_HEAD,
    /// No reason that belongs to the work.
    UNAUTHORISED;

    static @Nullable Judgement of(@Nullable String name) {
        return Arrays.stream(values()).filter(j -> j.name().equals(name)).findFirst().orElse(null);
    }
}
