-- What was noted about whom and when, and what may be erased.
create view placement.v_note with (security_invoker = true) as
select board_id, area_id, person_id, cast(null as uuid) as matter_id,
       greatest(framework.day_of(recorded_at), end_on) as noted_on
from placement.stay_fact
union all
select board_id, area_id, person_id, null, framework.day_of(created_at) from placement.stay
union all
select board_id, area_id, person_id, null, greatest(framework.day_of(recorded_at), result_on) from placement.help_offer;
grant select on placement.v_note to bofast_app;

call audit.erase_only_when_decided('placement.stay', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('placement.stay_fact', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('placement.help_offer', $$person_id in (select audit.decided('PERSON'))$$);
