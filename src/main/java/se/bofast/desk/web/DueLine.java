package se.bofast.desk.web;

import java.time.LocalDate;
import se.bofast.debt.PromiseAlarm;
import se.bofast.debt.PromisesDue;
import se.bofast.prevention.DayList;

/// Something that must be done by a day.
public sealed interface DueLine {

    LocalDate day();

    /// It must be done today, or should have been.
    boolean isUrgent(LocalDate today);

    /// A legal day of a case.
    record Legal(DayList.Due due) implements DueLine {
        @Override
        public LocalDate day() {
            return due.day();
        }

        @Override
        public boolean isUrgent(LocalDate today) {
            return !due.day().isAfter(today);
        }
    }

    /// Rent the board has promised to pay.
    record Rent(PromisesDue.Due due) implements DueLine {
        @Override
        public LocalDate day() {
            return due.payBy();
        }

        @Override
        public boolean isUrgent(LocalDate today) {
            return due.alarm().compareTo(PromiseAlarm.TODAY) >= 0;
        }
    }
}
