-- What "Vem har sett" may read of the log: not what changed, only that something was done.
create view audit.v_entry with (security_invoker = true) as
select board_id, area_id, id as entry_id, at, unit_id, role, action, reason, subject_kind, subject_id, person_ids
from audit.entry;
grant select on audit.v_entry to bofast_app;
