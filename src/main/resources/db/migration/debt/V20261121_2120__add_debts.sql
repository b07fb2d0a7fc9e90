-- Debts, what was paid on them, plans to pay them off, rent the board promised to pay, and referrals
-- to budget and debt advice. A matter is named by kind and id only: its room lies further up.
create schema debt;
grant usage on schema debt to bofast_app;

-- The board's own routine. No row: the usual twelve months.
create table debt.routine (
    board_id       uuid not null,
    area_id        uuid not null,
    relapse_months int not null,
    changed_at     timestamptz not null,
    changed_by     uuid,
    constraint routine_pk primary key (board_id, area_id),
    constraint routine_relapse_months_sane check (relapse_months between 1 and 120)
);
comment on column debt.routine.relapse_months is
    'a debt that arises within so many months after another was settled is a relapse';
call framework.wall('debt.routine');
grant select, insert, update on debt.routine to bofast_app;

create table debt.debt (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    matter_kind   text not null,
    matter_id     uuid not null,
    person_id     uuid,
    landlord_id   uuid,
    creditor_name text,
    kind          text not null,
    reference     text,
    arisen_on     date not null,
    settled_on    date,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    constraint debt_pk primary key (board_id, id),
    constraint debt_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint debt_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint debt_kind_known check (kind in ('RENT', 'ELECTRICITY', 'DAMAGE', 'COSTS', 'OTHER')),
    constraint debt_has_one_creditor check (num_nonnulls(landlord_id, creditor_name) = 1)
);
comment on column debt.debt.settled_on is
    'the day the last known amount was paid; kept by every change of amounts and payments, read by lists and statistics';
create index debt_matter on debt.debt (board_id, matter_kind, matter_id);
create index debt_person on debt.debt (board_id, person_id, settled_on);
create index debt_landlord on debt.debt (board_id, landlord_id);
call framework.wall('debt.debt');
grant select, insert on debt.debt to bofast_app;
grant update (settled_on, person_id) on debt.debt to bofast_app;

create table debt.debt_withdrawal (
    board_id     uuid not null,
    area_id      uuid not null,
    debt_id      uuid not null,
    withdrawn_at timestamptz not null,
    withdrawn_by uuid,
    reason       text not null,
    constraint debt_withdrawal_pk primary key (board_id, debt_id),
    constraint debt_withdrawal_debt_fk foreign key (board_id, debt_id) references debt.debt (board_id, id)
);
call framework.wall('debt.debt_withdrawal');
grant select, insert on debt.debt_withdrawal to bofast_app;

-- What the creditor says is owed, as the day begins. A row without an amount takes the one before back.
create table debt.amount (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    debt_id       uuid not null,
    as_of_on      date not null,
    amount_ore    bigint,
    source        text not null,
    reason        text not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    constraint amount_pk primary key (board_id, id),
    constraint amount_debt_fk foreign key (board_id, debt_id) references debt.debt (board_id, id),
    constraint amount_is_owed check (amount_ore between 0 and 10000000000),
    constraint amount_source_known check (source in
        ('LANDLORD', 'ENFORCEMENT_AUTHORITY', 'THE_PERSON', 'DOCUMENT', 'BOARD', 'OTHER'))
);
create unique index amount_current on debt.amount (board_id, debt_id, as_of_on) where superseded_at is null;
create index amount_debt on debt.amount (board_id, debt_id);
call framework.wall('debt.amount');
grant select, insert on debt.amount to bofast_app;
grant update (superseded_at) on debt.amount to bofast_app;

create table debt.payment (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    debt_id     uuid not null,
    amount_ore  bigint not null,
    paid_on     date not null,
    payer       text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint payment_pk primary key (board_id, id),
    constraint payment_debt_fk foreign key (board_id, debt_id) references debt.debt (board_id, id),
    constraint payment_is_money check (amount_ore between 1 and 10000000000),
    constraint payment_payer_known check (payer in ('TENANT', 'BOARD', 'RELATIVE', 'FUND', 'OTHER'))
);
create index payment_debt on debt.payment (board_id, debt_id, paid_on);
call framework.wall('debt.payment');
grant select, insert on debt.payment to bofast_app;

