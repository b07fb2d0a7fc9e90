package se.bofast.support.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import se.bofast.kernel.HouseClock;

/// Between what is typed and moments, in Swedish time.
final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private Moments() {}

    static Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, HouseClock.ZONE).toInstant();
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(HouseClock.ZONE));
    }
}
