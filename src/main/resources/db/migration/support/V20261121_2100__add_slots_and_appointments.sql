-- Home visits with a timer, times to offer, appointments, the codes of letters.

alter table support.contact add constraint contact_advice_known check (advice <@ array[
    'TENANCY_ADVICE', 'BUDGET_ADVICE', 'SENT_TO_BUDGET_ADVISER', 'SENT_TO_INCOME_SUPPORT', 'SENT_TO_OTHER',
    'HELP_WITH_PAPERS', 'WARNING_HELPED', 'CONSULTED_COLLEAGUE']::text[]);
alter table support.contact add constraint contact_next_try_has_a_day
    check (next_try_way is null or next_try_on is not null);

-- A planned home visit, and the colleague who wonders if nobody is heard of in time.
create table support.visit (
    board_id            uuid not null,
    area_id             uuid not null,
    id                  uuid not null,
    matter_kind         text not null,
    matter_id           uuid not null,
    person_id           uuid,
    account_id          uuid not null,
    with_account_id     uuid,
    with_landlord       boolean not null,
    start_at            timestamptz not null,
    check_in_due_at     timestamptz not null,
    check_in_account_id uuid not null,
    checked_in_at       timestamptz,
    checked_in_by       uuid,
    cancelled_at        timestamptz,
    recorded_at         timestamptz not null,
    recorded_by         uuid,
    constraint visit_pk primary key (board_id, id),
    constraint visit_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint visit_account_fk foreign key (account_id) references access.account (id),
    constraint visit_with_account_fk foreign key (with_account_id) references access.account (id),
    constraint visit_check_in_account_fk foreign key (check_in_account_id) references access.account (id),
    constraint visit_check_in_comes_after check (check_in_due_at > start_at),
    constraint visit_goes_with_somebody_else check (with_account_id <> account_id),
    constraint visit_somebody_else_waits check (check_in_account_id <> account_id)
);
create index visit_matter on support.visit (board_id, matter_id, start_at);
create index visit_person on support.visit (board_id, person_id);
create index visit_account on support.visit (account_id);
create index visit_with_account on support.visit (with_account_id);
create index visit_check_in_account on support.visit (check_in_account_id);
create index visit_not_heard_of on support.visit (board_id, check_in_due_at)
    where checked_in_at is null and cancelled_at is null;
call framework.wall('support.visit');
grant select, insert on support.visit to bofast_app;
grant update (checked_in_at, checked_in_by, cancelled_at) on support.visit to bofast_app;

-- A time an adviser offers, with room for one. Taken when it names its appointment: that column is
-- what those who book at once queue for.
create table support.slot (
    board_id       uuid not null,
    area_id        uuid not null,
    id             uuid not null,
    account_id     uuid not null,
    unit_id        uuid not null,
    series_id      uuid not null,
    start_at       timestamptz not null,
    end_at         timestamptz not null,
    place          text not null,
    language       text,
    appointment_id uuid,
    withdrawn_at   timestamptz,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    constraint slot_pk primary key (board_id, id),
    constraint slot_account_fk foreign key (account_id) references access.account (id),
    constraint slot_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint slot_runs_forward check (end_at > start_at),
    constraint slot_taken_is_not_withdrawn check (appointment_id is null or withdrawn_at is null),
    constraint slot_one_at_a_time exclude using gist
        (board_id with =, account_id with =, tstzrange(start_at, end_at) with &&) where (withdrawn_at is null)
);
comment on column support.slot.language is 'ISO 639-1 of the interpreter booked with the time';
create index slot_account on support.slot (account_id);
create index slot_unit on support.slot (board_id, unit_id, start_at);
create index slot_free on support.slot (board_id, unit_id, start_at, id)
    where appointment_id is null and withdrawn_at is null;
call framework.wall('support.slot');
grant select, insert on support.slot to bofast_app;
grant update (appointment_id, withdrawn_at) on support.slot to bofast_app;

create table support.appointment (
    board_id             uuid not null,
    area_id              uuid not null,
    id                   uuid not null,
    matter_kind          text not null,
    matter_id            uuid not null,
    person_id            uuid not null,
    slot_id              uuid not null,
    state                text not null,
    interpreter_language text,
    code_hash            text not null,
    code_until_at        timestamptz not null,
    recorded_at          timestamptz not null,
    recorded_by          uuid,
    constraint appointment_pk primary key (board_id, id),
    constraint appointment_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint appointment_slot_fk foreign key (board_id, slot_id) references support.slot (board_id, id),
    constraint appointment_state_known check (state in
        ('PROPOSED', 'CONFIRMED', 'MOVED', 'DECLINED', 'CAME', 'DID_NOT_COME', 'CANCELLED')),
    constraint appointment_code_is_hashed check (code_hash ~ '^[0-9a-f]{64}$')
);
comment on column support.appointment.code_hash is 'keyed with the code_key of board and area; the code itself is on the paper alone';
create unique index appointment_code on support.appointment (code_hash);
-- A declined or cancelled appointment keeps the time it was for, but no longer holds it.
create unique index appointment_slot_once on support.appointment (board_id, slot_id)
    where state not in ('DECLINED', 'CANCELLED');
