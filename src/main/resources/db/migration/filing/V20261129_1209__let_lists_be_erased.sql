-- Received lists: when they came, and what may be erased.
create view filing.v_received_file with (security_invoker = true) as
select u.board_id, u.area_id, u.file_id, u.id as upload_id, framework.day_of(f.received_at) as received_on,
       framework.day_of(greatest(f.received_at, u.received_at, u.accepted_at, u.undone_at)) as noted_on
from filing.upload u
join filing.upload_file f on f.board_id = u.board_id and f.id = u.file_id;
grant select on filing.v_received_file to bofast_app;

call audit.erase_only_when_decided('filing.upload_file', $$id in (select audit.decided('FILE'))$$);
call audit.erase_only_when_decided('filing.upload', $$file_id in (select audit.decided('FILE'))$$);
