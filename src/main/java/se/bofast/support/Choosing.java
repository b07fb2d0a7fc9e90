package se.bofast.support;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Units;
import se.bofast.kernel.HouseClock;

/// Units and colleagues to choose from in forms, within the reach of who asks.
@Component
public class Choosing {

    private final Units units;
    private final Clock clock;

    Choosing(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Units.Unit> units() {
        return units.all();
    }

    /// Those who may carry a case today.
    @Transactional(readOnly = true)
    public List<Units.Colleague> colleagues() {
        return units.carriers(HouseClock.today(clock));
    }
}
