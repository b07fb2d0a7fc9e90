package se.bofast.tenancy.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class TenancyMenu implements MenuSource {

    private final Here here;

    TenancyMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        if (here.may(Action.SEE_HOUSING_DAY)) {
            items.add(new MenuItem("tenancy.menu.day", HousingPage.DAY, 510));
        }
        if (here.may(Action.SEE_REFERRALS)) {
            items.add(new MenuItem("tenancy.menu.referrals", ReferralPage.LIST, 520));
        }
        return items;
    }
}
