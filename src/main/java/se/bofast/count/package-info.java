/// Uppföljning and mätning: what the board's work comes to, in figures that are each defined once,
/// and who is homeless on a day, under three definitions at once.
///
/// Owns the definitions ({@link se.bofast.count.Figures}), the counting, and the rounds of the
/// homelessness count: who was asked, what they answered, what was frozen and published. Reads
/// other rooms only through their views; pages and files ask for figures by key.
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
    "support",
    "tenancy"
})
package se.bofast.count;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
