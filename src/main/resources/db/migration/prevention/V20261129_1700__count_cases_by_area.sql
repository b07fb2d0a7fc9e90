-- Each area counts its own cases: behind its wall it cannot see, and so not raise, another area's number. The numbers of
-- the areas do not meet (CaseNumbers).
alter table prevention.case_counter drop constraint case_counter_pk;
alter table prevention.case_counter add constraint case_counter_pk primary key (board_id, area_id, year);
