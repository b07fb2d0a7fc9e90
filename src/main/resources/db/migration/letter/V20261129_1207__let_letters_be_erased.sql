-- What was noted about whom and when, and what may be erased.
create view letter.v_note with (security_invoker = true) as
select board_id, area_id, person_id, matter_id, framework.day_of(recorded_at) as noted_on from letter.letter
union all
select l.board_id, l.area_id, l.person_id, l.matter_id, greatest(framework.day_of(e.recorded_at), e.happened_on)
from letter.letter_event e join letter.letter l on l.board_id = e.board_id and l.id = e.letter_id;
grant select on letter.v_note to bofast_app;

call audit.erase_only_when_decided('letter.letter',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('letter.letter_event',
    $$exists (select from letter.letter l where l.board_id = letter_event.board_id and l.id = letter_event.letter_id
              and (l.person_id in (select audit.decided('PERSON')) or l.matter_id in (select audit.decided('CASE'))))$$);

-- A file goes when no letter stands in it any more. One in which letters of others stand is made anew without the pages
-- of who is erased, and the others' letters are found in the new one.
call audit.erase_only_when_decided('letter.stored_file',
    $$not exists (select from letter.letter l where l.board_id = stored_file.board_id and l.file_id = stored_file.id)$$);
call audit.erase_only_when_decided('letter.file_fetch',
    $$not exists (select from letter.letter l where l.board_id = file_fetch.board_id and l.file_id = file_fetch.file_id)$$);
call audit.erase_only_when_decided('letter.run_file',
    $$not exists (select from letter.letter l where l.board_id = run_file.board_id and l.file_id = run_file.file_id)$$);
grant update (file_id, letters) on letter.run_file to bofast_app;
grant update (file_id) on letter.file_fetch to bofast_app;
