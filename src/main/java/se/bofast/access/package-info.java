/// Behörighet: boards, areas, units, employees, appointments; who may do what.
///
/// Owns the one vocabulary of actions and the role x action table ({@link Permissions}). It is the
/// stated exception to "never name downstream": ids pass as {@link Subject}, and what an employee
/// has to do with a subject arrives through {@link Relations}, which rooms implement.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit", "page", "letter"})
package se.bofast.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
