package se.bofast.count.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class CountMenu implements MenuSource {

    private final Here here;

    CountMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        return here.may(Action.SEE_STATISTICS)
                ? List.of(new MenuItem("count.menu", CountPage.PATH, 700))
                : List.of();
    }
}
