/// Bostad och hyresvärd: landlords with their contacts, dwellings that are real, and the board's
/// apartments: agreements, rents, rooms, keys, inspections, and what is offered.
///
/// Publishes {@link se.bofast.dwelling.Landlords}, {@link se.bofast.dwelling.Apartments}, {@link
/// se.bofast.dwelling.KeepingApartments}, {@link se.bofast.dwelling.Agreements} and {@link
/// se.bofast.dwelling.Dwellings} for other rooms, the `Reading...` and `Keeping...` classes for
/// pages, and the views `dwelling.v_*`. Other rooms add to a landlord's page through {@link
/// se.bofast.dwelling.LandlordSection}, to an apartment's through {@link
/// se.bofast.dwelling.ApartmentSection}, and say what they have built upon through {@link
/// se.bofast.dwelling.ApartmentUse}, and whose time in a home was when through {@link
/// se.bofast.dwelling.Inhabited}. No table here names a person.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "access", "audit", "page", "letter", "filing", "person"})
@ReadsViews("access")
package se.bofast.dwelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
