package se.bofast.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
import se.bofast.access.Scope;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// What a day or a round comes to: the tables, the reasons side by side, the change since the round
/// before, and the people behind for those who may see them.
@Component
public class CountResults {

    /// At most so many people are listed.
    public static final int LISTED = 200;

    /// People with the same answers under the three definitions.
    ///
    /// @param people how many; null where they are too few for this reader
    public record Beside(Map<Definition, Verdict> verdicts, @Nullable Integer people) {

        public Beside {
            verdicts = Map.copyOf(verdicts);
        }
    }

    /// What the change since the round before is made of. A number is null where it is too small
    /// for this reader.
    ///
    /// @param arrived had a home, or were not known without one, when the round before was made
    /// @param unreported were without a home then already and were not counted
    /// @param otherPopulation were outside the ages the round before was about
    /// @param gone were counted then and are not now
    /// @param unknown cannot be compared, since nobody knows who they are
    public record Change(
            CountRound before,
            @Nullable Integer then,
            @Nullable Integer now,
            @Nullable Integer stayed,
            @Nullable Integer arrived,
            @Nullable Integer unreported,
            @Nullable Integer otherPopulation,
            @Nullable Integer unknown,
            @Nullable Integer gone) {}

    /// @param table with hidden cells for who gets no small numbers
    /// @param whole whether this reader gets every number
    public record Result(
            CountTable table, List<Beside> beside, Map<UUID, String> forms, boolean whole) {

        public Result {
            beside = List.copyOf(beside);
            forms = Map.copyOf(forms);
        }
    }

    /// Somebody behind a number: no name; the page of the person has that, and its own record of
    /// who looked.
    public record Behind(
            @Nullable UUID person,
            @Nullable UUID form,
            CountSplit.Sex sex,
            @Nullable Integer age,
            Map<Definition, Verdict> verdicts) {

        public Behind {
            verdicts = Map.copyOf(verdicts);
        }
    }

    private final JdbcClient db;
    private final Access access;
    private final HouseEyes eyes;
    private final ReckoningDay reckoning;
    private final RoundPeople people;
    private final CountRounds rounds;
    private final Log log;

    CountResults(
            JdbcClient db,
            Access access,
            HouseEyes eyes,
            ReckoningDay reckoning,
            RoundPeople people,
            CountRounds rounds,
            Log log) {
        this.db = db;
        this.access = access;
        this.eyes = eyes;
        this.reckoning = reckoning;
        this.people = people;
        this.rounds = rounds;
        this.log = log;
    }

    /// What the register says of a day, as known now or at an earlier moment.
    @Transactional
    public Result day(Actor actor, LocalDate day, @Nullable Instant known) {
        access.require(actor, Action.SEE_STATISTICS);
        var counted =
                reckoning.people(day, Population.ADULTS, known).stream()
                        .map(CountedPerson::of)
                        .toList();
        return result(actor, day, counted);
    }

    /// What a round has come to so far, or came to when it was frozen.
    @Transactional
    public Result round(Actor actor, UUID id) {
        access.require(actor, Action.SEE_STATISTICS);
        var round = rounds.stands(id);
        return result(actor, round.start(), counted(round));
    }

    List<CountedPerson> counted(CountRound round) {
        return round.frozen() ? frozen(round.id()) : UnitingReports.counted(people.of(round));
    }

    private Result result(Actor actor, LocalDate day, List<CountedPerson> counted) {
        var whole = seesAll(actor);
        var table = CountTable.of(day, counted);
        return new Result(
                whole ? table : HidingCells.hide(table), beside(counted, whole), forms(), whole);
    }

    /// Whole numbers are for those who may see everybody behind them.
    private boolean seesAll(Actor actor) {
        return access.allows(actor, Action.DRILL_STATISTICS);
    }

