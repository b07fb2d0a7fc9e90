-- A team works across units: what it takes part in is its members' own.
create table access.team (
    board_id  uuid not null,
    area_id   uuid not null,
    id        uuid not null,
    name      text not null,
    closed_on date,
    constraint team_pk primary key (board_id, id),
    constraint team_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id)
);
create index team_area on access.team (board_id, area_id);
call framework.wall('access.team');
grant select, insert, update on access.team to bofast_app;

create table access.team_member (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    team_id    uuid not null,
    account_id uuid not null,
    start_on   date not null,
    end_on     date,
    period     daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    constraint team_member_pk primary key (board_id, id),
    constraint team_member_team_fk foreign key (board_id, team_id) references access.team (board_id, id),
    constraint team_member_account_fk foreign key (account_id) references access.account (id),
    constraint team_member_period_runs_forward check (end_on is null or end_on >= start_on),
    constraint team_member_once_at_a_time exclude using gist
        (board_id with =, team_id with =, account_id with =, period with &&)
);
create index team_member_team on access.team_member (board_id, team_id);
create index team_member_account on access.team_member (account_id);
alter table access.team_member enable row level security;
alter table access.team_member force row level security;
-- One's own teams are asked for before a board is chosen.
create policy the_board_and_oneself on access.team_member
    using ((board_id = framework.board_id() and area_id = any (framework.area_ids()))
           or account_id = framework.account_id())
    with check (board_id = framework.board_id() and area_id = any (framework.area_ids()));
grant select, insert, update on access.team_member to bofast_app;

-- Nödöppning: an employee opens one thing beyond their reach, inside the board, with a written reason, for a time.
-- The reviewer is told at once. It never reaches another board or area: the walls stand.
create table access.break_glass (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    account_id   uuid not null,
    unit_id      uuid not null,
    subject_kind text not null,
    subject_id   uuid not null,
    reason       text not null,
    opened_at    timestamptz not null,
    ends_at      timestamptz not null,
    closed_at    timestamptz,
    judged_at    timestamptz,
    judged_by    uuid,
    verdict      text,
    judgement    text,
    constraint break_glass_pk primary key (board_id, id),
    constraint break_glass_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint break_glass_account_fk foreign key (account_id) references access.account (id),
    constraint break_glass_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint break_glass_judge_fk foreign key (judged_by) references access.account (id),
    constraint break_glass_has_a_reason check (length(btrim(reason)) >= 15),
    constraint break_glass_ends_within_a_day check (ends_at > opened_at and ends_at <= opened_at + interval '24 hours'),
    constraint break_glass_verdict_known check (verdict in ('IN_ORDER', 'TO_THE_HEAD', 'UNAUTHORISED')),
    constraint break_glass_judged_whole check (num_nonnulls(judged_at, judged_by, verdict, judgement) in (0, 4)),
    constraint break_glass_judged_by_another check (judged_by is null or judged_by <> account_id)
);
create index break_glass_area on access.break_glass (board_id, area_id);
create index break_glass_account on access.break_glass (account_id, ends_at);
create index break_glass_unit on access.break_glass (board_id, unit_id);
create index break_glass_judge on access.break_glass (judged_by);
create index break_glass_newest on access.break_glass (board_id, opened_at desc, id desc);
create index break_glass_unjudged on access.break_glass (board_id, opened_at, id) where judged_at is null;
alter table access.break_glass enable row level security;
alter table access.break_glass force row level security;
create policy the_board_and_oneself on access.break_glass
    using ((board_id = framework.board_id() and area_id = any (framework.area_ids()))
           or account_id = framework.account_id())
    with check (board_id = framework.board_id() and area_id = any (framework.area_ids()));
grant select, insert on access.break_glass to bofast_app;
-- What was opened, by whom and why is never changed; it is closed and judged.
grant update (closed_at, judged_at, judged_by, verdict, judgement) on access.break_glass to bofast_app;

create view access.v_team with (security_invoker = true) as
select board_id, area_id, id as team_id, name, closed_on from access.team;

create view access.v_team_member with (security_invoker = true) as
select board_id, area_id, team_id, account_id, start_on, end_on, period from access.team_member;

create view access.v_break_glass with (security_invoker = true) as
select board_id, area_id, id as break_glass_id, account_id, unit_id, subject_kind, subject_id, reason, opened_at, ends_at,
       closed_at, judged_at, judged_by, verdict, judgement
from access.break_glass;

grant select on access.v_team, access.v_team_member, access.v_break_glass to bofast_app;
