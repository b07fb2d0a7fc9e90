-- Letters that were made, the files they stand in, and the municipality's own words in them.
--
-- The room knows no case, no person and no account: their ids stand here without foreign keys, as in the log.
create schema letter;
grant usage on schema letter to bofast_app;

-- Made once, never changed, never made again.
create table letter.stored_file (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    sha256       text not null,
    size         int not null,
    content_type text not null,
    pages        int not null,
    content      bytea not null,
    made_at      timestamptz not null,
    made_by      uuid,
    constraint stored_file_pk primary key (board_id, id),
    constraint stored_file_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint stored_file_size_true check (size = octet_length(content)),
    constraint stored_file_not_too_large check (size <= 33554432),
    constraint stored_file_type_known check (content_type = 'application/pdf'),
    constraint stored_file_has_pages check (pages > 0)
);
-- A PDF is compressed already; compressing it again costs time and gains nothing.
alter table letter.stored_file alter column content set storage external;
call framework.wall('letter.stored_file');
grant select, insert on letter.stored_file to bofast_app;

-- Who took a file out of the house, and when.
create table letter.file_fetch (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    file_id    uuid not null,
    fetched_at timestamptz not null,
    fetched_by uuid,
    constraint file_fetch_pk primary key (board_id, id),
    constraint file_fetch_file_fk foreign key (board_id, file_id) references letter.stored_file (board_id, id)
);
create index file_fetch_file on letter.file_fetch (board_id, file_id, fetched_at);
call framework.wall('letter.file_fetch');
grant select, insert on letter.file_fetch to bofast_app;

