-- Whom the walls hide: people with a protected identity, and those who live with them. A row says because of whom:
-- who has been entrusted with that person sees both. The room of people decides who stands here; every room's table
-- that names a person asks. The settings of a transaction say whom it has been entrusted with.
create table framework.sheltered_person (
    board_id     uuid not null,
    area_id      uuid not null,
    person_id    uuid not null,
    because_of   uuid not null,
    constraint sheltered_person_pk primary key (board_id, person_id, because_of)
);
create index sheltered_person_because on framework.sheltered_person (board_id, because_of);
call framework.wall('framework.sheltered_person');
grant select, insert, delete on framework.sheltered_person to bofast_app;

create function framework.entrusted_ids() returns uuid[]
    language sql stable parallel safe
    return coalesce(string_to_array(nullif(current_setting('bofast.entrusted', true), ''), ',')::uuid[], '{}'::uuid[]);

-- The house itself at work: clocks, matching and figures leave nobody out.
create function framework.sees_everyone() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('bofast.everyone', true), '') = 'on';

create view framework.v_hidden_person with (security_invoker = true) as
select s.board_id, s.person_id
from framework.sheltered_person s
where s.board_id = framework.board_id()
  and not framework.sees_everyone()
  and s.because_of <> all (framework.entrusted_ids());

grant select on framework.v_hidden_person to bofast_app;
grant execute on function framework.entrusted_ids(), framework.sees_everyone() to bofast_app;

-- Hides the rows that name a hidden person. Restrictive: no other policy can let them through. Writing is not asked,
-- so that a notice about a hidden person is taken in whoever brings it. The list is read once a statement.
create procedure framework.hide_people(target regclass, person_column text)
    language plpgsql
    as $$
begin
    execute format(
        'create policy hidden_people on %s as restrictive for select to bofast_app'
        ' using (%2$I is null or %2$I not in (select h.person_id from framework.v_hidden_person h))',
        target, person_column);
end
$$;
