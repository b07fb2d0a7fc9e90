package se.bofast.count.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.count.CountRounds;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

/// Mätning, with how many lists wait for one's own units.
@Component
class CountRoundMenu implements MenuSource {

    private static final int ORDER = 690;

    private final Here here;
    private final CountRounds rounds;

    CountRoundMenu(Here here, CountRounds rounds) {
        this.here = here;
        this.rounds = rounds;
    }

    @Override
    public List<MenuItem> items() {
        if (here.may(Action.REPORT_COUNT)) {
            var waiting = here.actor().map(actor -> rounds.waiting(actor).size()).orElse(0);
            return List.of(new MenuItem("count.round.menu", CountRoundsPage.PATH, ORDER, waiting));
        }
        return here.may(Action.LEAD_COUNT) || here.may(Action.SEE_STATISTICS)
                ? List.of(new MenuItem("count.round.menu", CountRoundsPage.PATH, ORDER))
                : List.of();
    }
}
