/// Bostad och hyresvärd: landlords with their contacts, and dwellings that are real.
///
/// Publishes {@link se.bofast.dwelling.Landlords}, {@link se.bofast.dwelling.Dwellings} and the
/// views `dwelling.v_*`. Other rooms add to a landlord's page through {@link
/// se.bofast.dwelling.LandlordSection}.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "page"})
package se.bofast.dwelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