    private static List<Beside> beside(List<CountedPerson> counted, boolean whole) {
        var groups =
                counted.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CountedPerson::verdicts,
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return groups.entrySet().stream()
                .filter(group -> group.getKey().values().stream().anyMatch(Verdict::in))
                // Groups cut across the tables: their numbers together would give small cells away.
                .filter(group -> whole || group.getValue() >= HidingCells.FEWEST)
                .sorted(
                        Map.Entry.<Map<Definition, Verdict>, Long>comparingByValue()
                                .reversed()
                                .thenComparing(group -> order(group.getKey())))
                .map(group ->
                        new Beside(group.getKey(), whole ? group.getValue().intValue() : null))
                .toList();
    }

    private static String order(Map<Definition, Verdict> verdicts) {
        return new EnumMap<>(verdicts).toString();
    }

    /// True if the actor may list whom a number is about, in the whole board.
    public boolean drills(Actor actor) {
        return access.allows(actor, Action.DRILL_STATISTICS)
                && access.require(actor, Action.DRILL_STATISTICS) == Scope.BOARD;
    }

    /// What the forms of the board are called.
    @Transactional(readOnly = true)
    public Map<UUID, String> forms(Actor actor) {
        access.require(actor, Action.SEE_STATISTICS);
        return forms();
    }

