/// Övningsnämnden: a board of invented people, two calendar years of it, for trying Bofast out.
///
/// Stands on top of the house and goes the same ways as everybody else: the use cases, played on
/// past days. Loaded only into a database this run created, or where asked for.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "page",
            "access",
            "job",
            "letter",
            "deadline",
            "filing",
            "person",
            "dwelling",
            "debt",
            "support",
            "placement",
            "tenancy",
            "count",
            "intake",
            "prevention",
            "review",
            "exchange"
        })
package se.bofast.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
