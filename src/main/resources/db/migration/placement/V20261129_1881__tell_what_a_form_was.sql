-- What was believed of a form earlier: a count of September is explained in March.
create view placement.v_housing_form_history with (security_invoker = true) as
select f.board_id, f.id as form_id, f.code, f.shipped, t.name_sv, t.name_en, t.step, t.home, t.keeps_home, t.position,
       t.start_on, t.end_on, t.recorded_at, t.superseded_at, t.reason
from placement.housing_form f
join placement.housing_form_fact t on t.board_id = f.board_id and t.form_id = f.id;
grant select on placement.v_housing_form_history to bofast_app;

-- A run without a home is read back in time, person by person, also as it was known earlier.
create index stay_fact_person_known on placement.stay_fact (board_id, person_id, recorded_at);
