package se.bofast.placement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.placement.HousingForm.Condition;
import se.bofast.placement.HousingForm.Definition;
import se.bofast.placement.HousingForm.Step;

/// The board's own hand on its catalogue of housing forms: what is changed from a day on leaves the
/// years before as they were, and says why.
@Component
public class ManagingForms {

    private static final String KIND = "housing-form";

    /// How a form counts; a definition without an entry does not count it.
    public record Counts(Category category, Condition condition) {}

    /// What a form is from a day on.
    public record Wish(
            String nameSv,
            @Nullable String nameEn,
            Step step,
            boolean home,
            boolean keepsHome,
            Map<Definition, Counts> counts) {

        public Wish {
            counts = Map.copyOf(counts);
        }
    }

    /// A form with how it counts today.
    ///
    /// @param version grows with each change, to be shown back
    public record Row(HousingForm form, Map<Definition, Crosswalk> counts, int version) {}

    /// Something that was, or is, believed of a form.
    ///
    /// @param name null: about how it counts
    public record Change(
            Instant recordedAt,
            @Nullable Instant supersededAt,
            LocalDate startOn,
            @Nullable LocalDate endOn,
            @Nullable String name,
            @Nullable Step step,
            @Nullable Category category,
            @Nullable Condition condition,
            String reason) {}

    /// What came of it.
    public enum Managed {
        DONE,
        /// Later days have been settled already: change from their first day, or later.
        LATER_IS_SETTLED,
        /// Something called so is in use already.
        NAME_IS_TAKEN,
        NOTHING_CHANGED
    }

    private record Fact(UUID id, LocalDate startOn, @Nullable LocalDate endOn) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Access access;
    private final Log log;
    private final HousingForms forms;
    private final Crosswalks crosswalks;

    ManagingForms(
            JdbcClient db,
            Clock clock,
            Access access,
            Log log,
            HousingForms forms,
            Crosswalks crosswalks) {
        this.db = db;
        this.clock = clock;
        this.access = access;
        this.log = log;
        this.forms = forms;
        this.crosswalks = crosswalks;
    }

    @Transactional(readOnly = true)
    public List<Row> all(Actor actor) {
        access.require(actor, Action.MANAGE_HOUSING_FORMS);
        var today = HouseClock.today(clock);
        var crossings = crosswalks.all();
        var versions = versions();
        return forms.all().stream()
                .map(form -> {
                    var counts = new EnumMap<Definition, Crosswalk>(Definition.class);
                    crossings.getOrDefault(form.id(), List.of()).stream()
                            .filter(c -> c.includes(today))
                            .forEach(c -> counts.put(c.definition(), c));
                    return new Row(form, counts, versions.getOrDefault(form.id(), 0));
                })
                .toList();
    }

