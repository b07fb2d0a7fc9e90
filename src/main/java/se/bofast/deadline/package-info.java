/// The legal clock: rules of law, each with its basis, that answer from facts what may or must be
/// done until when.
///
/// Owns the rules, the facts they ask for and the working days. Publishes [LegalClock] and the
/// types it answers with. Pure: no Spring, no clock, no SQL; a day is computed from facts, never
/// from today.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.bofast.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
