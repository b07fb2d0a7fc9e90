-- Whose household somebody is of today: the count asks it of everybody, and the index of the rule of once at a time
-- has to be read from end to end for a person.
create index household_member_now on person.household_member (board_id, person_id) include (household_id, start_on, end_on, area_id)
    where superseded_at is null;
