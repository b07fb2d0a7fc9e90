/// Skrivbordet: pages that span rooms, first of all Min dag. Composes and links, never decides.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "page",
            "person",
            "debt",
            "support",
            "prevention",
            "count"
        })
package se.bofast.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
