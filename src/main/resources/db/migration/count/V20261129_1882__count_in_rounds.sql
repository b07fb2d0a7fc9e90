-- Rounds of the homelessness count: who is asked, what they answer, how it is decided, what is frozen and published.
create table count.round (
    board_id           uuid not null,
    area_id            uuid not null,
    id                 uuid not null,
    name               text not null,
    start_on           date not null,
    end_on             date not null,
    due_on             date not null,
    age_from           int not null,
    age_below          int not null,
    definition_version int not null,
    before_id          uuid,
    secret             bytea,
    opened_at          timestamptz not null,
    opened_by          uuid,
    filled_at          timestamptz,
    frozen_at          timestamptz,
    frozen_by          uuid,
    fingerprint        text,
    published_at       timestamptz,
    published_by       uuid,
    constraint round_pk primary key (board_id, id),
    constraint round_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint round_before_fk foreign key (board_id, before_id) references count.round (board_id, id),
    constraint round_window_short check (end_on >= start_on and end_on - start_on <= 13),
    constraint round_due_after_start check (due_on >= start_on),
    constraint round_ages_real check (age_from >= 0 and age_below > age_from),
    constraint round_frozen_whole check ((frozen_at is null) = (fingerprint is null)),
    constraint round_secret_destroyed_at_freeze check ((frozen_at is null) = (secret is not null)),
    constraint round_published_when_frozen check (published_at is null or frozen_at is not null)
);
comment on column count.round.secret is 'keys the facts of people without a number; gone when the round is frozen';
comment on column count.round.fingerprint is 'SHA-256 over everybody counted and the version of the count';
create index round_area on count.round (board_id, area_id, start_on);
create index round_before on count.round (board_id, before_id);
call framework.wall('count.round');
grant select, insert on count.round to bofast_app;
grant update (secret, filled_at, frozen_at, frozen_by, fingerprint, published_at, published_by) on count.round to bofast_app;

create table count.invitation (
    board_id    uuid not null,
    area_id     uuid not null,
    round_id    uuid not null,
    unit_id     uuid not null,
    invited_at  timestamptz not null,
    reminded_at timestamptz,
    reminders   int not null,
    done_at     timestamptz,
    done_by     uuid,
    constraint invitation_pk primary key (board_id, round_id, unit_id),
    constraint invitation_round_fk foreign key (board_id, round_id) references count.round (board_id, id),
    constraint invitation_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id)
);
create index invitation_unit on count.invitation (board_id, unit_id);
call framework.wall('count.invitation');
grant select, insert on count.invitation to bofast_app;
grant update (reminded_at, reminders, done_at, done_by) on count.invitation to bofast_app;

-- That a unit has named somebody. Without a number there is no person, but a keyed hash of a few facts; with too few facts
-- not even that. unit_id is null for those whom the register knows and no unit answers for.
create table count.report (
    board_id  uuid not null,
    area_id   uuid not null,
    id        uuid not null,
    round_id  uuid not null,
    unit_id   uuid,
    person_id uuid,
    key_hash  bytea,
    made_at   timestamptz not null,
    made_by   uuid,
    constraint report_pk primary key (board_id, id),
    constraint report_round_fk foreign key (board_id, round_id) references count.round (board_id, id),
    constraint report_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id)
);
create unique index report_person_a_unit on count.report (board_id, round_id, unit_id, person_id) nulls not distinct
    where person_id is not null;
create index report_unit on count.report (board_id, unit_id);
create index report_person on count.report (board_id, person_id);
call framework.wall('count.report');
call framework.hide_people('count.report', 'person_id');
grant select, insert on count.report to bofast_app;
grant update (key_hash) on count.report to bofast_app;
call audit.erase_only_when_decided('count.report', $$person_id in (select audit.decided('PERSON'))$$);

