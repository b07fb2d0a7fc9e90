/// Vräkningsförebyggande ärende: from the first signal to the outcome, against the legal clock.
///
/// Owns the case, the facts that come up in it, the computed legal days, and which letter was
/// written upon what. Opens or joins cases when intake has routed signals.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "job",
            "letter",
            "deadline",
            "person",
            "dwelling",
            "support",
            "debt",
            "intake"
        })
@ReadsViews({"access", "debt", "dwelling", "intake", "letter", "person", "support"})
package se.bofast.prevention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
