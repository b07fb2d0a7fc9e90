package se.bofast.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.support.Contact.By;
import se.bofast.support.Contact.Told;

/// A contact as it is written down.
///
/// @param withLandlord made together with the landlord, which needs the person's consent
/// @param happenedAt not in the future
/// @param told what a landlord came to know; kept only of a contact that reached one, which must
///   have it
/// @param nextTryOn when to try again, if that was agreed or decided
/// @param nextTryBy only with a day
public record NewContact(
        Contact.With with,
        Contact.By by,
        Contact.Outcome outcome,
        boolean withLandlord,
        Instant happenedAt,
        @Nullable String note,
        @Nullable Told told,
        Set<Contact.Advice> advice,
        @Nullable LocalDate nextTryOn,
        @Nullable By nextTryBy) {

    public NewContact {
        advice = Set.copyOf(advice);
        note = note == null || note.isBlank() ? null : note.strip();
        nextTryBy = nextTryOn == null ? null : nextTryBy;
        told = with == Contact.With.LANDLORD && outcome.reaches() ? told : null;
    }

    /// A contact in which no landlord came to know anything about anybody.
    public NewContact(
            Contact.With with,
            By by,
            Contact.Outcome outcome,
            boolean withLandlord,
            Instant happenedAt,
            @Nullable String note,
            Set<Contact.Advice> advice,
            @Nullable LocalDate nextTryOn,
            @Nullable By nextTryBy) {
        this(
                with,
                by,
                outcome,
                withLandlord,
                happenedAt,
                note,
                Told.NOTHING_ABOUT_ANYONE,
                advice,
                nextTryOn,
                nextTryBy);
    }

    /// It reached a landlord, so that what was told must be said.
    boolean toldLandlord() {
        return with == Contact.With.LANDLORD && outcome.reaches();
    }
}
