/// Boendekedja: the catalogue of housing forms with its crosswalks, and where people live, night by
/// night.
///
/// Owns the schema `placement` and publishes its views `placement.v_*`.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "person", "dwelling"})
package se.bofast.placement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
