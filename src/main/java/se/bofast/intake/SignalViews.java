package se.bofast.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.Landlords;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.person.PersonCard;
import se.bofast.person.PersonName;

/// A signal whole, and the questions of whom signals are about, for the pages of this room.
@Component
public class SignalViews {

    private static final int QUESTIONS = 10;

    /// Somebody the signal may be about, with why. Of a protected person the card holds nothing but
    /// the id.
    public record Candidate(PersonCard person, int score, String reason) {}

    /// What a notice stated at some time.
    ///
    /// @param fact null: taken back
    public record FactLine(
            FactKind kind,
            int ordinal,
            @Nullable Fact fact,
            Instant recordedAt,
            @Nullable EmployeeId recordedBy,
            @Nullable Instant supersededAt,
            String reason) {}

    /// @param later notices that came after this one and are linked to it
    /// @param caseHref where it is handled
    public record View(
            SignalCard signal,
            @Nullable PersonName person,
            @Nullable String landlordName,
            String unitName,
            @Nullable String responsibleName,
            @Nullable UUID upload,
            @Nullable Integer uploadRow,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason,
            Instant registeredAt,
            @Nullable EmployeeId registeredBy,
            @Nullable SignalCard earlier,
            List<SignalCard> later,
            List<Candidate> candidates,
            List<FactLine> history,
            Map<EmployeeId, String> employees,
            Optional<String> caseHref,
            boolean mayAnswer,
            boolean mayCorrect) {

        public boolean isProtected() {
            return person != null && person.isProtected();
        }
    }

    /// A question: a signal and those it may be about, the likeliest first.
    public record Question(SignalCard signal, List<Candidate> candidates) {}

    private record Extra(
            @Nullable UUID upload,
            @Nullable Integer uploadRow,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason,
            Instant registeredAt,
            @Nullable EmployeeId registeredBy) {}

    private final JdbcClient db;
    private final ReadingSignals reading;
    private final People people;
    private final Landlords landlords;
    private final Units units;
    private final List<SignalPlace> places;
    private final Access access;
    private final Log log;

    SignalViews(
            JdbcClient db,
            ReadingSignals reading,
            People people,
            Landlords landlords,
            Units units,
            List<SignalPlace> places,
            Access access,
            Log log) {
        this.db = db;
        this.reading = reading;
        this.people = people;
        this.landlords = landlords;
        this.units = units;
        this.places = List.copyOf(places);
        this.access = access;
        this.log = log;
    }

    /// The signal; seeing it is on record.
    ///
    /// @throws NotFound if there is no such signal within reach
    @Transactional
    public View whole(Actor actor, SignalId id) {
        access.require(actor, Action.SEE_SIGNAL, new Subject(SignalRelations.KIND, id.value()));
        var card = reading.cards(List.of(id)).stream().findFirst().orElseThrow(NotFound::new);
        var extra = extra(id);
        var earlier = card.earlier();
        var history = history(id);
        var candidates =
                card.match() == MatchState.ASKED
                                && access.allows(actor, Action.ANSWER_MATCH_QUESTION)
                        ? candidates(id)
                        : List.<Candidate>of();
        var seen = new HashSet<PersonId>();
        Stream.ofNullable(card.person()).forEach(seen::add);
        candidates.forEach(c -> seen.add(c.person().id()));
        log.record(
                LogEntry.of(Action.SEE_SIGNAL)
                        .about(SignalRelations.KIND, id.value())
                        .touching(seen));
        var employees = new HashSet<EmployeeId>();
        history.forEach(line -> Stream.ofNullable(line.recordedBy()).forEach(employees::add));
        Stream.ofNullable(extra.registeredBy()).forEach(employees::add);
        Stream.ofNullable(card.responsible()).forEach(employees::add);
        var names = units.names(employees);
        return new View(
                card,
                card.person() == null
                        ? null
                        : people.names(List.of(card.person())).get(card.person()),
                card.landlord() == null
                        ? null
                        : Optional.ofNullable(
                                        landlords
                                                .names(List.of(card.landlord()))
                                                .get(card.landlord()))
                                .map(landlord -> landlord.name())
                                .orElse(null),
                units.names().getOrDefault(card.unit(), ""),
                card.responsible() == null ? null : names.get(card.responsible()),
                access.allows(actor, Action.IMPORT_SIGNALS) ? extra.upload() : null,
                extra.uploadRow(),
                extra.withdrawnAt(),
                extra.withdrawnReason(),
                extra.registeredAt(),
                extra.registeredBy(),
                earlier == null
                        ? null
                        : reading.cards(List.of(earlier)).stream().findFirst().orElse(null),
                reading.cards(later(id)),
                candidates,
                history,
                names,
                places.stream().flatMap(place -> place.hrefOf(id).stream()).findFirst(),
                access.allows(actor, Action.ANSWER_MATCH_QUESTION),
                access.allows(actor, Action.CORRECT_SIGNAL));
    }

