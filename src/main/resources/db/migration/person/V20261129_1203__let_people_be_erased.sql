-- What was noted about whom and when, and what may be erased.
create view person.v_note with (security_invoker = true) as
select board_id, area_id, id as person_id, cast(null as uuid) as matter_id, framework.day_of(created_at) as noted_on
from person.person
union all
select board_id, area_id, person_id, null, framework.day_of(greatest(recorded_at, superseded_at)) from person.identity
union all
select board_id, area_id, person_id, null, framework.day_of(greatest(recorded_at, superseded_at)) from person.address
union all
select board_id, area_id, person_id, null, framework.day_of(greatest(recorded_at, ended_at)) from person.contact_way
union all
select board_id, area_id, person_id, null,
       greatest(framework.day_of(greatest(recorded_at, superseded_at)), end_on)
from person.household_member where person_id is not null
union all
select board_id, area_id, person_id, null, greatest(framework.day_of(recorded_at), withdrawn_on, until_on)
from person.consent
union all
select board_id, area_id, person_id, matter_id, framework.day_of(told_at) from person.disclosure;
comment on view person.v_note is 'noted_on also covers days that were still to come when the row was written';
grant select on person.v_note to bofast_app;

call audit.erase_only_when_decided('person.person', $$id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('person.identity', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('person.address', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('person.contact_way', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('person.consent', $$person_id in (select audit.decided('PERSON'))$$);
call audit.erase_only_when_decided('person.disclosure',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);

-- A child one knows only the year of goes with the last of the household who is somebody.
create function person.nobody_stays(household uuid) returns boolean
    language sql stable
    begin atomic
        select not exists (
            select from person.household_member m
            where m.board_id = framework.board_id() and m.household_id = household
              and m.person_id is not null and m.person_id not in (select audit.decided('PERSON')));
    end;
grant execute on function person.nobody_stays(uuid) to bofast_app;
call audit.erase_only_when_decided('person.household_member',
    $$person_id in (select audit.decided('PERSON')) or person_id is null and person.nobody_stays(household_id)$$);
call audit.erase_only_when_decided('person.household',
    $$not exists (select from person.household_member m where m.board_id = household.board_id and m.household_id = household.id)$$);
