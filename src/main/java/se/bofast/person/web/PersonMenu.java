package se.bofast.person.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;
import se.bofast.person.WatchingHidden;

@Component
class PersonMenu implements MenuSource {

    private final Here here;
    private final WatchingHidden watching;

    PersonMenu(Here here, WatchingHidden watching) {
        this.here = here;
        this.watching = watching;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        if (here.may(Action.SEARCH_PERSON)) {
            items.add(new MenuItem("person.menu", SearchPage.PEOPLE, 300));
        }
        // Only for those it concerns: whether there is anybody hidden is nobody else's to know.
        here.actor()
                .filter(actor ->
                        here.may(Action.WATCH_PROTECTED_PEOPLE)
                                || here.may(Action.SEE_PROTECTED_PERSON)
                                        && !actor.entrusted().isEmpty())
                .ifPresent(actor ->
                        items.add(
                                new MenuItem(
                                        "person.hidden.menu",
                                        HiddenPeoplePage.PATH,
                                        310,
                                        watching.waiting(actor))));
        return items;
    }
}
