package se.bofast.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import se.bofast.deadline.Finding;
import se.bofast.deadline.RuledFinding;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.person.PersonName;

/// The boendekonsulent's own day: what the board's apartments, leases and rents ask for, the most
/// pressing first. Reckoned when asked; nobody has to remember to write it down.
@Component
public class HousingDay {

    private static final int SOON_DAYS = 90;
    private static final int CLOCK_DAYS = 125;
    private static final int CHECK_DAYS = 14;

    /// So many of a list stand on the page before one asks for all of it.
    public static final int SHOWN = 10;

    /// Whether a list stands on the page: all that hold something, or the one that was asked for.
    public static boolean shows(Part part, @Nullable Part only, List<?> rows) {
        return !rows.isEmpty() && (only == null || only == part);
    }

    /// What of a list stands on the page: the most pressing, or all where it was asked for.
    public static <T> List<T> first(List<T> rows, @Nullable Part only) {
        return only == null && rows.size() > SHOWN ? rows.subList(0, SHOWN) : rows;
    }

    /// A lease that asks for something.
    ///
    /// @param day when; null: no day
    /// @param amount how much; null: not about money
    /// @param finding what the law says; null: not about law
    public record LeaseRow(
            LeaseId lease,
            List<PersonName> tenants,
            String address,
            @Nullable LocalDate day,
            @Nullable Money amount,
            @Nullable RuledFinding finding) {}

    public record CheckRow(ReferralId referral, @Nullable PersonName name, Way.Due due) {}

    /// Somebody who was granted a home and waits for it.
    public record GrantedRow(
            ReferralId referral, @Nullable PersonName name, RuledFinding finding, LocalDate day) {}

    /// Somebody who rents and does not live there, or lives there and does not rent.
    ///
    /// @param lease null: lives there without a lease
    public record Mismatch(
            @Nullable LeaseId lease, PersonId person, @Nullable PersonName name, String address) {}

    /// The lists of the day, as one asks for one of them whole.
    public enum Part {
        OWN_RENTS,
        UNPAID,
        RUNNING_OUT,
        CLOCK,
        GRANTED,
        CHECKS,
        VACANCIES,
        MISMATCHES
    }

    /// All of it.
    public record Day(
            List<OwnRents.Bill> ownRents,
            List<LeaseRow> unpaid,
            List<LeaseRow> runningOut,
            List<LeaseRow> clock,
            List<Vacancies.Vacancy> vacancies,
            List<CheckRow> checks,
            List<GrantedRow> granted,
            List<Mismatch> mismatches,
            LocalDate today) {

        public boolean isEmpty() {
            return ownRents.isEmpty()
                    && unpaid.isEmpty()
                    && runningOut.isEmpty()
                    && clock.isEmpty()
                    && vacancies.isEmpty()
                    && checks.isEmpty()
                    && granted.isEmpty()
                    && mismatches.isEmpty();
        }

        public int size() {
            return ownRents.size()
                    + unpaid.size()
                    + runningOut.size()
                    + clock.size()
                    + vacancies.size()
                    + checks.size()
                    + granted.size()
                    + mismatches.size();
        }
    }

    private final Leases leases;
    private final ReadingLeases reading;
    private final LeaseClock law;
    private final OwnRents ownRents;
    private final Vacancies vacancies;
    private final Referrals referrals;
    private final People people;
    private final Access access;
    private final Log log;
    private final JdbcClient db;
    private final Clock clock;

    HousingDay(
            Leases leases,
            ReadingLeases reading,
            LeaseClock law,
            OwnRents ownRents,
            Vacancies vacancies,
            Referrals referrals,
            People people,
            Access access,
            Log log,
            JdbcClient db,
            Clock clock) {
        this.leases = leases;
        this.reading = reading;
        this.law = law;
        this.ownRents = ownRents;
        this.vacancies = vacancies;
        this.referrals = referrals;
        this.people = people;
        this.access = access;
        this.log = log;
        this.db = db;
        this.clock = clock;
    }

