-- What a lease says more, what its tenant owes and has paid, what the board pays the landlord, and the way from a
-- referral to a lease of one's own.

-- Whether the apartment is let together with others, nobody may have said yet.
alter table tenancy.lease_fact alter column let_with_others drop not null;
alter table tenancy.lease_fact add column reviewed_on date;
alter table tenancy.lease_fact add column tenant_died_on date;
comment on column tenancy.lease_fact.reviewed_on is
    'the day it was decided what happens before the tenant wins security of tenure (JB 12 kap. 45 §)';

-- What the tenant is to pay a month, from a day. What falls due each month is reckoned from this and never kept.
create table tenancy.rent (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    lease_id      uuid not null,
    start_on      date not null,
    rent_ore      bigint not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint rent_pk primary key (board_id, id),
    constraint rent_lease_fk foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
    constraint rent_not_negative check (rent_ore between 0 and 100000000)
);
create unique index rent_current on tenancy.rent (board_id, lease_id, start_on) where superseded_at is null;
create index rent_lease on tenancy.rent (board_id, lease_id, recorded_at);
call framework.wall('tenancy.rent');
grant select, insert on tenancy.rent to bofast_app;
grant update (superseded_at) on tenancy.rent to bofast_app;

-- What was paid or credited. Wrong entries are withdrawn, never changed.
create table tenancy.entry (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    lease_id         uuid not null,
    kind             text not null,
    entry_on         date not null,
    amount_ore       bigint not null,
    reference        text,
    note             text,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid,
    withdrawn_reason text,
    constraint entry_pk primary key (board_id, id),
    constraint entry_lease_fk foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
    constraint entry_kind_known check (kind in ('PAID_BY_TENANT', 'PAID_BY_BOARD', 'PAID_BY_OTHER', 'CREDIT')),
    constraint entry_amount_positive check (amount_ore between 1 and 10000000000),
    constraint entry_credit_has_note check (kind <> 'CREDIT' or note is not null),
    constraint entry_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index entry_lease on tenancy.entry (board_id, lease_id, entry_on);
call framework.wall('tenancy.entry');
grant select, insert on tenancy.entry to bofast_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on tenancy.entry to bofast_app;

-- The board's own rent to the landlord: paid for which month, when.
create table tenancy.landlord_payment (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    apartment_id     uuid not null,
    month_on         date not null,
    paid_on          date not null,
    amount_ore       bigint not null,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid,
    withdrawn_reason text,
    constraint landlord_payment_pk primary key (board_id, id),
    constraint landlord_payment_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id),
    constraint landlord_payment_month_first check (extract(day from month_on) = 1),
    constraint landlord_payment_not_negative check (amount_ore between 0 and 10000000000),
    constraint landlord_payment_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index landlord_payment_once on tenancy.landlord_payment (board_id, apartment_id, month_on) where withdrawn_at is null;
create index landlord_payment_apartment on tenancy.landlord_payment (board_id, apartment_id);
create index landlord_payment_month on tenancy.landlord_payment (board_id, month_on) where withdrawn_at is null;
call framework.wall('tenancy.landlord_payment');
grant select, insert on tenancy.landlord_payment to bofast_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on tenancy.landlord_payment to bofast_app;

-- A person waits for an apartment since a day. Where the referral stands is read from its events and kept nowhere.
create table tenancy.referral (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    unit_id     uuid not null,
    account_id  uuid,
    referred_on date not null,
    created_at  timestamptz not null,
    created_by  uuid,
    constraint referral_pk primary key (board_id, id),
    constraint referral_person_once unique (board_id, id, person_id),
    constraint referral_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint referral_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id)
);
create index referral_person on tenancy.referral (board_id, person_id);
create index referral_unit on tenancy.referral (board_id, unit_id);
call framework.wall('tenancy.referral');
call framework.hide_people('tenancy.referral', 'person_id');
grant select, insert on tenancy.referral to bofast_app;

