package se.bofast.support.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class SupportMenu implements MenuSource {

    private final Here here;

    SupportMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        if (here.may(Action.SEE_APPOINTMENTS)) {
            items.add(new MenuItem("support.menu", "/tider", 450));
        }
        return items;
    }
}
