-- Who took part in a case goes with it.
call audit.erase_only_when_decided('prevention.participation', $$case_id in (select audit.decided('CASE'))$$);
