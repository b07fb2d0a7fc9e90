/// Arbete: what must happen after the commit. One table, leased, resumable, visible.
///
/// Others enqueue by a Java call in their own transaction and offer a {@link JobKind}.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "audit"})
package se.bofast.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
