-- Doubles: rows about people that are, or may be, one human. Nothing is moved or deleted: a link says that two rows
-- are one, and can be taken back.
create table person.double_search (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    nightly     boolean not null,
    due_at      timestamptz not null,
    ordered_by  uuid,
    finished_at timestamptz,
    people      int,
    linked      int,
    waiting     int,
    millis      bigint,
    constraint double_search_pk primary key (board_id, id),
    constraint double_search_area_fk foreign key (board_id, area_id) references access.area (board_id, area_id),
    constraint double_search_says_what_it_found check
        ((finished_at is null) = (people is null) and (people is null) = (linked is null)
         and (linked is null) = (waiting is null) and (waiting is null) = (millis is null))
);
create index double_search_area on person.double_search (board_id, area_id);
create index double_search_due on person.double_search (board_id, due_at);
call framework.wall('person.double_search');
grant select, insert on person.double_search to bofast_app;
grant update (finished_at, people, linked, waiting, millis) on person.double_search to bofast_app;

-- A pair is suggested once. APART stays, so that what a person has told apart never comes back.
create table person.double_pair (
    board_id  uuid not null,
    area_id   uuid not null,
    id        uuid not null,
    first_id  uuid not null,
    second_id uuid not null,
    state     text not null,
    weight    int not null,
    findings  text not null,
    held      text not null,
    version   int not null,
    found_at  timestamptz not null,
    search_id uuid not null,
    constraint double_pair_pk primary key (board_id, id),
    constraint double_pair_once unique (board_id, first_id, second_id),
    constraint double_pair_first_fk foreign key (board_id, first_id) references person.person (board_id, id),
    constraint double_pair_second_fk foreign key (board_id, second_id) references person.person (board_id, id),
    constraint double_pair_search_fk foreign key (board_id, search_id) references person.double_search (board_id, id),
    constraint double_pair_is_two check (first_id < second_id),
    constraint double_pair_state_known check (state in ('WAITING', 'LINKED', 'APART', 'LAPSED'))
);
comment on column person.double_pair.weight is 'tenths of the weight, as compared at found_at';
comment on column person.double_pair.findings is 'FIELD AGREEMENT tenths, one after the other with semicolons between; no value of any field';
comment on column person.double_pair.state is 'LAPSED: no longer alike before anybody had decided';
create index double_pair_second on person.double_pair (board_id, second_id);
create index double_pair_search on person.double_pair (board_id, search_id);
create index double_pair_state on person.double_pair (board_id, state, weight desc, id);
call framework.wall('person.double_pair');
-- A pair is for who may see both.
call framework.hide_people('person.double_pair', 'first_id');
create policy hidden_second on person.double_pair as restrictive for select to bofast_app
    using (second_id not in (select h.person_id from framework.v_hidden_person h));
grant select, insert on person.double_pair to bofast_app;
grant update (state, weight, findings, held, version, found_at, search_id) on person.double_pair to bofast_app;

create table person.double_decision (
    board_id   uuid not null,
    area_id    uuid not null,
    id         uuid not null,
    pair_id    uuid not null,
    decision   text not null,
    automatic  boolean not null,
    decided_at timestamptz not null,
    decided_by uuid,
    reason     text,
    constraint double_decision_pk primary key (board_id, id),
    constraint double_decision_pair_fk foreign key (board_id, pair_id) references person.double_pair (board_id, id),
    constraint double_decision_known check (decision in ('LINKED', 'APART', 'TAKEN_APART')),
    constraint double_decision_apart_has_reason check (decision <> 'TAKEN_APART' or reason is not null)
);
create index double_decision_pair on person.double_decision (board_id, pair_id, decided_at);
call framework.wall('person.double_decision');
grant select, insert on person.double_decision to bofast_app;

-- Both ways and through others: if A is B and B is C, then A is C.
create view person.v_same_person with (security_invoker = true) as
with recursive edge as (
    select board_id, first_id as a, second_id as b from person.double_pair where state = 'LINKED'
    union all
    select board_id, second_id, first_id from person.double_pair where state = 'LINKED'
), same as (
    select board_id, a as person_id, b as same_id from edge
    union
    select s.board_id, s.person_id, e.b
    from same s
    join edge e on e.board_id = s.board_id and e.a = s.same_id and e.b <> s.person_id
)
select board_id, person_id, same_id from same;
grant select on person.v_same_person to bofast_app;
