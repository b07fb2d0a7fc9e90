-- Signals that someone may lose a home, whom they are about, and which unit gets them.
create schema intake;
grant usage on schema intake to bofast_app;

create table intake.signal (
    board_id         uuid not null,
    area_id          uuid not null,
    id               uuid not null,
    kind             text not null,
    source           text not null,
    channel          text not null,
    landlord_id      uuid,
    sender_name      text,
    sender_reference text,
    fingerprint      text not null,
    content_hash     text not null,
    identity_hash    text not null,
    issued_on        date,
    earlier_id       uuid,
    upload_id        uuid,
    upload_row       int,
    person_id        uuid,
    written_name     text,
    written_number   text,
    written_birth_on date,
    written_phone    text,
    street           text,
    apartment        text,
    postal_code      text,
    city             text,
    address_key      text,
    rooms            int,
    children         int,
    reason           text,
    note             text,
    match_state      text not null,
    match_score      int,
    match_reason     text,
    known            text not null,
    known_unit_id    uuid,
    unit_id          uuid,
    responsible_id   uuid,
    routed_by        text,
    received_at      timestamptz not null,
    registered_at    timestamptz not null,
    registered_by    uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    constraint signal_pk primary key (board_id, id),
    constraint signal_landlord_fk foreign key (board_id, landlord_id) references dwelling.landlord (board_id, id),
    constraint signal_person_fk foreign key (board_id, person_id) references person.person (board_id, id),
    constraint signal_earlier_fk foreign key (board_id, earlier_id) references intake.signal (board_id, id),
    constraint signal_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint signal_known_unit_fk foreign key (board_id, known_unit_id) references access.unit (board_id, id),
    constraint signal_responsible_fk foreign key (responsible_id) references access.account (id),
    constraint signal_kind_known check (kind in
        ('RENT_ARREARS', 'DISTURBANCE', 'TERMINATION', 'PAYMENT_ORDER', 'EVICTION_DATE', 'OWN_OBSERVATION',
         'OWN_CALL', 'NEIGHBOUR', 'SETTLED', 'WITHDRAWN')),
    constraint signal_source_known check (source in
        ('LANDLORD', 'ENFORCEMENT_AUTHORITY', 'NEIGHBOUR', 'OWN_UNIT', 'THE_PERSON', 'OTHER_AUTHORITY', 'OTHER')),
    constraint signal_channel_known check (channel in
        ('REGISTERED_MAIL', 'MAIL', 'EMAIL', 'PHONE', 'VISIT', 'FILE', 'DOOR', 'SECURE_MAIL', 'OTHER')),
    constraint signal_reason_known check (reason in
        ('RENT_DEBT', 'LATE_RENT', 'DISTURBANCE', 'NEGLECT', 'SUBLETTING', 'CRIME', 'LEASE_ENDS', 'OTHER')),
    constraint signal_match_state_known check (match_state in
        ('MATCHED', 'CREATED', 'ASKED', 'UNKNOWN_AT_ADDRESS')),
    constraint signal_known_known check (known in ('ACTIVE', 'FORMERLY', 'UNKNOWN')),
    constraint signal_withdrawn_says_why check ((withdrawn_at is null) = (withdrawn_reason is null)),
    constraint signal_children_few check (children between 0 and 20)
);
comment on column intake.signal.known is 'frozen at receipt: a signal alone makes no one known';
comment on column intake.signal.fingerprint is
    'board, sender, kind and the sender''s reference, else identity and day issued: the same notice';
comment on column intake.signal.identity_hash is
    'of the number, else name and birth day, else name and address as written: the same unknown person again';
comment on column intake.signal.content_hash is
    'of every value: same fingerprint and same content is the same receipt; other content a new notice linked to the old';
create unique index signal_content_once on intake.signal (board_id, area_id, fingerprint, content_hash) where withdrawn_at is null;
create index signal_received on intake.signal (board_id, received_at desc, id desc);
create index signal_asked on intake.signal (board_id, received_at, id) where match_state = 'ASKED' and withdrawn_at is null;
create index signal_person on intake.signal (board_id, person_id);
create index signal_landlord on intake.signal (board_id, landlord_id);
create index signal_earlier on intake.signal (board_id, earlier_id);
create index signal_unit on intake.signal (board_id, unit_id);
create index signal_known_unit on intake.signal (board_id, known_unit_id);
create index signal_responsible on intake.signal (responsible_id);
create index signal_upload on intake.signal (board_id, upload_id, upload_row);
create index signal_identity on intake.signal (board_id, identity_hash);
create index signal_address on intake.signal (board_id, address_key);
call framework.wall('intake.signal');
grant select, insert on intake.signal to bofast_app;
grant update (person_id, match_state, match_score, match_reason, known, known_unit_id, unit_id, responsible_id, routed_by,
    withdrawn_at, withdrawn_reason) on intake.signal to bofast_app;