    private Map<UUID, String> forms() {
        return db
                .sql(
                        """
                        select f.form_id, f.name_sv from placement.v_housing_form f where f.board_id = framework.board_id()
                        """)
                .query((rs, n) ->
                        Map.entry(rs.getObject("form_id", UUID.class), rs.getString("name_sv")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The change since the round before under a definition; null where the round names none, or
    /// that is not frozen.
    @Transactional
    public @Nullable Change change(Actor actor, UUID id, Definition definition) {
        access.require(actor, Action.SEE_STATISTICS);
        var round = rounds.stands(id);
        if (round.before() == null) {
            return null;
        }
        var before = rounds.stands(round.before());
        if (!before.frozen()) {
            return null;
        }
        var now = counted(round).stream().filter(one -> one.under(definition).in()).toList();
        var then = frozen(before.id()).stream().filter(one -> one.under(definition).in()).toList();
        var earlier =
                then.stream()
                        .filter(one -> one.person() != null)
                        .collect(
                                Collectors.toMap(
                                        CountedPerson::person, Function.identity(), (a, b) -> a));
        var stayed = 0;
        var arrived = 0;
        var unreported = 0;
        var population = 0;
        var unknown = 0;
        for (var one : now) {
            var age = one.age();
            if (one.person() == null) {
                unknown++;
            } else if (earlier.containsKey(one.person())) {
                stayed++;
            } else if (age != null
                    && !before.population().holds(age - yearsBetween(before, round))) {
                population++;
            } else if (one.since() != null && !one.since().isAfter(before.start())) {
                unreported++;
            } else {
                arrived++;
            }
        }
        var numbers = new TreeMap<String, Integer>();
        numbers.put("now", now.size());
        numbers.put("then", then.size());
        numbers.put("stayed", stayed);
        numbers.put("arrived", arrived);
        numbers.put("unreported", unreported);
        numbers.put("population", population);
        numbers.put("unknown", unknown);
        numbers.put("gone", then.size() - stayed);
        if (!seesAll(actor)) {
            HidingCells.hidden(
                            numbers,
                            List.of(
                                    List.of("then", "stayed", "gone"),
                                    List.of(
                                            "now",
                                            "stayed",
                                            "arrived",
                                            "unreported",
                                            "population",
                                            "unknown")))
                    .forEach(numbers::remove);
        }
        return new Change(
                before,
                numbers.get("then"),
                numbers.get("now"),
                numbers.get("stayed"),
                numbers.get("arrived"),
                numbers.get("unreported"),
                numbers.get("population"),
                numbers.get("unknown"),
                numbers.get("gone"));
    }

    private static int yearsBetween(CountRound before, CountRound round) {
        return java.time.Period.between(before.start(), round.start()).getYears();
    }

    /// The people whose answers are these; on record. For who may see behind figures of the whole
    /// board.
    @Transactional
    public List<Behind> behind(
            Actor actor, UUID id, Definition definition, Why why, @Nullable String category) {
        if (access.require(actor, Action.DRILL_STATISTICS) != Scope.BOARD) {
            throw new Forbidden();
        }
        var round = rounds.stands(id);
        var seen = visible(round);
        var found =
                counted(round).stream()
                        .filter(one -> one.under(definition).why() == why)
                        .filter(one ->
                                category == null
                                        || category.equals(one.under(definition).category()))
                        .filter(one -> one.person() == null || seen.contains(one.person()))
                        .limit(LISTED)
                        .map(one ->
                                new Behind(
                                        one.person(),
                                        one.form(),
                                        one.sex(),
                                        one.age(),
                                        one.verdicts()))
                        .toList();
        log.record(
                LogEntry.of(Action.DRILL_STATISTICS)
                        .about(CountRound.KIND, id)
                        .touching(
                                found.stream()
                                        .map(Behind::person)
                                        .filter(Objects::nonNull)
                                        .map(PersonId::new)
                                        .toList()));
        return found;
    }

    /// Whom this actor's own eyes may see: not the protected.
    private java.util.Set<UUID> visible(CountRound round) {
        return java.util.Set.copyOf(
                db.sql(
                                """
                                select c.person_id from count.counted c
                                where c.board_id = framework.board_id() and c.round_id = :round and c.person_id is not null
                                union
                                select r.person_id from count.report r
                                where r.board_id = framework.board_id() and r.round_id = :round and r.person_id is not null
                                """)
                        .param("round", round.id())
                        .query(UUID.class)
                        .list());
    }

    List<CountedPerson> frozen(UUID round) {
        return eyes.open(() ->
                db.sql(
                                """
                                select c.person_id, c.form_id, c.sex, c.age, c.household_id, c.household, c.children, c.since_on,
                                       c.sure, c.city, c.city_why, c.national, c.national_why, c.ethos, c.ethos_why
                                from count.counted c
                                where c.board_id = framework.board_id() and c.round_id = :round order by c.number
                                """)
                        .param("round", round)
                        .query(CountResults::frozen)
                        .list());
    }

    private static CountedPerson frozen(ResultSet rs, int n) throws SQLException {
        return new CountedPerson(
                rs.getObject("person_id", UUID.class),
                rs.getObject("form_id", UUID.class),
                CountSplit.Sex.valueOf(rs.getString("sex")),
                rs.getObject("age", Integer.class),
                rs.getObject("household_id", UUID.class),
                CountSplit.Family.valueOf(rs.getString("household")),
                rs.getInt("children"),
                rs.getObject("since_on", LocalDate.class),
                rs.getBoolean("sure"),
                Map.of(
                        Definition.CITY,
                        Verdict.of(rs.getString("city"), rs.getString("city_why")),
                        Definition.NATIONAL,
                        Verdict.of(rs.getString("national"), rs.getString("national_why")),
                        Definition.ETHOS_LIGHT,
                        Verdict.of(rs.getString("ethos"), rs.getString("ethos_why"))));
    }

    /// The table as it was published.
    ///
    /// @throws NotFound if the round is not published
    @Transactional(readOnly = true)
    public Result published(Actor actor, UUID id) {
        access.require(actor, Action.SEE_STATISTICS);
        var round = rounds.stands(id);
        if (!round.published()) {
            throw new NotFound();
        }
        return new Result(stored(round), new ArrayList<>(), forms(), false);
    }

    CountTable stored(CountRound round) {
        var cells = new LinkedHashMap<CountTable.Key, CountTable.Cell>();
        db.sql(
                        """
                        select definition, split, code, people, most, hidden from count.cell
                        where board_id = framework.board_id() and round_id = :round order by definition, split, code
                        """)
                .param("round", round.id())
                .query(rs -> {
                    cells.put(
                            new CountTable.Key(
                                    Definition.valueOf(rs.getString("definition")),
                                    CountSplit.valueOf(rs.getString("split")),
                                    rs.getString("code")),
                            new CountTable.Cell(
                                    rs.getInt("people"),
                                    rs.getInt("most"),
                                    rs.getBoolean("hidden")));
                });
        return new CountTable(round.start(), cells);
    }
}
