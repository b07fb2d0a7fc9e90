-- How fast someone may knock (decision 0180). Whom a row is about is a keyed hash; the key of a day goes with the day.
create table access.pace_secret (
    day_on date not null,
    secret bytea not null,
    constraint pace_secret_pk primary key (day_on)
);
alter table access.pace_secret enable row level security;
alter table access.pace_secret force row level security;
create policy belongs_to_no_board on access.pace_secret using (true) with check (true);

-- Written by the library Bucket4j: the state is its own, the moment is in milliseconds of the epoch.
create table framework.pace (
    id    text not null,
    state bytea,
    ends  bigint,
    constraint pace_pk primary key (id)
);
create index pace_ends on framework.pace (ends);
alter table framework.pace enable row level security;
alter table framework.pace force row level security;
create policy belongs_to_no_board on framework.pace using (true) with check (true);
grant select, insert, update, delete on access.pace_secret, framework.pace to bofast_app;
