/// Vräkningsförebyggande ärende: from the first signal to the outcome, against the legal clock.
///
/// Owns the case, the facts that come up in it, and the computed legal days. Opens or joins cases
/// when intake has routed signals.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "deadline",
            "person",
            "dwelling",
            "intake",
            "support"
        })
@ReadsViews({"access", "intake", "person"})
package se.bofast.prevention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
