/// Lämna ut och arkivera: a person's dossier whole, gathered from the rooms and written as a
/// package for the archive or as an extract for the person.
///
/// Owns what was made. The dossier itself is told by the rooms ({@link
/// se.bofast.audit.DossierPart}).
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "letter",
            "deadline",
            "person"
        })
@ReadsViews({"access", "dwelling"})
package se.bofast.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
