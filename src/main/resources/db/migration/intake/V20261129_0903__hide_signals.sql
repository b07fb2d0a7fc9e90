call framework.hide_people('intake.signal', 'person_id');

-- A signal that may be about a hidden person says where they live as much as one that is.
create policy hidden_questions on intake.signal as restrictive for select to bofast_app
    using (match_state <> 'ASKED' or id not in (
        select c.signal_id from framework.v_hidden_person h
        join intake.candidate c on c.board_id = h.board_id and c.person_id = h.person_id));
