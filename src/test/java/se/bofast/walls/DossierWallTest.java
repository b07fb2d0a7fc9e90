package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.audit.DossierField;
import se.bofast.audit.DossierPart;
import se.bofast.audit.RecordKind;
import se.bofast.database.TestDatabase;

/// What the house holds about a person is told in the person's dossier, whole: each table that can
/// be reached from a person or a case, and each of its columns.
@HouseTest
class DossierWallTest {

    /// Tables that name a person and say nothing of them.
    private static final Map<String, String> SAY_NOTHING_OF_THE_PERSON =
            Map.of(
                    "framework.sheltered_person",
                    "the list the walls look in, reckoned from person.protection, which is told",
                    "person.double_pair",
                    "about two rows of the register, that they may be one human; each row is opened by itself",
                    "person.double_decision",
                    "what was decided about such a pair",
                    "review.item",
                    "about an employee: what of the log a round took up; the person stands there as whom they looked at",
                    "review.pair",
                    "about employees: whom they were likened to, reckoned from the log",
                    "review.pick",
                    "about an employee: why a round took the item up, reckoned from the log");

    private final List<RecordKind> kinds;
    private final List<DossierPart> parts;

    DossierWallTest(List<DossierPart> parts) {
        this.parts = parts;
        this.kinds = parts.stream().flatMap(part -> part.kinds().stream()).toList();
    }

    /// Along the foreign keys, from people, cases and signals downwards; and by the names of the
    /// columns where a room keeps an id without a key.
    @Test
    void every_table_about_a_person_is_told_by_its_room() {
        var told = new TreeSet<>(kinds.stream().map(RecordKind::table).toList());
        var untold =
                new TreeSet<>(
                        ask(
                                """
                                with recursive reached as (
                                    select c.oid from pg_catalog.pg_class c
                                    where c.oid in ('person.person'::regclass, 'prevention.prevention_case'::regclass,
                                        'intake.signal'::regclass)
                                    union
                                    select k.conrelid from pg_catalog.pg_constraint k join reached r on r.oid = k.confrelid
                                    where k.contype = 'f')
                                select n.nspname || '.' || c.relname
                                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                                  and (c.oid in (select oid from reached)
                                       or exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                                                  and a.attname in ('person_id', 'matter_id', 'case_id', 'signal_id')))
                                """));
        assertThat(untold).contains("person.consent", "letter.letter", "debt.instalment");
        assertThat(untold).containsAll(SAY_NOTHING_OF_THE_PERSON.keySet());
        assertThat(told).doesNotContainAnyElementsOf(SAY_NOTHING_OF_THE_PERSON.keySet());
        untold.removeAll(told);
        untold.removeAll(SAY_NOTHING_OF_THE_PERSON.keySet());
        assertThat(untold).as("tables about a person that no DossierPart tells").isEmpty();
    }

    /// Fields that a statement borrows from a neighbouring table are not in the table's own
    /// columns.
    @Test
    void every_column_of_a_told_table_is_a_field_or_named_as_untold() {
        var wrong = new TreeMap<String, TreeSet<String>>();
        for (var kind : kinds) {
            var columns =
                    new TreeSet<>(
                            ask(
                                    """
                                    select attname from pg_catalog.pg_attribute
                                    where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
                                    """
                                            .formatted(kind.table())));
            kind.fields().stream().map(DossierField::column).forEach(columns::remove);
            columns.removeAll(kind.untold());
            columns.removeAll(RecordKind.WALL);
            if (!columns.isEmpty()) {
                wrong.put(kind.table(), columns);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /// A moment read as a day stops a whole file from leaving the house.
    @Test
    void every_field_is_of_the_sort_its_column_is() {
        var wrong = new TreeSet<String>();
        for (var kind : kinds) {
            var types = new TreeMap<String, String>();
            ask("""
            select attname || ' ' || format_type(atttypid, null) from pg_catalog.pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped
            """
                            .formatted(kind.table()))
                    .forEach(line ->
                            types.put(
                                    line.substring(0, line.indexOf(' ')),
                                    line.substring(line.indexOf(' ') + 1)));
            for (var field : kind.fields()) {
                var type = types.get(field.column());
                if (type != null && !types(field.sort()).contains(type)) {
                    wrong.add(
                            kind.table()
                                    + "."
                                    + field.column()
                                    + ": "
                                    + field.sort()
                                    + " of "
                                    + type);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> types(DossierField.Sort sort) {
        return switch (sort) {
            case DAY -> Set.of("date");
            case MOMENT -> Set.of("timestamp with time zone");
            case MONEY -> Set.of("bigint");
            case NUMBER -> Set.of("integer", "bigint", "smallint", "numeric");
            case YES_NO -> Set.of("boolean");
            case PERSON, EMPLOYEE, UNIT, LANDLORD, REFERENCE -> Set.of("uuid");
            case TEXT -> Set.of("text", "text[]");
            case WORDS -> Set.of("text", "jsonb");
            case RULE -> Set.of("text");
            case CODE -> Set.of("text", "text[]");
        };
    }

    @Test
    void a_room_tells_its_own_tables_and_each_once() {
        var twice = new ArrayList<String>();
        var seen = new TreeSet<String>();
        for (var part : parts) {
            var room = part.getClass().getPackageName().replaceFirst("^se\\.bofast\\.", "");
            for (var kind : part.kinds()) {
                if (!kind.table().startsWith(room + ".") || !seen.add(kind.table())) {
                    twice.add(room + ": " + kind.table());
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(kinds.stream().filter(RecordKind::isTold).flatMap(kind -> Stream.of(kind.on())))
                .as("most kinds say when it happened")
                .filteredOn(java.util.Objects::nonNull)
                .hasSizeGreaterThan(30);
    }

    private static List<String> ask(String sql) {
        var address = TestDatabase.migrated();
        try (var connection =
                        DriverManager.getConnection(
                                address.url(), "bofast_owner", address.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
