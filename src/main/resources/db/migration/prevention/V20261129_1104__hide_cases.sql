call framework.hide_people('prevention.prevention_case', 'person_id');

-- The case of a notice that may be about a hidden person says where they live, too.
create policy hidden_questions on prevention.prevention_case as restrictive for select to bofast_app
    using (person_id is not null or id not in (
        select j.case_id from prevention.case_signal j
        join intake.hidden_questions() q on q.signal_id = j.signal_id
        where j.board_id = framework.board_id()));
