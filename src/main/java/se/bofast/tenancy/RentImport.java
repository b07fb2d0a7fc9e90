package se.bofast.tenancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.Apartments;
import se.bofast.filing.ImportKind;
import se.bofast.filing.Outlook;
import se.bofast.filing.RowError;
import se.bofast.filing.RowReader;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Reads a list of rent payments in: the number of an apartment, a day, an amount. The payment
/// belongs to who rented the apartment that day; before a lease begins to the one that is to begin,
/// after one has ended to the one that has.
@Component
class RentImport implements ImportKind<RentLine> {

    private static final Sender OWN = new Sender("board", "Nämnden");

    /// Whose lease a payment is, or why nobody's.
    private sealed interface Found {

        record Of(Lease lease) implements Found {}

        record Nobody(String key) implements Found {}
    }

    private final JdbcClient db;
    private final Leases leases;
    private final Rents rents;
    private final Apartments apartments;
    private final Log log;

    RentImport(JdbcClient db, Leases leases, Rents rents, Apartments apartments, Log log) {
        this.db = db;
        this.leases = leases;
        this.rents = rents;
        this.apartments = apartments;
        this.log = log;
    }

    @Override
    public String code() {
        return "rent-payments";
    }

    @Override
    public String nameKey() {
        return "tenancy.import.name";
    }

    @Override
    public String hintKey() {
        return "tenancy.import.hint";
    }

    @Override
    public Place place() {
        return new Place("tenancy.day.title", "/bostader/idag");
    }

    @Override
    public Action action() {
        return Action.IMPORT_RENTS;
    }

    @Override
    public List<Sender> senders() {
        return List.of(OWN);
    }

    @Override
    public RowReader<RentLine> reader() {
        return new RentRowReader();
    }

    @Override
    @Transactional
    public List<RowError> faults(Reception reception, List<ReadRow<RentLine>> rows) {
        var errors = new ArrayList<RowError>();
        for (var row : rows) {
            if (find(row.value()) instanceof Found.Nobody(var key)) {
                errors.add(
                        new RowError(
                                row.number(),
                                row.value().apartmentColumn(),
                                row.value().apartment(),
                                key,
                                List.of()));
            }
        }
        return errors;
    }

    private Found find(RentLine line) {
        var apartment = apartments.byNumber(line.apartment().strip());
        if (apartment.isEmpty()) {
            return new Found.Nobody("tenancy.import.noApartment");
        }
        var there = leases.of(apartment.get());
        var that = there.stream().filter(lease -> lease.terms().isOn(line.on())).toList();
        if (that.size() > 1) {
            return new Found.Nobody("tenancy.import.several");
        }
        if (that.size() == 1) {
            return new Found.Of(that.getFirst());
        }
        var next =
                there.stream()
                        .filter(lease -> lease.terms().startOn().isAfter(line.on()))
                        .filter(lease -> lease.terms().startOn().isBefore(line.on().plusMonths(1)))
                        .min(Comparator.comparing(lease -> lease.terms().startOn()));
        return next.or(() ->
                        there.stream()
                                .filter(lease -> lease.terms().startOn().isBefore(line.on()))
                                .max(Comparator.comparing(lease -> lease.terms().startOn())))
                .<Found>map(Found.Of::new)
                .orElseGet(() -> new Found.Nobody("tenancy.import.noLease"));
    }

    private Lease lease(RentLine line) {
        return switch (find(line)) {
            case Found.Of(var lease) -> lease;
            // It was there when the list was read: somebody wrote meanwhile.
            case Found.Nobody nobody -> throw new Conflict("tenancy.import.changedMeanwhile");
        };
    }

    private java.util.Optional<EntryId> same(LeaseId lease, RentLine line) {
        return rents.entries(lease).stream()
                .filter(row -> row.withdrawnBecause() == null)
                .filter(row ->
                        row.on().equals(line.on())
                                && row.amount().equals(line.amount())
                                && java.util.Objects.equals(row.reference(), line.reference()))
                .map(Rents.Row::id)
                .findFirst();
    }

    @Override
    @Transactional
    public List<Foreseen> foresee(Reception reception, List<ReadRow<RentLine>> rows) {
        return rows.stream()
                .map(row -> {
                    var lease = lease(row.value());
                    return new Foreseen(
                            same(lease.id(), row.value()).isPresent()
                                    ? Outlook.REPEATED
                                    : Outlook.KNOWN,
                            lease.people());
                })
                .toList();
    }

    @Override
    @Transactional
    public List<Outcome> accept(Actor actor, Reception reception, List<ReadRow<RentLine>> rows) {
        var outcomes = new ArrayList<Outcome>(rows.size());
        var touched = new LinkedHashSet<PersonId>();
        for (var row : rows) {
            var line = row.value();
            var lease = lease(line);
            var person = lease.people().getFirst();
            touched.addAll(lease.people());
            outcomes.add(
                    same(lease.id(), line)
                            .map(entry -> new Outcome(entry.value(), true, person))
                            .orElseGet(() ->
                                    new Outcome(
                                            rents.insert(
                                                            lease.id(),
                                                            EntryKind.PAID_BY_TENANT,
                                                            line.on(),
                                                            line.amount(),
                                                            line.reference(),
                                                            null)
                                                    .value(),
                                            false,
                                            person)));
        }
        log.record(
                LogEntry.of(Action.IMPORT_RENTS)
                        .about("upload", reception.upload().value())
                        .because("RENTS_READ_IN")
                        .touching(touched));
        return outcomes;
    }

    @Override
    @Transactional
    public Set<UUID> worked(Collection<UUID> results) {
        return new HashSet<>(
                db.sql(
                                """
                                select id from tenancy.entry
                                where board_id = framework.board_id() and id = any (:entries) and withdrawn_at is not null
                                """)
                        .param("entries", results.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    @Override
    @Transactional
    public void undo(Actor actor, List<UUID> results, String reason) {
        var touched = new LinkedHashSet<PersonId>();
        for (var result : results) {
            var entry = new EntryId(result);
            rents.leaseOf(entry).flatMap(leases::find).ifPresent(l -> touched.addAll(l.people()));
            rents.withdraw(entry, reason);
        }
        log.record(
                LogEntry.of(Action.IMPORT_RENTS)
                        .because("RENTS_TAKEN_BACK")
                        .touching(touched)
                        .changing(Map.of("entries", Integer.toString(results.size())), Map.of()));
    }

    @Override
    @Transactional
    public String hrefOf(UUID result) {
        return "/hyresavtal/" + rents.leaseOf(new EntryId(result)).orElseThrow(NotFound::new);
    }
}
