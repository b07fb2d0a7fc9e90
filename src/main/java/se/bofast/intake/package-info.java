/// Inkomna signaler: every sign that someone may lose a home, whom it is about, who gets it.
///
/// Owns signals and their facts, the questions of who is who, the routing rules. Publishes {@link
/// SignalsRouted}, one per batch, within the transaction that took the signals in, and {@link
/// SignalsWithdrawn} when they are taken back.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "deadline",
            "filing",
            "person",
            "dwelling"
        })
@ReadsViews({"person", "support"})
package se.bofast.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
