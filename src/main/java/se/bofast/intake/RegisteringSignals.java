package se.bofast.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.person.AddressText;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.NewPersonRow;
import se.bofast.person.People;
import se.bofast.person.Protection;

/// Takes signals in: recognises those that came before, finds out whom each is about, routes it and
/// tells downstream. One signal by form and a hundred thousand from a file go the same way.
@Component
public class RegisteringSignals {

    private final Signals signals;
    private final WritingSignals writing;
    private final RoutingRules rules;
    private final People people;
    private final Log log;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final HouseEyes eyes;

    RegisteringSignals(
            Signals signals,
            WritingSignals writing,
            RoutingRules rules,
            People people,
            Log log,
            Clock clock,
            ApplicationEventPublisher events,
            HouseEyes eyes) {
        this.signals = signals;
        this.writing = writing;
        this.rules = rules;
        this.people = people;
        this.log = log;
        this.clock = clock;
        this.events = events;
        this.eyes = eyes;
    }

    /// Takes the batch in, all or nothing. Answers in the order given.
    ///
    /// The caller has required REGISTER_SIGNAL or IMPORT_SIGNALS of the actor.
    @Transactional
    public List<Taken> register(Actor actor, Action action, List<NewSignal> batch) {
        // Whom a notice is about is asked of everyone: else the person would be made twice, and the
        // clock would run in a case of nobody's.
        return eyes.open(() -> takeIn(actor, action, batch));
    }

    private List<Taken> takeIn(Actor actor, Action action, List<NewSignal> batch) {
        var today = HouseClock.today(clock);
        var prints = batch.parallelStream().map(Fingerprint::of).toList();
        var before = signals.withFingerprints(prints.stream().map(Fingerprint::notice).toList());
        var verdicts = signals.weigh(batch);
        var meant = signals.meant(batch);
        var assignments =
                signals.assignments(
                        Stream.concat(
                                        verdicts.stream().flatMap(v -> sure(v).stream()),
                                        meant.values().stream()
                                                .flatMap(m -> Stream.ofNullable(m.person())))
                                .toList());
        var ruleset = rules.on(today);
        var fallback = rules.fallback();

        var taken = new ArrayList<Taken>();
        var rows = new ArrayList<SignalRow>();
        var newPeople = new ArrayList<NewPersonRow>();
        var newByIdentity = new HashMap<String, PersonId>();
        for (var i = 0; i < batch.size(); i++) {
            var signal = batch.get(i);
            var written = prints.get(i);
            var earlier = before.getOrDefault(written.notice(), List.of());
            var same =
                    earlier.stream().filter(e -> e.content().equals(written.content())).findFirst();
            if (same.isPresent()) {
                taken.add(new Taken.SameReceipt(same.get().id()));
                continue;
            }
            var id = new SignalId(NewId.at(clock));
            var about = signal.kind().isThreat() ? null : meant.get(signal.senderReference());
            var print = about == null ? written : written.about(about.identity());
            var whom =
                    about != null && about.person() != null
                            ? new Whom(
                                    about.person(),
                                    MatchState.MATCHED,
                                    100,
                                    "SAME_REFERENCE",
                                    List.of())
                            : whom(signal, print, verdicts.get(i), newPeople, newByIdentity);
            var birthOn =
                    signal.written().number() != null
                            ? signal.written().number().dateInNumber().orElse(null)
                            : signal.written().birthOn();
            var receivedOn = LocalDate.ofInstant(signal.receivedAt(), HouseClock.ZONE);
            var routed =
                    Routing.route(
                            signal.kind(),
                            signal.children() != null && signal.children() > 0,
                            birthOn,
                            signal.place().postalCode(),
                            receivedOn,
                            whom.person() == null
                                    ? List.of()
                                    : assignments.getOrDefault(whom.person(), List.of()),
                            ruleset,
                            fallback);
            var linked =
                    about != null ? about.id() : earlier.isEmpty() ? null : earlier.getFirst().id();
            rows.add(
                    new SignalRow(
                            id,
                            signal,
                            print,
                            linked,
                            whom.person(),
                            whom.state(),
                            whom.score(),
                            whom.reason(),
                            whom.candidates(),
                            routed,
                            facts(signal, receivedOn)));
            taken.add(new Taken.New(id, whom.state(), whom.person(), linked));
            before.computeIfAbsent(print.notice(), k -> new ArrayList<>())
                    .addFirst(new Signals.Earlier(id, print.content()));
        }
        var settled = settle(rows, newPeople);
        writing.insert(actor, settled, clock.instant());
        if (!settled.isEmpty()) {
            events.publishEvent(new SignalsRouted(settled.stream().map(SignalRow::id).toList()));
        }
        var entry =
                LogEntry.of(action)
                        .touching(
                                settled.stream()
                                        .map(SignalRow::person)
                                        .flatMap(p -> Optional.ofNullable(p).stream())
                                        .distinct()
                                        .toList());
        log.record(
                settled.size() == 1
                        ? entry.about("signal", settled.getFirst().id().value())
                        : entry);
        return taken;
    }

