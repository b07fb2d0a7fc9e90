-- Rounds of review of the log (SoLPuL 10 §: systematic and recurrent checks).
create schema review;
grant usage on schema review to bofast_app;

create table review.setting (
    board_id       uuid not null,
    area_id        uuid not null,
    opens_minute   int not null,
    closes_minute  int not null,
    sample_percent int not null,
    sample_least   int not null,
    many_people    int not null,
    many_searches  int not null,
    closed_days    int not null,
    sign_days      int not null,
    rules_off      text[] not null,
    version        int not null,
    changed_at     timestamptz not null,
    changed_by     uuid,
    constraint setting_pk primary key (board_id, area_id),
    constraint setting_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint setting_opens_before_it_closes check (0 <= opens_minute and opens_minute < closes_minute and closes_minute <= 1440),
    constraint setting_sample_is_a_share check (sample_percent between 0 and 100 and sample_least >= 0),
    constraint setting_limits_are_limits check (many_people > 1 and many_searches > 1 and closed_days >= 0 and sign_days > 0)
);
comment on column review.setting.opens_minute is 'minutes after midnight, Swedish time';
call framework.wall('review.setting');
grant select, insert, update on review.setting to bofast_app;

-- Where an employee lives, kept only as a key to compare with, and only where the employee has given it.
create table review.own_address (
    board_id    uuid not null,
    area_id     uuid not null,
    account_id  uuid not null,
    address_key text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint own_address_pk primary key (board_id, account_id),
    constraint own_address_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint own_address_account_fk foreign key (account_id) references access.account (id),
    constraint own_address_says_something check (address_key <> '')
);
create index own_address_area on review.own_address (board_id, area_id);
create index own_address_account on review.own_address (account_id);
call framework.wall('review.own_address');
grant select, insert, update, delete on review.own_address to bofast_app;

create table review.round (
    board_id       uuid not null,
    area_id        uuid not null,
    id             uuid not null,
    start_on       date not null,
    end_on         date not null,
    due_on         date not null,
    seed           text not null,
    opens_minute   int not null,
    closes_minute  int not null,
    sample_percent int not null,
    sample_least   int not null,
    many_people    int not null,
    many_searches  int not null,
    closed_days    int not null,
    rules_off      text[] not null,
    entries        bigint not null,
    pairs          bigint not null,
    sampled        int not null,
    opened_at      timestamptz not null,
    opened_by      uuid,
    signed_at      timestamptz,
    signed_by      uuid,
    sum            bytea,
    constraint round_pk primary key (board_id, id),
    constraint round_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint round_once_a_period unique (board_id, area_id, start_on),
    constraint round_runs_forward check (end_on >= start_on),
    constraint round_signed_whole check (num_nonnulls(signed_at, signed_by, sum) in (0, 3))
);
comment on column review.round.seed is 'decides the sample, together with the ids: anybody can draw it again';
comment on column review.round.pairs is 'how many employees had looked at how many people, each pair once';
comment on column review.round.sum is 'SHA-256 over all items as they stood when the round was signed; also in the log';
call framework.wall('review.round');
grant select, insert on review.round to bofast_app;
grant update (entries, pairs, sampled, signed_at, signed_by, sum) on review.round to bofast_app;

-- Who looked at whom during the period. Only while a round is opened; what no rule and no sample took is forgotten.
create table review.pair (
    board_id   uuid not null,
    area_id    uuid not null,
    round_id   uuid not null,
    account_id uuid not null,
    person_id  uuid not null,
    occasions  int not null,
    searches   int not null,
    writes     int not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    constraint pair_pk primary key (board_id, round_id, account_id, person_id),
    constraint pair_round_fk foreign key (board_id, round_id) references review.round (board_id, id)
);
call framework.wall('review.pair');
grant select, insert, delete on review.pair to bofast_app;

