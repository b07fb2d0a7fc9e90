-- What was noted in which case and when, and what may be erased.
create view prevention.v_note with (security_invoker = true) as
select board_id, area_id, id as case_id,
       greatest(framework.day_of(greatest(opened_at, last_signal_at, first_attempt_at, first_contact_at, last_contact_at,
           landlord_told_at, letter_returned_at)), opened_on, inquiry_decided_on, closed_on) as noted_on
from prevention.prevention_case
union all
select board_id, area_id, case_id, framework.day_of(joined_at) from prevention.case_signal
union all
select board_id, area_id, case_id, framework.day_of(greatest(recorded_at, superseded_at)) from prevention.case_fact
union all
select board_id, area_id, case_id, greatest(framework.day_of(greatest(recorded_at, withdrawn_at)), decided_on, sent_on)
from prevention.decision
union all
select board_id, area_id, case_id,
       greatest(framework.day_of(greatest(recorded_at, superseded_at)), decided_on, executed_on)
from prevention.outcome
union all
select board_id, area_id, case_id, greatest(framework.day_of(changed_at), done_on) from prevention.lost_home_step
union all
select board_id, area_id, case_id, framework.day_of(greatest(proposed_at, answered_at)) from prevention.close_proposal;
grant select on prevention.v_note to bofast_app;

call audit.erase_only_when_decided('prevention.prevention_case', $$id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('prevention.case_fact', $$case_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('prevention.decision', $$case_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('prevention.outcome', $$case_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('prevention.outcome_child',
    $$exists (select from prevention.outcome o where o.board_id = outcome_child.board_id and o.id = outcome_child.outcome_id
              and o.case_id in (select audit.decided('CASE')))$$);
call audit.erase_only_when_decided('prevention.lost_home_step', $$case_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('prevention.close_proposal', $$case_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('prevention.case_letter', $$case_id in (select audit.decided('CASE'))$$);
