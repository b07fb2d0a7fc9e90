/// Bostad och hyresvärd: landlords with their contacts, and dwellings that are real.
///
/// Publishes {@link se.bofast.dwelling.Landlords} for other rooms, {@link
/// se.bofast.dwelling.KeepingLandlords} and {@link se.bofast.dwelling.ReadingLandlords} for pages,
/// {@link se.bofast.dwelling.Dwellings} and the views `dwelling.v_*`. Other rooms add to a
/// landlord's page through {@link se.bofast.dwelling.LandlordSection}.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "page", "letter", "person"})
@ReadsViews("access")
package se.bofast.dwelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
