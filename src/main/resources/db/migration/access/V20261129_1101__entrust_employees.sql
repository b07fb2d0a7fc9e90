-- Who may see a person with a protected identity: named employees, each with a reason and a last day.
create table access.entrustment (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    person_id  uuid not null,
    account_id uuid not null,
    start_on   date not null,
    end_on     date not null,
    reason     text not null,
    given_at   timestamptz not null,
    given_by   uuid,
    ended_at   timestamptz,
    ended_by   uuid,
    constraint entrustment_pk primary key (board_id, id),
    constraint entrustment_account_fk foreign key (account_id) references access.account (id),
    constraint entrustment_runs_forward check (end_on >= start_on),
    constraint entrustment_says_why check (reason ~ '\S')
);
comment on column access.entrustment.person_id is 'of the room of people, which this room does not know';
create unique index entrustment_current on access.entrustment (board_id, person_id, account_id) where ended_at is null;
create index entrustment_account on access.entrustment (account_id) where ended_at is null;
create index entrustment_of_account on access.entrustment (account_id);
alter table access.entrustment enable row level security;
alter table access.entrustment force row level security;
-- Asked with the appointments, before a board is chosen.
create policy the_board_and_oneself on access.entrustment
    using (board_id = framework.board_id() and area_id = any (framework.area_ids()) or account_id = framework.account_id())
    with check (board_id = framework.board_id() and area_id = any (framework.area_ids()));
grant select, insert on access.entrustment to bofast_app;
grant update (ended_at, ended_by) on access.entrustment to bofast_app;
