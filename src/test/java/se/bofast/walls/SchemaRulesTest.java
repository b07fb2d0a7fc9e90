package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.bofast.database.TestDatabase;

/// What every table must be, asked of the migrated database itself. No exceptions are listed.
class SchemaRulesTest {

    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'framework')";

    @Test
    void every_table_stands_behind_a_wall() {
        assertNone(
                """
                select n.nspname || '.' || c.relname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s
                  and not (c.relrowsecurity and c.relforcerowsecurity
                           and exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid))
                """);
    }

    /// A restrictive policy can only narrow what these let through.
    @Test
    void every_wall_of_a_boards_rows_asks_for_board() {
        assertNone(
                """
                select n.nspname || '.' || c.relname || ': ' || p.polname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_policy p on p.polrelid = c.oid
                join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'board_id'
                where %s and p.polpermissive and (0 = any (p.polroles) or 'bofast_app'::regrole = any (p.polroles))
                  and (coalesce(pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)) not like '%%framework.board_id()%%'
                       or p.polcmd in ('*', 'a', 'w') and coalesce(pg_get_expr(p.polwithcheck, c.oid), pg_get_expr(p.polqual, c.oid)) not like '%%framework.board_id()%%')
                """);
    }

    @Test
    void every_boards_row_says_its_area_and_its_wall_asks_for_it() {
        assertNone(
                """
                select n.nspname || '.' || c.relname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s
                  and exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'board_id')
                  and c.oid <> 'access.area'::regclass
                  and not exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid
                                  and (pg_get_expr(p.polqual, c.oid) || coalesce(pg_get_expr(p.polwithcheck, c.oid), '')) like '%%framework.area_ids()%%')
                """);
    }

    @Test
    void keys_of_a_boards_rows_start_with_the_board() {
        assertNone(
                """
                select n.nspname || '.' || c.relname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_attribute b on b.attrelid = c.oid and b.attname = 'board_id'
                join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
                where %s and k.conkey[1] <> b.attnum
                """);
    }

    /// Tables that say who somebody is, where they live, or what is done for them. Those that are
    /// named hold nothing but ids and why: what the walls themselves ask, who may pass, who looked
    /// at whom for the review of the log, and what must not be erased.
    @Test
    void every_table_about_a_person_hides_the_protected() {
        assertNone(
                """
                select n.nspname || '.' || c.relname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
                where c.relkind in ('r', 'p') and %s
                  and c.oid not in ('access.entrustment'::regclass, 'intake.candidate'::regclass, 'filing.row_person'::regclass,
                                    'review.pair'::regclass, 'review.pick'::regclass, 'review.item'::regclass,
                                    'audit.retention_hold'::regclass)
                  and not exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid and not p.polpermissive
                                  and pg_get_expr(p.polqual, c.oid) like '%%framework.v_hidden_person%%')
                """);
    }

    @Test
    void every_table_has_a_key() {
        assertNone(
                """
                select n.nspname || '.' || c.relname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and %s
                  and not exists (select from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype = 'p')
                """);
    }

    @Test
    void every_foreign_key_has_an_index() {
        assertNone(
                """
                select n.nspname || '.' || c.relname || ': ' || k.conname
                from pg_catalog.pg_constraint k
                join pg_catalog.pg_class c on c.oid = k.conrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and %s
                  and not exists (
                      select from pg_catalog.pg_index i
                      where i.indrelid = k.conrelid
                        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
                """);
    }

    @Test
    void no_foreign_key_reaches_into_another_room_with_a_cascade() {
        assertNone(
                """
                select n.nspname || '.' || c.relname || ': ' || k.conname
                from pg_catalog.pg_constraint k
                join pg_catalog.pg_class c on c.oid = k.conrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_class t on t.oid = k.confrelid
                where k.contype = 'f' and %s and t.relnamespace <> c.relnamespace
                  and (k.confdeltype not in ('a', 'r') or k.confupdtype not in ('a', 'r'))
                """);
    }

    @Test
    void foreign_keys_point_along_the_arrows() throws Exception {
        var rooms = Rooms.all();
        var wrong = new ArrayList<String>();
        for (var key :
                ask(
                        """
                        select n.nspname || ' ' || tn.nspname || ' ' || k.conname
                        from pg_catalog.pg_constraint k
                        join pg_catalog.pg_class c on c.oid = k.conrelid
                        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                        join pg_catalog.pg_class t on t.oid = k.confrelid
                        join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
                        where k.contype = 'f' and tn.oid <> n.oid and %s
                        """
                                .formatted(OURS))) {
            var parts = key.split(" ");
            assertThat(rooms).as("the schema's room").containsKey(parts[0]);
            if (!rooms.get(parts[0]).uses().contains(parts[1])) {
                wrong.add(key);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_constraint_has_a_name_of_its_own() {
        assertNone(
                """
                select n.nspname || '.' || c.relname || ': ' || k.conname
                from pg_catalog.pg_constraint k
                join pg_catalog.pg_class c on c.oid = k.conrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where %s and k.contype <> 'n' and k.conname ~ '_(pkey|fkey|key|check|excl)[0-9]*$'
                """);
    }

    @Test
    void views_look_with_the_eyes_of_the_asker() {
        assertNone(
                """
                select n.nspname || '.' || c.relname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('v', 'm') and %s
                  and not coalesce('security_invoker=true' = any (c.reloptions), false)
                """);
    }

    @Test
    void moments_have_a_zone_money_is_whole_and_text_is_text() {
        assertNone(
                """
                select n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p') and %s
                  and (a.atttypid in ('timestamp'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype,
                                      'numeric'::regtype, 'float4'::regtype, 'float8'::regtype, 'money'::regtype, 'time'::regtype)
                       or a.attname ~ '_on$' and a.atttypid <> 'date'::regtype
                       or a.attname ~ '_at$' and a.atttypid <> 'timestamptz'::regtype
                       or a.attname ~ '_ore$' and a.atttypid <> 'bigint'::regtype)
                """);
    }

    @Test
    void no_column_fills_itself() {
        assertNone(
                """
                select n.nspname || '.' || c.relname || '.' || a.attname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relkind in ('r', 'p') and %s and a.atthasdef and a.attgenerated = '' and a.attidentity = ''
                """);
    }

    @Test
    void facts_have_one_current_row() {
        assertNone(
                """
                select n.nspname || '.' || c.relname
                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and %s
                  and exists (select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'superseded_at')
                  and not exists (select from pg_catalog.pg_index i where i.indrelid = c.oid and i.indisunique
                                  and pg_get_expr(i.indpred, i.indrelid) like '%%superseded_at IS NULL%%')
                """);
    }

    @Test
    void the_application_cannot_pass_the_walls() throws Exception {
        assertThat(
                        ask(
                                """
                                select rolname from pg_catalog.pg_roles
                                where rolname in ('bofast_app', 'bofast_owner')
                                  and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)
                                """))
                .isEmpty();
        assertThat(
                        ask(
                                """
                                select n.nspname || '.' || c.relname
                                from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                                where %s and c.relkind in ('r', 'p')
                                  and (c.relowner = 'bofast_app'::regrole
                                       or has_table_privilege('bofast_app', c.oid, 'truncate'))
                                """
                                        .formatted(OURS)))
                .isEmpty();
    }

    private static void assertNone(String sql) {
        try {
            assertThat(ask(sql.formatted(OURS))).isEmpty();
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ask(String sql) throws java.sql.SQLException {
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
        }
    }
}
