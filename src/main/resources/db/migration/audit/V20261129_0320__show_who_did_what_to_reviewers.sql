-- What a reviewer may read beside "Vem har sett": which account it was. Still not what changed.
create view audit.v_entry_by_account with (security_invoker = true) as
select board_id, area_id, id as entry_id, at, account_id, action, reason, subject_kind, subject_id
from audit.entry;
grant select on audit.v_entry_by_account to bofast_app;