    private Extra extra(SignalId id) {
        return db.sql(
                        """
                        select upload_id, upload_row, withdrawn_at, withdrawn_reason, registered_at, registered_by
                        from intake.signal
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var row = rs.getInt("upload_row");
                    var noRow = rs.wasNull();
                    var withdrawn = rs.getTimestamp("withdrawn_at");
                    var by = rs.getObject("registered_by", UUID.class);
                    return new Extra(
                            rs.getObject("upload_id", UUID.class),
                            noRow ? null : row,
                            withdrawn == null ? null : withdrawn.toInstant(),
                            rs.getString("withdrawn_reason"),
                            rs.getTimestamp("registered_at").toInstant(),
                            by == null ? null : new EmployeeId(by));
                })
                .single();
    }

    private List<SignalId> later(SignalId id) {
        return db.sql(
                        """
                        select id from intake.signal
                        where board_id = framework.board_id() and earlier_id = :id and withdrawn_at is null
                        order by received_at desc, id desc
                        limit 20
                        """)
                .param("id", id.value())
                .query((rs, n) -> new SignalId(rs.getObject("id", UUID.class)))
                .list();
    }

    private List<FactLine> history(SignalId id) {
        return db.sql(
                        """
                        select kind, ordinal, fact_on, amount_ore, yes, count, code, recorded_at, recorded_by, superseded_at,
                               reason, num_nonnulls(fact_on, amount_ore, yes, count, code) = 1 as valued
                        from intake.v_signal_fact_history
                        where board_id = framework.board_id() and signal_id = :id
                        order by kind, ordinal, recorded_at desc
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var by = rs.getObject("recorded_by", UUID.class);
                    var superseded = rs.getTimestamp("superseded_at");
                    return new FactLine(
                            FactKind.valueOf(rs.getString("kind")),
                            rs.getInt("ordinal"),
                            rs.getBoolean("valued") ? ReadingSignals.fact(rs) : null,
                            rs.getTimestamp("recorded_at").toInstant(),
                            by == null ? null : new EmployeeId(by),
                            superseded == null ? null : superseded.toInstant(),
                            rs.getString("reason"));
                })
                .list();
    }

    private record Weighed(PersonId person, int score, String reason) {}

    private List<Candidate> candidates(SignalId id) {
        var weighed =
                db.sql(
                                """
                                select person_id, score, reason from intake.candidate
                                where board_id = framework.board_id() and signal_id = :id
                                order by score desc, person_id
                                """)
                        .param("id", id.value())
                        .query((rs, n) ->
                                new Weighed(
                                        new PersonId(rs.getObject("person_id", UUID.class)),
                                        rs.getInt("score"),
                                        rs.getString("reason")))
                        .list();
        var candidates = new ArrayList<Candidate>();
        for (var one : weighed) {
            people.find(one.person())
                    .ifPresent(
                            card -> candidates.add(new Candidate(card, one.score(), one.reason())));
        }
        return candidates;
    }

    /// The questions that have waited longest; on record.
    @Transactional
    public List<Question> questions(Actor actor) {
        access.require(actor, Action.ANSWER_MATCH_QUESTION);
        var waiting =
                db.sql(
                                """
                                select id from intake.signal
                                where board_id = framework.board_id() and match_state = 'ASKED' and withdrawn_at is null
                                order by received_at, id
                                limit :most
                                """)
                        .param("most", QUESTIONS)
                        .query((rs, n) -> new SignalId(rs.getObject("id", UUID.class)))
                        .list();
        var questions =
                reading.cards(waiting).reversed().stream()
                        .map(card -> new Question(card, candidates(card.id())))
                        .toList();
        log.record(
                LogEntry.of(Action.ANSWER_MATCH_QUESTION)
                        .because("SEEN")
                        .touching(
                                questions.stream()
                                        .flatMap(q -> q.candidates().stream())
                                        .map(c -> c.person().id())
                                        .distinct()
                                        .toList()));
        return questions;
    }
}
