package se.bofast.intake.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class IntakeMenu implements MenuSource {

    private final Here here;

    IntakeMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        return here.may(Action.SEE_SIGNALS)
                ? List.of(new MenuItem("intake.menu", InboxPage.PATH, 200))
                : List.of();
    }
}
