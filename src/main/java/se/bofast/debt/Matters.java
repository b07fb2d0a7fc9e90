package se.bofast.debt;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.PersonId;

/// What the debt room asks of a room whose matters have debts. The room of the kind offers a bean
/// of it; called within the reach of the actor.
public interface Matters {

    /// A matter as debts need to know it.
    ///
    /// @param number what people call it, such as `2026-0412`
    /// @param href its page
    /// @param person whose it is; null where nobody knows yet
    /// @param landlord the landlord it is about, for filling in forms
    record Matter(
            String number, String href, @Nullable PersonId person, @Nullable LandlordId landlord) {}

    /// The kind of subject this answers for.
    String kind();

    /// The matters there are, in one query. Does not ask what the actor may see.
    Map<UUID, Matter> find(Collection<UUID> matters);

    /// Those of the matters that lie within the scope for the actor, in one query.
    Set<UUID> within(Actor actor, Scope scope, Collection<UUID> matters);
}
