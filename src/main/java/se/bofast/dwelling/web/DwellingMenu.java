package se.bofast.dwelling.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class DwellingMenu implements MenuSource {

    private static final int ORDER = 500;

    private final Here here;

    DwellingMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        if (here.may(Action.SEE_APARTMENTS)) {
            return List.of(new MenuItem("dwelling.menu", ApartmentsPage.PATH, ORDER));
        }
        return here.may(Action.SEE_LANDLORDS)
                ? List.of(new MenuItem("dwelling.landlords.title", LandlordsPage.PATH, ORDER))
                : List.of();
    }
}
