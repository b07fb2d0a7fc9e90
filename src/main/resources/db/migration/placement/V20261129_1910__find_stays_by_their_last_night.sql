-- A stay that goes on ends never: asked so, the last night is a range of the index. "It is null or later than" is none.
drop index placement.stay_fact_ending;
create index stay_fact_ending on placement.stay_fact (board_id, (coalesce(end_on, date 'infinity')), start_on)
    where superseded_at is null and not withdrawn;
