package se.bofast.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.ErasureOrder;
import se.bofast.audit.ErasureOrder.Kind;
import se.bofast.audit.ErasureOrder.Root;
import se.bofast.audit.ErasureOrders;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.job.Jobs;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Two decide on erasing: one proposes what is due, another approves it, and the work begins (req
/// F5). Call within the actor's reach.
@Component
public class ErasingFiles {

    /// The kind of subject an order is in the log.
    public static final String KIND = "erasure-order";

    /// Why one is left out of a proposal.
    public enum LeftOut {
        APPEAL,
        SUPERVISION,
        EXTRACT_REQUESTED,
        RESEARCH_REQUEST,
        DELIVER_FIRST,
        OTHER
    }

    private final RetentionPlan plan;
    private final RetentionNotes notes;
    private final ErasureOrders orders;
    private final Jobs jobs;
    private final Access access;
    private final Log log;
    private final Clock clock;

    ErasingFiles(
            RetentionPlan plan,
            RetentionNotes notes,
            ErasureOrders orders,
            Jobs jobs,
            Access access,
            Log log,
            Clock clock) {
        this.plan = plan;
        this.notes = notes;
        this.orders = orders;
        this.jobs = jobs;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Proposes all that is due today and not held.
    ///
    /// @return the order; empty when nothing is due
    @Transactional
    public Optional<UUID> propose(Actor actor, @Nullable String motive) {
        access.require(actor, Action.PROPOSE_ERASURE);
        var today = HouseClock.today(clock);
        var due = plan.of(today).stream().filter(file -> file.mayGo(today)).toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var order = orders.propose(today, motive);
        orders.add(order, due.stream().map(ErasingFiles::root).toList());
        var ids = due.stream().map(RetainedFile::id).toList();
        own(order, Kind.CASE, notes.casesOf(ids));
        own(order, Kind.SIGNAL, notes.signalsOf(ids));
        own(order, Kind.FILE, notes.filesOf(ids));
        log.record(LogEntry.of(Action.PROPOSE_ERASURE).about(KIND, order).touching(persons(due)));
        return Optional.of(order);
    }

    private void own(UUID order, Kind kind, List<RetentionNotes.Owned> owned) {
        orders.addOwned(
                order,
                kind,
                owned.stream().map(RetentionNotes.Owned::id).toList(),
                owned.stream().map(RetentionNotes.Owned::root).toList());
    }

    private static Root root(RetainedFile file) {
        if (!(file.finding() instanceof se.bofast.deadline.RetentionFinding.Erase erase)) {
            throw new IllegalArgumentException("only what the law lets go is proposed");
        }
        return new Root(
                file.kind(),
                file.id(),
                erase.ground().name(),
                file.lastNoteOn(),
                erase.dueFrom(),
                erase.finishBy());
    }

    private static List<PersonId> persons(List<RetainedFile> files) {
        return files.stream()
                .filter(file -> file.kind() == Kind.PERSON)
                .map(file -> new PersonId(file.id()))
                .toList();
    }

    /// Leaves one out of a proposal nobody has decided on. Either of the two may.
    @Transactional
    public void leaveOut(Actor actor, UUID id, UUID root, LeftOut reason) {
        access.require(actor, Action.HOLD_RETENTION);
        var order = order(id);
        if (!order.isWaiting()) {
            throw new Conflict("review.erase.decidedBefore");
        }
        var member =
                orders.roots(id).stream()
                        .filter(one -> one.id().equals(root))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        orders.exclude(id, root, reason.name());
        log.record(
                LogEntry.of(Action.HOLD_RETENTION)
                        .about(KIND, id)
                        .because(reason.name())
                        .touching(
                                member.kind() == Kind.PERSON
                                        ? List.of(new PersonId(root))
                                        : List.<PersonId>of()));
    }

    /// Approves the proposal, and the work begins after the commit; or sends it back with a motive.
    ///
    /// @throws Conflict if the actor proposed it, or somebody has decided
    @Transactional
    public void decide(Actor actor, UUID id, boolean approved, @Nullable String motive) {
        access.require(actor, Action.DECIDE_ERASURE);
        orders.lock(id);
        var order = order(id);
        if (!order.isWaiting()) {
            throw new Conflict("review.erase.decidedBefore");
        }
        if (order.proposedBy().equals(actor.id())) {
            throw new Conflict("review.erase.ownProposal");
        }
        orders.decide(id, approved, motive);
        if (approved) {
            jobs.enqueue(ErasureWork.KIND, Map.of("order", id.toString()));
        }
        log.record(
                LogEntry.of(Action.DECIDE_ERASURE)
                        .about(KIND, id)
                        .because(approved ? "APPROVED" : "REFUSED"));
    }

    private ErasureOrder order(UUID id) {
        return orders.find(id).orElseThrow(NotFound::new);
    }
}
