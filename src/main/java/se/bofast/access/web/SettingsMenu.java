package se.bofast.access.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class SettingsMenu implements MenuSource {

    private final Here here;

    SettingsMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        return here.may(Action.CHANGE_OWN_SETTINGS)
                ? List.of(new MenuItem("access.menu", SettingsPage.PATH, 900))
                : List.of();
    }
}
