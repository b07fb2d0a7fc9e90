/// Vem har sett: the log of one case or one person, by unit, role, time and reason. Owns no table.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "access", "audit", "page"})
@ReadsViews({"access", "audit"})
package se.bofast.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
