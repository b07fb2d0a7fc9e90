package se.bofast.debt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;

/// The rent the board has promised and not yet paid, for the day list.
@Component
public class PromisesDue {

    /// At most so many of a board are looked through; a board with more unpaid promises than this
    /// has a larger trouble than the list.
    static final int MOST = 5_000;

    /// One month's rent to pay.
    ///
    /// @param number what people call the matter
    /// @param href where to say that it is paid
    /// @param payBy the last day to send it so that it arrives by `dueOn`
    /// @param alarm never PAID or PAID_LATE; MISSED is a possible lex Sarah (SoL 27 kap. 2 §)
    public record Due(
            PromiseId id,
            Subject matter,
            String number,
            @Nullable PersonId person,
            Creditor creditor,
            Money amount,
            LocalDate month,
            LocalDate dueOn,
            LocalDate payBy,
            PromiseAlarm alarm,
            String href) {}

    private final Promises promises;
    private final MatterRooms rooms;
    private final Access access;
    private final Log log;
    private final Clock clock;

    PromisesDue(Promises promises, MatterRooms rooms, Access access, Log log, Clock clock) {
        this.promises = promises;
        this.rooms = rooms;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// What must be paid by the day, the most urgent first; missed rents stay until they are paid
    /// or withdrawn. Logged as SEE_DAY.
    ///
    /// @param scope how wide the day list is now; narrowed to what the actor may do with debts
    /// @param until the last `payBy` to show; the alarms begin five days before
    /// @return empty for who may not record debts
    @Transactional
    public List<Due> due(Actor actor, Scope scope, LocalDate until) {
        access.require(actor, Action.SEE_DAY);
        var allowed = Permissions.of(actor.roles(), Action.RECORD_DEBT);
        var narrow = scope.compareTo(allowed) < 0 ? scope : allowed;
        if (narrow == Scope.NONE) {
            return List.of();
        }
        var today = HouseClock.today(clock);
        var unpaid = promises.unpaid(until, MOST);
        var matters = unpaid.stream().map(Promises.Row::matter).distinct().toList();
        var within = rooms.within(actor, narrow, matters);
        var known = rooms.find(within);
        var due =
                unpaid.stream()
                        .filter(p -> within.contains(p.matter()))
                        .flatMap(p ->
                                Optional.ofNullable(known.get(p.matter()))
                                        .map(matter -> line(p, matter, today))
                                        .stream())
                        .toList();
        log.record(
                LogEntry.of(Action.SEE_DAY)
                        .because("PROMISED_RENT")
                        .touching(
                                due.stream()
                                        .flatMap(d -> Optional.ofNullable(d.person()).stream())
                                        .distinct()
                                        .toList()));
        return due;
    }

    private static Due line(Promises.Row p, Matters.Matter matter, LocalDate today) {
        return new Due(
                p.id(),
                p.matter(),
                matter.number(),
                p.person(),
                p.creditor(),
                p.amount(),
                p.month(),
                p.dueOn(),
                p.payBy(),
                PromiseAlarm.of(p.payBy(), p.dueOn(), p.paidOn(), today),
                "/skulder/lofte/" + p.id() + "/betald");
    }
}
