package se.bofast.debt;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.kernel.NotFound;

/// Records payments on debts, and takes them back by a row of their own.
@Component
public class RecordingPayment {

    private final Debts debts;
    private final Keeping keeping;

    RecordingPayment(Debts debts, Keeping keeping) {
        this.debts = debts;
        this.keeping = keeping;
    }

    /// Records a payment. When nothing is owed after it, {@link DebtSettled} is told.
    ///
    /// @throws NotFound if the debt is not within reach
    /// @throws Conflict if the day is ahead
    @Transactional
    public PaymentId record(Actor actor, NewPayment payment) {
        var debt = keeping.reached(actor, payment.debt());
        keeping.requireNotAhead(payment.paidOn());
        var id = debts.insert(payment);
        keeping.recount(debt);
        keeping.record(
                debt.matter(),
                debt.person(),
                "PAYMENT",
                Map.of(),
                Map.of(
                        "payment", id.toString(),
                        "amount", RecordingDebt.ore(payment.amount()),
                        "paidOn", payment.paidOn().toString(),
                        "payer", payment.payer().name()));
        return id;
    }

    /// Withdraws a payment that was not made, or was recorded wrongly. Withdrawing twice is one.
    ///
    /// @throws NotFound if there is no such payment within reach
    @Transactional
    public void withdraw(Actor actor, PaymentId id, String reason) {
        var debt = keeping.reached(actor, debts.debtOf(id).orElseThrow(NotFound::new));
        // Asked again behind the lock: someone may have been quicker.
        if (debts.debtOf(id).isEmpty()) {
            return;
        }
        debts.withdraw(id, reason);
        keeping.recount(debt);
        keeping.record(
                debt.matter(),
                debt.person(),
                "PAYMENT_WITHDRAWN",
                Map.of("payment", id.toString()),
                Map.of());
    }
}
