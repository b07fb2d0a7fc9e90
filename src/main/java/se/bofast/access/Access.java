package se.bofast.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.NotFound;

/// The guard at every endpoint.
@Component
public class Access {

    private final Map<String, Relations> relations;

    private final Attempts attempts;

    Access(List<Relations> relations, Attempts attempts) {
        this.attempts = attempts;
        this.relations =
                relations.stream().collect(Collectors.toMap(Relations::kind, Function.identity()));
    }

    /// The action as such, where it names no subject.
    ///
    /// @return how far lists must be filtered, in SQL
    /// @throws Forbidden if no role of the actor includes it
    public Scope require(Actor actor, Action action) {
        var scope = Permissions.of(actor.roles(), action);
        if (scope == Scope.NONE) {
            throw new Forbidden();
        }
        return scope;
    }

    /// The action upon a subject. Missing and forbidden give the same answer.
    ///
    /// @throws NotFound if there is no such subject within the actor's reach
    public void require(Actor actor, Action action, Subject subject) {
        var scope = Permissions.of(actor.roles(), action);
        var known = relations.get(subject.kind());
        if (known == null) {
            throw new IllegalArgumentException(
                    "nobody answers for subjects of kind " + subject.kind());
        }
        var needed = known.between(actor, subject);
        if (needed.isEmpty() && !known.hides(actor, subject)) {
            throw new NotFound();
        }
        if (needed.filter(n -> reaches(actor, action, scope, n, subject)).isEmpty()) {
            attempts.refused(action, subject);
            throw new NotFound();
        }
    }

    /// True if the actor may do this upon the subject, for a link to it.
    public boolean allows(Actor actor, Action action, Subject subject) {
        var scope = Permissions.of(actor.roles(), action);
        var known = relations.get(subject.kind());
        return scope != Scope.NONE
                && known != null
                && known.between(actor, subject)
                        .filter(needed -> reaches(actor, action, scope, needed, subject))
                        .isPresent();
    }

    // What one has opened in an emergency is within reach for what may be done there at all.
    private static boolean reaches(
            Actor actor, Action action, Scope scope, Scope needed, Subject subject) {
        return scope != Scope.NONE
                && (scope.compareTo(needed) >= 0
                        || Permissions.opensInEmergency(action)
                                && actor.opened().contains(subject));
    }

    /// True if a button for the action belongs on the page; the endpoint still requires it.
    public boolean allows(Actor actor, Action action) {
        return Permissions.of(actor.roles(), action) != Scope.NONE;
    }

    /// The actor's units as SQL wants them.
    public static UUID[] units(Actor actor) {
        return actor.units().stream().map(unit -> unit.value()).toArray(UUID[]::new);
    }

    /// The actor's teams as SQL wants them.
    public static UUID[] teams(Actor actor) {
        return actor.teams().toArray(UUID[]::new);
    }

    /// Who answers for subjects of each kind, by the kind.
    public Map<String, Relations> relations() {
        return new TreeMap<>(relations);
    }

    /// Whose work counts as the actor's own: one's own account and those one covers for.
    public static UUID[] own(Actor actor) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(actor.id()), actor.covering().stream())
                .map(employee -> employee.value())
                .toArray(UUID[]::new);
    }
}
