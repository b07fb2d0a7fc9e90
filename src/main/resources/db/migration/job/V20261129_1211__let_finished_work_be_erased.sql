-- Work that is over and names an erased person.
create procedure job.erase_mentions(ids uuid[])
    language sql security definer set search_path = ''
    begin atomic
        delete from job.job j
        where j.board_id = framework.board_id() and j.state in ('DONE', 'FAILED') and exists (
            select from unnest(ids) as i (id) join audit.v_decided v on v.subject_id = i.id where position(i.id::text in j.payload::text) > 0);
    end;
revoke all on procedure job.erase_mentions(uuid[]) from public;
grant execute on procedure job.erase_mentions(uuid[]) to bofast_app;
