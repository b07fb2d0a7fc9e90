package se.bofast.tenancy;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.Apartments;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;

/// Raises the arrears of one of the board's own tenants as a signal, the way any landlord's come:
/// whoever answers for preventing evictions hears of it, and the apartment's keeper does not decide
/// alone.
@Component
public class RaisingArrears {

    public enum Raised {
        DONE,
        /// Nothing is more than a week late.
        NOTHING_OLD_ENOUGH
    }

    private final Leases leases;
    private final ReadingLeases reading;
    private final Apartments apartments;
    private final RegisteringSignals signals;
    private final Access access;
    private final Clock clock;

    RaisingArrears(
            Leases leases,
            ReadingLeases reading,
            Apartments apartments,
            RegisteringSignals signals,
            Access access,
            Clock clock) {
        this.leases = leases;
        this.reading = reading;
        this.apartments = apartments;
        this.signals = signals;
        this.access = access;
        this.clock = clock;
    }

    /// The same arrears a second time are the same signal.
    ///
    /// @throws NotFound if there is no such lease within reach
    @Transactional
    public Raised raise(Actor actor, LeaseId id) {
        access.require(actor, Action.RECORD_RENT, new Subject(LeaseRelations.KIND, id.value()));
        access.require(actor, Action.REGISTER_SIGNAL);
        var lease = leases.find(id).orElseThrow(NotFound::new);
        var today = HouseClock.today(clock);
        var ledger = reading.ledgers(List.of(lease), today).get(id);
        var oldest = ledger == null ? null : ledger.oldestUnpaid();
        if (ledger == null || oldest == null || !ledger.isOlderThanAWeek()) {
            return Raised.NOTHING_OLD_ENOUGH;
        }
        var apartment =
                lease.apartment() == null
                        ? null
                        : apartments.find(lease.apartment()).orElseThrow(NotFound::new);
        signals.register(
                actor,
                Action.REGISTER_SIGNAL,
                List.of(
                        new NewSignal(
                                SignalKind.OWN_OBSERVATION,
                                SignalSource.OWN_UNIT,
                                Channel.OTHER,
                                null,
                                null,
                                "hyra-" + id.toString().substring(24) + "-" + oldest.month(),
                                lease.people().getFirst(),
                                NewSignal.Written.NOTHING,
                                apartment == null
                                        ? new NewSignal.Place(
                                                reading.address(lease.dwelling()),
                                                null,
                                                null,
                                                null,
                                                null)
                                        : new NewSignal.Place(
                                                apartment.place().street(),
                                                apartment.place().apartment(),
                                                apartment.place().postalCode(),
                                                apartment.place().city(),
                                                apartment.place().rooms()),
                                null,
                                ThreatReason.RENT_DEBT,
                                null,
                                today,
                                clock.instant(),
                                List.of(
                                        Fact.on(FactKind.RENT_DUE_ON, oldest.dueOn()),
                                        Fact.amount(FactKind.CONTRACT_DEBT, ledger.arrears())),
                                null)));
        return Raised.DONE;
    }
}
