package se.bofast.access;

import java.util.Optional;

/// Who is at work in this request, for parts of a page that get no actor handed to them.
public interface Here {

    /// Empty where nobody is logged in or no board is chosen.
    Optional<Actor> actor();

    /// True if the one here may do the action at all.
    default boolean may(Action action) {
        return actor().map(a -> Permissions.of(a.roles(), action) != Scope.NONE).orElse(false);
    }
}
