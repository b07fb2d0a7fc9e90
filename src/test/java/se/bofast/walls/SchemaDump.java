package se.bofast.walls;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Prints the migrated schema from the catalogue, in a form that reads well and differs only where
/// the schema differs. The server the house brings along has no pg_dump.
final class SchemaDump {

    private final Connection connection;

    SchemaDump(Connection connection) {
        this.connection = connection;
    }

    String print() throws SQLException {
        var out =
                new StringBuilder(
                        "-- Printed from the migrated database. Do not edit; see README.\n");
        for (var schema :
                ask(
                        """
                        select nspname from pg_catalog.pg_namespace
                        where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
                        order by nspname
                        """)) {
            out.append("\n-- ").append(schema).append("\n");
            for (var sql :
                    List.of(FUNCTIONS, TABLES, INDEXES, POLICIES, VIEWS, GRANTS, COLUMN_GRANTS)) {
                for (var line : ask(sql.replace(":schema", "'" + schema + "'"))) {
                    out.append(line).append("\n");
                }
            }
        }
        return out.toString();
    }

    private static final String FUNCTIONS =
            """
            select pg_get_functiondef(p.oid)
            from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            where n.nspname = :schema
              and not exists (select from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')
            order by p.proname
            """;

    private static final String TABLES =
            """
            select 'create table ' || n.nspname || '.' || c.relname || ' (' || E'\\n    '
                || (select string_agg(
                        a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                        || case when a.attcollation <> t.typcollation and a.attcollation <> 0
                                then ' collate ' || (select collname from pg_catalog.pg_collation where oid = a.attcollation) else '' end
                        || case when a.attnotnull then ' not null' else '' end
                        || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(e.adbin, e.adrelid) || ')' else '' end
                        || case when e.adbin is not null and a.attgenerated = '' then ' default ' || pg_get_expr(e.adbin, e.adrelid) else '' end
                        || case when a.attidentity <> '' then ' identity' else '' end,
                        E',\\n    ' order by a.attnum)
                    from pg_catalog.pg_attribute a
                    join pg_catalog.pg_type t on t.oid = a.atttypid
                    left join pg_catalog.pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
                || coalesce((select E',\\n    ' || string_agg('constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid), E',\\n    ' order by k.contype desc, k.conname)
                    from pg_catalog.pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'), '')
                || E'\\n);'
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = :schema and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
            order by c.relname
            """;

    private static final String INDEXES =
            """
            select pg_get_indexdef(i.indexrelid) || ';'
            from pg_catalog.pg_index i
            join pg_catalog.pg_class x on x.oid = i.indexrelid
            join pg_catalog.pg_class c on c.oid = i.indrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = :schema and c.relname <> 'flyway_schema_history'
              and not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid)
            order by x.relname
            """;

    private static final String POLICIES =
            """
            select 'create policy ' || p.polname || ' on ' || n.nspname || '.' || c.relname
                || case when p.polpermissive then '' else ' as restrictive' end
                || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' when 'd' then ' for delete' else '' end
                || case when p.polroles = '{0}' then ''
                        else ' to ' || (select string_agg(r.rolname, ', ' order by r.rolname) from pg_catalog.pg_roles r where r.oid = any(p.polroles)) end
                || coalesce(' using (' || pg_get_expr(p.polqual, c.oid) || ')', '')
                || coalesce(' with check (' || pg_get_expr(p.polwithcheck, c.oid) || ')', '') || ';'
            from pg_catalog.pg_policy p
            join pg_catalog.pg_class c on c.oid = p.polrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = :schema
            order by c.relname, p.polname
            """;

    private static final String VIEWS =
            """
            select 'create view ' || n.nspname || '.' || c.relname || coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', '')
                || E' as\\n' || pg_get_viewdef(c.oid, true)
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = :schema and c.relkind in ('v', 'm')
            order by c.relname
            """;

    private static final String GRANTS =
            """
            select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ' || g.table_schema || '.' || g.table_name || ' to ' || g.grantee || ';'
            from information_schema.role_table_grants g
            where g.table_schema = :schema and g.grantee = 'bofast_app'
            group by g.table_schema, g.table_name, g.grantee
            order by g.table_name
            """;

    /// Where a role may write some columns and not others.
    private static final String COLUMN_GRANTS =
            """
            select 'grant ' || lower(a.privilege_type) || ' (' || string_agg(c.attname, ', ' order by c.attnum) || ') on '
                || t.relnamespace::regnamespace || '.' || t.relname || ' to bofast_app;'
            from pg_catalog.pg_class t
            join pg_catalog.pg_attribute c on c.attrelid = t.oid
            cross join lateral aclexplode(c.attacl) a
            where t.relnamespace::regnamespace::text = :schema and a.grantee = 'bofast_app'::regrole
            group by t.relnamespace, t.relname, a.privilege_type
            order by t.relname, a.privilege_type
            """;

    private List<String> ask(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
