package se.bofast.count;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import tools.jackson.databind.json.JsonMapper;

/// What the leader decides: which report stands, the freeze, the publication.
@Component
public class ClosingCount {

    /// Two units say different forms of one person. The person is not named.
    ///
    /// @param said by which unit which form
    public record Conflict(List<Said> said) {

        public Conflict {
            said = List.copyOf(said);
        }
    }

    public record Said(UUID report, String unit, String form) {}

    public enum Answer {
        DONE,
        /// Units say different forms of the same person.
        CONFLICTS_LEFT
    }

    private final JdbcClient db;
    private final Access access;
    private final HouseEyes eyes;
    private final RoundPeople people;
    private final CountRounds rounds;
    private final CountResults results;
    private final OpeningCount opening;
    private final Log log;
    private final Clock clock;

    ClosingCount(
            JdbcClient db,
            Access access,
            HouseEyes eyes,
            RoundPeople people,
            CountRounds rounds,
            CountResults results,
            OpeningCount opening,
            Log log,
            Clock clock) {
        this.db = db;
        this.access = access;
        this.eyes = eyes;
        this.people = people;
        this.rounds = rounds;
        this.results = results;
        this.opening = opening;
        this.log = log;
        this.clock = clock;
    }

    /// What is not decided. Only the leader learns that two units named one person.
    @Transactional(readOnly = true)
    public List<Conflict> conflicts(Actor actor, UUID id) {
        access.require(actor, Action.LEAD_COUNT);
        var round = rounds.stands(id);
        if (round.frozen()) {
            return List.of();
        }
        var units =
                names(
                        "select u.unit_id as id, u.name from access.v_unit u where u.board_id = framework.board_id()");
        var forms =
                names(
                        "select f.form_id as id, f.name_sv as name from placement.v_housing_form f where f.board_id = framework.board_id()");
        return undecided(round).stream()
                .map(human ->
                        new Conflict(
                                human.answers()
                                        .map(report ->
                                                new Said(
                                                        report.id(),
                                                        units.getOrDefault(report.unit(), ""),
                                                        forms.getOrDefault(report.form(), "")))
                                        .toList()))
                .toList();
    }

    private List<UnitingReports.Human> undecided(CountRound round) {
        return people.of(round).stream().filter(human -> human.stands() == null).toList();
    }

    private Map<@Nullable UUID, String> names(String sql) {
        var names = new java.util.HashMap<@Nullable UUID, String>();
        db.sql(sql)
                .query(rs -> {
                    names.put(rs.getObject("id", UUID.class), rs.getString("name"));
                });
        return names;
    }

    /// Decides that this report stands. The decision before it stays on record.
    ///
    /// @param reason why; not about anything else than where the person was
    @Transactional
    public void decide(Actor actor, UUID round, UUID report, String reason) {
        access.require(actor, Action.LEAD_COUNT);
        opening.lock(round);
        var decided =
                eyes.open(() ->
                        db.sql(
                                        """
                                        insert into count.ruling (board_id, area_id, id, round_id, report_id, reason, decided_at, decided_by)
                                        select r.board_id, r.area_id, :id, r.round_id, r.id, :reason, :now, framework.account_id()
                                        from count.report r
                                        where r.board_id = framework.board_id() and r.round_id = :round and r.id = :report
                                        """)
                                .param("id", NewId.at(clock))
                                .param("reason", reason)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("round", round)
                                .param("report", report)
                                .update());
        if (decided == 0) {
            throw new NotFound();
        }
        log.record(LogEntry.of(Action.LEAD_COUNT).because("DECIDED").about(CountRound.KIND, round));
    }