-- The facts of a notice a legal day rests on. Kinds are those of the deadline room.
create table intake.signal_fact (
    board_id      uuid not null,
    area_id       uuid not null,
    id            uuid not null,
    signal_id     uuid not null,
    kind          text not null,
    ordinal       int not null,
    fact_on       date,
    amount_ore    bigint,
    yes           boolean,
    count         int,
    code          text,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    superseded_at timestamptz,
    reason        text not null,
    constraint signal_fact_pk primary key (board_id, id),
    constraint signal_fact_signal_fk foreign key (board_id, signal_id) references intake.signal (board_id, id),
    constraint signal_fact_one_value check (num_nonnulls(fact_on, amount_ore, yes, count, code) <= 1)
);
comment on column intake.signal_fact.fact_on is 'all values null: the fact was taken back';
create unique index signal_fact_current on intake.signal_fact (board_id, signal_id, kind, ordinal)
    where superseded_at is null;
create index signal_fact_signal on intake.signal_fact (board_id, signal_id);
call framework.wall('intake.signal_fact');
grant select, insert on intake.signal_fact to bofast_app;
grant update (superseded_at) on intake.signal_fact to bofast_app;

-- Persons a doubtful signal may be about, with why; a person decides.
create table intake.candidate (
    board_id  uuid not null,
    area_id   uuid not null,
    signal_id uuid not null,
    person_id uuid not null,
    score     int not null,
    reason    text not null,
    constraint candidate_pk primary key (board_id, signal_id, person_id),
    constraint candidate_signal_fk foreign key (board_id, signal_id) references intake.signal (board_id, id),
    constraint candidate_person_fk foreign key (board_id, person_id) references person.person (board_id, id)
);
create index candidate_person on intake.candidate (board_id, person_id);
call framework.wall('intake.candidate');
grant select, insert, delete on intake.candidate to bofast_app;

-- Routing rules as data: the first that fits, by order.
create table intake.routing_rule (
    board_id       uuid not null,
    area_id        uuid not null,
    id             uuid not null,
    position       int not null,
    name           text not null,
    signal_kind    text,
    with_children  boolean,
    age_from       int,
    age_to         int,
    postal_prefix  text,
    unit_id        uuid not null,
    account_id     uuid,
    start_on       date not null,
    end_on         date,
    constraint routing_rule_pk primary key (board_id, id),
    constraint routing_rule_unit_fk foreign key (board_id, unit_id) references access.unit (board_id, id),
    constraint routing_rule_account_fk foreign key (account_id) references access.account (id)
);
create index routing_rule_unit on intake.routing_rule (board_id, unit_id);
create index routing_rule_account on intake.routing_rule (account_id);
create index routing_rule_order on intake.routing_rule (board_id, position);
call framework.wall('intake.routing_rule');
grant select, insert, update on intake.routing_rule to bofast_app;

create view intake.v_signal with (security_invoker = true) as
select s.board_id, s.area_id, s.id as signal_id, s.kind, s.source, s.channel, s.landlord_id, s.sender_name,
       s.sender_reference, s.identity_hash, s.issued_on, s.earlier_id, s.upload_id, s.person_id, s.street, s.apartment, s.postal_code, s.city,
       s.address_key, s.rooms, s.children, s.reason, s.match_state, s.known, s.known_unit_id, s.unit_id,
       s.responsible_id, s.received_at, s.registered_at
from intake.signal s
where s.withdrawn_at is null;

create view intake.v_signal_fact with (security_invoker = true) as
select f.board_id, f.signal_id, f.kind, f.ordinal, f.fact_on, f.amount_ore, f.yes, f.count, f.code, f.recorded_at
from intake.signal_fact f
where f.superseded_at is null and num_nonnulls(f.fact_on, f.amount_ore, f.yes, f.count, f.code) = 1;

create view intake.v_signal_fact_history with (security_invoker = true) as
select * from intake.signal_fact;

grant select on intake.v_signal, intake.v_signal_fact, intake.v_signal_fact_history to bofast_app;
