package se.bofast.debt;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Records debts and what is owed on them as time goes.
@Component
public class RecordingDebt {

    /// What came of taking an amount back.
    public enum TakingBack {
        DONE,
        /// A debt always has an amount: withdraw the debt instead.
        IS_THE_ONLY_ONE
    }

    private final Debts debts;
    private final MatterRooms rooms;
    private final Keeping keeping;

    RecordingDebt(Debts debts, MatterRooms rooms, Keeping keeping) {
        this.debts = debts;
        this.rooms = rooms;
        this.keeping = keeping;
    }

    /// Records a debt with its first amount.
    ///
    /// @throws NotFound if the matter is not within reach
    /// @throws Conflict if the amount is of a day ahead
    @Transactional
    public DebtId record(Actor actor, NewDebt debt) {
        keeping.require(actor, debt.matter());
        keeping.requireNotAhead(debt.asOf());
        var person = rooms.find(debt.matter()).person();
        var id = debts.insert(debt, person);
        debts.writeAmount(id, debt.asOf(), debt.amount(), debt.source(), debt.reason());
        keeping.record(
                debt.matter(),
                person,
                "DEBT",
                Map.of(),
                Map.of(
                        "debt", id.toString(),
                        "kind", debt.kind().name(),
                        "amount", ore(debt.amount()),
                        "asOf", debt.asOf().toString()));
        return id;
    }

    /// Records what is owed as a day begins. An amount of the same day is corrected by it and stays
    /// readable.
    ///
    /// @param amount zero when nothing is owed any more
    /// @param reason where it is known from, or why it is corrected
    /// @throws Conflict if the day is ahead
    @Transactional
    public void amount(
            Actor actor,
            DebtId id,
            LocalDate asOf,
            Money amount,
            AmountSource source,
            String reason) {
        Limits.check(asOf);
        Limits.check(amount);
        var debt = keeping.reached(actor, id);
        keeping.requireNotAhead(asOf);
        var was = debts.amount(id, asOf);
        debts.writeAmount(id, asOf, amount, source, reason);
        keeping.recount(debt);
        keeping.record(
                debt.matter(),
                debt.person(),
                "AMOUNT",
                was.map(w -> fields(id, asOf, w)).orElse(Map.of()),
                fields(id, asOf, amount));
    }

    /// Takes back the amount of a day.
    ///
    /// @throws NotFound if no amount of the day is known
    @Transactional
    public TakingBack takeAmountBack(Actor actor, DebtId id, LocalDate asOf, String reason) {
        var debt = keeping.reached(actor, id);
        var was = debts.amount(id, asOf).orElseThrow(NotFound::new);
        if (debts.amounts(id) == 1) {
            return TakingBack.IS_THE_ONLY_ONE;
        }
        debts.writeAmount(id, asOf, null, AmountSource.BOARD, reason);
        keeping.recount(debt);
        keeping.record(
                debt.matter(), debt.person(), "AMOUNT_BACK", fields(id, asOf, was), Map.of());
        return TakingBack.DONE;
    }

    /// Withdraws a debt that should not have been recorded. It leaves lists and figures and stays
    /// in the history.
    @Transactional
    public void withdraw(Actor actor, DebtId id, String reason) {
        var debt = keeping.reached(actor, id);
        debts.withdraw(id, reason);
        if (debt.settledOn() != null) {
            keeping.tell(new DebtOpenAgain(debt.matter(), id, debt.kind(), debt.settledOn()));
        }
        keeping.record(
                debt.matter(),
                debt.person(),
                "DEBT_WITHDRAWN",
                Map.of("debt", id.toString()),
                Map.of());
    }

    /// Says whose a matter is, once that is known or corrected: debts, promises and referrals
    /// follow. For the room of the matter, within its own transaction; asks no guard and writes no
    /// log of its own.
    @Transactional
    public void belongsTo(Subject matter, PersonId person) {
        debts.writePerson(matter, person);
    }

    private static Map<String, String> fields(DebtId id, LocalDate asOf, Money amount) {
        return Map.of("debt", id.toString(), "asOf", asOf.toString(), "amount", ore(amount));
    }

    static String ore(Money amount) {
        return Long.toString(amount.ore());
    }
}
