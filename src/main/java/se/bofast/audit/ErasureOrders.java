package se.bofast.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.ErasureOrder.Kind;
import se.bofast.audit.ErasureOrder.Root;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The orders to erase. The caller has required the action and logs.
@Component
public class ErasureOrders {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final Clock clock;

    ErasureOrders(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID propose(LocalDate untilOn, @Nullable String motive) {
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into audit.erasure_order (board_id, area_id, id, until_on, motive, proposed_at, proposed_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :until, :motive, :now,
                            framework.account_id())
                        """)
                .param("id", id)
                .param("until", untilOn)
                .param("motive", motive)
                .param("now", now())
                .update();
        return id;
    }

    /// Before the decision; the database refuses it afterwards.
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID order, List<Root> roots) {
        db.sql(
                        """
                        insert into audit.erasure_member (board_id, area_id, order_id, kind, id, root_id, root_kind, ground,
                            last_note_on, due_from_on, finish_by_on)
                        select framework.board_id(), (framework.area_ids())[1], :order, r.kind, r.id, r.id, r.kind, r.ground,
                            r.last_note_on, r.due_from_on, r.finish_by_on
                        from unnest(cast(:kinds as text[]), cast(:ids as uuid[]), cast(:grounds as text[]),
                            cast(:last as date[]), cast(:due as date[]), cast(:finish as date[]))
                            as r (kind, id, ground, last_note_on, due_from_on, finish_by_on)
                        """)
                .param("order", order)
                .param("kinds", texts(roots.stream().map(r -> r.kind().name()).toList()))
                .param("ids", roots.stream().map(Root::id).toArray(UUID[]::new))
                .param("grounds", texts(roots.stream().map(Root::ground).toList()))
                .param("last", texts(roots.stream().map(r -> r.lastNoteOn().toString()).toList()))
                .param("due", texts(roots.stream().map(r -> r.dueFromOn().toString()).toList()))
                .param("finish", texts(roots.stream().map(r -> r.finishByOn().toString()).toList()))
                .update();
    }

    /// What goes with a root: the cases of a person, the notices in a case, the list they came in.
    @Transactional(propagation = Propagation.MANDATORY)
    public void addOwned(UUID order, Kind kind, List<UUID> ids, List<UUID> roots) {
        db.sql(
                        """
                        insert into audit.erasure_member (board_id, area_id, order_id, kind, id, root_id, root_kind)
                        select framework.board_id(), (framework.area_ids())[1], :order, :kind, o.id, o.root_id, m.root_kind
                        from unnest(cast(:ids as uuid[]), cast(:roots as uuid[])) as o (id, root_id)
                        join audit.erasure_member m on m.root_id = o.root_id and m.id = o.root_id
                        where m.board_id = framework.board_id() and m.order_id = :order and m.ground is not null
                        on conflict do nothing
                        """)
                .param("order", order)
                .param("kind", kind.name())
                .param("ids", ids.toArray(UUID[]::new))
                .param("roots", roots.toArray(UUID[]::new))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void exclude(UUID order, UUID root, String reason) {
        db.sql(
                        """
                        insert into audit.erasure_exclusion (board_id, area_id, order_id, root_id, reason, excluded_at,
                            excluded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :order, :root, :reason, :now,
                            framework.account_id())
                        on conflict do nothing
                        """)
                .param("order", order)
                .param("root", root)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    /// The database refuses whoever proposed it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(UUID order, boolean approved, @Nullable String motive) {
        db.sql(
                        """
                        insert into audit.erasure_decision (board_id, area_id, order_id, proposed_by, approved, motive,
                            decided_at, decided_by)
                        select o.board_id, o.area_id, o.id, o.proposed_by, :approved, :motive, :now, framework.account_id()
                        from audit.erasure_order o
                        where o.board_id = framework.board_id() and o.id = :order
                        """)
                .param("order", order)
                .param("approved", approved)
                .param("motive", motive)
                .param("now", now())
                .update();
        if (!approved) {
            forget(order);
        }
    }

    /// What was not approved is nobody's list any more.
    private void forget(UUID order) {
        db.sql(
                        """
                        delete from audit.erasure_member
                        where board_id = framework.board_id() and order_id = :order
                        """)
                .param("order", order)
                .update();
        db.sql(
                        """
                        delete from audit.erasure_exclusion
                        where board_id = framework.board_id() and order_id = :order
                        """)
                .param("order", order)
                .update();
    }

    /// Waits for its turn at the order.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID order) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:order, 2))")
                .param("order", order.toString())
                .query(rs -> {});
    }

    /// What is decided and not erased, in order of id.
    @Transactional(readOnly = true)
    public List<Root> next(UUID order, int atMost) {
        return roots(
                """
                select m.root_kind, m.root_id, m.ground, m.last_note_on, m.due_from_on, m.finish_by_on
                from audit.erasure_member m
                join audit.v_decided d on d.board_id = m.board_id and d.order_id = m.order_id and d.root_id = m.root_id
                    and d.kind = m.kind and d.subject_id = m.id
                where m.board_id = framework.board_id() and m.order_id = :order and m.ground is not null
                order by m.root_id
                limit :most
                """,
                order,
                atMost);
    }

    /// What the proposal is about, without what was left out of it.
    @Transactional(readOnly = true)
    public List<Root> roots(UUID order) {
        return roots(
                """
                select m.root_kind, m.root_id, m.ground, m.last_note_on, m.due_from_on, m.finish_by_on
                from audit.erasure_member m
                where m.board_id = framework.board_id() and m.order_id = :order and m.ground is not null
                  and not exists (select 1 from audit.erasure_exclusion x
                                  where x.board_id = m.board_id and x.order_id = m.order_id and x.root_id = m.root_id)
                  and not exists (select 1 from audit.erasure_dropped x
                                  where x.board_id = m.board_id and x.order_id = m.order_id and x.root_id = m.root_id)
                order by m.root_id
                limit :most
                """,
                order,
                Integer.MAX_VALUE);
    }

    private List<Root> roots(String sql, UUID order, int atMost) {
        return db.sql(sql)
                .param("order", order)
                .param("most", atMost)
                .query((rs, n) ->
                        new Root(
                                Kind.valueOf(rs.getString("root_kind")),
                                rs.getObject("root_id", UUID.class),
                                rs.getString("ground"),
                                rs.getObject("last_note_on", LocalDate.class),
                                rs.getObject("due_from_on", LocalDate.class),
                                rs.getObject("finish_by_on", LocalDate.class)))
                .list();
    }

    /// All ids that go with the roots.
    @Transactional(readOnly = true)
    public ErasedIds owned(UUID order, List<UUID> roots) {
        var ids = new TreeMap<Kind, List<UUID>>();
        db.sql(
                        """
                        select distinct kind, id from audit.erasure_member
                        where board_id = framework.board_id() and order_id = :order and root_id = any (:roots)
                        order by kind, id
                        """)
                .param("order", order)
                .param("roots", roots.toArray(UUID[]::new))
                .query(rs -> {
                    ids.computeIfAbsent(Kind.valueOf(rs.getString("kind")), k -> new ArrayList<>())
                            .add(rs.getObject("id", UUID.class));
                });
        return new ErasedIds(
                ids.getOrDefault(Kind.PERSON, List.of()),
                ids.getOrDefault(Kind.CASE, List.of()),
                ids.getOrDefault(Kind.SIGNAL, List.of()),
                ids.getOrDefault(Kind.FILE, List.of()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(UUID order, UUID root, String reason) {
        db.sql(
                        """
                        insert into audit.erasure_dropped (board_id, area_id, order_id, root_id, reason, dropped_at)
                        values (framework.board_id(), (framework.area_ids())[1], :order, :root, :reason, :now)
                        """)
                .param("order", order)
                .param("root", root)
                .param("reason", reason)
                .param("now", now())
                .update();
    }

    /// Keeps what a batch came to. The ids have gone with the rows; the hash over them stays.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepBatch(UUID order, List<UUID> roots, Map<String, Long> counts) {
        var last =
                db.sql(
                                """
                                select number, hash from audit.erasure_batch
                                where board_id = framework.board_id() and order_id = :order
                                order by number desc limit 1
                                """)
                        .param("order", order)
                        .query((rs, n) -> Map.entry(rs.getInt("number"), rs.getBytes("hash")))
                        .optional();
        var number = last.map(Map.Entry::getKey).orElse(0) + 1;
        db.sql(
                        """
                        insert into audit.erasure_batch (board_id, area_id, order_id, number, files, hash, erased_at)
                        values (framework.board_id(), (framework.area_ids())[1], :order, :number, :files, :hash, :now)
                        """)
                .param("order", order)
                .param("number", number)
                .param("files", roots.size())
                .param("hash", hash(last.map(Map.Entry::getValue).orElse(new byte[0]), roots))
                .param("now", now())
                .update();
        counts.forEach((table, erased) ->
                db.sql(
                                """
                                insert into audit.erasure_count (board_id, area_id, order_id, batch_number, table_name, erased)
                                values (framework.board_id(), (framework.area_ids())[1], :order, :number, :table, :erased)
                                """)
                        .param("order", order)
                        .param("number", number)
                        .param("table", table)
                        .param("erased", erased)
                        .update());
    }

    /// Over the hash of the batch before and each id in order, so that who has the list can prove
    /// it.
    static byte[] hash(byte[] before, List<UUID> roots) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            roots.stream()
                    .map(UUID::toString)
                    .sorted()
                    .forEach(id ->
                            digest.update(id.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Ends the order: what is left of it are numbers.
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(UUID order) {
        db.sql(
                        """
                        insert into audit.erasure_end (board_id, area_id, order_id, erased, dropped, excluded, hash, ended_at)
                        select framework.board_id(), (framework.area_ids())[1], :order,
                            coalesce((select sum(b.files) from audit.erasure_batch b
                                      where b.board_id = framework.board_id() and b.order_id = :order), 0),
                            coalesce((select jsonb_object_agg(x.reason, x.n) from (
                                select d.reason, count(*) as n from audit.erasure_dropped d
                                where d.board_id = framework.board_id() and d.order_id = :order group by d.reason) x), '{}'),
                            coalesce((select jsonb_object_agg(x.reason, x.n) from (
                                select d.reason, count(*) as n from audit.erasure_exclusion d
                                where d.board_id = framework.board_id() and d.order_id = :order group by d.reason) x), '{}'),
                            (select b.hash from audit.erasure_batch b
                             where b.board_id = framework.board_id() and b.order_id = :order
                             order by b.number desc limit 1),
                            :now
                        """)
                .param("order", order)
                .param("now", now())
                .update();
        db.sql(
                        """
                        delete from audit.erasure_member
                        where board_id = framework.board_id() and order_id = :order
                        """)
                .param("order", order)
                .update();
    }

    /// Rows by table, the largest first.
    @Transactional(readOnly = true)
    public Map<String, Long> counts(UUID order) {
        var counts = new java.util.LinkedHashMap<String, Long>();
        db.sql(
                        """
                        select table_name, sum(erased) as erased from audit.erasure_count
                        where board_id = framework.board_id() and order_id = :order
                        group by table_name order by 2 desc, 1
                        """)
                .param("order", order)
                .query(rs -> {
                    counts.put(rs.getString("table_name"), rs.getLong("erased"));
                });
        return counts;
    }

    /// How many are left out so far, by reason.
    @Transactional(readOnly = true)
    public Map<String, Integer> excluded(UUID order) {
        var counts = new TreeMap<String, Integer>();
        db.sql(
                        """
                        select reason, count(*) as n from audit.erasure_exclusion
                        where board_id = framework.board_id() and order_id = :order
                        group by reason
                        """)
                .param("order", order)
                .query(rs -> {
                    counts.put(rs.getString("reason"), rs.getInt("n"));
                });
        return counts;
    }

    /// Who is in an order that is not over.
    @Transactional(readOnly = true)
    public List<UUID> inOpenOrders() {
        return db.sql(
                        """
                        select m.root_id from audit.erasure_member m
                        where m.board_id = framework.board_id() and m.ground is not null
                          and not exists (select 1 from audit.erasure_end e
                                          where e.board_id = m.board_id and e.order_id = m.order_id)
                          and not exists (select 1 from audit.erasure_exclusion x
                                          where x.board_id = m.board_id and x.order_id = m.order_id and x.root_id = m.root_id)
                        """)
                .query((rs, n) -> rs.getObject("root_id", UUID.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ErasureOrder> find(UUID id) {
        return db.sql(SELECT.formatted("and o.id = :id"))
                .param("id", id)
                .query(ErasureOrders::row)
                .optional();
    }

    /// The last proposed first.
    @Transactional(readOnly = true)
    public List<ErasureOrder> latest(int atMost) {
        return db.sql(SELECT.formatted("order by o.proposed_at desc, o.id desc limit :most"))
                .param("most", atMost)
                .query(ErasureOrders::row)
                .list();
    }

    private static final String SELECT =
            """
            select o.id, o.until_on, o.motive, o.proposed_at, o.proposed_by,
                   d.approved, d.motive as decision_motive, d.decided_at, d.decided_by,
                   e.erased, e.dropped, e.excluded, e.hash, e.ended_at
            from audit.erasure_order o
            left join audit.erasure_decision d on d.board_id = o.board_id and d.order_id = o.id
            left join audit.erasure_end e on e.board_id = o.board_id and e.order_id = o.id
            where o.board_id = framework.board_id() and o.area_id = (framework.area_ids())[1] %s
            """;

    private static ErasureOrder row(ResultSet rs, int n) throws SQLException {
        var decidedAt = rs.getTimestamp("decided_at");
        var endedAt = rs.getTimestamp("ended_at");
        var hash = rs.getBytes("hash");
        return new ErasureOrder(
                rs.getObject("id", UUID.class),
                rs.getObject("until_on", LocalDate.class),
                rs.getString("motive"),
                rs.getTimestamp("proposed_at").toInstant(),
                new EmployeeId(rs.getObject("proposed_by", UUID.class)),
                decidedAt == null
                        ? null
                        : new ErasureOrder.Decision(
                                rs.getBoolean("approved"),
                                rs.getString("decision_motive"),
                                decidedAt.toInstant(),
                                new EmployeeId(rs.getObject("decided_by", UUID.class))),
                endedAt == null
                        ? null
                        : new ErasureOrder.End(
                                rs.getInt("erased"),
                                JSON.readValue(rs.getString("dropped"), COUNTS),
                                JSON.readValue(rs.getString("excluded"), COUNTS),
                                hash == null ? null : HexFormat.of().formatHex(hash),
                                endedAt.toInstant()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
