package se.bofast.dwelling;

import java.util.Collection;
import java.util.Set;

/// Tells which apartments another room has built upon, so that a list of apartments is not taken
/// back under it. Offer a bean of it.
public interface ApartmentUse {

    /// Those of the apartments that have leases, or whatever the room hangs on them.
    Set<ApartmentId> used(Collection<ApartmentId> apartments);
}
