package se.bofast.tenancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.filing.ImportKind;
import se.bofast.filing.Outlook;
import se.bofast.filing.RowError;
import se.bofast.filing.RowReader;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.tenancy.FindingLeases.Found;
import se.bofast.tenancy.LeaseLine.Cell;

/// Reads a list of leases in: a home, who rents, on which terms, until when. A lease the register
/// has gets a new rent by it and nothing else; what else a row says differently is a fault of it.
@Component
class LeaseImport implements ImportKind<LeaseLine> {

    private static final Sender OWN = new Sender("own", "Eget register");

    private final FindingLeases finding;
    private final TakingLeases taking;
    private final People people;
    private final Access access;

    LeaseImport(FindingLeases finding, TakingLeases taking, People people, Access access) {
        this.finding = finding;
        this.taking = taking;
        this.people = people;
        this.access = access;
    }

    @Override
    public String code() {
        return "leases";
    }

    @Override
    public String nameKey() {
        return "tenancy.import.leases.name";
    }

    @Override
    public String hintKey() {
        return "tenancy.import.leases.hint";
    }

    @Override
    public Place place() {
        return new Place("tenancy.day.title", "/bostader/idag");
    }

    @Override
    public Action action() {
        return Action.IMPORT_LEASES;
    }

    @Override
    public List<Sender> senders() {
        return List.of(OWN);
    }

    @Override
    public RowReader<LeaseLine> reader() {
        return new LeaseRowReader();
    }

    @Override
    public @Nullable String outlookKey(Outlook outlook) {
        return switch (outlook) {
            case KNOWN -> "tenancy.import.outlook.rent";
            case NEW -> "tenancy.import.outlook.new";
            case REPEATED -> "tenancy.import.outlook.same";
            case ASKED, NOBODY -> null;
        };
    }

    private Map<IdentityNumber, PersonId> known(List<ReadRow<LeaseLine>> rows) {
        var numbers = new HashSet<IdentityNumber>();
        for (var row : rows) {
            numbers.add(row.value().tenant());
            Stream.ofNullable(row.value().tenantToo()).forEach(numbers::add);
        }
        return people.byNumbers(numbers);
    }

    @Override
    @Transactional
    public List<RowError> faults(Reception reception, List<ReadRow<LeaseLine>> rows) {
        var known = known(rows);
        var errors = new ArrayList<RowError>();
        var said = new HashMap<String, List<LeaseLine>>();
        for (var row : rows) {
            var line = row.value();
            switch (finding.find(line, known)) {
                case Found.Wrong(var cell, var key) -> errors.add(error(row, cell, key));
                case Found.There there -> {}
                case Found.Fresh fresh -> {
                    var before = said.computeIfAbsent(fresh.home(), home -> new ArrayList<>());
                    if (before.stream().anyMatch(line::saysTheSameAs)) {
                        continue;
                    }
                    if (before.stream().anyMatch(other -> fresh.collides(line, other))) {
                        errors.add(
                                error(row, line.cells().start(), "tenancy.import.overlapsInList"));
                        continue;
                    }
                    before.add(line);
                }
            }
        }
        return errors;
    }

    private static RowError error(ReadRow<LeaseLine> row, Cell cell, String key) {
        return new RowError(row.number(), cell.column(), cell.text(), key, List.of());
    }

    @Override
    @Transactional
    public List<Foreseen> foresee(Reception reception, List<ReadRow<LeaseLine>> rows) {
        var known = known(rows);
        return rows.stream()
                .map(row -> {
                    var line = row.value();
                    var about =
                            Stream.of(line.tenant(), line.tenantToo())
                                    .filter(Objects::nonNull)
                                    .flatMap(number -> Stream.ofNullable(known.get(number)))
                                    .toList();
                    return switch (finding.find(line, known)) {
                        case Found.Wrong wrong -> new Foreseen(Outlook.NOBODY, about);
                        case Found.Fresh fresh -> new Foreseen(Outlook.NEW, about);
                        case Found.There(var lease, var rent) ->
                                new Foreseen(
                                        rent == null ? Outlook.REPEATED : Outlook.KNOWN,
                                        lease.people());
                    };
                })
                .toList();
    }

    @Override
    @Transactional
    public List<Outcome> accept(Actor actor, Reception reception, List<ReadRow<LeaseLine>> rows) {
        access.require(actor, Action.IMPORT_LEASES);
        var known = known(rows);
        return rows.stream().map(row -> taking.take(row.value(), known)).toList();
    }

    @Override
    @Transactional
    public Set<UUID> worked(Collection<UUID> results) {
        return taking.worked(results);
    }

    @Override
    @Transactional
    public void undo(Actor actor, List<UUID> results, String reason) {
        access.require(actor, Action.IMPORT_LEASES);
        results.forEach(result -> taking.takeBack(result, reason));
    }

    @Override
    @Transactional
    public String hrefOf(UUID result) {
        return "/hyresavtal/" + taking.leaseOf(result);
    }
}
