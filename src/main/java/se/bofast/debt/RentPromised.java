package se.bofast.debt;

import java.time.LocalDate;
import java.util.List;
import se.bofast.access.Subject;

/// The board has promised to pay rent. One event for all the months promised at once.
///
/// @param dueOn the due days, the first first
public record RentPromised(Subject matter, List<LocalDate> dueOn) {

    public RentPromised {
        dueOn = List.copyOf(dueOn);
    }
}
