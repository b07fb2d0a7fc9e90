package se.bofast.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import tools.jackson.databind.json.JsonMapper;

/// A register to count in: the forms of domain.md 5.4, people, households and stays, written a
/// table a statement.
final class CountRegister {

    /// Long before anything that is counted.
    static final LocalDate RECORDED = LocalDate.of(2001, 1, 1);

    /// How a form counts: category and condition, or null.
    record Walk(@Nullable String category, @Nullable String condition) {
        static final Walk NONE = new Walk(null, null);

        static Walk of(String category, String condition) {
            return new Walk(category, condition);
        }
    }

    record HousingForm(
            String code, String step, boolean home, Walk city, Walk national, Walk ethos) {

        Walk under(Definition definition) {
            return switch (definition) {
                case CITY -> city;
                case NATIONAL -> national;
                case ETHOS_LIGHT -> ethos;
            };
        }
    }

    record Someone(UUID id, @Nullable LocalDate birth, @Nullable String sex) {}

    record Stay(
            UUID id,
            UUID person,
            String form,
            String layer,
            int home,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate expected,
            @Nullable String cause,
            @Nullable UUID unit) {}

    private static final String ALWAYS = "ALWAYS";
    private static final String NO_HOME = "NO_HOME";
    private static final String LEAVING = "NO_HOME_AND_LEAVING";
    private static final String BRIEF = "NO_HOME_AND_SHORT";

    static final List<HousingForm> FORMS =
            List.of(
                    form("STREET", "ROUGH", "ACUTE", ALWAYS, "1", ALWAYS, "1.1", ALWAYS),
                    form("SHELTER", "SHELTER", "ACUTE", ALWAYS, "1", ALWAYS, "2.2", ALWAYS),
                    form("HOTEL", "ACUTE", "ACUTE", NO_HOME, "1", NO_HOME, "3.4", NO_HOME),
                    form("REFUGE", "ACUTE", "ACUTE", NO_HOME, "1", NO_HOME, "3.6", NO_HOME),
                    form(
                            "LODGING",
                            "LODGING",
                            "LONGER_TERM",
                            NO_HOME,
                            "2",
                            NO_HOME,
                            "3.3",
                            NO_HOME),
                    form("HVB", "TREATMENT", "LONGER_TERM", LEAVING, "2", LEAVING, "4.7", LEAVING),
                    form(
                            "PRISON",
                            "TREATMENT",
                            "LONGER_TERM",
                            LEAVING,
                            "2",
                            LEAVING,
                            "4.8",
                            LEAVING),
                    form(
                            "SUPPORTED",
                            "SUPPORTED",
                            "LONGER_TERM",
                            NO_HOME,
                            "2",
                            LEAVING,
                            "3.5",
                            NO_HOME),
                    form("TRAINING", "TRAINING", "LONGER_TERM", ALWAYS, "3", ALWAYS, null, null),
                    form("TRIAL", "TRIAL", null, null, "3", ALWAYS, null, null),
                    form("HF_SUBLET", "HOUSING_FIRST", null, null, "3", ALWAYS, null, null),
                    form(
                            "TRANSITIONAL",
                            "TRANSITIONAL",
                            "LONGER_TERM",
                            NO_HOME,
                            "3",
                            NO_HOME,
                            "3.4",
                            NO_HOME),
                    form("FRIENDS", "WITH_OTHERS", "ACUTE", BRIEF, "4", BRIEF, "6.12", NO_HOME),
                    form("PRIVATE_SUBLET", "WITH_OTHERS", null, null, "4", BRIEF, null, null),
                    new HousingForm("HF_OWN", "OWN_LEASE", true, Walk.NONE, Walk.NONE, Walk.NONE),
                    new HousingForm("OWN", "OWN_LEASE", true, Walk.NONE, Walk.NONE, Walk.NONE),
                    form("UNKNOWN", "UNKNOWN", null, null, null, null, null, null));

    final TestBoard board;
    final Actor actor;
    final Map<String, UUID> forms = new LinkedHashMap<>();
    private final List<Someone> people = new ArrayList<>();
    final List<Stay> stays = new ArrayList<>();
    private final List<Map<String, Object>> members = new ArrayList<>();