create table debt.payment_withdrawal (
    board_id     uuid not null,
    area_id      uuid not null,
    payment_id   uuid not null,
    withdrawn_at timestamptz not null,
    withdrawn_by uuid,
    reason       text not null,
    constraint payment_withdrawal_pk primary key (board_id, payment_id),
    constraint payment_withdrawal_payment_fk foreign key (board_id, payment_id) references debt.payment (board_id, id)
);
call framework.wall('debt.payment_withdrawal');
grant select, insert on debt.payment_withdrawal to bofast_app;

-- A plan is replaced or ended, never changed; what was agreed stays readable.
create table debt.plan (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    debt_id       uuid not null,
    agreed_on     date not null,
    total_ore     bigint not null,
    monthly_ore   bigint not null,
    first_due_on  date not null,
    applied_on    date,
    reason        text,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    ended_reason  text,
    constraint plan_pk primary key (board_id, id),
    constraint plan_debt_fk foreign key (board_id, debt_id) references debt.debt (board_id, id),
    constraint plan_is_money check (total_ore > 0 and monthly_ore > 0)
);
comment on column debt.plan.applied_on is
    'the day the landlord applied for eviction, if that is known: a plan must end within six months from it (UB 16 kap. 5 §)';
create unique index plan_current on debt.plan (board_id, debt_id) where superseded_at is null;
create index plan_debt on debt.plan (board_id, debt_id);
call framework.wall('debt.plan');
grant select, insert on debt.plan to bofast_app;
grant update (superseded_at, ended_reason) on debt.plan to bofast_app;

create table debt.instalment (
    board_id   uuid not null,
    area_id    uuid not null,
    plan_id    uuid not null,
    number     int not null,
    due_on     date not null,
    amount_ore bigint not null,
    constraint instalment_pk primary key (board_id, plan_id, number),
    constraint instalment_plan_fk foreign key (board_id, plan_id) references debt.plan (board_id, id),
    constraint instalment_is_money check (amount_ore > 0)
);
create index instalment_due on debt.instalment (board_id, due_on);
call framework.wall('debt.instalment');
grant select, insert on debt.instalment to bofast_app;

-- Rent the board has promised to pay (förmedlade medel), one row a month.
create table debt.promise (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    matter_kind   text not null,
    matter_id     uuid not null,
    person_id     uuid,
    landlord_id   uuid,
    creditor_name text,
    reference     text,
    month_on      date not null,
    amount_ore    bigint not null,
    due_on        date not null,
    pay_by_on     date not null,
    paid_on       date,
    withdrawn_at  timestamptz,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    constraint promise_pk primary key (board_id, id),
    constraint promise_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint promise_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint promise_has_one_creditor check (num_nonnulls(landlord_id, creditor_name) = 1),
    constraint promise_is_money check (amount_ore between 1 and 10000000000),
    constraint promise_month_starts_month check (month_on = date_trunc('month', month_on::timestamp)::date),
    constraint promise_pay_by_not_after_due check (pay_by_on <= due_on)
);
comment on column debt.promise.month_on is 'the first day of the month the rent is for';
comment on column debt.promise.pay_by_on is
    'the last working day not after the due day: banks rest on weekends';
comment on column debt.promise.paid_on is
    'what the last row of promise_event says; kept by the use cases, read by the lists';
create unique index promise_once_a_month on debt.promise
    (board_id, matter_kind, matter_id, month_on, landlord_id, creditor_name)
    nulls not distinct where withdrawn_at is null;
create index promise_due on debt.promise (board_id, pay_by_on, id) where paid_on is null and withdrawn_at is null;
create index promise_person on debt.promise (board_id, person_id);
create index promise_landlord on debt.promise (board_id, landlord_id);
call framework.wall('debt.promise');
grant select, insert on debt.promise to bofast_app;
grant update (paid_on, withdrawn_at, person_id) on debt.promise to bofast_app;