    /// @throws NotFound if there is no such form
    @Transactional(readOnly = true)
    public Row one(Actor actor, FormId id) {
        return all(actor).stream()
                .filter(row -> row.form().id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Map<FormId, Integer> versions() {
        var found = new HashMap<FormId, Integer>();
        db.sql(
                        """
                        select r.form_id, count(*) as version
                        from (select form_id from placement.housing_form_fact where board_id = framework.board_id()
                              union all
                              select form_id from placement.crosswalk where board_id = framework.board_id()) r
                        group by r.form_id
                        """)
                .query((rs, n) ->
                        found.put(
                                new FormId(rs.getObject("form_id", UUID.class)),
                                rs.getInt("version")))
                .list();
        return found;
    }

    /// The latest first.
    @Transactional(readOnly = true)
    public List<Change> history(Actor actor, FormId id) {
        access.require(actor, Action.MANAGE_HOUSING_FORMS);
        return db.sql(
                        """
                        select recorded_at, superseded_at, start_on, end_on, name_sv, step, null as definition,
                               null as category, null as condition, reason
                        from placement.housing_form_fact
                        where board_id = framework.board_id() and form_id = :form
                        union all
                        select recorded_at, superseded_at, start_on, end_on, null, null, definition, category, condition, reason
                        from placement.crosswalk
                        where board_id = framework.board_id() and form_id = :form
                        order by recorded_at desc, start_on desc
                        """)
                .param("form", id.value())
                .query((rs, n) -> {
                    var superseded = rs.getTimestamp("superseded_at");
                    var step = rs.getString("step");
                    var definition = rs.getString("definition");
                    var condition = rs.getString("condition");
                    return new Change(
                            rs.getTimestamp("recorded_at").toInstant(),
                            superseded == null ? null : superseded.toInstant(),
                            rs.getObject("start_on", LocalDate.class),
                            rs.getObject("end_on", LocalDate.class),
                            rs.getString("name_sv"),
                            step == null ? null : Step.valueOf(step),
                            definition == null
                                    ? null
                                    : Crosswalks.category(definition, rs.getString("category")),
                            condition == null ? null : Condition.valueOf(condition),
                            rs.getString("reason"));
                })
                .list();
    }

    /// Adds a form of the board's own, in use from a day on.
    @Transactional
    public Managed add(Actor actor, Wish wish, LocalDate from, String reason) {
        access.require(actor, Action.MANAGE_HOUSING_FORMS);
        if (isTaken(wish.nameSv(), null)) {
            return Managed.NAME_IS_TAKEN;
        }
        var id = new FormId(NewId.at(clock));
        var position =
                forms.all().stream()
                        .filter(form -> form.step().compareTo(wish.step()) <= 0)
                        .mapToInt(HousingForm::position)
                        .max()
                        .orElse(0);
        db.sql(
                        """
                        insert into placement.housing_form (board_id, area_id, id, code, shipped, created_at, created_by)
                        select framework.board_id(), (framework.area_ids())[1], :id,
                            'OWN_' || (1 + count(*)), false, :now, framework.account_id()
                        from placement.housing_form f where f.board_id = framework.board_id() and not f.shipped
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        insert(id, wish, position + 1, from, null, reason);
        wish.counts().values().forEach(counts -> insert(id, counts, from, reason));
        record(id, "FORM_ADDED");
        return Managed.DONE;
    }

    /// Changes what a form is called, where it stands and how it counts, from a day on.
    ///
    /// @param seen the version one had before one's eyes
    /// @throws Conflict if somebody else changed it meanwhile
    @Transactional
    public Managed change(
            Actor actor, FormId id, int seen, Wish wish, LocalDate from, String reason) {
        var row = seen(actor, id, seen);
        if (isTaken(wish.nameSv(), id)) {
            return Managed.NAME_IS_TAKEN;
        }
        var form = row.form();
        var changed = false;
        var same =
                form.nameSv().equals(wish.nameSv())
                        && Objects.equals(form.nameEn(), wish.nameEn())
                        && form.step() == wish.step()
                        && form.home() == wish.home()
                        && form.keepsHome() == wish.keepsHome();
        if (!same) {
            var last = facts(id).getLast();
            if (from.isBefore(last.startOn())) {
                return Managed.LATER_IS_SETTLED;
            }
            supersedeFact(last.id());
            if (from.isAfter(last.startOn())) {
                insert(
                        id,
                        wishOf(form),
                        form.position(),
                        last.startOn(),
                        from.minusDays(1),
                        reason);
            }
            insert(id, wish, form.position(), from, last.endOn(), reason);
            changed = true;
        }
        for (var definition : Definition.values()) {
            var crossings =
                    crosswalks.all().getOrDefault(id, List.of()).stream()
                            .filter(c -> c.definition() == definition)
                            .toList();
            var now = crossings.stream().filter(c -> c.includes(from)).findFirst().orElse(null);
            var wished = wish.counts().get(definition);
            var later = crossings.stream().anyMatch(c -> c.startOn().isAfter(from));
            if (!later && equal(now, wished)) {
                continue;
            }
            for (var crossing : crossings) {
                if (crossing.endOn() != null && crossing.endOn().isBefore(from)) {
                    continue;
                }
                supersedeCrossing(crossing.fact());
                if (crossing.startOn().isBefore(from)) {
                    insert(
                            id,
                            new Counts(crossing.category(), crossing.condition()),
                            crossing.startOn(),
                            from.minusDays(1),
                            reason);
                }
            }
            if (wished != null) {
                insert(id, wished, from, reason);
            }
            changed = true;
        }
        if (!changed) {
            return Managed.NOTHING_CHANGED;
        }
        record(id, "FORM_CHANGED");
        return Managed.DONE;
    }

    /// No stay may begin with the form after the day; what has begun goes on.
    @Transactional
    public Managed end(Actor actor, FormId id, int seen, LocalDate last, String reason) {
        var row = seen(actor, id, seen);
        var fact = facts(id).getLast();
        if (last.isBefore(fact.startOn())) {
            return Managed.LATER_IS_SETTLED;
        }
        supersedeFact(fact.id());
        insert(id, wishOf(row.form()), row.form().position(), fact.startOn(), last, reason);
        record(id, "FORM_ENDED");
        return Managed.DONE;
    }

    private Row seen(Actor actor, FormId id, int seen) {
        var row = one(actor, id);
        if (row.version() != seen) {
            throw new Conflict("placement.forms.changedMeanwhile");
        }
        return row;
    }

    private static boolean equal(@Nullable Crosswalk now, @Nullable Counts wished) {
        return now == null
                ? wished == null
                : wished != null
                        && now.category() == wished.category()
                        && now.condition() == wished.condition();
    }

    private static Wish wishOf(HousingForm form) {
        return new Wish(
                form.nameSv(), form.nameEn(), form.step(), form.home(), form.keepsHome(), Map.of());
    }

    private boolean isTaken(String name, @Nullable FormId but) {
        return forms.all().stream()
                .anyMatch(form ->
                        !form.id().equals(but) && form.nameSv().equalsIgnoreCase(name.strip()));
    }

    private List<Fact> facts(FormId id) {
        return db.sql(
                        """
                        select id, start_on, end_on from placement.housing_form_fact
                        where board_id = framework.board_id() and form_id = :form and superseded_at is null
                        order by start_on
                        """)
                .param("form", id.value())
                .query((rs, n) ->
                        new Fact(
                                rs.getObject("id", UUID.class),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list();
    }

    private void supersedeFact(UUID fact) {
        var done =
                db.sql(
                                """
                                update placement.housing_form_fact set superseded_at = :now
                                where board_id = framework.board_id() and id = :id and superseded_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", fact)
                        .update();
        if (done == 0) {
            throw new Conflict("placement.forms.changedMeanwhile");
        }
    }

    private void supersedeCrossing(UUID crossing) {
        var done =
                db.sql(
                                """
                                update placement.crosswalk set superseded_at = :now
                                where board_id = framework.board_id() and id = :id and superseded_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", crossing)
                        .update();
        if (done == 0) {
            throw new Conflict("placement.forms.changedMeanwhile");
        }
    }

    private void insert(
            FormId id,
            Wish wish,
            int position,
            LocalDate from,
            @Nullable LocalDate to,
            String reason) {
        db.sql(
                        """
                        insert into placement.housing_form_fact (board_id, area_id, id, form_id, name_sv, name_en, step, home,
                            keeps_home, position, start_on, end_on, recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :form, :sv, :en, :step, :home,
                            :keeps, :position, :from, :to, :now, framework.account_id(), :reason)
                        """)
                .param("id", NewId.at(clock))
                .param("form", id.value())
                .param("sv", wish.nameSv().strip())
                .param("en", wish.nameEn())
                .param("step", wish.step().name())
                .param("home", wish.home())
                .param("keeps", wish.keepsHome())
                .param("position", position)
                .param("from", from)
                .param("to", to)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }

    private void insert(FormId id, Counts counts, LocalDate from, String reason) {
        insert(id, counts, from, null, reason);
    }

    private void insert(
            FormId id, Counts counts, LocalDate from, @Nullable LocalDate to, String reason) {
        db.sql(
                        """
                        insert into placement.crosswalk (board_id, area_id, id, form_id, definition, category, condition, start_on,
                            end_on, recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :form, :definition, :category, :condition, :from,
                            :to, :now, framework.account_id(), :reason)
                        """)
                .param("id", NewId.at(clock))
                .param("form", id.value())
                .param("definition", counts.category().definition().name())
                .param("category", counts.category().code())
                .param("condition", counts.condition().name())
                .param("from", from)
                .param("to", to)
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }

    private void record(FormId id, String why) {
        log.record(LogEntry.of(Action.MANAGE_HOUSING_FORMS).about(KIND, id.value()).because(why));
    }
}
