package se.bofast.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.support.Contact.By;

/// A contact as it is written down.
///
/// @param withLandlord made together with the landlord, which needs the person's consent
/// @param happenedAt not in the future
/// @param nextTryOn when to try again, if that was agreed or decided
/// @param nextTryBy only with a day
public record NewContact(
        Contact.With with,
        Contact.By by,
        Contact.Outcome outcome,
        boolean withLandlord,
        Instant happenedAt,
        @Nullable String note,
        Set<Contact.Advice> advice,
        @Nullable LocalDate nextTryOn,
        @Nullable By nextTryBy) {

    public NewContact {
        advice = Set.copyOf(advice);
        note = note == null || note.isBlank() ? null : note.strip();
        nextTryBy = nextTryOn == null ? null : nextTryBy;
    }
}
