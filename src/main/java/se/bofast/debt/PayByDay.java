package se.bofast.debt;

import java.time.LocalDate;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.deadline.Facts;
import se.bofast.deadline.Finding;
import se.bofast.deadline.LegalClock;
import se.bofast.deadline.RuleId;
import se.bofast.deadline.SwedishWorkingDays;

/// The last day to send promised rent so that it reaches the creditor by its due day, as the law
/// room counts it: banks rest on days off.
final class PayByDay {

    private static final LegalClock LAW = new LegalClock(new SwedishWorkingDays());
    private static final RuleId PROMISE = new RuleId("rent-promise");

    private PayByDay() {}

    static LocalDate of(LocalDate dueOn) {
        var facts = Facts.of(Fact.on(FactKind.RENT_PROMISED_DUE_ON, dueOn));
        return LAW.finding(PROMISE, facts).finding() instanceof Finding.Runs runs
                ? runs.day()
                : dueOn;
    }
}