create table letter.sender (
    board_id            uuid not null,
    area_id             uuid not null,
    municipality        text not null,
    unit                text not null,
    board               text not null,
    contact_function    text not null,
    phone               text not null,
    phone_from          text not null,
    phone_to            text not null,
    email               text not null,
    visiting_address    text not null,
    return_address      text not null,
    answer_page         text not null,
    enforcement_address text,
    changed_at          timestamptz not null,
    changed_by          uuid,
    constraint sender_pk primary key (board_id, area_id),
    constraint sender_answer_page_is_safe check (answer_page ~ '^https://[^?#]+$'),
    constraint sender_phone_from_is_a_time check (phone_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
    constraint sender_phone_to_is_a_time check (phone_to ~ '^[0-2][0-9]:[0-5][0-9]$'),
    constraint sender_return_address_is_neutral check
        (position(board in return_address) = 0 and position(unit in return_address) = 0)
);
comment on column letter.sender.enforcement_address is
    'where confirmations to Kronofogden are sent, a line each; the form refuses them while it is empty';
call framework.wall('letter.sender');
grant select, insert, update on letter.sender to bofast_app;

create table letter.print_run (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    template    text not null,
    earliest_on date not null,
    ordered_at  timestamptz not null,
    ordered_by  uuid not null,
    job_id      uuid not null,
    finished_at timestamptz,
    constraint print_run_pk primary key (board_id, id),
    constraint print_run_template_known check (template = 'INVITATION')
);
comment on column letter.print_run.earliest_on is 'no time is proposed before this day';
create index print_run_latest on letter.print_run (board_id, ordered_at desc, id desc);
call framework.wall('letter.print_run');
grant select, insert on letter.print_run to bofast_app;
grant update (finished_at) on letter.print_run to bofast_app;

-- A run of many letters becomes several files.
create table letter.run_file (
    board_id uuid not null,
    area_id  uuid not null,
    run_id   uuid not null,
    ordinal  int not null,
    file_id  uuid not null,
    letters  int not null,
    constraint run_file_pk primary key (board_id, run_id, ordinal),
    constraint run_file_run_fk foreign key (board_id, run_id) references letter.print_run (board_id, id),
    constraint run_file_file_fk foreign key (board_id, file_id) references letter.stored_file (board_id, id),
    constraint run_file_has_letters check (letters > 0)
);
create unique index run_file_file on letter.run_file (board_id, file_id);
call framework.wall('letter.run_file');
grant select, insert on letter.run_file to bofast_app;

create table letter.letter (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    template         text not null,
    template_version int,
    language         text,
    receiver         text not null,
    matter_kind      text not null,
    matter_id        uuid not null,
    person_id        uuid,
    landlord_id      uuid,
    written_on       date not null,
    run_id           uuid,
    run_ordinal      int,
    file_id          uuid,
    first_page       int,
    state            text not null,
    reason           text,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    constraint letter_pk primary key (board_id, id),
    constraint letter_run_fk foreign key (board_id, run_id) references letter.print_run (board_id, id),
    constraint letter_file_fk foreign key (board_id, file_id) references letter.stored_file (board_id, id),
    constraint letter_template_known check (template in ('INVITATION', 'REMINDER', 'LANDLORD_RECEIPT',
        'EVICTION_CONFIRMATION', 'EVICTION_CONFIRMATION_COPY', 'PAYMENT_UNDERTAKING')),
    constraint letter_receiver_known check (receiver in ('PERSON', 'LANDLORD', 'ENFORCEMENT')),
    constraint letter_state_known check (state in ('ORDERED', 'MADE', 'SENT', 'RETURNED', 'STOPPED')),
    constraint letter_stopped_says_why check ((state = 'STOPPED') = (reason is not null)),
    constraint letter_reason_known check (reason in ('PROTECTED', 'UNKNOWN_PERSON', 'NO_ADDRESS', 'NO_FREE_SLOT',
        'ALREADY_BOOKED', 'ALREADY_INVITED', 'SETTLED', 'CLOSED', 'UNPRINTABLE', 'MISTAKE')),
    constraint letter_made_has_its_file check (state in ('ORDERED', 'STOPPED')
        or file_id is not null and template_version is not null and first_page is not null),
    constraint letter_of_a_run_has_its_place check ((run_id is null) = (run_ordinal is null)),
    constraint letter_ordered_in_a_run check (state <> 'ORDERED' or run_id is not null)
);
comment on column letter.letter.language is 'ISO 639-1 of the translation beside the Swedish text, if there is one';
create unique index letter_ordered_once on letter.letter (board_id, matter_id, template) where state = 'ORDERED';
create unique index letter_place_in_run on letter.letter (board_id, run_id, run_ordinal) where run_id is not null;
create index letter_run on letter.letter (board_id, run_id);
create index letter_file on letter.letter (board_id, file_id);
create index letter_matter on letter.letter (board_id, matter_id, recorded_at desc);
create index letter_person on letter.letter (board_id, person_id);
create index letter_landlord on letter.letter (board_id, landlord_id);
call framework.wall('letter.letter');
grant select, insert on letter.letter to bofast_app;
grant update (template_version, language, written_on, file_id, first_page, state, reason) on letter.letter to bofast_app;

-- What happened to a letter. Never changed, never erased: figures rest on it.
create table letter.letter_event (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    letter_id   uuid not null,
    ordinal     int not null,
    state       text not null,
    reason      text,
    happened_on date not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    constraint letter_event_pk primary key (board_id, id),
    constraint letter_event_in_order unique (board_id, letter_id, ordinal),
    constraint letter_event_letter_fk foreign key (board_id, letter_id) references letter.letter (board_id, id),
    constraint letter_event_state_known check (state in ('ORDERED', 'MADE', 'SENT', 'RETURNED', 'STOPPED'))
);
comment on column letter.letter_event.happened_on is 'the day it happened, which may be before it was written down';
call framework.wall('letter.letter_event');
grant select, insert on letter.letter_event to bofast_app;

create view letter.v_letter with (security_invoker = true) as
select l.board_id, l.area_id, l.id as letter_id, l.template, l.template_version, l.language, l.receiver, l.matter_kind,
       l.matter_id, l.person_id, l.landlord_id, l.written_on, l.run_id, l.state, l.reason, l.recorded_at,
       case when l.state in ('SENT', 'RETURNED') then s.sent_on end as sent_on,
       case when l.state = 'RETURNED' then r.returned_on end as returned_on
from letter.letter l
left join lateral (select max(e.happened_on) as sent_on from letter.letter_event e
                   where e.board_id = l.board_id and e.letter_id = l.id and e.state = 'SENT') s on true
left join lateral (select max(e.happened_on) as returned_on from letter.letter_event e
                   where e.board_id = l.board_id and e.letter_id = l.id and e.state = 'RETURNED') r on true;
comment on view letter.v_letter is 'a letter with the days it was sent and came back; both stand when it came back';

create view letter.v_letter_event with (security_invoker = true) as
select board_id, area_id, letter_id, ordinal, state, reason, happened_on, recorded_at from letter.letter_event;

grant select on letter.v_letter, letter.v_letter_event to bofast_app;
