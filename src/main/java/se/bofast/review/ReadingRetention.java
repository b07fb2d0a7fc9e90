package se.bofast.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Erasing;
import se.bofast.audit.ErasureOrder;
import se.bofast.audit.ErasureOrder.Kind;
import se.bofast.audit.ErasureOrders;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.audit.RetentionHold;
import se.bofast.audit.RetentionHolds;
import se.bofast.database.HouseEyes;
import se.bofast.deadline.RetentionGround;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;
import se.bofast.review.RetainedFile.Held;
import se.bofast.review.RetainedFile.Standing;

/// The plan of what is erased when, and the orders: what their pages show. Call within the actor's
/// reach.
@Component
public class ReadingRetention {

    /// How many files a page has.
    public static final int SIZE = 50;

    private static final int LATEST = 20;

    /// How many stand alike.
    ///
    /// @param unit null where no unit had a case
    /// @param finishBy the earliest last day among them; null for what is not erased
    public record Group(
            Standing standing,
            RetentionGround ground,
            @Nullable Held held,
            @Nullable String unit,
            int files,
            @Nullable LocalDate finishBy) {}

    /// @param names of colleagues in the orders
    public record Overview(
            LocalDate today,
            Map<Standing, Integer> counts,
            List<Group> groups,
            List<ErasureOrder> orders,
            Map<UUID, String> names) {

        public int count(Standing standing) {
            return counts.getOrDefault(standing, 0);
        }

        public int mayGo() {
            return count(Standing.DUE) + count(Standing.OVERDUE);
        }
    }

    /// A file as a list shows it.
    ///
    /// @param called a name, a case number or a sender; empty where there is none, or it is hidden
    public record Line(
            RetainedFile file,
            String called,
            boolean hidden,
            @Nullable LocalDate birthOn,
            @Nullable String unit) {}

    /// @param rows that would go, by table
    public record One(Line line, Map<String, Long> rows, List<RetentionHold> holds) {

        /// By room, in the order of erasing.
        public Map<String, Long> byRoom() {
            return ReadingRetention.byRoom(rows);
        }
    }

    /// An order with what it is about, or what came of it.
    ///
    /// @param files while it is waiting or at work
    /// @param rows what will go, or what went, by table
    /// @param left out so far, by reason
    public record Order(
            ErasureOrder order,
            Slice<Line> files,
            int all,
            Map<RetentionGround, Integer> grounds,
            Map<String, Long> rows,
            Map<String, Integer> left,
            Map<UUID, String> names,
            boolean mayDecide) {

        public Map<String, Long> byRoom() {
            return ReadingRetention.byRoom(rows);
        }

        public boolean isWorking() {
            return order.isApproved() && order.end() == null;
        }
    }

    private final RetentionPlan plan;
    private final ErasureOrders orders;
    private final Erasing erasing;
    private final RetentionHolds holds;
    private final Access access;
    private final JdbcClient db;
    private final HouseEyes eyes;
    private final Log log;
    private final Clock clock;

    ReadingRetention(
            RetentionPlan plan,
            ErasureOrders orders,
            Erasing erasing,
            RetentionHolds holds,
            Access access,
            JdbcClient db,
            HouseEyes eyes,
            Log log,
            Clock clock) {
        this.plan = plan;
        this.orders = orders;
        this.erasing = erasing;
        this.holds = holds;
        this.access = access;
        this.db = db;
        this.eyes = eyes;
        this.log = log;
        this.clock = clock;
    }

    /// Counts first: nobody's name.
    @Transactional(readOnly = true)
    public Overview overview(Actor actor) {
        access.require(actor, Action.SEE_RETENTION_PLAN);
        var today = HouseClock.today(clock);
        var files = plan.of(today);
        var counts = new EnumMap<Standing, Integer>(Standing.class);
        files.forEach(file -> counts.merge(file.standing(today), 1, Integer::sum));
        var latest = orders.latest(LATEST);
        return new Overview(today, counts, groups(files, today), latest, names(latest));
    }

