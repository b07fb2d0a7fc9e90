-- What a page needs to be safe to press twice and to lose nothing.
create schema page;
grant usage on schema page to bofast_app;

create table page.command (
    board_id   uuid not null,
    area_id    uuid not null,
    account_id uuid not null,
    action     text not null,
    key        uuid not null,
    result     text not null,
    at         timestamptz not null,
    constraint command_pk primary key (board_id, account_id, action, key)
);
call framework.wall('page.command');
grant select, insert, update on page.command to bofast_app;

create table page.draft (
    board_id   uuid not null,
    area_id    uuid not null,
    account_id uuid not null,
    form       text not null,
    body       jsonb not null,
    saved_at   timestamptz not null,
    constraint draft_pk primary key (board_id, account_id, form)
);
call framework.wall('page.draft');
grant select, insert, update, delete on page.draft to bofast_app;

-- The filter one last used in a list: codes and ids only, never a name or a number.
create table page.remembered_filter (
    board_id   uuid not null,
    area_id    uuid not null,
    account_id uuid not null,
    list       text not null,
    query      text not null,
    saved_at   timestamptz not null,
    constraint remembered_filter_pk primary key (board_id, account_id, list)
);
call framework.wall('page.remembered_filter');
grant select, insert, update on page.remembered_filter to bofast_app;

-- A search for a person never stands in an address: the address names this row.
create table page.search (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    account_id uuid not null,
    words      text not null,
    at         timestamptz not null,
    constraint search_pk primary key (board_id, id)
);
call framework.wall('page.search');
grant select, insert, delete on page.search to bofast_app;
