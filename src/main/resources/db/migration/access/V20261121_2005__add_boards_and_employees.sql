-- Boards, areas, units, employees and what they may do.
create schema access;
grant usage on schema access to bofast_app;

-- A board's name is public, so every log-in may read it; only the board itself may change it.
create table access.board (
    id           uuid not null,
    name         text not null,
    municipality text not null,
    county       text not null,
    neutral_name text not null,
    created_at   timestamptz not null,
    constraint board_pk primary key (id)
);
comment on column access.board.neutral_name is
    'What a letter''s code page and the outside of an envelope may say: "kommunen", never the board.';
alter table access.board enable row level security;
alter table access.board force row level security;
create policy board_names_are_public on access.board for select using (true);
create policy only_the_board_itself on access.board for update
    using (id = framework.board_id()) with check (id = framework.board_id());
create policy a_board_makes_itself on access.board for insert
    with check (id = framework.board_id());
grant select, insert on access.board to bofast_app;
grant update (name, municipality, county, neutral_name) on access.board to bofast_app;

create table access.area (
    board_id   uuid not null,
    area_id    uuid not null,
    kind       text not null,
    name       text not null,
    constraint area_pk primary key (board_id, area_id),
    constraint area_board_fk foreign key (board_id) references access.board (id),
    constraint area_kind_known check (kind in ('DEFAULT', 'BRANCH', 'PROVIDER'))
);
create unique index area_one_default on access.area (board_id) where kind = 'DEFAULT';
alter table access.area enable row level security;
alter table access.area force row level security;
create policy areas_of_the_board on access.area
    using (board_id = framework.board_id()) with check (board_id = framework.board_id());
grant select, insert, update on access.area to bofast_app;

create table access.unit (
    board_id uuid not null,
    area_id  uuid not null,
    id       uuid not null,
    kind     text not null,
    name     text not null,
    closed_on date,
    constraint unit_pk primary key (board_id, id),
    constraint unit_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint unit_kind_known check (kind in
        ('HOUSING', 'FAMILY_RECEPTION', 'ADULT_RECEPTION', 'ELDERLY_65', 'ADDICTION', 'INCOME_SUPPORT',
         'DEBT_ADVICE', 'OUTREACH', 'NEWLY_ARRIVED', 'STAFF', 'PROVIDER'))
);
create index unit_area on access.unit (board_id, area_id);
alter table access.unit enable row level security;
alter table access.unit force row level security;
grant select, insert, update on access.unit to bofast_app;

-- An account is per municipality (one database); which boards it reaches is in its appointments.
create table access.account (
    id           uuid not null,
    login        text not null,
    display_name text not null,
    locale       text not null,
    phone        text,
    created_at   timestamptz not null,
    disabled_at  timestamptz,
    constraint account_pk primary key (id),
    constraint account_login_once unique (login),
    constraint account_login_lower check (login = lower(login)),
    constraint account_locale_known check (locale in ('sv', 'en'))
);
alter table access.account enable row level security;
alter table access.account force row level security;
create policy colleagues_have_names on access.account using (true) with check (true);
grant select, insert, update on access.account to bofast_app;

create table access.credential (
    account_id      uuid not null,
    password_hash   text not null,
    failed_attempts int  not null,
    locked_until    timestamptz,
    changed_at      timestamptz not null,
    must_change     boolean not null,
    constraint credential_pk primary key (account_id),
    constraint credential_account_fk foreign key (account_id) references access.account (id)
);
alter table access.credential enable row level security;
alter table access.credential force row level security;
create policy asked_only_at_log_in on access.credential using (true) with check (true);
grant select, insert, update on access.credential to bofast_app;

