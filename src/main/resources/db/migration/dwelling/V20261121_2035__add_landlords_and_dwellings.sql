-- Landlords with their contacts, and dwellings that are real.
create schema dwelling;
grant usage on schema dwelling to bofast_app;

create table dwelling.landlord (
    board_id            uuid not null,
    area_id             uuid not null,
    id                  uuid not null,
    name                text collate framework.swedish not null,
    name_key            text not null,
    kind                text not null,
    organisation_number text,
    street              text,
    postal_code         text,
    city                text,
    phone               text,
    email               text,
    note                text,
    created_at          timestamptz not null,
    created_by          uuid,
    closed_on           date,
    constraint landlord_pk primary key (board_id, id),
    constraint landlord_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint landlord_kind_known check (kind in ('MUNICIPAL', 'PRIVATE', 'COOPERATIVE', 'FOUNDATION', 'PERSON'))
);
create unique index landlord_name_once on dwelling.landlord (board_id, area_id, name_key) where closed_on is null;
create index landlord_by_name on dwelling.landlord (board_id, name, id);
create index landlord_area on dwelling.landlord (board_id, area_id);
call framework.wall('dwelling.landlord');
grant select, insert, update on dwelling.landlord to bofast_app;

create table dwelling.landlord_contact (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    landlord_id uuid not null,
    name        text not null,
    function    text,
    phone       text,
    email       text,
    ended_on    date,
    constraint landlord_contact_pk primary key (board_id, id),
    constraint landlord_contact_landlord_fk foreign key (board_id, landlord_id)
        references dwelling.landlord (board_id, id)
);
create index landlord_contact_landlord on dwelling.landlord_contact (board_id, landlord_id);
call framework.wall('dwelling.landlord_contact');
grant select, insert, update on dwelling.landlord_contact to bofast_app;

create table dwelling.dwelling (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    landlord_id uuid,
    street      text not null,
    apartment   text,
    postal_code text,
    city        text,
    rooms       int,
    address_key text not null,
    created_at  timestamptz not null,
    constraint dwelling_pk primary key (board_id, id),
    constraint dwelling_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint dwelling_rooms_few check (rooms between 1 and 30)
);
create index dwelling_landlord on dwelling.dwelling (board_id, landlord_id);
create unique index dwelling_address on dwelling.dwelling (board_id, area_id, address_key, apartment)
    nulls not distinct;
create index dwelling_by_address on dwelling.dwelling (board_id, address_key);
call framework.wall('dwelling.dwelling');
grant select, insert, update on dwelling.dwelling to bofast_app;

create view dwelling.v_landlord with (security_invoker = true) as
select board_id, area_id, id as landlord_id, name, name_key, kind, street, postal_code, city, phone, email, closed_on
from dwelling.landlord;

create view dwelling.v_dwelling with (security_invoker = true) as
select board_id, area_id, id as dwelling_id, landlord_id, street, apartment, postal_code, city, rooms, address_key
from dwelling.dwelling;

grant select on dwelling.v_landlord, dwelling.v_dwelling to bofast_app;
