-- Who was entrusted with a person, and why, goes with the file of the person. That somebody was, and when, stays in the log.
call audit.erase_only_when_decided('access.entrustment', $$person_id in (select audit.decided('PERSON'))$$);
create index entrustment_person on access.entrustment (board_id, person_id);