    private List<Group> groups(List<RetainedFile> files, LocalDate today) {
        var units = units();
        return files.stream()
                .collect(
                        Collectors.groupingBy(
                                file ->
                                        new Group(
                                                file.standing(today),
                                                file.finding().ground(),
                                                file.standing(today) == Standing.HELD
                                                        ? file.held()
                                                        : null,
                                                file.unit() == null ? null : units.get(file.unit()),
                                                0,
                                                null),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry ->
                        new Group(
                                entry.getKey().standing(),
                                entry.getKey().ground(),
                                entry.getKey().held(),
                                entry.getKey().unit(),
                                entry.getValue().size(),
                                entry.getValue().stream()
                                        .flatMap(file -> Stream.ofNullable(finishBy(file)))
                                        .min(Comparator.naturalOrder())
                                        .orElse(null)))
                .sorted(Comparator.comparing(Group::standing).thenComparing(Group::ground))
                .toList();
    }

    static @Nullable LocalDate finishBy(RetainedFile file) {
        return file.finding() instanceof se.bofast.deadline.RetentionFinding.Erase erase
                ? erase.finishBy()
                : null;
    }

    /// The files that stand so, the first due first. Who is shown is put on record.
    @Transactional
    public Slice<Line> list(Actor actor, Standing standing, Optional<PageKey> from) {
        access.require(actor, Action.SEE_RETENTION_FILES);
        var today = HouseClock.today(clock);
        var files =
                plan.of(today).stream().filter(file -> file.standing(today) == standing).toList();
        return shown(files, from, standing.name(), null);
    }

    private Slice<Line> shown(
            List<RetainedFile> files, Optional<PageKey> from, String reason, @Nullable UUID order) {
        var slice = slice(files, from);
        var lines = lines(slice.rows());
        var entry =
                LogEntry.of(Action.SEE_RETENTION_FILES)
                        .because(reason)
                        .touching(
                                slice.rows().stream()
                                        .filter(file -> file.kind() == Kind.PERSON)
                                        .map(file -> new PersonId(file.id()))
                                        .toList());
        log.record(order == null ? entry : entry.about(ErasingFiles.KIND, order));
        return slice.map(file -> java.util.Objects.requireNonNull(lines.get(file)));
    }

    private static Slice<RetainedFile> slice(List<RetainedFile> files, Optional<PageKey> from) {
        var at =
                from.flatMap(key ->
                                files.stream()
                                        .filter(f ->
                                                key.values().equals(List.of(f.id().toString())))
                                        .findFirst())
                        .map(files::indexOf)
                        .orElse(-1);
        if (at < 0) {
            return Slice.of(
                    files.subList(0, Math.min(SIZE + 1, files.size())),
                    SIZE,
                    Optional.empty(),
                    f -> List.of(f.id().toString()));
        }
        var fetched =
                from.orElseThrow().backward()
                        ? files.subList(Math.max(0, at - SIZE - 1), at).reversed()
                        : files.subList(at + 1, Math.min(files.size(), at + SIZE + 2));
        return Slice.of(fetched, SIZE, from, f -> List.of(f.id().toString()));
    }

    // As the actor sees them: what the walls hide has a line that says so, and not of whom it is.
    private Map<RetainedFile, Line> lines(Collection<RetainedFile> files) {
        var called = new HashMap<UUID, Line>();
        var units = units();
        var byId = files.stream().collect(Collectors.toMap(RetainedFile::id, f -> f, (a, b) -> a));
        var ids = byId.keySet().toArray(UUID[]::new);
        db.sql(
                        """
                        select person_id, birth_on, protected, sort_name as called
                        from person.v_person where board_id = framework.board_id() and person_id = any (:ids)
                        """)
                .param("ids", ids)
                .query(rs -> {
                    var file =
                            java.util.Objects.requireNonNull(
                                    byId.get(rs.getObject("person_id", UUID.class)));
                    called.put(
                            file.id(),
                            new Line(
                                    file,
                                    rs.getString("called"),
                                    rs.getBoolean("protected"),
                                    rs.getBoolean("protected")
                                            ? null
                                            : rs.getObject("birth_on", LocalDate.class),
                                    unit(file, units)));
                });
        db.sql(
                        """
                        select case_id as id, number as called from prevention.v_case
                        where board_id = framework.board_id() and case_id = any (:ids)
                        union all
                        select f.file_id, min(u.sender_name) from filing.v_received_file f
                        join filing.v_upload u on u.board_id = f.board_id and u.upload_id = f.upload_id
                        where f.board_id = framework.board_id() and f.file_id = any (:ids)
                        group by f.file_id
                        """)
                .param("ids", ids)
                .query(rs -> {
                    var file =
                            java.util.Objects.requireNonNull(
                                    byId.get(rs.getObject("id", UUID.class)));
                    called.put(
                            file.id(),
                            new Line(file, rs.getString("called"), false, null, unit(file, units)));
                });
        return files.stream()
                .collect(
                        Collectors.toMap(
                                f -> f,
                                f ->
                                        called.getOrDefault(
                                                f.id(),
                                                new Line(
                                                        f,
                                                        "",
                                                        f.kind() != Kind.SIGNAL,
                                                        null,
                                                        unit(f, units))),
                                (a, b) -> a));
    }

    private static @Nullable String unit(RetainedFile file, Map<UUID, String> units) {
        return file.unit() == null ? null : units.get(file.unit());
    }

    private Map<UUID, String> units() {
        var units = new HashMap<UUID, String>();
        db.sql("select unit_id, name from access.v_unit where board_id = framework.board_id()")
                .query(rs -> {
                    units.put(rs.getObject("unit_id", UUID.class), rs.getString("name"));
                });
        return units;
    }

    /// One file: what would go, and what holds it. Put on record.
    ///
    /// @throws NotFound if there is none whose period ends by the end of next year
    @Transactional
    public One one(Actor actor, UUID id) {
        access.require(actor, Action.SEE_RETENTION_FILES);
        var file = plan.of(id, HouseClock.today(clock));
        if (file == null) {
            throw new NotFound();
        }
        var person = new PersonId(id);
        log.record(
                LogEntry.of(Action.SEE_RETENTION_FILES)
                        .touching(
                                file.kind() == Kind.PERSON
                                        ? List.of(person)
                                        : List.<PersonId>of()));
        var line = lines(List.of(file)).get(file);
        return new One(
                java.util.Objects.requireNonNull(line),
                eyes.open(() -> erasing.count(plan.owned(List.of(file)))),
                holds.of(person));
    }

    /// An order; who is shown is put on record.
    @Transactional
    public Order order(Actor actor, UUID id, Optional<PageKey> from) {
        access.require(actor, Action.SEE_RETENTION_FILES);
        var order = orders.find(id).orElseThrow(NotFound::new);
        var today = HouseClock.today(clock);
        var grounds = new EnumMap<RetentionGround, Integer>(RetentionGround.class);
        var names = names(List.of(order));
        if (order.isOver()) {
            return new Order(
                    order,
                    Slice.whole(List.of()),
                    0,
                    grounds,
                    orders.counts(id),
                    Map.of(),
                    names,
                    false);
        }
        var roots = orders.roots(id);
        var files = new ArrayList<RetainedFile>();
        for (var root : roots) {
            var ground = RetentionGround.valueOf(root.ground());
            grounds.merge(ground, 1, Integer::sum);
            files.add(
                    new RetainedFile(
                            root.kind(),
                            root.id(),
                            root.lastNoteOn(),
                            new se.bofast.deadline.RetentionFinding.Erase(
                                    root.dueFromOn(), root.finishByOn(), ground),
                            null,
                            null));
        }
        var rows =
                order.isWaiting()
                        ? eyes.open(() ->
                                erasing.count(
                                        orders.owned(
                                                id,
                                                roots.stream()
                                                        .map(ErasureOrder.Root::id)
                                                        .toList())))
                        : orders.counts(id);
        return new Order(
                order,
                shown(files, from, "ORDER", id),
                files.size(),
                grounds,
                rows,
                orders.excluded(id),
                names,
                access.allows(actor, Action.DECIDE_ERASURE)
                        && !order.proposedBy().equals(actor.id())
                        && !today.isBefore(order.untilOn()));
    }

    private Map<UUID, String> names(List<ErasureOrder> all) {
        var ids = new java.util.HashSet<UUID>();
        for (var order : all) {
            ids.add(order.proposedBy().value());
            var decision = order.decision();
            if (decision != null) {
                ids.add(decision.by().value());
            }
        }
        return names(ids);
    }

    private Map<UUID, String> names(Set<UUID> ids) {
        var names = new HashMap<UUID, String>();
        db.sql(
                        "select account_id, display_name from access.v_account where account_id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    names.put(rs.getObject("account_id", UUID.class), rs.getString("display_name"));
                });
        return names;
    }

    private static Map<String, Long> byRoom(Map<String, Long> rows) {
        var rooms = new LinkedHashMap<String, Long>();
        rows.forEach((table, n) -> rooms.merge(table.replaceFirst("\\..*", ""), n, Long::sum));
        return rooms;
    }
}
