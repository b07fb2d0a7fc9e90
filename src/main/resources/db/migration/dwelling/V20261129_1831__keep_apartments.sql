-- What was registered by mistake is neither held nor shown to other rooms, and its place is free again.
alter table dwelling.apartment drop constraint apartment_end_cause_known;
alter table dwelling.apartment add constraint apartment_end_cause_known
    check (end_cause in ('TAKEN_OVER', 'RETURNED', 'TERMINATED_BY_LANDLORD', 'OTHER', 'MISTAKE'));
alter table dwelling.apartment drop constraint apartment_held_once;
alter table dwelling.apartment add constraint apartment_held_once
    exclude using gist (board_id with =, dwelling_id with =, period with &&) where (end_cause is distinct from 'MISTAKE');
create index apartment_held on dwelling.apartment (board_id, start_on, end_on);

create or replace view dwelling.v_apartment with (security_invoker = true) as
select a.board_id, a.area_id, a.id as apartment_id, a.dwelling_id, a.agreement_id, d.landlord_id, a.number, a.kind, d.street,
       d.apartment, d.postal_code, d.city, d.rooms, a.floor, a.lift, a.step_free, a.wheelchair, a.square_metres, a.most_people,
       a.shared, a.start_on, a.end_on, a.end_cause
from dwelling.apartment a
join dwelling.dwelling d on d.board_id = a.board_id and d.id = a.dwelling_id
where a.end_cause is distinct from 'MISTAKE';

-- Rooms of an apartment that people who do not belong together share.
create table dwelling.apartment_room (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    apartment_id  uuid not null,
    name          text not null,
    square_metres int,
    most_people   int not null,
    start_on      date not null,
    end_on        date,
    version       int not null,
    constraint apartment_room_pk primary key (board_id, id),
    constraint apartment_room_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id),
    constraint apartment_room_square_metres_real check (square_metres between 3 and 200),
    constraint apartment_room_most_people_few check (most_people between 1 and 10),
    constraint apartment_room_runs_forward check (end_on is null or end_on >= start_on)
);
create unique index apartment_room_once on dwelling.apartment_room (board_id, apartment_id, name) where end_on is null;
create index apartment_room_apartment on dwelling.apartment_room (board_id, apartment_id);
call framework.wall('dwelling.apartment_room');
grant select, insert, update on dwelling.apartment_room to bofast_app;

-- A key is one thing of metal; whom it is with is a handover. No row says which person a tenant is: the lease does.
create table dwelling.apartment_key (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    apartment_id uuid not null,
    room_id      uuid,
    kind         text not null,
    label        text not null,
    added_on     date not null,
    gone_on      date,
    gone_cause   text,
    created_at   timestamptz not null,
    created_by   uuid,
    constraint apartment_key_pk primary key (board_id, id),
    constraint apartment_key_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id),
    constraint apartment_key_room_fk foreign key (board_id, room_id) references dwelling.apartment_room (board_id, id),
    constraint apartment_key_kind_known check (kind in ('DOOR', 'ROOM', 'ENTRANCE', 'TAG', 'MAILBOX', 'STORAGE', 'LAUNDRY', 'OTHER')),
    constraint apartment_key_gone_cause_known check (gone_cause in ('LOST', 'TO_LANDLORD', 'REPLACED', 'MISTAKE')),
    constraint apartment_key_gone_whole check ((gone_on is null) = (gone_cause is null)),
    constraint apartment_key_runs_forward check (gone_on is null or gone_on >= added_on)
);
create index apartment_key_apartment on dwelling.apartment_key (board_id, apartment_id);
create index apartment_key_room on dwelling.apartment_key (board_id, room_id);
call framework.wall('dwelling.apartment_key');
grant select, insert on dwelling.apartment_key to bofast_app;
grant update (gone_on, gone_cause) on dwelling.apartment_key to bofast_app;

