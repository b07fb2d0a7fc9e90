package se.bofast.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.Households;
import se.bofast.person.People;
import se.bofast.person.PersonName;

/// Shows leases. What is shown is on record in the same transaction.
@Component
public class ReadingLeases {

    /// A lease in a list.
    public record Line(
            LeaseId id,
            Tenure tenure,
            List<PersonName> tenants,
            String address,
            LocalDate startOn,
            @Nullable LocalDate endOn,
            @Nullable LocalDate runsOutOn,
            RentLedger ledger) {}

    private final Leases leases;
    private final Rents rents;
    private final LeaseClock law;
    private final Takeovers takeovers;
    private final Apartments apartments;
    private final People people;
    private final Households households;
    private final Access access;
    private final Log log;
    private final Clock clock;
    private final JdbcClient db;

    ReadingLeases(
            Leases leases,
            Rents rents,
            LeaseClock law,
            Takeovers takeovers,
            Apartments apartments,
            People people,
            Households households,
            Access access,
            Log log,
            Clock clock,
            JdbcClient db) {
        this.leases = leases;
        this.rents = rents;
        this.law = law;
        this.takeovers = takeovers;
        this.apartments = apartments;
        this.people = people;
        this.households = households;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.db = db;
    }

    /// The page of a lease. Logged.
    ///
    /// @throws NotFound if there is no such lease within reach
    @Transactional
    public LeaseView view(Actor actor, LeaseId id) {
        return view(actor, Action.SEE_LEASES, id);
    }

    /// The same to change it.
    @Transactional
    public LeaseView toChange(Actor actor, LeaseId id) {
        return view(actor, Action.KEEP_LEASES, id);
    }

    /// The same to write in its ledger.
    @Transactional
    public LeaseView toRecordRent(Actor actor, LeaseId id) {
        return view(actor, Action.RECORD_RENT, id);
    }

    private LeaseView view(Actor actor, Action action, LeaseId id) {
        var subject = new Subject(LeaseRelations.KIND, id.value());
        access.require(actor, action, subject);
        var lease = leases.find(id).orElseThrow(NotFound::new);
        var today = HouseClock.today(clock);
        var ledger = ledgers(List.of(lease), today).getOrDefault(id, nothing(today));
        var about = about(lease, ledger);
        log.record(
                LogEntry.of(Action.SEE_LEASES)
                        .about(LeaseRelations.KIND, id.value())
                        .touching(lease.people()));
        return new LeaseView(
                lease,
                people.names(lease.people()),
                lease.apartment() == null ? null : apartments.find(lease.apartment()).orElse(null),
                address(lease.dwelling()),
                about.since(),
                about.together(),
                law.findings(about, today),
                rents.rents(List.of(id)).getOrDefault(id, List.of()),
                ledger,
                rents.entries(id).stream()
                        .map(row ->
                                new LeaseView.EntryLine(
                                        row.id(),
                                        row.kind(),
                                        row.on(),
                                        row.amount(),
                                        row.reference(),
                                        row.note(),
                                        row.withdrawnBecause()))
                        .toList(),
                leases.history(id).stream()
                        .map(known ->
                                new LeaseView.Known(
                                        known.terms(),
                                        known.recordedAt(),
                                        known.supersededAt(),
                                        known.reason()))
                        .toList(),
                access.allows(actor, Action.KEEP_LEASES, subject),
                access.allows(actor, Action.RECORD_RENT, subject) && !lease.terms().isByMistake(),
                today);
    }

    /// The leases of a person, the newest first. Logged. Empty for who may not see them.
    @Transactional
    public List<Line> of(Actor actor, PersonId person) {
        return lines(
                leases.of(person).stream()
                        .filter(lease ->
                                access.allows(
                                        actor,
                                        Action.SEE_LEASES,
                                        new Subject(LeaseRelations.KIND, lease.id().value())))
                        .toList());
    }

    /// The leases of an apartment, the newest first. Logged.
    @Transactional
    public List<Line> of(Actor actor, ApartmentId apartment) {
        return lines(
                leases.of(apartment).stream()
                        .filter(lease ->
                                access.allows(
                                        actor,
                                        Action.SEE_LEASES,
                                        new Subject(LeaseRelations.KIND, lease.id().value())))
                        .toList());
    }

