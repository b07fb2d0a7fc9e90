package se.bofast.access;

/// Who is at work in this request, for parts of a page that get no actor handed to them.
public interface Here extends PresentActor {

    /// True if the one here may do the action at all.
    default boolean may(Action action) {
        return actor().map(a -> Permissions.of(a.roles(), action) != Scope.NONE).orElse(false);
    }
}