create table dwelling.key_handover (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    key_id      uuid not null,
    holder      text not null,
    firm        text,
    account_id  uuid,
    handed_on   date not null,
    handed_by   uuid,
    back_by_on  date,
    returned_on date,
    returned_to uuid,
    constraint key_handover_pk primary key (board_id, id),
    constraint key_handover_key_fk foreign key (board_id, key_id) references dwelling.apartment_key (board_id, id),
    constraint key_handover_holder_known check (holder in ('TENANT', 'CRAFTSMAN', 'COLLEAGUE', 'LANDLORD')),
    constraint key_handover_firm_of_craftsman check ((holder = 'CRAFTSMAN') = (firm is not null)),
    constraint key_handover_account_of_colleague check ((holder = 'COLLEAGUE') = (account_id is not null)),
    constraint key_handover_runs_forward check (returned_on is null or returned_on >= handed_on)
);
comment on column dwelling.key_handover.firm is 'the craftsman''s firm; never a tenant''s name';
create unique index key_handover_one_at_a_time on dwelling.key_handover (board_id, key_id) where returned_on is null;
create index key_handover_key on dwelling.key_handover (board_id, key_id, handed_on);
call framework.wall('dwelling.key_handover');
grant select, insert on dwelling.key_handover to bofast_app;
grant update (returned_on, returned_to) on dwelling.key_handover to bofast_app;

-- Besiktning: how the apartment was on a day. Of the apartment, never of who lives there.
create table dwelling.inspection (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    apartment_id     uuid not null,
    room_id          uuid,
    kind             text not null,
    inspected_on     date not null,
    inspected_by     text not null,
    tenant_present   boolean not null,
    landlord_present boolean not null,
    signed_at        timestamptz,
    signed_by        uuid,
    created_at       timestamptz not null,
    created_by       uuid,
    constraint inspection_pk primary key (board_id, id),
    constraint inspection_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id),
    constraint inspection_room_fk foreign key (board_id, room_id) references dwelling.apartment_room (board_id, id),
    constraint inspection_kind_known check (kind in ('MOVE_IN', 'MOVE_OUT', 'YEARLY', 'AFTER_DAMAGE'))
);
create index inspection_apartment on dwelling.inspection (board_id, apartment_id, inspected_on);
create index inspection_room on dwelling.inspection (board_id, room_id);
call framework.wall('dwelling.inspection');
grant select, insert on dwelling.inspection to bofast_app;
grant update (signed_at, signed_by) on dwelling.inspection to bofast_app;

create table dwelling.inspection_remark (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    inspection_id uuid not null,
    part          text not null,
    state         text not null,
    remark        text,
    payer         text,
    cost_ore      bigint,
    mended_on     date,
    withdrawn_at  timestamptz,
    written_at    timestamptz not null,
    written_by    uuid,
    constraint inspection_remark_pk primary key (board_id, id),
    constraint inspection_remark_inspection_fk foreign key (board_id, inspection_id) references dwelling.inspection (board_id, id),
    constraint inspection_remark_state_known check (state in ('OK', 'WEAR', 'DAMAGE', 'ACTION')),
    constraint inspection_remark_payer_known check (payer in ('TENANT', 'LANDLORD', 'BOARD', 'UNDECIDED')),
    constraint inspection_remark_ok_costs_nobody check (state <> 'OK' or payer is null and cost_ore is null),
    constraint inspection_remark_cost_not_negative check (cost_ore >= 0)
);
create index inspection_remark_inspection on dwelling.inspection_remark (board_id, inspection_id);
call framework.wall('dwelling.inspection_remark');
grant select, insert on dwelling.inspection_remark to bofast_app;
grant update (mended_on, withdrawn_at) on dwelling.inspection_remark to bofast_app;

create table dwelling.inspection_photo (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    inspection_id uuid not null,
    file_id       uuid not null,
    part          text not null,
    width         int not null,
    height        int not null,
    withdrawn_at  timestamptz,
    added_at      timestamptz not null,
    added_by      uuid,
    constraint inspection_photo_pk primary key (board_id, id),
    constraint inspection_photo_inspection_fk foreign key (board_id, inspection_id) references dwelling.inspection (board_id, id),
    constraint inspection_photo_file_fk foreign key (board_id, file_id) references letter.stored_file (board_id, id)
);
create index inspection_photo_inspection on dwelling.inspection_photo (board_id, inspection_id);
create index inspection_photo_file on dwelling.inspection_photo (board_id, file_id);
call framework.wall('dwelling.inspection_photo');
grant select, insert on dwelling.inspection_photo to bofast_app;
grant update (withdrawn_at) on dwelling.inspection_photo to bofast_app;

create view dwelling.v_apartment_room with (security_invoker = true) as
select board_id, area_id, id as room_id, apartment_id, name, square_metres, most_people, start_on, end_on
from dwelling.apartment_room;
grant select on dwelling.v_apartment_room to bofast_app;
