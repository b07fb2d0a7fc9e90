-- What was noted about whom and when, and what may be erased.
create view debt.v_note with (security_invoker = true) as
select board_id, area_id, person_id, matter_id, greatest(framework.day_of(recorded_at), arisen_on, settled_on) as noted_on
from debt.debt
union all
select d.board_id, d.area_id, d.person_id, d.matter_id, framework.day_of(w.withdrawn_at)
from debt.debt_withdrawal w join debt.debt d on d.board_id = w.board_id and d.id = w.debt_id
union all
select d.board_id, d.area_id, d.person_id, d.matter_id, framework.day_of(greatest(a.recorded_at, a.superseded_at))
from debt.amount a join debt.debt d on d.board_id = a.board_id and d.id = a.debt_id
union all
select d.board_id, d.area_id, d.person_id, d.matter_id,
       greatest(framework.day_of(greatest(p.recorded_at, w.withdrawn_at)), p.paid_on)
from debt.payment p join debt.debt d on d.board_id = p.board_id and d.id = p.debt_id
left join debt.payment_withdrawal w on w.board_id = p.board_id and w.payment_id = p.id
union all
select d.board_id, d.area_id, d.person_id, d.matter_id,
       greatest(framework.day_of(greatest(p.recorded_at, p.superseded_at)), i.last_on)
from debt.plan p join debt.debt d on d.board_id = p.board_id and d.id = p.debt_id
left join lateral (select max(n.due_on) as last_on from debt.instalment n
                   where n.board_id = p.board_id and n.plan_id = p.id) i on p.superseded_at is null
union all
select board_id, area_id, person_id, matter_id,
       greatest(framework.day_of(greatest(recorded_at, withdrawn_at)), due_on, paid_on)
from debt.promise
union all
select p.board_id, p.area_id, p.person_id, p.matter_id, framework.day_of(e.recorded_at)
from debt.promise_event e join debt.promise p on p.board_id = e.board_id and p.id = e.promise_id
union all
select board_id, area_id, person_id, matter_id, greatest(framework.day_of(recorded_at), referred_on) from debt.referral
union all
select r.board_id, r.area_id, r.person_id, r.matter_id,
       greatest(framework.day_of(greatest(f.recorded_at, f.superseded_at)), f.fact_on)
from debt.referral_fact f join debt.referral r on r.board_id = f.board_id and r.id = f.referral_id;
grant select on debt.v_note to bofast_app;

call audit.erase_only_when_decided('debt.debt',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('debt.promise',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('debt.referral',
    $$person_id in (select audit.decided('PERSON')) or matter_id in (select audit.decided('CASE'))$$);
call audit.erase_only_when_decided('debt.debt_withdrawal',
    $$exists (select from debt.debt d where d.board_id = debt_withdrawal.board_id and d.id = debt_withdrawal.debt_id
              and (d.person_id in (select audit.decided('PERSON')) or d.matter_id in (select audit.decided('CASE'))))$$);
call audit.erase_only_when_decided('debt.amount',
    $$exists (select from debt.debt d where d.board_id = amount.board_id and d.id = amount.debt_id
              and (d.person_id in (select audit.decided('PERSON')) or d.matter_id in (select audit.decided('CASE'))))$$);
call audit.erase_only_when_decided('debt.payment',
    $$exists (select from debt.debt d where d.board_id = payment.board_id and d.id = payment.debt_id
              and (d.person_id in (select audit.decided('PERSON')) or d.matter_id in (select audit.decided('CASE'))))$$);
call audit.erase_only_when_decided('debt.payment_withdrawal',
    $$exists (select from debt.payment p join debt.debt d on d.board_id = p.board_id and d.id = p.debt_id
              where p.board_id = payment_withdrawal.board_id and p.id = payment_withdrawal.payment_id
              and (d.person_id in (select audit.decided('PERSON')) or d.matter_id in (select audit.decided('CASE'))))$$);
call audit.erase_only_when_decided('debt.plan',
    $$exists (select from debt.debt d where d.board_id = plan.board_id and d.id = plan.debt_id
              and (d.person_id in (select audit.decided('PERSON')) or d.matter_id in (select audit.decided('CASE'))))$$);
call audit.erase_only_when_decided('debt.instalment',
    $$exists (select from debt.plan p join debt.debt d on d.board_id = p.board_id and d.id = p.debt_id
              where p.board_id = instalment.board_id and p.id = instalment.plan_id
              and (d.person_id in (select audit.decided('PERSON')) or d.matter_id in (select audit.decided('CASE'))))$$);
call audit.erase_only_when_decided('debt.promise_event',
    $$exists (select from debt.promise p where p.board_id = promise_event.board_id and p.id = promise_event.promise_id
              and (p.person_id in (select audit.decided('PERSON')) or p.matter_id in (select audit.decided('CASE'))))$$);
call audit.erase_only_when_decided('debt.referral_fact',
    $$exists (select from debt.referral r where r.board_id = referral_fact.board_id and r.id = referral_fact.referral_id
              and (r.person_id in (select audit.decided('PERSON')) or r.matter_id in (select audit.decided('CASE'))))$$);
