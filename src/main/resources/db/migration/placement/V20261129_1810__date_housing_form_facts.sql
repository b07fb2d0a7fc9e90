-- A form may be called something else, or stand on another step, from a day on: what was believed of the years before
-- stands. One row a form and day among the current ones.
drop index placement.housing_form_fact_current;
create unique index housing_form_fact_current on placement.housing_form_fact (board_id, form_id, start_on)
    where superseded_at is null;
alter table placement.housing_form_fact
    add column period daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    add constraint housing_form_fact_once_at_a_time exclude using gist (board_id with =, form_id with =, period with &&)
        where (superseded_at is null);

-- Still one row a form: as it was last called, from when it was first used.
create or replace view placement.v_housing_form with (security_invoker = true) as
select f.board_id, f.id as form_id, f.code, f.shipped, t.name_sv, t.name_en, t.step, t.home, t.keeps_home, t.position,
       (select min(e.start_on) from placement.housing_form_fact e
        where e.board_id = f.board_id and e.form_id = f.id and e.superseded_at is null) as start_on,
       t.end_on
from placement.housing_form f
join placement.housing_form_fact t on t.board_id = f.board_id and t.form_id = f.id and t.superseded_at is null
where not exists (
    select from placement.housing_form_fact later
    where later.board_id = t.board_id and later.form_id = t.form_id and later.superseded_at is null
      and later.start_on > t.start_on);

-- A form as it was called and stood in each period of its own.
create view placement.v_housing_form_period with (security_invoker = true) as
select f.board_id, f.id as form_id, f.code, t.name_sv, t.name_en, t.step, t.home, t.keeps_home, t.position,
       t.start_on, t.end_on
from placement.housing_form f
join placement.housing_form_fact t on t.board_id = f.board_id and t.form_id = f.id and t.superseded_at is null;
grant select on placement.v_housing_form_period to bofast_app;
