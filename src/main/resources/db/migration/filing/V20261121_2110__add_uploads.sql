-- Lists as they came, what was understood of them, and what became of each row.
create schema filing;
grant usage on schema filing to bofast_app;

-- A received file is a public document: it is kept, also when its rows were never read in or were undone.
create table filing.upload_file (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    sha256      text not null,
    size        int not null,
    content     bytea not null,
    received_at timestamptz not null,
    constraint upload_file_pk primary key (board_id, id),
    constraint upload_file_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint upload_file_size_true check (size = octet_length(content)),
    constraint upload_file_not_too_large check (size <= 33554432)
);
create unique index upload_file_once on filing.upload_file (board_id, area_id, sha256);
call framework.wall('filing.upload_file');
grant select, insert on filing.upload_file to bofast_app;

create table filing.upload (
    board_id          uuid not null,
    area_id           uuid not null,
    id                uuid not null,
    file_id           uuid not null,
    kind              text not null,
    sender_key        text not null,
    sender_name       text not null,
    file_name         text not null,
    state             text not null,
    refusal           text,
    refusal_arguments int[],
    encoding          text,
    delimiter         text,
    sheet_name        text,
    hidden_rows       int,
    other_sheets      text[],
    header_row        int,
    header            text[] not null,
    mapping           jsonb,
    read_on           date,
    row_count         int not null,
    good_count        int not null,
    asked_count       int not null,
    repeated_count    int not null,
    bad_count         int not null,
    left_out_count    int not null,
    accepted_count    int not null,
    same_count        int not null,
    job_id            uuid,
    received_at       timestamptz not null,
    received_by       uuid not null,
    accepted_at       timestamptz,
    accepted_by       uuid,
    undone_at         timestamptz,
    undone_by         uuid,
    undo_reason       text,
    constraint upload_pk primary key (board_id, id),
    constraint upload_file_fk foreign key (board_id, file_id) references filing.upload_file (board_id, id),
    constraint upload_received_by_fk foreign key (received_by) references access.account (id),
    constraint upload_accepted_by_fk foreign key (accepted_by) references access.account (id),
    constraint upload_undone_by_fk foreign key (undone_by) references access.account (id),
    constraint upload_state_known check (state in ('REFUSED', 'MAPPING', 'READING', 'READY', 'ACCEPTING', 'ACCEPTED',
        'UNDOING', 'UNDONE', 'SET_ASIDE')),
    constraint upload_refused_says_why check ((state = 'REFUSED') = (refusal is not null)),
    constraint upload_undone_says_why check ((undone_at is null) = (undo_reason is null) or state = 'UNDOING')
);
comment on column filing.upload.read_on is 'the day the rows were read as: accepting reads them the same way again';
comment on column filing.upload.mapping is 'field code by column index; empty for a column left out';
create unique index upload_once on filing.upload (board_id, area_id, file_id, kind, sender_key)
    where state not in ('REFUSED', 'UNDONE', 'SET_ASIDE');
create index upload_of_file on filing.upload (board_id, file_id);
create index upload_latest on filing.upload (board_id, id desc);
create index upload_received_by on filing.upload (received_by);
create index upload_accepted_by on filing.upload (accepted_by);
create index upload_undone_by on filing.upload (undone_by);
call framework.wall('filing.upload');
grant select, insert, update on filing.upload to bofast_app;

create table filing.upload_row (
    board_id   uuid not null,
    area_id    uuid not null,
    upload_id  uuid not null,
    row_number int not null,
    cells      jsonb not null,
    row_hash   text not null,
    state      text not null,
    outlook    text,
    left_out   boolean not null,
    errors     jsonb,
    result_id  uuid,
    constraint upload_row_pk primary key (board_id, upload_id, row_number),
    constraint upload_row_upload_fk foreign key (board_id, upload_id) references filing.upload (board_id, id),
    constraint upload_row_state_known check (state in ('GOOD', 'BAD', 'ACCEPTED', 'SAME', 'UNDONE')),
    constraint upload_row_outlook_known check (outlook in ('KNOWN', 'NEW', 'ASKED', 'NOBODY', 'REPEATED')),
    constraint upload_row_bad_says_why check ((state = 'BAD') = (errors is not null))
);
comment on column filing.upload_row.outlook is 'what reading it in would come to, as seen when the file was read';
comment on column filing.upload_row.result_id is 'what the row became; SAME: what had come before with the same content';
create index upload_row_bad on filing.upload_row (board_id, upload_id, row_number) where state = 'BAD';
create index upload_row_asked on filing.upload_row (board_id, upload_id, row_number) where outlook = 'ASKED';
call framework.wall('filing.upload_row');
grant select, insert, update, delete on filing.upload_row to bofast_app;

-- How a sender's columns were understood, for the next list with the same column names.
create table filing.remembered_mapping (
    board_id    uuid not null,
    area_id     uuid not null,
    kind        text not null,
    sender_key  text not null,
    mapping_key text not null,
    choices     jsonb not null,
    chosen_at   timestamptz not null,
    chosen_by   uuid not null,
    constraint remembered_mapping_pk primary key (board_id, kind, sender_key, mapping_key)
);
call framework.wall('filing.remembered_mapping');
grant select, insert, update on filing.remembered_mapping to bofast_app;

create view filing.v_upload with (security_invoker = true) as
select board_id, area_id, id as upload_id, kind, sender_key, sender_name, file_name, state, row_count, accepted_count,
       received_at, accepted_at, undone_at
from filing.upload;
grant select on filing.v_upload to bofast_app;
