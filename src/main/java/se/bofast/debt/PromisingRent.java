package se.bofast.debt;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.kernel.NotFound;

/// Promises rent in the board's name (förmedlade medel), and keeps the promise: what is promised is
/// watched day by day until it is paid ({@link PromisesDue}).
@Component
public class PromisingRent {

    /// What came of promising.
    public sealed interface Promised {

        record Made(List<PromiseId> promises) implements Promised {
            public Made {
                promises = List.copyOf(promises);
            }
        }

        /// The rent of that month is already promised to the creditor.
        ///
        /// @param month its first day
        record AlreadyPromised(LocalDate month) implements Promised {}
    }

    private final Promises promises;
    private final MatterRooms rooms;
    private final Keeping keeping;

    PromisingRent(Promises promises, MatterRooms rooms, Keeping keeping) {
        this.promises = promises;
        this.rooms = rooms;
        this.keeping = keeping;
    }

    /// Promises the rents, all or none.
    ///
    /// @throws NotFound if the matter is not within reach
    @Transactional
    public Promised promise(Actor actor, NewPromise promise) {
        keeping.require(actor, promise.matter());
        var taken = promises.firstTaken(promise);
        if (taken.isPresent()) {
            return new Promised.AlreadyPromised(taken.get());
        }
        var person = rooms.find(promise.matter()).person();
        var ids = promises.insert(promise, person);
        keeping.tell(
                new RentPromised(
                        promise.matter(),
                        IntStream.range(0, promise.months())
                                .mapToObj(n -> MonthlyDays.of(promise.firstDueOn(), n))
                                .toList()));
        keeping.record(
                promise.matter(),
                person,
                "PROMISE",
                Map.of(),
                Map.of(
                        "months", Integer.toString(promise.months()),
                        "amount", RecordingDebt.ore(promise.amount()),
                        "firstDueOn", promise.firstDueOn().toString()));
        return new Promised.Made(ids);
    }

    /// Says that promised rent has been paid. Saying another day corrects the one before.
    ///
    /// @param on the day the creditor's bank had it; not ahead
    /// @throws NotFound if there is no such promise within reach
    /// @throws Conflict if the day is ahead
    @Transactional
    public PromiseAlarm paid(Actor actor, PromiseId id, LocalDate on) {
        Limits.check(on);
        var promise = reached(actor, id);
        keeping.requireNotAhead(on);
        var was = promise.paidOn();
        if (!on.equals(was)) {
            promises.writePaid(id, on);
            if (was != null) {
                keeping.tell(new PromisedRentNotPaid(promise.matter(), id, promise.dueOn(), was));
            }
            keeping.tell(new PromisedRentPaid(promise.matter(), id, promise.dueOn(), on));
            keeping.record(
                    promise.matter(),
                    promise.person(),
                    "PROMISE_PAID",
                    was == null ? Map.of() : paidFields(id, was),
                    paidFields(id, on));
        }
        return PromiseAlarm.of(promise.payBy(), promise.dueOn(), on, keeping.today());
    }

    /// Takes back that promised rent was paid. It is watched again.
    @Transactional
    public void notPaid(Actor actor, PromiseId id, String reason) {
        var promise = reached(actor, id);
        var was = promise.paidOn();
        if (was == null) {
            return;
        }
        promises.writeNotPaid(id, reason);
        keeping.tell(new PromisedRentNotPaid(promise.matter(), id, promise.dueOn(), was));
        keeping.record(
                promise.matter(),
                promise.person(),
                "PROMISE_NOT_PAID",
                paidFields(id, was),
                Map.of());
    }

    /// Withdraws a promise that no longer stands: the person pays, has moved, or it was a slip.
    @Transactional
    public void withdraw(Actor actor, PromiseId id, String reason) {
        var promise = reached(actor, id);
        if (promise.paidOn() != null) {
            keeping.tell(
                    new PromisedRentNotPaid(
                            promise.matter(), id, promise.dueOn(), promise.paidOn()));
        }
        promises.withdraw(id, reason);
        keeping.tell(new RentPromiseWithdrawn(promise.matter(), id, promise.dueOn()));
        keeping.record(
                promise.matter(),
                promise.person(),
                "PROMISE_WITHDRAWN",
                Map.of("promise", id.toString()),
                Map.of());
    }

    private Promises.Row reached(Actor actor, PromiseId id) {
        keeping.require(actor, promises.matterOf(id).orElseThrow(NotFound::new));
        return promises.locked(id);
    }

    private static Map<String, String> paidFields(PromiseId id, LocalDate on) {
        return Map.of("promise", id.toString(), "paidOn", on.toString());
    }
}
