package se.bofast.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Action;
import se.bofast.audit.Erasing;
import se.bofast.audit.ErasureOrder.Root;
import se.bofast.audit.ErasureOrders;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.job.JobKind;
import se.bofast.job.JobProblem;
import se.bofast.job.JobRun;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;

/// Erases what two have decided, some files a transaction. Each is asked about once more under
/// lock: who has a new note, or is held by now, drops out with the reason.
///
/// A killed process leaves whole batches; what is erased is no longer in the order, so running it
/// again goes on with the rest.
@Component
class ErasureWork implements JobKind {

    static final String KIND = "erase-files";

    static final int FILES_AT_ONCE = 100;

    /// Why somebody dropped out at the last moment; beside what holds a file in the plan.
    enum Dropped {
        /// Something was noted after the proposal.
        NEW_NOTE,
        /// The law says otherwise now: kept, or not to be decided by a machine.
        KEPT,
        /// Rows of another area point at it.
        POINTED_AT
    }

    private int filesAtOnce = FILES_AT_ONCE;
    private final ErasureOrders orders;
    private final Erasing erasing;
    private final RetentionPlan plan;
    private final TransactionTemplate transaction;
    private final Log log;
    private final Clock clock;

    ErasureWork(
            ErasureOrders orders,
            Erasing erasing,
            RetentionPlan plan,
            TransactionTemplate transaction,
            Log log,
            Clock clock) {
        this.orders = orders;
        this.erasing = erasing;
        this.plan = plan;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
    }

    /// For tests that stop between two batches.
    void filesAtOnce(int files) {
        filesAtOnce = files;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        var order = run.uuid("order");
        var waiting =
                transaction.execute(status -> {
                    var found = orders.find(order).orElseThrow(() -> new JobProblem("gone"));
                    return found.end() != null ? -1 : orders.next(order, Integer.MAX_VALUE).size();
                });
        if (waiting == null || waiting < 0) {
            return;
        }
        var done = run.doneBefore();
        var all = done + waiting;
        run.progress(done, all);
        while (true) {
            var dealt = batch(order);
            if (dealt == 0) {
                return;
            }
            done += dealt;
            run.progress(done, all);
        }
    }

    /// @return how many files were dealt with; 0 when none waits and the order is ended
    private int batch(UUID order) {
        try {
            return dealt(order, filesAtOnce);
        } catch (DataIntegrityViolationException e) {
            // One of them is pointed at from where this work does not reach: find it alone.
            try {
                return dealt(order, 1);
            } catch (DataIntegrityViolationException alone) {
                transaction.executeWithoutResult(status -> {
                    orders.lock(order);
                    orders.next(order, 1)
                            .forEach(root ->
                                    orders.drop(order, root.id(), Dropped.POINTED_AT.name()));
                });
                return 1;
            }
        }
    }

    private int dealt(UUID order, int atMost) {
        var dealt = transaction.execute(status -> eraseNext(order, atMost));
        return dealt == null ? 0 : dealt;
    }

    private int eraseNext(UUID order, int atMost) {
        orders.lock(order);
        var next = orders.next(order, atMost);
        if (next.isEmpty()) {
            if (orders.find(order).filter(o -> o.end() == null).isPresent()) {
                orders.end(order);
                log.record(LogEntry.of(Action.ERASE).about(ErasingFiles.KIND, order));
            }
            return 0;
        }
        var ids = next.stream().map(Root::id).toList();
        erasing.lock(orders.owned(order, ids));
        var go = stillDue(order, next);
        if (!go.isEmpty()) {
            erase(order, go);
        }
        return next.size();
    }

    /// Who may still go; the others drop out.
    private List<UUID> stillDue(UUID order, List<Root> next) {
        var today = HouseClock.today(clock);
        var ids = next.stream().map(Root::id).toList();
        var decided = orders.next(order, Integer.MAX_VALUE).stream().map(Root::id).toList();
        Map<UUID, RetainedFile> now =
                plan.again(today, ids, decided).stream()
                        .collect(Collectors.toMap(RetainedFile::id, Function.identity()));
        var go = new ArrayList<UUID>();
        for (var root : next) {
            var file = now.get(root.id());
            if (file == null || !file.lastNoteOn().equals(root.lastNoteOn())) {
                orders.drop(order, root.id(), Dropped.NEW_NOTE.name());
            } else if (file.mayGo(today)) {
                go.add(root.id());
            } else {
                var held = file.held();
                orders.drop(order, root.id(), held == null ? Dropped.KEPT.name() : held.name());
            }
        }
        return go;
    }

    private void erase(UUID order, List<UUID> roots) {
        var owned = orders.owned(order, roots);
        var counts = erasing.erase(owned);
        orders.keepBatch(order, roots, counts);
        log.record(
                LogEntry.of(Action.ERASE)
                        .about(ErasingFiles.KIND, order)
                        .touching(owned.persons().stream().map(PersonId::new).toList()));
    }
}
