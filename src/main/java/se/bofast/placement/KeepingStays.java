package se.bofast.placement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;
import se.bofast.person.PersonName;
import se.bofast.person.PersonRelations;
import se.bofast.placement.Recorded.Overlaps;
import se.bofast.placement.Recorded.Reason;
import se.bofast.placement.Recorded.Refused;
import se.bofast.placement.StayFact.EndCause;

/// Shows, registers, ends, corrects and withdraws a person's stays.
@Component
public class KeepingStays {

    private static final String REGISTERED = "REGISTERED";
    private static final String ENDED = "ENDED";
    private static final String ANSWERED = "GAP_ANSWERED";

    /// What to do with a stay that is in the way.
    public enum MakingRoom {
        /// Nothing: say so.
        NONE,
        /// The other ends the night before the new one begins.
        CLOSE_OTHER,
        /// The new one ends the night before the other begins.
        END_BEFORE
    }

    /// Where a person lives and has lived.
    ///
    /// @param history everything that was ever believed, in the order it was recorded
    /// @param dwellings addresses of the dwellings that stays name
    public record View(
            PersonId person,
            PersonName name,
            Timeline timeline,
            List<StayFact> history,
            Map<FormId, HousingForm> forms,
            Map<DwellingId, String> dwellings,
            boolean mayRecord,
            LocalDate today) {

        public HousingForm form(StayFact fact) {
            return Objects.requireNonNull(forms.get(fact.form()), "the form of a stay");
        }

        /// Where that is, as far as one knows; empty where nothing is said.
        public String where(StayFact fact) {
            var parts =
                    java.util.stream.Stream.of(
                                    fact.dwelling() == null ? null : dwellings.get(fact.dwelling()),
                                    fact.place())
                            .filter(Objects::nonNull)
                            .toList();
            return String.join(", ", parts);
        }

        /// What was believed of the stay before, the latest first.
        public List<StayFact> before(StayFact fact) {
            return history.stream()
                    .filter(f -> f.stay().equals(fact.stay()) && f.supersededAt() != null)
                    .toList()
                    .reversed();
        }

        /// Stays that were entered by mistake.
        public List<StayFact> withdrawn() {
            return history.stream()
                    .filter(fact -> fact.withdrawn() && fact.supersededAt() == null)
                    .toList();
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    private final Access access;
    private final Log log;
    private final Stays stays;
    private final HousingForms forms;
    private final RecordingStay recording;
    private final People people;

    KeepingStays(
            JdbcClient db,
            Clock clock,
            Access access,
            Log log,
            Stays stays,
            HousingForms forms,
            RecordingStay recording,
            People people) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.log = log;
        this.stays = stays;
        this.forms = forms;
        this.recording = recording;
        this.people = people;
    }

    /// The person's stays. Logged.
    ///
    /// @throws NotFound if there is no such person within reach
    @Transactional
    public View see(Actor actor, PersonId person) {
        return view(actor, Action.SEE_STAYS, person);
    }

    /// The same, for a form that changes them. Logged.
    @Transactional
    public View toRecord(Actor actor, PersonId person) {
        return view(actor, Action.RECORD_STAY, person);
    }

    private View view(Actor actor, Action action, PersonId person) {
        require(actor, action, person);
        var history = stays.history(person);
        log.record(
                LogEntry.of(Action.SEE_STAYS)
                        .about(PersonRelations.KIND, person.value())
                        .touching(person));
        return new View(
                person,
                Objects.requireNonNull(
                        people.names(List.of(person)).get(person), "a person has a name"),
                Timeline.of(history),
                history,
                formsById(),
                addresses(
                        history.stream()
                                .flatMap(
                                        fact -> java.util.stream.Stream.ofNullable(fact.dwelling()))
                                .toList()),
                access.allows(actor, Action.RECORD_STAY, subject(person)),
                HouseClock.today(clock));
    }

    Map<FormId, HousingForm> formsById() {
        return forms.all().stream().collect(Collectors.toMap(HousingForm::id, Function.identity()));
    }

    Map<DwellingId, String> addresses(Collection<DwellingId> dwellings) {
        var found = new HashMap<DwellingId, String>();
        if (!dwellings.isEmpty()) {
            db.sql(
                            """
                            select dwelling_id, street, apartment, city from dwelling.v_dwelling
                            where board_id = framework.board_id() and dwelling_id = any (:ids)
                            """)
                    .param(
                            "ids",
                            dwellings.stream()
                                    .map(DwellingId::value)
                                    .distinct()
                                    .toArray(UUID[]::new))
                    .query((rs, n) ->
                            found.put(
                                    new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                                    rs.getString("street")
                                            + (rs.getString("apartment") == null
                                                    ? ""
                                                    : " " + rs.getString("apartment"))))
                    .list();
        }
        return found;
    }

    /// An apartment the board holds, to choose among.
    public record Held(DwellingId dwelling, String number, String street) {}

    /// The apartments the board holds on the day.
    @Transactional(readOnly = true)
    public List<Held> apartments(LocalDate day) {
        return db.sql(
                        """
                        select a.dwelling_id, a.number, a.street from dwelling.v_apartment a
                        where a.board_id = framework.board_id() and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                        order by a.street, a.number
                        """)
                .param("day", day)
                .query((rs, n) ->
                        new Held(
                                new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                                rs.getString("number"),
                                rs.getString("street")))
                .list();
    }

    // ---- changes

    /// Registers a stay.
    ///
    /// @param room what to do with a stay that is in the way, as the actor chose when told of it
    @Transactional
    public Recorded register(Actor actor, NewStay stay, MakingRoom room) {
        return register(actor, stay, room, REGISTERED);
    }

    /// Answers a gap with "vet inte".
    @Transactional
    public Recorded notKnown(Actor actor, PersonId person, LocalDate first, LocalDate last) {
        require(actor, Action.RECORD_STAY, person);
        var unknown =
                NewStay.living(person, forms.coded(HousingForm.UNKNOWN).id(), first)
                        .until(last, EndCause.UNKNOWN);
        return register(actor, unknown, MakingRoom.NONE, ANSWERED);
    }

    private Recorded register(Actor actor, NewStay stay, MakingRoom room, String reason) {
        require(actor, Action.RECORD_STAY, stay.person());
        var early = early(stay.startOn(), stay.endOn());
        if (early.isPresent()) {
            return early.get();
        }
        return recording.wholly(() -> {
            var begun = recording.begin(actor, Action.RECORD_STAY, stay, reason);
            if (!(begun instanceof Overlaps overlaps)) {
                return begun;
            }
            if (room == MakingRoom.CLOSE_OTHER && overlaps.closeOn() != null) {
                var ended =
                        recording.end(
                                actor,
                                Action.RECORD_STAY,
                                overlaps.other().stay(),
                                overlaps.closeOn(),
                                EndCause.MOVED_ON,
                                ENDED);
                return ended.isDone()
                        ? recording.begin(actor, Action.RECORD_STAY, stay, reason)
                        : ended;
            }
            if (room == MakingRoom.END_BEFORE && overlaps.endBefore() != null) {
                return recording.begin(
                        actor,
                        Action.RECORD_STAY,
                        stay.until(
                                overlaps.endBefore(),
                                stay.endCause() == null ? EndCause.MOVED_ON : stay.endCause()),
                        reason);
            }
            return begun;
        });
    }

    /// @param last the last night
    @Transactional
    public Recorded end(Actor actor, StayId stay, UUID seen, LocalDate last, EndCause cause) {
        var fact = existing(actor, stay, seen);
        return early(fact.startOn(), last)
                .orElseGet(
                        () -> recording.end(actor, Action.RECORD_STAY, stay, last, cause, ENDED));
    }

    /// Corrects what was believed of a stay. What was believed before stays readable, with when and
    /// why.
    @Transactional
    public Recorded correct(Actor actor, StayId stay, UUID seen, NewStay instead, String reason) {
        var fact = existing(actor, stay, seen);
        return early(instead.startOn(), instead.endOn())
                .orElseGet(
                        () -> recording.correct(actor, Action.RECORD_STAY, fact, instead, reason));
    }

    /// It never was.
    @Transactional
    public Recorded withdraw(Actor actor, StayId stay, UUID seen, String reason) {
        var fact = existing(actor, stay, seen);
        return recording.withdraw(actor, Action.RECORD_STAY, fact, reason);
    }

    private StayFact existing(Actor actor, StayId stay, UUID seen) {
        var fact = recording.existing(stay);
        require(actor, Action.RECORD_STAY, fact.person());
        if (!fact.fact().equals(seen)) {
            throw new Conflict("placement.stay.changedMeanwhile");
        }
        return fact;
    }

    /// A stay is where somebody slept: what is planned is an expected end, or a lease.
    Optional<Recorded> early(LocalDate first, @Nullable LocalDate last) {
        var today = HouseClock.today(clock);
        if (first.isAfter(today)) {
            return Optional.of(new Refused(Reason.BEGINS_IN_THE_FUTURE));
        }
        if (last != null && last.isAfter(today)) {
            return Optional.of(new Refused(Reason.ENDS_IN_THE_FUTURE));
        }
        return Optional.empty();
    }

    private void require(Actor actor, Action action, PersonId person) {
        access.require(actor, action, subject(person));
    }

    static Subject subject(PersonId person) {
        return new Subject(Caseload.KIND, person.value());
    }
}
