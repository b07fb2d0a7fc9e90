package se.bofast.placement.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;
import se.bofast.page.SettingSource;

@Component
class PlacementMenu implements MenuSource, SettingSource {

    private final Here here;

    PlacementMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        return here.may(Action.SEE_HOUSING_CHAIN)
                ? List.of(new MenuItem("placement.menu", ChainPage.PATH, 550))
                : List.of();
    }

    @Override
    public List<MenuItem> settings() {
        return here.may(Action.MANAGE_HOUSING_FORMS)
                ? List.of(new MenuItem("placement.forms.title", FormsPage.PATH, 350))
                : List.of();
    }
}
