package se.bofast.intake;

import java.sql.SQLException;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// Finds what a batch of signals must be compared with: a few statements a batch, never one a row.
@Repository
class Signals {

    /// An earlier notice with the same fingerprint, newest first.
    record Earlier(SignalId id, String content) {}

    private final JdbcClient db;

    Signals(JdbcClient db) {
        this.db = db;
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
        var sought = batch.parallelStream().map(Signals::sought).toList();
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
            for (var earlier : person.earlierNumbers()) {
                byNumber.computeIfAbsent(earlier, k -> new ArrayList<>()).add(person);
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
                        select h.person_id, m.number, m.birth_on, m.address_key, g.key as held
                        from unnest(cast(:keys as text[])) as g (key)
                        cross join lateral (
                            select person_id from person.v_held_number
                            where board_id = framework.board_id() and number = g.key
                            offset 0) h
                        cross join lateral (
                            select number, birth_on, address_key from person.v_match_key
                            where board_id = framework.board_id() and person_id = h.person_id
                            offset 0) m
                        """
                        : """
                        select m.person_id, m.number, m.birth_on, m.address_key, m.number as held
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
                        select m.person_id, m.number, m.birth_on, m.address_key, m.number as held
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
        var number = rs.getString("number");
        var row =
                new KnownRow(
                        new Matching.Known(
                                new PersonId(id),
                                number,
                                new HashSet<>(),
                                parts,
                                sounds,
                                rs.getObject("birth_on", LocalDate.class),
                                rs.getString("address_key")),
                        parts,
                        sounds);
        var held = rs.getString("held");
        var person = known.computeIfAbsent(id, k -> row).known();
        if (held != null && !held.equals(number)) {
            person.earlierNumbers().add(held);
        }
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
}
