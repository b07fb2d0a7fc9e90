package se.bofast.support;

import java.time.Instant;
import se.bofast.access.Subject;

/// An appointment was made or answered, or it is known whether the person came; told in the same
/// transaction, one for each appointment made by hand or by code, none for a print run.
///
/// @param byCode answered with the code of the letter: not confirmed by the person. Declining by
///   code never closes anything.
public record AppointmentChanged(
        Subject matter,
        Appointment.AppointmentId appointment,
        Appointment.State state,
        boolean byCode,
        Instant at) {}
