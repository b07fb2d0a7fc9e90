package se.bofast.tenancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.debt.PromiseAlarm;
import se.bofast.dwelling.Apartment;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Apartments;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.Period;

/// The board's own rent to its landlords, month by month: what falls due, what was paid, and what
/// rings. A rent the board itself misses costs somebody else their home.
@Component
public class OwnRents {

    /// A month's rent of an apartment.
    ///
    /// @param paidOn null: not paid
    /// @param paid what was paid; null: nothing
    public record Due(
            Apartment apartment,
            YearMonth month,
            Money amount,
            LocalDate dueOn,
            @Nullable LocalDate paidOn,
            @Nullable Money paid,
            PromiseAlarm alarm) {

        public boolean isPaid() {
            return paidOn != null;
        }

        public boolean isOtherAmount() {
            return paid != null && !paid.equals(amount);
        }
    }

    private record Paid(LocalDate on, Money amount) {}

    private final JdbcClient db;
    private final Apartments apartments;
    private final LeaseClock law;
    private final Access access;
    private final Log log;
    private final Clock clock;

    OwnRents(
            JdbcClient db,
            Apartments apartments,
            LeaseClock law,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.apartments = apartments;
        this.law = law;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// All that fall due for the month, what rings first. Says nothing of a person.
    @Transactional(readOnly = true)
    public List<Due> of(Actor actor, YearMonth month) {
        access.require(actor, Action.SEE_HOUSING_DAY);
        return due(month, month);
    }

    /// The rent of one apartment and month.
    ///
    /// @throws NotFound if the board does not hold it that month
    @Transactional(readOnly = true)
    public Due of(Actor actor, ApartmentId apartment, YearMonth month) {
        access.require(actor, Action.RECORD_RENT);
        access.require(actor, Action.SEE_HOUSING_DAY);
        return due(month, month).stream()
                .filter(due -> due.apartment().id().equals(apartment))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    List<Due> due(YearMonth first, YearMonth last) {
        var today = HouseClock.today(clock);
        var held = new HashMap<ApartmentId, Apartment>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            apartments.heldOn(month.atDay(1)).forEach(each -> held.put(each.id(), each));
            apartments.heldOn(month.atEndOfMonth()).forEach(each -> held.put(each.id(), each));
        }
        var rents = rents();
        var paid = paid(first, last);
        var found = new ArrayList<Due>();
        for (var apartment : held.values()) {
            var period = new Period(apartment.startOn(), apartment.endOn());
            for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                if (month.atEndOfMonth().isBefore(apartment.startOn())) {
                    continue;
                }
                var amount =
                        RentLedger.charge(
                                period, rents.getOrDefault(apartment.id(), List.of()), month);
                if (!amount.isPositive()) {
                    continue;
                }
                var dueOn = RentLedger.dueOn(month, apartment.startOn(), law.days());
                var payment = paid.getOrDefault(apartment.id(), Map.of()).get(month);
                var paidOn = payment == null ? null : payment.on();
                found.add(
                        new Due(
                                apartment,
                                month,
                                amount,
                                dueOn,
                                paidOn,
                                payment == null ? null : payment.amount(),
                                PromiseAlarm.of(dueOn, dueOn, paidOn, today)));
            }
        }
        found.sort(
                Comparator.comparing(Due::alarm)
                        .reversed()
                        .thenComparing(Due::month)
                        .thenComparing(due -> due.apartment().details().number()));
        return found;
    }

    /// The board paid the landlord.
    ///
    /// @throws NotFound if nothing falls due of the apartment that month
    /// @throws Conflict if the day is ahead
    @Transactional
    public void pay(
            Actor actor, ApartmentId apartment, YearMonth month, LocalDate paidOn, Money amount) {
        access.require(actor, Action.RECORD_RENT);
        if (paidOn.isAfter(HouseClock.today(clock))) {
            throw new Conflict("tenancy.error.ahead");
        }
        if (apartments.find(apartment).isEmpty()) {
            throw new NotFound();
        }
        var paid =
                db.sql(
                                """
                                insert into tenancy.landlord_payment (board_id, area_id, id, apartment_id, month_on, paid_on,
                                    amount_ore, recorded_at, recorded_by)
                                values (framework.board_id(), (framework.area_ids())[1], :id, :apartment, :month, :paid,
                                    :amount, :now, framework.account_id())
                                on conflict do nothing
                                """)
                        .param("id", NewId.at(clock))
                        .param("apartment", apartment.value())
                        .param("month", month.atDay(1))
                        .param("paid", paidOn)
                        .param("amount", amount.ore())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (paid == 1) {
            record(
                    apartment,
                    "LANDLORD_PAID",
                    Map.of(
                            "month", month.toString(),
                            "paidOn", paidOn.toString(),
                            "amount", Long.toString(amount.ore())));
        }
    }

    /// It was not paid after all, or the entry was wrong.
    @Transactional
    public void takeBack(Actor actor, ApartmentId apartment, YearMonth month, String reason) {
        access.require(actor, Action.RECORD_RENT);
        var taken =
                db.sql(
                                """
                                update tenancy.landlord_payment
                                set withdrawn_at = :now, withdrawn_by = framework.account_id(), withdrawn_reason = :reason
                                where board_id = framework.board_id() and apartment_id = :apartment and month_on = :month
                                  and withdrawn_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .param("apartment", apartment.value())
                        .param("month", month.atDay(1))
                        .update();
        if (taken == 1) {
            record(apartment, "LANDLORD_PAID_BACK", Map.of("month", month.toString()));
        }
    }

    private void record(ApartmentId apartment, String what, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.RECORD_RENT)
                        .about("apartment", apartment.value())
                        .because(what)
                        .changing(Map.of(), is));
    }

    /// What the board pays for each apartment, from when.
    Map<ApartmentId, List<RentLedger.Rent>> rents() {
        var found = new HashMap<ApartmentId, List<RentLedger.Rent>>();
        db.sql(
                        """
                        select apartment_id, start_on, rent_ore from dwelling.v_apartment_rent
                        where board_id = framework.board_id()
                        order by start_on
                        """)
                .query(rs -> {
                    found.computeIfAbsent(
                                    new ApartmentId(rs.getObject("apartment_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(
                                    new RentLedger.Rent(
                                            rs.getObject("start_on", LocalDate.class),
                                            new Money(rs.getLong("rent_ore"))));
                });
        return found;
    }

    private Map<ApartmentId, Map<YearMonth, Paid>> paid(YearMonth first, YearMonth last) {
        var found = new HashMap<ApartmentId, Map<YearMonth, Paid>>();
        db.sql(
                        """
                        select apartment_id, month_on, paid_on, amount_ore from tenancy.landlord_payment
                        where board_id = framework.board_id() and month_on between :first and :last and withdrawn_at is null
                        """)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .query(rs -> {
                    found.computeIfAbsent(
                                    new ApartmentId(rs.getObject("apartment_id", UUID.class)),
                                    id -> new HashMap<>())
                            .put(
                                    YearMonth.from(rs.getObject("month_on", LocalDate.class)),
                                    new Paid(
                                            rs.getObject("paid_on", LocalDate.class),
                                            new Money(rs.getLong("amount_ore"))));
                });
        return found;
    }
}
