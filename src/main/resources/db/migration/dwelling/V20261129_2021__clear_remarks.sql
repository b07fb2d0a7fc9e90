-- What was written at inspections in an erased person's time. Only while an erasing that two have decided goes on.
create procedure dwelling.clear_remarks(inspections uuid[])
    language sql security definer set search_path = ''
    begin atomic
        update dwelling.inspection_remark r set remark = null
        where r.board_id = framework.board_id() and r.inspection_id = any (inspections) and r.remark is not null
          and exists (select from audit.v_decided d where d.board_id = framework.board_id() and d.kind = 'PERSON');
    end;
revoke all on procedure dwelling.clear_remarks(uuid[]) from public;
grant execute on procedure dwelling.clear_remarks(uuid[]) to bofast_app;