-- What the unit says of the person, and what it said before.
create table count.report_fact (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    report_id     uuid not null,
    state         text not null,
    form_id       uuid,
    has_home      boolean not null,
    leaving       boolean,
    brief         boolean,
    sex           text,
    age           int,
    household_id  uuid,
    adults        int not null,
    children      int not null,
    since_on      date,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint report_fact_pk primary key (board_id, id),
    constraint report_fact_report_fk foreign key (board_id, report_id) references count.report (board_id, id),
    constraint report_fact_state_known check (state in ('REGISTER', 'CONFIRMED', 'NOT_OURS', 'NOT_HOMELESS', 'DEAD')),
    constraint report_fact_sex_known check (sex in ('FEMALE', 'MALE')),
    constraint report_fact_age_real check (age between 0 and 130),
    constraint report_fact_family_real check (adults between 0 and 30 and children between 0 and 30)
);
create unique index report_fact_current on count.report_fact (board_id, report_id) where superseded_at is null;
create index report_fact_report on count.report_fact (board_id, report_id, recorded_at);
call framework.wall('count.report_fact');
grant select, insert on count.report_fact to bofast_app;
grant update (superseded_at) on count.report_fact to bofast_app;
call audit.erase_only_when_decided('count.report_fact', $$report_id in (
    select r.id from count.report r where r.person_id in (select audit.decided('PERSON')))$$);

-- Two units said two forms: which of the reports stands, and why. Of two rulings on the same person the latest holds.
create table count.ruling (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    round_id   uuid not null,
    report_id  uuid not null,
    reason     text not null,
    decided_at timestamptz not null,
    decided_by uuid,
    constraint ruling_pk primary key (board_id, id),
    constraint ruling_round_fk foreign key (board_id, round_id) references count.round (board_id, id),
    constraint ruling_report_fk foreign key (board_id, report_id) references count.report (board_id, id)
);
create index ruling_round on count.ruling (board_id, round_id);
create index ruling_report on count.ruling (board_id, report_id);
call framework.wall('count.ruling');
grant select, insert on count.ruling to bofast_app;
call audit.erase_only_when_decided('count.ruling', $$report_id in (
    select r.id from count.report r where r.person_id in (select audit.decided('PERSON')))$$);

-- Everybody a frozen round counted, one row each. When a person's file is erased the id goes and the row stays.
create table count.counted (
    board_id     uuid not null,
    area_id      uuid not null,
    round_id     uuid not null,
    number       int not null,
    person_id    uuid,
    form_id      uuid,
    sex          text not null,
    age          int,
    household_id uuid,
    household    text not null,
    children     int not null,
    since_on     date,
    sure         boolean not null,
    city         text,
    city_why     text not null,
    national     text,
    national_why text not null,
    ethos        text,
    ethos_why    text not null,
    constraint counted_pk primary key (board_id, round_id, number),
    constraint counted_round_fk foreign key (board_id, round_id) references count.round (board_id, id)
);
comment on column count.counted.sure is 'false for who may be somebody else of the round: too few facts to say';
create index counted_person on count.counted (board_id, person_id) where person_id is not null;
call framework.wall('count.counted');
call framework.hide_people('count.counted', 'person_id');
grant select, insert on count.counted to bofast_app;
grant update (person_id) on count.counted to bofast_app;

create table count.cell (
    board_id   uuid not null,
    area_id    uuid not null,
    round_id   uuid not null,
    definition text not null,
    split      text not null,
    code       text not null,
    people     int not null,
    most       int not null,
    hidden     boolean not null,
    constraint cell_pk primary key (board_id, round_id, definition, split, code),
    constraint cell_round_fk foreign key (board_id, round_id) references count.round (board_id, id),
    constraint cell_interval_runs_forward check (most >= people)
);
comment on column count.cell.hidden is 'not to be published: small, or it would give a small one away';
call framework.wall('count.cell');
grant select, insert on count.cell to bofast_app;

-- A frozen round stays as it is, for whoever asks the database.
create function count.refuse_when_frozen() returns trigger language plpgsql set search_path = '' as $$
declare
    of_round uuid;
begin
    if tg_table_name = 'report_fact' then
        select r.round_id into of_round from count.report r where r.board_id = new.board_id and r.id = new.report_id;
    else
        of_round := new.round_id;
    end if;
    if exists (select from count.round r
               where r.board_id = new.board_id and r.id = of_round and r.frozen_at is not null) then
        raise exception 'the round is frozen' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger frozen_rounds_stay before insert or update on count.report
    for each row execute function count.refuse_when_frozen();
create trigger frozen_rounds_stay before insert or update on count.report_fact
    for each row execute function count.refuse_when_frozen();
create trigger frozen_rounds_stay before insert or update on count.ruling
    for each row execute function count.refuse_when_frozen();
create trigger frozen_rounds_stay before insert on count.counted
    for each row execute function count.refuse_when_frozen();
create trigger frozen_rounds_stay before insert on count.cell
    for each row execute function count.refuse_when_frozen();
