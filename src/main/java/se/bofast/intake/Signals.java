package se.bofast.intake;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.access.Actor;
import se.bofast.deadline.Fact;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// Writes batches of signals and finds what a batch must be compared with: a few statements a
/// batch, never one a row.
@Repository
class Signals {

    /// An earlier notice with the same fingerprint, newest first.
    record Earlier(SignalId id, String content) {}

    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Clock clock;

    Signals(JdbcClient db, JdbcTemplate batches, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    Map<String, List<Earlier>> withFingerprints(Collection<String> fingerprints) {
        var found = new HashMap<String, List<Earlier>>();
        db.sql(
                        """
                        select s.fingerprint, s.content_hash, s.id
                        from unnest(cast(:prints as text[])) as g (print)
                        cross join lateral (
                            select fingerprint, content_hash, id from intake.signal
                            where board_id = framework.board_id() and area_id = any(framework.area_ids())
                              and fingerprint = g.print and withdrawn_at is null
                            offset 0) s
                        order by s.id desc
                        """)
                .param("prints", fingerprints.stream().distinct().toArray(String[]::new))
                .query(rs -> {
                    found.computeIfAbsent(rs.getString(1), k -> new ArrayList<>())
                            .add(
                                    new Earlier(
                                            new SignalId(rs.getObject(3, UUID.class)),
                                            rs.getString(2)));
                });
        return found;
    }

    /// The notice that one of what is settled or withdrawn means by the sender's reference.
    record Meant(SignalId id, @Nullable PersonId person, String identity) {}

    /// The latest threat with each reference that the settled and withdrawn ones of the batch name.
    Map<String, Meant> meant(List<NewSignal> batch) {
        var references =
                batch.stream()
                        .filter(signal -> !signal.kind().isThreat())
                        .flatMap(signal -> Stream.ofNullable(signal.senderReference()))
                        .distinct()
                        .toArray(String[]::new);
        var found = new HashMap<String, Meant>();
        if (references.length > 0) {
            db.sql(
                            """
                            select sender_reference, id, person_id, identity_hash from intake.signal
                            where board_id = framework.board_id() and sender_reference = any(:references)
                              and kind not in ('SETTLED', 'WITHDRAWN') and withdrawn_at is null
                            order by received_at, id
                            """)
                    .param("references", references)
                    .query(rs -> {
                        var person = rs.getObject("person_id", UUID.class);
                        found.put(
                                rs.getString("sender_reference"),
                                new Meant(
                                        new SignalId(rs.getObject("id", UUID.class)),
                                        person == null ? null : new PersonId(person),
                                        rs.getString("identity_hash")));
                    });
        }
        return found;
    }

    /// Weighs each signal against everyone who comes in question: same number, same day of birth,
    /// same address.
    ///
    /// Here and in all that is asked for a batch the keys lead, one look along the index each: `=
    /// any` of a thousand keys is read as "most rows" while the tables are not counted yet.
    List<Matching.Verdict> weigh(List<NewSignal> batch) {
        var sought = batch.stream().map(Signals::sought).toList();
        var known = new HashMap<UUID, KnownRow>();
        collect(
                known,
                "number",
                sought.stream().map(Matching.Sought::number).filter(Objects::nonNull).toList());
        collectBorn(
                known,
                sought.stream().map(Matching.Sought::birthOn).filter(Objects::nonNull).toList());
        collect(
                known,
                "address_key",
                sought.stream().map(Matching.Sought::addressKey).filter(Objects::nonNull).toList());
        nameKeys(known);
        var byNumber = new HashMap<String, List<Matching.Known>>();
        var byBirth = new HashMap<LocalDate, List<Matching.Known>>();
        var byAddress = new HashMap<String, List<Matching.Known>>();
        for (var row : known.values()) {
            var person = row.known();
            if (person.number() != null) {
                byNumber.computeIfAbsent(person.number(), k -> new ArrayList<>()).add(person);
            }
            if (person.birthOn() != null) {
                byBirth.computeIfAbsent(person.birthOn(), k -> new ArrayList<>()).add(person);
            }
            if (person.addressKey() != null) {
                byAddress.computeIfAbsent(person.addressKey(), k -> new ArrayList<>()).add(person);
            }
        }
        return sought.stream()
                .map(s -> {
                    var inQuestion = new LinkedHashSet<Matching.Known>();
                    if (s.number() != null) {
                        inQuestion.addAll(byNumber.getOrDefault(s.number(), List.of()));
                    }
                    if (s.birthOn() != null) {
                        inQuestion.addAll(byBirth.getOrDefault(s.birthOn(), List.of()));
                    }
                    if (s.addressKey() != null) {
                        inQuestion.addAll(byAddress.getOrDefault(s.addressKey(), List.of()));
                    }
                    return Matching.weigh(s, List.copyOf(inQuestion));
                })
                .toList();
    }

    private static Matching.Sought sought(NewSignal signal) {
        var written = signal.written();
        var name = Objects.requireNonNullElse(written.name(), "");
        var number = written.number();
        return new Matching.Sought(
                number == null ? null : number.digits(),
                WrittenName.parts(name),
                WrittenName.sounds(name),
                written.birthOn() != null
                        ? written.birthOn()
                        : number == null ? null : number.dateInNumber().orElse(null),
                RegisteringSignals.addressKey(signal));
    }

    private record KnownRow(Matching.Known known, Set<String> parts, Set<String> sounds) {}

    private void collect(Map<UUID, KnownRow> known, String column, List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        var sql =
                column.equals("number")
                        ? """
                        select m.person_id, m.number, m.birth_on, m.address_key
                        from unnest(cast(:keys as text[])) as g (key)
                        cross join lateral (
                            select person_id, number, birth_on, address_key from person.v_match_key
                            where board_id = framework.board_id() and number = g.key
                            offset 0) m
                        """
                        : """
                        select m.person_id, m.number, m.birth_on, m.address_key
                        from unnest(cast(:keys as text[])) as g (key)
                        cross join lateral (
                            select person_id, number, birth_on, address_key from person.v_match_key
                            where board_id = framework.board_id() and address_key = g.key
                            offset 0) m
                        """;
        db.sql(sql)
                .param("keys", keys.stream().distinct().toArray(String[]::new))
                .query((RowCallbackHandler) rs -> remember(known, rs));
    }

    private void collectBorn(Map<UUID, KnownRow> known, List<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        select m.person_id, m.number, m.birth_on, m.address_key
                        from unnest(cast(:days as date[])) as g (day)
                        cross join lateral (
                            select person_id, number, birth_on, address_key from person.v_match_key
                            where board_id = framework.board_id() and birth_on = g.day
                            offset 0) m
                        """)
                .param(
                        "days",
                        days.stream()
                                .distinct()
                                .map(java.sql.Date::valueOf)
                                .toArray(java.sql.Date[]::new))
                .query((RowCallbackHandler) rs -> remember(known, rs));
    }

    private static void remember(Map<UUID, KnownRow> known, java.sql.ResultSet rs)
            throws SQLException {
        var id = rs.getObject("person_id", UUID.class);
        var parts = new HashSet<String>();
        var sounds = new HashSet<String>();
        known.putIfAbsent(
                id,
                new KnownRow(
                        new Matching.Known(
                                new PersonId(id),
                                rs.getString("number"),
                                parts,
                                sounds,
                                rs.getObject("birth_on", LocalDate.class),
                                rs.getString("address_key")),
                        parts,
                        sounds));
    }

    private void nameKeys(Map<UUID, KnownRow> known) {
        if (known.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        select k.person_id, k.kind, k.key
                        from unnest(cast(:people as uuid[])) as g (id)
                        cross join lateral (
                            select person_id, kind, key from person.v_name_key
                            where board_id = framework.board_id() and person_id = g.id
                              and kind in ('PART', 'SOUND')
                            offset 0) k
                        """)
                .param("people", known.keySet().toArray(UUID[]::new))
                .query(rs -> {
                    var row = known.get(rs.getObject("person_id", UUID.class));
                    if (row != null) {
                        (rs.getString("kind").equals("PART") ? row.parts() : row.sounds())
                                .add(rs.getString("key"));
                    }
                });
    }

