/// Uppdrag, kontakter och tider: who carries whom, every contact and attempt at one, safe home
/// visits, the times advisers offer and the appointments made of them.
///
/// Publishes {@link LoggingContact}, {@link SafeVisits}, {@link MakingSlots}, {@link Appointments},
/// {@link AnsweringByCode}, {@link Assignments} and the card {@link SupportSection}; tells
/// downstream with {@link ContactLogged}, {@link LettersSent}, {@link ContactWithdrawn} and {@link
/// AppointmentChanged}. A matter is a {@link se.bofast.access.Subject} here; what it is called and
/// whom it concerns, the room that owns it says through {@link Matters}.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "deadline",
            "letter",
            "person"
        })
@ReadsViews({"access", "person"})
package se.bofast.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
