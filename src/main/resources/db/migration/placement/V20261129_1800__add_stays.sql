-- Where people live and have lived, night by night, and the catalogue of housing forms.
create schema placement;
grant usage on schema placement to bofast_app;

-- A housing form as a board knows it. What it is called, where in the chain it stands and how it counts are facts that
-- change; the code and the id stay.
create table placement.housing_form (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    code       text not null,
    shipped    boolean not null,
    created_at timestamptz not null,
    created_by uuid,
    constraint housing_form_pk primary key (board_id, id),
    constraint housing_form_code_once unique (board_id, code),
    constraint housing_form_code_written check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    constraint housing_form_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id)
);
create index housing_form_area on placement.housing_form (board_id, area_id);
call framework.wall('placement.housing_form');
-- Providers and branches name the same forms: the catalogue is read by the whole board.
create policy read_within_the_board on placement.housing_form for select using (board_id = framework.board_id());
grant select, insert on placement.housing_form to bofast_app;

create table placement.housing_form_fact (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    form_id       uuid not null,
    name_sv       text collate framework.swedish not null,
    name_en       text,
    step          text not null,
    home          boolean not null,
    keeps_home    boolean not null,
    position      int not null,
    start_on      date not null,
    end_on        date,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint housing_form_fact_pk primary key (board_id, id),
    constraint housing_form_fact_form_fk foreign key (board_id, form_id) references placement.housing_form (board_id, id),
    constraint housing_form_fact_runs_forward check (end_on is null or end_on >= start_on),
    constraint housing_form_fact_step_known check (step in ('ROUGH', 'SHELTER', 'ACUTE', 'LODGING', 'TREATMENT', 'SUPPORTED',
        'TRAINING', 'TRIAL', 'TRANSITIONAL', 'HOUSING_FIRST', 'OWN_LEASE', 'WITH_OTHERS', 'OTHER', 'UNKNOWN'))
);
comment on column placement.housing_form_fact.home is
    'who has such a stay has a home of their own (lease, tenant-ownership, own house): nothing else counts as having one';
comment on column placement.housing_form_fact.keeps_home is
    'a stay of this form may lie upon another that goes on: respite, treatment, hospital, remand';
create unique index housing_form_fact_current on placement.housing_form_fact (board_id, form_id) where superseded_at is null;
create index housing_form_fact_form on placement.housing_form_fact (board_id, form_id, recorded_at);
call framework.wall('placement.housing_form_fact');
create policy read_within_the_board on placement.housing_form_fact for select using (board_id = framework.board_id());
grant select, insert on placement.housing_form_fact to bofast_app;
grant update (superseded_at) on placement.housing_form_fact to bofast_app;

-- How a form counts under a definition, in years when it does so. The condition says which stays of the form it is
-- about; a stay that meets none of a form's conditions is in no category.
create table placement.crosswalk (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    form_id       uuid not null,
    definition    text not null,
    category      text not null,
    condition     text not null,
    start_on      date not null,
    end_on        date,
    period        daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint crosswalk_pk primary key (board_id, id),
    constraint crosswalk_form_fk foreign key (board_id, form_id) references placement.housing_form (board_id, id),
    constraint crosswalk_runs_forward check (end_on is null or end_on >= start_on),
    constraint crosswalk_definition_known check (definition in ('CITY', 'NATIONAL', 'ETHOS_LIGHT')),
    constraint crosswalk_condition_known check (condition in
        ('ALWAYS', 'NO_HOME', 'NO_HOME_AND_LEAVING', 'NO_HOME_AND_SHORT')),
    constraint crosswalk_category_known check (case definition
        when 'CITY' then category in ('ACUTE', 'LONGER_TERM')
        when 'NATIONAL' then category in ('1', '2', '3', '4')
        else category in ('1.1', '2.2', '3.3', '3.4', '3.5', '3.6', '4.7', '4.8', '5.9', '5.10', '5.11', '6.12') end),
    constraint crosswalk_once_at_a_time exclude using gist (board_id with =, form_id with =, definition with =, period with &&)
        where (superseded_at is null)
);
comment on column placement.crosswalk.condition is
    'NO_HOME: only who has no home elsewhere; NO_HOME_AND_LEAVING: and is to leave within three months or should have left; '
    'NO_HOME_AND_SHORT: and has been there for three months at most';
create unique index crosswalk_current on placement.crosswalk (board_id, form_id, definition, start_on) where superseded_at is null;
create index crosswalk_form on placement.crosswalk (board_id, form_id, recorded_at);
call framework.wall('placement.crosswalk');
create policy read_within_the_board on placement.crosswalk for select using (board_id = framework.board_id());
grant select, insert on placement.crosswalk to bofast_app;
grant update (superseded_at) on placement.crosswalk to bofast_app;

create table placement.stay (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    person_id  uuid not null,
    created_at timestamptz not null,
    created_by uuid,
    constraint stay_pk primary key (board_id, id),
    constraint stay_person_once unique (board_id, id, person_id),
    constraint stay_person_fk foreign key (board_id, person_id) references person.person (board_id, id)
);
create index stay_person on placement.stay (board_id, person_id);
call framework.wall('placement.stay');
call framework.hide_people('placement.stay', 'person_id');
grant select, insert on placement.stay to bofast_app;

