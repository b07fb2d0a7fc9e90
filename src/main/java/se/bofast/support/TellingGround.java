package se.bofast.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.kernel.HouseClock;
import se.bofast.person.Consents;
import se.bofast.person.Disclosure;
import se.bofast.person.Disclosure.Ground;
import se.bofast.person.Disclosure.Telling;
import se.bofast.person.Disclosures;

/// May a landlord be told something about the person of a matter? Only where the person has said
/// yes, or a ground is recorded (product.md A5; OSL 26 kap. 1 §). General information that names
/// nobody needs neither.
@Component
class TellingGround {

    /// A ground that was written down covers what is told within so many days.
    static final int GROUND_DAYS = 7;

    private final Consents consents;
    private final Disclosures disclosures;

    TellingGround(Consents consents, Disclosures disclosures) {
        this.consents = consents;
        this.disclosures = disclosures;
    }

    /// Why not; empty if one may. With a consent, what was told is put on record as told.
    Optional<LoggingContact.Reason> refusal(
            Actor actor, Matters.Matter matter, NewContact contact) {
        if (!contact.toldLandlord()) {
            return Optional.empty();
        }
        var told = contact.told();
        if (told == null) {
            return Optional.of(LoggingContact.Reason.TELLING_UNSAID);
        }
        var scope = told.needs();
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        var note = contact.note();
        if (note == null) {
            return Optional.of(LoggingContact.Reason.TELLING_NOT_WRITTEN);
        }
        var person = matter.person();
        var landlord = matter.landlord();
        if (landlord == null) {
            return Optional.of(LoggingContact.Reason.NO_GROUND_TO_TELL);
        }
        var day = LocalDate.ofInstant(contact.happenedAt(), HouseClock.ZONE);
        if (person != null && consents.valid(person, scope.get(), landlord, day).isPresent()) {
            var intended =
                    new Disclosure.Intended(
                            person,
                            matter.subject(),
                            landlord,
                            Ground.CONSENT,
                            scope.get(),
                            note,
                            null);
            return switch (disclosures.record(actor, intended, day)) {
                case Telling.Recorded recorded -> Optional.empty();
                case Telling.Refused refused ->
                        Optional.of(LoggingContact.Reason.NO_GROUND_TO_TELL);
            };
        }
        return disclosures.isGrounded(
                        matter.subject(), person, landlord, since(contact.happenedAt()))
                ? Optional.empty()
                : Optional.of(LoggingContact.Reason.NO_GROUND_TO_TELL);
    }

    /// The ground may also have been written after the talk: what has happened must be possible to
    /// write down, and the record says when the ground was.
    private static Instant since(Instant happenedAt) {
        return LocalDate.ofInstant(happenedAt, HouseClock.ZONE)
                .minusDays(GROUND_DAYS)
                .atStartOfDay(HouseClock.ZONE)
                .toInstant();
    }
}
