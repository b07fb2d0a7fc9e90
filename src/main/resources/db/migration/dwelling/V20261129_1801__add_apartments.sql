-- The apartments a board lets to people: on which agreement with a landlord, of which kind, from when to when.
create table dwelling.agreement (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    landlord_id   uuid not null,
    kind          text not null,
    name          text not null,
    yearly_quota  int,
    notice_months int,
    waiver_until  date,
    start_on      date not null,
    end_on        date,
    note          text,
    version       int not null,
    created_at    timestamptz not null,
    created_by    uuid,
    constraint agreement_pk primary key (board_id, id),
    constraint agreement_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint agreement_kind_known check (kind in ('BLOCK_LEASE', 'YEARLY_QUOTA', 'SINGLE')),
    constraint agreement_quota_has_number check ((kind = 'YEARLY_QUOTA') = (yearly_quota is not null)),
    constraint agreement_quota_few check (yearly_quota between 1 and 10000),
    constraint agreement_notice_few check (notice_months between 0 and 24),
    constraint agreement_runs_forward check (end_on is null or end_on >= start_on)
);
comment on column dwelling.agreement.waiver_until is
    'last day of a general approval by the rent tribunal of waivers of security of tenure (JB 12 kap. 45 a §), or null';
create index agreement_landlord on dwelling.agreement (board_id, landlord_id);
call framework.wall('dwelling.agreement');
grant select, insert, update on dwelling.agreement to bofast_app;

create table dwelling.apartment (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    dwelling_id   uuid not null,
    agreement_id  uuid,
    number        text not null,
    kind          text not null,
    floor         int,
    lift          boolean,
    step_free     boolean,
    wheelchair    boolean,
    square_metres int,
    most_people   int,
    shared        boolean not null,
    start_on      date not null,
    end_on        date,
    end_cause     text,
    note          text,
    version       int not null,
    created_at    timestamptz not null,
    created_by    uuid,
    period        daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    constraint apartment_pk primary key (board_id, id),
    constraint apartment_dwelling_fk foreign key (board_id, dwelling_id) references dwelling.dwelling (board_id, id),
    constraint apartment_agreement_fk foreign key (board_id, agreement_id) references dwelling.agreement (board_id, id),
    constraint apartment_kind_known check (kind in ('TRAINING', 'TRIAL', 'TRANSITIONAL', 'HOUSING_FIRST', 'ACUTE', 'SUPPORTED', 'RESPITE')),
    constraint apartment_end_cause_known check (end_cause in ('TAKEN_OVER', 'RETURNED', 'TERMINATED_BY_LANDLORD', 'OTHER')),
    constraint apartment_cause_has_end check (end_cause is null or end_on is not null),
    constraint apartment_floor_real check (floor between -3 and 60),
    constraint apartment_square_metres_real check (square_metres between 8 and 500),
    constraint apartment_most_people_few check (most_people between 1 and 30),
    constraint apartment_runs_forward check (end_on is null or end_on >= start_on),
    constraint apartment_held_once exclude using gist (board_id with =, dwelling_id with =, period with &&)
);
comment on column dwelling.apartment.number is 'the landlord''s or the board''s own number of the apartment';
create index apartment_dwelling on dwelling.apartment (board_id, dwelling_id);
create index apartment_agreement on dwelling.apartment (board_id, agreement_id);
create unique index apartment_number_once on dwelling.apartment (board_id, area_id, number) where end_on is null;
call framework.wall('dwelling.apartment');
grant select, insert, update on dwelling.apartment to bofast_app;

-- What the board pays the landlord a month for the apartment, from a day.
create table dwelling.apartment_rent (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    apartment_id  uuid not null,
    start_on      date not null,
    rent_ore      bigint not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint apartment_rent_pk primary key (board_id, id),
    constraint apartment_rent_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id),
    constraint apartment_rent_not_negative check (rent_ore >= 0)
);
create unique index apartment_rent_current on dwelling.apartment_rent (board_id, apartment_id, start_on) where superseded_at is null;
create index apartment_rent_apartment on dwelling.apartment_rent (board_id, apartment_id, recorded_at);
call framework.wall('dwelling.apartment_rent');
grant select, insert on dwelling.apartment_rent to bofast_app;
grant update (superseded_at) on dwelling.apartment_rent to bofast_app;

create view dwelling.v_agreement with (security_invoker = true) as
select board_id, area_id, id as agreement_id, landlord_id, kind, name, yearly_quota, notice_months, waiver_until, start_on, end_on
from dwelling.agreement;

create view dwelling.v_apartment with (security_invoker = true) as
select a.board_id, a.area_id, a.id as apartment_id, a.dwelling_id, a.agreement_id, d.landlord_id, a.number, a.kind, d.street,
       d.apartment, d.postal_code, d.city, d.rooms, a.floor, a.lift, a.step_free, a.wheelchair, a.square_metres, a.most_people,
       a.shared, a.start_on, a.end_on, a.end_cause
from dwelling.apartment a
join dwelling.dwelling d on d.board_id = a.board_id and d.id = a.dwelling_id;

create view dwelling.v_apartment_rent with (security_invoker = true) as
select board_id, area_id, apartment_id, start_on, rent_ore
from dwelling.apartment_rent
where superseded_at is null;

grant select on dwelling.v_agreement, dwelling.v_apartment, dwelling.v_apartment_rent to bofast_app;
