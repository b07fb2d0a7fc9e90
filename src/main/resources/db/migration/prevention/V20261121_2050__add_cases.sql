-- The eviction-prevention case, from its first signal to its outcome, and its clock.
create schema prevention;
grant usage on schema prevention to bofast_app;

-- Case numbers come from one row per board and year; gaps are allowed, collisions are not.
create table prevention.case_counter (
    board_id uuid not null,
    area_id  uuid not null,
    year     int not null,
    last     int not null,
    constraint case_counter_pk primary key (board_id, year)
);
call framework.wall('prevention.case_counter');
grant select, insert, update on prevention.case_counter to bofast_app;

create table prevention.prevention_case (
    board_id           uuid not null,
    area_id            uuid not null,
    id                 uuid not null,
    number             text not null,
    external_number    text,
    person_id          uuid,
    street             text,
    apartment          text,
    postal_code        text,
    city               text,
    address_key        text,
    landlord_id        uuid,
    unit_id            uuid not null,
    responsible_id     uuid,
    stage              text not null,
    reason             text,
    children           boolean not null,
    opened_on          date not null,
    opened_at          timestamptz not null,
    last_signal_at     timestamptz not null,
    first_attempt_at   timestamptz,
    first_contact_at   timestamptz,
    last_contact_at    timestamptz,
    landlord_told_at   timestamptz,
    inquiry_decided_on date,
    unread_since       timestamptz,
    next_on            date not null,
    next_rule          text,
    closed_on          date,
    constraint prevention_case_pk primary key (board_id, id),
    constraint prevention_case_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint prevention_case_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint prevention_case_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint prevention_case_responsible_fk foreign key (responsible_id) references access.account (id),
    constraint prevention_case_number_once unique (board_id, number),
    constraint prevention_case_stage_known check (stage in ('NEW', 'CONTACT', 'PLAN', 'HOME_LOST', 'CLOSED')),
    constraint prevention_case_closed_says_when check ((stage = 'CLOSED') = (closed_on is not null))
);
comment on column prevention.prevention_case.next_on is
    'the first day something the board must do falls due, infinity when nothing does; kept by the clock, read by the lists';
comment on column prevention.prevention_case.unread_since is
    'set when the case is given to someone or gets a new signal, emptied when the responsible opens it';
create index prevention_case_next on prevention.prevention_case (board_id, next_on, id) where stage <> 'CLOSED';
create index prevention_case_responsible on prevention.prevention_case (board_id, responsible_id, next_on, id);
create index prevention_case_responsible_account on prevention.prevention_case (responsible_id);
create index prevention_case_unit on prevention.prevention_case (board_id, unit_id, next_on, id);
create index prevention_case_opened on prevention.prevention_case (board_id, opened_on desc, id desc);
create index prevention_case_person on prevention.prevention_case (board_id, person_id);
create index prevention_case_landlord on prevention.prevention_case (board_id, landlord_id);
create index prevention_case_address on prevention.prevention_case (board_id, address_key) where stage <> 'CLOSED';
create index prevention_case_ownerless on prevention.prevention_case (board_id, opened_at, id)
    where stage <> 'CLOSED' and responsible_id is null;
create index prevention_case_untried on prevention.prevention_case (board_id, opened_at, id)
    where stage <> 'CLOSED' and first_attempt_at is null;
create index prevention_case_undecided on prevention.prevention_case (board_id, opened_at, id)
    where stage <> 'CLOSED' and inquiry_decided_on is null;
create index prevention_case_unread on prevention.prevention_case (board_id, unread_since, id)
    where stage <> 'CLOSED' and unread_since is not null;
create unique index prevention_case_one_open_per_person on prevention.prevention_case (board_id, area_id, person_id)
    where stage <> 'CLOSED' and person_id is not null;
call framework.wall('prevention.prevention_case');
grant select, insert, update on prevention.prevention_case to bofast_app;

