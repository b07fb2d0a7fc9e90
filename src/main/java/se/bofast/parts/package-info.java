/// Beståndsdelar: the libraries the house is built of, and which of them somebody has warned of.
///
/// Owns the list of parts the build puts into the jar, and no table: it is asked at the terminal,
/// of a program that need not run.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package se.bofast.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
