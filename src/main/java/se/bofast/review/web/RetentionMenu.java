package se.bofast.review.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;

@Component
class RetentionMenu implements MenuSource {

    private final Here here;

    RetentionMenu(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> items() {
        return here.may(Action.SEE_RETENTION_PLAN)
                ? List.of(new MenuItem("review.retention.menu", RetentionPage.PATH, 800))
                : List.of();
    }
}
