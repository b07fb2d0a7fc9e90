-- What somebody whose home ends on a day was offered, and what came of it.
create table placement.help_offer (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    offer_id      uuid not null,
    person_id     uuid not null,
    stay_id       uuid,
    kind          text not null,
    offered_on    date not null,
    note          text,
    result        text not null,
    result_on     date,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint help_offer_pk primary key (board_id, id),
    constraint help_offer_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint help_offer_stay_fk foreign key (board_id, stay_id, person_id) references placement.stay (board_id, id, person_id),
    constraint help_offer_kind_known check (kind in ('OWN_SEARCH', 'GUIDE', 'LONGER_STAY', 'REFERRAL', 'OTHER_ACCOMMODATION',
        'TALK_WITH_LANDLORD', 'INCOME_SUPPORT', 'OTHER')),
    constraint help_offer_result_known check (result in ('WAITING', 'ACCEPTED', 'DECLINED', 'NOT_REACHED', 'NEW_HOME', 'LONGER',
        'NO_EFFECT')),
    constraint help_offer_result_has_day check ((result = 'WAITING') = (result_on is null)),
    constraint help_offer_result_after check (result_on is null or result_on >= offered_on)
);
create unique index help_offer_current on placement.help_offer (board_id, offer_id) where superseded_at is null;
create index help_offer_person on placement.help_offer (board_id, person_id, offered_on);
create index help_offer_stay on placement.help_offer (board_id, stay_id, person_id);
call framework.wall('placement.help_offer');
call framework.hide_people('placement.help_offer', 'person_id');
grant select, insert on placement.help_offer to bofast_app;
grant update (superseded_at) on placement.help_offer to bofast_app;

create view placement.v_help_offer with (security_invoker = true) as
select board_id, area_id, offer_id, person_id, stay_id, kind, offered_on, result, result_on, recorded_at
from placement.help_offer
where superseded_at is null;
grant select on placement.v_help_offer to bofast_app;
