package se.bofast.tenancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordName;
import se.bofast.dwelling.Landlords;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.Period;
import tools.jackson.databind.json.JsonMapper;

/// The board's own rent to its landlords, month by month: what falls due, what was paid, and what
/// rings. A rent the board itself misses costs somebody else their home.
@Component
public class OwnRents {

    /// So many stand on the page before one asks for all.
    public static final int SHOWN = 20;

    /// Every rent of the bills, what rings loudest first.
    public static List<Due> dues(List<Bill> bills) {
        return bills.stream().flatMap(bill -> bill.dues().stream()).sorted(LOUDEST).toList();
    }

    private static final Comparator<Due> LOUDEST =
            Comparator.comparing(Due::alarm)
                    .reversed()
                    .thenComparing(Due::month)
                    .thenComparing(due -> due.apartment().details().number());

    /// In an address, for the houses nobody has said whose they are.
    public static final String NOBODYS = "utan-hyresvard";

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

    /// A month's rents to one landlord.
    ///
    /// @param landlord null: the register does not know whose the houses are
    /// @param dues all of them, paid and not, what rings first
    public record Bill(@Nullable LandlordName landlord, YearMonth month, List<Due> dues) {

        public Bill {
            dues = List.copyOf(dues);
            if (dues.isEmpty()) {
                throw new IllegalArgumentException("a bill is of something");
            }
        }

        public List<Due> unpaid() {
            return dues.stream().filter(due -> !due.isPaid()).toList();
        }

        public Money sum() {
            return dues.stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
        }

        public Money left() {
            return unpaid().stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
        }

        /// What rings loudest of what is left; where nothing is left, the worst that was.
        public PromiseAlarm alarm() {
            return (unpaid().isEmpty() ? dues : unpaid())
                    .stream().map(Due::alarm).max(Comparator.naturalOrder()).orElseThrow();
        }

        /// The first day anything of it falls due, of what is left if something is.
        public LocalDate dueOn() {
            return (unpaid().isEmpty() ? dues : unpaid())
                    .stream().map(Due::dueOn).min(Comparator.naturalOrder()).orElseThrow();
        }

        /// Of the landlord, in an address.
        public String path() {
            return landlord == null ? NOBODYS : landlord.id().toString();
        }

        /// Same for two who looked at the same thing: what was to be paid, apartment by apartment.
        public String seen() {
            return unpaid().size() + "-" + left().ore();
        }
    }

    /// What came of paying a bill.
    public sealed interface PayingAll {

        /// @param together by which all of it can be taken back; null: nothing was left to pay
        record Done(@Nullable UUID together, int rents, Money sum) implements PayingAll {}

        /// Something of it was paid, or became another amount, since it was looked at.
        record ChangedMeanwhile() implements PayingAll {}
    }

    private record Paid(LocalDate on, Money amount) {}

    private final JdbcClient db;
    private final Apartments apartments;
    private final Landlords landlords;
    private final LeaseClock law;
    private final Access access;
    private final Log log;
    private final Clock clock;

