package se.bofast.person.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class PersonMenu implements MenuSource {

    private final Here here;

    PersonMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        return here.may(Action.SEARCH_PERSON)
                ? List.of(new MenuItem("person.menu", SearchPage.PEOPLE, 300))
                : List.of();
    }
}
