package se.bofast.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.bofast.kernel.HouseClock;
import se.bofast.person.Consent;
import se.bofast.person.Consents;

/// May one act together with the landlord? Only where the person has said yes.
@Component
class JointVisits {

    private final Consents consents;

    JointVisits(Consents consents) {
        this.consents = consents;
    }

    /// Why not; empty if one may.
    Optional<LoggingContact.Reason> refusal(Matters.Matter matter, Instant at) {
        var person = matter.person();
        var landlord = matter.landlord();
        if (person == null || landlord == null) {
            return Optional.of(LoggingContact.Reason.NOBODY_TO_ASK);
        }
        var day = LocalDate.ofInstant(at, HouseClock.ZONE);
        return consents.valid(person, Consent.ConsentScope.JOINT_VISIT, landlord, day).isPresent()
                ? Optional.empty()
                : Optional.of(LoggingContact.Reason.NO_CONSENT);
    }
}
