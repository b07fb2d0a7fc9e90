package se.bofast.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonId;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;

/// A person decides whom a doubtful or unknown signal is about.
@Component
public class AnsweringMatchQuestion {

    /// Whom it is about.
    public sealed interface Answer {

        /// One of those the question offers.
        record This(PersonId person) implements Answer {}

        /// None of those: somebody new, as written on the notice.
        record SomebodyNew() implements Answer {}

        /// None of those, and it is not known who: the one who lives at the address.
        record NobodyKnown() implements Answer {}

        /// The one with the number, new or known.
        record TheOneWith(IdentityNumber number, String name) implements Answer {}
    }

    private record Asked(
            SignalKind kind,
            MatchState state,
            @Nullable String name,
            @Nullable String number,
            @Nullable LocalDate birthOn,
            @Nullable String street,
            @Nullable String apartment,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable Integer children,
            LocalDate receivedOn) {}

    private final JdbcClient db;
    private final Signals signals;
    private final RoutingRules rules;
    private final People people;
    private final Access access;
    private final Log log;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final HouseEyes eyes;

    AnsweringMatchQuestion(
            JdbcClient db,
            Signals signals,
            RoutingRules rules,
            People people,
            Access access,
            Log log,
            Clock clock,
            ApplicationEventPublisher events,
            HouseEyes eyes) {
        this.db = db;
        this.signals = signals;
        this.rules = rules;
        this.people = people;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.events = events;
        this.eyes = eyes;
    }

    /// @throws Conflict if somebody else has answered, the signal has been taken back, the person
    ///   is none of those in question, or the notice names nobody to make a person of
    @Transactional
    public void answer(Actor actor, SignalId id, Answer answer) {
        access.require(
                actor, Action.ANSWER_MATCH_QUESTION, new Subject(SignalRelations.KIND, id.value()));
        eyes.open(() -> {
            decide(actor, id, answer);
            return id;
        });
    }

    /// With the house's eyes: the number that was found out may be that of somebody hidden.
    private void decide(Actor actor, SignalId id, Answer answer) {
        var asked = locked(id);
        var open =
                asked.state() == MatchState.ASKED
                        || asked.state() == MatchState.UNKNOWN_AT_ADDRESS
                                && answer instanceof Answer.TheOneWith;
        if (!open) {
            throw new Conflict("intake.question.answered");
        }
        var person =
                switch (answer) {
                    case Answer.This(var chosen) -> {
                        if (!candidates(id).contains(chosen)) {
                            throw new Conflict("intake.question.notInQuestion");
                        }
                        yield chosen;
                    }
                    case Answer.SomebodyNew() -> people.register(actor, somebodyNew(id, asked));
                    case Answer.NobodyKnown() -> null;
                    case Answer.TheOneWith(var number, var name) ->
                            people.register(actor, newPerson(asked, name, number));
                };
        var state =
                switch (answer) {
                    case Answer.This chosen -> MatchState.MATCHED;
                    case Answer.TheOneWith chosen -> MatchState.MATCHED;
                    case Answer.SomebodyNew fresh -> MatchState.CREATED;
                    case Answer.NobodyKnown nobody -> MatchState.UNKNOWN_AT_ADDRESS;
                };
        decide(id, person, state);
        if (person != null) {
            route(id, asked, person);
        }
        log.record(
                LogEntry.of(Action.ANSWER_MATCH_QUESTION)
                        .because(state.name())
                        .about(SignalRelations.KIND, id.value())
                        .touching(person));
        if (person != null) {
            events.publishEvent(new SignalPersonDecided(id, person));
        }
    }

    private Asked locked(SignalId id) {
        return db.sql(
                        """
                        select kind, match_state, written_name, written_number, written_birth_on, street, apartment,
                               postal_code, city, children, received_at
                        from intake.signal
                        where board_id = framework.board_id() and id = :id and withdrawn_at is null
                        for update
                        """)
                .param("id", id.value())
                .query(AnsweringMatchQuestion::asked)
                .optional()
                .orElseThrow(() -> new Conflict("intake.question.answered"));
    }

    private static Asked asked(ResultSet rs, int n) throws SQLException {
        var children = rs.getInt("children");
        var noChildren = rs.wasNull();
        return new Asked(
                SignalKind.valueOf(rs.getString("kind")),
                MatchState.valueOf(rs.getString("match_state")),
                rs.getString("written_name"),
                rs.getString("written_number"),
                rs.getObject("written_birth_on", LocalDate.class),
                rs.getString("street"),
                rs.getString("apartment"),
                rs.getString("postal_code"),
                rs.getString("city"),
                noChildren ? null : children,
                LocalDate.ofInstant(rs.getTimestamp("received_at").toInstant(), HouseClock.ZONE));
    }

    private List<PersonId> candidates(SignalId id) {
        return db.sql(
                        """
                        select person_id from intake.candidate
                        where board_id = framework.board_id() and signal_id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                .list();
    }

    private NewPerson somebodyNew(SignalId id, Asked asked) {
        var name = asked.name();
        if (name == null) {
            throw new Conflict("intake.question.noName");
        }
        var number = asked.number() == null ? null : new IdentityNumber(asked.number());
        // The number is someone else's: the notice has it wrong, or the register has. It stays on
        // the notice, and the new person gets none.
        var taken = number != null && people.byNumber(number).isPresent();
        return newPerson(asked, name, taken ? null : number);
    }

    private static NewPerson newPerson(Asked asked, String name, @Nullable IdentityNumber number) {
        var split = WrittenName.split(name);
        return new NewPerson(
                split.given(),
                split.family(),
                asked.birthOn(),
                null,
                number,
                Protection.NONE,
                asked.street() == null
                        ? null
                        : new NewAddress(
                                null,
                                asked.street(),
                                asked.apartment(),
                                asked.postalCode(),
                                asked.city()),
                "sv",
                false);
    }

    private void decide(SignalId id, @Nullable PersonId person, MatchState state) {
        db.sql(
                        """
                        update intake.signal
                        set person_id = :person, match_state = :state, match_reason = :reason
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("person", person == null ? null : person.value(), Types.OTHER)
                .param("state", state.name())
                .param("reason", TakingBackSignals.DECIDED)
                .param("id", id.value())
                .update();
    }

    /// What was known of the person the day the signal came decides where it goes.
    private void route(SignalId id, Asked asked, PersonId person) {
        var assignments = signals.assignments(List.of(person)).getOrDefault(person, List.of());
        var routed =
                Routing.route(
                        asked.kind(),
                        asked.children() != null && asked.children() > 0,
                        asked.birthOn(),
                        asked.postalCode(),
                        asked.receivedOn(),
                        assignments,
                        rules.on(HouseClock.today(clock)),
                        rules.fallback());
        if (routed.known() == Known.UNKNOWN) {
            return;
        }
        db.sql(
                        """
                        update intake.signal
                        set known = :known, known_unit_id = :known_unit, unit_id = :unit, responsible_id = :responsible,
                            routed_by = :by
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("known", routed.known().name())
                .param(
                        "known_unit",
                        routed.knownUnit() == null ? null : routed.knownUnit().value(),
                        Types.OTHER)
                .param("unit", routed.unit().value())
                .param(
                        "responsible",
                        routed.responsible() == null ? null : routed.responsible().value(),
                        Types.OTHER)
                .param("by", routed.by())
                .param("id", id.value())
                .update();
    }
}