    /// Registers the new people. Where someone else registered the same number a moment ago, theirs
    /// is the person.
    private List<SignalRow> settle(List<SignalRow> rows, List<NewPersonRow> newPeople) {
        if (people.registerAll(newPeople) == newPeople.size()) {
            return rows;
        }
        var byNumber =
                people.byNumbers(
                        newPeople.stream()
                                .flatMap(row -> Optional.ofNullable(row.person().number()).stream())
                                .toList());
        var actual = new HashMap<PersonId, PersonId>();
        for (var row : newPeople) {
            var number = row.person().number();
            if (number != null && byNumber.containsKey(number)) {
                actual.put(row.id(), byNumber.get(number));
            }
        }
        return rows.stream()
                .map(row -> {
                    var person = row.person();
                    return person == null || !actual.containsKey(person)
                            ? row
                            : row.about(actual.get(person));
                })
                .toList();
    }

    /// Whom a signal is about, as far as that is settled.
    private record Whom(
            @Nullable PersonId person,
            MatchState state,
            @Nullable Integer score,
            @Nullable String reason,
            List<Matching.Candidate> candidates) {}

    private Whom whom(
            NewSignal signal,
            Fingerprint print,
            Matching.Verdict verdict,
            List<NewPersonRow> newPeople,
            Map<String, PersonId> newByIdentity) {
        if (signal.person() != null) {
            return new Whom(signal.person(), MatchState.MATCHED, 100, "CHOSEN", List.of());
        }
        return switch (verdict) {
            case Matching.Verdict.Sure(var candidate) ->
                    new Whom(
                            candidate.person(),
                            MatchState.MATCHED,
                            candidate.score(),
                            candidate.reason().name(),
                            List.of());
            case Matching.Verdict.Doubtful(var candidates) ->
                    new Whom(
                            null,
                            MatchState.ASKED,
                            candidates.getFirst().score(),
                            candidates.getFirst().reason().name(),
                            candidates);
            case Matching.Verdict.Nobody() -> nobodyKnown(signal, print, newPeople, newByIdentity);
        };
    }

    private Whom nobodyKnown(
            NewSignal signal,
            Fingerprint print,
            List<NewPersonRow> newPeople,
            Map<String, PersonId> newByIdentity) {
        var written = signal.written();
        var name = written.name();
        if (name == null || !makesAPerson(signal)) {
            return new Whom(null, MatchState.UNKNOWN_AT_ADDRESS, null, null, List.of());
        }
        var person = newByIdentity.get(print.identity());
        if (person == null) {
            person = new PersonId(NewId.at(clock));
            newByIdentity.put(print.identity(), person);
            newPeople.add(new NewPersonRow(person, newPerson(signal, name)));
        }
        return new Whom(person, MatchState.CREATED, null, null, List.of());
    }

    /// A notice of a threat with a name and a number or a day of birth makes a person of who was
    /// not known. That somebody has paid makes nobody known.
    static boolean makesAPerson(NewSignal signal) {
        var written = signal.written();
        return signal.kind().isThreat()
                && written.name() != null
                && (written.number() != null || written.birthOn() != null);
    }

    private static NewPerson newPerson(NewSignal signal, String name) {
        var split = WrittenName.split(name);
        var number = signal.written().number();
        var birthOn =
                number != null && signal.written().birthOn() == null
                        ? number.dateInNumber().orElse(null)
                        : signal.written().birthOn();
        var place = signal.place();
        return new NewPerson(
                split.given(),
                split.family(),
                birthOn,
                null,
                number,
                Protection.NONE,
                place.street() == null
                        ? null
                        : new NewAddress(
                                null,
                                place.street(),
                                place.apartment(),
                                place.postalCode(),
                                place.city()),
                "sv",
                false);
    }

    private static Optional<PersonId> sure(Matching.Verdict verdict) {
        return verdict instanceof Matching.Verdict.Sure(var candidate)
                ? Optional.of(candidate.person())
                : Optional.empty();
    }

    /// What the notice states, and what its receipt makes true.
    private static List<Fact> facts(NewSignal signal, LocalDate receivedOn) {
        var facts = new ArrayList<>(signal.facts());
        if (signal.kind().isThreat()) {
            facts.add(Fact.on(FactKind.NOTICE_RECEIVED_ON, receivedOn));
        }
        signal.kind().madeByReceipt().forEach(kind -> facts.add(Fact.on(kind, receivedOn)));
        if (signal.kind() == SignalKind.RENT_ARREARS) {
            facts.add(
                    Fact.yesNo(
                            FactKind.BOARD_NOTICE_REGISTERED_MAIL,
                            signal.channel() == Channel.REGISTERED_MAIL));
        }
        if (signal.children() != null) {
            facts.add(Fact.yesNo(FactKind.CHILD_IN_HOUSEHOLD, signal.children() > 0));
        }
        return facts;
    }

    /// The key an address is compared by, for those who look a home up.
    static @Nullable String addressKey(NewSignal signal) {
        var street = signal.place().street();
        return street == null || street.isBlank() ? null : AddressText.key(street);
    }
}
