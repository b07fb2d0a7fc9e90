package se.bofast.intake.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.access.Action;
import se.bofast.access.Here;
import se.bofast.page.MenuItem;
import se.bofast.page.SettingSource;

/// Leads from the settings to who gets which signals.
@Component
class IntakeSettings implements SettingSource {

    private final Here here;

    IntakeSettings(Here here) {
        this.here = here;
    }

    @Override
    public List<MenuItem> settings() {
        return here.may(Action.MANAGE_ROUTING)
                ? List.of(new MenuItem("intake.rule.title", RoutingPage.PATH, 200))
                : List.of();
    }
}
