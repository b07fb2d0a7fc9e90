package se.bofast.letter;

import java.time.LocalDate;

/// A new time after the person did not come.
///
/// @param missedOn day of the appointment that did not take place
public record Reminder(LocalDate missedOn, Appointment appointment, LetterCode code)
        implements LetterContent {

    public Reminder {
        if (!missedOn.isBefore(appointment.on())) {
            throw new IllegalArgumentException("the new time comes after the missed one");
        }
    }

    @Override
    public TemplateCode template() {
        return TemplateCode.REMINDER;
    }
}