create table debt.promise_event (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    promise_id  uuid not null,
    kind        text not null,
    paid_on     date,
    reason      text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint promise_event_pk primary key (board_id, id),
    constraint promise_event_promise_fk foreign key (board_id, promise_id) references debt.promise (board_id, id),
    constraint promise_event_kind_known check (kind in ('PAID', 'NOT_PAID', 'WITHDRAWN')),
    constraint promise_event_paid_says_when check ((kind = 'PAID') = (paid_on is not null)),
    constraint promise_event_taking_back_says_why check (kind = 'PAID' or reason is not null)
);
create index promise_event_promise on debt.promise_event (board_id, promise_id, recorded_at);
call framework.wall('debt.promise_event');
grant select, insert on debt.promise_event to bofast_app;

-- Referral to budget and debt advice (SoL 2025:400 13 kap. 2 §).
create table debt.referral (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    matter_kind text not null,
    matter_id   uuid not null,
    person_id   uuid,
    referred_on date not null,
    agreed      boolean not null,
    adviser_id  uuid,
    note        text,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint referral_pk primary key (board_id, id),
    constraint referral_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint referral_adviser_fk foreign key (adviser_id) references access.account (id),
    constraint referral_shown_only_if_agreed check (agreed or adviser_id is null)
);
comment on column debt.referral.agreed is
    'the person has agreed that the adviser may see the matter; without it nobody in debt advice does';
create index referral_matter on debt.referral (board_id, matter_kind, matter_id);
create index referral_adviser on debt.referral (board_id, adviser_id);
create index referral_adviser_account on debt.referral (adviser_id);
create index referral_person on debt.referral (board_id, person_id);
call framework.wall('debt.referral');
grant select, insert on debt.referral to bofast_app;
grant update (person_id) on debt.referral to bofast_app;

create table debt.referral_fact (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    referral_id   uuid not null,
    kind          text not null,
    code          text not null,
    fact_on       date not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    constraint referral_fact_pk primary key (board_id, id),
    constraint referral_fact_referral_fk foreign key (board_id, referral_id) references debt.referral (board_id, id),
    constraint referral_fact_code_known check
        (kind = 'ANSWER' and code in ('ACCEPTED', 'DECLINED')
         or kind = 'OUTCOME' and code in ('BUDGET_IN_ORDER', 'AGREEMENT_WITH_CREDITOR', 'DEBT_RESTRUCTURING_APPLIED',
             'DEBT_RESTRUCTURING_GRANTED', 'DID_NOT_COME', 'ENDED_OTHERWISE'))
);
create unique index referral_fact_current on debt.referral_fact (board_id, referral_id, kind)
    where superseded_at is null;
create index referral_fact_referral on debt.referral_fact (board_id, referral_id);
call framework.wall('debt.referral_fact');
grant select, insert on debt.referral_fact to bofast_app;
grant update (superseded_at) on debt.referral_fact to bofast_app;

-- For other rooms. Every row has its day; what holds on a day is asked with the day as a parameter.
create view debt.v_debt with (security_invoker = true) as
select d.board_id, d.area_id, d.id as debt_id, d.matter_kind, d.matter_id, d.person_id, d.landlord_id,
       d.creditor_name, d.kind, d.arisen_on, d.recorded_at, f.as_of_on as first_amount_on, f.amount_ore as first_amount_ore,
       d.settled_on, e.settled_on as earlier_settled_on,
       coalesce(d.arisen_on <= (e.settled_on + make_interval(months => coalesce(r.relapse_months, 12)))::date, false)
           as relapse
from debt.debt d
left join debt.routine r on r.board_id = d.board_id and r.area_id = d.area_id
left join lateral (
    select a.as_of_on, a.amount_ore from debt.amount a
    where a.board_id = d.board_id and a.debt_id = d.id and a.superseded_at is null and a.amount_ore is not null
    order by a.as_of_on limit 1) f on true
left join lateral (
    select max(o.settled_on) as settled_on from (
        select p.id, p.settled_on from debt.debt p
        where p.board_id = d.board_id and p.person_id = d.person_id and p.settled_on < d.arisen_on
        union all
        select m.id, m.settled_on from debt.debt m
        where m.board_id = d.board_id and m.matter_kind = d.matter_kind and m.matter_id = d.matter_id
          and m.settled_on < d.arisen_on) o
    where o.id <> d.id and not exists (
        select from debt.debt_withdrawal w where w.board_id = d.board_id and w.debt_id = o.id)) e on true