    OwnRents(
            JdbcClient db,
            Apartments apartments,
            Landlords landlords,
            LeaseClock law,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.apartments = apartments;
        this.landlords = landlords;
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

    /// The same, landlord by landlord.
    @Transactional(readOnly = true)
    public List<Bill> bills(Actor actor, YearMonth month) {
        access.require(actor, Action.SEE_HOUSING_DAY);
        return bills(due(month, month));
    }

    /// What goes to one landlord for a month.
    ///
    /// @param landlord null: of the houses nobody has said whose they are
    /// @throws NotFound if nothing does
    @Transactional(readOnly = true)
    public Bill bill(Actor actor, @Nullable LandlordId landlord, YearMonth month) {
        access.require(actor, Action.RECORD_RENT);
        access.require(actor, Action.SEE_HOUSING_DAY);
        return bill(landlord, month);
    }

    private Bill bill(@Nullable LandlordId landlord, YearMonth month) {
        return bills(
                        due(month, month).stream()
                                .filter(due ->
                                        Objects.equals(
                                                due.apartment().place().landlord(), landlord))
                                .toList())
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// What rings loudest first, then the earliest month.
    List<Bill> bills(List<Due> dues) {
        var names =
                landlords.names(
                        dues.stream()
                                .flatMap(due ->
                                        Stream.ofNullable(due.apartment().place().landlord()))
                                .distinct()
                                .toList());
        record To(YearMonth month, @Nullable LandlordId landlord) {}
        var grouped = new LinkedHashMap<To, List<Due>>();
        for (var due : dues) {
            grouped.computeIfAbsent(
                            new To(due.month(), due.apartment().place().landlord()),
                            to -> new ArrayList<>())
                    .add(due);
        }
        return grouped.entrySet().stream()
                .map(entry ->
                        new Bill(
                                entry.getKey().landlord() == null
                                        ? null
                                        : names.get(entry.getKey().landlord()),
                                entry.getKey().month(),
                                entry.getValue()))
                .sorted(
                        Comparator.comparing(Bill::alarm)
                                .reversed()
                                .thenComparing(Bill::month)
                                .thenComparing(bill ->
                                        bill.landlord() == null ? "" : bill.landlord().name()))
                .toList();
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
        found.sort(LOUDEST);
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

    /// The board paid the landlord everything that was left of the month, each apartment with the
    /// rent that falls due of it.
    ///
    /// @param seen what was to be paid when it was looked at, {@link Bill#seen()}
    /// @throws NotFound if nothing of the month goes to the landlord
    /// @throws Conflict if the day is ahead
    @Transactional
    public PayingAll payAll(
            Actor actor,
            @Nullable LandlordId landlord,
            YearMonth month,
            LocalDate paidOn,
            String seen) {
        access.require(actor, Action.RECORD_RENT);
        if (paidOn.isAfter(HouseClock.today(clock))) {
            throw new Conflict("tenancy.error.ahead");
        }
        var bill = bill(landlord, month);
        if (!bill.seen().equals(seen)) {
            return new PayingAll.ChangedMeanwhile();
        }
        if (bill.unpaid().isEmpty()) {
            return new PayingAll.Done(null, 0, Money.ZERO);
        }
        var together = NewId.at(clock);
        var rows =
                bill.unpaid().stream()
                        .map(due ->
                                Map.<String, Object>of(
                                        "id", NewId.at(clock),
                                        "apartment", due.apartment().id().value(),
                                        "amount", due.amount().ore()))
                        .toList();
        var paid =
                db.sql(
                                """
                                insert into tenancy.landlord_payment (board_id, area_id, id, apartment_id, month_on, paid_on,
                                    amount_ore, recorded_at, recorded_by, together_id)
                                select framework.board_id(), (framework.area_ids())[1], p.id, p.apartment, :month, :paid, p.amount,
                                       :now, framework.account_id(), :together
                                from jsonb_to_recordset(cast(:rows as jsonb)) as p (id uuid, apartment uuid, amount bigint)
                                on conflict do nothing
                                """)
                        .param("rows", JsonMapper.shared().writeValueAsString(rows))
                        .param("month", month.atDay(1))
                        .param("paid", paidOn)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("together", together)
                        .update();
        if (paid != rows.size()) {
            // Somebody paid one of them in the same moment: then the sum shown was not what was
            // written.
            throw new Conflict("tenancy.own.all.changed");
        }
        var entry = LogEntry.of(Action.RECORD_RENT).because("LANDLORD_PAID_ALL");
        log.record(
                (landlord == null ? entry : entry.about("landlord", landlord.value()))
                        .changing(
                                Map.of(),
                                Map.of(
                                        "month", month.toString(),
                                        "paidOn", paidOn.toString(),
                                        "rents", Integer.toString(paid),
                                        "amount", Long.toString(bill.left().ore()),
                                        "together", together.toString())));
        return new PayingAll.Done(together, paid, bill.left());
    }

    /// What was entered as paid in one go was not, or was entered wrongly. Twice is once.
    ///
    /// @return the month it was about
    /// @throws NotFound if nothing was entered so
    @Transactional
    public YearMonth takeAllBack(Actor actor, UUID together, String reason) {
        access.require(actor, Action.RECORD_RENT);
        var month =
                db.sql(
                                """
                                select month_on from tenancy.landlord_payment
                                where board_id = framework.board_id() and together_id = :together
                                limit 1
                                """)
                        .param("together", together)
                        .query(LocalDate.class)
                        .optional()
                        .map(YearMonth::from)
                        .orElseThrow(NotFound::new);
        var taken =
                db.sql(
                                """
                                update tenancy.landlord_payment
                                set withdrawn_at = :now, withdrawn_by = framework.account_id(), withdrawn_reason = :reason
                                where board_id = framework.board_id() and together_id = :together and withdrawn_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .param("together", together)
                        .update();
        if (taken > 0) {
            log.record(
                    LogEntry.of(Action.RECORD_RENT)
                            .because("LANDLORD_PAID_ALL_BACK")
                            .changing(
                                    Map.of(
                                            "month", month.toString(),
                                            "rents", Integer.toString(taken),
                                            "together", together.toString()),
                                    Map.of()));
        }
        return month;
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
