-- Has the tables counted anew that the running transaction has filled, so that the planner knows them while it runs.
-- Runs as the owner: counting reads a sample of the table and shows nothing of it. A table that somebody else counts
-- at this moment is left to them.
create procedure framework.count_what_has_grown()
    language plpgsql
    security definer
    set search_path = pg_catalog
    as $$
declare
    grown record;
begin
    for grown in
        select t.schemaname, t.relname
        from pg_catalog.pg_stat_xact_user_tables t
        where t.n_tup_ins + t.n_tup_upd >= 50 and t.schemaname <> 'framework'
        order by t.relid
    loop
        execute pg_catalog.format('analyze (skip_locked) %I.%I', grown.schemaname, grown.relname);
    end loop;
end
$$;

revoke all on procedure framework.count_what_has_grown() from public;
grant execute on procedure framework.count_what_has_grown() to bofast_app;