-- What is believed of a stay. end_on is the last night slept there: a move on day D ends the old stay on D-1.
-- LIVES is where somebody lives; AWAY lies upon it while the home is kept. Nobody sleeps in two places: no two stays
-- AWAY at once, and no two LIVES but a child's with each of two parents (home 1 and home 2).
create table placement.stay_fact (
    board_id        uuid not null,
    area_id         uuid not null,
    id              uuid not null,
    stay_id         uuid not null,
    person_id       uuid not null,
    form_id         uuid not null,
    layer           text not null,
    home_number     int not null,
    dwelling_id     uuid,
    place           text,
    unit_id         uuid,
    start_on        date not null,
    end_on          date,
    expected_end_on date,
    period          daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    end_cause       text,
    move_id         uuid,
    withdrawn       boolean not null,
    recorded_at     timestamptz not null,
    recorded_by     uuid,
    superseded_at   timestamptz,
    reason          text not null,
    constraint stay_fact_pk primary key (board_id, id),
    constraint stay_fact_stay_fk foreign key (board_id, stay_id, person_id) references placement.stay (board_id, id, person_id),
    constraint stay_fact_form_fk foreign key (board_id, form_id) references placement.housing_form (board_id, id),
    constraint stay_fact_dwelling_fk foreign key (board_id, dwelling_id) references dwelling.dwelling (board_id, id),
    constraint stay_fact_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint stay_fact_runs_forward check (end_on is null or end_on >= start_on),
    constraint stay_fact_expected_after_start check (expected_end_on is null or expected_end_on >= start_on),
    constraint stay_fact_layer_known check (layer in ('LIVES', 'AWAY')),
    constraint stay_fact_home_number_known check (home_number = 1 or (home_number = 2 and layer = 'LIVES')),
    constraint stay_fact_end_cause_known check (end_cause in ('MOVED_ON', 'MOVED_BACK', 'OWN_HOME', 'TIME_OUT', 'RENT',
        'DISTURBANCE', 'OWN_WISH', 'DISCHARGED', 'SPLIT', 'DIED', 'OTHER', 'UNKNOWN')),
    constraint stay_fact_cause_has_end check (end_cause is null or end_on is not null),
    constraint stay_fact_one_place_a_night exclude using gist
        (board_id with =, person_id with =, layer with =, home_number with =, period with &&)
        where (superseded_at is null and not withdrawn)
);
create unique index stay_fact_current on placement.stay_fact (board_id, stay_id) where superseded_at is null;
create index stay_fact_stay on placement.stay_fact (board_id, stay_id, person_id, recorded_at);
create index stay_fact_person on placement.stay_fact (board_id, person_id, start_on) where superseded_at is null and not withdrawn;
create index stay_fact_form on placement.stay_fact (board_id, form_id);
create index stay_fact_dwelling on placement.stay_fact (board_id, dwelling_id) where dwelling_id is not null;
create index stay_fact_unit on placement.stay_fact (board_id, unit_id) where unit_id is not null;
-- A count asks who was somewhere on a day: of ten years of stays those that had not ended, of these those begun.
create index stay_fact_ending on placement.stay_fact (board_id, end_on, start_on) where superseded_at is null and not withdrawn;
call framework.wall('placement.stay_fact');
call framework.hide_people('placement.stay_fact', 'person_id');
grant select, insert on placement.stay_fact to bofast_app;
grant update (superseded_at) on placement.stay_fact to bofast_app;

create view placement.v_housing_form with (security_invoker = true) as
select f.board_id, f.id as form_id, f.code, f.shipped, t.name_sv, t.name_en, t.step, t.home, t.keeps_home, t.position,
       t.start_on, t.end_on
from placement.housing_form f
join placement.housing_form_fact t on t.board_id = f.board_id and t.form_id = f.id and t.superseded_at is null;

create view placement.v_crosswalk with (security_invoker = true) as
select board_id, form_id, definition, category, condition, start_on, end_on
from placement.crosswalk
where superseded_at is null;

create view placement.v_crosswalk_history with (security_invoker = true) as
select board_id, form_id, definition, category, condition, start_on, end_on, recorded_at, superseded_at, reason
from placement.crosswalk;

create view placement.v_stay with (security_invoker = true) as
select board_id, area_id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on, end_on,
       expected_end_on, end_cause, move_id, recorded_at
from placement.stay_fact
where superseded_at is null and not withdrawn;

create view placement.v_stay_history with (security_invoker = true) as
select board_id, area_id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on, end_on,
       expected_end_on, end_cause, move_id, withdrawn, recorded_at, superseded_at, reason
from placement.stay_fact;

grant select on placement.v_housing_form, placement.v_crosswalk, placement.v_crosswalk_history, placement.v_stay,
    placement.v_stay_history to bofast_app;
