/// Avtal, hyra, övertagande: leases the board holds, lets on or supports.
///
/// Owns the schema `tenancy` and publishes its views `tenancy.v_*`.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "person", "dwelling"})
package se.bofast.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