-- Every routed signal belongs to a case.
create table prevention.case_signal (
    board_id  uuid not null,
    area_id   uuid not null,
    signal_id uuid not null,
    case_id   uuid not null,
    joined_at timestamptz not null,
    constraint case_signal_pk primary key (board_id, signal_id),
    constraint case_signal_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint case_signal_signal_fk foreign key (board_id, signal_id) references intake.signal (board_id, id)
);
create index case_signal_case on prevention.case_signal (board_id, case_id);
call framework.wall('prevention.case_signal');
grant select, insert, update, delete on prevention.case_signal to bofast_app;

-- Facts that come up in the case, beside those that stood in the notice.
create table prevention.case_fact (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    case_id       uuid not null,
    signal_id     uuid,
    kind          text not null,
    ordinal       int not null,
    fact_on       date,
    amount_ore    bigint,
    yes           boolean,
    count         int,
    code          text,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint case_fact_pk primary key (board_id, id),
    constraint case_fact_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint case_fact_signal_fk foreign key (board_id, signal_id) references intake.signal (board_id, id),
    constraint case_fact_one_value check (num_nonnulls(fact_on, amount_ore, yes, count, code) <= 1)
);
create unique index case_fact_current on prevention.case_fact (board_id, case_id, signal_id, kind, ordinal)
    nulls not distinct where superseded_at is null;
create index case_fact_case on prevention.case_fact (board_id, case_id);
create index case_fact_signal on prevention.case_fact (board_id, signal_id);
call framework.wall('prevention.case_fact');
grant select, insert on prevention.case_fact to bofast_app;
grant update (superseded_at) on prevention.case_fact to bofast_app;

-- The computed legal days: rewritten in the transaction of the fact, rechecked every night.
create table prevention.clock_day (
    board_id     uuid not null,
    area_id      uuid not null,
    case_id      uuid not null,
    signal_id    uuid not null,
    rule         text not null,
    status       text not null,
    duty         text not null,
    day          date,
    raw_day      date,
    other_day    date,
    done_on      date,
    missing      text[] not null,
    remarks      text[] not null,
    basis        text not null,
    fingerprint  text not null,
    rule_version int not null,
    computed_at  timestamptz not null,
    constraint clock_day_pk primary key (board_id, case_id, signal_id, rule),
    constraint clock_day_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint clock_day_signal_fk foreign key (board_id, signal_id) references intake.signal (board_id, id),
    constraint clock_day_status_known check (status in ('RUNS', 'DONE', 'NOT_RUNNING', 'FLAG')),
    constraint clock_day_running_has_day check (status <> 'RUNS' or day is not null)
);
create index clock_day_due on prevention.clock_day (board_id, day, case_id) where status = 'RUNS' and duty = 'WE_MUST';
create index clock_day_signal on prevention.clock_day (board_id, signal_id);
call framework.wall('prevention.clock_day');
grant select, insert, update, delete on prevention.clock_day to bofast_app;

create view prevention.v_case with (security_invoker = true) as
select board_id, area_id, id as case_id, number, external_number, person_id, street, apartment, postal_code, city,
       address_key, landlord_id, unit_id, responsible_id, stage, reason, children, opened_on, opened_at,
       last_signal_at, first_attempt_at, first_contact_at, last_contact_at, landlord_told_at, inquiry_decided_on,
       unread_since, next_on, next_rule, closed_on
from prevention.prevention_case;

create view prevention.v_case_signal with (security_invoker = true) as
select board_id, case_id, signal_id, joined_at from prevention.case_signal;

create view prevention.v_clock_day with (security_invoker = true) as
select * from prevention.clock_day;

create view prevention.v_case_fact with (security_invoker = true) as
select board_id, case_id, signal_id, kind, ordinal, fact_on, amount_ore, yes, count, code, recorded_at
from prevention.case_fact
where superseded_at is null and num_nonnulls(fact_on, amount_ore, yes, count, code) = 1;

create view prevention.v_case_fact_history with (security_invoker = true) as
select * from prevention.case_fact;

grant select on prevention.v_case, prevention.v_case_signal, prevention.v_clock_day, prevention.v_case_fact,
    prevention.v_case_fact_history to bofast_app;
