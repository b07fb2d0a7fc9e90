-- People, their numbers and addresses, households, consents and what was told to whom.
create schema person;
grant usage on schema person to bofast_app;

create table person.person (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    language    text not null,
    interpreter boolean not null,
    created_at  timestamptz not null,
    created_by  uuid,
    constraint person_pk primary key (board_id, id),
    constraint person_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id)
);
comment on column person.person.language is 'ISO 639-1 code of the language letters are also written in';
create index person_area on person.person (board_id, area_id);
call framework.wall('person.person');
grant select, insert on person.person to bofast_app;
grant update (language, interpreter) on person.person to bofast_app;

create table person.identity (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    person_id     uuid not null,
    given_name    text not null,
    family_name   text not null,
    birth_on      date,
    sex           text,
    number        text,
    number_kind   text,
    protection    text not null,
    sort_name     text collate framework.swedish not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint identity_pk primary key (board_id, id),
    constraint identity_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint identity_sex_known check (sex in ('FEMALE', 'MALE')),
    constraint identity_number_kind_known check (number_kind in ('PERSONAL', 'COORDINATION')),
    constraint identity_number_has_kind check ((number is null) = (number_kind is null)),
    constraint identity_protection_known check (protection in ('NONE', 'MARKED', 'HIDDEN_REGISTRATION', 'FICTITIOUS'))
);
comment on column person.identity.sort_name is 'family name, given name: for lists in Swedish order';
create unique index identity_current on person.identity (board_id, person_id) where superseded_at is null;
create unique index identity_number on person.identity (board_id, area_id, number)
    where superseded_at is null and number is not null;
create index identity_birth on person.identity (board_id, birth_on) where superseded_at is null;
create index identity_sort_name on person.identity (board_id, sort_name, person_id) where superseded_at is null;
create index identity_person on person.identity (board_id, person_id, recorded_at);
call framework.wall('person.identity');
grant select, insert on person.identity to bofast_app;
grant update (superseded_at) on person.identity to bofast_app;

-- Search keys, compared with "=" so that the index also works behind the wall: each part of a name
-- as written (folded) and as it sounds. Rewritten with the identity.
create table person.name_key (
    board_id  uuid not null,
    area_id   uuid not null,
    kind      text not null,
    key       text not null,
    person_id uuid not null,
    constraint name_key_pk primary key (board_id, kind, key, person_id),
    constraint name_key_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint name_key_kind_known check (kind in ('FULL', 'PART', 'START', 'SOUND'))
);
create index name_key_person on person.name_key (board_id, person_id);
call framework.wall('person.name_key');
grant select, insert, delete on person.name_key to bofast_app;

create table person.address (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    person_id     uuid not null,
    kind          text not null,
    care_of       text,
    street        text not null,
    apartment     text,
    postal_code   text,
    city          text,
    address_key   text not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint address_pk primary key (board_id, id),
    constraint address_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint address_kind_known check (kind in ('HOME', 'POSTAL'))
);
comment on column person.address.address_key is 'street and number folded for comparing with "="';
create unique index address_current on person.address (board_id, person_id, kind) where superseded_at is null;
create index address_by_key on person.address (board_id, address_key) where superseded_at is null;
create index address_person on person.address (board_id, person_id, recorded_at);
call framework.wall('person.address');
grant select, insert on person.address to bofast_app;
grant update (superseded_at) on person.address to bofast_app;

create table person.contact_way (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    person_id        uuid not null,
    kind             text not null,
    value            text not null,
    given_by_person  boolean not null,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    ended_at         timestamptz,
    constraint contact_way_pk primary key (board_id, id),
    constraint contact_way_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint contact_way_kind_known check (kind in ('PHONE', 'EMAIL'))
);
create index contact_way_person on person.contact_way (board_id, person_id);
call framework.wall('person.contact_way');
grant select, insert on person.contact_way to bofast_app;
grant update (ended_at) on person.contact_way to bofast_app;

create table person.household (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    created_at timestamptz not null,
    created_by uuid,
    constraint household_pk primary key (board_id, id),
    constraint household_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id)
);
create index household_area on person.household (board_id, area_id);
call framework.wall('person.household');
grant select, insert on person.household to bofast_app;

-- A member may be a child one knows only the year of. member_id stays the same through corrections.
create table person.household_member (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    member_id     uuid not null,
    household_id  uuid not null,
    person_id     uuid,
    kind          text not null,
    child_stay    text,
    birth_year    int,
    start_on      date not null,
    end_on        date,
    period        daterange generated always as (daterange(start_on, end_on, '[]')) stored,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint household_member_pk primary key (board_id, id),
    constraint household_member_household_fk foreign key (board_id, household_id)
        references person.household (board_id, id),
    constraint household_member_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint household_member_kind_known check (kind in ('ADULT', 'CHILD')),
    constraint household_member_child_stay_known check (child_stay in ('PERMANENT', 'ALTERNATING', 'VISITING')),
    constraint household_member_child_says_stay check ((kind = 'CHILD') = (child_stay is not null)),
    constraint household_member_runs_forward check (end_on is null or end_on >= start_on),
    constraint household_member_once_at_a_time exclude using gist
        (board_id with =, household_id with =, person_id with =, period with &&)
        where (superseded_at is null and person_id is not null)
);
create unique index household_member_current on person.household_member (board_id, member_id)
    where superseded_at is null;
