package se.bofast.access;

import java.util.Optional;

/// The actor of the request being answered, for what a controller does not call itself: menus.
public interface PresentActor {

    /// Empty when no one is logged in, or no request is being answered.
    Optional<Actor> actor();
}
