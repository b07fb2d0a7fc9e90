-- What was decided in a case, how it ended, and the work that goes on when the home is lost.

-- A decision stands; a new one replaces it by withdrawing the old with a reason.
create table prevention.decision (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    case_id          uuid not null,
    kind             text not null,
    reason           text not null,
    basis            text not null,
    decided_on       date not null,
    decided_by       uuid not null,
    delegation_point text,
    amount_ore       bigint,
    months           text,
    landlord_id      uuid,
    sent_on          date,
    proof            text,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    constraint decision_pk primary key (board_id, id),
    constraint decision_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint decision_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint decision_by_fk foreign key (decided_by) references access.account (id),
    constraint decision_kind_known check (kind in
        ('INQUIRY_OPENED', 'INQUIRY_NOT_OPENED', 'UNDERTAKING', 'UNDERTAKING_DECLINED')),
    constraint decision_undertaking_whole check
        (kind <> 'UNDERTAKING' or amount_ore > 0 and landlord_id is not null and delegation_point is not null),
    constraint decision_withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index decision_case on prevention.decision (board_id, case_id, decided_on);
create index decision_landlord on prevention.decision (board_id, landlord_id);
create index decision_by on prevention.decision (decided_by);
call framework.wall('prevention.decision');
grant select, insert on prevention.decision to bofast_app;
grant update (sent_on, proof, withdrawn_at, withdrawn_reason) on prevention.decision to bofast_app;

-- How it ended. Two days: when it was decided and when it was carried out; they may fall in
-- different years and are counted both ways.
create table prevention.outcome (
    board_id       uuid not null,
    area_id        uuid not null,
    id             uuid not null,
    case_id        uuid not null,
    code           text not null,
    decided_on     date not null,
    executed_on    date,
    board_present  boolean,
    note           text,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    superseded_at  timestamptz,
    reason         text not null,
    constraint outcome_pk primary key (board_id, id),
    constraint outcome_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint outcome_code_known check (code in
        ('PAID_BY_TENANT', 'PAID_BY_OTHER', 'SETTLED_ALONE', 'PAYMENT_PLAN', 'BOARD_UNDERTAKING', 'WITHDRAWN',
         'DISTURBANCE_CEASED', 'MOVED', 'EVICTED', 'DIED', 'NO_THREAT', 'UNKNOWN')),
    constraint outcome_executed_after_decided check (executed_on is null or executed_on >= decided_on)
);
comment on column prevention.outcome.board_present is 'was someone from the social services present when it was carried out';
create unique index outcome_current on prevention.outcome (board_id, case_id) where superseded_at is null;
create index outcome_case on prevention.outcome (board_id, case_id);
create index outcome_decided on prevention.outcome (board_id, decided_on) where superseded_at is null;
create index outcome_executed on prevention.outcome (board_id, executed_on) where superseded_at is null and executed_on is not null;
call framework.wall('prevention.outcome');
grant select, insert on prevention.outcome to bofast_app;
grant update (superseded_at) on prevention.outcome to bofast_app;

-- The children an outcome touched, in Kronofogden's three kinds.
create table prevention.outcome_child (
    board_id   uuid not null,
    area_id    uuid not null,
    outcome_id uuid not null,
    child      int not null,
    stay       text not null,
    present    boolean,
    constraint outcome_child_pk primary key (board_id, outcome_id, child),
    constraint outcome_child_outcome_fk foreign key (board_id, outcome_id) references prevention.outcome (board_id, id),
    constraint outcome_child_stay_known check (stay in ('PERMANENT', 'ALTERNATING', 'VISITING'))
);
call framework.wall('prevention.outcome_child');
grant select, insert on prevention.outcome_child to bofast_app;

-- The list of what remains when the home is lost. A step is done or, with a reason, not needed.
create table prevention.lost_home_step (
    board_id    uuid not null,
    area_id     uuid not null,
    case_id     uuid not null,
    step        text not null,
    due_on      date not null,
    done_on     date,
    not_needed  boolean not null,
    note        text,
    changed_at  timestamptz not null,
    changed_by  uuid,
    constraint lost_home_step_pk primary key (board_id, case_id, step),
    constraint lost_home_step_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint lost_home_step_known check (step in
        ('BED_TONIGHT', 'CHILDREN', 'HOUSING_PLAN', 'BELONGINGS', 'DEBT_PLAN', 'LANDLORD_REFERENCE',
         'FOLLOW_UP_1', 'FOLLOW_UP_3', 'FOLLOW_UP_6', 'FOLLOW_UP_12')),
    constraint lost_home_step_not_needed_says_why check (not not_needed or note is not null)
);
create index lost_home_step_due on prevention.lost_home_step (board_id, due_on, case_id)
    where done_on is null and not not_needed;
call framework.wall('prevention.lost_home_step');
grant select, insert on prevention.lost_home_step to bofast_app;
grant update (done_on, not_needed, note, changed_at, changed_by) on prevention.lost_home_step to bofast_app;

-- A "paid" or "withdrawn" signal stops letters at once and proposes closing; a person decides.
create table prevention.close_proposal (
    board_id    uuid not null,
    area_id     uuid not null,
    case_id     uuid not null,
    signal_id   uuid not null,
    proposed_at timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    kept_open   boolean,
    constraint close_proposal_pk primary key (board_id, case_id, signal_id),
    constraint close_proposal_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint close_proposal_signal_fk foreign key (board_id, signal_id) references intake.signal (board_id, id)
);
create index close_proposal_signal on prevention.close_proposal (board_id, signal_id);
create index close_proposal_open on prevention.close_proposal (board_id, case_id) where answered_at is null;
call framework.wall('prevention.close_proposal');
grant select, insert on prevention.close_proposal to bofast_app;
grant update (answered_at, answered_by, kept_open) on prevention.close_proposal to bofast_app;

create view prevention.v_decision with (security_invoker = true) as
select board_id, case_id, id as decision_id, kind, decided_on, amount_ore, landlord_id, sent_on
from prevention.decision where withdrawn_at is null;

create view prevention.v_outcome with (security_invoker = true) as
select board_id, case_id, id as outcome_id, code, decided_on, executed_on, board_present, recorded_at
from prevention.outcome where superseded_at is null;

create view prevention.v_outcome_child with (security_invoker = true) as
select c.board_id, o.case_id, c.outcome_id, c.child, c.stay, c.present
from prevention.outcome_child c
join prevention.outcome o on o.board_id = c.board_id and o.id = c.outcome_id and o.superseded_at is null;

create view prevention.v_lost_home_step with (security_invoker = true) as
select board_id, case_id, step, due_on, done_on, not_needed from prevention.lost_home_step;

create view prevention.v_close_proposal with (security_invoker = true) as
select board_id, case_id, signal_id, proposed_at, answered_at, kept_open from prevention.close_proposal;

grant select on prevention.v_decision, prevention.v_outcome, prevention.v_outcome_child, prevention.v_lost_home_step,
    prevention.v_close_proposal to bofast_app;