create index household_member_household on person.household_member (board_id, household_id);
create index household_member_person on person.household_member (board_id, person_id);
call framework.wall('person.household_member');
grant select, insert on person.household_member to bofast_app;
grant update (superseded_at) on person.household_member to bofast_app;

create table person.consent (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    person_id        uuid not null,
    scope            text not null,
    counterpart_kind text not null,
    counterpart_id   uuid,
    counterpart_name text not null,
    form             text not null,
    given_on         date not null,
    until_on         date,
    withdrawn_on     date,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    constraint consent_pk primary key (board_id, id),
    constraint consent_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint consent_scope_known check (scope in ('CONTACT_ABOUT_DEBT', 'AGREED_STEPS', 'JOINT_VISIT', 'ALL_ABOUT_HOME')),
    constraint consent_counterpart_kind_known check (counterpart_kind in ('LANDLORD', 'AUTHORITY', 'RELATIVE', 'OTHER')),
    constraint consent_form_known check (form in ('WRITTEN', 'ORAL'))
);
create index consent_person on person.consent (board_id, person_id);
call framework.wall('person.consent');
grant select, insert on person.consent to bofast_app;
grant update (withdrawn_on) on person.consent to bofast_app;

create table person.disclosure (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    person_id        uuid,
    matter_kind      text not null,
    matter_id        uuid not null,
    counterpart_kind text not null,
    counterpart_id   uuid,
    counterpart_name text not null,
    ground           text not null,
    consent_id       uuid,
    content          text not null,
    note             text,
    told_at          timestamptz not null,
    told_by          uuid,
    constraint disclosure_pk primary key (board_id, id),
    constraint disclosure_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint disclosure_consent_fk foreign key (board_id, consent_id) references person.consent (board_id, id),
    constraint disclosure_counterpart_kind_known check (counterpart_kind in ('LANDLORD', 'AUTHORITY', 'RELATIVE', 'OTHER')),
    constraint disclosure_ground_known check (ground in ('CONSENT', 'DUTY', 'NECESSARY', 'GENERAL_INFORMATION', 'RECEIPT')),
    constraint disclosure_consent_named check ((ground = 'CONSENT') = (consent_id is not null))
);
comment on column person.disclosure.ground is
    'CONSENT OSL 10:1; DUTY OSL 10:28; NECESSARY OSL 10:2 (written reason in note); GENERAL_INFORMATION and RECEIPT name no one';
create index disclosure_person on person.disclosure (board_id, person_id);
create index disclosure_matter on person.disclosure (board_id, matter_id);
create index disclosure_consent on person.disclosure (board_id, consent_id);
call framework.wall('person.disclosure');
grant select, insert on person.disclosure to bofast_app;

-- What other rooms may read. Protected people's names and addresses are masked here, in the query.
create view person.v_person with (security_invoker = true) as
select p.board_id, p.area_id, p.id as person_id, p.language, p.interpreter,
       i.birth_on, i.sex, i.protection, i.protection <> 'NONE' as protected,
       case when i.protection = 'NONE' then i.given_name end as given_name,
       case when i.protection = 'NONE' then i.family_name end as family_name,
       case when i.protection = 'NONE' then i.sort_name end as sort_name,
       case when i.protection = 'NONE' then i.number end as number
from person.person p
join person.identity i on i.board_id = p.board_id and i.person_id = p.id and i.superseded_at is null;

create view person.v_name_key with (security_invoker = true) as
select board_id, kind, key, person_id from person.name_key;

-- For matching only: whole numbers, also of protected people; never for a page.
create view person.v_match_key with (security_invoker = true) as
select i.board_id, i.area_id, i.person_id, i.number, i.birth_on, i.protection,
       a.address_key
from person.identity i
left join person.address a on a.board_id = i.board_id and a.person_id = i.person_id and a.kind = 'HOME'
    and a.superseded_at is null
where i.superseded_at is null;

create view person.v_address with (security_invoker = true) as
select a.board_id, a.person_id, a.kind, a.care_of, a.street, a.apartment, a.postal_code, a.city, a.address_key
from person.address a
join person.identity i on i.board_id = a.board_id and i.person_id = a.person_id and i.superseded_at is null
where a.superseded_at is null and i.protection = 'NONE';

create view person.v_household_member with (security_invoker = true) as
select board_id, area_id, member_id, household_id, person_id, kind, child_stay, birth_year, start_on, end_on, period
from person.household_member where superseded_at is null;

create view person.v_household_member_history with (security_invoker = true) as
select * from person.household_member;

create view person.v_identity_history with (security_invoker = true) as
select board_id, area_id, person_id, birth_on, sex, protection, recorded_at, superseded_at from person.identity;

create view person.v_consent with (security_invoker = true) as
select * from person.consent;

create view person.v_disclosure with (security_invoker = true) as
select * from person.disclosure;

grant select on person.v_person, person.v_name_key, person.v_match_key, person.v_address,
    person.v_household_member, person.v_household_member_history, person.v_identity_history,
    person.v_consent, person.v_disclosure to bofast_app;
