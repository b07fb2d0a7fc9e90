-- Dealings with landlords and the housing agency about apartments for the board: contacts, requests, offers.
create table dwelling.supply_dealing (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    counterpart  text not null,
    landlord_id  uuid,
    other        text,
    happened_on  date not null,
    wanted       int,
    note         text,
    answer_by_on date,
    answered_on  date,
    created_at   timestamptz not null,
    created_by   uuid,
    constraint supply_dealing_pk primary key (board_id, id),
    constraint supply_dealing_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint supply_dealing_counterpart_known check (counterpart in ('LANDLORD', 'HOUSING_AGENCY', 'OTHER')),
    constraint supply_dealing_landlord_named check ((counterpart = 'LANDLORD') = (landlord_id is not null)),
    constraint supply_dealing_other_named check ((counterpart = 'OTHER') = (other is not null)),
    constraint supply_dealing_wanted_few check (wanted between 1 and 1000),
    constraint supply_dealing_runs_forward check (answered_on is null or answered_on >= happened_on)
);
comment on column dwelling.supply_dealing.wanted is 'apartments asked for, or null where it was a contact only';
create index supply_dealing_landlord on dwelling.supply_dealing (board_id, landlord_id);
create index supply_dealing_by_day on dwelling.supply_dealing (board_id, happened_on desc, id desc);
call framework.wall('dwelling.supply_dealing');
grant select, insert on dwelling.supply_dealing to bofast_app;
grant update (answered_on) on dwelling.supply_dealing to bofast_app;

create table dwelling.supply_offer (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    dealing_id    uuid,
    counterpart   text not null,
    landlord_id   uuid,
    other         text,
    offered_on    date not null,
    answer_by_on  date,
    street        text not null,
    apartment     text,
    postal_code   text,
    city          text,
    district      text,
    rooms         int,
    square_metres int,
    rent_ore      bigint,
    from_on       date,
    note          text,
    answer        text,
    answered_on   date,
    answered_by   uuid,
    reason        text,
    reason_note   text,
    apartment_id  uuid,
    created_at    timestamptz not null,
    created_by    uuid,
    constraint supply_offer_pk primary key (board_id, id),
    constraint supply_offer_dealing_fk foreign key (board_id, dealing_id) references dwelling.supply_dealing (board_id, id),
    constraint supply_offer_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint supply_offer_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id),
    constraint supply_offer_counterpart_known check (counterpart in ('LANDLORD', 'HOUSING_AGENCY', 'OTHER')),
    constraint supply_offer_other_named check ((counterpart = 'OTHER') = (other is not null)),
    constraint supply_offer_landlord_of_landlord check (counterpart <> 'LANDLORD' or landlord_id is not null),
    constraint supply_offer_rooms_few check (rooms between 1 and 30),
    constraint supply_offer_square_metres_real check (square_metres between 8 and 500),
    constraint supply_offer_rent_not_negative check (rent_ore >= 0),
    constraint supply_offer_answer_known check (answer in ('ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    constraint supply_offer_answer_whole check ((answer is null) = (answered_on is null)),
    constraint supply_offer_answer_after_offer check (answered_on is null or answered_on >= offered_on),
    constraint supply_offer_reason_known check (reason in ('RENT', 'TOO_SMALL', 'TOO_LARGE', 'AREA', 'ACCESSIBILITY', 'CONDITION',
        'TERMS', 'NO_NEED', 'TOO_LATE', 'OTHER')),
    constraint supply_offer_declined_says_why check ((answer is not distinct from 'DECLINED') = (reason is not null)),
    constraint supply_offer_accepted_is_held check ((answer is not distinct from 'ACCEPTED') = (apartment_id is not null))
);
create index supply_offer_dealing on dwelling.supply_offer (board_id, dealing_id);
create index supply_offer_landlord on dwelling.supply_offer (board_id, landlord_id);
create index supply_offer_apartment on dwelling.supply_offer (board_id, apartment_id);
create index supply_offer_by_day on dwelling.supply_offer (board_id, offered_on desc, id desc);
create index supply_offer_waiting on dwelling.supply_offer (board_id, answer_by_on) where answer is null;
call framework.wall('dwelling.supply_offer');
grant select, insert on dwelling.supply_offer to bofast_app;
grant update (answer, answered_on, answered_by, reason, reason_note, apartment_id) on dwelling.supply_offer to bofast_app;

create view dwelling.v_supply_offer with (security_invoker = true) as
select board_id, area_id, id as offer_id, counterpart, landlord_id, offered_on, answer_by_on, rooms, square_metres, rent_ore,
       district, from_on, answer, answered_on, reason, apartment_id
from dwelling.supply_offer;
grant select on dwelling.v_supply_offer to bofast_app;
