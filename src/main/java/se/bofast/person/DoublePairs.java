package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.person.DoublePair.Decided;
import se.bofast.person.DoublePair.Decision;
import se.bofast.person.DoublePair.DoublePairId;
import se.bofast.person.DoublePair.State;

/// The rows of pairs and what was decided about them. In the caller's transaction; checks no
/// rights.
@Component
class DoublePairs {

    /// @param state WAITING or LINKED
    record Suggestion(UUID id, UUID first, UUID second, State state, Comparison comparison) {}

    record Kept(DoublePairId id, PersonId first, PersonId second, State state) {}

    private final JdbcClient db;

    DoublePairs(JdbcClient db) {
        this.db = db;
    }

    /// Those that wait, the strongest first, of them the oldest first.
    ///
    /// @param after null: from the strongest
    List<DoublePair> waiting(@Nullable DoublePair after, int most) {
        return db.sql(
                        """
                        select d.* from person.double_pair d
                        where d.board_id = framework.board_id() and d.state = 'WAITING'
                          and (cast(:after as uuid) is null or d.weight < :weight
                               or d.weight = :weight and d.id > cast(:after as uuid))
                        order by d.weight desc, d.id
                        limit :most
                        """)
                .param("after", after == null ? null : after.id().value())
                .param("weight", after == null ? 0 : after.tenths())
                .param("most", most)
                .query(DoublePairs::row)
                .list();
    }

    int countWaiting() {
        return db.sql(
                        """
                        select count(*) from person.double_pair d
                        where d.board_id = framework.board_id() and d.state = 'WAITING'
                        """)
                .query(Integer.class)
                .single();
    }

    /// Those decided last.
    List<DoublePair> decided(int most) {
        return db.sql(
                        """
                        select d.* from person.double_pair d
                        where d.board_id = framework.board_id() and d.state in ('LINKED', 'APART')
                        order by (select max(w.decided_at) from person.double_decision w
                                  where w.board_id = d.board_id and w.pair_id = d.id) desc, d.id
                        limit :most
                        """)
                .param("most", most)
                .query(DoublePairs::row)
                .list();
    }

