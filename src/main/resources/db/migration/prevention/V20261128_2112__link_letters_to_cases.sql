-- What each letter of a case was written upon, and the alarm of a letter that came back.

create table prevention.case_letter (
    board_id       uuid not null,
    area_id        uuid not null,
    letter_id      uuid not null,
    case_id        uuid not null,
    appointment_id uuid,
    signal_id      uuid,
    decision_id    uuid,
    constraint case_letter_pk primary key (board_id, letter_id),
    constraint case_letter_letter_fk foreign key (board_id, letter_id) references letter.letter (board_id, id),
    constraint case_letter_case_fk foreign key (board_id, case_id) references prevention.prevention_case (board_id, id),
    constraint case_letter_appointment_fk foreign key (board_id, appointment_id)
        references support.appointment (board_id, id),
    constraint case_letter_signal_fk foreign key (board_id, signal_id) references intake.signal (board_id, id),
    constraint case_letter_decision_fk foreign key (board_id, decision_id) references prevention.decision (board_id, id)
);
create index case_letter_case on prevention.case_letter (board_id, case_id);
create index case_letter_appointment on prevention.case_letter (board_id, appointment_id);
create index case_letter_signal on prevention.case_letter (board_id, signal_id);
create index case_letter_decision on prevention.case_letter (board_id, decision_id);
call framework.wall('prevention.case_letter');
grant select, insert on prevention.case_letter to bofast_app;

alter table prevention.prevention_case add column letter_returned_at timestamptz;
comment on column prevention.prevention_case.letter_returned_at is
    'a letter to the person came back and nobody has tried in another way since';
create index prevention_case_letter_returned on prevention.prevention_case (board_id, letter_returned_at, id)
    where stage <> 'CLOSED' and letter_returned_at is not null;
