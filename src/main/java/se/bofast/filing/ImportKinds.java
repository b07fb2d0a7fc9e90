package se.bofast.filing;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.kernel.NotFound;

/// Every kind of list the house can read in.
@Component
public class ImportKinds {

    private final List<ImportKind<?>> kinds;
    private final Access access;

    ImportKinds(List<ImportKind<?>> kinds, Access access) {
        this.kinds = List.copyOf(kinds);
        this.access = access;
    }

    /// Those the actor may use.
    public List<ImportKind<?>> of(Actor actor) {
        return kinds.stream().filter(kind -> access.allows(actor, kind.action())).toList();
    }

    /// @throws NotFound if there is no such kind
    public ImportKind<?> named(String code) {
        return find(code).orElseThrow(NotFound::new);
    }

    Optional<ImportKind<?>> find(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .<ImportKind<?>>map(kind -> kind)
                .findFirst();
    }
}
