/// Granskning: the recurrent review of the log (SoLPuL 10 §), Vem har sett, the log of one person
/// or case by unit, role, time and reason, and what is erased when (gallring): the plan, the
/// proposal, the decision by another, the work and its protocol.
///
/// Owns the rounds, what was taken up in them and why, the judgements, the questions to heads, and
/// what a round is reckoned by. Orders to erase stand in the room of the log, which declares the
/// retention interface. Reads the rooms whose notes say whether an employee had reason to look and
/// when a file was last written in; they know nothing of it.
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
@ReadsViews({
    "access",
    "audit",
    "debt",
    "filing",
    "intake",
    "letter",
    "person",
    "placement",
    "prevention",
    "support",
    "tenancy"
})
package se.bofast.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
