-- What the review of the log may read of it: also which employee it was; not what changed.
create view audit.v_access with (security_invoker = true) as
select board_id, area_id, id as entry_id, at, account_id, unit_id, role, action, reason, subject_kind, subject_id, person_ids
from audit.entry;
grant select on audit.v_access to bofast_app;

-- A search that finds nobody is on record by a keyed hash of what was asked for: whoever reviews can ask who has
-- searched for a number, and nobody can read the number out of the log.
create table audit.term_secret (
    board_id uuid not null,
    area_id  uuid not null,
    secret   bytea not null,
    constraint term_secret_pk primary key (board_id, area_id),
    constraint term_secret_long_enough check (length(secret) >= 32)
);
call framework.wall('audit.term_secret');
grant select, insert on audit.term_secret to bofast_app;
