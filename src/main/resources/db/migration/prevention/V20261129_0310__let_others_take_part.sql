-- Who takes part in a case beside the unit that leads it: another unit, a team, a colleague (a guide). What each may do
-- there their own role says; this only says that the case is within reach.
create table prevention.participation (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    case_id    uuid not null,
    unit_id    uuid,
    team_id    uuid,
    account_id uuid,
    reason     text not null,
    started_at timestamptz not null,
    started_by uuid not null,
    ended_at   timestamptz,
    ended_by   uuid,
    constraint participation_pk primary key (board_id, id),
    constraint participation_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint participation_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint participation_team_fk foreign key (board_id, team_id) references access.team (board_id, id),
    constraint participation_account_fk foreign key (account_id) references access.account (id),
    constraint participation_starter_fk foreign key (started_by) references access.account (id),
    constraint participation_ender_fk foreign key (ended_by) references access.account (id),
    constraint participation_of_one check (num_nonnulls(unit_id, team_id, account_id) = 1),
    constraint participation_has_a_reason check (length(btrim(reason)) > 0),
    constraint participation_ended_by_somebody check (num_nonnulls(ended_at, ended_by) in (0, 2))
);
create unique index participation_once on prevention.participation (board_id, case_id, unit_id, team_id, account_id)
    nulls not distinct where ended_at is null;
create index participation_case on prevention.participation (board_id, case_id);
create index participation_account on prevention.participation (account_id, board_id, case_id);
create index participation_starter on prevention.participation (started_by);
create index participation_ender on prevention.participation (ended_by);
create index participation_unit on prevention.participation (board_id, unit_id);
create index participation_team on prevention.participation (board_id, team_id);
call framework.wall('prevention.participation');
grant select, insert on prevention.participation to bofast_app;
grant update (ended_at, ended_by) on prevention.participation to bofast_app;

create view prevention.v_participation with (security_invoker = true) as
select board_id, area_id, id as participation_id, case_id, unit_id, team_id, account_id, started_at, ended_at
from prevention.participation;
grant select on prevention.v_participation to bofast_app;
