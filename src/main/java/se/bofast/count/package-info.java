/// Uppföljning: what the board's work comes to, in figures that are each defined once.
///
/// Owns the definitions ({@link se.bofast.count.Figures}) and the counting. Reads other rooms only
/// through their views and stores nothing of its own; pages and files ask for figures by key.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "access", "audit", "page", "filing"})
@ReadsViews({
    "access",
    "dwelling",
    "intake",
    "letter",
    "person",
    "placement",
    "prevention",
    "support"
})
package se.bofast.count;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