    CountRegister(TestBoard board, Actor actor) {
        this.board = board;
        this.actor = actor;
        FORMS.forEach(form -> forms.put(form.code(), UUID.randomUUID()));
        var rows = new ArrayList<Map<String, Object>>();
        var walks = new ArrayList<Map<String, Object>>();
        for (var form : FORMS) {
            rows.add(
                    Map.of(
                            "id", id(form.code()),
                            "code", form.code(),
                            "step", form.step(),
                            "home", form.home()));
            for (var definition : Definition.values()) {
                var walk = form.under(definition);
                if (walk.category() != null && walk.condition() != null) {
                    walks.add(
                            Map.of(
                                    "form", id(form.code()),
                                    "definition", definition.name(),
                                    "category", walk.category(),
                                    "condition", walk.condition()));
                }
            }
        }
        write(
                """
                insert into placement.housing_form (board_id, area_id, id, code, shipped, created_at)
                select framework.board_id(), (framework.area_ids())[1], r.id, 'COUNTED_' || r.code, false, cast(:at as timestamptz)
                from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid, code text)
                """,
                rows);
        write(
                """
                insert into placement.housing_form_fact (board_id, area_id, id, form_id, name_sv, name_en, step, home,
                    keeps_home, position, start_on, recorded_at, reason)
                select framework.board_id(), (framework.area_ids())[1], gen_random_uuid(), r.id, r.code, r.code, r.step, r.home,
                       r.step in ('TREATMENT', 'ACUTE'), 1, date '2000-01-01', cast(:at as timestamptz), 'Prövas'
                from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid, code text, step text, home boolean)
                """,
                rows);
        write(
                """
                insert into placement.crosswalk (board_id, area_id, id, form_id, definition, category, condition, start_on,
                    recorded_at, reason)
                select framework.board_id(), (framework.area_ids())[1], gen_random_uuid(), r.form, r.definition, r.category,
                       r.condition, date '2000-01-01', cast(:at as timestamptz), 'Prövas'
                from jsonb_to_recordset(cast(:rows as jsonb))
                    r (form uuid, definition text, category text, condition text)
                """,
                walks);
    }

    private static HousingForm form(
            String code,
            String step,
            @Nullable String city,
            @Nullable String cityCondition,
            @Nullable String national,
            @Nullable String nationalCondition,
            @Nullable String ethos,
            @Nullable String ethosCondition) {
        return new HousingForm(
                code,
                step,
                false,
                new Walk(city, cityCondition),
                new Walk(national, nationalCondition),
                new Walk(ethos, ethosCondition));
    }

    static HousingForm form(String code) {
        return FORMS.stream().filter(form -> form.code().equals(code)).findFirst().orElseThrow();
    }

    UUID id(String form) {
        return java.util.Objects.requireNonNull(forms.get(form));
    }

    Someone person(@Nullable LocalDate birth, @Nullable String sex) {
        var one = new Someone(UUID.randomUUID(), birth, sex);
        people.add(one);
        return one;
    }

    Stay stays(Someone one, String form, LocalDate start, @Nullable LocalDate end) {
        return stay(one, form, "LIVES", 1, start, end, null, null, null);
    }

    Stay stay(
            Someone one,
            String form,
            String layer,
            int home,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate expected,
            @Nullable String cause,
            @Nullable UUID unit) {
        var stay =
                new Stay(
                        UUID.randomUUID(),
                        one.id(),
                        form,
                        layer,
                        home,
                        start,
                        end,
                        expected,
                        cause,
                        unit);
        stays.add(stay);
        return stay;
    }

    /// Adults and children who live together from a day.
    UUID household(LocalDate from, int otherAdults, int children, Someone... adults) {
        var household = UUID.randomUUID();
        for (var adult : adults) {
            members.add(
                    Map.of(
                            "household",
                            household,
                            "person",
                            adult.id(),
                            "kind",
                            "ADULT",
                            "from",
                            from));
        }
        for (var i = 0; i < otherAdults; i++) {
            members.add(Map.of("household", household, "kind", "ADULT", "from", from));
        }
        for (var i = 0; i < children; i++) {
            members.add(
                    Map.of(
                            "household",
                            household,
                            "kind",
                            "CHILD",
                            "stay",
                            "PERMANENT",
                            "from",
                            from));
        }
        return household;
    }

