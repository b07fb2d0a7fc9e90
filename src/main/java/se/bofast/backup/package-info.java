/// Säkerhetskopior: copies of the whole database, how they are brought back, and the way of all
/// rows from one PostgreSQL to another.
///
/// Owns the backup folder and no table: what it says must be there when the database is not.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit"})
package se.bofast.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
