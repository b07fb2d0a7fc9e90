-- A lease registered by mistake was never held: no other room sees it, and the apartment is free again.
alter table tenancy.lease_fact drop constraint lease_fact_end_cause_known;
alter table tenancy.lease_fact add constraint lease_fact_end_cause_known check (end_cause in ('TAKEN_OVER', 'MOVED', 'RENT',
    'DISTURBANCE', 'TIME_OUT', 'DIED', 'OTHER', 'UNKNOWN', 'MISTAKE'));
alter table tenancy.lease_fact add constraint lease_fact_mistake_was_never check (end_cause <> 'MISTAKE' or end_on = start_on);

create or replace view tenancy.v_lease with (security_invoker = true) as
select l.board_id, l.area_id, l.id as lease_id, l.dwelling_id, l.apartment_id, f.tenure, f.start_on, f.until_on, f.end_on,
       f.end_cause, f.notice_on, f.notice_by, f.notice_ground, f.notice_last_on, f.notice_months, f.let_with_others,
       f.waiver_made_on, f.waiver_until, f.waiver_approved, f.landlord_told_on, f.recorded_at, f.reviewed_on,
       f.tenant_died_on
from tenancy.lease l
join tenancy.lease_fact f on f.board_id = l.board_id and f.lease_id = l.id and f.superseded_at is null
    and f.end_cause is distinct from 'MISTAKE';

-- What was believed before it was known to be a mistake stays.
create or replace view tenancy.v_lease_history with (security_invoker = true) as
select l.board_id, l.area_id, l.id as lease_id, l.dwelling_id, l.apartment_id, f.tenure, f.start_on, f.until_on, f.end_on,
       f.end_cause, f.recorded_at, f.superseded_at, f.reason
from tenancy.lease l
join tenancy.lease_fact f on f.board_id = l.board_id and f.lease_id = l.id and f.end_cause is distinct from 'MISTAKE';

create or replace view tenancy.v_rent with (security_invoker = true) as
select r.board_id, r.area_id, r.lease_id, r.start_on, r.rent_ore
from tenancy.rent r
join tenancy.v_lease l on l.board_id = r.board_id and l.lease_id = r.lease_id
where r.superseded_at is null;
