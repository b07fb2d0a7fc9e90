package se.bofast.letter;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A proposed time (Swedish time) and place to meet.
///
/// @param place street address, with the room if need be
/// @param meets who the person will meet, or null if it is not settled
/// @param interpreter language of the interpreter who is booked with the time, or null if none is
public record Appointment(
        LocalDate on,
        LocalTime at,
        String place,
        @Nullable String meets,
        @Nullable Locale interpreter) {

    public Appointment {
        Letter.requireText(place, "place");
    }
}