-- What the person has said they need. Empty: nothing was said. What stands in words filters nothing.
create table tenancy.referral_fact (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    referral_id   uuid not null,
    person_id     uuid not null,
    granted_on    date,
    kinds         text[] not null,
    rooms_least   int,
    people        int,
    floor_most    int,
    lift          boolean not null,
    step_free     boolean not null,
    wheelchair    boolean not null,
    not_shared    boolean not null,
    rent_most_ore bigint,
    areas_wished  text[] not null,
    areas_avoided text[] not null,
    pets          boolean not null,
    near_school   text,
    words         text,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint referral_fact_pk primary key (board_id, id),
    constraint referral_fact_referral_fk foreign key (board_id, referral_id, person_id)
        references tenancy.referral (board_id, id, person_id),
    constraint referral_fact_kinds_known check (kinds <@ array['TRAINING', 'TRIAL', 'TRANSITIONAL', 'HOUSING_FIRST', 'ACUTE',
        'SUPPORTED', 'RESPITE']),
    constraint referral_fact_rooms_few check (rooms_least between 1 and 12),
    constraint referral_fact_people_few check (people between 1 and 30),
    constraint referral_fact_floor_real check (floor_most between -3 and 60),
    constraint referral_fact_rent_real check (rent_most_ore between 1 and 100000000)
);
create unique index referral_fact_current on tenancy.referral_fact (board_id, referral_id) where superseded_at is null;
create index referral_fact_referral on tenancy.referral_fact (board_id, referral_id, person_id, recorded_at);
comment on column tenancy.referral_fact.granted_on is
    'the day the home was granted by a decision, which is to be carried out within three months (SoL 34 kap. 1 §)';
call framework.wall('tenancy.referral_fact');
call framework.hide_people('tenancy.referral_fact', 'person_id');
grant select, insert on tenancy.referral_fact to bofast_app;
grant update (superseded_at) on tenancy.referral_fact to bofast_app;

-- Somebody chose this person for this apartment, and said why.
create table tenancy.offer (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    referral_id  uuid not null,
    person_id    uuid not null,
    apartment_id uuid not null,
    offered_on   date not null,
    answer_by_on date not null,
    motivation   text not null,
    created_at   timestamptz not null,
    created_by   uuid,
    constraint offer_pk primary key (board_id, id),
    constraint offer_referral_once unique (board_id, id, referral_id),
    constraint offer_referral_fk foreign key (board_id, referral_id, person_id)
        references tenancy.referral (board_id, id, person_id),
    constraint offer_apartment_fk foreign key (board_id, apartment_id) references dwelling.apartment (board_id, id),
    constraint offer_answer_after_offer check (answer_by_on >= offered_on)
);
create index offer_referral on tenancy.offer (board_id, referral_id, person_id);
create index offer_apartment on tenancy.offer (board_id, apartment_id);
call framework.wall('tenancy.offer');
call framework.hide_people('tenancy.offer', 'person_id');
grant select, insert on tenancy.offer to bofast_app;

