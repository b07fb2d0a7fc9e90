-- A stay that goes on ends never: said so in a column, the last night is a range of the index. "It is null or later
-- than" is no range, and coalesce is not taken for leakproof, so neither would find an index behind the wall.
alter table placement.stay_fact
    add column last_on date generated always as (coalesce(end_on, date 'infinity')) stored;
drop index placement.stay_fact_ending;
create index stay_fact_ending on placement.stay_fact (board_id, last_on, start_on) where superseded_at is null and not withdrawn;

create or replace view placement.v_stay with (security_invoker = true) as
select board_id, area_id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on, end_on,
       expected_end_on, end_cause, move_id, recorded_at, last_on
from placement.stay_fact
where superseded_at is null and not withdrawn;

create or replace view placement.v_stay_history with (security_invoker = true) as
select board_id, area_id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on, end_on,
       expected_end_on, end_cause, move_id, withdrawn, recorded_at, superseded_at, reason, last_on
from placement.stay_fact;
