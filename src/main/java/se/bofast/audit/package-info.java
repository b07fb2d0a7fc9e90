/// Logg: who saw and changed what. Owns the append-only table of the log; has no pages.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package se.bofast.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