-- Why a pair was taken: a rule, and how often it struck.
create table review.pick (
    board_id   uuid not null,
    area_id    uuid not null,
    round_id   uuid not null,
    account_id uuid not null,
    person_id  uuid not null,
    rule       text not null,
    times      int not null,
    constraint pick_pk primary key (board_id, round_id, account_id, person_id, rule),
    constraint pick_round_fk foreign key (board_id, round_id) references review.round (board_id, id)
);
create index pick_rule on review.pick (board_id, round_id, rule, account_id, person_id);
call framework.wall('review.pick');
grant select, insert on review.pick to bofast_app;

create table review.item (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    round_id   uuid not null,
    number     int not null,
    account_id uuid not null,
    person_id  uuid not null,
    occasions  int not null,
    searches   int not null,
    writes     int not null,
    first_at   timestamptz not null,
    last_at    timestamptz not null,
    judgement  text,
    note       text,
    judged_at  timestamptz,
    judged_by  uuid,
    constraint item_pk primary key (board_id, id),
    constraint item_round_fk foreign key (board_id, round_id) references review.round (board_id, id),
    constraint item_once_a_round unique (board_id, round_id, account_id, person_id),
    constraint item_numbered_once unique (board_id, round_id, number),
    constraint item_judgement_known check (judgement in ('IN_ORDER', 'ASKED_HEAD', 'UNAUTHORISED')),
    constraint item_judged_whole check (num_nonnulls(judgement, judged_at, judged_by) in (0, 3)),
    constraint item_unauthorised_says_why check (judgement <> 'UNAUTHORISED' or note is not null),
    -- Nobody judges what they have done themselves.
    constraint item_judged_by_another check (judged_by <> account_id)
);
create index item_left on review.item (board_id, round_id, number) where judgement is null;
create index item_account on review.item (board_id, account_id, person_id);
call framework.wall('review.item');
grant select, insert on review.item to bofast_app;
grant update (judgement, note, judged_at, judged_by) on review.item to bofast_app;

-- What the reviewer asks the head of the employee.
create table review.question (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    item_id     uuid not null,
    head_id     uuid not null,
    question    text not null,
    asked_at    timestamptz not null,
    asked_by    uuid not null,
    needed      boolean,
    answer      text,
    answered_at timestamptz,
    answered_by uuid,
    constraint question_pk primary key (board_id, id),
    constraint question_item_fk foreign key (board_id, item_id) references review.item (board_id, id),
    constraint question_head_fk foreign key (head_id) references access.account (id),
    constraint question_answered_whole check (num_nonnulls(needed, answer, answered_at, answered_by) in (0, 4))
);
comment on column review.question.needed is 'the head says the employee needed it for the work';
create index question_item on review.question (board_id, item_id);
create index question_head on review.question (head_id);
call framework.wall('review.question');
grant select, insert on review.question to bofast_app;
grant update (needed, answer, answered_at, answered_by) on review.question to bofast_app;

-- When the seals of the log were reckoned anew, and what came of it.
create table review.verification (
    board_id       uuid not null,
    area_id        uuid not null,
    id             uuid not null,
    checked_at     timestamptz not null,
    checked_by     uuid,
    seals          bigint not null,
    sealed         bigint not null,
    open           bigint not null,
    fingerprint    text,
    broken_number  bigint,
    broken_entries bigint,
    broken_found   bigint,
    constraint verification_pk primary key (board_id, id),
    constraint verification_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint verification_broken_whole check (num_nonnulls(broken_number, broken_entries, broken_found) in (0, 3))
);
create index verification_area on review.verification (board_id, area_id, checked_at);
call framework.wall('review.verification');
grant select, insert on review.verification to bofast_app;

-- A round that is signed stays as it is, for whoever asks the database.
create function review.refuse_when_signed() returns trigger language plpgsql set search_path = '' as $$
declare
    of_round uuid;
begin
    if tg_table_name = 'question' then
        select i.round_id into of_round from review.item i
        where i.board_id = coalesce(new.board_id, old.board_id) and i.id = coalesce(new.item_id, old.item_id);
    elsif tg_table_name = 'round' then
        of_round := old.id;
    else
        of_round := coalesce(new.round_id, old.round_id);
    end if;
    if exists (select from review.round r
               where r.board_id = coalesce(new.board_id, old.board_id) and r.id = of_round and r.signed_at is not null) then
        raise exception 'the round is signed' using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
