package se.bofast.desk.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class DeskMenu implements MenuSource {

    private final Here here;

    DeskMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        if (here.may(Action.SEE_DAY)) {
            items.add(new MenuItem("desk.menu", "/", 100));
        }
        return items;
    }
}
