package se.bofast.placement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.placement.Recorded.Done;
import se.bofast.placement.Recorded.Overlaps;
import se.bofast.placement.Recorded.Reason;
import se.bofast.placement.Recorded.Refused;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.StayFact.Layer;

/// Begins, ends and corrects stays within the caller's transaction, for the use cases of this room
/// and of rooms above it (a lease that begins, is taken over or ends).
///
/// The caller has required its action, which is also what stands in the log. What is refused is a
/// value, and nothing of it is written: the transaction may go on.
@Component
public class RecordingStay {

    /// The kind of {@link se.bofast.access.Subject} a stay is in the log.
    public static final String KIND = "stay";

    static final String ONE_PLACE = "stay_fact_one_place_a_night";

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final Stays stays;
    private final HousingForms forms;
    private final TransactionTemplate nested;

    RecordingStay(
            JdbcClient db,
            Clock clock,
            Log log,
            Stays stays,
            HousingForms forms,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.stays = stays;
        this.forms = forms;
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// States a stay as it is given. Ends no other.
    ///
    /// @param reason a code, or why in the actor's words; stands in the history of the stay
    @Transactional(propagation = Propagation.MANDATORY)
    public Recorded begin(Actor actor, Action action, NewStay stay, String reason) {
        var refused = refused(stay);
        return refused != null ? refused : write(action, null, null, stay, false, reason);
    }

    /// Moves in: the person's stay in the same home and layer that includes the first night ends
    /// the night before, with the cause, and the new one begins. All of it, or nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public Recorded moveIn(
            Actor actor, Action action, NewStay stay, EndCause cause, String reason) {
        return wholly(() -> {
            for (var former : stays.of(stay.person())) {
                if (former.layer() == stay.layer()
                        && former.homeNumber() == stay.homeNumber()
                        && former.startOn().isBefore(stay.startOn())
                        && former.includes(stay.startOn())) {
                    var ended =
                            end(
                                    actor,
                                    action,
                                    former,
                                    stay.startOn().minusDays(1),
                                    cause,
                                    stay.move(),
                                    reason);
                    if (!ended.isDone()) {
                        return ended;
                    }
                }
            }
            return begin(actor, action, stay, reason);
        });
    }

    /// Ends a stay that goes on, or lets it end earlier than it was believed to.
    ///
    /// @param last the last night
    /// @throws NotFound if there is no such stay
    @Transactional(propagation = Propagation.MANDATORY)
    public Recorded end(
            Actor actor,
            Action action,
            StayId stay,
            LocalDate last,
            EndCause cause,
            String reason) {
        return end(actor, action, existing(stay), last, cause, null, reason);
    }

    private Recorded end(
            Actor actor,
            Action action,
            StayFact fact,
            LocalDate last,
            EndCause cause,
            @Nullable UUID move,
            String reason) {
        if (fact.endOn() != null && fact.endOn().isBefore(last)) {
            return new Refused(Reason.ALREADY_ENDED);
        }
        if (last.isBefore(fact.startOn())) {
            return new Refused(Reason.ENDS_BEFORE_IT_BEGINS);
        }
        var ended = NewStay.of(fact).until(last, cause);
        return change(
                actor, action, fact, move == null ? ended : ended.inMove(move), false, reason);
    }

    /// Says what is believed of a stay instead. The person stays the same.
    ///
    /// @param seen the row the corrector had before their eyes
    /// @throws Conflict if somebody else corrected meanwhile
    @Transactional(propagation = Propagation.MANDATORY)
    Recorded correct(Actor actor, Action action, StayFact seen, NewStay instead, String reason) {
        if (!seen.person().equals(instead.person())) {
            throw new IllegalArgumentException("a stay is one person's");
        }
        var refused = refused(instead);
        return refused != null ? refused : change(actor, action, seen, instead, false, reason);
    }

    /// It never was: entered by mistake.
    @Transactional(propagation = Propagation.MANDATORY)
    Recorded withdraw(Actor actor, Action action, StayFact seen, String reason) {
        return change(actor, action, seen, NewStay.of(seen), true, reason);
    }

    private Recorded change(
            Actor actor,
            Action action,
            StayFact seen,
            NewStay instead,
            boolean withdrawn,
            String reason) {
        return write(action, seen, seen.stay(), instead, withdrawn, reason);
    }

    /// @throws NotFound if there is no such stay, or it was withdrawn
    @Transactional(readOnly = true)
    StayFact existing(StayId stay) {
        return stays.find(stay).filter(fact -> !fact.withdrawn()).orElseThrow(NotFound::new);
    }

    /// Does all of it, or nothing: a refusal takes back what was written before it.
    <T extends Recorded> Recorded wholly(java.util.function.Supplier<T> work) {
        var result =
                nested.execute(status -> {
                    var recorded = work.get();
                    if (!recorded.isDone()) {
                        status.setRollbackOnly();
                    }
                    return recorded;
                });
        return java.util.Objects.requireNonNull(result, "work gives a value");
    }

