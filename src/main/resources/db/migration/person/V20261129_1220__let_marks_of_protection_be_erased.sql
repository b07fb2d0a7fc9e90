-- A mark of protection goes with the file of the person.
call audit.erase_only_when_decided('person.protection', $$person_id in (select audit.decided('PERSON'))$$);
