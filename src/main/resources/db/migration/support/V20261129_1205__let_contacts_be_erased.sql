-- What was noted about whom and when, and what may be erased.
create view support.v_note with (security_invoker = true) as
select board_id, area_id, person_id, cast(null as uuid) as matter_id,
       greatest(framework.day_of(recorded_at), end_on) as noted_on
from support.assignment
union all
select board_id, area_id, person_id, matter_id,
       greatest(framework.day_of(greatest(recorded_at, happened_at, to_file_at, withdrawn_at)), next_try_on)
from support.contact
union all
select board_id, area_id, person_id, null, framework.day_of(greatest(recorded_at, ended_at)) from support.visit_note
union all
select board_id, area_id, person_id, matter_id,
       framework.day_of(greatest(recorded_at, start_at, check_in_due_at, checked_in_at, cancelled_at))
from support.visit
union all
select a.board_id, a.area_id, a.person_id, a.matter_id, framework.day_of(greatest(a.recorded_at, s.end_at))
from support.appointment a
join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
union all
select a.board_id, a.area_id, a.person_id, a.matter_id, framework.day_of(e.recorded_at)
from support.appointment_event e
join support.appointment a on a.board_id = e.board_id and a.id = e.appointment_id;
grant select on support.v_note to bofast_app;

call audit.erase_only_when_decided('support.assignment', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('support.visit_note', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('support.contact',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('support.visit',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('support.appointment',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('support.appointment_event',
    $$exists (select from support.appointment a
              where a.board_id = appointment_event.board_id and a.id = appointment_event.appointment_id
                and (a.person_id in (select audit.decided('PERSON')) or a.matter_id in (select audit.decided('CASE'))))$$);
