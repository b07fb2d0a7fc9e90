package se.bofast.desk.web;

import java.time.Instant;
import se.bofast.support.SafeVisits;
import se.bofast.support.SlotLists;

/// Something at a time of today.
public sealed interface AgendaLine {

    Instant at();

    /// A home visit.
    record Going(SafeVisits.Row row) implements AgendaLine {
        @Override
        public Instant at() {
            return row.visit().startAt();
        }
    }

    /// A booked time.
    record Meeting(SlotLists.Row row) implements AgendaLine {
        @Override
        public Instant at() {
            return row.slot().startAt();
        }
    }
}
