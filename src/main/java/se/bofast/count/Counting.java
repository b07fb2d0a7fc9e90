package se.bofast.count;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import se.bofast.access.Scope;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;

/// Counts the figures of the board one works in.
///
/// Who may see the cases behind gets whole numbers; everyone else gets none between one and four.
@Component
public class Counting {

    /// At most so many cases behind a figure are listed.
    public static final int LISTED = 200;

    /// A landlord or a unit to narrow a selection to.
    public record Named(UUID id, String name) {}

    /// A case behind a figure. No names: the page of the case has them, and its own record of who
    /// looked.
    ///
    /// @param day that placed it in the period
    public record Behind(
            UUID caseId,
            String number,
            @Nullable UUID personId,
            LocalDate day,
            @Nullable String reason,
            String unit,
            @Nullable String outcome,
            @Nullable LocalDate closedOn) {}

    /// The cases behind a figure.
    ///
    /// @param more true if there are more than {@link #LISTED}
    /// @param narrowed true if only those of one's own units are listed
    public record Cases(List<Behind> rows, boolean more, boolean narrowed) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;
    private final HouseEyes eyes;

    Counting(JdbcClient db, Access access, Log log, Clock clock, HouseEyes eyes) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.eyes = eyes;
    }

    /// All figures of the selection.
    ///
    /// @throws se.bofast.kernel.Forbidden if the actor may not see statistics
    @Transactional(readOnly = true)
    public Counted of(Actor actor, Selection selection) {
        access.require(actor, Action.SEE_STATISTICS);
        // Figures leave nobody out; the cases behind them are shown to who may see them.
        return eyes.open(() -> count(actor, selection));
    }

    /// The same, to be taken out of the house; on record.
    ///
    /// @throws se.bofast.kernel.Forbidden if the actor may not take statistics out
    @Transactional
    public Counted forFile(Actor actor, Selection selection) {
        access.require(actor, Action.EXPORT_STATISTICS);
        log.record(
                LogEntry.of(Action.EXPORT_STATISTICS)
                        .changing(
                                Map.of(),
                                Map.of(
                                        "from", selection.from().toString(),
                                        "to", selection.to().toString())));
        // Figures leave nobody out; the cases behind them are shown to who may see them.
        return eyes.open(() -> count(actor, selection));
    }

    /// The cases behind a figure, the latest first; on record with whom they are about.
    ///
    /// @throws se.bofast.kernel.Forbidden if the actor may not see behind statistics
    @Transactional
    public Cases behind(Actor actor, Figure figure, Selection selection) {
        var scope = access.require(actor, Action.DRILL_STATISTICS);
        var days = new HashMap<UUID, LocalDate>();
        var ordered =
                asked(
                                CountedRows.SQL.formatted(
                                        ", r.case_id, max(r.day) as day",
                                        " and r.case_id is not null and "
                                                + figure.behind()
                                                + reach(scope)
                                                + " group by r.case_id order by max(r.day) desc, r.case_id limit "
                                                + (LISTED + 1)),
                                selection)
                        .param("own", Access.own(actor))
                        .param("units", Access.units(actor))
                        .query((rs, n) -> {
                            var id = rs.getObject("case_id", UUID.class);
                            days.put(id, rs.getObject("day", LocalDate.class));
                            return id;
                        })
                        .list();
        var more = ordered.size() > LISTED;
        var shown = more ? ordered.subList(0, LISTED) : ordered;
        var rows =
                cases(shown, days).stream()
                        .sorted(Comparator.comparingInt(row -> shown.indexOf(row.caseId())))
                        .toList();
        log.record(
                LogEntry.of(Action.DRILL_STATISTICS)
                        .touching(
                                rows.stream()
                                        .flatMap(row -> Stream.ofNullable(row.personId()))
                                        .map(PersonId::new)
                                        .toList()));
        return new Cases(rows, more, scope != Scope.BOARD);
    }

    /// The units of the board, by name; also closed ones, since figures are of the past.
    @Transactional(readOnly = true)
    public List<Named> units() {
        return db.sql(
                        """
                        select unit_id as id, name from access.v_unit
                        where board_id = framework.board_id() order by name, unit_id
                        """)
                .query(Counting::named)
                .list();
    }

    /// The landlords of the board, by name.
    @Transactional(readOnly = true)
    public List<Named> landlords() {
        return db.sql(
                        """
                        select landlord_id as id, name from dwelling.v_landlord
                        where board_id = framework.board_id() order by name, landlord_id
                        """)
                .query(Counting::named)
                .list();
    }

    private List<Behind> cases(List<UUID> ids, Map<UUID, LocalDate> days) {
        return db.sql(
                        """
                        select c.case_id, c.number, c.person_id, c.reason, u.name as unit, o.code, c.closed_on, c.opened_on
                        from prevention.v_case c
                        join access.v_unit u on u.board_id = c.board_id and u.unit_id = c.unit_id
                        left join prevention.v_outcome o on o.board_id = c.board_id and o.case_id = c.case_id
                        where c.board_id = framework.board_id() and c.case_id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, n) -> {
                    var id = rs.getObject("case_id", UUID.class);
                    return new Behind(
                            id,
                            rs.getString("number"),
                            rs.getObject("person_id", UUID.class),
                            days.getOrDefault(id, rs.getObject("opened_on", LocalDate.class)),
                            rs.getString("reason"),
                            rs.getString("unit"),
                            rs.getString("code"),
                            rs.getObject("closed_on", LocalDate.class));
                })
                .list();
    }

    private static String reach(Scope scope) {
        return switch (scope) {
            case BOARD -> "";
            case UNIT -> " and (r.case_unit_id = any(:units) or r.responsible_id = any(:own))";
            case OWN, NONE -> " and r.responsible_id = any(:own)";
        };
    }

    private Counted count(Actor actor, Selection selection) {
        var figures = Figures.on(selection.to());
        var total = new HashMap<String, Value>();
        var split = new EnumMap<Grouping, List<Counted.Line>>(Grouping.class);
        var units = names(units());
        var landlords = names(landlords());
        asked(CountedRows.SQL.formatted(columns(figures), groups()), selection)
                .query(rs -> {
                    var values = values(figures, rs);
                    var mark = rs.getInt("mark");
                    if (mark == Grouping.TOTAL) {
                        total.putAll(values);
                        return;
                    }
                    for (var grouping : Grouping.values()) {
                        if (grouping.mark() == mark) {
                            var code = rs.getString(grouping.name());
                            split.computeIfAbsent(grouping, g -> new ArrayList<>())
                                    .add(
                                            new Counted.Line(
                                                    code,
                                                    switch (grouping) {
                                                        case UNIT -> units.get(code);
                                                        case LANDLORD -> landlords.get(code);
                                                        case MONTH, REASON, SOURCE, OUTCOME -> null;
                                                    },
                                                    values));
                        }
                    }
                });
        split.replaceAll((grouping, lines) -> sorted(grouping, lines, selection));
        var counted = new Counted(selection, figures, total, split, false);
        return access.allows(actor, Action.DRILL_STATISTICS) ? counted : SmallCells.hide(counted);
    }

    /// Months in order and without gaps; everything else with the most cases first.
    private static List<Counted.Line> sorted(
            Grouping grouping, List<Counted.Line> lines, Selection selection) {
        if (grouping == Grouping.MONTH) {
            var found = new HashMap<String, Counted.Line>();
            lines.forEach(line -> found.put(String.valueOf(line.code()), line));
            return selection
                    .from()
                    .withDayOfMonth(1)
                    .datesUntil(selection.to().plusDays(1), java.time.Period.ofMonths(1))
                    .map(LocalDate::toString)
                    .map(month ->
                            found.getOrDefault(month, new Counted.Line(month, null, Map.of())))
                    .toList();
        }
        var order =
                Comparator.comparingLong((Counted.Line line) ->
                                line.value(Figures.CASES).part()
                                        + line.value(Figures.SIGNALS).part()
                                        + line.value(Figures.OUTCOMES).part())
                        .reversed()
                        .thenComparing(line -> String.valueOf(line.code()));
        return lines.stream().sorted(order).toList();
    }

    private JdbcClient.StatementSpec asked(String sql, Selection selection) {
        return db.sql(sql)
                .param("from", selection.from())
                .param("to", selection.to())
                .param("unit", selection.unit())
                .param("landlord", selection.landlord())
                .param("reason", selection.reason())
                .param("source", selection.source())
                .param("today", HouseClock.today(clock));
    }

    private static String columns(List<Figure> figures) {
        var columns = new StringBuilder();
        for (var grouping : Grouping.values()) {
            columns.append(", ").append(grouping.column()).append(" as ").append(grouping.name());
        }
        columns.append(", grouping(").append(groupColumns()).append(") as mark");
        for (var i = 0; i < figures.size(); i++) {
            columns.append(", ").append(figures.get(i).sql()).append(" as p").append(i);
            columns.append(", ").append(figures.get(i).wholeSql()).append(" as w").append(i);
            if (figures.get(i).measure().isDays()) {
                columns.append(", count(*) filter (where ")
                        .append(figures.get(i).behind())
                        .append(") as n")
                        .append(i);
            }
        }
        return columns.toString();
    }

    private static String groupColumns() {
        return Arrays.stream(Grouping.values())
                .map(Grouping::column)
                .collect(Collectors.joining(", "));
    }

    private static String groups() {
        return Arrays.stream(Grouping.values())
                .map(grouping -> "(" + grouping.column() + ")")
                .collect(Collectors.joining(", ", " group by grouping sets ((), ", ")"));
    }

    private static Map<String, Value> values(List<Figure> figures, ResultSet rs)
            throws SQLException {
        var values = new HashMap<String, Value>();
        for (var i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            var whole = rs.getLong("w" + i);
            var wholeOrNone = rs.wasNull() ? null : whole;
            if (figure.measure().isDays()) {
                var days = rs.getBigDecimal("p" + i);
                values.put(
                        figure.key(),
                        new Value(
                                rs.getLong("n" + i),
                                wholeOrNone,
                                days == null ? null : days.setScale(1, RoundingMode.HALF_UP),
                                false));
            } else {
                values.put(
                        figure.key(),
                        new Value(rs.getLong("p" + i), wholeOrNone, (BigDecimal) null, false));
            }
        }
        return values;
    }

    private static Map<String, String> names(List<Named> named) {
        return named.stream().collect(Collectors.toMap(n -> n.id().toString(), Named::name));
    }

    private static Named named(ResultSet rs, int n) throws SQLException {
        return new Named(rs.getObject("id", UUID.class), rs.getString("name"));
    }
}