    private List<Line> lines(List<Lease> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var today = HouseClock.today(clock);
        var touched = new HashSet<PersonId>();
        found.forEach(lease -> touched.addAll(lease.people()));
        var names = people.names(touched);
        var ledgers = ledgers(found, today);
        log.record(LogEntry.of(Action.SEE_LEASES).touching(touched));
        return found.stream()
                .map(lease ->
                        new Line(
                                lease.id(),
                                lease.terms().tenure(),
                                lease.people().stream()
                                        .flatMap(person -> Stream.ofNullable(names.get(person)))
                                        .toList(),
                                address(lease.dwelling()),
                                lease.terms().startOn(),
                                lease.terms().endOn(),
                                lease.terms().runsOutOn(),
                                ledgers.getOrDefault(lease.id(), nothing(today))))
                .toList();
    }

    /// Who lives with those who rent and does not rent: whom one may want to add. Logged.
    @Transactional
    public List<PersonName> livingWith(Actor actor, LeaseView view) {
        access.require(actor, Action.KEEP_LEASES);
        var found = new java.util.LinkedHashSet<PersonId>();
        for (var person : view.lease().people()) {
            households.of(person, view.today()).stream()
                    .flatMap(home -> home.members().stream())
                    .flatMap(member -> Stream.ofNullable(member.membership().person()))
                    .forEach(found::add);
        }
        view.lease().parties().stream()
                .filter(party -> party.endOn() == null)
                .forEach(party -> found.remove(party.person()));
        log.record(
                LogEntry.of(Action.KEEP_LEASES)
                        .about(LeaseRelations.KIND, view.lease().id().value())
                        .because("LIVING_WITH")
                        .touching(found));
        return people.names(found).values().stream()
                .sorted(java.util.Comparator.comparing(name -> name.id().value()))
                .toList();
    }

    /// What the clock is asked of besides the terms.
    LeaseClock.About about(Lease lease, RentLedger ledger) {
        var together =
                lease.apartment() == null
                        ? 0
                        : apartments.heldTogether(lease.apartment(), lease.terms().startOn());
        return new LeaseClock.About(
                lease,
                LeaseClock.since(lease, leases.of(lease.dwelling()).stream()),
                together,
                generalWaiver(lease),
                ledger,
                takeovers.checkedOn(lease.id()));
    }

    private @Nullable LocalDate generalWaiver(Lease lease) {
        return lease.apartment() == null
                ? null
                : db.sql(
                                """
                                select g.waiver_until from dwelling.v_apartment a
                                join dwelling.v_agreement g on g.board_id = a.board_id and g.agreement_id = a.agreement_id
                                where a.board_id = framework.board_id() and a.apartment_id = :apartment
                                  and g.waiver_until is not null
                                """)
                        .param("apartment", lease.apartment().value())
                        .query(LocalDate.class)
                        .optional()
                        .orElse(null);
    }

    Map<LeaseId, RentLedger> ledgers(List<Lease> of, LocalDate day) {
        var ids = of.stream().map(Lease::id).toList();
        var due = rents.rents(ids);
        var paid = rents.paid(ids);
        var found = new HashMap<LeaseId, RentLedger>();
        for (var lease : of) {
            found.put(
                    lease.id(),
                    RentLedger.of(
                            lease.terms().period(),
                            // Who rents of the landlord pays the landlord, and the board knows
                            // nothing of what is paid.
                            lease.terms().tenure().isSublet()
                                    ? due.getOrDefault(lease.id(), List.of())
                                    : List.of(),
                            paid.getOrDefault(lease.id(), List.of()),
                            day,
                            law.days()));
        }
        return found;
    }

    private static RentLedger nothing(LocalDate day) {
        return new RentLedger(List.of(), se.bofast.kernel.Money.ZERO, day);
    }

    String address(DwellingId dwelling) {
        return db.sql(
                        """
                        select street, apartment from dwelling.v_dwelling
                        where board_id = framework.board_id() and dwelling_id = :dwelling
                        """)
                .param("dwelling", dwelling.value())
                .query((rs, n) -> {
                    var apartment = rs.getString("apartment");
                    return apartment == null
                            ? rs.getString("street")
                            : rs.getString("street") + " lgh " + apartment;
                })
                .optional()
                .orElse("");
    }

    Map<DwellingId, String> addresses(List<Lease> of) {
        var found = new HashMap<DwellingId, String>();
        db.sql(
                        """
                        select dwelling_id, street, apartment from dwelling.v_dwelling
                        where board_id = framework.board_id() and dwelling_id = any (:dwellings)
                        """)
                .param(
                        "dwellings",
                        of.stream()
                                .map(lease -> lease.dwelling().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .query(rs -> {
                    var apartment = rs.getString("apartment");
                    found.put(
                            new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                            apartment == null
                                    ? rs.getString("street")
                                    : rs.getString("street") + " lgh " + apartment);
                });
        return found;
    }
}
