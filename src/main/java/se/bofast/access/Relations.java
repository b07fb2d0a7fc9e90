package se.bofast.access;

import java.util.Map;
import java.util.Optional;

/// What an employee has to do with subjects of one kind. The room that owns the kind implements it.
public interface Relations {

    /// The kind of subject this answers for.
    String kind();

    /// The smallest scope that includes the subject for the actor: OWN if the actor carries it or
    /// covers for who does, UNIT if it belongs to a unit of the actor's, otherwise BOARD.
    ///
    /// @return empty if there is no such subject within the board and the actor's areas
    Optional<Scope> between(Actor actor, Subject subject);

    /// When a subject is one's OWN, one's UNIT's, and otherwise within the BOARD's reach: a key of
    /// a sentence for each, for the page that says who may do what. A scope left out has no rule.
    Map<Scope, String> rules();

    /// True if there is such a subject and it is kept from the actor, so that {@link #between} says
    /// nothing: asking for it is an attempt.
    default boolean hides(Actor actor, Subject subject) {
        return false;
    }
}
