/// Boendekedja: the catalogue of housing forms with its crosswalks, and where people live, night by
/// night.
///
/// Publishes {@link se.bofast.placement.Stays}, {@link se.bofast.placement.RecordingStay}, {@link
/// se.bofast.placement.HousingForms} and {@link se.bofast.placement.Timeline}. Owns the schema
/// `placement` and publishes its views `placement.v_*`. Other rooms say what is to come for those
/// in the chain through {@link se.bofast.placement.ChainFact}. Reads who carries whom from the
/// rooms that know, for lists of one's own people.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "filing",
            "person",
            "dwelling"
        })
@ReadsViews({"access", "person", "dwelling", "support", "prevention"})
package se.bofast.placement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
