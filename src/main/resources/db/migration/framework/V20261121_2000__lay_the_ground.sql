-- The functions the walls ask, the procedure that raises a wall, and the sessions.
create extension if not exists btree_gist schema framework;

create collation framework.swedish (provider = icu, locale = 'sv-SE');

create function framework.board_id() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('bofast.board', true), '')::uuid;

create function framework.area_ids() returns uuid[]
    language sql stable parallel safe
    return string_to_array(nullif(current_setting('bofast.areas', true), ''), ',')::uuid[];

create function framework.account_id() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('bofast.account', true), '')::uuid;

-- Raises the wall of board and area around a table, for its owner too.
create procedure framework.wall(target regclass)
    language plpgsql
    as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy board_and_area on %s'
        ' using (board_id = framework.board_id() and area_id = any (framework.area_ids()))'
        ' with check (board_id = framework.board_id() and area_id = any (framework.area_ids()))',
        target);
end
$$;

grant usage on schema framework to bofast_app;
grant execute on function framework.board_id(), framework.area_ids(), framework.account_id() to bofast_app;

-- As Spring Session asks for it; holds no board's data, only whom a browser is logged in as.
create table framework.spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on framework.spring_session (session_id);
create index spring_session_ix2 on framework.spring_session (expiry_time);
create index spring_session_ix3 on framework.spring_session (principal_name);

create table framework.spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references framework.spring_session (primary_id) on delete cascade
);
grant select, insert, update, delete on framework.spring_session, framework.spring_session_attributes
    to bofast_app;
