-- Whom a row of a received list is about, or may be. Rows about hidden people are hidden.
create table filing.row_person (
    board_id   uuid not null,
    area_id    uuid not null,
    upload_id  uuid not null,
    row_number int not null,
    person_id  uuid not null,
    constraint row_person_pk primary key (board_id, upload_id, row_number, person_id)
);
comment on column filing.row_person.person_id is 'of the room of people, which this room does not know';
create index row_person_person on filing.row_person (board_id, person_id);
call framework.wall('filing.row_person');
grant select, insert, delete on filing.row_person to bofast_app;

create policy hidden_people on filing.upload_row as restrictive for select to bofast_app
    using ((upload_id, row_number) not in (
        select r.upload_id, r.row_number from framework.v_hidden_person h
        join filing.row_person r on r.board_id = h.board_id and r.person_id = h.person_id));
