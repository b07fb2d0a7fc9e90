package se.bofast.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The one clock of the house, in Swedish time.
///
/// The demo and the tests play past days by running work {@link #at}; everything that asks the
/// injected clock then lives in that moment.
public final class HouseClock extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final ScopedValue<Instant> PLAYED = ScopedValue.newInstance();
    private final Clock real;
    private final ZoneId zone;

    public HouseClock(Clock real) {
        this(real, ZONE);
    }

    private HouseClock(Clock real, ZoneId zone) {
        this.real = real;
        this.zone = zone;
    }

    /// Runs work as if it happened at the moment.
    public static <T, X extends Throwable> T at(
            Instant moment, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(PLAYED, moment).<T, X>call(work);
    }

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new HouseClock(real, other);
    }

    @Override
    public Instant instant() {
        return PLAYED.isBound() ? PLAYED.get() : real.instant();
    }
}