    /// Freezes the round: everybody counted and every cell stay as they are, and nobody can try
    /// names against the pseudonymous reports any more.
    @Transactional
    public Answer freeze(Actor actor, UUID id) {
        access.require(actor, Action.LEAD_COUNT);
        opening.lock(id);
        var round = rounds.stands(id);
        if (!undecided(round).isEmpty()) {
            return Answer.CONFLICTS_LEFT;
        }
        var counted =
                results.counted(round).stream()
                        .sorted(Comparator.comparing(ClosingCount::line))
                        .toList();
        store(id, counted);
        store(id, HidingCells.hide(CountTable.of(round.start(), counted)));
        eyes.open(() ->
                db.sql(
                                """
                                update count.report set key_hash = null
                                where board_id = framework.board_id() and round_id = :id and key_hash is not null
                                """)
                        .param("id", id)
                        .update());
        db.sql(
                        """
                        update count.round set secret = null, frozen_at = :now, frozen_by = framework.account_id(),
                            fingerprint = :fingerprint
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("fingerprint", fingerprint(round, counted))
                .param("id", id)
                .update();
        log.record(LogEntry.of(Action.LEAD_COUNT).because("FROZEN").about(CountRound.KIND, id));
        return Answer.DONE;
    }

    /// True if what was frozen is what stands, and still adds up to the cells that were frozen.
    @Transactional(readOnly = true)
    public boolean holds(Actor actor, UUID id) {
        access.require(actor, Action.SEE_STATISTICS);
        var round = rounds.stands(id);
        var counted = results.frozen(id);
        return round.frozen()
                && fingerprint(round, counted).equals(round.fingerprint())
                && HidingCells.hide(CountTable.of(round.start(), counted))
                        .cells()
                        .equals(new TreeMap<>(results.stored(round).cells()));
    }

    /// Shows the frozen table, with what must be hidden hidden, to everybody who sees figures.
    @Transactional
    public void publish(Actor actor, UUID id) {
        access.require(actor, Action.LEAD_COUNT);
        var published =
                db.sql(
                                """
                                update count.round set published_at = :now, published_by = framework.account_id()
                                where board_id = framework.board_id() and id = :id and frozen_at is not null
                                  and published_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update();
        if (published == 0) {
            throw new NotFound();
        }
        log.record(LogEntry.of(Action.LEAD_COUNT).because("PUBLISHED").about(CountRound.KIND, id));
    }

    private void store(UUID round, List<CountedPerson> counted) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var one : counted) {
            var row = new LinkedHashMap<String, Object>();
            row.put("number", rows.size() + 1);
            row.put("person", one.person());
            row.put("form", one.form());
            row.put("sex", one.sex());
            row.put("age", one.age());
            row.put("home", one.household());
            row.put("family", one.family());
            row.put("children", one.children());
            row.put("since", one.since());
            row.put("sure", one.sure());
            for (var definition : Definition.values()) {
                row.put(definition.name(), one.under(definition).category());
                row.put(definition.name() + "_WHY", one.under(definition).why());
            }
            rows.add(row);
        }
        eyes.open(() ->
                db.sql(
                                """
                                insert into count.counted (board_id, area_id, round_id, number, person_id, form_id, sex, age,
                                    household_id, household, children, since_on, sure, city, city_why, national, national_why,
                                    ethos, ethos_why)
                                select framework.board_id(), (framework.area_ids())[1], :round, p.number, p.person, p.form, p.sex,
                                       p.age, p.home, p.family, p.children, p.since, p.sure, p."CITY", p."CITY_WHY", p."NATIONAL",
                                       p."NATIONAL_WHY", p."ETHOS_LIGHT", p."ETHOS_LIGHT_WHY"
                                from jsonb_to_recordset(cast(:rows as jsonb)) as p (number int, person uuid, form uuid, sex text,
                                    age int, home uuid, family text, children int, since date, sure boolean, "CITY" text,
                                    "CITY_WHY" text, "NATIONAL" text, "NATIONAL_WHY" text, "ETHOS_LIGHT" text,
                                    "ETHOS_LIGHT_WHY" text)
                                """)
                        .param("round", round)
                        .param("rows", JsonMapper.shared().writeValueAsString(rows))
                        .update());
    }

    private void store(UUID round, CountTable table) {
        var rows =
                table.cells().entrySet().stream()
                        .map(cell ->
                                Map.of(
                                        "definition", cell.getKey().definition(),
                                        "split", cell.getKey().split(),
                                        "code", cell.getKey().code(),
                                        "people", cell.getValue().people(),
                                        "most", cell.getValue().most(),
                                        "hidden", cell.getValue().hidden()))
                        .toList();
        db.sql(
                        """
                        insert into count.cell (board_id, area_id, round_id, definition, split, code, people, most, hidden)
                        select framework.board_id(), (framework.area_ids())[1], :round, c.definition, c.split, c.code, c.people,
                               c.most, c.hidden
                        from jsonb_to_recordset(cast(:rows as jsonb)) as c (definition text, split text, code text, people int,
                            most int, hidden boolean)
                        """)
                .param("round", round)
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .update();
    }

    /// Over everything that was counted and by which version, but not over who it was: it holds
    /// also when a file has been erased.
    private static String fingerprint(CountRound round, List<CountedPerson> counted) {
        var text =
                counted.stream()
                        .map(ClosingCount::line)
                        .sorted()
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        round.version()
                                                + " "
                                                + round.start()
                                                + " "
                                                + round.end()
                                                + " "
                                                + round.population()
                                                + "\n",
                                        ""));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(CountedPerson one) {
        return one.form()
                + " "
                + one.sex()
                + " "
                + one.age()
                + " "
                + one.family()
                + " "
                + one.children()
                + " "
                + one.since()
                + " "
                + one.sure()
                + " "
                + new TreeMap<>(one.verdicts());
    }
}
