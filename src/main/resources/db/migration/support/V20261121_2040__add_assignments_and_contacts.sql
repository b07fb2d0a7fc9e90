-- Who carries whom, contacts made, attempts planned, notes for safe visits.
create schema support;
grant usage on schema support to bofast_app;

-- An assignment (uppdrag, aktualitet) at a unit. What makes a person "known"; a signal alone does not.
create table support.assignment (
    board_id        uuid not null,
    area_id         uuid not null,
    id              uuid not null,
    person_id       uuid not null,
    unit_id         uuid not null,
    account_id      uuid,
    external_number text,
    start_on        date not null,
    end_on          date,
    period          daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    recorded_at     timestamptz not null,
    recorded_by     uuid,
    constraint assignment_pk primary key (board_id, id),
    constraint assignment_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint assignment_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint assignment_account_fk foreign key (account_id) references access.account (id),
    constraint assignment_runs_forward check (end_on is null or end_on >= start_on)
);
create index assignment_person on support.assignment (board_id, person_id, start_on);
create index assignment_unit on support.assignment (board_id, unit_id);
create index assignment_account on support.assignment (account_id);
call framework.wall('support.assignment');
grant select, insert on support.assignment to bofast_app;
grant update (account_id, end_on, external_number) on support.assignment to bofast_app;

-- A contact or an attempt at one. The matter is a case in whatever room; support knows no cases.
create table support.contact (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    matter_kind  text not null,
    matter_id    uuid not null,
    person_id    uuid,
    counterpart  text not null,
    way          text not null,
    outcome      text not null,
    with_landlord boolean not null,
    happened_at  timestamptz not null,
    note         text,
    advice       text[] not null,
    next_try_on  date,
    next_try_way text,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    to_file_at   timestamptz,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    constraint contact_pk primary key (board_id, id),
    constraint contact_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint contact_counterpart_known check (counterpart in
        ('TENANT', 'LANDLORD', 'ENFORCEMENT_AUTHORITY', 'OTHER_UNIT', 'HEALTH_CARE', 'RELATIVE', 'COLLEAGUE', 'OTHER')),
    constraint contact_way_known check (way in ('LETTER', 'PHONE', 'SMS', 'EMAIL', 'HOME_VISIT', 'OFFICE', 'DIGITAL_MEETING')),
    constraint contact_outcome_known check (outcome in
        ('PERSONAL_CONTACT', 'NO_ANSWER', 'LEFT_MESSAGE', 'RETURNED', 'REFUSED', 'SENT', 'INFORMATION_GIVEN')),
    constraint contact_withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on column support.contact.to_file_at is 'when the note was copied to the board''s file ("förd till akten")';
create index contact_matter on support.contact (board_id, matter_id, happened_at);
create index contact_person on support.contact (board_id, person_id);
create index contact_next_try on support.contact (board_id, next_try_on) where next_try_on is not null and withdrawn_at is null;
call framework.wall('support.contact');
grant select, insert on support.contact to bofast_app;
grant update (to_file_at, withdrawn_at, withdrawn_reason, next_try_on, next_try_way) on support.contact to bofast_app;

-- Visible, factual, expiring (product.md H: safe home visits).
create table support.visit_note (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    note        text not null,
    two_people  boolean not null,
    until_on    date not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    ended_at    timestamptz,
    constraint visit_note_pk primary key (board_id, id),
    constraint visit_note_person_fk foreign key (board_id, person_id) references person.person (board_id, id)
);
create index visit_note_person on support.visit_note (board_id, person_id);
call framework.wall('support.visit_note');
grant select, insert on support.visit_note to bofast_app;
grant update (ended_at) on support.visit_note to bofast_app;

create view support.v_assignment with (security_invoker = true) as
select board_id, area_id, id as assignment_id, person_id, unit_id, account_id, external_number, start_on, end_on, period
from support.assignment;

create view support.v_contact with (security_invoker = true) as
select board_id, area_id, id as contact_id, matter_kind, matter_id, person_id, counterpart, way, outcome,
       with_landlord, happened_at, advice, next_try_on, next_try_way, recorded_by
from support.contact where withdrawn_at is null;

create view support.v_visit_note with (security_invoker = true) as
select board_id, person_id, two_people, until_on, ended_at from support.visit_note;

grant select on support.v_assignment, support.v_contact, support.v_visit_note to bofast_app;
