-- What is known of a protected identity: of which kind, from whom, until when, and when it is looked at again.
create table person.protection (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    person_id     uuid not null,
    kind          text not null,
    source        text not null,
    reason        text not null,
    until_on      date,
    review_on     date,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    constraint protection_pk primary key (board_id, id),
    constraint protection_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint protection_kind_known check (kind in ('NONE', 'MARKED', 'HIDDEN_REGISTRATION', 'FICTITIOUS')),
    constraint protection_source_known check (source in ('POPULATION_REGISTER', 'THE_PERSON', 'OTHER_AUTHORITY', 'OWN_ASSESSMENT')),
    constraint protection_says_why check (reason ~ '\S'),
    constraint protection_is_reviewed check ((kind = 'NONE') = (review_on is null)),
    constraint protection_ends_only_if_any check (kind <> 'NONE' or until_on is null)
);
comment on column person.protection.until_on is 'as the deciding authority has said; nothing ends by itself that day';
create unique index protection_current on person.protection (board_id, person_id) where superseded_at is null;
create index protection_person on person.protection (board_id, person_id, recorded_at);
call framework.wall('person.protection');
grant select, insert on person.protection to bofast_app;
grant update (superseded_at) on person.protection to bofast_app;

call framework.hide_people('person.protection', 'person_id');
call framework.hide_people('person.person', 'id');
call framework.hide_people('person.identity', 'person_id');
call framework.hide_people('person.name_key', 'person_id');
call framework.hide_people('person.address', 'person_id');
call framework.hide_people('person.contact_way', 'person_id');
call framework.hide_people('person.household_member', 'person_id');
call framework.hide_people('person.consent', 'person_id');
call framework.hide_people('person.disclosure', 'person_id');

-- Those who were marked before there were walls around them. The owner looks past the walls while they are down.
alter table person.identity no force row level security;
alter table framework.sheltered_person no force row level security;
insert into framework.sheltered_person (board_id, area_id, person_id, because_of)
select board_id, area_id, person_id, person_id from person.identity
where superseded_at is null and protection <> 'NONE';
alter table person.identity force row level security;
alter table framework.sheltered_person force row level security;
