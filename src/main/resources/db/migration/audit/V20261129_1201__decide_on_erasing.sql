-- Erasing (gallring): what somebody proposes and somebody else decides, and what came of it. Rooms let rows be erased
-- only where both stand here; who did what stays, whom it was about does not.

create table audit.erasure_order (
    board_id    uuid not null,
    area_id     uuid not null,
    id          uuid not null,
    until_on    date not null,
    motive      text,
    log_through bigint,
    proposed_at timestamptz not null,
    proposed_by uuid not null,
    constraint erasure_order_pk primary key (board_id, id),
    constraint erasure_order_of_somebody unique (board_id, id, proposed_by)
);
comment on column audit.erasure_order.until_on is 'whose duty to be erased has arisen by this day';
comment on column audit.erasure_order.log_through is 'the last seal of the log whose entries go too; null: none';
create index erasure_order_latest on audit.erasure_order (board_id, proposed_at desc, id desc);
call framework.wall('audit.erasure_order');
create policy in_ones_own_name on audit.erasure_order as restrictive for insert
    with check (proposed_by = framework.account_id());
grant select, insert on audit.erasure_order to bofast_app;

-- What each of them owns: the root is the file of a person, a case about nobody known, a notice about nobody, or a
-- received list; the others are the ids that go with it. Rows here go when they are erased.
create table audit.erasure_member (
    board_id     uuid not null,
    area_id      uuid not null,
    order_id     uuid not null,
    kind         text not null,
    id           uuid not null,
    root_id      uuid not null,
    root_kind    text not null,
    ground       text,
    last_note_on date,
    due_from_on  date,
    finish_by_on date,
    constraint erasure_member_pk primary key (board_id, order_id, root_id, kind, id),
    constraint erasure_member_order_fk foreign key (board_id, order_id) references audit.erasure_order (board_id, id),
    constraint erasure_member_kind_known check (kind in ('PERSON', 'CASE', 'SIGNAL', 'FILE')),
    constraint erasure_member_root_kind_known check (root_kind in ('PERSON', 'CASE', 'SIGNAL', 'FILE')),
    constraint erasure_member_root_says_why check
        ((id = root_id and kind = root_kind) = (ground is not null) and (ground is null) = (last_note_on is null))
);
create index erasure_member_subject on audit.erasure_member (board_id, id);
call framework.wall('audit.erasure_member');
grant select, insert, delete on audit.erasure_member to bofast_app;

-- Left out of a proposal, by either of the two.
create table audit.erasure_exclusion (
    board_id    uuid not null,
    area_id     uuid not null,
    order_id    uuid not null,
    root_id     uuid not null,
    reason      text not null,
    excluded_at timestamptz not null,
    excluded_by uuid not null,
    constraint erasure_exclusion_pk primary key (board_id, order_id, root_id),
    constraint erasure_exclusion_order_fk foreign key (board_id, order_id) references audit.erasure_order (board_id, id)
);
create index erasure_exclusion_root on audit.erasure_exclusion (board_id, root_id);
call framework.wall('audit.erasure_exclusion');
create policy in_ones_own_name on audit.erasure_exclusion as restrictive for insert
    with check (excluded_by = framework.account_id());
grant select, insert, delete on audit.erasure_exclusion to bofast_app;

-- Two decide: the key carries who proposed into the row, where it is held against who decides.
create table audit.erasure_decision (
    board_id    uuid not null,
    area_id     uuid not null,
    order_id    uuid not null,
    proposed_by uuid not null,
    approved    boolean not null,
    motive      text,
    decided_at  timestamptz not null,
    decided_by  uuid not null,
    constraint erasure_decision_pk primary key (board_id, order_id),
    constraint erasure_decision_order_fk foreign key (board_id, order_id, proposed_by)
        references audit.erasure_order (board_id, id, proposed_by),
    constraint erasure_decision_by_somebody_else check (decided_by <> proposed_by),
    constraint erasure_decision_against_says_why check (approved or motive is not null)
);
create index erasure_decision_of_order on audit.erasure_decision (board_id, order_id, proposed_by);
call framework.wall('audit.erasure_decision');
create policy in_ones_own_name on audit.erasure_decision as restrictive for insert
    with check (decided_by = framework.account_id());
grant select, insert on audit.erasure_decision to bofast_app;

-- What is decided on cannot grow.
create policy before_the_decision on audit.erasure_member as restrictive for insert
    with check (exists (select from audit.erasure_order o
                        where o.board_id = erasure_member.board_id and o.id = erasure_member.order_id
                          and o.proposed_by = framework.account_id())
                and not exists (select from audit.erasure_decision d
                                where d.board_id = erasure_member.board_id and d.order_id = erasure_member.order_id));

-- One transaction each; the hash goes over the one before and the ids.
create table audit.erasure_batch (
    board_id  uuid not null,
    area_id   uuid not null,
    order_id  uuid not null,
    number    int not null,
    files     int not null,
    hash      bytea not null,
    erased_at timestamptz not null,
    constraint erasure_batch_pk primary key (board_id, order_id, number),
    constraint erasure_batch_order_fk foreign key (board_id, order_id) references audit.erasure_order (board_id, id),
    constraint erasure_batch_is_sha256 check (length(hash) = 32)
);
call framework.wall('audit.erasure_batch');
grant select, insert on audit.erasure_batch to bofast_app;

create table audit.erasure_count (
    board_id     uuid not null,
    area_id      uuid not null,
    order_id     uuid not null,
    batch_number int not null,
    table_name   text not null,
    erased       bigint not null,
    constraint erasure_count_pk primary key (board_id, order_id, batch_number, table_name),
    constraint erasure_count_batch_fk foreign key (board_id, order_id, batch_number)
        references audit.erasure_batch (board_id, order_id, number)
);
call framework.wall('audit.erasure_count');
grant select, insert on audit.erasure_count to bofast_app;

