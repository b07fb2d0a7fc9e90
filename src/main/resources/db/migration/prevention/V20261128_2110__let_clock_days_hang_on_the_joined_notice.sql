-- A clock day belongs to a notice in a case, which is a row of case_signal: one key says both, and is asked once a day
-- instead of twice. Its own two keys were most of what an import cost.
alter table prevention.clock_day
    drop constraint clock_day_case_fk,
    drop constraint clock_day_signal_fk,
    add constraint clock_day_notice_fk foreign key (board_id, signal_id)
        references prevention.case_signal (board_id, signal_id);