create table access.appointment (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    account_id uuid not null,
    role       text not null,
    unit_id    uuid not null,
    start_on   date not null,
    end_on     date,
    period     daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    constraint appointment_pk primary key (board_id, id),
    constraint appointment_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint appointment_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint appointment_account_fk foreign key (account_id) references access.account (id),
    constraint appointment_period_runs_forward check (end_on is null or end_on >= start_on),
    constraint appointment_role_known check (role in
        ('COORDINATOR', 'GUIDE', 'OUTREACH', 'CASEWORKER', 'CASE_MANAGER', 'HOUSING_CONSULTANT',
         'DEBT_ADVISER', 'INCOME_SUPPORT', 'NEWLY_ARRIVED_SUPPORT', 'METHOD_DEVELOPER', 'ON_CALL',
         'PROVIDER_STAFF', 'UNIT_HEAD', 'DEPARTMENT_HEAD', 'STEERING_GROUP', 'ECONOMIST', 'EVALUATOR',
         'LOG_REVIEWER', 'DATA_PROTECTION_OFFICER', 'ARCHIVIST', 'ADMINISTRATOR'))
);
create index appointment_account on access.appointment (account_id);
create index appointment_area on access.appointment (board_id, area_id);
create index appointment_unit on access.appointment (board_id, unit_id);
alter table access.appointment enable row level security;
alter table access.appointment force row level security;
-- One's own appointments are seen before a board is chosen.
create policy the_board_and_oneself on access.appointment
    using ((board_id = framework.board_id() and area_id = any (framework.area_ids()))
           or account_id = framework.account_id())
    with check (board_id = framework.board_id() and area_id = any (framework.area_ids()));
grant select, insert, update on access.appointment to bofast_app;

-- All units of a board are seen, so that a case can be handed from one to another; before a board is
-- chosen, those one is appointed to.
create policy units_of_the_board on access.unit
    using (board_id = framework.board_id()
           or exists (select from access.appointment a
                      where a.account_id = framework.account_id()
                        and a.board_id = unit.board_id and a.unit_id = unit.id))
    with check (board_id = framework.board_id() and area_id = any (framework.area_ids()));

-- Who stands in for whom, and when (product.md H: every deadline has an owner and a substitute).
create table access.cover (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    account_id       uuid not null,
    cover_account_id uuid not null,
    start_on         date not null,
    end_on           date not null,
    away             boolean not null,
    period           daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    constraint cover_pk primary key (board_id, id),
    constraint cover_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint cover_account_fk foreign key (account_id) references access.account (id),
    constraint cover_cover_account_fk foreign key (cover_account_id) references access.account (id),
    constraint cover_is_somebody_else check (cover_account_id <> account_id),
    constraint cover_period_runs_forward check (end_on >= start_on)
);
create index cover_area on access.cover (board_id, area_id);
create index cover_account on access.cover (account_id);
create index cover_cover_account on access.cover (cover_account_id);
alter table access.cover enable row level security;
alter table access.cover force row level security;
create policy the_board_and_oneself on access.cover
    using ((board_id = framework.board_id() and area_id = any (framework.area_ids()))
           or cover_account_id = framework.account_id())
    with check (board_id = framework.board_id() and area_id = any (framework.area_ids()));
grant select, insert, update on access.cover to bofast_app;

-- The delegation order is data: an undertaking without a delegate cannot be printed.
create table access.delegation (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    account_id uuid not null,
    decision   text not null,
    point      text not null,
    up_to_ore  bigint,
    start_on   date not null,
    end_on     date,
    period     daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    constraint delegation_pk primary key (board_id, id),
    constraint delegation_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint delegation_account_fk foreign key (account_id) references access.account (id),
    constraint delegation_period_runs_forward check (end_on is null or end_on >= start_on),
    constraint delegation_amount_not_negative check (up_to_ore is null or up_to_ore >= 0),
    constraint delegation_decision_known check (decision in ('PAYMENT_UNDERTAKING', 'INQUIRY'))
);
create index delegation_area on access.delegation (board_id, area_id);
create index delegation_account on access.delegation (account_id);
call framework.wall('access.delegation');
grant select, insert, update on access.delegation to bofast_app;

-- What other rooms may read: names of units and colleagues.
create view access.v_unit with (security_invoker = true) as
select board_id, area_id, id as unit_id, kind, name, closed_on from access.unit;

create view access.v_account with (security_invoker = true) as
select id as account_id, display_name, phone from access.account;

create view access.v_appointment with (security_invoker = true) as
select board_id, area_id, account_id, role, unit_id, start_on, end_on, period from access.appointment;

create view access.v_cover with (security_invoker = true) as
select board_id, account_id, cover_account_id, start_on, end_on, away, period from access.cover;

create view access.v_delegation with (security_invoker = true) as
select board_id, account_id, decision, point, up_to_ore, start_on, end_on, period from access.delegation;

grant select on access.v_unit, access.v_account, access.v_appointment, access.v_cover, access.v_delegation to bofast_app;
