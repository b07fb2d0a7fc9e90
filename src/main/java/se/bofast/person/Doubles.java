package se.bofast.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.DoublePair.Decided;
import se.bofast.person.DoublePair.Decision;
import se.bofast.person.DoublePair.DoublePairId;
import se.bofast.person.DoublePair.State;

/// Koppla ihop and ta isär: whether two rows are one human. A link moves nothing and deletes
/// nothing, so it can be taken back. A pair with somebody the actor may not see is not there.
@Component
public class Doubles {

    private final DoublePairs pairs;
    private final CorrectingIdentity identities;
    private final Addresses addresses;
    private final Access access;
    private final Log log;
    private final Clock clock;

    Doubles(
            DoublePairs pairs,
            CorrectingIdentity identities,
            Addresses addresses,
            Access access,
            Log log,
            Clock clock) {
        this.pairs = pairs;
        this.identities = identities;
        this.addresses = addresses;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// @param people who they are, by id
    public record PairList(List<DoublePair> pairs, Map<PersonId, IdentityFact> people) {

        public PairList {
            pairs = List.copyOf(pairs);
            people = Map.copyOf(people);
        }
    }

    /// One of the two, as now believed.
    public record Side(IdentityFact identity, Optional<PersonAddress> home) {}

    /// @param decisions the last first
    public record PairView(DoublePair pair, Side first, Side second, List<Decided> decisions) {

        public PairView {
            decisions = List.copyOf(decisions);
        }
    }

    /// Pairs that wait for a person, the strongest first. Logged.
    ///
    /// @param after the last one on the page before
    @Transactional
    public PairList waiting(Actor actor, Optional<DoublePairId> after, int most) {
        access.require(actor, Action.DECIDE_LINK);
        var from = after.flatMap(pairs::find).orElse(null);
        return list(pairs.waiting(from, most));
    }

    /// How many the actor has to decide.
    @Transactional(readOnly = true)
    public int countWaiting(Actor actor) {
        access.require(actor, Action.DECIDE_LINK);
        return pairs.countWaiting();
    }

    /// What was decided last, by a person or by the house. Logged.
    @Transactional
    public PairList decided(Actor actor, int most) {
        access.require(actor, Action.DECIDE_LINK);
        return list(pairs.decided(most));
    }

    /// One pair. Logged.
    ///
    /// @throws NotFound if there is no such pair, or the actor may not see one of the two
    @Transactional
    public PairView pair(Actor actor, DoublePairId id) {
        access.require(actor, Action.DECIDE_LINK);
        var pair = required(actor, id);
        var first = side(pair.first());
        var second = side(pair.second());
        log.record(
                LogEntry.of(
                                hides(first) || hides(second)
                                        ? Action.SEE_PROTECTED_PERSON
                                        : Action.SEE_PERSON)
                        .about(DoublePair.KIND, id.value())
                        .touching(List.of(pair.first(), pair.second())));
        return new PairView(pair, first, second, pairs.decisions(id));
    }

    /// Says that the two are one human.
    ///
    /// @throws Conflict if somebody else decided meanwhile, or if it would make one human of two
    ///   who have been told apart
    @Transactional
    public void link(Actor actor, DoublePairId id) {
        access.require(actor, Action.DECIDE_LINK);
        var pair = required(actor, id);
        var groups = new LinkGroups();
        for (var other : pairs.decided()) {
            if (other.id().equals(id)) {
                continue;
            }
            if (other.state() == State.APART) {
                groups.apart(other.first().value(), other.second().value());
            } else {
                groups.link(other.first().value(), other.second().value());
            }
        }
        if (!groups.mayLink(pair.first().value(), pair.second().value())) {
            throw new Conflict("person.double.contradicts");
        }
        if (pair.state() == State.LINKED) {
            throw new Conflict("person.double.decidedMeanwhile");
        }
        move(pair, State.LINKED, Decision.LINKED, null);
    }

    /// Says that the two are two people. They are never proposed again.
    ///
    /// @throws Conflict if somebody else decided meanwhile
    @Transactional
    public void setApart(Actor actor, DoublePairId id) {
        access.require(actor, Action.DECIDE_LINK);
        var pair = required(actor, id);
        if (pair.state() != State.WAITING && pair.state() != State.LAPSED) {
            throw new Conflict("person.double.decidedMeanwhile");
        }
        move(pair, State.APART, Decision.APART, null);
    }

    /// Takes a link back, whoever made it. The pair is never proposed again.
    ///
    /// @param reason in the actor's words
    /// @throws Conflict if they are not linked any more, or still are through a third
    @Transactional
    public void takeApart(Actor actor, DoublePairId id, String reason) {
        access.require(actor, Action.DECIDE_LINK);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a link is taken apart for a reason");
        }
        var pair = required(actor, id);
        if (pair.state() != State.LINKED) {
            throw new Conflict("person.double.decidedMeanwhile");
        }
        move(pair, State.APART, Decision.TAKEN_APART, reason.strip());
        if (pairs.same(pair.first()).contains(pair.second())) {
            throw new Conflict("person.double.stillTogether");
        }
    }

    private void move(DoublePair pair, State to, Decision decision, @Nullable String reason) {
        if (!pairs.move(pair.id(), pair.state(), to)) {
            throw new Conflict("person.double.decidedMeanwhile");
        }
        pairs.decide(NewId.at(clock), pair.id(), decision, reason, clock.instant());
        log.record(
                LogEntry.of(Action.DECIDE_LINK)
                        .because(decision.name())
                        .about(DoublePair.KIND, pair.id().value())
                        .touching(List.of(pair.first(), pair.second()))
                        .changing(
                                Map.of("state", pair.state().name()), Map.of("state", to.name())));
    }

    private DoublePair required(Actor actor, DoublePairId id) {
        var pair = pairs.find(id).orElseThrow(NotFound::new);
        for (var person : List.of(pair.first(), pair.second())) {
            access.require(
                    actor, Action.SEE_PERSON, new Subject(PersonRelations.KIND, person.value()));
        }
        return pair;
    }

    private PairList list(List<DoublePair> found) {
        var people = new LinkedHashSet<PersonId>();
        found.forEach(pair -> people.addAll(List.of(pair.first(), pair.second())));
        var facts = new HashMap<PersonId, IdentityFact>();
        people.forEach(
                person -> identities.current(person).ifPresent(fact -> facts.put(person, fact)));
        if (!people.isEmpty()) {
            log.record(LogEntry.of(seen(facts)).because("DOUBLES").touching(people));
        }
        return new PairList(new ArrayList<>(found), facts);
    }

    private static Action seen(Map<PersonId, IdentityFact> facts) {
        return facts.values().stream().anyMatch(fact -> fact.identity().protection().hides())
                ? Action.SEE_PROTECTED_PERSON
                : Action.SEE_PERSON;
    }

    private Side side(PersonId person) {
        return new Side(
                identities.current(person).orElseThrow(NotFound::new),
                addresses.history(person).stream()
                        .filter(fact -> fact.supersededAt() == null)
                        .map(AddressFact::address)
                        .filter(address -> address.kind() == AddressKind.HOME)
                        .findFirst());
    }

    private static boolean hides(Side side) {
        return side.identity().identity().protection().hides();
    }
}
