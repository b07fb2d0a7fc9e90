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

-- The only doors to the list. They look with the asker's eyes, and at the asker's board.
create function framework.sheltered_people() returns table (person_id uuid, because_of uuid)
    language sql stable
    begin atomic
        select s.person_id, s.because_of from framework.sheltered_person s where s.board_id = framework.board_id();
    end;

create function framework.shelter(people uuid[], because uuid[]) returns bigint
    language sql volatile
    begin atomic
        with added as (
            insert into framework.sheltered_person (board_id, area_id, person_id, because_of)
            select framework.board_id(), (framework.area_ids())[1], g.person_id, g.because_of
            from unnest(people, because) as g (person_id, because_of)
            on conflict do nothing
            returning 1)
        select count(*) from added;
    end;

create function framework.unveil(because uuid[], themselves boolean) returns bigint
    language sql volatile
    begin atomic
        with gone as (
            delete from framework.sheltered_person s
            where s.board_id = framework.board_id() and s.because_of = any (because)
              and (themselves or s.person_id <> s.because_of)
            returning 1)
        select count(*) from gone;
    end;

grant execute on function framework.sheltered_people(), framework.shelter(uuid[], uuid[]),
    framework.unveil(uuid[], boolean) to bofast_app;

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

-- True if the person is hidden from who asks: to ask for them is an attempt, which the log is told of.
create function framework.hides(person uuid) returns boolean
    language sql stable
    begin atomic
        select exists (select from framework.v_hidden_person h where h.person_id = person);
    end;

grant select on framework.v_hidden_person to bofast_app;
grant execute on function framework.hides(uuid) to bofast_app;
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
