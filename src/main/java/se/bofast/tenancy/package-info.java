/// Avtal, hyra, övertagande: leases the board holds, lets on or supports, what their tenants owe,
/// what the board pays, and the way from a referral to a lease of one's own.
///
/// Publishes {@link KeepingLeases} and {@link ReadingLeases}, {@link RecordingRent}, {@link
/// Referring} and {@link Offering} for its pages and the demo, and the views `tenancy.v_*`. Owns
/// the schema `tenancy`. A vacancy, an arrear and a referral's state are reckoned and never kept.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "audit",
            "page",
            "deadline",
            "filing",
            "person",
            "dwelling",
            "placement",
            "debt",
            "intake"
        })
@ReadsViews({"access", "dwelling", "person", "placement", "support"})
package se.bofast.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import se.bofast.kernel.ReadsViews;