where not exists (select from debt.debt_withdrawal w where w.board_id = d.board_id and w.debt_id = d.id);

create view debt.v_debt_amount with (security_invoker = true) as
select a.board_id, a.area_id, a.id as amount_id, a.debt_id, a.as_of_on, a.amount_ore, a.source, a.recorded_at
from debt.amount a
where a.superseded_at is null and a.amount_ore is not null
  and not exists (select from debt.debt_withdrawal w where w.board_id = a.board_id and w.debt_id = a.debt_id);

create view debt.v_debt_amount_history with (security_invoker = true) as
select * from debt.amount;

create view debt.v_payment with (security_invoker = true) as
select p.board_id, p.area_id, p.id as payment_id, p.debt_id, d.matter_kind, d.matter_id, d.person_id, d.kind as debt_kind,
       p.paid_on, p.amount_ore, p.payer, p.recorded_at
from debt.payment p
join debt.debt d on d.board_id = p.board_id and d.id = p.debt_id
where not exists (select from debt.payment_withdrawal w where w.board_id = p.board_id and w.payment_id = p.id)
  and not exists (select from debt.debt_withdrawal w where w.board_id = p.board_id and w.debt_id = p.debt_id);

-- paid_on is the day on which the payments since the plan was agreed reached this instalment and all
-- before it. A payment of the day of agreement counts if it was recorded after the plan.
create view debt.v_instalment with (security_invoker = true) as
select i.board_id, i.area_id, i.plan_id, pl.debt_id, d.matter_kind, d.matter_id, d.person_id, pl.agreed_on,
       i.number, i.due_on, i.amount_ore, i.reached_ore, pl.superseded_at is null as current, pl.superseded_at,
       (select min(c.paid_on) from (
            select p.paid_on, sum(p.amount_ore) over (order by p.paid_on, p.payment_id) as paid_ore
            from debt.v_payment p
            where p.board_id = i.board_id and p.debt_id = pl.debt_id
              and (p.paid_on > pl.agreed_on or p.paid_on = pl.agreed_on and p.recorded_at > pl.recorded_at)) c
        where c.paid_ore >= i.reached_ore) as paid_on
from (select n.*, sum(n.amount_ore) over (partition by n.board_id, n.plan_id order by n.number)::bigint as reached_ore
      from debt.instalment n) i
join debt.plan pl on pl.board_id = i.board_id and pl.id = i.plan_id
join debt.debt d on d.board_id = pl.board_id and d.id = pl.debt_id
where not exists (select from debt.debt_withdrawal w where w.board_id = pl.board_id and w.debt_id = pl.debt_id);

create view debt.v_promise with (security_invoker = true) as
select board_id, area_id, id as promise_id, matter_kind, matter_id, person_id, landlord_id, creditor_name, month_on,
       amount_ore, due_on, pay_by_on, paid_on, coalesce(paid_on > due_on, false) as paid_late, recorded_at
from debt.promise
where withdrawn_at is null;

create view debt.v_referral with (security_invoker = true) as
select r.board_id, r.area_id, r.id as referral_id, r.matter_kind, r.matter_id, r.person_id, r.referred_on, r.agreed,
       r.adviser_id, a.code as answer, a.fact_on as answered_on, o.code as outcome, o.fact_on as outcome_on,
       r.adviser_id is not null and coalesce(a.code, '') <> 'DECLINED' and o.code is null as adviser_works
from debt.referral r
left join debt.referral_fact a on a.board_id = r.board_id and a.referral_id = r.id and a.kind = 'ANSWER'
    and a.superseded_at is null
left join debt.referral_fact o on o.board_id = r.board_id and o.referral_id = r.id and o.kind = 'OUTCOME'
    and o.superseded_at is null;

grant select on debt.v_debt, debt.v_debt_amount, debt.v_debt_amount_history, debt.v_payment, debt.v_instalment,
    debt.v_promise, debt.v_referral to bofast_app;