end
$$;
create trigger signed_rounds_stay before update or delete on review.round
    for each row execute function review.refuse_when_signed();
create trigger signed_rounds_stay before insert or update or delete on review.item
    for each row execute function review.refuse_when_signed();
create trigger signed_rounds_stay before insert or update or delete on review.pick
    for each row execute function review.refuse_when_signed();
create trigger signed_rounds_stay before insert or update or delete on review.question
    for each row execute function review.refuse_when_signed();

-- Who looked at whom, an entry and a person a row. Lists one comes past are no choice of anybody: only what was opened,
-- searched for, changed, or tried in vain.
create view review.v_look with (security_invoker = true) as
select e.board_id, e.area_id, e.entry_id, e.at, e.account_id, e.unit_id, e.role, e.action, p.person_id,
       e.action = 'SEARCH_PERSON' as searched,
       e.action not like 'SEE\_%' and e.action not in ('SEARCH_PERSON', 'REFUSED', 'BREAK_GLASS') as wrote
from audit.v_access e
cross join lateral unnest(e.person_ids) as p (person_id)
where e.account_id is not null and e.role is not null
  and e.action not in ('SEE_DAY', 'SEE_CASES', 'SEE_SIGNALS', 'SEE_APPOINTMENTS', 'IMPORT_SIGNALS', 'DRILL_STATISTICS',
                       'PRINT_LETTERS', 'SEE_WHO_HAS_SEEN', 'REVIEW_LOG')
  and (e.action = 'SEARCH_PERSON' or cardinality(e.person_ids) <= 20)
union all
select e.board_id, e.area_id, e.entry_id, e.at, e.account_id, e.unit_id, e.role, e.action, c.person_id, false, false
from audit.v_access e
join prevention.v_case c on c.board_id = e.board_id and c.case_id = e.subject_id
where e.action = 'REFUSED' and e.subject_kind = 'prevention-case' and c.person_id is not null and e.account_id is not null;

-- What makes it an employee's work to look at a person, whenever it was.
create view review.v_tie with (security_invoker = true) as
select c.board_id, c.responsible_id as account_id, cast(null as uuid) as unit_id, c.person_id, 'RESPONSIBLE' as tie
from prevention.v_case c where c.responsible_id is not null and c.person_id is not null
union all
select c.board_id, null, c.unit_id, c.person_id, 'UNIT'
from prevention.v_case c where c.unit_id is not null and c.person_id is not null
union all
select s.board_id, s.responsible_id, null, s.person_id, 'SIGNAL'
from intake.v_signal s where s.responsible_id is not null and s.person_id is not null
union all
select s.board_id, null, s.unit_id, s.person_id, 'SIGNAL'
from intake.v_signal s where s.unit_id is not null and s.person_id is not null
union all
select a.board_id, a.account_id, null, a.person_id, 'ASSIGNMENT' from support.v_assignment a where a.account_id is not null
union all
select a.board_id, null, a.unit_id, a.person_id, 'ASSIGNMENT' from support.v_assignment a where a.unit_id is not null
union all
select c.board_id, c.recorded_by, null, c.person_id, 'CONTACT'
from support.v_contact c where c.recorded_by is not null and c.person_id is not null
union all
select v.board_id, v.account_id, null, v.person_id, 'VISIT' from support.v_visit v where v.person_id is not null
union all
select a.board_id, a.account_id, null, a.person_id, 'APPOINTMENT' from support.v_appointment a where a.person_id is not null
union all
select r.board_id, r.adviser_id, null, r.person_id, 'REFERRAL'
from debt.v_referral r where r.adviser_id is not null and r.person_id is not null;

create view review.v_round with (security_invoker = true) as
select r.board_id, r.area_id, r.id as round_id, r.start_on, r.end_on, r.due_on, r.entries, r.pairs, r.sampled, r.opened_at,
       r.signed_at
from review.round r;

grant select on review.v_look, review.v_tie, review.v_round to bofast_app;