-- Decided, but not erased: something had changed when it came to it.
create table audit.erasure_dropped (
    board_id   uuid not null,
    area_id    uuid not null,
    order_id   uuid not null,
    root_id    uuid not null,
    reason     text not null,
    dropped_at timestamptz not null,
    constraint erasure_dropped_pk primary key (board_id, order_id, root_id),
    constraint erasure_dropped_order_fk foreign key (board_id, order_id) references audit.erasure_order (board_id, id)
);
create index erasure_dropped_root on audit.erasure_dropped (board_id, root_id);
call framework.wall('audit.erasure_dropped');
grant select, insert, delete on audit.erasure_dropped to bofast_app;

create table audit.erasure_end (
    board_id uuid not null,
    area_id  uuid not null,
    order_id uuid not null,
    erased   int not null,
    dropped  jsonb not null,
    excluded jsonb not null,
    hash     bytea,
    ended_at timestamptz not null,
    constraint erasure_end_pk primary key (board_id, order_id),
    constraint erasure_end_order_fk foreign key (board_id, order_id) references audit.erasure_order (board_id, id)
);
comment on column audit.erasure_end.dropped is 'how many by reason: the ids may be erased by a later order';
call framework.wall('audit.erasure_end');
grant select, insert on audit.erasure_end to bofast_app;

-- Why somebody's file is not erased though it is time: for a while (a hold), or for ever by a fact on record.
create table audit.retention_hold (
    board_id     uuid not null,
    area_id      uuid not null,
    id           uuid not null,
    person_id    uuid not null,
    ground       text not null,
    note         text,
    until_on     date,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    ended_at     timestamptz,
    ended_by     uuid,
    constraint retention_hold_pk primary key (board_id, id),
    constraint retention_hold_ground_known check (ground in
        ('APPEAL', 'SUPERVISION', 'EXTRACT_REQUESTED', 'RESEARCH_REQUEST', 'OTHER',
         'PLACED_CHILD', 'PATERNITY', 'ADOPTION')),
    constraint retention_hold_ends_or_is_law check
        ((ground in ('PLACED_CHILD', 'PATERNITY', 'ADOPTION')) = (until_on is null)),
    constraint retention_hold_other_says_why check (ground <> 'OTHER' or note is not null)
);
create index retention_hold_person on audit.retention_hold (board_id, person_id);
call framework.wall('audit.retention_hold');
grant select, insert, delete on audit.retention_hold to bofast_app;
grant update (ended_at, ended_by) on audit.retention_hold to bofast_app;

create view audit.v_decided with (security_invoker = true) as
select m.board_id, m.area_id, m.order_id, m.kind, m.id as subject_id, m.root_id
from audit.erasure_member m
join audit.erasure_decision d on d.board_id = m.board_id and d.order_id = m.order_id and d.approved
where not exists (select from audit.erasure_exclusion x
                  where x.board_id = m.board_id and x.order_id = m.order_id and x.root_id = m.root_id)
  and not exists (select from audit.erasure_dropped x
                  where x.board_id = m.board_id and x.order_id = m.order_id and x.root_id = m.root_id)
  and not exists (select from audit.erasure_end e where e.board_id = m.board_id and e.order_id = m.order_id);
comment on view audit.v_decided is 'what two have decided to erase and nobody has erased yet';

create view audit.v_retention_hold with (security_invoker = true) as
select board_id, area_id, id as hold_id, person_id, ground, until_on, ended_at, framework.day_of(recorded_at) as recorded_on
from audit.retention_hold;
grant select on audit.v_decided, audit.v_retention_hold to bofast_app;

-- What the walls of other rooms ask. Not inlined into them: a wall may not ask about its own table.
create function audit.decided(wanted text) returns setof uuid
    language sql stable
    begin atomic
        select d.subject_id from audit.v_decided d
        where d.board_id = framework.board_id() and d.kind = wanted;
    end;
grant execute on function audit.decided(text) to bofast_app;

create function audit.is_decided(wanted uuid) returns boolean
    language sql stable
    begin atomic
        select exists (select from audit.v_decided d
                       where d.board_id = framework.board_id() and d.subject_id = wanted);
    end;
grant execute on function audit.is_decided(uuid) to bofast_app;

-- Nobody comes back into an order that may still erase, unless another order erases them now.
create policy after_the_end on audit.erasure_exclusion as restrictive for delete
    using (exists (select from audit.erasure_end e
                   where e.board_id = erasure_exclusion.board_id and e.order_id = erasure_exclusion.order_id)
           or exists (select from audit.erasure_decision d
                      where d.board_id = erasure_exclusion.board_id and d.order_id = erasure_exclusion.order_id
                        and not d.approved)
           or audit.is_decided(root_id));
create policy after_the_end on audit.erasure_dropped as restrictive for delete
    using (exists (select from audit.erasure_end e
                   where e.board_id = erasure_dropped.board_id and e.order_id = erasure_dropped.order_id)
           or audit.is_decided(root_id));

-- Lets rows of a table be erased, and only those of whom two have decided so.
create procedure audit.erase_only_when_decided(target regclass, condition text)
    language plpgsql
    as $$
begin
    execute format('create policy erased_only_when_two_decided on %s as restrictive for delete using (%s)',
        target, condition);
    execute format('grant delete on %s to bofast_app', target);
end
$$;

call audit.erase_only_when_decided('audit.retention_hold', $$person_id in (select audit.decided('PERSON'))$$);
