-- Leases the board holds, lets on or supports: who rents what of whom, on which terms, until when.
create schema tenancy;
grant usage on schema tenancy to bofast_app;

create table tenancy.lease (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    dwelling_id  uuid not null,
    apartment_id uuid,
    created_at   timestamptz not null,
    created_by   uuid,
    constraint lease_pk primary key (board_id, id),
    constraint lease_dwelling_fk foreign key (board_id, dwelling_id) references dwelling.dwelling (board_id, id),
    constraint lease_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id)
);
comment on column tenancy.lease.apartment_id is 'the board''s apartment that is let on, or null where the person rents of the landlord';
create index lease_dwelling on tenancy.lease (board_id, dwelling_id);
create index lease_apartment on tenancy.lease (board_id, apartment_id);
call framework.wall('tenancy.lease');
grant select, insert on tenancy.lease to bofast_app;

create table tenancy.lease_party (
    board_id  uuid not null,
    area_id   uuid not null,
    id        uuid not null,
    lease_id  uuid not null,
    person_id uuid not null,
    start_on  date not null,
    end_on    date,
    constraint lease_party_pk primary key (board_id, id),
    constraint lease_party_lease_fk foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
    constraint lease_party_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint lease_party_runs_forward check (end_on is null or end_on >= start_on)
);
create unique index lease_party_once on tenancy.lease_party (board_id, lease_id, person_id, start_on);
create index lease_party_person on tenancy.lease_party (board_id, person_id);
call framework.wall('tenancy.lease_party');
call framework.hide_people('tenancy.lease_party', 'person_id');
grant select, insert on tenancy.lease_party to bofast_app;
grant update (end_on) on tenancy.lease_party to bofast_app;

-- What is believed of a lease. A takeover is a change of tenure: the sublet ends with cause TAKEN_OVER and a FIRST_HAND
-- lease of the same dwelling begins the day after.
create table tenancy.lease_fact (
    board_id          uuid not null,
    area_id           uuid not null,
    id                uuid not null,
    lease_id          uuid not null,
    tenure            text not null,
    start_on          date not null,
    until_on          date,
    end_on            date,
    end_cause         text,
    notice_on         date,
    notice_by         text,
    notice_ground     text,
    notice_last_on    date,
    notice_months     int,
    let_with_others   boolean not null,
    waiver_made_on    date,
    waiver_until      date,
    waiver_approved   boolean,
    landlord_told_on  date,
    period            daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    recorded_at       timestamptz not null,
    recorded_by       uuid,
    superseded_at     timestamptz,
    reason            text not null,
    constraint lease_fact_pk primary key (board_id, id),
    constraint lease_fact_lease_fk foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
    constraint lease_fact_tenure_known check (tenure in ('FIRST_HAND', 'SUBLET', 'TRIAL', 'TRAINING', 'HOUSING_FIRST', 'TRANSITIONAL')),
    constraint lease_fact_runs_forward check (end_on is null or end_on >= start_on),
    constraint lease_fact_until_after_start check (until_on is null or until_on >= start_on),
    constraint lease_fact_end_cause_known check (end_cause in ('TAKEN_OVER', 'MOVED', 'RENT', 'DISTURBANCE', 'TIME_OUT', 'DIED',
        'OTHER', 'UNKNOWN')),
    constraint lease_fact_cause_has_end check (end_cause is null or end_on is not null),
    constraint lease_fact_notice_by_known check (notice_by in ('TENANT', 'BOARD', 'LANDLORD')),
    constraint lease_fact_notice_whole check ((notice_on is null) = (notice_by is null)),
    constraint lease_fact_waiver_whole check ((waiver_made_on is null) = (waiver_approved is null)),
    constraint lease_fact_notice_few check (notice_months between 0 and 24)
);
comment on column tenancy.lease_fact.until_on is 'last day of a lease for a fixed time, or null until further notice';
comment on column tenancy.lease_fact.let_with_others is
    'the board rents the apartment together with at least two more to let them on (JB 12 kap. 45 § 2 st.)';
create unique index lease_fact_current on tenancy.lease_fact (board_id, lease_id) where superseded_at is null;
create index lease_fact_lease on tenancy.lease_fact (board_id, lease_id, recorded_at);
create index lease_fact_ending on tenancy.lease_fact (board_id, end_on, start_on) where superseded_at is null;
call framework.wall('tenancy.lease_fact');
grant select, insert on tenancy.lease_fact to bofast_app;
grant update (superseded_at) on tenancy.lease_fact to bofast_app;

create view tenancy.v_lease with (security_invoker = true) as
select l.board_id, l.area_id, l.id as lease_id, l.dwelling_id, l.apartment_id, f.tenure, f.start_on, f.until_on, f.end_on,
       f.end_cause, f.notice_on, f.notice_by, f.notice_ground, f.notice_last_on, f.notice_months, f.let_with_others,
       f.waiver_made_on, f.waiver_until, f.waiver_approved, f.landlord_told_on, f.recorded_at
from tenancy.lease l
join tenancy.lease_fact f on f.board_id = l.board_id and f.lease_id = l.id and f.superseded_at is null;

create view tenancy.v_lease_history with (security_invoker = true) as
select l.board_id, l.area_id, l.id as lease_id, l.dwelling_id, l.apartment_id, f.tenure, f.start_on, f.until_on, f.end_on,
       f.end_cause, f.recorded_at, f.superseded_at, f.reason
from tenancy.lease l
join tenancy.lease_fact f on f.board_id = l.board_id and f.lease_id = l.id;

create view tenancy.v_lease_party with (security_invoker = true) as
select board_id, area_id, lease_id, person_id, start_on, end_on
from tenancy.lease_party;

grant select on tenancy.v_lease, tenancy.v_lease_history, tenancy.v_lease_party to bofast_app;
