-- Who saw and changed what. Append-only for the application.
create schema audit;
grant usage on schema audit to bofast_app;

create table audit.entry (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    at           timestamptz not null,
    account_id   uuid,
    unit_id      uuid,
    role         text,
    action       text not null,
    reason       text,
    subject_kind text,
    subject_id   uuid,
    person_ids   uuid[] not null,
    change       jsonb,
    constraint entry_pk primary key (board_id, id)
);
comment on column audit.entry.account_id is 'null: the house itself (a job, the night run)';
comment on column audit.entry.change is 'before and after of the fields that changed';
-- No foreign keys and one narrow index more than the key: the log is written by every page view.
create index entry_persons on audit.entry using gin (person_ids) with (fastupdate = on);
create index entry_subject on audit.entry (board_id, subject_id, id);
call framework.wall('audit.entry');
grant select, insert on audit.entry to bofast_app;
