call framework.hide_people('intake.signal', 'person_id');

-- A signal that may be about a hidden person says where they live as much as one that is.
create policy hidden_questions on intake.signal as restrictive for select to bofast_app
    using (match_state <> 'ASKED' or id not in (
        select c.signal_id from framework.v_hidden_person h
        join intake.candidate c on c.board_id = h.board_id and c.person_id = h.person_id));

-- Questions of who it is that nobody has answered, with whom it may be.
create view intake.v_question with (security_invoker = true) as
select c.board_id, c.signal_id, c.person_id
from intake.candidate c
join intake.signal s on s.board_id = c.board_id and s.id = c.signal_id
where s.match_state = 'ASKED' and s.withdrawn_at is null;
grant select on intake.v_question to bofast_app;

-- The signals that the policy above hides. Runs as the owner, past that policy: it gives ids only.
create function intake.hidden_questions() returns table (signal_id uuid)
    language sql stable security definer
    begin atomic
        select q.signal_id from framework.v_hidden_person h
        join intake.v_question q on q.board_id = h.board_id and q.person_id = h.person_id;
    end;
revoke all on function intake.hidden_questions() from public;
grant execute on function intake.hidden_questions() to bofast_app;