    /// Logged: everyone whose lease or stay stands in it.
    @Transactional
    public Day of(Actor actor) {
        access.require(actor, Action.SEE_HOUSING_DAY);
        var today = HouseClock.today(clock);
        var lasting = leases.lastingOn(today);
        var touched = new HashSet<PersonId>();
        var mismatches = mismatches(today);
        lasting.forEach(lease -> touched.addAll(lease.people()));
        mismatches.forEach(row -> touched.add(row.person()));
        var checking = referrals.all();
        checking.forEach(referral -> touched.add(referral.person()));
        var names = people.names(touched);
        var addresses = reading.addresses(lasting);
        var ledgers = reading.ledgers(lasting, today);
        log.record(LogEntry.of(Action.SEE_HOUSING_DAY).touching(touched));

        var unpaid = new ArrayList<LeaseRow>();
        var runningOut = new ArrayList<LeaseRow>();
        var byLaw = new ArrayList<LeaseRow>();
        for (var lease : lasting) {
            var row = new Rows(lease, names, addresses);
            var ledger = ledgers.get(lease.id());
            var oldest = ledger == null ? null : ledger.oldestUnpaid();
            if (ledger != null && oldest != null) {
                unpaid.add(row.of(oldest.dueOn(), ledger.arrears(), null));
            }
            var ends = lease.terms().runsOutOn();
            if (ends != null && !ends.isAfter(today.plusDays(SOON_DAYS))) {
                runningOut.add(row.of(ends, null, null));
            }
            if (ledger != null) {
                for (var found : law.findings(reading.about(lease, ledger), today)) {
                    if (LeaseClock.CALLING.contains(found.rule().id())) {
                        calls(found, today)
                                .ifPresent(day -> byLaw.add(row.of(day.on(), null, found)));
                    }
                }
            }
        }
        var checks = new ArrayList<CheckRow>();
        var granted = new ArrayList<GrantedRow>();
        for (var referral : checking) {
            referral.way().due().stream()
                    .filter(due -> !due.on().isAfter(today.plusDays(CHECK_DAYS)))
                    .forEach(due ->
                            checks.add(
                                    new CheckRow(
                                            referral.id(), names.get(referral.person()), due)));
            var state = referral.way().state();
            if (state == Way.State.WAITING
                    || state == Way.State.OFFERED
                    || state == Way.State.ACCEPTED) {
                for (var found : law.findings(referral)) {
                    if (found.finding() instanceof Finding.Runs runs
                            && !runs.day().isAfter(today.plusDays(CHECK_DAYS))) {
                        granted.add(
                                new GrantedRow(
                                        referral.id(),
                                        names.get(referral.person()),
                                        found,
                                        runs.day()));
                    }
                }
            }
        }
        unpaid.sort(Comparator.comparing(row -> row.day() == null ? today : row.day()));
        runningOut.sort(Comparator.comparing(row -> row.day() == null ? today : row.day()));
        byLaw.sort(Comparator.comparing(row -> row.day() == null ? LocalDate.MIN : row.day()));
        checks.sort(Comparator.comparing(row -> row.due().on()));
        granted.sort(Comparator.comparing(GrantedRow::day));
        var month = YearMonth.from(today);
        return new Day(
                ownRents.bills(
                        ownRents.due(month.minusMonths(2), month.plusMonths(1)).stream()
                                .filter(due -> due.alarm().rings())
                                .toList()),
                unpaid,
                runningOut,
                byLaw,
                vacancies.now(today),
                checks,
                granted,
                mismatches.stream()
                        .map(row ->
                                new Mismatch(
                                        row.lease(),
                                        row.person(),
                                        names.get(row.person()),
                                        row.address()))
                        .toList(),
                today);
    }

    private record Called(@Nullable LocalDate on) {}

    /// Whether somebody must think of it now: a day that is near or has been, or one nobody can
    /// reckon.
    private static java.util.Optional<Called> calls(RuledFinding found, LocalDate today) {
        return switch (found.finding()) {
            case Finding.Runs runs ->
                    !runs.day().isAfter(today.plusDays(CLOCK_DAYS))
                                    && (!found.rule().id().equals(LeaseClock.SECURITY)
                                            || !runs.day().isBefore(today))
                            ? java.util.Optional.of(new Called(runs.day()))
                            : java.util.Optional.empty();
            case Finding.NotRunning waits -> java.util.Optional.of(new Called(null));
            case Finding.Done done -> java.util.Optional.empty();
            case Finding.Flag flag -> java.util.Optional.empty();
            case Finding.NotApplicable not -> java.util.Optional.empty();
        };
    }

    private record Rows(
            Lease lease, Map<PersonId, PersonName> names, Map<DwellingId, String> addresses) {

        LeaseRow of(
                @Nullable LocalDate day, @Nullable Money amount, @Nullable RuledFinding finding) {
            return new LeaseRow(
                    lease.id(),
                    lease.people().stream()
                            .flatMap(person -> Stream.ofNullable(names.get(person)))
                            .toList(),
                    addresses.getOrDefault(lease.dwelling(), ""),
                    day,
                    amount,
                    finding);
        }
    }

    /// Leases of the board's apartments whose tenant sleeps elsewhere, and stays in them that no
    /// lease answers to.
    private List<Mismatch> mismatches(LocalDate today) {
        return db.sql(
                        """
                        select l.lease_id, p.person_id, d.street, d.apartment
                        from tenancy.v_lease l
                        join tenancy.v_lease_party p on p.board_id = l.board_id and p.lease_id = l.lease_id
                            and p.start_on <= :today and (p.end_on is null or p.end_on >= :today)
                        join dwelling.v_dwelling d on d.board_id = l.board_id and d.dwelling_id = l.dwelling_id
                        where l.board_id = framework.board_id() and l.apartment_id is not null
                          and l.start_on <= :today and (l.end_on is null or l.end_on >= :today)
                          and not exists (
                              select 1 from placement.v_stay s
                              where s.board_id = l.board_id and s.person_id = p.person_id and s.dwelling_id = l.dwelling_id
                                and s.start_on <= :today and (s.end_on is null or s.end_on >= :today))
                        union all
                        select null, s.person_id, a.street, a.apartment
                        from placement.v_stay s
                        join dwelling.v_apartment a on a.board_id = s.board_id and a.dwelling_id = s.dwelling_id
                            and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                        where s.board_id = framework.board_id() and s.layer = 'LIVES'
                          and s.start_on <= :today and (s.end_on is null or s.end_on >= :today)
                          and a.kind in ('TRAINING', 'TRIAL', 'TRANSITIONAL', 'HOUSING_FIRST')
                          and not exists (
                              select 1 from tenancy.v_lease l
                              where l.board_id = s.board_id and l.dwelling_id = s.dwelling_id
                                and l.start_on <= :today and (l.end_on is null or l.end_on >= :today))
                        """)
                .param("today", today)
                .query((rs, n) -> {
                    var lease = rs.getObject("lease_id", UUID.class);
                    var apartment = rs.getString("apartment");
                    return new Mismatch(
                            lease == null ? null : new LeaseId(lease),
                            new PersonId(rs.getObject("person_id", UUID.class)),
                            null,
                            apartment == null
                                    ? rs.getString("street")
                                    : rs.getString("street") + " lgh " + apartment);
                })
                .list();
    }
}
