package se.bofast.prevention;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.Reach;
import se.bofast.intake.SignalFactCorrected;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalPersonDecided;
import se.bofast.intake.SignalsRouted;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;

/// Every routed signal belongs to a case: the person's open one, the open one of the same unknown
/// person, or a new one. A few statements a batch.
@Component
class OpeningCases {

    private record Routed(
            UUID id,
            String kind,
            @Nullable UUID person,
            String identity,
            @Nullable String street,
            @Nullable String apartment,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String addressKey,
            @Nullable UUID landlord,
            UUID unit,
            @Nullable UUID responsible,
            @Nullable String reason,
            boolean children,
            Instant receivedAt) {

        /// Whom it is about: the person, else the unknown one as written.
        Object whom() {
            return person != null ? person : identity;
        }

        boolean isThreat() {
            return !kind.equals("SETTLED") && !kind.equals("WITHDRAWN");
        }
    }

    private record NewCase(UUID id, String number, Routed first) {}

    private final JdbcClient db;
    private final CaseNumbers numbers;
    private final Clockwork clockwork;
    private final Clock clock;

    OpeningCases(JdbcClient db, CaseNumbers numbers, Clockwork clockwork, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.clockwork = clockwork;
        this.clock = clock;
    }

    @EventListener
    @Order(0)
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SignalsRouted routed) {
        var signals = read(routed.signals());
        var open = openCases(signals);
        var fresh = new LinkedHashMap<Object, Routed>();
        for (var signal : signals) {
            if (signal.isThreat() && !open.containsKey(signal.whom())) {
                fresh.putIfAbsent(signal.whom(), signal);
            }
        }
        var opening = opening(fresh);
        var coming = new ArrayList<Clockwork.Joined>();
        for (var signal : signals) {
            var opens = opening.get(signal.whom());
            if (opens != null) {
                coming.add(new Clockwork.Joined(opens.id(), signal.id()));
            }
        }
        var reckoned = clockwork.reckon(coming);
        open.putAll(open(opening, reckoned));
        var joined = new LinkedHashMap<UUID, UUID>();
        for (var signal : signals) {
            var target = open.get(signal.whom());
            if (target != null) {
                joined.put(signal.id(), target);
            }
        }
        join(joined);
        touch(signals, open, fresh);
        var standing = new LinkedHashSet<UUID>();
        opening.forEach((whom, made) -> {
            if (made.id().equals(open.get(whom))) {
                standing.add(made.id());
            }
        });
        clockwork.write(reckoned, standing);
        var others = new LinkedHashSet<>(joined.values());
        others.removeAll(standing);
        clockwork.recompute(others);
    }

    /// A doubtful or unknown signal has got its person: its case too, unless the person has an open
    /// one already; then the signal moves there and the empty case is closed.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SignalPersonDecided decided) {
        var from = caseOf(decided.signal().value());
        if (from == null) {
            return;
        }
        var person = decided.person().value();
        var openOfPerson =
                db.sql(
                                """
                                select id from prevention.prevention_case
                                where board_id = framework.board_id() and person_id = :person and stage <> 'CLOSED'
                                """)
                        .param("person", person)
                        .query(UUID.class)
                        .optional();
        var touched = new LinkedHashSet<UUID>();
        if (openOfPerson.isEmpty()) {
            db.sql(
                            """
                            update prevention.prevention_case
                            set person_id = :person,
                                unit_id = case when prevention_case.responsible_id is null then s.unit_id else prevention_case.unit_id end,
                                responsible_id = coalesce(prevention_case.responsible_id, s.responsible_id)
                            from intake.v_signal s
                            where prevention_case.board_id = framework.board_id() and prevention_case.id = :id
                              and s.board_id = prevention_case.board_id and s.signal_id = :signal
                            """)
                    .param("person", person)
                    .param("id", from)
                    .param("signal", decided.signal().value())
                    .update();
            touched.add(from);
        } else if (!openOfPerson.get().equals(from)) {
            db.sql(
                            """
                            update prevention.case_signal set case_id = :target
                            where board_id = framework.board_id() and signal_id = :signal
                            """)
                    .param("target", openOfPerson.get())
                    .param("signal", decided.signal().value())
                    .update();
            db.sql(
                            """
                            delete from prevention.clock_day
                            where board_id = framework.board_id() and case_id = :id and signal_id = :signal
                            """)
                    .param("id", from)
                    .param("signal", decided.signal().value())
                    .update();
            db.sql(
                            """
                            update prevention.prevention_case
                            set stage = 'CLOSED', closed_on = :today, next_on = date 'infinity', next_rule = null, unread_since = null
                            where board_id = framework.board_id() and id = :id
                              and not exists (select 1 from prevention.case_signal s
                                              where s.board_id = prevention_case.board_id and s.case_id = prevention_case.id)
                            """)
                    .param("today", HouseClock.today(clock))
                    .param("id", from)
                    .update();
            touched.add(openOfPerson.get());
            touched.add(from);
        }
        clockwork.recompute(touched);
    }

    /// A corrected fact recomputes the days that rest on it.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SignalFactCorrected corrected) {
        var id = caseOf(corrected.signal().value());
        if (id != null) {
            clockwork.recompute(new LinkedHashSet<>(List.of(id)));
        }
    }

    private @Nullable UUID caseOf(UUID signal) {
        return db.sql(
                        """
                        select case_id from prevention.case_signal
                        where board_id = framework.board_id() and signal_id = :signal
                        """)
                .param("signal", signal)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private List<Routed> read(List<SignalId> ids) {
        return db.sql(
                        """
                        select signal_id, kind, person_id, identity_hash, street, apartment, postal_code, city, address_key,
                               landlord_id, unit_id, responsible_id, reason, coalesce(children, 0) > 0 as with_children,
                               received_at
                        from intake.v_signal
                        where board_id = framework.board_id() and signal_id = any(:ids)
                        order by received_at, signal_id
                        """)
                .param("ids", ids.stream().map(SignalId::value).toArray(UUID[]::new))
                .query((rs, n) ->
                        new Routed(
                                rs.getObject("signal_id", UUID.class),
                                rs.getString("kind"),
                                rs.getObject("person_id", UUID.class),
                                rs.getString("identity_hash"),
                                rs.getString("street"),
                                rs.getString("apartment"),
                                rs.getString("postal_code"),
                                rs.getString("city"),
                                rs.getString("address_key"),
                                rs.getObject("landlord_id", UUID.class),
                                rs.getObject("unit_id", UUID.class),
                                rs.getObject("responsible_id", UUID.class),
                                rs.getString("reason"),
                                rs.getBoolean("with_children"),
                                rs.getTimestamp("received_at").toInstant()))
                .list();
    }

    private Map<Object, UUID> openCases(List<Routed> signals) {
        var open = new HashMap<Object, UUID>();
        var people =
                signals.stream()
                        .map(Routed::person)
                        .filter(p -> p != null)
                        .distinct()
                        .toArray(UUID[]::new);
        if (people.length > 0) {
            db.sql(
                            """
                            select c.person_id, c.id
                            from unnest(cast(:people as uuid[])) as g (person)
                            cross join lateral (
                                select person_id, id from prevention.prevention_case
                                where board_id = framework.board_id() and person_id = g.person and stage <> 'CLOSED'
                                offset 0) c
                            """)
                    .param("people", people)
                    .query(rs -> {
                        open.put(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class));
                    });
        }
        var unknown =
                signals.stream()
                        .filter(s -> s.person() == null)
                        .map(Routed::identity)
                        .distinct()
                        .toArray(String[]::new);
        if (unknown.length > 0) {
            openOfUnknown(unknown, open);
        }
        return open;
    }

    /// In two steps, each along an index: as one join it grew with everything ever imported.
    private void openOfUnknown(String[] identities, Map<Object, UUID> open) {
        var identityOf = new HashMap<UUID, String>();
        db.sql(
                        """
                        select s.signal_id, s.identity_hash
                        from unnest(cast(:unknown as text[])) as g (identity)
                        cross join lateral (
                            select signal_id, identity_hash from intake.v_signal
                            where board_id = framework.board_id() and identity_hash = g.identity
                            offset 0) s
                        """)
                .param("unknown", identities)
                .query(rs -> {
                    identityOf.put(rs.getObject(1, UUID.class), rs.getString(2));
                });
        if (identityOf.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        select j.signal_id, c.id
                        from prevention.case_signal j
                        join prevention.prevention_case c on c.board_id = j.board_id and c.id = j.case_id
                        where j.board_id = framework.board_id() and j.signal_id = any(:signals) and c.stage <> 'CLOSED'
                        """)
                .param("signals", identityOf.keySet().toArray(UUID[]::new))
                .query(rs -> {
                    var identity = identityOf.get(rs.getObject(1, UUID.class));
                    if (identity != null) {
                        open.put(identity, rs.getObject(2, UUID.class));
                    }
                });
    }

    /// The cases to open, each with its number, in the order the notices came.
    private Map<Object, NewCase> opening(Map<Object, Routed> fresh) {
        var byYear = new LinkedHashMap<Integer, List<Routed>>();
        for (var signal : fresh.values()) {
            byYear.computeIfAbsent(
                            signal.receivedAt().atZone(HouseClock.ZONE).getYear(),
                            y -> new ArrayList<>())
                    .add(signal);
        }
        var opening = new LinkedHashMap<Object, NewCase>();
        byYear.forEach((year, signals) -> {
            var first = take(year, signals.size());
            for (var i = 0; i < signals.size(); i++) {
                opening.put(
                        signals.get(i).whom(),
                        new NewCase(
                                NewId.at(clock),
                                CaseNumbers.written(year, first + i),
                                signals.get(i)));
            }
        });
        return opening;
    }

    /// Opens them. Someone else may have opened a person's case at the same moment; then theirs
    /// counts.
    private Map<Object, UUID> open(Map<Object, NewCase> opening, Clockwork.Reckoned reckoned) {
        var opened = new HashMap<Object, UUID>();
        if (opening.isEmpty()) {
            return opened;
        }
        insert(List.copyOf(opening.values()), reckoned);
        opened.putAll(openCases(opening.values().stream().map(NewCase::first).toList()));
        opening.forEach((whom, made) -> {
            if (made.first().person() == null) {
                opened.put(whom, made.id());
            }
        });
        return opened;
    }

    private int take(int year, int size) {
        return size == 1 ? numbers.one(year) : numbers.block(year, size);
    }

    /// One statement for all: a column an array.
    private void insert(List<NewCase> cases, Clockwork.Reckoned reckoned) {
        var reach = Reach.current();
        db.sql(
                        """
                        insert into prevention.prevention_case (board_id, area_id, id, number, person_id, street, apartment,
                            postal_code, city, address_key, landlord_id, unit_id, responsible_id, stage, reason, children,
                            opened_on, opened_at, last_signal_at, unread_since, next_on, next_rule)
                        select :board, :area, g.id, g.number, g.person_id, g.street, g.apartment, g.postal_code, g.city,
                            g.address_key, g.landlord_id, g.unit_id, g.responsible_id, 'NEW', g.reason, g.children,
                            g.opened_on, g.received_at, g.received_at,
                            case when g.responsible_id is not null then g.received_at end, g.next_on, g.next_rule
                        from unnest(cast(:ids as uuid[]), cast(:numbers as text[]), cast(:people as uuid[]),
                                cast(:streets as text[]), cast(:apartments as text[]), cast(:postalCodes as text[]),
                                cast(:cities as text[]), cast(:addressKeys as text[]), cast(:landlords as uuid[]),
                                cast(:units as uuid[]), cast(:responsible as uuid[]), cast(:reasons as text[]),
                                cast(:children as boolean[]), cast(:days as date[]),
                                cast(cast(:received as text[]) as timestamptz[]), cast(cast(:next as text[]) as date[]),
                                cast(:nextRules as text[]))
                            as g (id, number, person_id, street, apartment, postal_code, city, address_key, landlord_id,
                                unit_id, responsible_id, reason, children, opened_on, received_at, next_on, next_rule)
                        on conflict (board_id, area_id, person_id) where stage <> 'CLOSED' and person_id is not null do nothing
                        """)
                .param("board", reach.requiredBoard().value())
                .param("area", reach.homeArea().value())
                .param("ids", column(cases, NewCase::id, UUID[]::new))
                .param("numbers", column(cases, NewCase::number, String[]::new))
                .param("people", column(cases, c -> c.first().person(), UUID[]::new))
                .param("streets", column(cases, c -> c.first().street(), String[]::new))
                .param("apartments", column(cases, c -> c.first().apartment(), String[]::new))
                .param("postalCodes", column(cases, c -> c.first().postalCode(), String[]::new))
                .param("cities", column(cases, c -> c.first().city(), String[]::new))
                .param("addressKeys", column(cases, c -> c.first().addressKey(), String[]::new))
                .param("landlords", column(cases, c -> c.first().landlord(), UUID[]::new))
                .param("units", column(cases, c -> c.first().unit(), UUID[]::new))
                .param("responsible", column(cases, c -> c.first().responsible(), UUID[]::new))
                .param("reasons", column(cases, c -> c.first().reason(), String[]::new))
                .param("children", column(cases, c -> c.first().children(), Boolean[]::new))
                .param("days", column(cases, c -> Date.valueOf(openedOn(c)), Date[]::new))
                .param(
                        "received",
                        column(cases, c -> c.first().receivedAt().toString(), String[]::new))
                .param(
                        "next",
                        column(
                                cases,
                                c -> {
                                    var on = reckoned.next(c.id()).on();
                                    return on.equals(Clockwork.Next.NEVER)
                                            ? "infinity"
                                            : on.toString();
                                },
                                String[]::new))
                .param("nextRules", column(cases, c -> reckoned.next(c.id()).rule(), String[]::new))
                .update();
    }

    private static LocalDate openedOn(NewCase made) {
        return made.first().receivedAt().atZone(HouseClock.ZONE).toLocalDate();
    }

    private static <R, V> V[] column(
            Collection<R> rows, Function<R, @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private void join(Map<UUID, UUID> joined) {
        if (joined.isEmpty()) {
            return;
        }
        var reach = Reach.current();
        db.sql(
                        """
                        insert into prevention.case_signal (board_id, area_id, signal_id, case_id, joined_at)
                        select :board, :area, g.signal_id, g.case_id, :at
                        from unnest(cast(:signals as uuid[]), cast(:cases as uuid[])) as g (signal_id, case_id)
                        """)
                .param("board", reach.requiredBoard().value())
                .param("area", reach.homeArea().value())
                .param("at", Timestamp.from(clock.instant()))
                .param("signals", column(joined.entrySet(), Map.Entry::getKey, UUID[]::new))
                .param("cases", column(joined.entrySet(), Map.Entry::getValue, UUID[]::new))
                .update();
    }

    /// What the new notices tell of a case that was there before them.
    private static final class Told {
        Instant last = Instant.EPOCH;
        boolean children;
        @Nullable UUID landlord;
        @Nullable String reason;

        void of(Routed signal) {
            last = signal.receivedAt().isAfter(last) ? signal.receivedAt() : last;
            children |= signal.children();
            landlord = landlord == null ? signal.landlord() : landlord;
            reason = reason == null ? signal.reason() : reason;
        }
    }

    /// A new notice in an old case makes it unread again, tells of children and of the landlord.
    /// One statement for all; a case that a notice has just opened says it all itself.
    private void touch(List<Routed> signals, Map<Object, UUID> open, Map<Object, Routed> fresh) {
        var told = new LinkedHashMap<UUID, Told>();
        for (var signal : signals) {
            var id = open.get(signal.whom());
            if (id != null && !signal.equals(fresh.get(signal.whom()))) {
                told.computeIfAbsent(id, k -> new Told()).of(signal);
            }
        }
        if (told.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        update prevention.prevention_case
                        set last_signal_at = greatest(last_signal_at, g.received_at),
                            children = prevention_case.children or g.children,
                            landlord_id = coalesce(landlord_id, g.landlord), reason = coalesce(prevention_case.reason, g.reason),
                            unread_since = case when responsible_id is null then unread_since
                                                else coalesce(unread_since, g.received_at) end
                        from unnest(cast(:ids as uuid[]), cast(cast(:received as text[]) as timestamptz[]),
                                cast(:children as boolean[]), cast(:landlords as uuid[]), cast(:reasons as text[]))
                            as g (id, received_at, children, landlord, reason)
                        where prevention_case.board_id = framework.board_id() and prevention_case.id = g.id
                        """)
                .param("ids", told.keySet().toArray(UUID[]::new))
                .param(
                        "received",
                        told.values().stream().map(t -> t.last.toString()).toArray(String[]::new))
                .param(
                        "children",
                        told.values().stream().map(t -> t.children).toArray(Boolean[]::new))
                .param(
                        "landlords",
                        told.values().stream().map(t -> t.landlord).toArray(UUID[]::new))
                .param("reasons", told.values().stream().map(t -> t.reason).toArray(String[]::new))
                .update();
    }
}
