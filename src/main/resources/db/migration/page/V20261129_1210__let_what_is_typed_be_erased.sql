-- What one typed is one's own to read. The house erases what names an erased person, whoever typed it, and reads nothing.
alter policy own on page.draft to bofast_app;
alter policy own on page.search to bofast_app;

create procedure page.erase_mentions(ids uuid[], before timestamptz)
    language sql security definer set search_path = ''
    begin atomic
        delete from page.draft d where d.board_id = framework.board_id() and exists (
            select from unnest(ids) as i (id) join audit.v_decided v on v.subject_id = i.id
            where position(i.id::text in concat_ws(' ', d.form, d.page, d.title, d.fields)) > 0);
        delete from page.remembered_filter f where f.board_id = framework.board_id() and exists (
            select from unnest(ids) as i (id) join audit.v_decided v on v.subject_id = i.id where position(i.id::text in f.query) > 0);
        delete from page.command c where c.board_id = framework.board_id() and exists (
            select from unnest(ids) as i (id) join audit.v_decided v on v.subject_id = i.id
            where position(i.id::text in c.result) > 0);
        delete from page.search s where s.board_id = framework.board_id() and s.at < before;
    end;
revoke all on procedure page.erase_mentions(uuid[], timestamptz) from public;
grant execute on procedure page.erase_mentions(uuid[], timestamptz) to bofast_app;
