/// Loggranskning: the recurrent review of the log (SoLPuL 10 §), and Vem har sett, the log of one
/// person or case by unit, role, time and reason.
///
/// Owns the rounds, what was taken up in them and why, the judgements, the questions to heads, and
/// what a round is reckoned by. Reads the rooms whose people, cases and assignments say whether an
/// employee had reason to look; they know nothing of it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "job",
            "deadline",
            "person"
        })
@ReadsViews({"access", "audit", "debt", "intake", "person", "prevention", "support"})
package se.bofast.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
