/// Granskning: who has seen a case or a person, and what is erased when (gallring): the plan, the
/// proposal, the decision by another, the work and its protocol.
///
/// Owns no table: orders to erase stand in the room of the log, which declares the retention
/// interface. Reads all rooms' notes through their views.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "access", "audit", "page", "deadline", "job"})
@ReadsViews({
    "access",
    "audit",
    "debt",
    "filing",
    "intake",
    "letter",
    "person",
    "prevention",
    "support"
})
package se.bofast.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
