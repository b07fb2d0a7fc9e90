package se.bofast.dwelling;

import java.util.Optional;
import se.bofast.access.Actor;
import se.bofast.page.Section;

/// A part of an apartment's page that another room adds: the lease, vacant days, rents of tenants.
/// Offer a bean of it.
public interface ApartmentSection {

    /// Sorts the sections; a room takes a hundred of its own.
    int order();

    /// Empty when there is nothing to show, or nothing this actor may see. Called within the reach
    /// of the actor and in the page's transaction; logs what it reads itself.
    Optional<Section> section(Actor actor, ApartmentId apartment);
}
