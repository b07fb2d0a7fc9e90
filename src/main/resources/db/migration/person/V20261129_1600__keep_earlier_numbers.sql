-- Numbers: one's own kind for those the board gives itself, and an earlier number goes on being the person's.
alter table person.identity drop constraint identity_number_kind_known;
alter table person.identity add constraint identity_number_kind_known
    check (number_kind in ('PERSONAL', 'COORDINATION', 'RESERVE'));
alter table person.identity add column number_from_on date;
alter table person.identity add column number_until_on date;
alter table person.identity add constraint identity_number_ends_with_the_row
    check (number_until_on is null or number is not null and superseded_at is not null);
alter table person.identity add constraint identity_number_runs_forward check (number_until_on >= number_from_on);
comment on column person.identity.number_from_on is 'since when the number is the person''s; null: not said';
comment on column person.identity.number_until_on is
    'the day another number took its place: it was right and stays the person''s. Null in a row that was corrected';
grant update (number_until_on) on person.identity to bofast_app;

-- A number belongs to one person, whether it is the present one or an earlier one.
drop index person.identity_number;
create unique index identity_number on person.identity (board_id, area_id, number)
    where number is not null and (superseded_at is null or number_until_on is not null);

-- Who is nameless has a label instead: given once, and kept also when the name is known.
alter table person.person add column working_label text;
alter table person.person add constraint person_working_label_says_something check (working_label ~ '\S');
comment on column person.person.working_label is 'what a person without a name is called here ("Okänd person 12"); no name';
create unique index person_working_label on person.person (board_id, area_id, working_label)
    where working_label is not null;

-- The last reserve number and the last label. Gaps are allowed, collisions are not.
create table person.number_counter (
    board_id uuid not null,
    area_id  uuid not null,
    series   text not null,
    last     int not null,
    constraint number_counter_pk primary key (board_id, area_id, series),
    constraint number_counter_series_known check (series in ('RESERVE_NUMBER', 'WORKING_LABEL'))
);
call framework.wall('person.number_counter');
grant select, insert, update (last) on person.number_counter to bofast_app;

create or replace view person.v_person with (security_invoker = true) as
select p.board_id, p.area_id, p.id as person_id, p.language, p.interpreter,
       i.birth_on, i.sex, i.protection, i.protection <> 'NONE' as protected,
       case when i.protection = 'NONE' then i.given_name end as given_name,
       case when i.protection = 'NONE' then i.family_name end as family_name,
       case when i.protection = 'NONE' then i.sort_name end as sort_name,
       case when i.protection = 'NONE' then i.number end as number,
       case when i.protection = 'NONE' then p.working_label end as working_label
from person.person p
join person.identity i on i.board_id = p.board_id and i.person_id = p.id and i.superseded_at is null;

-- For matching only, as v_match_key: every number that is or was a person's.
create view person.v_held_number with (security_invoker = true) as
select board_id, area_id, person_id, number, number_kind, superseded_at is null as current
from person.identity
where number is not null and (superseded_at is null or number_until_on is not null);
grant select on person.v_held_number to bofast_app;