create index appointment_slot on support.appointment (board_id, slot_id);
create index appointment_matter on support.appointment (board_id, matter_id);
create index appointment_person on support.appointment (board_id, person_id);
call framework.wall('support.appointment');
grant select, insert on support.appointment to bofast_app;
grant update (state, slot_id, code_until_at) on support.appointment to bofast_app;

alter table support.slot add constraint slot_appointment_fk
    foreign key (board_id, appointment_id) references support.appointment (board_id, id);
create unique index slot_appointment on support.slot (board_id, appointment_id);

-- What happened to an appointment. Never changed, never erased.
create table support.appointment_event (
    board_id       uuid not null,
    area_id        uuid not null,
    id             uuid not null,
    appointment_id uuid not null,
    ordinal        int not null,
    slot_id        uuid not null,
    state          text not null,
    by_code        boolean not null,
    undo           boolean not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    constraint appointment_event_pk primary key (board_id, id),
    constraint appointment_event_in_order unique (board_id, appointment_id, ordinal),
    constraint appointment_event_appointment_fk foreign key (board_id, appointment_id)
        references support.appointment (board_id, id),
    constraint appointment_event_slot_fk foreign key (board_id, slot_id) references support.slot (board_id, id),
    constraint appointment_event_state_known check (state in
        ('PROPOSED', 'CONFIRMED', 'MOVED', 'DECLINED', 'CAME', 'DID_NOT_COME', 'CANCELLED'))
);
comment on column support.appointment_event.by_code is
    'answered with the code of the letter: not confirmed by the person';
create index appointment_event_slot on support.appointment_event (board_id, slot_id);
call framework.wall('support.appointment_event');
grant select, insert on support.appointment_event to bofast_app;

-- The secret that turns codes into what the database holds: one for each area of a board.
create table support.code_key (
    board_id    uuid not null,
    area_id     uuid not null,
    secret      bytea not null,
    recorded_at timestamptz not null,
    constraint code_key_pk primary key (board_id, area_id),
    constraint code_key_long_enough check (octet_length(secret) >= 32)
);
call framework.wall('support.code_key');
grant select, insert on support.code_key to bofast_app;

-- Who types a code says no board. The door hashes it with every area's secret and asks whose it is;
-- it learns the ids of board and area, nothing else.
create policy the_door_knows_the_keys on support.code_key for select to bofast_owner using (true);
create policy the_door_looks_for_the_board on support.appointment for select to bofast_owner using (true);

create function support.code_keys() returns table (secret bytea)
    language sql stable security definer set search_path = ''
    begin atomic
        select k.secret from support.code_key k order by k.board_id, k.area_id;
    end;

create function support.board_with_code(hashes text[], now timestamptz)
    returns table (board_id uuid, area_id uuid, code_hash text)
    language sql stable security definer set search_path = ''
    begin atomic
        select a.board_id, a.area_id, a.code_hash
        from support.appointment a
        where a.code_hash = any (hashes)
          and a.code_until_at > now
          and a.state in ('PROPOSED', 'CONFIRMED', 'MOVED', 'DECLINED');
    end;
revoke all on function support.code_keys(), support.board_with_code(text[], timestamptz) from public;
grant execute on function support.code_keys(), support.board_with_code(text[], timestamptz) to bofast_app;

-- How often an address has tried a code this hour. The address is hashed with a secret of the day;
-- when the secret is gone, nobody can say whose the hash was.
create table support.door_secret (
    day_on date not null,
    secret bytea not null,
    constraint door_secret_pk primary key (day_on)
);
alter table support.door_secret enable row level security;
alter table support.door_secret force row level security;
create policy belongs_to_no_board on support.door_secret using (true) with check (true);

create table support.door_attempt (
    address_hash text not null,
    hour_at      timestamptz not null,
    attempts     int not null,
    constraint door_attempt_pk primary key (address_hash, hour_at),
    constraint door_attempt_counts_up check (attempts > 0)
);
create index door_attempt_hour on support.door_attempt (hour_at);
alter table support.door_attempt enable row level security;
alter table support.door_attempt force row level security;
create policy belongs_to_no_board on support.door_attempt using (true) with check (true);
grant select, insert, update, delete on support.door_secret, support.door_attempt to bofast_app;

create view support.v_visit with (security_invoker = true) as
select board_id, area_id, id as visit_id, matter_kind, matter_id, person_id, account_id, with_landlord, start_at,
       check_in_due_at, check_in_account_id, checked_in_at, cancelled_at
from support.visit;

create view support.v_slot with (security_invoker = true) as
select board_id, area_id, id as slot_id, account_id, unit_id, start_at, end_at, language, appointment_id, withdrawn_at
from support.slot;

create view support.v_appointment with (security_invoker = true) as
select a.board_id, a.area_id, a.id as appointment_id, a.matter_kind, a.matter_id, a.person_id, a.slot_id,
       s.account_id, s.unit_id, s.start_at, s.end_at, a.state, a.state = 'CAME' as came, a.interpreter_language,
       a.recorded_at as proposed_at
from support.appointment a
join support.slot s on s.board_id = a.board_id and s.id = a.slot_id;

create view support.v_appointment_event with (security_invoker = true) as
select board_id, area_id, appointment_id, ordinal, slot_id, state, by_code, undo, recorded_at from support.appointment_event;

grant select on support.v_visit, support.v_slot, support.v_appointment, support.v_appointment_event to bofast_app;
