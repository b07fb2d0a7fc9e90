/// Words everyone in the house needs: ids, money, periods, identity numbers, the clock.
///
/// No Spring, no SQL, no law. Ids of other rooms live in their rooms.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.bofast.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
