package se.bofast.debt.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.SettingSource;

/// Leads from the settings to what counts as a relapse.
@Component
class DebtSettings implements SettingSource {

    private final Here here;

    DebtSettings(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> settings() {
        return here.may(Action.MANAGE_BOARD)
                ? List.of(new MenuItem("debt.relapse.title", "/skulder/aterfall", 300))
                : List.of();
    }
}
