package se.bofast.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import se.bofast.database.CannotStart;
import se.bofast.kernel.HouseClock;

/// Moments at the terminal, in Swedish time.
final class Moments {

    private static final DateTimeFormatter TOLD =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

    private Moments() {}

    static String told(Instant moment) {
        return ZonedDateTime.ofInstant(moment, HouseClock.ZONE).format(TOLD);
    }

    /// `2026-11-29T10:15`, in Swedish time unless it says another. In the hour that comes twice in
    /// October, the first.
    static Instant read(String text) {
        var written = text.strip().replace(' ', 'T');
        try {
            return LocalDateTime.parse(written).atZone(HouseClock.ZONE).toInstant();
        } catch (DateTimeException e) {
            try {
                return OffsetDateTime.parse(written).toInstant();
            } catch (DateTimeException f) {
                throw new CannotStart(
                        "'%s' is no moment. Write it as 2026-11-29T10:15 (Swedish time)."
                                .formatted(text),
                        f);
            }
        }
    }
}
