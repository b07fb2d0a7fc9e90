-- After how long a case that nobody has taken up is an alarm: the board's own routine, one row a
-- board. Without a row the usual limits hold.
create table prevention.alarm_limit (
    board_id       uuid not null,
    area_id        uuid not null,
    attempt_days   integer not null,
    decision_days  integer not null,
    contact_days   integer not null,
    unread_hours   integer not null,
    version        integer not null,
    changed_at     timestamptz not null,
    changed_by     uuid,
    constraint alarm_limit_pk primary key (board_id, area_id),
    constraint alarm_limit_attempt_days_few check (attempt_days between 1 and 30),
    constraint alarm_limit_decision_days_few check (decision_days between 1 and 90),
    constraint alarm_limit_contact_days_few check (contact_days between 1 and 90),
    constraint alarm_limit_unread_hours_few check (unread_hours between 1 and 336)
);
call framework.wall('prevention.alarm_limit');
grant select, insert, update on prevention.alarm_limit to bofast_app;

-- A landlord's open cases, the most urgent first.
create index prevention_case_landlord_next on prevention.prevention_case (board_id, landlord_id, next_on, id)
    where stage <> 'CLOSED';