    Optional<DoublePair> find(DoublePairId id) {
        return db.sql(
                        """
                        select * from person.double_pair where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query(DoublePairs::row)
                .optional();
    }

    /// All links and all that was told apart.
    List<Kept> decided() {
        return db.sql(
                        """
                        select id, first_id, second_id, state from person.double_pair
                        where board_id = framework.board_id() and state in ('LINKED', 'APART')
                        """)
                .query((rs, n) ->
                        new Kept(
                                new DoublePairId(rs.getObject("id", UUID.class)),
                                People.personId(rs, "first_id"),
                                People.personId(rs, "second_id"),
                                State.valueOf(rs.getString("state"))))
                .list();
    }

    /// The others that are the same human.
    List<PersonId> same(PersonId person) {
        return db.sql(
                        """
                        select same_id from person.v_same_person
                        where board_id = framework.board_id() and person_id = :person order by same_id
                        """)
                .param("person", person.value())
                .query((rs, n) -> People.personId(rs, "same_id"))
                .list();
    }

    /// The link between two, if there is one without going through a third.
    Optional<DoublePair> link(PersonId one, PersonId other) {
        return db.sql(
                        """
                        select * from person.double_pair
                        where board_id = framework.board_id() and state = 'LINKED'
                          and first_id = least(:one, :other) and second_id = greatest(:one, :other)
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query(DoublePairs::row)
                .optional();
    }

    /// @return false if the pair was not in the state any more
    boolean move(DoublePairId id, State from, State to) {
        return db.sql(
                                """
                                update person.double_pair set state = :to
                                where board_id = framework.board_id() and id = :id and state = :from
                                """)
                        .param("id", id.value())
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    void decide(
            UUID id, DoublePairId pair, Decision decision, @Nullable String reason, Instant now) {
        db.sql(
                        """
                        insert into person.double_decision (board_id, area_id, id, pair_id, decision, automatic,
                            decided_at, decided_by, reason)
                        select board_id, area_id, :id, id, :decision, false, :now, framework.account_id(), :reason
                        from person.double_pair where board_id = framework.board_id() and id = :pair
                        """)
                .param("id", id)
                .param("pair", pair.value())
                .param("decision", decision.name())
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .update();
    }

    /// What was decided about the pair, the last first.
    List<Decided> decisions(DoublePairId pair) {
        return db.sql(
                        """
                        select decision, automatic, decided_at, decided_by, reason from person.double_decision
                        where board_id = framework.board_id() and pair_id = :pair
                        order by decided_at desc, id desc
                        """)
                .param("pair", pair.value())
                .query((rs, n) -> {
                    var by = rs.getObject("decided_by", UUID.class);
                    return new Decided(
                            Decision.valueOf(rs.getString("decision")),
                            rs.getBoolean("automatic"),
                            rs.getTimestamp("decided_at").toInstant(),
                            by == null ? null : new EmployeeId(by),
                            rs.getString("reason"));
                })
                .list();
    }

    /// Writes what a search found. What a person has decided about stays as it was.
    ///
    /// @return those written: new, or waiting before
    List<Kept> suggest(List<Suggestion> found, UUID search, int version, Instant now) {
        var kept = new ArrayList<Kept>();
        for (var from = 0; from < found.size(); from += 5000) {
            var rows = found.subList(from, Math.min(found.size(), from + 5000));
            kept.addAll(
                    db.sql(
                                    """
                                    insert into person.double_pair (board_id, area_id, id, first_id, second_id, state,
                                        weight, findings, held, version, found_at, search_id)
                                    select framework.board_id(), (framework.area_ids())[1], g.id, g.first_id,
                                        g.second_id, g.state, g.weight, g.findings, g.held, :version, :now, :search
                                    from unnest(cast(:ids as uuid[]), cast(:firsts as uuid[]), cast(:seconds as uuid[]),
                                            cast(:states as text[]), cast(:weights as int[]), cast(:findings as text[]),
                                            cast(:helds as text[]))
                                        as g (id, first_id, second_id, state, weight, findings, held)
                                    on conflict (board_id, first_id, second_id) do update
                                    set state = excluded.state, weight = excluded.weight,
                                        findings = excluded.findings, held = excluded.held,
                                        version = excluded.version, search_id = excluded.search_id,
                                        found_at = excluded.found_at
                                    where double_pair.state in ('WAITING', 'LAPSED')
                                    returning id, first_id, second_id, state
                                    """)
                            .param("version", version)
                            .param("now", Timestamp.from(now))
                            .param("search", search)
                            .param("ids", column(rows, Suggestion::id, UUID[]::new))
                            .param("firsts", column(rows, Suggestion::first, UUID[]::new))
                            .param("seconds", column(rows, Suggestion::second, UUID[]::new))
                            .param("states", column(rows, r -> r.state().name(), String[]::new))
                            .param(
                                    "weights",
                                    column(
                                            rows,
                                            r -> DoublePair.tenths(r.comparison().weight()),
                                            Integer[]::new))
                            .param(
                                    "findings",
                                    column(
                                            rows,
                                            r -> DoublePair.written(r.comparison().findings()),
                                            String[]::new))
                            .param(
                                    "helds",
                                    column(
                                            rows,
                                            r -> DoublePair.written(r.comparison().held()),
                                            String[]::new))
                            .query((rs, n) ->
                                    new Kept(
                                            new DoublePairId(rs.getObject("id", UUID.class)),
                                            People.personId(rs, "first_id"),
                                            People.personId(rs, "second_id"),
                                            State.valueOf(rs.getString("state"))))
                            .list());
        }
        return kept;
    }

    /// The house's own decisions of one search.
    void linkedBySearch(List<UUID> ids, List<DoublePairId> pairs, Instant now) {
        db.sql(
                        """
                        insert into person.double_decision (board_id, area_id, id, pair_id, decision, automatic,
                            decided_at, decided_by, reason)
                        select framework.board_id(), (framework.area_ids())[1], g.id, g.pair_id, 'LINKED', true, :now,
                            null, null
                        from unnest(cast(:ids as uuid[]), cast(:pairs as uuid[])) as g (id, pair_id)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("pairs", column(pairs, DoublePairId::value, UUID[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /// What waited and was not found this time waits no more.
    void lapseAllBut(UUID search) {
        db.sql(
                        """
                        update person.double_pair set state = 'LAPSED'
                        where board_id = framework.board_id() and state = 'WAITING' and search_id <> :search
                        """)
                .param("search", search)
                .update();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static DoublePair row(ResultSet rs, int n) throws SQLException {
        return new DoublePair(
                new DoublePairId(rs.getObject("id", UUID.class)),
                People.personId(rs, "first_id"),
                People.personId(rs, "second_id"),
                State.valueOf(rs.getString("state")),
                rs.getInt("weight"),
                DoublePair.findings(rs.getString("findings")),
                DoublePair.held(rs.getString("held")),
                rs.getTimestamp("found_at").toInstant());
    }
}
