package se.bofast.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Entrusting;
import se.bofast.access.Entrusting.Entrusted;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Watches what nobody else sees: that each hidden person has somebody who works with them, and
/// that no legal day passes because the matter is hidden. Shows neither name nor place.
@Component
public class WatchingHidden {

    /// A day this near is an alarm, since who is to act may first have to be entrusted.
    static final int NEAR_DAYS = 7;

    /// So many must be entrusted, so that one may be ill.
    static final int ENOUGH = 2;

    /// What is wrong.
    public enum Alarm {
        NOBODY_ENTRUSTED,
        ONLY_ONE_ENTRUSTED,
        NO_RESPONSIBLE,
        RESPONSIBLE_NOT_ENTRUSTED,
        DAY_NEAR,
        REVIEW_DUE,
        SOURCE_MISSING
    }

    /// @param opens true if the actor is entrusted with the person
    /// @param mark null when somebody was registered as protected and nobody has said why
    /// @param names of the responsible
    public record Watched(
            PersonId id,
            Protection kind,
            @Nullable ProtectionMark mark,
            List<Entrusted> entrusted,
            List<HiddenMatters.Matter> matters,
            Map<EmployeeId, String> names,
            Set<Alarm> alarms,
            boolean opens) {

        public @Nullable LocalDate nextOn() {
            return matters.stream()
                    .map(HiddenMatters.Matter::nextOn)
                    .filter(java.util.Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    private record Hidden(PersonId id, Protection kind, @Nullable ProtectionMark mark) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;
    private final Access access;
    private final HouseEyes eyes;
    private final Protecting protecting;
    private final Entrusting entrusting;
    private final Units units;
    private final List<HiddenMatters> rooms;

    WatchingHidden(
            JdbcClient db,
            Clock clock,
            Log log,
            Access access,
            HouseEyes eyes,
            Protecting protecting,
            Entrusting entrusting,
            Units units,
            List<HiddenMatters> rooms) {
        this.db = db;
        this.clock = clock;
        this.log = log;
        this.access = access;
        this.eyes = eyes;
        this.protecting = protecting;
        this.entrusting = entrusting;
        this.units = units;
        this.rooms = List.copyOf(rooms);
    }

    /// Everyone hidden, for the head; for others those they are entrusted with. The most urgent
    /// first. Logged.
    @Transactional
    public List<Watched> all(Actor actor) {
        access.require(actor, Action.SEE_PROTECTED_PERSON);
        var found = watched(actor, reach(actor, null));
        log.record(
                LogEntry.of(Action.WATCH_PROTECTED_PEOPLE)
                        .touching(found.stream().map(Watched::id).toList()));
        return found;
    }

    /// One of them. Logged.
    ///
    /// @throws NotFound if there is no such person, the person is not protected, or it is not the
    ///   actor's to watch them
    @Transactional
    public Watched one(Actor actor, PersonId person) {
        access.require(actor, Action.SEE_PROTECTED_PERSON);
        var found =
                watched(actor, reach(actor, person)).stream()
                        .findFirst()
                        .orElseThrow(NotFound::new);
        log.record(
                LogEntry.of(Action.WATCH_PROTECTED_PEOPLE)
                        .about(PersonRelations.KIND, person.value())
                        .touching(person));
        return found;
    }

    /// How many of them something is wrong with, for the menu.
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return (int)
                watched(actor, reach(actor, null)).stream()
                        .filter(one -> !one.alarms().isEmpty())
                        .count();
    }

    /// Entrusts a colleague with the person. Logged.
    ///
    /// @throws NotFound if there is no such person to entrust anybody with
    @Transactional
    public void entrust(
            Actor actor, PersonId person, EmployeeId employee, LocalDate endOn, String reason) {
        access.require(actor, Action.ENTRUST_PROTECTED_PERSON);
        if (reach(actor, person).isEmpty()) {
            throw new NotFound();
        }
        entrusting.entrust(person, employee, endOn, reason);
    }

    /// Ends it at once. Logged.
    ///
    /// @throws NotFound if the colleague is not entrusted with the person
    @Transactional
    public void withdraw(Actor actor, PersonId person, EmployeeId employee) {
        access.require(actor, Action.ENTRUST_PROTECTED_PERSON);
        entrusting.withdraw(person, employee);
    }

    private List<Hidden> reach(Actor actor, @Nullable PersonId only) {
        var watches = access.allows(actor, Action.WATCH_PROTECTED_PEOPLE);
        return eyes.open(() ->
                db.sql(
                                """
                                select s.person_id, i.protection
                                from framework.sheltered_people() s
                                join person.identity i on i.board_id = framework.board_id() and i.person_id = s.person_id
                                    and i.superseded_at is null
                                where s.because_of = s.person_id
                                  and (cast(:only as uuid) is null or s.person_id = :only)
                                  and (:watches or s.person_id = any (:entrusted))
                                """)
                        .param("only", only == null ? null : only.value())
                        .param("watches", watches)
                        .param("entrusted", People.ids(actor.entrusted()))
                        .query((rs, n) -> {
                            var id = People.personId(rs, "person_id");
                            return new Hidden(
                                    id,
                                    Protection.valueOf(rs.getString("protection")),
                                    protecting.history(id).stream()
                                            .filter(mark -> mark.supersededAt() == null)
                                            .findFirst()
                                            .orElse(null));
                        })
                        .list());
    }

    private List<Watched> watched(Actor actor, List<Hidden> hidden) {
        if (hidden.isEmpty()) {
            return List.of();
        }
        var today = HouseClock.today(clock);
        var ids = hidden.stream().map(Hidden::id).toList();
        var entrusted =
                entrusting.with(ids).stream().collect(Collectors.groupingBy(Entrusted::person));
        var matters = matters(ids);
        var names =
                units.names(
                        matters.values().stream()
                                .flatMap(List::stream)
                                .map(HiddenMatters.Matter::responsible)
                                .filter(java.util.Objects::nonNull)
                                .toList());
        return hidden.stream()
                .map(one -> {
                    var own = matters.getOrDefault(one.id(), List.of());
                    var with = entrusted.getOrDefault(one.id(), List.of());
                    return new Watched(
                            one.id(),
                            one.kind(),
                            one.mark(),
                            with,
                            own,
                            names,
                            alarms(one, with, own, today),
                            actor.entrusted().contains(one.id()));
                })
                .sorted(
                        Comparator.comparing((Watched one) -> one.alarms().isEmpty())
                                .thenComparing(
                                        Watched::nextOn,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(one -> one.id().value()))
                .toList();
    }

    /// By the protected person, also the matters of those who live with them.
    private Map<PersonId, List<HiddenMatters.Matter>> matters(Collection<PersonId> people) {
        var because = new HashMap<PersonId, List<PersonId>>();
        db.sql(
                        """
                        select s.person_id, s.because_of from framework.sheltered_people() s
                        where s.because_of = any (:people)
                        """)
                .param("people", People.ids(people))
                .query(rs -> {
                    because.computeIfAbsent(
                                    new PersonId(rs.getObject("person_id", UUID.class)),
                                    k -> new ArrayList<>())
                            .add(new PersonId(rs.getObject("because_of", UUID.class)));
                });
        var found = new HashMap<PersonId, List<HiddenMatters.Matter>>();
        eyes.open(() -> {
            for (var room : rooms) {
                for (var matter : room.open(because.keySet())) {
                    for (var one : because.getOrDefault(matter.person(), List.of())) {
                        found.computeIfAbsent(one, k -> new ArrayList<>()).add(matter);
                    }
                }
            }
            return found;
        });
        return found;
    }

    private static Set<Alarm> alarms(
            Hidden one,
            List<Entrusted> entrusted,
            List<HiddenMatters.Matter> matters,
            LocalDate today) {
        var alarms = new java.util.TreeSet<Alarm>();
        if (entrusted.isEmpty()) {
            alarms.add(Alarm.NOBODY_ENTRUSTED);
        } else if (entrusted.size() < ENOUGH && !matters.isEmpty()) {
            alarms.add(Alarm.ONLY_ONE_ENTRUSTED);
        }
        var who = entrusted.stream().map(Entrusted::employee).collect(Collectors.toSet());
        for (var matter : matters) {
            if (matter.responsible() == null) {
                alarms.add(Alarm.NO_RESPONSIBLE);
            } else if (!who.contains(matter.responsible())) {
                alarms.add(Alarm.RESPONSIBLE_NOT_ENTRUSTED);
            }
            if (matter.nextOn() != null && !matter.nextOn().isAfter(today.plusDays(NEAR_DAYS))) {
                alarms.add(Alarm.DAY_NEAR);
            }
        }
        var mark = one.mark();
        if (mark == null) {
            alarms.add(Alarm.SOURCE_MISSING);
        } else if (mark.reviewOn() != null && !mark.reviewOn().isAfter(today)
                || mark.untilOn() != null && mark.untilOn().isBefore(today)) {
            alarms.add(Alarm.REVIEW_DUE);
        }
        return alarms;
    }
}
