-- Seals the log into a chain for each board and area, so that an entry taken away or altered is found.
-- An entry knows its transaction: all of a transaction is in one segment, and a segment is closed when no transaction
-- that could still add to it runs. Writers wait for nobody.
alter table audit.entry add column tx xid8 not null default pg_current_xact_id();
comment on column audit.entry.tx is 'the transaction that wrote it; segments of the chain are ranges of these';
-- The default fills what is there already, past the walls; from now on the log says it itself, and cannot say another.
alter table audit.entry alter column tx drop default;
create policy of_this_transaction on audit.entry as restrictive for insert with check (tx = pg_current_xact_id());
create index entry_tx on audit.entry (board_id, area_id, tx, id);

create table audit.seal (
    board_id  uuid not null,
    area_id   uuid not null,
    number    bigint not null,
    below_tx  xid8 not null,
    entries   bigint not null,
    hash      bytea not null,
    sealed_at timestamptz not null,
    constraint seal_pk primary key (board_id, area_id, number),
    constraint seal_numbered_from_one check (number > 0),
    constraint seal_of_something check (entries > 0),
    constraint seal_is_sha256 check (length(hash) = 32)
);
comment on column audit.seal.below_tx is 'the segment ends before this transaction, and the next begins with it';
comment on column audit.seal.hash is 'over the seal before, the number, the bound, the count and every entry of the segment';
call framework.wall('audit.seal');
grant select, insert on audit.seal to bofast_app;

-- Whoever verifies the log reads it whole. Nobody serves pages as this role.
create policy the_log_is_verified on audit.entry for select to bofast_owner using (true);
create policy the_seals_are_verified on audit.seal for select to bofast_owner using (true);

-- Which logs there are: the ids of board and area, nothing else. Hops from one to the next along the index.
create function audit.logs() returns table (board_id uuid, area_id uuid)
    language sql stable security definer set search_path = ''
    begin atomic
        with recursive hop as (
            (select e.board_id, e.area_id from audit.entry e order by e.board_id, e.area_id limit 1)
            union all
            select n.board_id, n.area_id
            from hop h
            cross join lateral (
                select e.board_id, e.area_id from audit.entry e
                where (e.board_id, e.area_id) > (h.board_id, h.area_id)
                order by e.board_id, e.area_id limit 1) n
        )
        select h.board_id, h.area_id from hop h;
    end;
revoke all on function audit.logs() from public;
grant execute on function audit.logs() to bofast_app;
