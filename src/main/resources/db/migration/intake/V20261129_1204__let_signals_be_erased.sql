-- What was noted about whom and when, and what may be erased.
create view intake.v_note with (security_invoker = true) as
select board_id, area_id, id as signal_id, person_id,
       framework.day_of(greatest(received_at, registered_at, withdrawn_at)) as noted_on
from intake.signal
union all
select f.board_id, f.area_id, f.signal_id, s.person_id, framework.day_of(greatest(f.recorded_at, f.superseded_at))
from intake.signal_fact f
join intake.signal s on s.board_id = f.board_id and s.id = f.signal_id
union all
select c.board_id, c.area_id, c.signal_id, c.person_id, framework.day_of(s.registered_at)
from intake.candidate c
join intake.signal s on s.board_id = c.board_id and s.id = c.signal_id;

-- Every notice that is kept, also what was taken back; the birth day and number as the notice has them.
create view intake.v_kept_signal with (security_invoker = true) as
select board_id, area_id, id as signal_id, person_id, unit_id, upload_id, written_birth_on, written_number,
       match_state = 'ASKED' and withdrawn_at is null as asked
from intake.signal;

create view intake.v_candidate with (security_invoker = true) as
select board_id, area_id, signal_id, person_id from intake.candidate;
grant select on intake.v_note, intake.v_kept_signal, intake.v_candidate to bofast_app;

-- A later notice of the same thing outlives the earlier.
alter table intake.signal drop constraint signal_earlier_fk;
alter table intake.signal add constraint signal_earlier_fk foreign key (board_id, earlier_id)
    references intake.signal (board_id, id) on delete set null (earlier_id);

call audit.erase_only_when_decided('intake.signal', $$id in (select audit.decided('SIGNAL'))$$);
call audit.erase_only_when_decided('intake.signal_fact', $$signal_id in (select audit.decided('SIGNAL'))$$);