    Map<PersonId, List<Routing.Assignment>> assignments(Collection<PersonId> people) {
        var found = new HashMap<PersonId, List<Routing.Assignment>>();
        if (people.isEmpty()) {
            return found;
        }
        db.sql(
                        """
                        select person_id, unit_id, account_id, start_on, end_on from support.v_assignment
                        where board_id = framework.board_id() and person_id = any(:people)
                        """)
                .param(
                        "people",
                        people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(rs -> {
                    var carrier = rs.getObject("account_id", UUID.class);
                    found.computeIfAbsent(
                                    new PersonId(rs.getObject("person_id", UUID.class)),
                                    k -> new ArrayList<>())
                            .add(
                                    new Routing.Assignment(
                                            new UnitId(rs.getObject("unit_id", UUID.class)),
                                            carrier == null ? null : new EmployeeId(carrier),
                                            rs.getObject("start_on", LocalDate.class),
                                            rs.getObject("end_on", LocalDate.class)));
                });
        return found;
    }

    void insert(Actor actor, List<SignalRow> rows, Instant at) {
        batches.batchUpdate(
                """
                insert into intake.signal (board_id, area_id, id, kind, source, channel, landlord_id, sender_name,
                    sender_reference, fingerprint, content_hash, identity_hash, issued_on, earlier_id, upload_id, upload_row,
                    person_id, written_name, written_number, written_birth_on, written_phone, street, apartment, postal_code,
                    city, address_key, rooms, children, reason, note, match_state, match_score, match_reason, known,
                    known_unit_id, unit_id, responsible_id, routed_by, received_at, registered_at, registered_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?)
                """,
                rows,
                BATCH,
                (ps, row) -> write(ps, actor, row, at));
        insertFacts(
                actor,
                rows.stream()
                        .flatMap(row ->
                                row.facts().stream().map(fact -> new FactRow(row.id(), fact)))
                        .toList(),
                at,
                "NOTICE");
        var candidates =
                rows.stream()
                        .flatMap(row -> row.candidates().stream().map(c -> Map.entry(row.id(), c)))
                        .toList();
        batches.batchUpdate(
                """
                insert into intake.candidate (board_id, area_id, signal_id, person_id, score, reason)
                values (?, ?, ?, ?, ?, ?)
                """,
                candidates,
                BATCH,
                (ps, entry) -> {
                    ps.setObject(1, actor.board().value());
                    ps.setObject(2, actor.area().value());
                    ps.setObject(3, entry.getKey().value());
                    ps.setObject(4, entry.getValue().person().value());
                    ps.setInt(5, entry.getValue().score());
                    ps.setString(6, entry.getValue().reason().name());
                });
    }

    record FactRow(SignalId signal, Fact fact) {}

    /// One statement for all: a column an array.
    void insertFacts(Actor actor, List<FactRow> facts, Instant at, String reason) {
        if (facts.isEmpty()) {
            return;
        }
        var ordinals = new HashMap<String, Integer>();
        db.sql(
                        """
                        insert into intake.signal_fact (board_id, area_id, id, signal_id, kind, ordinal, fact_on, amount_ore, yes,
                            count, code, recorded_at, recorded_by, reason)
                        select :board, :area, g.id, g.signal_id, g.kind, g.ordinal, g.fact_on, g.amount_ore, g.yes, g.count,
                            g.code, :at, :by, :reason
                        from unnest(cast(:ids as uuid[]), cast(:signals as uuid[]), cast(:kinds as text[]),
                                cast(:ordinals as int[]), cast(:days as date[]), cast(:amounts as bigint[]),
                                cast(:answers as boolean[]), cast(:counts as int[]), cast(:codes as text[]))
                            as g (id, signal_id, kind, ordinal, fact_on, amount_ore, yes, count, code)
                        """)
                .param("board", actor.board().value())
                .param("area", actor.area().value())
                .param("at", Timestamp.from(at))
                .param("by", actor.id().value())
                .param("reason", reason)
                .param("ids", column(facts, row -> NewId.at(clock), UUID[]::new))
                .param("signals", column(facts, row -> row.signal().value(), UUID[]::new))
                .param("kinds", column(facts, row -> row.fact().kind().name(), String[]::new))
                .param(
                        "ordinals",
                        column(
                                facts,
                                row ->
                                        ordinals.merge(
                                                row.signal().value() + row.fact().kind().name(),
                                                1,
                                                Integer::sum),
                                Integer[]::new))
                .param(
                        "days",
                        column(
                                facts,
                                row ->
                                        row.fact() instanceof Fact.OnDay day
                                                ? Date.valueOf(day.on())
                                                : null,
                                Date[]::new))
                .param(
                        "amounts",
                        column(
                                facts,
                                row ->
                                        row.fact() instanceof Fact.OfAmount amount
                                                ? amount.amount().ore()
                                                : null,
                                Long[]::new))
                .param(
                        "answers",
                        column(
                                facts,
                                row ->
                                        row.fact() instanceof Fact.YesNo answer
                                                ? answer.yes()
                                                : null,
                                Boolean[]::new))
                .param(
                        "counts",
                        column(
                                facts,
                                row ->
                                        row.fact() instanceof Fact.OfNumber number
                                                ? number.number()
                                                : null,
                                Integer[]::new))
                .param(
                        "codes",
                        column(
                                facts,
                                row -> row.fact() instanceof Fact.OfCode code ? code.code() : null,
                                String[]::new))
                .update();
    }

    private static <V> V[] column(
            List<FactRow> facts, Function<FactRow, @Nullable V> value, IntFunction<V[]> array) {
        return facts.stream().map(value).toArray(array);
    }

    /// Sets the five value columns from the index on: day, amount, yes, number, code.
    static void setValue(PreparedStatement ps, int from, Fact fact) throws SQLException {
        ps.setNull(from, Types.DATE);
        ps.setNull(from + 1, Types.BIGINT);
        ps.setNull(from + 2, Types.BOOLEAN);
        ps.setNull(from + 3, Types.INTEGER);
        ps.setNull(from + 4, Types.VARCHAR);
        switch (fact) {
            case Fact.OnDay day -> ps.setObject(from, day.on());
            case Fact.OfAmount amount -> ps.setLong(from + 1, amount.amount().ore());
            case Fact.YesNo answer -> ps.setBoolean(from + 2, answer.yes());
            case Fact.OfNumber number -> ps.setInt(from + 3, number.number());
            case Fact.OfCode code -> ps.setString(from + 4, code.code());
        }
    }

    private static void write(PreparedStatement ps, Actor actor, SignalRow row, Instant at)
            throws SQLException {
        var signal = row.signal();
        var written = signal.written();
        var place = signal.place();
        var routed = row.routed();
        var n = 0;
        ps.setObject(++n, actor.board().value());
        ps.setObject(++n, actor.area().value());
        ps.setObject(++n, row.id().value());
        ps.setString(++n, signal.kind().name());
        ps.setString(++n, signal.source().name());
        ps.setString(++n, signal.channel().name());
        ps.setObject(
                ++n, signal.landlord() == null ? null : signal.landlord().value(), Types.OTHER);
        ps.setString(++n, signal.senderName());
        ps.setString(++n, signal.senderReference());
        ps.setString(++n, row.print().notice());
        ps.setString(++n, row.print().content());
        ps.setString(++n, row.print().identity());
        ps.setObject(++n, signal.issuedOn(), Types.DATE);
        ps.setObject(++n, row.earlier() == null ? null : row.earlier().value(), Types.OTHER);
        ps.setObject(++n, signal.upload() == null ? null : signal.upload().upload(), Types.OTHER);
        ps.setObject(++n, signal.upload() == null ? null : signal.upload().row(), Types.INTEGER);
        ps.setObject(++n, row.person() == null ? null : row.person().value(), Types.OTHER);
        ps.setString(++n, written.name());
        ps.setString(++n, written.number() == null ? null : written.number().digits());
        ps.setObject(++n, written.birthOn(), Types.DATE);
        ps.setString(++n, written.phone());
        ps.setString(++n, place.street());
        ps.setString(++n, place.apartment());
        ps.setString(++n, place.postalCode());
        ps.setString(++n, place.city());
        ps.setString(++n, RegisteringSignals.addressKey(signal));
        ps.setObject(++n, place.rooms(), Types.INTEGER);
        ps.setObject(++n, signal.children(), Types.INTEGER);
        ps.setString(++n, signal.reason() == null ? null : signal.reason().name());
        ps.setString(++n, signal.note());
        ps.setString(++n, row.state().name());
        ps.setObject(++n, row.score(), Types.INTEGER);
        ps.setString(++n, row.reason());
        ps.setString(++n, routed.known().name());
        ps.setObject(
                ++n, routed.knownUnit() == null ? null : routed.knownUnit().value(), Types.OTHER);
        ps.setObject(++n, routed.unit().value());
        ps.setObject(
                ++n,
                routed.responsible() == null ? null : routed.responsible().value(),
                Types.OTHER);
        ps.setString(++n, routed.by());
        ps.setTimestamp(++n, Timestamp.from(signal.receivedAt()));
        ps.setTimestamp(++n, Timestamp.from(at));
        ps.setObject(++n, actor.id().value());
    }
}
