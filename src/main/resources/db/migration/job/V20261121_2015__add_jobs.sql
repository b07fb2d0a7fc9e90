-- Work after commit: one table, payload of ids only, leased, resumable, visible.
create schema job;
grant usage on schema job to bofast_app;

create table job.job (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    kind         text not null,
    payload      jsonb not null,
    state        text not null,
    account_id   uuid,
    created_at   timestamptz not null,
    run_after    timestamptz not null,
    attempts     int not null,
    leased_until timestamptz,
    lease        uuid,
    done_steps   bigint not null,
    all_steps    bigint,
    finished_at  timestamptz,
    problem      text,
    constraint job_pk primary key (board_id, id),
    constraint job_state_known check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    constraint job_steps_count_up check (done_steps >= 0 and (all_steps is null or all_steps >= 0))
);
comment on column job.job.problem is 'an error code for the page, never an exception text';
create index job_waiting on job.job (board_id, run_after) where state in ('WAITING', 'RUNNING');
create index job_recent on job.job (board_id, kind, id desc);
call framework.wall('job.job');
grant select, insert, update on job.job to bofast_app;

-- The runner must know which boards have work before it can stand behind a board's wall. It learns
-- the ids of board and area, nothing else.
create policy the_runner_looks_for_work on job.job for select to bofast_owner using (true);

create function job.boards_with_work(now timestamptz) returns table (board_id uuid, area_id uuid)
    language sql stable security definer set search_path = ''
    begin atomic
        select distinct j.board_id, j.area_id
        from job.job j
        where j.run_after <= now
          and (j.state = 'WAITING' or j.state = 'RUNNING' and j.leased_until < now);
    end;
revoke all on function job.boards_with_work(timestamptz) from public;
grant execute on function job.boards_with_work(timestamptz) to bofast_app;