    private @Nullable Refused refused(NewStay stay) {
        var form = forms.find(stay.form()).orElseThrow(NotFound::new);
        if (!form.isUsedOn(stay.startOn())) {
            return new Refused(Reason.FORM_NOT_IN_USE);
        }
        if (stay.layer() == Layer.AWAY && !form.keepsHome()) {
            return new Refused(Reason.FORM_KEEPS_NO_HOME);
        }
        if (stay.endOn() != null && stay.endOn().isBefore(stay.startOn())) {
            return new Refused(Reason.ENDS_BEFORE_IT_BEGINS);
        }
        if (stay.endCause() != null && stay.endOn() == null) {
            return new Refused(Reason.CAUSE_WITHOUT_END);
        }
        if (stay.expectedEndOn() != null && stay.expectedEndOn().isBefore(stay.startOn())) {
            return new Refused(Reason.EXPECTED_BEFORE_IT_BEGINS);
        }
        return null;
    }

    private Recorded write(
            Action action,
            @Nullable StayFact seen,
            @Nullable StayId known,
            NewStay stay,
            boolean withdrawn,
            String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a fact has a reason");
        }
        var id = known == null ? new StayId(NewId.at(clock)) : known;
        var fact = NewId.at(clock);
        try {
            nested.executeWithoutResult(status -> {
                if (seen == null) {
                    insertStay(id, stay.person());
                } else if (supersede(seen.fact()) == 0) {
                    throw new Conflict("placement.stay.changedMeanwhile");
                }
                insertFact(fact, id, stay, withdrawn, reason);
            });
        } catch (DataIntegrityViolationException refused) {
            if (!String.valueOf(refused.getMessage()).contains(ONE_PLACE)) {
                throw refused;
            }
            return overlap(id, stay);
        }
        log.record(
                LogEntry.of(action)
                        .about(KIND, id.value())
                        .because(
                                withdrawn
                                        ? "STAY_WITHDRAWN"
                                        : seen == null ? "STAY_BEGUN" : "STAY_CHANGED")
                        .touching(stay.person())
                        .changing(
                                seen == null ? Map.of() : Map.of("fact", seen.fact().toString()),
                                Map.of("fact", fact.toString())));
        return new Done(id);
    }

    /// Which stay is in the way, and what would make room. The tail of a stay is never cut off in
    /// passing: where the other goes on after the new one, only a person can say what is true.
    private Recorded overlap(StayId id, NewStay stay) {
        var other =
                stays.of(stay.person()).stream()
                        .filter(fact -> !fact.stay().equals(id))
                        .filter(fact -> collides(fact, stay))
                        .findFirst()
                        .orElseThrow(() -> new Conflict("placement.stay.changedMeanwhile"));
        var newLonger = !last(stay.endOn()).isBefore(last(other.endOn()));
        var oldLonger = !last(other.endOn()).isBefore(last(stay.endOn()));
        var closeOn =
                newLonger && other.startOn().isBefore(stay.startOn())
                        ? stay.startOn().minusDays(1)
                        : null;
        var endBefore =
                oldLonger && stay.startOn().isBefore(other.startOn())
                        ? other.startOn().minusDays(1)
                        : null;
        return new Overlaps(other, closeOn, endBefore);
    }

    private static LocalDate last(@Nullable LocalDate endOn) {
        return endOn == null ? LocalDate.MAX : endOn;
    }

    static boolean collides(StayFact fact, NewStay stay) {
        var end = stay.endOn();
        return fact.layer() == stay.layer()
                && fact.homeNumber() == stay.homeNumber()
                && (end == null || !fact.startOn().isAfter(end))
                && (fact.endOn() == null || !stay.startOn().isAfter(fact.endOn()));
    }

    private void insertStay(StayId id, PersonId person) {
        db.sql(
                        """
                        insert into placement.stay (board_id, area_id, id, person_id, created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private int supersede(UUID fact) {
        return db.sql(
                        """
                        update placement.stay_fact set superseded_at = :now
                        where board_id = framework.board_id() and id = :id and superseded_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", fact)
                .update();
    }

    private void insertFact(UUID fact, StayId id, NewStay stay, boolean withdrawn, String reason) {
        db.sql(
                        """
                        insert into placement.stay_fact (board_id, area_id, id, stay_id, person_id, form_id, layer, home_number,
                            dwelling_id, place, unit_id, start_on, end_on, expected_end_on, end_cause, move_id, withdrawn,
                            recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :stay, :person, :form, :layer, :home,
                            :dwelling, :place, :unit, :start, :end, :expected, :cause, :move, :withdrawn,
                            :now, framework.account_id(), :reason)
                        """)
                .param("id", fact)
                .param("stay", id.value())
                .param("person", stay.person().value())
                .param("form", stay.form().value())
                .param("layer", stay.layer().name())
                .param("home", stay.homeNumber())
                .param("dwelling", stay.dwelling() == null ? null : stay.dwelling().value())
                .param("place", stay.place())
                .param("unit", stay.unit() == null ? null : stay.unit().value())
                .param("start", stay.startOn())
                .param("end", stay.endOn())
                .param("expected", stay.expectedEndOn())
                .param("cause", stay.endCause() == null ? null : stay.endCause().name())
                .param("move", stay.move())
                .param("withdrawn", withdrawn)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }
}