    /// Writes all that was added since the last time.
    void write() {
        write(
                """
                insert into person.person (board_id, area_id, id, language, interpreter, created_at)
                select framework.board_id(), (framework.area_ids())[1], r.id, 'sv', false, cast(:at as timestamptz)
                from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid)
                """,
                people.stream().map(one -> Map.<String, Object>of("id", one.id())).toList());
        write(
                """
                insert into person.identity (board_id, area_id, id, person_id, given_name, family_name, birth_on, sex, protection,
                    sort_name, recorded_at, reason)
                select framework.board_id(), (framework.area_ids())[1], gen_random_uuid(), r.id, 'Kim' || left(r.id::text, 6),
                       'Räknad' || right(r.id::text, 6), r.birth, r.sex, 'NONE', r.id::text, cast(:at as timestamptz), 'Prövas'
                from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid, birth date, sex text)
                """,
                people.stream()
                        .map(one -> row("id", one.id(), "birth", one.birth(), "sex", one.sex()))
                        .toList());
        write(
                """
                insert into person.household (board_id, area_id, id, created_at)
                select distinct framework.board_id(), (framework.area_ids())[1], r.household, cast(:at as timestamptz)
                from jsonb_to_recordset(cast(:rows as jsonb)) r (household uuid)
                """,
                members);
        write(
                """
                insert into person.household_member (board_id, area_id, id, member_id, household_id, person_id, kind, child_stay,
                    start_on, recorded_at, reason)
                select framework.board_id(), (framework.area_ids())[1], gen_random_uuid(), gen_random_uuid(), r.household, r.person,
                       r.kind, r.stay, r."from", cast(:at as timestamptz), 'Prövas'
                from jsonb_to_recordset(cast(:rows as jsonb))
                    r (household uuid, person uuid, kind text, stay text, "from" date)
                """,
                members);
        var rows =
                stays.stream()
                        .map(stay -> {
                            var row =
                                    row(
                                            "id",
                                            stay.id(),
                                            "end",
                                            stay.end(),
                                            "expected",
                                            stay.expected(),
                                            "cause",
                                            stay.cause(),
                                            "unit",
                                            stay.unit());
                            row.put("person", stay.person());
                            row.put("form", id(stay.form()));
                            row.put("layer", stay.layer());
                            row.put("home", stay.home());
                            row.put("start", stay.start());
                            return row;
                        })
                        .toList();
        write(
                """
                insert into placement.stay (board_id, area_id, id, person_id, created_at)
                select framework.board_id(), (framework.area_ids())[1], r.id, r.person, cast(:at as timestamptz)
                from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid, person uuid)
                """,
                rows);
        write(
                """
                insert into placement.stay_fact (board_id, area_id, id, stay_id, person_id, form_id, layer, home_number, unit_id,
                    start_on, end_on, expected_end_on, end_cause, withdrawn, recorded_at, reason)
                select framework.board_id(), (framework.area_ids())[1], gen_random_uuid(), r.id, r.person, r.form, r.layer, r.home,
                       r.unit, r.start, r."end", r.expected, r.cause, false, cast(:at as timestamptz), 'Prövas'
                from jsonb_to_recordset(cast(:rows as jsonb))
                    r (id uuid, person uuid, form uuid, layer text, home int, unit uuid, start date, "end" date, expected date,
                       cause text)
                """,
                rows);
        people.clear();
        members.clear();
        stays.clear();
    }

    private static Map<String, Object> row(@Nullable Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            var value = pairs[i + 1];
            if (value != null) {
                row.put(String.valueOf(pairs[i]), value);
            }
        }
        return row;
    }

    private void write(String sql, List<? extends Map<String, Object>> rows) {
        board.ask(
                actor,
                db -> {
                    var written =
                            db.sql(sql)
                                    .param("rows", JsonMapper.shared().writeValueAsString(rows))
                                    .param("at", TestBoard.noon(RECORDED).toString())
                                    .update();
                    db.sql("call framework.count_what_has_grown()").update();
                    return written;
                });
    }
}
