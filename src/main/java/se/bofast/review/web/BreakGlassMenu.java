package se.bofast.review.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;
import se.bofast.review.JudgingBreakGlass;

/// The notice to the reviewer: the entry with what waits stands on every page from the moment a
/// colleague has opened something.
@Component
class BreakGlassMenu implements MenuSource {

    private final Here here;
    private final JudgingBreakGlass judging;

    BreakGlassMenu(Here here, JudgingBreakGlass judging) {
        this.here = here;
        this.judging = judging;
    }

    @Override
    public List<MenuItem> items() {
        return here.may(Action.JUDGE_BREAK_GLASS)
                ? List.of(
                        new MenuItem(
                                "review.openings.menu",
                                BreakGlassPage.PATH,
                                820,
                                judging.waiting()))
                : List.of();
    }
}
