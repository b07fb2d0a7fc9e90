package se.bofast.placement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.filing.ImportKind;
import se.bofast.filing.Outlook;
import se.bofast.filing.RowError;
import se.bofast.filing.RowReader;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.StayFact.Layer;

/// Reads a list of stays in: a person by number, a form by code or name, a place, days.
@Component
class StayImport implements ImportKind<StayLine> {

    private static final String IMPORTED = "IMPORTED";

    private final JdbcClient db;
    private final HousingForms forms;
    private final Stays stays;
    private final RecordingStay recording;
    private final People people;
    private final Units units;

    StayImport(
            JdbcClient db,
            HousingForms forms,
            Stays stays,
            RecordingStay recording,
            People people,
            Units units) {
        this.db = db;
        this.forms = forms;
        this.stays = stays;
        this.recording = recording;
        this.people = people;
        this.units = units;
    }

    @Override
    public String code() {
        return "stays";
    }

    @Override
    public String nameKey() {
        return "placement.import.name";
    }

    @Override
    public String hintKey() {
        return "placement.import.hint";
    }

    @Override
    public Place place() {
        return new Place("placement.menu", "/boendekedjan");
    }

    @Override
    public Action action() {
        return Action.IMPORT_STAYS;
    }

    @Override
    public List<Sender> senders() {
        return units.all().stream()
                .map(unit -> new Sender(unit.id().toString(), unit.name()))
                .toList();
    }

    @Override
    public RowReader<StayLine> reader() {
        return new StayRowReader(forms.all());
    }

    @Override
    public List<RowError> faults(Reception reception, List<ReadRow<StayLine>> rows) {
        var known = known(rows);
        var facts = new HashMap<>(stays.of(new HashSet<>(known.values())));
        var errors = new ArrayList<RowError>();
        var said = new HashMap<PersonId, List<NewStay>>();
        for (var row : rows) {
            var line = row.value();
            var person = known.get(line.number());
            if (person == null) {
                errors.add(
                        new RowError(
                                row.number(),
                                line.numberColumn(),
                                line.numberText(),
                                "placement.import.unknownPerson",
                                List.of()));
                continue;
            }
            var stay = stay(person, line);
            var there = facts.getOrDefault(person, List.of());
            var before = said.computeIfAbsent(person, p -> new ArrayList<>());
            var isSame =
                    there.stream().anyMatch(fact -> isSame(fact, stay)) || before.contains(stay);
            if (isSame) {
                continue;
            }
            if (there.stream().anyMatch(fact -> RecordingStay.collides(fact, stay))) {
                errors.add(overlap(row, "placement.import.overlaps"));
            } else if (before.stream().anyMatch(other -> collide(other, stay))) {
                errors.add(overlap(row, "placement.import.overlapsInList"));
            } else {
                before.add(stay);
            }
        }
        return errors;
    }

    private static RowError overlap(ReadRow<StayLine> row, String key) {
        return new RowError(
                row.number(), row.value().startColumn(), row.value().startText(), key, List.of());
    }

    private static boolean collide(NewStay one, NewStay other) {
        return (one.endOn() == null || !other.startOn().isAfter(one.endOn()))
                && (other.endOn() == null || !one.startOn().isAfter(other.endOn()));
    }

    private Map<IdentityNumber, PersonId> known(List<ReadRow<StayLine>> rows) {
        return people.byNumbers(
                rows.stream().map(row -> row.value().number()).collect(Collectors.toSet()));
    }

    private static NewStay stay(PersonId person, StayLine line) {
        return NewStay.living(person, line.form(), line.startOn())
                .atPlace(line.place())
                .expectedUntil(line.expectedEndOn())
                .until(line.endOn(), line.endOn() == null ? null : EndCause.UNKNOWN);
    }

    private static boolean isSame(StayFact fact, NewStay stay) {
        return fact.layer() == Layer.LIVES
                && fact.homeNumber() == 1
                && fact.form().equals(stay.form())
                && fact.startOn().equals(stay.startOn())
                && Objects.equals(fact.endOn(), stay.endOn())
                && Objects.equals(fact.place(), stay.place())
                && Objects.equals(fact.expectedEndOn(), stay.expectedEndOn());
    }

    @Override
    public List<Foreseen> foresee(Reception reception, List<ReadRow<StayLine>> rows) {
        var known = known(rows);
        var facts = stays.of(new HashSet<>(known.values()));
        return rows.stream()
                .map(row -> {
                    var person = known.get(row.value().number());
                    if (person == null) {
                        return new Foreseen(Outlook.NOBODY, List.of());
                    }
                    var stay = stay(person, row.value());
                    var repeated =
                            facts.getOrDefault(person, List.of()).stream()
                                    .anyMatch(fact -> isSame(fact, stay));
                    return new Foreseen(
                            repeated ? Outlook.REPEATED : Outlook.KNOWN, List.of(person));
                })
                .toList();
    }

    @Override
    public List<Outcome> accept(Actor actor, Reception reception, List<ReadRow<StayLine>> rows) {
        var known = known(rows);
        var outcomes = new ArrayList<Outcome>(rows.size());
        for (var row : rows) {
            var person = Objects.requireNonNull(known.get(row.value().number()), "checked before");
            var stay = stay(person, row.value());
            var same = stays.of(person).stream().filter(fact -> isSame(fact, stay)).findFirst();
            if (same.isPresent()) {
                outcomes.add(new Outcome(same.get().stay().value(), true, person));
                continue;
            }
            outcomes.add(
                    switch (recording.begin(actor, Action.IMPORT_STAYS, stay, IMPORTED)) {
                        case Recorded.Done(var id) -> new Outcome(id.value(), false, person);
                        // Somebody wrote meanwhile: nothing of the list is taken in.
                        case Recorded.Overlaps overlaps ->
                                throw new Conflict("placement.stay.changedMeanwhile");
                        case Recorded.Refused refused ->
                                throw new Conflict("placement.stay.changedMeanwhile");
                    });
        }
        return outcomes;
    }

    @Override
    public Set<UUID> worked(Collection<UUID> results) {
        return new HashSet<>(
                db.sql(
                                """
                                select distinct stay_id from placement.stay_fact
                                where board_id = framework.board_id() and stay_id = any (:stays)
                                  and (superseded_at is not null or withdrawn)
                                """)
                        .param("stays", results.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    @Override
    @Transactional
    public void undo(Actor actor, List<UUID> results, String reason) {
        for (var result : results) {
            recording.withdraw(
                    actor, Action.IMPORT_STAYS, recording.existing(new StayId(result)), reason);
        }
    }

    @Override
    public String hrefOf(UUID result) {
        var stay = stays.find(new StayId(result)).orElseThrow(NotFound::new);
        return "/personer/" + stay.person() + "/boende";
    }
}
