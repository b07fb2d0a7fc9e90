/// The ground the house stands on: the PostgreSQL server it brings along, the two roles, the
/// migrations, and the wall of rows every transaction is set behind.
///
/// Owns the schema `framework` (migration history, sessions, the functions the walls ask). Knows no
/// room.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.bofast.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
