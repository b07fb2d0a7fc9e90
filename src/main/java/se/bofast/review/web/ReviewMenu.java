package se.bofast.review.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.MenuSource;
import se.bofast.page.SettingSource;
import se.bofast.review.Judging;
import se.bofast.review.Rounds;

/// The way to the review, with how many rounds or questions wait.
@Component
class ReviewMenu implements MenuSource, SettingSource {

    private static final int ORDER = 750;

    private final Here here;
    private final Rounds rounds;
    private final Judging judging;

    ReviewMenu(Here here, Rounds rounds, Judging judging) {
        this.here = here;
        this.rounds = rounds;
        this.judging = judging;
    }

    @Override
    public List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        if (here.may(Action.SEE_LOG_REVIEW)) {
            items.add(new MenuItem("review.menu", RoundsPage.PATH, ORDER, rounds.open()));
        }
        if (here.may(Action.SEE_SEALS)) {
            items.add(new MenuItem("review.seals.menu", SealsPage.PATH, ORDER + 10));
        }
        if (here.may(Action.ANSWER_LOG_REVIEW)) {
            var waiting = here.actor().map(judging::waiting).orElse(0);
            if (waiting > 0) {
                items.add(
                        new MenuItem("review.questions.menu", QuestionsPage.PATH, ORDER, waiting));
            }
        }
        return items;
    }

    @Override
    public List<MenuItem> settings() {
        var items = new ArrayList<MenuItem>();
        if (here.may(Action.SET_LOG_REVIEW)) {
            items.add(new MenuItem("review.terms.title", TermsPage.PATH, 500));
        }
        if (here.may(Action.MANAGE_EMPLOYEES)) {
            items.add(new MenuItem("review.addresses.title", OwnAddressesPage.PATH, 510));
        }
        items.add(new MenuItem("review.own.title", OwnReadingsPage.PATH, 900));
        return items;
    }
}
