package se.bofast.debt;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.page.Section;

/// The card of debts on the page of a matter.
@Component
public class DebtSection {

    private final ReadingDebt reading;
    private final Access access;

    DebtSection(ReadingDebt reading, Access access) {
        this.reading = reading;
        this.access = access;
    }

    /// Empty for who may not work with the debts of the matter, however much else of it they see.
    @Transactional
    public Optional<Section> section(Actor actor, Subject matter) {
        // Asked here and not of the reading: what that throws would roll the page's work back.
        if (!access.allows(actor, Action.RECORD_DEBT, matter)) {
            return Optional.empty();
        }
        return Optional.of(
                new Section("debt/web/section", Map.of("card", reading.card(actor, matter))));
    }
}
