package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.RuledFinding;
import se.bofast.dwelling.Apartment;
import se.bofast.dwelling.ApartmentId;
import se.bofast.person.PersonName;

/// A referral with all a page shows of it.
///
/// @param guided a guide carries the person today
/// @param household who lives together with the person, and may move along
/// @param lease the lease they live under; null before, and for who may not see it
public record ReferralView(
        Referral referral,
        @Nullable PersonName name,
        String unitName,
        Map<ApartmentId, Apartment> apartments,
        boolean guided,
        List<PersonName> household,
        @Nullable Lease lease,
        List<RuledFinding> findings,
        boolean mayRefer,
        boolean mayOffer,
        boolean mayAssign,
        LocalDate today) {

    public ReferralView {
        apartments = Map.copyOf(apartments);
        household = List.copyOf(household);
        findings = List.copyOf(findings);
    }

    public String place() {
        return "/remisser/" + referral.id();
    }

    /// A referral in a list.
    public record Line(
            ReferralId id,
            @Nullable PersonName name,
            LocalDate referredOn,
            Way.State state,
            Way.@Nullable Due next) {}

    /// Whether a home answers to what somebody needs.
    public record Candidate(
            ReferralId id, @Nullable PersonName name, LocalDate referredOn, Fit fit) {}

    /// For a vacancy: who may be chosen among, in the order they have waited, and why not the
    /// others.
    ///
    /// @param offered the apartment is offered to somebody already
    public record Candidates(
            Apartment apartment,
            boolean offered,
            boolean let,
            List<Candidate> candidates,
            List<Candidate> others) {

        public Candidates {
            candidates = List.copyOf(candidates);
            others = List.copyOf(others);
        }
    }
}
