package se.bofast.prevention.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class PreventionMenu implements MenuSource {

    private final Here here;

    PreventionMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        if (here.may(Action.SEE_CASES)) {
            items.add(new MenuItem("prevention.menu", "/arenden", 400));
        }
        if (here.may(Action.PRINT_LETTERS)) {
            items.add(new MenuItem("prevention.print.menu", PrintRunsPage.PATH, 460));
        }
        return items;
    }
}