create table tenancy.referral_event (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    referral_id      uuid not null,
    person_id        uuid not null,
    offer_id         uuid,
    lease_id         uuid,
    kind             text not null,
    happened_on      date not null,
    months           int,
    result           text,
    note             text,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    withdrawn_at     timestamptz,
    withdrawn_by     uuid,
    withdrawn_reason text,
    constraint referral_event_pk primary key (board_id, id),
    constraint referral_event_referral_fk foreign key (board_id, referral_id, person_id)
        references tenancy.referral (board_id, id, person_id),
    constraint referral_event_offer_fk foreign key (board_id, offer_id, referral_id)
        references tenancy.offer (board_id, id, referral_id),
    constraint referral_event_lease_fk foreign key (board_id, lease_id) references tenancy.lease (board_id, id),
    constraint referral_event_kind_known check (kind in ('ACCEPTED', 'DECLINED', 'OFFER_WITHDRAWN', 'KEY', 'MOVED_IN',
        'CONTROL_POINT', 'LANDLORD_MEETING', 'TAKEN_OVER', 'ENDED', 'FOLLOW_UP', 'CLOSED')),
    constraint referral_event_months_known check (case kind
        when 'CONTROL_POINT' then months in (3, 6, 9, 12)
        when 'FOLLOW_UP' then months in (6, 12)
        else months is null end),
    constraint referral_event_offer_given check (kind not in ('ACCEPTED', 'DECLINED', 'OFFER_WITHDRAWN', 'KEY', 'MOVED_IN')
        or offer_id is not null),
    constraint referral_event_lease_given check (kind not in ('MOVED_IN', 'TAKEN_OVER') or lease_id is not null),
    constraint referral_event_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index referral_event_once on tenancy.referral_event (board_id, referral_id, kind, coalesce(months, 0))
    where withdrawn_at is null and kind not in ('ACCEPTED', 'DECLINED', 'OFFER_WITHDRAWN', 'KEY');
create unique index referral_event_offer_once on tenancy.referral_event (board_id, offer_id, kind)
    where withdrawn_at is null and offer_id is not null;
create unique index referral_event_offer_answered_once on tenancy.referral_event (board_id, offer_id)
    where withdrawn_at is null and kind in ('ACCEPTED', 'DECLINED');
create index referral_event_referral on tenancy.referral_event (board_id, referral_id, person_id, happened_on);
create index referral_event_offer on tenancy.referral_event (board_id, offer_id, referral_id);
create index referral_event_lease on tenancy.referral_event (board_id, lease_id);
call framework.wall('tenancy.referral_event');
call framework.hide_people('tenancy.referral_event', 'person_id');
grant select, insert on tenancy.referral_event to bofast_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on tenancy.referral_event to bofast_app;

-- A person's own search for a home: where they stand in a queue or have applied, and what came of it.
create table tenancy.home_search (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    person_id   uuid not null,
    kind        text not null,
    place       text not null,
    since_on    date not null,
    note        text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint home_search_pk primary key (board_id, id),
    constraint home_search_person_once unique (board_id, id, person_id),
    constraint home_search_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint home_search_kind_known check (kind in ('QUEUE', 'APPLICATION'))
);
create index home_search_person on tenancy.home_search (board_id, person_id);
call framework.wall('tenancy.home_search');
call framework.hide_people('tenancy.home_search', 'person_id');
grant select, insert on tenancy.home_search to bofast_app;

create table tenancy.home_search_step (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    search_id    uuid not null,
    person_id    uuid not null,
    kind         text not null,
    happened_on  date not null,
    renew_by_on  date,
    note         text,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    constraint home_search_step_pk primary key (board_id, id),
    constraint home_search_step_search_fk foreign key (board_id, search_id, person_id)
        references tenancy.home_search (board_id, id, person_id),
    constraint home_search_step_kind_known check (kind in ('BEGUN', 'RENEWED', 'VIEWING', 'ANSWER_YES', 'ANSWER_NO',
        'NO_ANSWER', 'OFFERED', 'DECLINED', 'GOT_HOME', 'ENDED'))
);
create index home_search_step_search on tenancy.home_search_step (board_id, search_id, person_id, happened_on);
call framework.wall('tenancy.home_search_step');
call framework.hide_people('tenancy.home_search_step', 'person_id');
grant select, insert on tenancy.home_search_step to bofast_app;

create or replace view tenancy.v_lease with (security_invoker = true) as
select l.board_id, l.area_id, l.id as lease_id, l.dwelling_id, l.apartment_id, f.tenure, f.start_on, f.until_on, f.end_on,
       f.end_cause, f.notice_on, f.notice_by, f.notice_ground, f.notice_last_on, f.notice_months, f.let_with_others,
       f.waiver_made_on, f.waiver_until, f.waiver_approved, f.landlord_told_on, f.recorded_at, f.reviewed_on,
       f.tenant_died_on
from tenancy.lease l
join tenancy.lease_fact f on f.board_id = l.board_id and f.lease_id = l.id and f.superseded_at is null;

-- An apartment's days without a lease, as periods. Reckoned, never typed in.
create view tenancy.v_vacancy with (security_invoker = true) as
select a.board_id, a.area_id, a.apartment_id, lower(g.gap) as start_on,
       case when upper_inf(g.gap) then null else upper(g.gap) - 1 end as end_on
from dwelling.v_apartment a
cross join lateral (
    select datemultirange(daterange(a.start_on, a.end_on, '[]'))
           - coalesce(range_agg(daterange(l.start_on, l.end_on, '[]')), '{}'::datemultirange) as free
    from tenancy.v_lease l
    where l.board_id = a.board_id and l.apartment_id = a.apartment_id) f
cross join lateral unnest(f.free) as g (gap);

create view tenancy.v_rent with (security_invoker = true) as
select board_id, area_id, lease_id, start_on, rent_ore from tenancy.rent where superseded_at is null;

create view tenancy.v_entry with (security_invoker = true) as
select board_id, area_id, lease_id, kind, entry_on, amount_ore from tenancy.entry where withdrawn_at is null;

create view tenancy.v_referral with (security_invoker = true) as
select r.board_id, r.area_id, r.id as referral_id, r.person_id, r.unit_id, r.account_id, r.referred_on, f.granted_on, f.kinds
from tenancy.referral r
join tenancy.referral_fact f on f.board_id = r.board_id and f.referral_id = r.id and f.superseded_at is null;

create view tenancy.v_offer with (security_invoker = true) as
select board_id, area_id, id as offer_id, referral_id, person_id, apartment_id, offered_on, answer_by_on from tenancy.offer;

create view tenancy.v_referral_event with (security_invoker = true) as
select board_id, area_id, referral_id, person_id, offer_id, lease_id, kind, happened_on, months, result
from tenancy.referral_event
where withdrawn_at is null;

-- What was noted about whom and when, and what may be erased.
create view tenancy.v_note with (security_invoker = true) as
select p.board_id, p.area_id, p.person_id, cast(null as uuid) as matter_id,
       greatest(framework.day_of(f.recorded_at), f.end_on, p.end_on) as noted_on
from tenancy.lease_party p
join tenancy.lease_fact f on f.board_id = p.board_id and f.lease_id = p.lease_id
union all
select p.board_id, p.area_id, p.person_id, null, framework.day_of(greatest(e.recorded_at, e.withdrawn_at))
from tenancy.lease_party p
join tenancy.entry e on e.board_id = p.board_id and e.lease_id = p.lease_id
union all
select p.board_id, p.area_id, p.person_id, null, framework.day_of(r.recorded_at)
from tenancy.lease_party p
join tenancy.rent r on r.board_id = p.board_id and r.lease_id = p.lease_id
union all
select board_id, area_id, person_id, null, framework.day_of(created_at) from tenancy.referral
union all
select board_id, area_id, person_id, null, framework.day_of(recorded_at) from tenancy.referral_fact
union all
select board_id, area_id, person_id, null, greatest(framework.day_of(created_at), answer_by_on) from tenancy.offer
union all
select board_id, area_id, person_id, null, framework.day_of(greatest(recorded_at, withdrawn_at)) from tenancy.referral_event
union all
select board_id, area_id, person_id, null, framework.day_of(recorded_at) from tenancy.home_search
union all
select board_id, area_id, person_id, null, greatest(framework.day_of(recorded_at), renew_by_on) from tenancy.home_search_step;

grant select on tenancy.v_vacancy, tenancy.v_rent, tenancy.v_entry, tenancy.v_referral, tenancy.v_offer,
    tenancy.v_referral_event, tenancy.v_note to bofast_app;

call audit.erase_only_when_decided('tenancy.lease_party', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('tenancy.lease_fact',
    $$exists (select from tenancy.lease_party p
              where p.board_id = lease_fact.board_id and p.lease_id = lease_fact.lease_id
                and p.person_id in (select audit.decided('PERSON')))$$);
call audit.erase_only_when_decided('tenancy.rent',
    $$exists (select from tenancy.lease_party p
              where p.board_id = rent.board_id and p.lease_id = rent.lease_id
                and p.person_id in (select audit.decided('PERSON')))$$);
call audit.erase_only_when_decided('tenancy.entry',
    $$exists (select from tenancy.lease_party p
              where p.board_id = entry.board_id and p.lease_id = entry.lease_id
                and p.person_id in (select audit.decided('PERSON')))$$);
call audit.erase_only_when_decided('tenancy.referral', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('tenancy.referral_fact', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('tenancy.offer', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('tenancy.referral_event', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('tenancy.home_search', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('tenancy.home_search_step', $$person_id in (select audit.decided('PERSON'))$$);
