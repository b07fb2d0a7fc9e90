-- Printed from the migrated database. Do not edit; see README.

-- access
create table access.account (
    id uuid not null,
    login text not null,
    display_name text not null,
    locale text not null,
    phone text,
    created_at timestamp with time zone not null,
    disabled_at timestamp with time zone,
    constraint account_login_once UNIQUE (login),
    constraint account_pk PRIMARY KEY (id),
    constraint account_locale_known CHECK ((locale = ANY (ARRAY['sv'::text, 'en'::text]))),
    constraint account_login_lower CHECK ((login = lower(login)))
);
create table access.appointment (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    role text not null,
    unit_id uuid not null,
    start_on date not null,
    end_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    constraint appointment_pk PRIMARY KEY (board_id, id),
    constraint appointment_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint appointment_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint appointment_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint appointment_period_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on))),
    constraint appointment_role_known CHECK ((role = ANY (ARRAY['COORDINATOR'::text, 'GUIDE'::text, 'OUTREACH'::text, 'CASEWORKER'::text, 'CASE_MANAGER'::text, 'HOUSING_CONSULTANT'::text, 'DEBT_ADVISER'::text, 'INCOME_SUPPORT'::text, 'NEWLY_ARRIVED_SUPPORT'::text, 'METHOD_DEVELOPER'::text, 'ON_CALL'::text, 'PROVIDER_STAFF'::text, 'UNIT_HEAD'::text, 'DEPARTMENT_HEAD'::text, 'STEERING_GROUP'::text, 'ECONOMIST'::text, 'EVALUATOR'::text, 'LOG_REVIEWER'::text, 'DATA_PROTECTION_OFFICER'::text, 'ARCHIVIST'::text, 'ADMINISTRATOR'::text])))
);
create table access.area (
    board_id uuid not null,
    area_id uuid not null,
    kind text not null,
    name text not null,
    constraint area_pk PRIMARY KEY (board_id, area_id),
    constraint area_board_fk FOREIGN KEY (board_id) REFERENCES access.board(id),
    constraint area_kind_known CHECK ((kind = ANY (ARRAY['DEFAULT'::text, 'BRANCH'::text, 'PROVIDER'::text])))
);
create table access.board (
    id uuid not null,
    name text not null,
    municipality text not null,
    county text not null,
    neutral_name text not null,
    created_at timestamp with time zone not null,
    constraint board_pk PRIMARY KEY (id)
);
create table access.break_glass (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    unit_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    reason text not null,
    opened_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    judged_at timestamp with time zone,
    judged_by uuid,
    verdict text,
    judgement text,
    constraint break_glass_pk PRIMARY KEY (board_id, id),
    constraint break_glass_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint break_glass_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint break_glass_judge_fk FOREIGN KEY (judged_by) REFERENCES access.account(id),
    constraint break_glass_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint break_glass_ends_within_a_day CHECK (((ends_at > opened_at) AND (ends_at <= (opened_at + '24:00:00'::interval)))),
    constraint break_glass_has_a_reason CHECK ((length(btrim(reason)) >= 15)),
    constraint break_glass_judged_by_another CHECK (((judged_by IS NULL) OR (judged_by <> account_id))),
    constraint break_glass_judged_whole CHECK ((num_nonnulls(judged_at, judged_by, verdict, judgement) = ANY (ARRAY[0, 4]))),
    constraint break_glass_verdict_known CHECK ((verdict = ANY (ARRAY['IN_ORDER'::text, 'TO_THE_HEAD'::text, 'UNAUTHORISED'::text])))
);
create table access.cover (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    cover_account_id uuid not null,
    start_on date not null,
    end_on date not null,
    away boolean not null,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    constraint cover_pk PRIMARY KEY (board_id, id),
    constraint cover_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint cover_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint cover_cover_account_fk FOREIGN KEY (cover_account_id) REFERENCES access.account(id),
    constraint cover_is_somebody_else CHECK ((cover_account_id <> account_id)),
    constraint cover_period_runs_forward CHECK ((end_on >= start_on))
);
create table access.credential (
    account_id uuid not null,
    password_hash text not null,
    failed_attempts integer not null,
    locked_until timestamp with time zone,
    changed_at timestamp with time zone not null,
    must_change boolean not null,
    constraint credential_pk PRIMARY KEY (account_id),
    constraint credential_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id)
);
create table access.delegation (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    decision text not null,
    point text not null,
    up_to_ore bigint,
    start_on date not null,
    end_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    constraint delegation_pk PRIMARY KEY (board_id, id),
    constraint delegation_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint delegation_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint delegation_amount_not_negative CHECK (((up_to_ore IS NULL) OR (up_to_ore >= 0))),
    constraint delegation_decision_known CHECK ((decision = ANY (ARRAY['PAYMENT_UNDERTAKING'::text, 'INQUIRY'::text]))),
    constraint delegation_period_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
create table access.entrustment (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    account_id uuid not null,
    start_on date not null,
    end_on date not null,
    reason text not null,
    given_at timestamp with time zone not null,
    given_by uuid,
    ended_at timestamp with time zone,
    ended_by uuid,
    constraint entrustment_pk PRIMARY KEY (board_id, id),
    constraint entrustment_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint entrustment_runs_forward CHECK ((end_on >= start_on)),
    constraint entrustment_says_why CHECK ((reason ~ '\S'::text))
);
create table access.pace_secret (
    day_on date not null,
    secret bytea not null,
    constraint pace_secret_pk PRIMARY KEY (day_on)
);
create table access.setup_link (
    id uuid not null,
    token_hash bytea not null,
    made_at timestamp with time zone not null,
    valid_until timestamp with time zone not null,
    used_at timestamp with time zone,
    constraint setup_link_token_once UNIQUE (token_hash),
    constraint setup_link_pk PRIMARY KEY (id),
    constraint setup_link_ends_later CHECK ((valid_until > made_at)),
    constraint setup_link_hash_is_sha256 CHECK ((octet_length(token_hash) = 32))
);
create table access.team (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    name text not null,
    closed_on date,
    constraint team_pk PRIMARY KEY (board_id, id),
    constraint team_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id)
);
create table access.team_member (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    team_id uuid not null,
    account_id uuid not null,
    start_on date not null,
    end_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    constraint team_member_once_at_a_time EXCLUDE USING gist (board_id WITH =, team_id WITH =, account_id WITH =, period WITH &&),
    constraint team_member_pk PRIMARY KEY (board_id, id),
    constraint team_member_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint team_member_team_fk FOREIGN KEY (board_id, team_id) REFERENCES access.team(board_id, id),
    constraint team_member_period_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
create table access.unit (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    kind text not null,
    name text not null,
    closed_on date,
    constraint unit_pk PRIMARY KEY (board_id, id),
    constraint unit_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint unit_kind_known CHECK ((kind = ANY (ARRAY['HOUSING'::text, 'FAMILY_RECEPTION'::text, 'ADULT_RECEPTION'::text, 'ELDERLY_65'::text, 'ADDICTION'::text, 'INCOME_SUPPORT'::text, 'DEBT_ADVICE'::text, 'OUTREACH'::text, 'NEWLY_ARRIVED'::text, 'STAFF'::text, 'PROVIDER'::text])))
);
CREATE INDEX appointment_account ON access.appointment USING btree (account_id);
CREATE INDEX appointment_area ON access.appointment USING btree (board_id, area_id);
CREATE INDEX appointment_unit ON access.appointment USING btree (board_id, unit_id);
CREATE UNIQUE INDEX area_one_default ON access.area USING btree (board_id) WHERE (kind = 'DEFAULT'::text);
CREATE INDEX break_glass_account ON access.break_glass USING btree (account_id, ends_at);
CREATE INDEX break_glass_area ON access.break_glass USING btree (board_id, area_id);
CREATE INDEX break_glass_judge ON access.break_glass USING btree (judged_by);
CREATE INDEX break_glass_newest ON access.break_glass USING btree (board_id, opened_at DESC, id DESC);
CREATE INDEX break_glass_unit ON access.break_glass USING btree (board_id, unit_id);
CREATE INDEX break_glass_unjudged ON access.break_glass USING btree (board_id, opened_at, id) WHERE (judged_at IS NULL);
CREATE INDEX cover_account ON access.cover USING btree (account_id);
CREATE INDEX cover_area ON access.cover USING btree (board_id, area_id);
CREATE INDEX cover_cover_account ON access.cover USING btree (cover_account_id);
CREATE INDEX delegation_account ON access.delegation USING btree (account_id);
CREATE INDEX delegation_area ON access.delegation USING btree (board_id, area_id);
CREATE INDEX entrustment_account ON access.entrustment USING btree (account_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX entrustment_current ON access.entrustment USING btree (board_id, person_id, account_id) WHERE (ended_at IS NULL);
CREATE INDEX entrustment_of_account ON access.entrustment USING btree (account_id);
CREATE INDEX entrustment_person ON access.entrustment USING btree (board_id, person_id);
CREATE INDEX team_area ON access.team USING btree (board_id, area_id);
CREATE INDEX team_member_account ON access.team_member USING btree (account_id);
CREATE INDEX team_member_team ON access.team_member USING btree (board_id, team_id);
CREATE INDEX unit_area ON access.unit USING btree (board_id, area_id);
create policy colleagues_have_names on access.account using (true) with check (true);
create policy the_board_and_oneself on access.appointment using ((((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))) OR (account_id = framework.account_id()))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy areas_of_the_board on access.area using ((board_id = framework.board_id())) with check ((board_id = framework.board_id()));
create policy a_board_makes_itself on access.board for insert with check ((id = framework.board_id()));
create policy board_names_are_public on access.board for select using (true);
create policy only_the_board_itself on access.board for update using ((id = framework.board_id())) with check ((id = framework.board_id()));
create policy the_board_and_oneself on access.break_glass using ((((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))) OR (account_id = framework.account_id()))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy the_board_and_oneself on access.cover using ((((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))) OR (cover_account_id = framework.account_id()))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy asked_only_at_log_in on access.credential using (true) with check (true);
create policy board_and_area on access.delegation using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on access.entrustment as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy the_board_and_oneself on access.entrustment using ((((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))) OR (account_id = framework.account_id()))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy belongs_to_no_board on access.pace_secret using (true) with check (true);
create policy asked_by_hash_before_any_board on access.setup_link using (true) with check (true);
create policy board_and_area on access.team using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy the_board_and_oneself on access.team_member using ((((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))) OR (account_id = framework.account_id()))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy units_of_the_board on access.unit using (((board_id = framework.board_id()) OR (EXISTS ( SELECT
   FROM access.appointment a
  WHERE ((a.account_id = framework.account_id()) AND (a.board_id = unit.board_id) AND (a.unit_id = unit.id)))))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create view access.v_account with (security_invoker=true) as
 SELECT id AS account_id,
    display_name,
    phone
   FROM access.account;
create view access.v_appointment with (security_invoker=true) as
 SELECT board_id,
    area_id,
    account_id,
    role,
    unit_id,
    start_on,
    end_on,
    period
   FROM access.appointment;
create view access.v_area with (security_invoker=true) as
 SELECT board_id,
    area_id,
    kind,
    name
   FROM access.area;
create view access.v_board with (security_invoker=true) as
 SELECT id AS board_id,
    name,
    municipality,
    county
   FROM access.board;
create view access.v_break_glass with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS break_glass_id,
    account_id,
    unit_id,
    subject_kind,
    subject_id,
    reason,
    opened_at,
    ends_at,
    closed_at,
    judged_at,
    judged_by,
    verdict,
    judgement
   FROM access.break_glass;
create view access.v_cover with (security_invoker=true) as
 SELECT board_id,
    account_id,
    cover_account_id,
    start_on,
    end_on,
    away,
    period
   FROM access.cover;
create view access.v_delegation with (security_invoker=true) as
 SELECT board_id,
    account_id,
    decision,
    point,
    up_to_ore,
    start_on,
    end_on,
    period
   FROM access.delegation;
create view access.v_neutral_name with (security_invoker=true) as
 SELECT id AS board_id,
    neutral_name
   FROM access.board;
create view access.v_team with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS team_id,
    name,
    closed_on
   FROM access.team;
create view access.v_team_member with (security_invoker=true) as
 SELECT board_id,
    area_id,
    team_id,
    account_id,
    start_on,
    end_on,
    period
   FROM access.team_member;
create view access.v_unit with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS unit_id,
    kind,
    name,
    closed_on
   FROM access.unit;
grant insert, select, update on access.account to bofast_app;
grant insert, select, update on access.appointment to bofast_app;
grant insert, select, update on access.area to bofast_app;
grant insert, select on access.board to bofast_app;
grant insert, select on access.break_glass to bofast_app;
grant delete, insert, select, update on access.cover to bofast_app;
grant insert, select, update on access.credential to bofast_app;
grant insert, select, update on access.delegation to bofast_app;
grant delete, insert, select on access.entrustment to bofast_app;
grant delete, insert, select, update on access.pace_secret to bofast_app;
grant insert, select, update on access.setup_link to bofast_app;
grant insert, select, update on access.team to bofast_app;
grant insert, select, update on access.team_member to bofast_app;
grant insert, select, update on access.unit to bofast_app;
grant select on access.v_account to bofast_app;
grant select on access.v_appointment to bofast_app;
grant select on access.v_area to bofast_app;
grant select on access.v_board to bofast_app;
grant select on access.v_break_glass to bofast_app;
grant select on access.v_cover to bofast_app;
grant select on access.v_delegation to bofast_app;
grant select on access.v_neutral_name to bofast_app;
grant select on access.v_team to bofast_app;
grant select on access.v_team_member to bofast_app;
grant select on access.v_unit to bofast_app;
grant update (name, municipality, county, neutral_name) on access.board to bofast_app;
grant update (closed_at, judged_at, judged_by, verdict, judgement) on access.break_glass to bofast_app;
grant update (ended_at, ended_by) on access.entrustment to bofast_app;

-- audit
CREATE OR REPLACE FUNCTION audit.decided(wanted text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT d.subject_id
    FROM audit.v_decided d
   WHERE ((d.board_id = framework.board_id()) AND (d.kind = decided.wanted));
END

CREATE OR REPLACE PROCEDURE audit.erase_only_when_decided(IN target regclass, IN condition text)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format('create policy erased_only_when_two_decided on %s as restrictive for delete using (%s)',
        target, condition);
    execute format('grant delete on %s to bofast_app', target);
end
$procedure$

CREATE OR REPLACE FUNCTION audit.is_decided(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM audit.v_decided d
           WHERE ((d.board_id = framework.board_id()) AND (d.subject_id = is_decided.wanted)))) AS "exists";
END

CREATE OR REPLACE FUNCTION audit.logs()
 RETURNS TABLE(board_id uuid, area_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 WITH RECURSIVE hop AS (
         ( SELECT e.board_id,
             e.area_id
            FROM audit.entry e
           ORDER BY e.board_id, e.area_id
          LIMIT 1)
         UNION ALL
          SELECT n.board_id,
             n.area_id
            FROM (hop h_1
              CROSS JOIN LATERAL ( SELECT e.board_id,
                     e.area_id
                    FROM audit.entry e
                   WHERE (ROW(e.board_id, e.area_id) > ROW(h_1.board_id, h_1.area_id))
                   ORDER BY e.board_id, e.area_id
                  LIMIT 1) n)
         )
  SELECT h.board_id,
     h.area_id
    FROM hop h;
END

create table audit.entry (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    at timestamp with time zone not null,
    account_id uuid,
    unit_id uuid,
    role text,
    action text not null,
    reason text,
    subject_kind text,
    subject_id uuid,
    person_ids uuid[] not null,
    change jsonb,
    tx xid8 not null,
    constraint entry_pk PRIMARY KEY (board_id, id)
);
create table audit.erasure_batch (
    board_id uuid not null,
    area_id uuid not null,
    order_id uuid not null,
    number integer not null,
    files integer not null,
    hash bytea not null,
    erased_at timestamp with time zone not null,
    constraint erasure_batch_pk PRIMARY KEY (board_id, order_id, number),
    constraint erasure_batch_order_fk FOREIGN KEY (board_id, order_id) REFERENCES audit.erasure_order(board_id, id),
    constraint erasure_batch_is_sha256 CHECK ((length(hash) = 32))
);
create table audit.erasure_count (
    board_id uuid not null,
    area_id uuid not null,
    order_id uuid not null,
    batch_number integer not null,
    table_name text not null,
    erased bigint not null,
    constraint erasure_count_pk PRIMARY KEY (board_id, order_id, batch_number, table_name),
    constraint erasure_count_batch_fk FOREIGN KEY (board_id, order_id, batch_number) REFERENCES audit.erasure_batch(board_id, order_id, number)
);
create table audit.erasure_decision (
    board_id uuid not null,
    area_id uuid not null,
    order_id uuid not null,
    proposed_by uuid not null,
    approved boolean not null,
    motive text,
    decided_at timestamp with time zone not null,
    decided_by uuid not null,
    constraint erasure_decision_pk PRIMARY KEY (board_id, order_id),
    constraint erasure_decision_order_fk FOREIGN KEY (board_id, order_id, proposed_by) REFERENCES audit.erasure_order(board_id, id, proposed_by),
    constraint erasure_decision_against_says_why CHECK ((approved OR (motive IS NOT NULL))),
    constraint erasure_decision_by_somebody_else CHECK ((decided_by <> proposed_by))
);
create table audit.erasure_dropped (
    board_id uuid not null,
    area_id uuid not null,
    order_id uuid not null,
    root_id uuid not null,
    reason text not null,
    dropped_at timestamp with time zone not null,
    constraint erasure_dropped_pk PRIMARY KEY (board_id, order_id, root_id),
    constraint erasure_dropped_order_fk FOREIGN KEY (board_id, order_id) REFERENCES audit.erasure_order(board_id, id)
);
create table audit.erasure_end (
    board_id uuid not null,
    area_id uuid not null,
    order_id uuid not null,
    erased integer not null,
    dropped jsonb not null,
    excluded jsonb not null,
    hash bytea,
    ended_at timestamp with time zone not null,
    constraint erasure_end_pk PRIMARY KEY (board_id, order_id),
    constraint erasure_end_order_fk FOREIGN KEY (board_id, order_id) REFERENCES audit.erasure_order(board_id, id)
);
create table audit.erasure_exclusion (
    board_id uuid not null,
    area_id uuid not null,
    order_id uuid not null,
    root_id uuid not null,
    reason text not null,
    excluded_at timestamp with time zone not null,
    excluded_by uuid not null,
    constraint erasure_exclusion_pk PRIMARY KEY (board_id, order_id, root_id),
    constraint erasure_exclusion_order_fk FOREIGN KEY (board_id, order_id) REFERENCES audit.erasure_order(board_id, id)
);
create table audit.erasure_member (
    board_id uuid not null,
    area_id uuid not null,
    order_id uuid not null,
    kind text not null,
    id uuid not null,
    root_id uuid not null,
    root_kind text not null,
    ground text,
    last_note_on date,
    due_from_on date,
    finish_by_on date,
    constraint erasure_member_pk PRIMARY KEY (board_id, order_id, root_id, kind, id),
    constraint erasure_member_order_fk FOREIGN KEY (board_id, order_id) REFERENCES audit.erasure_order(board_id, id),
    constraint erasure_member_kind_known CHECK ((kind = ANY (ARRAY['PERSON'::text, 'CASE'::text, 'SIGNAL'::text, 'FILE'::text]))),
    constraint erasure_member_root_kind_known CHECK ((root_kind = ANY (ARRAY['PERSON'::text, 'CASE'::text, 'SIGNAL'::text, 'FILE'::text]))),
    constraint erasure_member_root_says_why CHECK (((((id = root_id) AND (kind = root_kind)) = (ground IS NOT NULL)) AND ((ground IS NULL) = (last_note_on IS NULL))))
);
create table audit.erasure_order (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    until_on date not null,
    motive text,
    proposed_at timestamp with time zone not null,
    proposed_by uuid not null,
    constraint erasure_order_of_somebody UNIQUE (board_id, id, proposed_by),
    constraint erasure_order_pk PRIMARY KEY (board_id, id)
);
create table audit.retention_hold (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    ground text not null,
    note text,
    until_on date,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    ended_at timestamp with time zone,
    ended_by uuid,
    constraint retention_hold_pk PRIMARY KEY (board_id, id),
    constraint retention_hold_ends_or_is_law CHECK (((ground = ANY (ARRAY['PLACED_CHILD'::text, 'PATERNITY'::text, 'ADOPTION'::text])) = (until_on IS NULL))),
    constraint retention_hold_ground_known CHECK ((ground = ANY (ARRAY['APPEAL'::text, 'SUPERVISION'::text, 'EXTRACT_REQUESTED'::text, 'RESEARCH_REQUEST'::text, 'OTHER'::text, 'PLACED_CHILD'::text, 'PATERNITY'::text, 'ADOPTION'::text]))),
    constraint retention_hold_other_says_why CHECK (((ground <> 'OTHER'::text) OR (note IS NOT NULL)))
);
create table audit.seal (
    board_id uuid not null,
    area_id uuid not null,
    number bigint not null,
    below_tx xid8 not null,
    entries bigint not null,
    hash bytea not null,
    sealed_at timestamp with time zone not null,
    constraint seal_pk PRIMARY KEY (board_id, area_id, number),
    constraint seal_is_sha256 CHECK ((length(hash) = 32)),
    constraint seal_numbered_from_one CHECK ((number > 0)),
    constraint seal_of_something CHECK ((entries > 0))
);
create table audit.term_secret (
    board_id uuid not null,
    area_id uuid not null,
    secret bytea not null,
    constraint term_secret_pk PRIMARY KEY (board_id, area_id),
    constraint term_secret_long_enough CHECK ((length(secret) >= 32))
);
CREATE INDEX entry_persons ON audit.entry USING gin (person_ids) WITH (fastupdate='on');
CREATE INDEX entry_subject ON audit.entry USING btree (board_id, subject_id, id);
CREATE INDEX entry_tx ON audit.entry USING btree (board_id, area_id, tx, id);
CREATE INDEX erasure_decision_of_order ON audit.erasure_decision USING btree (board_id, order_id, proposed_by);
CREATE INDEX erasure_dropped_root ON audit.erasure_dropped USING btree (board_id, root_id);
CREATE INDEX erasure_exclusion_root ON audit.erasure_exclusion USING btree (board_id, root_id);
CREATE INDEX erasure_member_subject ON audit.erasure_member USING btree (board_id, id);
CREATE INDEX erasure_order_latest ON audit.erasure_order USING btree (board_id, proposed_at DESC, id DESC);
CREATE INDEX retention_hold_person ON audit.retention_hold USING btree (board_id, person_id);
create policy board_and_area on audit.entry using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy of_this_transaction on audit.entry as restrictive for insert with check ((tx = pg_current_xact_id()));
create policy the_log_is_verified on audit.entry for select to bofast_owner using (true);
create policy board_and_area on audit.erasure_batch using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on audit.erasure_count using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on audit.erasure_decision using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy in_ones_own_name on audit.erasure_decision as restrictive for insert with check ((decided_by = framework.account_id()));
create policy after_the_end on audit.erasure_dropped as restrictive for delete using (((EXISTS ( SELECT
   FROM audit.erasure_end e
  WHERE ((e.board_id = erasure_dropped.board_id) AND (e.order_id = erasure_dropped.order_id)))) OR audit.is_decided(root_id)));
create policy board_and_area on audit.erasure_dropped using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on audit.erasure_end using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy after_the_end on audit.erasure_exclusion as restrictive for delete using (((EXISTS ( SELECT
   FROM audit.erasure_end e
  WHERE ((e.board_id = erasure_exclusion.board_id) AND (e.order_id = erasure_exclusion.order_id)))) OR (EXISTS ( SELECT
   FROM audit.erasure_decision d
  WHERE ((d.board_id = erasure_exclusion.board_id) AND (d.order_id = erasure_exclusion.order_id) AND (NOT d.approved)))) OR audit.is_decided(root_id)));
create policy board_and_area on audit.erasure_exclusion using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy in_ones_own_name on audit.erasure_exclusion as restrictive for insert with check ((excluded_by = framework.account_id()));
create policy before_the_decision on audit.erasure_member as restrictive for insert with check (((EXISTS ( SELECT
   FROM audit.erasure_order o
  WHERE ((o.board_id = erasure_member.board_id) AND (o.id = erasure_member.order_id) AND (o.proposed_by = framework.account_id())))) AND (NOT (EXISTS ( SELECT
   FROM audit.erasure_decision d
  WHERE ((d.board_id = erasure_member.board_id) AND (d.order_id = erasure_member.order_id)))))));
create policy board_and_area on audit.erasure_member using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on audit.erasure_order using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy in_ones_own_name on audit.erasure_order as restrictive for insert with check ((proposed_by = framework.account_id()));
create policy board_and_area on audit.retention_hold using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on audit.retention_hold as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy board_and_area on audit.seal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy the_seals_are_verified on audit.seal for select to bofast_owner using (true);
create policy board_and_area on audit.term_secret using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create view audit.v_access with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS entry_id,
    at,
    account_id,
    unit_id,
    role,
    action,
    reason,
    subject_kind,
    subject_id,
    person_ids
   FROM audit.entry;
create view audit.v_decided with (security_invoker=true) as
 SELECT m.board_id,
    m.area_id,
    m.order_id,
    m.kind,
    m.id AS subject_id,
    m.root_id
   FROM audit.erasure_member m
     JOIN audit.erasure_decision d ON d.board_id = m.board_id AND d.order_id = m.order_id AND d.approved
  WHERE NOT (EXISTS ( SELECT
           FROM audit.erasure_exclusion x
          WHERE x.board_id = m.board_id AND x.order_id = m.order_id AND x.root_id = m.root_id)) AND NOT (EXISTS ( SELECT
           FROM audit.erasure_dropped x
          WHERE x.board_id = m.board_id AND x.order_id = m.order_id AND x.root_id = m.root_id)) AND NOT (EXISTS ( SELECT
           FROM audit.erasure_end e
          WHERE e.board_id = m.board_id AND e.order_id = m.order_id));
create view audit.v_entry with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS entry_id,
    at,
    unit_id,
    role,
    action,
    reason,
    subject_kind,
    subject_id,
    person_ids
   FROM audit.entry;
create view audit.v_entry_by_account with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS entry_id,
    at,
    account_id,
    action,
    reason,
    subject_kind,
    subject_id
   FROM audit.entry;
create view audit.v_retention_hold with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS hold_id,
    person_id,
    ground,
    until_on,
    ended_at,
    framework.day_of(recorded_at) AS recorded_on
   FROM audit.retention_hold;
grant insert, select on audit.entry to bofast_app;
grant insert, select on audit.erasure_batch to bofast_app;
grant insert, select on audit.erasure_count to bofast_app;
grant insert, select on audit.erasure_decision to bofast_app;
grant delete, insert, select on audit.erasure_dropped to bofast_app;
grant insert, select on audit.erasure_end to bofast_app;
grant delete, insert, select on audit.erasure_exclusion to bofast_app;
grant delete, insert, select on audit.erasure_member to bofast_app;
grant insert, select on audit.erasure_order to bofast_app;
grant delete, insert, select on audit.retention_hold to bofast_app;
grant insert, select on audit.seal to bofast_app;
grant insert, select on audit.term_secret to bofast_app;
grant select on audit.v_access to bofast_app;
grant select on audit.v_decided to bofast_app;
grant select on audit.v_entry to bofast_app;
grant select on audit.v_entry_by_account to bofast_app;
grant select on audit.v_retention_hold to bofast_app;
grant update (ended_at, ended_by) on audit.retention_hold to bofast_app;

-- count
CREATE OR REPLACE FUNCTION count.homeless_since(nights datemultirange, day date, break_nights integer)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((nights IS NULL) OR (NOT (nights @> day))) THEN NULL::date WHEN (datemultirange(range_merge(nights)) = nights) THEN lower(nights) ELSE (SELECT lower(r.run) AS lower FROM unnest((SELECT range_agg(daterange(lower(n.night), (upper(n.night) + homeless_since.break_nights))) AS range_agg FROM unnest(homeless_since.nights) n(night))) r(run) WHERE (r.run @> homeless_since.day)) END

CREATE OR REPLACE FUNCTION count.refuse_when_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
    of_round uuid;
begin
    if tg_table_name = 'report_fact' then
        select r.round_id into of_round from count.report r where r.board_id = new.board_id and r.id = new.report_id;
    else
        of_round := new.round_id;
    end if;
    if exists (select from count.round r
               where r.board_id = new.board_id and r.id = of_round and r.frozen_at is not null) then
        raise exception 'the round is frozen' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$function$

CREATE OR REPLACE FUNCTION count.verdict(in_population boolean, known boolean, unknown_place boolean, own_home boolean, category text, condition text, has_home boolean, leaving boolean, brief boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (NOT in_population) THEN 'OUTSIDE_POPULATION'::text WHEN (NOT known) THEN 'NO_STAY'::text WHEN ((category IS NULL) AND unknown_place) THEN 'PLACE_UNKNOWN'::text WHEN ((category IS NULL) AND own_home) THEN 'OWN_HOME'::text WHEN (category IS NULL) THEN 'FORM_NOT_COUNTED'::text WHEN (condition = 'ALWAYS'::text) THEN 'IN'::text WHEN has_home THEN 'HAS_HOME'::text WHEN (condition = 'NO_HOME'::text) THEN 'IN'::text WHEN ((condition = 'NO_HOME_AND_LEAVING'::text) AND (leaving IS NULL)) THEN 'NO_END_KNOWN'::text WHEN ((condition = 'NO_HOME_AND_LEAVING'::text) AND leaving) THEN 'IN'::text WHEN (condition = 'NO_HOME_AND_LEAVING'::text) THEN 'NOT_LEAVING'::text WHEN (brief IS NULL) THEN 'LENGTH_UNKNOWN'::text WHEN brief THEN 'IN'::text ELSE 'TOO_LONG'::text END

create table count.cell (
    board_id uuid not null,
    area_id uuid not null,
    round_id uuid not null,
    definition text not null,
    split text not null,
    code text not null,
    people integer not null,
    most integer not null,
    hidden boolean not null,
    constraint cell_pk PRIMARY KEY (board_id, round_id, definition, split, code),
    constraint cell_round_fk FOREIGN KEY (board_id, round_id) REFERENCES count.round(board_id, id),
    constraint cell_interval_runs_forward CHECK ((most >= people))
);
create table count.counted (
    board_id uuid not null,
    area_id uuid not null,
    round_id uuid not null,
    number integer not null,
    person_id uuid,
    form_id uuid,
    sex text not null,
    age integer,
    household_id uuid,
    household text not null,
    children integer not null,
    since_on date,
    sure boolean not null,
    city text,
    city_why text not null,
    national text,
    national_why text not null,
    ethos text,
    ethos_why text not null,
    constraint counted_pk PRIMARY KEY (board_id, round_id, number),
    constraint counted_round_fk FOREIGN KEY (board_id, round_id) REFERENCES count.round(board_id, id)
);
create table count.invitation (
    board_id uuid not null,
    area_id uuid not null,
    round_id uuid not null,
    unit_id uuid not null,
    invited_at timestamp with time zone not null,
    reminded_at timestamp with time zone,
    reminders integer not null,
    done_at timestamp with time zone,
    done_by uuid,
    constraint invitation_pk PRIMARY KEY (board_id, round_id, unit_id),
    constraint invitation_round_fk FOREIGN KEY (board_id, round_id) REFERENCES count.round(board_id, id),
    constraint invitation_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id)
);
create table count.report (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    unit_id uuid,
    person_id uuid,
    key_hash bytea,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint report_pk PRIMARY KEY (board_id, id),
    constraint report_round_fk FOREIGN KEY (board_id, round_id) REFERENCES count.round(board_id, id),
    constraint report_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id)
);
create table count.report_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    report_id uuid not null,
    state text not null,
    form_id uuid,
    has_home boolean not null,
    leaving boolean,
    brief boolean,
    sex text,
    age integer,
    household_id uuid,
    adults integer not null,
    children integer not null,
    since_on date,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint report_fact_pk PRIMARY KEY (board_id, id),
    constraint report_fact_report_fk FOREIGN KEY (board_id, report_id) REFERENCES count.report(board_id, id),
    constraint report_fact_age_real CHECK (((age >= 0) AND (age <= 130))),
    constraint report_fact_family_real CHECK ((((adults >= 0) AND (adults <= 30)) AND ((children >= 0) AND (children <= 30)))),
    constraint report_fact_sex_known CHECK ((sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text]))),
    constraint report_fact_state_known CHECK ((state = ANY (ARRAY['REGISTER'::text, 'CONFIRMED'::text, 'NOT_OURS'::text, 'NOT_HOMELESS'::text, 'DEAD'::text])))
);
create table count.round (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    name text not null,
    start_on date not null,
    end_on date not null,
    due_on date not null,
    age_from integer not null,
    age_below integer not null,
    definition_version integer not null,
    before_id uuid,
    secret bytea,
    opened_at timestamp with time zone not null,
    opened_by uuid,
    filled_at timestamp with time zone,
    frozen_at timestamp with time zone,
    frozen_by uuid,
    fingerprint text,
    published_at timestamp with time zone,
    published_by uuid,
    constraint round_pk PRIMARY KEY (board_id, id),
    constraint round_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint round_before_fk FOREIGN KEY (board_id, before_id) REFERENCES count.round(board_id, id),
    constraint round_ages_real CHECK (((age_from >= 0) AND (age_below > age_from))),
    constraint round_due_after_start CHECK ((due_on >= start_on)),
    constraint round_frozen_whole CHECK (((frozen_at IS NULL) = (fingerprint IS NULL))),
    constraint round_published_when_frozen CHECK (((published_at IS NULL) OR (frozen_at IS NOT NULL))),
    constraint round_secret_destroyed_at_freeze CHECK (((frozen_at IS NULL) = (secret IS NOT NULL))),
    constraint round_window_short CHECK (((end_on >= start_on) AND ((end_on - start_on) <= 13)))
);
create table count.ruling (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    report_id uuid not null,
    reason text not null,
    decided_at timestamp with time zone not null,
    decided_by uuid,
    constraint ruling_pk PRIMARY KEY (board_id, id),
    constraint ruling_report_fk FOREIGN KEY (board_id, report_id) REFERENCES count.report(board_id, id),
    constraint ruling_round_fk FOREIGN KEY (board_id, round_id) REFERENCES count.round(board_id, id)
);
CREATE INDEX counted_person ON count.counted USING btree (board_id, person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX invitation_unit ON count.invitation USING btree (board_id, unit_id);
CREATE UNIQUE INDEX report_fact_current ON count.report_fact USING btree (board_id, report_id) WHERE (superseded_at IS NULL);
CREATE INDEX report_fact_report ON count.report_fact USING btree (board_id, report_id, recorded_at);
CREATE INDEX report_person ON count.report USING btree (board_id, person_id);
CREATE UNIQUE INDEX report_person_a_unit ON count.report USING btree (board_id, round_id, unit_id, person_id) NULLS NOT DISTINCT WHERE (person_id IS NOT NULL);
CREATE INDEX report_unit ON count.report USING btree (board_id, unit_id);
CREATE INDEX round_area ON count.round USING btree (board_id, area_id, start_on);
CREATE INDEX round_before ON count.round USING btree (board_id, before_id);
CREATE INDEX ruling_report ON count.ruling USING btree (board_id, report_id);
CREATE INDEX ruling_round ON count.ruling USING btree (board_id, round_id);
create policy board_and_area on count.cell using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on count.counted using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy hidden_people on count.counted as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on count.invitation using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on count.report using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on count.report as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on count.report as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on count.report_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on count.report_fact as restrictive for delete using ((report_id IN ( SELECT r.id
   FROM count.report r
  WHERE (r.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)))));
create policy board_and_area on count.round using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on count.ruling using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on count.ruling as restrictive for delete using ((report_id IN ( SELECT r.id
   FROM count.report r
  WHERE (r.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)))));
grant insert, select on count.cell to bofast_app;
grant insert, select on count.counted to bofast_app;
grant insert, select on count.invitation to bofast_app;
grant delete, insert, select on count.report to bofast_app;
grant delete, insert, select on count.report_fact to bofast_app;
grant insert, select on count.round to bofast_app;
grant delete, insert, select on count.ruling to bofast_app;
grant update (person_id) on count.counted to bofast_app;
grant update (reminded_at, reminders, done_at, done_by) on count.invitation to bofast_app;
grant update (key_hash) on count.report to bofast_app;
grant update (superseded_at) on count.report_fact to bofast_app;
grant update (secret, filled_at, frozen_at, frozen_by, fingerprint, published_at, published_by) on count.round to bofast_app;

-- debt
create table debt.amount (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    debt_id uuid not null,
    as_of_on date not null,
    amount_ore bigint,
    source text not null,
    reason text not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    constraint amount_pk PRIMARY KEY (board_id, id),
    constraint amount_debt_fk FOREIGN KEY (board_id, debt_id) REFERENCES debt.debt(board_id, id),
    constraint amount_is_owed CHECK (((amount_ore >= 0) AND (amount_ore <= '10000000000'::bigint))),
    constraint amount_source_known CHECK ((source = ANY (ARRAY['LANDLORD'::text, 'ENFORCEMENT_AUTHORITY'::text, 'THE_PERSON'::text, 'DOCUMENT'::text, 'BOARD'::text, 'OTHER'::text])))
);
create table debt.debt (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    matter_kind text not null,
    matter_id uuid not null,
    person_id uuid,
    landlord_id uuid,
    creditor_name text,
    kind text not null,
    reference text,
    arisen_on date not null,
    settled_on date,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint debt_pk PRIMARY KEY (board_id, id),
    constraint debt_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint debt_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint debt_has_one_creditor CHECK ((num_nonnulls(landlord_id, creditor_name) = 1)),
    constraint debt_kind_known CHECK ((kind = ANY (ARRAY['RENT'::text, 'ELECTRICITY'::text, 'DAMAGE'::text, 'COSTS'::text, 'OTHER'::text])))
);
create table debt.debt_withdrawal (
    board_id uuid not null,
    area_id uuid not null,
    debt_id uuid not null,
    withdrawn_at timestamp with time zone not null,
    withdrawn_by uuid,
    reason text not null,
    constraint debt_withdrawal_pk PRIMARY KEY (board_id, debt_id),
    constraint debt_withdrawal_debt_fk FOREIGN KEY (board_id, debt_id) REFERENCES debt.debt(board_id, id)
);
create table debt.instalment (
    board_id uuid not null,
    area_id uuid not null,
    plan_id uuid not null,
    number integer not null,
    due_on date not null,
    amount_ore bigint not null,
    constraint instalment_pk PRIMARY KEY (board_id, plan_id, number),
    constraint instalment_plan_fk FOREIGN KEY (board_id, plan_id) REFERENCES debt.plan(board_id, id),
    constraint instalment_is_money CHECK ((amount_ore > 0))
);
create table debt.payment (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    debt_id uuid not null,
    amount_ore bigint not null,
    paid_on date not null,
    payer text not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint payment_pk PRIMARY KEY (board_id, id),
    constraint payment_debt_fk FOREIGN KEY (board_id, debt_id) REFERENCES debt.debt(board_id, id),
    constraint payment_is_money CHECK (((amount_ore >= 1) AND (amount_ore <= '10000000000'::bigint))),
    constraint payment_payer_known CHECK ((payer = ANY (ARRAY['TENANT'::text, 'BOARD'::text, 'RELATIVE'::text, 'FUND'::text, 'OTHER'::text])))
);
create table debt.payment_withdrawal (
    board_id uuid not null,
    area_id uuid not null,
    payment_id uuid not null,
    withdrawn_at timestamp with time zone not null,
    withdrawn_by uuid,
    reason text not null,
    constraint payment_withdrawal_pk PRIMARY KEY (board_id, payment_id),
    constraint payment_withdrawal_payment_fk FOREIGN KEY (board_id, payment_id) REFERENCES debt.payment(board_id, id)
);
create table debt.plan (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    debt_id uuid not null,
    agreed_on date not null,
    total_ore bigint not null,
    monthly_ore bigint not null,
    first_due_on date not null,
    applied_on date,
    reason text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    ended_reason text,
    constraint plan_pk PRIMARY KEY (board_id, id),
    constraint plan_debt_fk FOREIGN KEY (board_id, debt_id) REFERENCES debt.debt(board_id, id),
    constraint plan_is_money CHECK (((total_ore > 0) AND (monthly_ore > 0)))
);
create table debt.promise (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    matter_kind text not null,
    matter_id uuid not null,
    person_id uuid,
    landlord_id uuid,
    creditor_name text,
    reference text,
    month_on date not null,
    amount_ore bigint not null,
    due_on date not null,
    pay_by_on date not null,
    paid_on date,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint promise_pk PRIMARY KEY (board_id, id),
    constraint promise_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint promise_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint promise_has_one_creditor CHECK ((num_nonnulls(landlord_id, creditor_name) = 1)),
    constraint promise_is_money CHECK (((amount_ore >= 1) AND (amount_ore <= '10000000000'::bigint))),
    constraint promise_month_starts_month CHECK ((month_on = (date_trunc('month'::text, (month_on)::timestamp without time zone))::date)),
    constraint promise_pay_by_not_after_due CHECK ((pay_by_on <= due_on))
);
create table debt.promise_event (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    promise_id uuid not null,
    kind text not null,
    paid_on date,
    reason text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint promise_event_pk PRIMARY KEY (board_id, id),
    constraint promise_event_promise_fk FOREIGN KEY (board_id, promise_id) REFERENCES debt.promise(board_id, id),
    constraint promise_event_kind_known CHECK ((kind = ANY (ARRAY['PAID'::text, 'NOT_PAID'::text, 'WITHDRAWN'::text]))),
    constraint promise_event_paid_says_when CHECK (((kind = 'PAID'::text) = (paid_on IS NOT NULL))),
    constraint promise_event_taking_back_says_why CHECK (((kind = 'PAID'::text) OR (reason IS NOT NULL)))
);
create table debt.referral (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    matter_kind text not null,
    matter_id uuid not null,
    person_id uuid,
    referred_on date not null,
    agreed boolean not null,
    adviser_id uuid,
    note text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint referral_pk PRIMARY KEY (board_id, id),
    constraint referral_adviser_fk FOREIGN KEY (adviser_id) REFERENCES access.account(id),
    constraint referral_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint referral_shown_only_if_agreed CHECK ((agreed OR (adviser_id IS NULL)))
);
create table debt.referral_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    referral_id uuid not null,
    kind text not null,
    code text not null,
    fact_on date not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    constraint referral_fact_pk PRIMARY KEY (board_id, id),
    constraint referral_fact_referral_fk FOREIGN KEY (board_id, referral_id) REFERENCES debt.referral(board_id, id),
    constraint referral_fact_code_known CHECK ((((kind = 'ANSWER'::text) AND (code = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text]))) OR ((kind = 'OUTCOME'::text) AND (code = ANY (ARRAY['BUDGET_IN_ORDER'::text, 'AGREEMENT_WITH_CREDITOR'::text, 'DEBT_RESTRUCTURING_APPLIED'::text, 'DEBT_RESTRUCTURING_GRANTED'::text, 'DID_NOT_COME'::text, 'ENDED_OTHERWISE'::text])))))
);
create table debt.routine (
    board_id uuid not null,
    area_id uuid not null,
    relapse_months integer not null,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint routine_pk PRIMARY KEY (board_id, area_id),
    constraint routine_relapse_months_sane CHECK (((relapse_months >= 1) AND (relapse_months <= 120)))
);
CREATE UNIQUE INDEX amount_current ON debt.amount USING btree (board_id, debt_id, as_of_on) WHERE (superseded_at IS NULL);
CREATE INDEX amount_debt ON debt.amount USING btree (board_id, debt_id);
CREATE INDEX debt_landlord ON debt.debt USING btree (board_id, landlord_id);
CREATE INDEX debt_matter ON debt.debt USING btree (board_id, matter_kind, matter_id);
CREATE INDEX debt_person ON debt.debt USING btree (board_id, person_id, settled_on);
CREATE INDEX instalment_due ON debt.instalment USING btree (board_id, due_on);
CREATE INDEX payment_debt ON debt.payment USING btree (board_id, debt_id, paid_on);
CREATE UNIQUE INDEX plan_current ON debt.plan USING btree (board_id, debt_id) WHERE (superseded_at IS NULL);
CREATE INDEX plan_debt ON debt.plan USING btree (board_id, debt_id);
CREATE INDEX promise_due ON debt.promise USING btree (board_id, pay_by_on, id) WHERE ((paid_on IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX promise_event_promise ON debt.promise_event USING btree (board_id, promise_id, recorded_at);
CREATE INDEX promise_landlord ON debt.promise USING btree (board_id, landlord_id);
CREATE UNIQUE INDEX promise_once_a_month ON debt.promise USING btree (board_id, matter_kind, matter_id, month_on, landlord_id, creditor_name) NULLS NOT DISTINCT WHERE (withdrawn_at IS NULL);
CREATE INDEX promise_person ON debt.promise USING btree (board_id, person_id);
CREATE INDEX referral_adviser ON debt.referral USING btree (board_id, adviser_id);
CREATE INDEX referral_adviser_account ON debt.referral USING btree (adviser_id);
CREATE UNIQUE INDEX referral_fact_current ON debt.referral_fact USING btree (board_id, referral_id, kind) WHERE (superseded_at IS NULL);
CREATE INDEX referral_fact_referral ON debt.referral_fact USING btree (board_id, referral_id);
CREATE INDEX referral_matter ON debt.referral USING btree (board_id, matter_kind, matter_id);
CREATE INDEX referral_person ON debt.referral USING btree (board_id, person_id);
create policy board_and_area on debt.amount using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.amount as restrictive for delete using ((EXISTS ( SELECT
   FROM debt.debt d
  WHERE ((d.board_id = amount.board_id) AND (d.id = amount.debt_id) AND ((d.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (d.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.debt using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.debt as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on debt.debt as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on debt.debt_withdrawal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.debt_withdrawal as restrictive for delete using ((EXISTS ( SELECT
   FROM debt.debt d
  WHERE ((d.board_id = debt_withdrawal.board_id) AND (d.id = debt_withdrawal.debt_id) AND ((d.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (d.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.instalment using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.instalment as restrictive for delete using ((EXISTS ( SELECT
   FROM (debt.plan p
     JOIN debt.debt d ON (((d.board_id = p.board_id) AND (d.id = p.debt_id))))
  WHERE ((p.board_id = instalment.board_id) AND (p.id = instalment.plan_id) AND ((d.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (d.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.payment using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.payment as restrictive for delete using ((EXISTS ( SELECT
   FROM debt.debt d
  WHERE ((d.board_id = payment.board_id) AND (d.id = payment.debt_id) AND ((d.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (d.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.payment_withdrawal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.payment_withdrawal as restrictive for delete using ((EXISTS ( SELECT
   FROM (debt.payment p
     JOIN debt.debt d ON (((d.board_id = p.board_id) AND (d.id = p.debt_id))))
  WHERE ((p.board_id = payment_withdrawal.board_id) AND (p.id = payment_withdrawal.payment_id) AND ((d.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (d.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.plan using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.plan as restrictive for delete using ((EXISTS ( SELECT
   FROM debt.debt d
  WHERE ((d.board_id = plan.board_id) AND (d.id = plan.debt_id) AND ((d.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (d.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.promise using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.promise as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on debt.promise as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on debt.promise_event using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.promise_event as restrictive for delete using ((EXISTS ( SELECT
   FROM debt.promise p
  WHERE ((p.board_id = promise_event.board_id) AND (p.id = promise_event.promise_id) AND ((p.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (p.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.referral using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.referral as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on debt.referral as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on debt.referral_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on debt.referral_fact as restrictive for delete using ((EXISTS ( SELECT
   FROM debt.referral r
  WHERE ((r.board_id = referral_fact.board_id) AND (r.id = referral_fact.referral_id) AND ((r.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (r.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on debt.routine using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create view debt.v_debt with (security_invoker=true) as
 SELECT d.board_id,
    d.area_id,
    d.id AS debt_id,
    d.matter_kind,
    d.matter_id,
    d.person_id,
    d.landlord_id,
    d.creditor_name,
    d.kind,
    d.arisen_on,
    d.recorded_at,
    f.as_of_on AS first_amount_on,
    f.amount_ore AS first_amount_ore,
    d.settled_on,
    e.settled_on AS earlier_settled_on,
    COALESCE(d.arisen_on <= (e.settled_on + make_interval(months => COALESCE(r.relapse_months, 12)))::date, false) AS relapse
   FROM debt.debt d
     LEFT JOIN debt.routine r ON r.board_id = d.board_id AND r.area_id = d.area_id
     LEFT JOIN LATERAL ( SELECT a.as_of_on,
            a.amount_ore
           FROM debt.amount a
          WHERE a.board_id = d.board_id AND a.debt_id = d.id AND a.superseded_at IS NULL AND a.amount_ore IS NOT NULL
          ORDER BY a.as_of_on
         LIMIT 1) f ON true
     LEFT JOIN LATERAL ( SELECT max(o.settled_on) AS settled_on
           FROM ( SELECT p.id,
                    p.settled_on
                   FROM debt.debt p
                  WHERE p.board_id = d.board_id AND p.person_id = d.person_id AND p.settled_on < d.arisen_on
                UNION ALL
                 SELECT m.id,
                    m.settled_on
                   FROM debt.debt m
                  WHERE m.board_id = d.board_id AND m.matter_kind = d.matter_kind AND m.matter_id = d.matter_id AND m.settled_on < d.arisen_on) o
          WHERE o.id <> d.id AND NOT (EXISTS ( SELECT
                   FROM debt.debt_withdrawal w
                  WHERE w.board_id = d.board_id AND w.debt_id = o.id))) e ON true
  WHERE NOT (EXISTS ( SELECT
           FROM debt.debt_withdrawal w
          WHERE w.board_id = d.board_id AND w.debt_id = d.id));
create view debt.v_debt_amount with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS amount_id,
    debt_id,
    as_of_on,
    amount_ore,
    source,
    recorded_at
   FROM debt.amount a
  WHERE superseded_at IS NULL AND amount_ore IS NOT NULL AND NOT (EXISTS ( SELECT
           FROM debt.debt_withdrawal w
          WHERE w.board_id = a.board_id AND w.debt_id = a.debt_id));
create view debt.v_debt_amount_history with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id,
    debt_id,
    as_of_on,
    amount_ore,
    source,
    reason,
    recorded_at,
    recorded_by,
    superseded_at
   FROM debt.amount;
create view debt.v_instalment with (security_invoker=true) as
 SELECT i.board_id,
    i.area_id,
    i.plan_id,
    pl.debt_id,
    d.matter_kind,
    d.matter_id,
    d.person_id,
    pl.agreed_on,
    i.number,
    i.due_on,
    i.amount_ore,
    i.reached_ore,
    pl.superseded_at IS NULL AS current,
    pl.superseded_at,
    ( SELECT min(c.paid_on) AS min
           FROM ( SELECT p.paid_on,
                    sum(p.amount_ore) OVER (ORDER BY p.paid_on, p.payment_id) AS paid_ore
                   FROM debt.v_payment p
                  WHERE p.board_id = i.board_id AND p.debt_id = pl.debt_id AND (p.paid_on > pl.agreed_on OR p.paid_on = pl.agreed_on AND p.recorded_at > pl.recorded_at)) c
          WHERE c.paid_ore >= i.reached_ore::numeric) AS paid_on
   FROM ( SELECT n.board_id,
            n.area_id,
            n.plan_id,
            n.number,
            n.due_on,
            n.amount_ore,
            sum(n.amount_ore) OVER (PARTITION BY n.board_id, n.plan_id ORDER BY n.number)::bigint AS reached_ore
           FROM debt.instalment n) i
     JOIN debt.plan pl ON pl.board_id = i.board_id AND pl.id = i.plan_id
     JOIN debt.debt d ON d.board_id = pl.board_id AND d.id = pl.debt_id
  WHERE NOT (EXISTS ( SELECT
           FROM debt.debt_withdrawal w
          WHERE w.board_id = pl.board_id AND w.debt_id = pl.debt_id));
create view debt.v_note with (security_invoker=true) as
 SELECT debt.board_id,
    debt.area_id,
    debt.person_id,
    debt.matter_id,
    GREATEST(framework.day_of(debt.recorded_at), debt.arisen_on, debt.settled_on) AS noted_on
   FROM debt.debt
UNION ALL
 SELECT d.board_id,
    d.area_id,
    d.person_id,
    d.matter_id,
    framework.day_of(w.withdrawn_at) AS noted_on
   FROM debt.debt_withdrawal w
     JOIN debt.debt d ON d.board_id = w.board_id AND d.id = w.debt_id
UNION ALL
 SELECT d.board_id,
    d.area_id,
    d.person_id,
    d.matter_id,
    framework.day_of(GREATEST(a.recorded_at, a.superseded_at)) AS noted_on
   FROM debt.amount a
     JOIN debt.debt d ON d.board_id = a.board_id AND d.id = a.debt_id
UNION ALL
 SELECT d.board_id,
    d.area_id,
    d.person_id,
    d.matter_id,
    GREATEST(framework.day_of(GREATEST(p.recorded_at, w.withdrawn_at)), p.paid_on) AS noted_on
   FROM debt.payment p
     JOIN debt.debt d ON d.board_id = p.board_id AND d.id = p.debt_id
     LEFT JOIN debt.payment_withdrawal w ON w.board_id = p.board_id AND w.payment_id = p.id
UNION ALL
 SELECT d.board_id,
    d.area_id,
    d.person_id,
    d.matter_id,
    GREATEST(framework.day_of(GREATEST(p.recorded_at, p.superseded_at)), i.last_on) AS noted_on
   FROM debt.plan p
     JOIN debt.debt d ON d.board_id = p.board_id AND d.id = p.debt_id
     LEFT JOIN LATERAL ( SELECT max(n.due_on) AS last_on
           FROM debt.instalment n
          WHERE n.board_id = p.board_id AND n.plan_id = p.id) i ON p.superseded_at IS NULL
UNION ALL
 SELECT promise.board_id,
    promise.area_id,
    promise.person_id,
    promise.matter_id,
    GREATEST(framework.day_of(GREATEST(promise.recorded_at, promise.withdrawn_at)), promise.due_on, promise.paid_on) AS noted_on
   FROM debt.promise
UNION ALL
 SELECT p.board_id,
    p.area_id,
    p.person_id,
    p.matter_id,
    framework.day_of(e.recorded_at) AS noted_on
   FROM debt.promise_event e
     JOIN debt.promise p ON p.board_id = e.board_id AND p.id = e.promise_id
UNION ALL
 SELECT referral.board_id,
    referral.area_id,
    referral.person_id,
    referral.matter_id,
    GREATEST(framework.day_of(referral.recorded_at), referral.referred_on) AS noted_on
   FROM debt.referral
UNION ALL
 SELECT r.board_id,
    r.area_id,
    r.person_id,
    r.matter_id,
    GREATEST(framework.day_of(GREATEST(f.recorded_at, f.superseded_at)), f.fact_on) AS noted_on
   FROM debt.referral_fact f
     JOIN debt.referral r ON r.board_id = f.board_id AND r.id = f.referral_id;
create view debt.v_payment with (security_invoker=true) as
 SELECT p.board_id,
    p.area_id,
    p.id AS payment_id,
    p.debt_id,
    d.matter_kind,
    d.matter_id,
    d.person_id,
    d.kind AS debt_kind,
    p.paid_on,
    p.amount_ore,
    p.payer,
    p.recorded_at
   FROM debt.payment p
     JOIN debt.debt d ON d.board_id = p.board_id AND d.id = p.debt_id
  WHERE NOT (EXISTS ( SELECT
           FROM debt.payment_withdrawal w
          WHERE w.board_id = p.board_id AND w.payment_id = p.id)) AND NOT (EXISTS ( SELECT
           FROM debt.debt_withdrawal w
          WHERE w.board_id = p.board_id AND w.debt_id = p.debt_id));
create view debt.v_promise with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS promise_id,
    matter_kind,
    matter_id,
    person_id,
    landlord_id,
    creditor_name,
    month_on,
    amount_ore,
    due_on,
    pay_by_on,
    paid_on,
    COALESCE(paid_on > due_on, false) AS paid_late,
    recorded_at
   FROM debt.promise
  WHERE withdrawn_at IS NULL;
create view debt.v_referral with (security_invoker=true) as
 SELECT r.board_id,
    r.area_id,
    r.id AS referral_id,
    r.matter_kind,
    r.matter_id,
    r.person_id,
    r.referred_on,
    r.agreed,
    r.adviser_id,
    a.code AS answer,
    a.fact_on AS answered_on,
    o.code AS outcome,
    o.fact_on AS outcome_on,
    r.adviser_id IS NOT NULL AND COALESCE(a.code, ''::text) <> 'DECLINED'::text AND o.code IS NULL AS adviser_works
   FROM debt.referral r
     LEFT JOIN debt.referral_fact a ON a.board_id = r.board_id AND a.referral_id = r.id AND a.kind = 'ANSWER'::text AND a.superseded_at IS NULL
     LEFT JOIN debt.referral_fact o ON o.board_id = r.board_id AND o.referral_id = r.id AND o.kind = 'OUTCOME'::text AND o.superseded_at IS NULL;
grant delete, insert, select on debt.amount to bofast_app;
grant delete, insert, select on debt.debt to bofast_app;
grant delete, insert, select on debt.debt_withdrawal to bofast_app;
grant delete, insert, select on debt.instalment to bofast_app;
grant delete, insert, select on debt.payment to bofast_app;
grant delete, insert, select on debt.payment_withdrawal to bofast_app;
grant delete, insert, select on debt.plan to bofast_app;
grant delete, insert, select on debt.promise to bofast_app;
grant delete, insert, select on debt.promise_event to bofast_app;
grant delete, insert, select on debt.referral to bofast_app;
grant delete, insert, select on debt.referral_fact to bofast_app;
grant insert, select, update on debt.routine to bofast_app;
grant select on debt.v_debt to bofast_app;
grant select on debt.v_debt_amount to bofast_app;
grant select on debt.v_debt_amount_history to bofast_app;
grant select on debt.v_instalment to bofast_app;
grant select on debt.v_note to bofast_app;
grant select on debt.v_payment to bofast_app;
grant select on debt.v_promise to bofast_app;
grant select on debt.v_referral to bofast_app;
grant update (superseded_at) on debt.amount to bofast_app;
grant update (person_id, settled_on) on debt.debt to bofast_app;
grant update (superseded_at, ended_reason) on debt.plan to bofast_app;
grant update (person_id, paid_on, withdrawn_at) on debt.promise to bofast_app;
grant update (person_id) on debt.referral to bofast_app;
grant update (superseded_at) on debt.referral_fact to bofast_app;

-- dwelling
CREATE OR REPLACE PROCEDURE dwelling.clear_remarks(IN inspections uuid[])
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 UPDATE dwelling.inspection_remark r SET remark = NULL::text
   WHERE ((r.board_id = framework.board_id()) AND (r.inspection_id = ANY (clear_remarks.inspections)) AND (r.remark IS NOT NULL) AND (EXISTS ( SELECT
            FROM audit.v_decided d
           WHERE ((d.board_id = framework.board_id()) AND (d.kind = 'PERSON'::text)))));
END

create table dwelling.agreement (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    landlord_id uuid not null,
    kind text not null,
    name text not null,
    yearly_quota integer,
    notice_months integer,
    waiver_until date,
    start_on date not null,
    end_on date,
    note text,
    version integer not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint agreement_pk PRIMARY KEY (board_id, id),
    constraint agreement_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint agreement_kind_known CHECK ((kind = ANY (ARRAY['BLOCK_LEASE'::text, 'YEARLY_QUOTA'::text, 'SINGLE'::text]))),
    constraint agreement_notice_few CHECK (((notice_months >= 0) AND (notice_months <= 24))),
    constraint agreement_quota_few CHECK (((yearly_quota >= 1) AND (yearly_quota <= 10000))),
    constraint agreement_quota_has_number CHECK (((kind = 'YEARLY_QUOTA'::text) = (yearly_quota IS NOT NULL))),
    constraint agreement_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
create table dwelling.apartment (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    dwelling_id uuid not null,
    agreement_id uuid,
    number text not null,
    kind text not null,
    floor integer,
    lift boolean,
    step_free boolean,
    wheelchair boolean,
    square_metres integer,
    most_people integer,
    shared boolean not null,
    start_on date not null,
    end_on date,
    end_cause text,
    note text,
    version integer not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    constraint apartment_held_once EXCLUDE USING gist (board_id WITH =, dwelling_id WITH =, period WITH &&) WHERE ((end_cause IS DISTINCT FROM 'MISTAKE'::text)),
    constraint apartment_pk PRIMARY KEY (board_id, id),
    constraint apartment_agreement_fk FOREIGN KEY (board_id, agreement_id) REFERENCES dwelling.agreement(board_id, id),
    constraint apartment_dwelling_fk FOREIGN KEY (board_id, dwelling_id) REFERENCES dwelling.dwelling(board_id, id),
    constraint apartment_cause_has_end CHECK (((end_cause IS NULL) OR (end_on IS NOT NULL))),
    constraint apartment_end_cause_known CHECK ((end_cause = ANY (ARRAY['TAKEN_OVER'::text, 'RETURNED'::text, 'TERMINATED_BY_LANDLORD'::text, 'OTHER'::text, 'MISTAKE'::text]))),
    constraint apartment_floor_real CHECK (((floor >= '-3'::integer) AND (floor <= 60))),
    constraint apartment_kind_known CHECK ((kind = ANY (ARRAY['TRAINING'::text, 'TRIAL'::text, 'TRANSITIONAL'::text, 'HOUSING_FIRST'::text, 'ACUTE'::text, 'SUPPORTED'::text, 'RESPITE'::text]))),
    constraint apartment_most_people_few CHECK (((most_people >= 1) AND (most_people <= 30))),
    constraint apartment_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on))),
    constraint apartment_square_metres_real CHECK (((square_metres >= 8) AND (square_metres <= 500)))
);
create table dwelling.apartment_key (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    apartment_id uuid not null,
    room_id uuid,
    kind text not null,
    label text not null,
    added_on date not null,
    gone_on date,
    gone_cause text,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint apartment_key_pk PRIMARY KEY (board_id, id),
    constraint apartment_key_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint apartment_key_room_fk FOREIGN KEY (board_id, room_id) REFERENCES dwelling.apartment_room(board_id, id),
    constraint apartment_key_gone_cause_known CHECK ((gone_cause = ANY (ARRAY['LOST'::text, 'TO_LANDLORD'::text, 'REPLACED'::text, 'MISTAKE'::text]))),
    constraint apartment_key_gone_whole CHECK (((gone_on IS NULL) = (gone_cause IS NULL))),
    constraint apartment_key_kind_known CHECK ((kind = ANY (ARRAY['DOOR'::text, 'ROOM'::text, 'ENTRANCE'::text, 'TAG'::text, 'MAILBOX'::text, 'STORAGE'::text, 'LAUNDRY'::text, 'OTHER'::text]))),
    constraint apartment_key_runs_forward CHECK (((gone_on IS NULL) OR (gone_on >= added_on)))
);
create table dwelling.apartment_rent (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    apartment_id uuid not null,
    start_on date not null,
    rent_ore bigint not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint apartment_rent_pk PRIMARY KEY (board_id, id),
    constraint apartment_rent_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint apartment_rent_not_negative CHECK ((rent_ore >= 0))
);
create table dwelling.apartment_room (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    apartment_id uuid not null,
    name text not null,
    square_metres integer,
    most_people integer not null,
    start_on date not null,
    end_on date,
    version integer not null,
    constraint apartment_room_pk PRIMARY KEY (board_id, id),
    constraint apartment_room_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint apartment_room_most_people_few CHECK (((most_people >= 1) AND (most_people <= 10))),
    constraint apartment_room_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on))),
    constraint apartment_room_square_metres_real CHECK (((square_metres >= 3) AND (square_metres <= 200)))
);
create table dwelling.dwelling (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    landlord_id uuid,
    street text not null,
    apartment text,
    postal_code text,
    city text,
    rooms integer,
    address_key text not null,
    created_at timestamp with time zone not null,
    constraint dwelling_pk PRIMARY KEY (board_id, id),
    constraint dwelling_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint dwelling_rooms_few CHECK (((rooms >= 1) AND (rooms <= 30)))
);
create table dwelling.inspection (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    apartment_id uuid not null,
    room_id uuid,
    kind text not null,
    inspected_on date not null,
    inspected_by text not null,
    tenant_present boolean not null,
    landlord_present boolean not null,
    signed_at timestamp with time zone,
    signed_by uuid,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint inspection_pk PRIMARY KEY (board_id, id),
    constraint inspection_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint inspection_room_fk FOREIGN KEY (board_id, room_id) REFERENCES dwelling.apartment_room(board_id, id),
    constraint inspection_kind_known CHECK ((kind = ANY (ARRAY['MOVE_IN'::text, 'MOVE_OUT'::text, 'YEARLY'::text, 'AFTER_DAMAGE'::text])))
);
create table dwelling.inspection_photo (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    inspection_id uuid not null,
    file_id uuid not null,
    part text not null,
    width integer not null,
    height integer not null,
    withdrawn_at timestamp with time zone,
    added_at timestamp with time zone not null,
    added_by uuid,
    constraint inspection_photo_pk PRIMARY KEY (board_id, id),
    constraint inspection_photo_file_fk FOREIGN KEY (board_id, file_id) REFERENCES letter.stored_file(board_id, id),
    constraint inspection_photo_inspection_fk FOREIGN KEY (board_id, inspection_id) REFERENCES dwelling.inspection(board_id, id)
);
create table dwelling.inspection_remark (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    inspection_id uuid not null,
    part text not null,
    state text not null,
    remark text,
    payer text,
    cost_ore bigint,
    mended_on date,
    withdrawn_at timestamp with time zone,
    written_at timestamp with time zone not null,
    written_by uuid,
    constraint inspection_remark_pk PRIMARY KEY (board_id, id),
    constraint inspection_remark_inspection_fk FOREIGN KEY (board_id, inspection_id) REFERENCES dwelling.inspection(board_id, id),
    constraint inspection_remark_cost_not_negative CHECK ((cost_ore >= 0)),
    constraint inspection_remark_ok_costs_nobody CHECK (((state <> 'OK'::text) OR ((payer IS NULL) AND (cost_ore IS NULL)))),
    constraint inspection_remark_payer_known CHECK ((payer = ANY (ARRAY['TENANT'::text, 'LANDLORD'::text, 'BOARD'::text, 'UNDECIDED'::text]))),
    constraint inspection_remark_state_known CHECK ((state = ANY (ARRAY['OK'::text, 'WEAR'::text, 'DAMAGE'::text, 'ACTION'::text])))
);
create table dwelling.key_handover (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    key_id uuid not null,
    holder text not null,
    firm text,
    account_id uuid,
    handed_on date not null,
    handed_by uuid,
    back_by_on date,
    returned_on date,
    returned_to uuid,
    constraint key_handover_pk PRIMARY KEY (board_id, id),
    constraint key_handover_key_fk FOREIGN KEY (board_id, key_id) REFERENCES dwelling.apartment_key(board_id, id),
    constraint key_handover_account_of_colleague CHECK (((holder = 'COLLEAGUE'::text) = (account_id IS NOT NULL))),
    constraint key_handover_firm_of_craftsman CHECK (((holder = 'CRAFTSMAN'::text) = (firm IS NOT NULL))),
    constraint key_handover_holder_known CHECK ((holder = ANY (ARRAY['TENANT'::text, 'CRAFTSMAN'::text, 'COLLEAGUE'::text, 'LANDLORD'::text]))),
    constraint key_handover_runs_forward CHECK (((returned_on IS NULL) OR (returned_on >= handed_on)))
);
create table dwelling.landlord (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    name text collate swedish not null,
    name_key text not null,
    kind text not null,
    organisation_number text,
    street text,
    postal_code text,
    city text,
    phone text,
    email text,
    note text,
    created_at timestamp with time zone not null,
    created_by uuid,
    closed_on date,
    version integer not null,
    changed_at timestamp with time zone,
    changed_by uuid,
    constraint landlord_pk PRIMARY KEY (board_id, id),
    constraint landlord_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint landlord_kind_known CHECK ((kind = ANY (ARRAY['MUNICIPAL'::text, 'PRIVATE'::text, 'COOPERATIVE'::text, 'FOUNDATION'::text, 'PERSON'::text])))
);
create table dwelling.landlord_contact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    landlord_id uuid not null,
    name text not null,
    function text,
    phone text,
    email text,
    ended_on date,
    version integer not null,
    constraint landlord_contact_pk PRIMARY KEY (board_id, id),
    constraint landlord_contact_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id)
);
create table dwelling.supply_dealing (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    counterpart text not null,
    landlord_id uuid,
    other text,
    happened_on date not null,
    wanted integer,
    note text,
    answer_by_on date,
    answered_on date,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint supply_dealing_pk PRIMARY KEY (board_id, id),
    constraint supply_dealing_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint supply_dealing_counterpart_known CHECK ((counterpart = ANY (ARRAY['LANDLORD'::text, 'HOUSING_AGENCY'::text, 'OTHER'::text]))),
    constraint supply_dealing_landlord_named CHECK (((counterpart = 'LANDLORD'::text) = (landlord_id IS NOT NULL))),
    constraint supply_dealing_other_named CHECK (((counterpart = 'OTHER'::text) = (other IS NOT NULL))),
    constraint supply_dealing_runs_forward CHECK (((answered_on IS NULL) OR (answered_on >= happened_on))),
    constraint supply_dealing_wanted_few CHECK (((wanted >= 1) AND (wanted <= 1000)))
);
create table dwelling.supply_offer (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    dealing_id uuid,
    counterpart text not null,
    landlord_id uuid,
    other text,
    offered_on date not null,
    answer_by_on date,
    street text not null,
    apartment text,
    postal_code text,
    city text,
    district text,
    rooms integer,
    square_metres integer,
    rent_ore bigint,
    from_on date,
    note text,
    answer text,
    answered_on date,
    answered_by uuid,
    reason text,
    reason_note text,
    apartment_id uuid,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint supply_offer_pk PRIMARY KEY (board_id, id),
    constraint supply_offer_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint supply_offer_dealing_fk FOREIGN KEY (board_id, dealing_id) REFERENCES dwelling.supply_dealing(board_id, id),
    constraint supply_offer_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint supply_offer_accepted_is_held CHECK (((NOT (answer IS DISTINCT FROM 'ACCEPTED'::text)) = (apartment_id IS NOT NULL))),
    constraint supply_offer_answer_after_offer CHECK (((answered_on IS NULL) OR (answered_on >= offered_on))),
    constraint supply_offer_answer_known CHECK ((answer = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'WITHDRAWN'::text]))),
    constraint supply_offer_answer_whole CHECK (((answer IS NULL) = (answered_on IS NULL))),
    constraint supply_offer_counterpart_known CHECK ((counterpart = ANY (ARRAY['LANDLORD'::text, 'HOUSING_AGENCY'::text, 'OTHER'::text]))),
    constraint supply_offer_declined_says_why CHECK (((NOT (answer IS DISTINCT FROM 'DECLINED'::text)) = (reason IS NOT NULL))),
    constraint supply_offer_landlord_of_landlord CHECK (((counterpart <> 'LANDLORD'::text) OR (landlord_id IS NOT NULL))),
    constraint supply_offer_other_named CHECK (((counterpart = 'OTHER'::text) = (other IS NOT NULL))),
    constraint supply_offer_reason_known CHECK ((reason = ANY (ARRAY['RENT'::text, 'TOO_SMALL'::text, 'TOO_LARGE'::text, 'AREA'::text, 'ACCESSIBILITY'::text, 'CONDITION'::text, 'TERMS'::text, 'NO_NEED'::text, 'TOO_LATE'::text, 'OTHER'::text]))),
    constraint supply_offer_rent_not_negative CHECK ((rent_ore >= 0)),
    constraint supply_offer_rooms_few CHECK (((rooms >= 1) AND (rooms <= 30))),
    constraint supply_offer_square_metres_real CHECK (((square_metres >= 8) AND (square_metres <= 500)))
);
CREATE INDEX agreement_landlord ON dwelling.agreement USING btree (board_id, landlord_id);
CREATE INDEX apartment_agreement ON dwelling.apartment USING btree (board_id, agreement_id);
CREATE INDEX apartment_dwelling ON dwelling.apartment USING btree (board_id, dwelling_id);
CREATE INDEX apartment_held ON dwelling.apartment USING btree (board_id, start_on, end_on);
CREATE INDEX apartment_key_apartment ON dwelling.apartment_key USING btree (board_id, apartment_id);
CREATE INDEX apartment_key_room ON dwelling.apartment_key USING btree (board_id, room_id);
CREATE UNIQUE INDEX apartment_number_once ON dwelling.apartment USING btree (board_id, area_id, number) WHERE (end_on IS NULL);
CREATE INDEX apartment_rent_apartment ON dwelling.apartment_rent USING btree (board_id, apartment_id, recorded_at);
CREATE UNIQUE INDEX apartment_rent_current ON dwelling.apartment_rent USING btree (board_id, apartment_id, start_on) WHERE (superseded_at IS NULL);
CREATE INDEX apartment_room_apartment ON dwelling.apartment_room USING btree (board_id, apartment_id);
CREATE UNIQUE INDEX apartment_room_once ON dwelling.apartment_room USING btree (board_id, apartment_id, name) WHERE (end_on IS NULL);
CREATE UNIQUE INDEX dwelling_address ON dwelling.dwelling USING btree (board_id, area_id, address_key, apartment) NULLS NOT DISTINCT;
CREATE INDEX dwelling_by_address ON dwelling.dwelling USING btree (board_id, address_key);
CREATE INDEX dwelling_landlord ON dwelling.dwelling USING btree (board_id, landlord_id);
CREATE INDEX inspection_apartment ON dwelling.inspection USING btree (board_id, apartment_id, inspected_on);
CREATE INDEX inspection_photo_file ON dwelling.inspection_photo USING btree (board_id, file_id);
CREATE INDEX inspection_photo_inspection ON dwelling.inspection_photo USING btree (board_id, inspection_id);
CREATE INDEX inspection_remark_inspection ON dwelling.inspection_remark USING btree (board_id, inspection_id);
CREATE INDEX inspection_room ON dwelling.inspection USING btree (board_id, room_id);
CREATE INDEX key_handover_key ON dwelling.key_handover USING btree (board_id, key_id, handed_on);
CREATE UNIQUE INDEX key_handover_one_at_a_time ON dwelling.key_handover USING btree (board_id, key_id) WHERE (returned_on IS NULL);
CREATE INDEX landlord_area ON dwelling.landlord USING btree (board_id, area_id);
CREATE INDEX landlord_by_creation ON dwelling.landlord USING btree (board_id, created_at DESC, id DESC);
CREATE INDEX landlord_by_name ON dwelling.landlord USING btree (board_id, name, id);
CREATE INDEX landlord_contact_landlord ON dwelling.landlord_contact USING btree (board_id, landlord_id);
CREATE UNIQUE INDEX landlord_name_once ON dwelling.landlord USING btree (board_id, area_id, name_key) WHERE (closed_on IS NULL);
CREATE INDEX supply_dealing_by_day ON dwelling.supply_dealing USING btree (board_id, happened_on DESC, id DESC);
CREATE INDEX supply_dealing_landlord ON dwelling.supply_dealing USING btree (board_id, landlord_id);
CREATE INDEX supply_offer_apartment ON dwelling.supply_offer USING btree (board_id, apartment_id);
CREATE INDEX supply_offer_by_day ON dwelling.supply_offer USING btree (board_id, offered_on DESC, id DESC);
CREATE INDEX supply_offer_dealing ON dwelling.supply_offer USING btree (board_id, dealing_id);
CREATE INDEX supply_offer_landlord ON dwelling.supply_offer USING btree (board_id, landlord_id);
CREATE INDEX supply_offer_waiting ON dwelling.supply_offer USING btree (board_id, answer_by_on) WHERE (answer IS NULL);
create policy board_and_area on dwelling.agreement using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.apartment using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.apartment_key using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.apartment_rent using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.apartment_room using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.dwelling using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.inspection using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.inspection_photo using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.inspection_remark using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.key_handover using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.landlord using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.landlord_contact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.supply_dealing using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.supply_offer using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create view dwelling.v_agreement with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS agreement_id,
    landlord_id,
    kind,
    name,
    yearly_quota,
    notice_months,
    waiver_until,
    start_on,
    end_on
   FROM dwelling.agreement;
create view dwelling.v_apartment with (security_invoker=true) as
 SELECT a.board_id,
    a.area_id,
    a.id AS apartment_id,
    a.dwelling_id,
    a.agreement_id,
    d.landlord_id,
    a.number,
    a.kind,
    d.street,
    d.apartment,
    d.postal_code,
    d.city,
    d.rooms,
    a.floor,
    a.lift,
    a.step_free,
    a.wheelchair,
    a.square_metres,
    a.most_people,
    a.shared,
    a.start_on,
    a.end_on,
    a.end_cause
   FROM dwelling.apartment a
     JOIN dwelling.dwelling d ON d.board_id = a.board_id AND d.id = a.dwelling_id
  WHERE a.end_cause IS DISTINCT FROM 'MISTAKE'::text;
create view dwelling.v_apartment_rent with (security_invoker=true) as
 SELECT board_id,
    area_id,
    apartment_id,
    start_on,
    rent_ore
   FROM dwelling.apartment_rent
  WHERE superseded_at IS NULL;
create view dwelling.v_apartment_room with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS room_id,
    apartment_id,
    name,
    square_metres,
    most_people,
    start_on,
    end_on
   FROM dwelling.apartment_room;
create view dwelling.v_dwelling with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS dwelling_id,
    landlord_id,
    street,
    apartment,
    postal_code,
    city,
    rooms,
    address_key
   FROM dwelling.dwelling;
create view dwelling.v_landlord with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS landlord_id,
    name,
    name_key,
    kind,
    street,
    postal_code,
    city,
    phone,
    email,
    closed_on
   FROM dwelling.landlord;
create view dwelling.v_supply_offer with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS offer_id,
    counterpart,
    landlord_id,
    offered_on,
    answer_by_on,
    rooms,
    square_metres,
    rent_ore,
    district,
    from_on,
    answer,
    answered_on,
    reason,
    apartment_id
   FROM dwelling.supply_offer;
grant insert, select, update on dwelling.agreement to bofast_app;
grant insert, select, update on dwelling.apartment to bofast_app;
grant insert, select on dwelling.apartment_key to bofast_app;
grant insert, select on dwelling.apartment_rent to bofast_app;
grant insert, select, update on dwelling.apartment_room to bofast_app;
grant insert, select, update on dwelling.dwelling to bofast_app;
grant insert, select on dwelling.inspection to bofast_app;
grant insert, select on dwelling.inspection_photo to bofast_app;
grant insert, select on dwelling.inspection_remark to bofast_app;
grant insert, select on dwelling.key_handover to bofast_app;
grant insert, select, update on dwelling.landlord to bofast_app;
grant insert, select, update on dwelling.landlord_contact to bofast_app;
grant insert, select on dwelling.supply_dealing to bofast_app;
grant insert, select on dwelling.supply_offer to bofast_app;
grant select on dwelling.v_agreement to bofast_app;
grant select on dwelling.v_apartment to bofast_app;
grant select on dwelling.v_apartment_rent to bofast_app;
grant select on dwelling.v_apartment_room to bofast_app;
grant select on dwelling.v_dwelling to bofast_app;
grant select on dwelling.v_landlord to bofast_app;
grant select on dwelling.v_supply_offer to bofast_app;
grant update (gone_on, gone_cause) on dwelling.apartment_key to bofast_app;
grant update (superseded_at) on dwelling.apartment_rent to bofast_app;
grant update (signed_at, signed_by) on dwelling.inspection to bofast_app;
grant update (withdrawn_at) on dwelling.inspection_photo to bofast_app;
grant update (mended_on, withdrawn_at) on dwelling.inspection_remark to bofast_app;
grant update (returned_on, returned_to) on dwelling.key_handover to bofast_app;
grant update (answered_on) on dwelling.supply_dealing to bofast_app;
grant update (answer, answered_on, answered_by, reason, reason_note, apartment_id) on dwelling.supply_offer to bofast_app;

-- exchange
create table exchange.package (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    made_at timestamp with time zone not null,
    made_by uuid not null,
    sha256 text not null,
    size integer not null,
    content bytea not null,
    constraint package_pk PRIMARY KEY (board_id, id),
    constraint package_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint package_kind_known CHECK ((kind = ANY (ARRAY['ARCHIVE'::text, 'EXTRACT'::text]))),
    constraint package_not_too_large CHECK ((size <= 134217728)),
    constraint package_sha256_shape CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    constraint package_size_true CHECK ((size = octet_length(content)))
);
CREATE INDEX package_person ON exchange.package USING btree (board_id, person_id, made_at);
create policy board_and_area on exchange.package using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on exchange.package as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on exchange.package as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
grant delete, insert, select on exchange.package to bofast_app;

-- filing
create table filing.remembered_mapping (
    board_id uuid not null,
    area_id uuid not null,
    kind text not null,
    sender_key text not null,
    mapping_key text not null,
    choices jsonb not null,
    chosen_at timestamp with time zone not null,
    chosen_by uuid not null,
    constraint remembered_mapping_pk PRIMARY KEY (board_id, kind, sender_key, mapping_key)
);
create table filing.row_person (
    board_id uuid not null,
    area_id uuid not null,
    upload_id uuid not null,
    row_number integer not null,
    person_id uuid not null,
    constraint row_person_pk PRIMARY KEY (board_id, upload_id, row_number, person_id)
);
create table filing.upload (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    file_id uuid not null,
    kind text not null,
    sender_key text not null,
    sender_name text not null,
    file_name text not null,
    state text not null,
    refusal text,
    refusal_arguments integer[],
    encoding text,
    delimiter text,
    sheet_name text,
    hidden_rows integer,
    other_sheets text[],
    header_row integer,
    header text[] not null,
    mapping jsonb,
    read_on date,
    row_count integer not null,
    good_count integer not null,
    asked_count integer not null,
    repeated_count integer not null,
    bad_count integer not null,
    left_out_count integer not null,
    accepted_count integer not null,
    same_count integer not null,
    job_id uuid,
    received_at timestamp with time zone not null,
    received_by uuid not null,
    accepted_at timestamp with time zone,
    accepted_by uuid,
    undone_at timestamp with time zone,
    undone_by uuid,
    undo_reason text,
    constraint upload_pk PRIMARY KEY (board_id, id),
    constraint upload_accepted_by_fk FOREIGN KEY (accepted_by) REFERENCES access.account(id),
    constraint upload_file_fk FOREIGN KEY (board_id, file_id) REFERENCES filing.upload_file(board_id, id),
    constraint upload_received_by_fk FOREIGN KEY (received_by) REFERENCES access.account(id),
    constraint upload_undone_by_fk FOREIGN KEY (undone_by) REFERENCES access.account(id),
    constraint upload_refused_says_why CHECK (((state = 'REFUSED'::text) = (refusal IS NOT NULL))),
    constraint upload_state_known CHECK ((state = ANY (ARRAY['REFUSED'::text, 'MAPPING'::text, 'READING'::text, 'READY'::text, 'ACCEPTING'::text, 'ACCEPTED'::text, 'UNDOING'::text, 'UNDONE'::text, 'SET_ASIDE'::text]))),
    constraint upload_undone_says_why CHECK ((((undone_at IS NULL) = (undo_reason IS NULL)) OR (state = 'UNDOING'::text)))
);
create table filing.upload_file (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    sha256 text not null,
    size integer not null,
    content bytea not null,
    received_at timestamp with time zone not null,
    constraint upload_file_pk PRIMARY KEY (board_id, id),
    constraint upload_file_not_too_large CHECK ((size <= 33554432)),
    constraint upload_file_sha256_shape CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    constraint upload_file_size_true CHECK ((size = octet_length(content)))
);
create table filing.upload_row (
    board_id uuid not null,
    area_id uuid not null,
    upload_id uuid not null,
    row_number integer not null,
    cells jsonb not null,
    row_hash text not null,
    state text not null,
    outlook text,
    left_out boolean not null,
    errors jsonb,
    result_id uuid,
    constraint upload_row_pk PRIMARY KEY (board_id, upload_id, row_number),
    constraint upload_row_upload_fk FOREIGN KEY (board_id, upload_id) REFERENCES filing.upload(board_id, id),
    constraint upload_row_bad_says_why CHECK (((state = 'BAD'::text) = (errors IS NOT NULL))),
    constraint upload_row_outlook_known CHECK ((outlook = ANY (ARRAY['KNOWN'::text, 'NEW'::text, 'ASKED'::text, 'NOBODY'::text, 'REPEATED'::text]))),
    constraint upload_row_state_known CHECK ((state = ANY (ARRAY['GOOD'::text, 'BAD'::text, 'ACCEPTED'::text, 'SAME'::text, 'UNDONE'::text])))
);
CREATE INDEX row_person_person ON filing.row_person USING btree (board_id, person_id);
CREATE INDEX upload_accepted_by ON filing.upload USING btree (accepted_by);
CREATE UNIQUE INDEX upload_file_once ON filing.upload_file USING btree (board_id, area_id, sha256);
CREATE INDEX upload_latest ON filing.upload USING btree (board_id, id DESC);
CREATE INDEX upload_of_file ON filing.upload USING btree (board_id, file_id);
CREATE UNIQUE INDEX upload_once ON filing.upload USING btree (board_id, area_id, file_id, kind, sender_key) WHERE (state <> ALL (ARRAY['REFUSED'::text, 'UNDONE'::text, 'SET_ASIDE'::text]));
CREATE INDEX upload_received_by ON filing.upload USING btree (received_by);
CREATE INDEX upload_row_asked ON filing.upload_row USING btree (board_id, upload_id, row_number) WHERE (outlook = 'ASKED'::text);
CREATE INDEX upload_row_bad ON filing.upload_row USING btree (board_id, upload_id, row_number) WHERE (state = 'BAD'::text);
CREATE INDEX upload_row_result ON filing.upload_row USING btree (board_id, result_id) WHERE (result_id IS NOT NULL);
CREATE INDEX upload_undone_by ON filing.upload USING btree (undone_by);
create policy board_and_area on filing.remembered_mapping using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on filing.row_person using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on filing.upload using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on filing.upload as restrictive for delete using ((file_id IN ( SELECT audit.decided('FILE'::text) AS decided)));
create policy board_and_area on filing.upload_file using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on filing.upload_file as restrictive for delete using ((id IN ( SELECT audit.decided('FILE'::text) AS decided)));
create policy board_and_area on filing.upload_row using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy hidden_people on filing.upload_row as restrictive for select to bofast_app using ((NOT ((upload_id, row_number) IN ( SELECT r.upload_id,
    r.row_number
   FROM (framework.v_hidden_person h
     JOIN filing.row_person r ON (((r.board_id = h.board_id) AND (r.person_id = h.person_id))))))));
create view filing.v_received_file with (security_invoker=true) as
 SELECT u.board_id,
    u.area_id,
    u.file_id,
    u.id AS upload_id,
    framework.day_of(f.received_at) AS received_on,
    framework.day_of(GREATEST(f.received_at, u.received_at, u.accepted_at, u.undone_at)) AS noted_on
   FROM filing.upload u
     JOIN filing.upload_file f ON f.board_id = u.board_id AND f.id = u.file_id;
create view filing.v_upload with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS upload_id,
    kind,
    sender_key,
    sender_name,
    file_name,
    state,
    row_count,
    accepted_count,
    received_at,
    accepted_at,
    undone_at
   FROM filing.upload;
grant insert, select, update on filing.remembered_mapping to bofast_app;
grant delete, insert, select on filing.row_person to bofast_app;
grant delete, insert, select, update on filing.upload to bofast_app;
grant delete, insert, select on filing.upload_file to bofast_app;
grant delete, insert, select, update on filing.upload_row to bofast_app;
grant select on filing.v_received_file to bofast_app;
grant select on filing.v_upload to bofast_app;

-- framework
CREATE OR REPLACE FUNCTION framework.account_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('bofast.account'::text, true), ''::text))::uuid

CREATE OR REPLACE FUNCTION framework.area_ids()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('bofast.areas'::text, true), ''::text), ','::text))::uuid[]

CREATE OR REPLACE FUNCTION framework.board_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('bofast.board'::text, true), ''::text))::uuid

CREATE OR REPLACE PROCEDURE framework.count_what_has_grown()
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $procedure$
declare
    grown record;
begin
    for grown in
        select t.schemaname, t.relname
        from pg_catalog.pg_stat_xact_user_tables t
        join pg_catalog.pg_class c on c.oid = t.relid
        where t.n_tup_ins + t.n_tup_upd >= 50 and t.schemaname <> 'framework'
          and pg_catalog.pg_relation_size(t.relid) >= 2 * 8192 * greatest(c.relpages, 0)::bigint
        order by t.relid
    loop
        execute pg_catalog.format('analyze (skip_locked) %I.%I', grown.schemaname, grown.relname);
    end loop;
end
$procedure$

CREATE OR REPLACE FUNCTION framework.day_of(moment timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((moment AT TIME ZONE 'Europe/Stockholm'::text))::date

CREATE OR REPLACE FUNCTION framework.entrusted_ids()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((string_to_array(NULLIF(current_setting('bofast.entrusted'::text, true), ''::text), ','::text))::uuid[], '{}'::uuid[])

CREATE OR REPLACE PROCEDURE framework.hide_people(IN target regclass, IN person_column text)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format(
        'create policy hidden_people on %s as restrictive for select to bofast_app'
        ' using (%2$I is null or %2$I not in (select h.person_id from framework.v_hidden_person h))',
        target, person_column);
end
$procedure$

CREATE OR REPLACE FUNCTION framework.hides(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM framework.v_hidden_person h
           WHERE (h.person_id = hides.person))) AS "exists";
END

CREATE OR REPLACE FUNCTION framework.sees_everyone()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (COALESCE(current_setting('bofast.everyone'::text, true), ''::text) = 'on'::text)

CREATE OR REPLACE FUNCTION framework.shelter(people uuid[], because uuid[])
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 WITH added AS (
          INSERT INTO framework.sheltered_person (board_id, area_id, person_id, because_of)  SELECT framework.board_id() AS board_id,
                     (framework.area_ids())[1] AS area_ids,
                     g.person_id,
                     g.because_of
                    FROM UNNEST(shelter.people, shelter.because) g(person_id, because_of) ON CONFLICT DO NOTHING
           RETURNING 1 AS "?column?"
         )
  SELECT count(*) AS count
    FROM added;
END

CREATE OR REPLACE FUNCTION framework.sheltered_people()
 RETURNS TABLE(person_id uuid, because_of uuid)
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT s.person_id,
     s.because_of
    FROM framework.sheltered_person s
   WHERE (s.board_id = framework.board_id());
END

CREATE OR REPLACE FUNCTION framework.unveil(because uuid[], themselves boolean)
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 WITH gone AS (
          DELETE FROM framework.sheltered_person s
           WHERE ((s.board_id = framework.board_id()) AND (s.because_of = ANY (unveil.because)) AND (unveil.themselves OR (s.person_id <> s.because_of)))
           RETURNING 1 AS "?column?"
         )
  SELECT count(*) AS count
    FROM gone;
END

CREATE OR REPLACE PROCEDURE framework.wall(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy board_and_area on %s'
        ' using (board_id = framework.board_id() and area_id = any (framework.area_ids()))'
        ' with check (board_id = framework.board_id() and area_id = any (framework.area_ids()))',
        target);
end
$procedure$

create table framework.pace (
    id text not null,
    state bytea,
    ends bigint,
    constraint pace_pk PRIMARY KEY (id)
);
create table framework.sheltered_person (
    board_id uuid not null,
    area_id uuid not null,
    person_id uuid not null,
    because_of uuid not null,
    constraint sheltered_person_pk PRIMARY KEY (board_id, person_id, because_of)
);
create table framework.spring_session (
    primary_id character(36) not null,
    session_id character(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name character varying(100),
    constraint spring_session_pk PRIMARY KEY (primary_id)
);
create table framework.spring_session_attributes (
    session_primary_id character(36) not null,
    attribute_name character varying(200) not null,
    attribute_bytes bytea not null,
    constraint spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk FOREIGN KEY (session_primary_id) REFERENCES framework.spring_session(primary_id) ON DELETE CASCADE
);
CREATE INDEX pace_ends ON framework.pace USING btree (ends);
CREATE INDEX sheltered_person_because ON framework.sheltered_person USING btree (board_id, because_of);
CREATE UNIQUE INDEX spring_session_ix1 ON framework.spring_session USING btree (session_id);
CREATE INDEX spring_session_ix2 ON framework.spring_session USING btree (expiry_time);
CREATE INDEX spring_session_ix3 ON framework.spring_session USING btree (principal_name);
create policy belongs_to_no_board on framework.pace using (true) with check (true);
create policy board_and_area on framework.sheltered_person using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create view framework.v_hidden_person with (security_invoker=true) as
 SELECT board_id,
    person_id
   FROM framework.sheltered_person s
  WHERE board_id = framework.board_id() AND NOT framework.sees_everyone() AND (because_of <> ALL (framework.entrusted_ids()));
grant delete, insert, select, update on framework.pace to bofast_app;
grant delete, insert, select on framework.sheltered_person to bofast_app;
grant delete, insert, select, update on framework.spring_session to bofast_app;
grant delete, insert, select, update on framework.spring_session_attributes to bofast_app;
grant select on framework.v_hidden_person to bofast_app;

-- intake
CREATE OR REPLACE FUNCTION intake.hidden_questions()
 RETURNS TABLE(signal_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
BEGIN ATOMIC
 SELECT q.signal_id
    FROM (framework.v_hidden_person h
      JOIN intake.v_question q ON (((q.board_id = h.board_id) AND (q.person_id = h.person_id))));
END

create table intake.candidate (
    board_id uuid not null,
    area_id uuid not null,
    signal_id uuid not null,
    person_id uuid not null,
    score integer not null,
    reason text not null,
    constraint candidate_pk PRIMARY KEY (board_id, signal_id, person_id),
    constraint candidate_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint candidate_signal_fk FOREIGN KEY (board_id, signal_id) REFERENCES intake.signal(board_id, id)
);
create table intake.routing_rule (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    position integer not null,
    name text not null,
    signal_kind text,
    with_children boolean,
    age_from integer,
    age_to integer,
    postal_prefix text,
    unit_id uuid not null,
    account_id uuid,
    start_on date not null,
    end_on date,
    constraint routing_rule_pk PRIMARY KEY (board_id, id),
    constraint routing_rule_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint routing_rule_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id)
);
create table intake.signal (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    kind text not null,
    source text not null,
    channel text not null,
    landlord_id uuid,
    sender_name text,
    sender_reference text,
    fingerprint text not null,
    content_hash text not null,
    identity_hash text not null,
    issued_on date,
    earlier_id uuid,
    upload_id uuid,
    upload_row integer,
    person_id uuid,
    written_name text,
    written_number text,
    written_birth_on date,
    written_phone text,
    street text,
    apartment text,
    postal_code text,
    city text,
    address_key text,
    rooms integer,
    children integer,
    reason text,
    note text,
    match_state text not null,
    match_score integer,
    match_reason text,
    known text not null,
    known_unit_id uuid,
    unit_id uuid,
    responsible_id uuid,
    routed_by text,
    received_at timestamp with time zone not null,
    registered_at timestamp with time zone not null,
    registered_by uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    constraint signal_pk PRIMARY KEY (board_id, id),
    constraint signal_earlier_fk FOREIGN KEY (board_id, earlier_id) REFERENCES intake.signal(board_id, id) ON DELETE SET NULL (earlier_id),
    constraint signal_known_unit_fk FOREIGN KEY (board_id, known_unit_id) REFERENCES access.unit(board_id, id),
    constraint signal_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint signal_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint signal_responsible_fk FOREIGN KEY (responsible_id) REFERENCES access.account(id),
    constraint signal_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint signal_channel_known CHECK ((channel = ANY (ARRAY['REGISTERED_MAIL'::text, 'MAIL'::text, 'EMAIL'::text, 'PHONE'::text, 'VISIT'::text, 'FILE'::text, 'DOOR'::text, 'SECURE_MAIL'::text, 'OTHER'::text]))),
    constraint signal_children_few CHECK (((children >= 0) AND (children <= 20))),
    constraint signal_kind_known CHECK ((kind = ANY (ARRAY['RENT_ARREARS'::text, 'DISTURBANCE'::text, 'TERMINATION'::text, 'PAYMENT_ORDER'::text, 'EVICTION_DATE'::text, 'OWN_OBSERVATION'::text, 'OWN_CALL'::text, 'NEIGHBOUR'::text, 'SETTLED'::text, 'WITHDRAWN'::text]))),
    constraint signal_known_known CHECK ((known = ANY (ARRAY['ACTIVE'::text, 'FORMERLY'::text, 'UNKNOWN'::text]))),
    constraint signal_match_state_known CHECK ((match_state = ANY (ARRAY['MATCHED'::text, 'CREATED'::text, 'ASKED'::text, 'UNKNOWN_AT_ADDRESS'::text]))),
    constraint signal_reason_known CHECK ((reason = ANY (ARRAY['RENT_DEBT'::text, 'LATE_RENT'::text, 'DISTURBANCE'::text, 'NEGLECT'::text, 'SUBLETTING'::text, 'CRIME'::text, 'LEASE_ENDS'::text, 'OTHER'::text]))),
    constraint signal_source_known CHECK ((source = ANY (ARRAY['LANDLORD'::text, 'ENFORCEMENT_AUTHORITY'::text, 'NEIGHBOUR'::text, 'OWN_UNIT'::text, 'THE_PERSON'::text, 'OTHER_AUTHORITY'::text, 'OTHER'::text]))),
    constraint signal_withdrawn_says_why CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);
create table intake.signal_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    signal_id uuid not null,
    kind text not null,
    ordinal integer not null,
    fact_on date,
    amount_ore bigint,
    yes boolean,
    count integer,
    code text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint signal_fact_pk PRIMARY KEY (board_id, id),
    constraint signal_fact_signal_fk FOREIGN KEY (board_id, signal_id) REFERENCES intake.signal(board_id, id),
    constraint signal_fact_one_value CHECK ((num_nonnulls(fact_on, amount_ore, yes, count, code) <= 1))
);
CREATE INDEX candidate_person ON intake.candidate USING btree (board_id, person_id);
CREATE INDEX routing_rule_account ON intake.routing_rule USING btree (account_id);
CREATE INDEX routing_rule_order ON intake.routing_rule USING btree (board_id, "position");
CREATE INDEX routing_rule_unit ON intake.routing_rule USING btree (board_id, unit_id);
CREATE INDEX signal_address ON intake.signal USING btree (board_id, address_key);
CREATE INDEX signal_asked ON intake.signal USING btree (board_id, received_at, id) WHERE ((match_state = 'ASKED'::text) AND (withdrawn_at IS NULL));
CREATE INDEX signal_by_landlord ON intake.signal USING btree (board_id, landlord_id, received_at DESC, id DESC);
CREATE UNIQUE INDEX signal_content_once ON intake.signal USING btree (board_id, area_id, fingerprint, content_hash) WHERE (withdrawn_at IS NULL);
CREATE INDEX signal_earlier ON intake.signal USING btree (board_id, earlier_id);
CREATE UNIQUE INDEX signal_fact_current ON intake.signal_fact USING btree (board_id, signal_id, kind, ordinal) WHERE (superseded_at IS NULL);
CREATE INDEX signal_fact_signal ON intake.signal_fact USING btree (board_id, signal_id);
CREATE INDEX signal_identity ON intake.signal USING btree (board_id, identity_hash);
CREATE INDEX signal_known_unit ON intake.signal USING btree (board_id, known_unit_id);
CREATE INDEX signal_person ON intake.signal USING btree (board_id, person_id);
CREATE INDEX signal_received ON intake.signal USING btree (board_id, received_at DESC, id DESC);
CREATE INDEX signal_reference ON intake.signal USING btree (board_id, sender_reference) WHERE (sender_reference IS NOT NULL);
CREATE INDEX signal_responsible ON intake.signal USING btree (responsible_id);
CREATE INDEX signal_unit ON intake.signal USING btree (board_id, unit_id);
CREATE INDEX signal_upload ON intake.signal USING btree (board_id, upload_id, upload_row);
create policy board_and_area on intake.candidate using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on intake.routing_rule using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on intake.signal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on intake.signal as restrictive for delete using ((id IN ( SELECT audit.decided('SIGNAL'::text) AS decided)));
create policy hidden_people on intake.signal as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy hidden_questions on intake.signal as restrictive for select to bofast_app using (((match_state <> 'ASKED'::text) OR (NOT (id IN ( SELECT c.signal_id
   FROM (framework.v_hidden_person h
     JOIN intake.candidate c ON (((c.board_id = h.board_id) AND (c.person_id = h.person_id)))))))));
create policy board_and_area on intake.signal_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on intake.signal_fact as restrictive for delete using ((signal_id IN ( SELECT audit.decided('SIGNAL'::text) AS decided)));
create view intake.v_candidate with (security_invoker=true) as
 SELECT board_id,
    area_id,
    signal_id,
    person_id
   FROM intake.candidate;
create view intake.v_kept_signal with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS signal_id,
    person_id,
    unit_id,
    upload_id,
    written_birth_on,
    written_number,
    match_state = 'ASKED'::text AND withdrawn_at IS NULL AS asked
   FROM intake.signal;
create view intake.v_note with (security_invoker=true) as
 SELECT signal.board_id,
    signal.area_id,
    signal.id AS signal_id,
    signal.person_id,
    framework.day_of(GREATEST(signal.received_at, signal.registered_at, signal.withdrawn_at)) AS noted_on
   FROM intake.signal
UNION ALL
 SELECT f.board_id,
    f.area_id,
    f.signal_id,
    s.person_id,
    framework.day_of(GREATEST(f.recorded_at, f.superseded_at)) AS noted_on
   FROM intake.signal_fact f
     JOIN intake.signal s ON s.board_id = f.board_id AND s.id = f.signal_id
UNION ALL
 SELECT c.board_id,
    c.area_id,
    c.signal_id,
    c.person_id,
    framework.day_of(s.registered_at) AS noted_on
   FROM intake.candidate c
     JOIN intake.signal s ON s.board_id = c.board_id AND s.id = c.signal_id;
create view intake.v_question with (security_invoker=true) as
 SELECT c.board_id,
    c.signal_id,
    c.person_id
   FROM intake.candidate c
     JOIN intake.signal s ON s.board_id = c.board_id AND s.id = c.signal_id
  WHERE s.match_state = 'ASKED'::text AND s.withdrawn_at IS NULL;
create view intake.v_signal with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS signal_id,
    kind,
    source,
    channel,
    landlord_id,
    sender_name,
    sender_reference,
    identity_hash,
    issued_on,
    earlier_id,
    upload_id,
    person_id,
    street,
    apartment,
    postal_code,
    city,
    address_key,
    rooms,
    children,
    reason,
    match_state,
    known,
    known_unit_id,
    unit_id,
    responsible_id,
    received_at,
    registered_at
   FROM intake.signal s
  WHERE withdrawn_at IS NULL;
create view intake.v_signal_fact with (security_invoker=true) as
 SELECT board_id,
    signal_id,
    kind,
    ordinal,
    fact_on,
    amount_ore,
    yes,
    count,
    code,
    recorded_at
   FROM intake.signal_fact f
  WHERE superseded_at IS NULL AND num_nonnulls(fact_on, amount_ore, yes, count, code) = 1;
create view intake.v_signal_fact_history with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id,
    signal_id,
    kind,
    ordinal,
    fact_on,
    amount_ore,
    yes,
    count,
    code,
    recorded_at,
    recorded_by,
    superseded_at,
    reason
   FROM intake.signal_fact;
grant delete, insert, select on intake.candidate to bofast_app;
grant insert, select, update on intake.routing_rule to bofast_app;
grant delete, insert, select on intake.signal to bofast_app;
grant delete, insert, select on intake.signal_fact to bofast_app;
grant select on intake.v_candidate to bofast_app;
grant select on intake.v_kept_signal to bofast_app;
grant select on intake.v_note to bofast_app;
grant select on intake.v_question to bofast_app;
grant select on intake.v_signal to bofast_app;
grant select on intake.v_signal_fact to bofast_app;
grant select on intake.v_signal_fact_history to bofast_app;
grant update (person_id, match_state, match_score, match_reason, known, known_unit_id, unit_id, responsible_id, routed_by, withdrawn_at, withdrawn_reason) on intake.signal to bofast_app;
grant update (superseded_at) on intake.signal_fact to bofast_app;

-- job
CREATE OR REPLACE FUNCTION job.boards_with_work(now timestamp with time zone)
 RETURNS TABLE(board_id uuid, area_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT DISTINCT j.board_id,
     j.area_id
    FROM job.job j
   WHERE ((j.run_after <= boards_with_work.now) AND ((j.state = 'WAITING'::text) OR ((j.state = 'RUNNING'::text) AND (j.leased_until < boards_with_work.now))));
END

CREATE OR REPLACE PROCEDURE job.erase_mentions(IN ids uuid[])
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM job.job j
   WHERE ((j.board_id = framework.board_id()) AND (j.state = ANY (ARRAY['DONE'::text, 'FAILED'::text])) AND (EXISTS ( SELECT
            FROM (unnest(erase_mentions.ids) i(id)
              JOIN audit.v_decided v ON ((v.subject_id = i.id)))
           WHERE (POSITION(((i.id)::text) IN ((j.payload)::text)) > 0))));
END

create table job.job (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    kind text not null,
    payload jsonb not null,
    state text not null,
    account_id uuid,
    created_at timestamp with time zone not null,
    run_after timestamp with time zone not null,
    attempts integer not null,
    leased_until timestamp with time zone,
    lease uuid,
    done_steps bigint not null,
    all_steps bigint,
    finished_at timestamp with time zone,
    problem text,
    constraint job_pk PRIMARY KEY (board_id, id),
    constraint job_state_known CHECK ((state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text, 'DONE'::text, 'FAILED'::text]))),
    constraint job_steps_count_up CHECK (((done_steps >= 0) AND ((all_steps IS NULL) OR (all_steps >= 0))))
);
CREATE INDEX job_recent ON job.job USING btree (board_id, kind, id DESC);
CREATE INDEX job_waiting ON job.job USING btree (board_id, run_after) WHERE (state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text]));
create policy board_and_area on job.job using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy the_runner_looks_for_work on job.job for select to bofast_owner using (true);
grant insert, select, update on job.job to bofast_app;

-- letter
create table letter.file_fetch (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    file_id uuid not null,
    fetched_at timestamp with time zone not null,
    fetched_by uuid,
    constraint file_fetch_pk PRIMARY KEY (board_id, id),
    constraint file_fetch_file_fk FOREIGN KEY (board_id, file_id) REFERENCES letter.stored_file(board_id, id)
);
create table letter.letter (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    template text not null,
    template_version integer,
    language text,
    receiver text not null,
    matter_kind text not null,
    matter_id uuid not null,
    person_id uuid,
    landlord_id uuid,
    written_on date not null,
    run_id uuid,
    run_ordinal integer,
    file_id uuid,
    first_page integer,
    state text not null,
    reason text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint letter_pk PRIMARY KEY (board_id, id),
    constraint letter_file_fk FOREIGN KEY (board_id, file_id) REFERENCES letter.stored_file(board_id, id),
    constraint letter_run_fk FOREIGN KEY (board_id, run_id) REFERENCES letter.print_run(board_id, id),
    constraint letter_made_has_its_file CHECK (((state = ANY (ARRAY['ORDERED'::text, 'STOPPED'::text])) OR ((file_id IS NOT NULL) AND (template_version IS NOT NULL) AND (first_page IS NOT NULL)))),
    constraint letter_of_a_run_has_its_place CHECK (((run_id IS NULL) = (run_ordinal IS NULL))),
    constraint letter_ordered_in_a_run CHECK (((state <> 'ORDERED'::text) OR (run_id IS NOT NULL))),
    constraint letter_reason_known CHECK ((reason = ANY (ARRAY['PROTECTED'::text, 'UNKNOWN_PERSON'::text, 'NO_ADDRESS'::text, 'NO_FREE_SLOT'::text, 'ALREADY_BOOKED'::text, 'ALREADY_INVITED'::text, 'SETTLED'::text, 'CLOSED'::text, 'UNPRINTABLE'::text, 'MISTAKE'::text]))),
    constraint letter_receiver_known CHECK ((receiver = ANY (ARRAY['PERSON'::text, 'LANDLORD'::text, 'ENFORCEMENT'::text]))),
    constraint letter_state_known CHECK ((state = ANY (ARRAY['ORDERED'::text, 'MADE'::text, 'SENT'::text, 'RETURNED'::text, 'STOPPED'::text]))),
    constraint letter_stopped_says_why CHECK (((state = 'STOPPED'::text) = (reason IS NOT NULL))),
    constraint letter_template_known CHECK ((template = ANY (ARRAY['INVITATION'::text, 'REMINDER'::text, 'LANDLORD_RECEIPT'::text, 'EVICTION_CONFIRMATION'::text, 'EVICTION_CONFIRMATION_COPY'::text, 'PAYMENT_UNDERTAKING'::text])))
);
create table letter.letter_event (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    letter_id uuid not null,
    ordinal integer not null,
    state text not null,
    reason text,
    happened_on date not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint letter_event_in_order UNIQUE (board_id, letter_id, ordinal),
    constraint letter_event_pk PRIMARY KEY (board_id, id),
    constraint letter_event_letter_fk FOREIGN KEY (board_id, letter_id) REFERENCES letter.letter(board_id, id),
    constraint letter_event_state_known CHECK ((state = ANY (ARRAY['ORDERED'::text, 'MADE'::text, 'SENT'::text, 'RETURNED'::text, 'STOPPED'::text])))
);
create table letter.print_run (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    template text not null,
    earliest_on date not null,
    ordered_at timestamp with time zone not null,
    ordered_by uuid not null,
    job_id uuid not null,
    finished_at timestamp with time zone,
    constraint print_run_pk PRIMARY KEY (board_id, id),
    constraint print_run_template_known CHECK ((template = 'INVITATION'::text))
);
create table letter.run_file (
    board_id uuid not null,
    area_id uuid not null,
    run_id uuid not null,
    ordinal integer not null,
    file_id uuid not null,
    letters integer not null,
    constraint run_file_pk PRIMARY KEY (board_id, run_id, ordinal),
    constraint run_file_file_fk FOREIGN KEY (board_id, file_id) REFERENCES letter.stored_file(board_id, id),
    constraint run_file_run_fk FOREIGN KEY (board_id, run_id) REFERENCES letter.print_run(board_id, id),
    constraint run_file_has_letters CHECK ((letters > 0))
);
create table letter.sender (
    board_id uuid not null,
    area_id uuid not null,
    municipality text not null,
    unit text not null,
    board text not null,
    contact_function text not null,
    phone text not null,
    phone_from text not null,
    phone_to text not null,
    email text not null,
    visiting_address text not null,
    return_address text not null,
    answer_page text not null,
    enforcement_address text,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint sender_pk PRIMARY KEY (board_id, area_id),
    constraint sender_answer_page_is_safe CHECK ((answer_page ~ '^https://[^?#]+$'::text)),
    constraint sender_phone_from_is_a_time CHECK ((phone_from ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
    constraint sender_phone_to_is_a_time CHECK ((phone_to ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
    constraint sender_return_address_is_neutral CHECK (((POSITION((board) IN (return_address)) = 0) AND (POSITION((unit) IN (return_address)) = 0)))
);
create table letter.stored_file (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    sha256 text not null,
    size integer not null,
    content_type text not null,
    pages integer not null,
    content bytea not null,
    made_at timestamp with time zone not null,
    made_by uuid,
    constraint stored_file_pk PRIMARY KEY (board_id, id),
    constraint stored_file_not_too_large CHECK ((size <= 33554432)),
    constraint stored_file_pages_of_a_pdf CHECK ((((content_type = 'application/pdf'::text) = (pages > 0)) AND (pages >= 0))),
    constraint stored_file_sha256_shape CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    constraint stored_file_size_true CHECK ((size = octet_length(content))),
    constraint stored_file_type_known CHECK ((content_type = ANY (ARRAY['application/pdf'::text, 'application/zip'::text, 'application/xml'::text, 'image/jpeg'::text])))
);
CREATE INDEX file_fetch_file ON letter.file_fetch USING btree (board_id, file_id, fetched_at);
CREATE INDEX letter_file ON letter.letter USING btree (board_id, file_id);
CREATE INDEX letter_landlord ON letter.letter USING btree (board_id, landlord_id);
CREATE INDEX letter_matter ON letter.letter USING btree (board_id, matter_id, recorded_at DESC);
CREATE UNIQUE INDEX letter_ordered_once ON letter.letter USING btree (board_id, matter_id, template) WHERE (state = 'ORDERED'::text);
CREATE INDEX letter_person ON letter.letter USING btree (board_id, person_id);
CREATE UNIQUE INDEX letter_place_in_run ON letter.letter USING btree (board_id, run_id, run_ordinal) WHERE (run_id IS NOT NULL);
CREATE INDEX letter_run ON letter.letter USING btree (board_id, run_id);
CREATE INDEX print_run_latest ON letter.print_run USING btree (board_id, ordered_at DESC, id DESC);
CREATE UNIQUE INDEX run_file_file ON letter.run_file USING btree (board_id, file_id);
create policy board_and_area on letter.file_fetch using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on letter.file_fetch as restrictive for delete using ((NOT (EXISTS ( SELECT
   FROM letter.letter l
  WHERE ((l.board_id = file_fetch.board_id) AND (l.file_id = file_fetch.file_id))))));
create policy board_and_area on letter.letter using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on letter.letter as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on letter.letter as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on letter.letter_event using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on letter.letter_event as restrictive for delete using ((EXISTS ( SELECT
   FROM letter.letter l
  WHERE ((l.board_id = letter_event.board_id) AND (l.id = letter_event.letter_id) AND ((l.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (l.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on letter.print_run using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on letter.run_file using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on letter.run_file as restrictive for delete using ((NOT (EXISTS ( SELECT
   FROM letter.letter l
  WHERE ((l.board_id = run_file.board_id) AND (l.file_id = run_file.file_id))))));
create policy board_and_area on letter.sender using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on letter.stored_file using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on letter.stored_file as restrictive for delete using ((NOT (EXISTS ( SELECT
   FROM letter.letter l
  WHERE ((l.board_id = stored_file.board_id) AND (l.file_id = stored_file.id))))));
create view letter.v_letter with (security_invoker=true) as
 SELECT l.board_id,
    l.area_id,
    l.id AS letter_id,
    l.template,
    l.template_version,
    l.language,
    l.receiver,
    l.matter_kind,
    l.matter_id,
    l.person_id,
    l.landlord_id,
    l.written_on,
    l.run_id,
    l.state,
    l.reason,
    l.recorded_at,
        CASE
            WHEN l.state = ANY (ARRAY['SENT'::text, 'RETURNED'::text]) THEN s.sent_on
            ELSE NULL::date
        END AS sent_on,
        CASE
            WHEN l.state = 'RETURNED'::text THEN r.returned_on
            ELSE NULL::date
        END AS returned_on
   FROM letter.letter l
     LEFT JOIN LATERAL ( SELECT max(e.happened_on) AS sent_on
           FROM letter.letter_event e
          WHERE e.board_id = l.board_id AND e.letter_id = l.id AND e.state = 'SENT'::text) s ON true
     LEFT JOIN LATERAL ( SELECT max(e.happened_on) AS returned_on
           FROM letter.letter_event e
          WHERE e.board_id = l.board_id AND e.letter_id = l.id AND e.state = 'RETURNED'::text) r ON true;
create view letter.v_letter_event with (security_invoker=true) as
 SELECT board_id,
    area_id,
    letter_id,
    ordinal,
    state,
    reason,
    happened_on,
    recorded_at
   FROM letter.letter_event;
create view letter.v_note with (security_invoker=true) as
 SELECT letter.board_id,
    letter.area_id,
    letter.person_id,
    letter.matter_id,
    framework.day_of(letter.recorded_at) AS noted_on
   FROM letter.letter
UNION ALL
 SELECT l.board_id,
    l.area_id,
    l.person_id,
    l.matter_id,
    GREATEST(framework.day_of(e.recorded_at), e.happened_on) AS noted_on
   FROM letter.letter_event e
     JOIN letter.letter l ON l.board_id = e.board_id AND l.id = e.letter_id;
grant delete, insert, select on letter.file_fetch to bofast_app;
grant delete, insert, select on letter.letter to bofast_app;
grant delete, insert, select on letter.letter_event to bofast_app;
grant insert, select on letter.print_run to bofast_app;
grant delete, insert, select on letter.run_file to bofast_app;
grant insert, select, update on letter.sender to bofast_app;
grant delete, insert, select on letter.stored_file to bofast_app;
grant select on letter.v_letter to bofast_app;
grant select on letter.v_letter_event to bofast_app;
grant select on letter.v_note to bofast_app;
grant update (file_id) on letter.file_fetch to bofast_app;
grant update (template_version, language, written_on, file_id, first_page, state, reason) on letter.letter to bofast_app;
grant update (finished_at) on letter.print_run to bofast_app;
grant update (file_id, letters) on letter.run_file to bofast_app;

-- page
CREATE OR REPLACE PROCEDURE page.erase_mentions(IN ids uuid[], IN before timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM page.draft d
   WHERE ((d.board_id = framework.board_id()) AND (EXISTS ( SELECT
            FROM (unnest(erase_mentions.ids) i(id)
              JOIN audit.v_decided v ON ((v.subject_id = i.id)))
           WHERE (POSITION(((i.id)::text) IN (concat_ws(' '::text, d.form, d.page, d.title, d.fields))) > 0))));
 DELETE FROM page.remembered_filter f
   WHERE ((f.board_id = framework.board_id()) AND (EXISTS ( SELECT
            FROM (unnest(erase_mentions.ids) i(id)
              JOIN audit.v_decided v ON ((v.subject_id = i.id)))
           WHERE (POSITION(((i.id)::text) IN (f.query)) > 0))));
 DELETE FROM page.command c
   WHERE ((c.board_id = framework.board_id()) AND (EXISTS ( SELECT
            FROM (unnest(erase_mentions.ids) i(id)
              JOIN audit.v_decided v ON ((v.subject_id = i.id)))
           WHERE (POSITION(((i.id)::text) IN (c.result)) > 0))));
 DELETE FROM page.search s
   WHERE ((s.board_id = framework.board_id()) AND (s.at < erase_mentions.before));
END

create table page.command (
    board_id uuid not null,
    area_id uuid not null,
    account_id uuid not null,
    action text not null,
    key uuid not null,
    result text not null,
    at timestamp with time zone not null,
    constraint command_pk PRIMARY KEY (board_id, account_id, action, key)
);
create table page.draft (
    board_id uuid not null,
    area_id uuid not null,
    account_id uuid not null,
    form text not null,
    saved_at timestamp with time zone not null,
    page text,
    title text not null,
    command_key uuid not null,
    fields text not null,
    constraint draft_pk PRIMARY KEY (board_id, account_id, form)
);
create table page.remembered_filter (
    board_id uuid not null,
    area_id uuid not null,
    account_id uuid not null,
    list text not null,
    query text not null,
    saved_at timestamp with time zone not null,
    constraint remembered_filter_pk PRIMARY KEY (board_id, account_id, list)
);
create table page.search (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    words text not null,
    at timestamp with time zone not null,
    constraint search_pk PRIMARY KEY (board_id, id)
);
CREATE INDEX command_key_idx ON page.command USING btree (board_id, account_id, key);
create policy board_and_area on page.command using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on page.draft using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy own on page.draft as restrictive to bofast_app using ((account_id = framework.account_id())) with check ((account_id = framework.account_id()));
create policy board_and_area on page.remembered_filter using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on page.search using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy own on page.search as restrictive to bofast_app using ((account_id = framework.account_id())) with check ((account_id = framework.account_id()));
grant insert, select, update on page.command to bofast_app;
grant delete, insert, select, update on page.draft to bofast_app;
grant insert, select, update on page.remembered_filter to bofast_app;
grant delete, insert, select on page.search to bofast_app;

-- person
CREATE OR REPLACE FUNCTION person.consent_must_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
    if not exists (
        select from person.consent c
        where c.board_id = new.board_id and c.id = new.consent_id and c.person_id = new.person_id
          and c.given_on <= new.told_on
          and (c.until_on is null or c.until_on >= new.told_on)
          and (c.withdrawn_on is null or c.withdrawn_on > new.told_on)) then
        raise exception using errcode = 'check_violation', constraint = 'disclosure_consent_holds',
            message = 'the consent does not hold on the day';
    end if;
    return new;
end
$function$

CREATE OR REPLACE FUNCTION person.nobody_stays(household uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (NOT (EXISTS ( SELECT
            FROM person.household_member m
           WHERE ((m.board_id = framework.board_id()) AND (m.household_id = nobody_stays.household) AND (m.person_id IS NOT NULL) AND (NOT (m.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)))))));
END

create table person.address (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    care_of text,
    street text not null,
    apartment text,
    postal_code text,
    city text,
    address_key text not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint address_pk PRIMARY KEY (board_id, id),
    constraint address_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint address_kind_known CHECK ((kind = ANY (ARRAY['HOME'::text, 'POSTAL'::text])))
);
create table person.consent (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    scope text not null,
    counterpart_kind text not null,
    counterpart_id uuid,
    counterpart_name text not null,
    form text not null,
    given_on date not null,
    until_on date,
    withdrawn_on date,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint consent_pk PRIMARY KEY (board_id, id),
    constraint consent_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint consent_counterpart_kind_known CHECK ((counterpart_kind = ANY (ARRAY['LANDLORD'::text, 'AUTHORITY'::text, 'RELATIVE'::text, 'OTHER'::text]))),
    constraint consent_form_known CHECK ((form = ANY (ARRAY['WRITTEN'::text, 'ORAL'::text]))),
    constraint consent_scope_known CHECK ((scope = ANY (ARRAY['CONTACT_ABOUT_DEBT'::text, 'AGREED_STEPS'::text, 'JOINT_VISIT'::text, 'ALL_ABOUT_HOME'::text])))
);
create table person.contact_way (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    value text not null,
    given_by_person boolean not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    ended_at timestamp with time zone,
    constraint contact_way_pk PRIMARY KEY (board_id, id),
    constraint contact_way_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint contact_way_kind_known CHECK ((kind = ANY (ARRAY['PHONE'::text, 'EMAIL'::text])))
);
create table person.disclosure (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid,
    matter_kind text not null,
    matter_id uuid not null,
    counterpart_kind text not null,
    counterpart_id uuid,
    counterpart_name text not null,
    ground text not null,
    consent_id uuid,
    content text not null,
    note text,
    told_at timestamp with time zone not null,
    told_by uuid,
    told_on date,
    constraint disclosure_pk PRIMARY KEY (board_id, id),
    constraint disclosure_consent_fk FOREIGN KEY (board_id, consent_id) REFERENCES person.consent(board_id, id),
    constraint disclosure_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint disclosure_consent_named CHECK (((ground = 'CONSENT'::text) = (consent_id IS NOT NULL))),
    constraint disclosure_counterpart_kind_known CHECK ((counterpart_kind = ANY (ARRAY['LANDLORD'::text, 'AUTHORITY'::text, 'RELATIVE'::text, 'OTHER'::text]))),
    constraint disclosure_ground_known CHECK ((ground = ANY (ARRAY['CONSENT'::text, 'DUTY'::text, 'NECESSARY'::text, 'GENERAL_INFORMATION'::text, 'RECEIPT'::text])))
);
create table person.double_decision (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    pair_id uuid not null,
    decision text not null,
    automatic boolean not null,
    decided_at timestamp with time zone not null,
    decided_by uuid,
    reason text,
    constraint double_decision_pk PRIMARY KEY (board_id, id),
    constraint double_decision_pair_fk FOREIGN KEY (board_id, pair_id) REFERENCES person.double_pair(board_id, id),
    constraint double_decision_apart_has_reason CHECK (((decision <> 'TAKEN_APART'::text) OR (reason IS NOT NULL))),
    constraint double_decision_known CHECK ((decision = ANY (ARRAY['LINKED'::text, 'APART'::text, 'TAKEN_APART'::text])))
);
create table person.double_pair (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    first_id uuid not null,
    second_id uuid not null,
    state text not null,
    weight integer not null,
    findings text not null,
    held text not null,
    version integer not null,
    found_at timestamp with time zone not null,
    search_id uuid not null,
    constraint double_pair_once UNIQUE (board_id, first_id, second_id),
    constraint double_pair_pk PRIMARY KEY (board_id, id),
    constraint double_pair_first_fk FOREIGN KEY (board_id, first_id) REFERENCES person.person(board_id, id),
    constraint double_pair_search_fk FOREIGN KEY (board_id, search_id) REFERENCES person.double_search(board_id, id),
    constraint double_pair_second_fk FOREIGN KEY (board_id, second_id) REFERENCES person.person(board_id, id),
    constraint double_pair_is_two CHECK ((first_id < second_id)),
    constraint double_pair_state_known CHECK ((state = ANY (ARRAY['WAITING'::text, 'LINKED'::text, 'APART'::text, 'LAPSED'::text])))
);
create table person.double_search (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    nightly boolean not null,
    due_at timestamp with time zone not null,
    ordered_by uuid,
    finished_at timestamp with time zone,
    people integer,
    linked integer,
    waiting integer,
    millis bigint,
    constraint double_search_pk PRIMARY KEY (board_id, id),
    constraint double_search_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint double_search_says_what_it_found CHECK ((((finished_at IS NULL) = (people IS NULL)) AND ((people IS NULL) = (linked IS NULL)) AND ((linked IS NULL) = (waiting IS NULL)) AND ((waiting IS NULL) = (millis IS NULL))))
);
create table person.household (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint household_pk PRIMARY KEY (board_id, id),
    constraint household_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id)
);
create table person.household_member (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    household_id uuid not null,
    person_id uuid,
    kind text not null,
    child_stay text,
    birth_year integer,
    start_on date not null,
    end_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint household_member_once_at_a_time EXCLUDE USING gist (board_id WITH =, household_id WITH =, person_id WITH =, period WITH &&) WHERE (((superseded_at IS NULL) AND (person_id IS NOT NULL))),
    constraint household_member_pk PRIMARY KEY (board_id, id),
    constraint household_member_household_fk FOREIGN KEY (board_id, household_id) REFERENCES person.household(board_id, id),
    constraint household_member_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint household_member_child_says_stay CHECK (((kind = 'CHILD'::text) = (child_stay IS NOT NULL))),
    constraint household_member_child_stay_known CHECK ((child_stay = ANY (ARRAY['PERMANENT'::text, 'ALTERNATING'::text, 'VISITING'::text]))),
    constraint household_member_kind_known CHECK ((kind = ANY (ARRAY['ADULT'::text, 'CHILD'::text]))),
    constraint household_member_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
create table person.identity (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    given_name text not null,
    family_name text not null,
    birth_on date,
    sex text,
    number text,
    number_kind text,
    protection text not null,
    sort_name text collate swedish not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    number_from_on date,
    number_until_on date,
    constraint identity_pk PRIMARY KEY (board_id, id),
    constraint identity_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id) DEFERRABLE INITIALLY DEFERRED,
    constraint identity_number_ends_with_the_row CHECK (((number_until_on IS NULL) OR ((number IS NOT NULL) AND (superseded_at IS NOT NULL)))),
    constraint identity_number_has_kind CHECK (((number IS NULL) = (number_kind IS NULL))),
    constraint identity_number_kind_known CHECK ((number_kind = ANY (ARRAY['PERSONAL'::text, 'COORDINATION'::text, 'RESERVE'::text]))),
    constraint identity_number_runs_forward CHECK ((number_until_on >= number_from_on)),
    constraint identity_protection_known CHECK ((protection = ANY (ARRAY['NONE'::text, 'MARKED'::text, 'HIDDEN_REGISTRATION'::text, 'FICTITIOUS'::text]))),
    constraint identity_sex_known CHECK ((sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text])))
);
create table person.name_key (
    board_id uuid not null,
    area_id uuid not null,
    kind text not null,
    key text collate C not null,
    person_id uuid not null,
    constraint name_key_pk PRIMARY KEY (board_id, kind, key, person_id),
    constraint name_key_kind_known CHECK ((kind = ANY (ARRAY['PART'::text, 'SOUND'::text])))
);
create table person.number_counter (
    board_id uuid not null,
    area_id uuid not null,
    series text not null,
    last integer not null,
    constraint number_counter_pk PRIMARY KEY (board_id, area_id, series),
    constraint number_counter_series_known CHECK ((series = ANY (ARRAY['RESERVE_NUMBER'::text, 'WORKING_LABEL'::text])))
);
create table person.person (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    language text not null,
    interpreter boolean not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    working_label text,
    constraint person_pk PRIMARY KEY (board_id, id),
    constraint person_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint person_working_label_says_something CHECK ((working_label ~ '\S'::text))
);
create table person.protection (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    source text not null,
    reason text not null,
    until_on date,
    review_on date,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    constraint protection_pk PRIMARY KEY (board_id, id),
    constraint protection_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint protection_ends_only_if_any CHECK (((kind <> 'NONE'::text) OR (until_on IS NULL))),
    constraint protection_is_reviewed CHECK (((kind = 'NONE'::text) = (review_on IS NULL))),
    constraint protection_kind_known CHECK ((kind = ANY (ARRAY['NONE'::text, 'MARKED'::text, 'HIDDEN_REGISTRATION'::text, 'FICTITIOUS'::text]))),
    constraint protection_says_why CHECK ((reason ~ '\S'::text)),
    constraint protection_source_known CHECK ((source = ANY (ARRAY['POPULATION_REGISTER'::text, 'THE_PERSON'::text, 'OTHER_AUTHORITY'::text, 'OWN_ASSESSMENT'::text])))
);
CREATE INDEX address_by_key ON person.address USING btree (board_id, address_key) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX address_current ON person.address USING btree (board_id, person_id, kind) WHERE (superseded_at IS NULL);
CREATE INDEX address_person ON person.address USING btree (board_id, person_id, recorded_at);
CREATE INDEX consent_person ON person.consent USING btree (board_id, person_id);
CREATE INDEX contact_way_person ON person.contact_way USING btree (board_id, person_id);
CREATE INDEX disclosure_consent ON person.disclosure USING btree (board_id, consent_id);
CREATE INDEX disclosure_counterpart ON person.disclosure USING btree (board_id, counterpart_id, told_at DESC, id DESC) WHERE (counterpart_id IS NOT NULL);
CREATE INDEX disclosure_matter ON person.disclosure USING btree (board_id, matter_id);
CREATE INDEX disclosure_person ON person.disclosure USING btree (board_id, person_id);
CREATE INDEX double_decision_pair ON person.double_decision USING btree (board_id, pair_id, decided_at);
CREATE INDEX double_pair_search ON person.double_pair USING btree (board_id, search_id);
CREATE INDEX double_pair_second ON person.double_pair USING btree (board_id, second_id);
CREATE INDEX double_pair_state ON person.double_pair USING btree (board_id, state, weight DESC, id);
CREATE INDEX double_search_area ON person.double_search USING btree (board_id, area_id);
CREATE INDEX double_search_due ON person.double_search USING btree (board_id, due_at);
CREATE INDEX household_area ON person.household USING btree (board_id, area_id);
CREATE UNIQUE INDEX household_member_current ON person.household_member USING btree (board_id, member_id) WHERE (superseded_at IS NULL);
CREATE INDEX household_member_household ON person.household_member USING btree (board_id, household_id);
CREATE INDEX household_member_now ON person.household_member USING btree (board_id, person_id) INCLUDE (household_id, start_on, end_on, area_id) WHERE (superseded_at IS NULL);
CREATE INDEX household_member_person ON person.household_member USING btree (board_id, person_id);
CREATE INDEX identity_birth ON person.identity USING btree (board_id, birth_on) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX identity_current ON person.identity USING btree (board_id, person_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX identity_number ON person.identity USING btree (board_id, area_id, number) WHERE ((number IS NOT NULL) AND ((superseded_at IS NULL) OR (number_until_on IS NOT NULL)));
CREATE INDEX identity_person ON person.identity USING btree (board_id, person_id, recorded_at);
CREATE INDEX identity_sort_name ON person.identity USING btree (board_id, sort_name, person_id) WHERE (superseded_at IS NULL);
CREATE INDEX name_key_person ON person.name_key USING btree (board_id, person_id);
CREATE INDEX person_area ON person.person USING btree (board_id, area_id);
CREATE UNIQUE INDEX person_working_label ON person.person USING btree (board_id, area_id, working_label) WHERE (working_label IS NOT NULL);
CREATE UNIQUE INDEX protection_current ON person.protection USING btree (board_id, person_id) WHERE (superseded_at IS NULL);
CREATE INDEX protection_person ON person.protection USING btree (board_id, person_id, recorded_at);
create policy board_and_area on person.address using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.address as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on person.address as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.consent using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.consent as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on person.consent as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.contact_way using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.contact_way as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on person.contact_way as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.disclosure using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.disclosure as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on person.disclosure as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.double_decision using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.double_decision as restrictive for delete using ((EXISTS ( SELECT
   FROM person.double_pair p
  WHERE ((p.board_id = double_decision.board_id) AND (p.id = double_decision.pair_id) AND ((p.first_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (p.second_id IN ( SELECT audit.decided('PERSON'::text) AS decided)))))));
create policy board_and_area on person.double_pair using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.double_pair as restrictive for delete using (((first_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (second_id IN ( SELECT audit.decided('PERSON'::text) AS decided))));
create policy hidden_people on person.double_pair as restrictive for select to bofast_app using (((first_id IS NULL) OR (NOT (first_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy hidden_second on person.double_pair as restrictive for select to bofast_app using ((NOT (second_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h))));
create policy board_and_area on person.double_search using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.household using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.household as restrictive for delete using ((NOT (EXISTS ( SELECT
   FROM person.household_member m
  WHERE ((m.board_id = household.board_id) AND (m.household_id = household.id))))));
create policy board_and_area on person.household_member using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.household_member as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR ((person_id IS NULL) AND person.nobody_stays(household_id))));
create policy hidden_people on person.household_member as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.identity using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.identity as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on person.identity as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.name_key using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy hidden_people on person.name_key as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.number_counter using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.person using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.person as restrictive for delete using ((id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on person.person as restrictive for select to bofast_app using (((id IS NULL) OR (NOT (id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on person.protection using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on person.protection as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on person.protection as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create view person.v_address with (security_invoker=true) as
 SELECT a.board_id,
    a.person_id,
    a.kind,
    a.care_of,
    a.street,
    a.apartment,
    a.postal_code,
    a.city,
    a.address_key
   FROM person.address a
     JOIN person.identity i ON i.board_id = a.board_id AND i.person_id = a.person_id AND i.superseded_at IS NULL
  WHERE a.superseded_at IS NULL AND i.protection = 'NONE'::text;
create view person.v_consent with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id,
    person_id,
    scope,
    counterpart_kind,
    counterpart_id,
    counterpart_name,
    form,
    given_on,
    until_on,
    withdrawn_on,
    recorded_at,
    recorded_by
   FROM person.consent;
create view person.v_disclosure with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id,
    person_id,
    matter_kind,
    matter_id,
    counterpart_kind,
    counterpart_id,
    counterpart_name,
    ground,
    consent_id,
    content,
    note,
    told_at,
    told_by
   FROM person.disclosure;
create view person.v_held_number with (security_invoker=true) as
 SELECT board_id,
    area_id,
    person_id,
    number,
    number_kind,
    superseded_at IS NULL AS current
   FROM person.identity
  WHERE number IS NOT NULL AND (superseded_at IS NULL OR number_until_on IS NOT NULL);
create view person.v_household_member with (security_invoker=true) as
 SELECT board_id,
    area_id,
    member_id,
    household_id,
    person_id,
    kind,
    child_stay,
    birth_year,
    start_on,
    end_on,
    period
   FROM person.household_member
  WHERE superseded_at IS NULL;
create view person.v_household_member_history with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id,
    member_id,
    household_id,
    person_id,
    kind,
    child_stay,
    birth_year,
    start_on,
    end_on,
    period,
    recorded_at,
    recorded_by,
    superseded_at,
    reason
   FROM person.household_member;
create view person.v_identity_history with (security_invoker=true) as
 SELECT board_id,
    area_id,
    person_id,
    birth_on,
    sex,
    protection,
    recorded_at,
    superseded_at
   FROM person.identity;
create view person.v_match_key with (security_invoker=true) as
 SELECT i.board_id,
    i.area_id,
    i.person_id,
    i.number,
    i.birth_on,
    i.protection,
    a.address_key
   FROM person.identity i
     LEFT JOIN person.address a ON a.board_id = i.board_id AND a.person_id = i.person_id AND a.kind = 'HOME'::text AND a.superseded_at IS NULL
  WHERE i.superseded_at IS NULL;
create view person.v_name_key with (security_invoker=true) as
 SELECT board_id,
    kind,
    key,
    person_id
   FROM person.name_key;
create view person.v_note with (security_invoker=true) as
 SELECT person.board_id,
    person.area_id,
    person.id AS person_id,
    NULL::uuid AS matter_id,
    framework.day_of(person.created_at) AS noted_on
   FROM person.person
UNION ALL
 SELECT identity.board_id,
    identity.area_id,
    identity.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(GREATEST(identity.recorded_at, identity.superseded_at)) AS noted_on
   FROM person.identity
UNION ALL
 SELECT address.board_id,
    address.area_id,
    address.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(GREATEST(address.recorded_at, address.superseded_at)) AS noted_on
   FROM person.address
UNION ALL
 SELECT contact_way.board_id,
    contact_way.area_id,
    contact_way.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(GREATEST(contact_way.recorded_at, contact_way.ended_at)) AS noted_on
   FROM person.contact_way
UNION ALL
 SELECT household_member.board_id,
    household_member.area_id,
    household_member.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(GREATEST(household_member.recorded_at, household_member.superseded_at)), household_member.end_on) AS noted_on
   FROM person.household_member
  WHERE household_member.person_id IS NOT NULL
UNION ALL
 SELECT consent.board_id,
    consent.area_id,
    consent.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(consent.recorded_at), consent.withdrawn_on, consent.until_on) AS noted_on
   FROM person.consent
UNION ALL
 SELECT disclosure.board_id,
    disclosure.area_id,
    disclosure.person_id,
    disclosure.matter_id,
    framework.day_of(disclosure.told_at) AS noted_on
   FROM person.disclosure;
create view person.v_person with (security_invoker=true) as
 SELECT p.board_id,
    p.area_id,
    p.id AS person_id,
    p.language,
    p.interpreter,
    i.birth_on,
    i.sex,
    i.protection,
    i.protection <> 'NONE'::text AS protected,
        CASE
            WHEN i.protection = 'NONE'::text THEN i.given_name
            ELSE NULL::text
        END AS given_name,
        CASE
            WHEN i.protection = 'NONE'::text THEN i.family_name
            ELSE NULL::text
        END AS family_name,
        CASE
            WHEN i.protection = 'NONE'::text THEN i.sort_name
            ELSE NULL::text
        END AS sort_name,
        CASE
            WHEN i.protection = 'NONE'::text THEN i.number
            ELSE NULL::text
        END AS number,
        CASE
            WHEN i.protection = 'NONE'::text THEN p.working_label
            ELSE NULL::text
        END AS working_label
   FROM person.person p
     JOIN person.identity i ON i.board_id = p.board_id AND i.person_id = p.id AND i.superseded_at IS NULL;
create view person.v_same_person with (security_invoker=true) as
 WITH RECURSIVE edge AS (
         SELECT double_pair.board_id,
            double_pair.first_id AS a,
            double_pair.second_id AS b
           FROM person.double_pair
          WHERE double_pair.state = 'LINKED'::text
        UNION ALL
         SELECT double_pair.board_id,
            double_pair.second_id,
            double_pair.first_id
           FROM person.double_pair
          WHERE double_pair.state = 'LINKED'::text
        ), same AS (
         SELECT edge.board_id,
            edge.a AS person_id,
            edge.b AS same_id
           FROM edge
        UNION
         SELECT s.board_id,
            s.person_id,
            e.b
           FROM same s
             JOIN edge e ON e.board_id = s.board_id AND e.a = s.same_id AND e.b <> s.person_id
        )
 SELECT board_id,
    person_id,
    same_id
   FROM same;
grant delete, insert, select on person.address to bofast_app;
grant delete, insert, select on person.consent to bofast_app;
grant delete, insert, select on person.contact_way to bofast_app;
grant delete, insert, select on person.disclosure to bofast_app;
grant delete, insert, select on person.double_decision to bofast_app;
grant delete, insert, select on person.double_pair to bofast_app;
grant insert, select on person.double_search to bofast_app;
grant delete, insert, select on person.household to bofast_app;
grant delete, insert, select on person.household_member to bofast_app;
grant delete, insert, select on person.identity to bofast_app;
grant delete, insert, select on person.name_key to bofast_app;
grant insert, select on person.number_counter to bofast_app;
grant delete, insert, select on person.person to bofast_app;
grant delete, insert, select on person.protection to bofast_app;
grant select on person.v_address to bofast_app;
grant select on person.v_consent to bofast_app;
grant select on person.v_disclosure to bofast_app;
grant select on person.v_held_number to bofast_app;
grant select on person.v_household_member to bofast_app;
grant select on person.v_household_member_history to bofast_app;
grant select on person.v_identity_history to bofast_app;
grant select on person.v_match_key to bofast_app;
grant select on person.v_name_key to bofast_app;
grant select on person.v_note to bofast_app;
grant select on person.v_person to bofast_app;
grant select on person.v_same_person to bofast_app;
grant update (superseded_at) on person.address to bofast_app;
grant update (withdrawn_on) on person.consent to bofast_app;
grant update (ended_at) on person.contact_way to bofast_app;
grant update (state, weight, findings, held, version, found_at, search_id) on person.double_pair to bofast_app;
grant update (finished_at, people, linked, waiting, millis) on person.double_search to bofast_app;
grant update (superseded_at) on person.household_member to bofast_app;
grant update (superseded_at, number_until_on) on person.identity to bofast_app;
grant update (last) on person.number_counter to bofast_app;
grant update (language, interpreter) on person.person to bofast_app;
grant update (superseded_at) on person.protection to bofast_app;

-- placement
create table placement.crosswalk (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    form_id uuid not null,
    definition text not null,
    category text not null,
    condition text not null,
    start_on date not null,
    end_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint crosswalk_once_at_a_time EXCLUDE USING gist (board_id WITH =, form_id WITH =, definition WITH =, period WITH &&) WHERE ((superseded_at IS NULL)),
    constraint crosswalk_pk PRIMARY KEY (board_id, id),
    constraint crosswalk_form_fk FOREIGN KEY (board_id, form_id) REFERENCES placement.housing_form(board_id, id),
    constraint crosswalk_category_known CHECK (
CASE definition
    WHEN 'CITY'::text THEN (category = ANY (ARRAY['ACUTE'::text, 'LONGER_TERM'::text]))
    WHEN 'NATIONAL'::text THEN (category = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text]))
    ELSE (category = ANY (ARRAY['1.1'::text, '2.2'::text, '3.3'::text, '3.4'::text, '3.5'::text, '3.6'::text, '4.7'::text, '4.8'::text, '5.9'::text, '5.10'::text, '5.11'::text, '6.12'::text]))
END),
    constraint crosswalk_condition_known CHECK ((condition = ANY (ARRAY['ALWAYS'::text, 'NO_HOME'::text, 'NO_HOME_AND_LEAVING'::text, 'NO_HOME_AND_SHORT'::text]))),
    constraint crosswalk_definition_known CHECK ((definition = ANY (ARRAY['CITY'::text, 'NATIONAL'::text, 'ETHOS_LIGHT'::text]))),
    constraint crosswalk_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
create table placement.help_offer (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    offer_id uuid not null,
    person_id uuid not null,
    stay_id uuid,
    kind text not null,
    offered_on date not null,
    note text,
    result text not null,
    result_on date,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint help_offer_pk PRIMARY KEY (board_id, id),
    constraint help_offer_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint help_offer_stay_fk FOREIGN KEY (board_id, stay_id, person_id) REFERENCES placement.stay(board_id, id, person_id),
    constraint help_offer_kind_known CHECK ((kind = ANY (ARRAY['OWN_SEARCH'::text, 'GUIDE'::text, 'LONGER_STAY'::text, 'REFERRAL'::text, 'OTHER_ACCOMMODATION'::text, 'TALK_WITH_LANDLORD'::text, 'INCOME_SUPPORT'::text, 'OTHER'::text]))),
    constraint help_offer_result_after CHECK (((result_on IS NULL) OR (result_on >= offered_on))),
    constraint help_offer_result_has_day CHECK (((result = 'WAITING'::text) = (result_on IS NULL))),
    constraint help_offer_result_known CHECK ((result = ANY (ARRAY['WAITING'::text, 'ACCEPTED'::text, 'DECLINED'::text, 'NOT_REACHED'::text, 'NEW_HOME'::text, 'LONGER'::text, 'NO_EFFECT'::text])))
);
create table placement.housing_form (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    code text not null,
    shipped boolean not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint housing_form_code_once UNIQUE (board_id, code),
    constraint housing_form_pk PRIMARY KEY (board_id, id),
    constraint housing_form_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint housing_form_code_written CHECK ((code ~ '^[A-Z][A-Z0-9_]{1,39}$'::text))
);
create table placement.housing_form_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    form_id uuid not null,
    name_sv text collate swedish not null,
    name_en text,
    step text not null,
    home boolean not null,
    keeps_home boolean not null,
    position integer not null,
    start_on date not null,
    end_on date,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    constraint housing_form_fact_once_at_a_time EXCLUDE USING gist (board_id WITH =, form_id WITH =, period WITH &&) WHERE ((superseded_at IS NULL)),
    constraint housing_form_fact_pk PRIMARY KEY (board_id, id),
    constraint housing_form_fact_form_fk FOREIGN KEY (board_id, form_id) REFERENCES placement.housing_form(board_id, id),
    constraint housing_form_fact_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on))),
    constraint housing_form_fact_step_known CHECK ((step = ANY (ARRAY['ROUGH'::text, 'SHELTER'::text, 'ACUTE'::text, 'LODGING'::text, 'TREATMENT'::text, 'SUPPORTED'::text, 'TRAINING'::text, 'TRIAL'::text, 'TRANSITIONAL'::text, 'HOUSING_FIRST'::text, 'OWN_LEASE'::text, 'WITH_OTHERS'::text, 'OTHER'::text, 'UNKNOWN'::text])))
);
create table placement.stay (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint stay_person_once UNIQUE (board_id, id, person_id),
    constraint stay_pk PRIMARY KEY (board_id, id),
    constraint stay_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id)
);
create table placement.stay_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    stay_id uuid not null,
    person_id uuid not null,
    form_id uuid not null,
    layer text not null,
    home_number integer not null,
    dwelling_id uuid,
    place text,
    unit_id uuid,
    start_on date not null,
    end_on date,
    expected_end_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    end_cause text,
    move_id uuid,
    withdrawn boolean not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    last_on date generated always as (COALESCE(end_on, 'infinity'::date)),
    constraint stay_fact_one_place_a_night EXCLUDE USING gist (board_id WITH =, person_id WITH =, layer WITH =, home_number WITH =, period WITH &&) WHERE (((superseded_at IS NULL) AND (NOT withdrawn))),
    constraint stay_fact_pk PRIMARY KEY (board_id, id),
    constraint stay_fact_dwelling_fk FOREIGN KEY (board_id, dwelling_id) REFERENCES dwelling.dwelling(board_id, id),
    constraint stay_fact_form_fk FOREIGN KEY (board_id, form_id) REFERENCES placement.housing_form(board_id, id),
    constraint stay_fact_stay_fk FOREIGN KEY (board_id, stay_id, person_id) REFERENCES placement.stay(board_id, id, person_id),
    constraint stay_fact_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint stay_fact_cause_has_end CHECK (((end_cause IS NULL) OR (end_on IS NOT NULL))),
    constraint stay_fact_end_cause_known CHECK ((end_cause = ANY (ARRAY['MOVED_ON'::text, 'MOVED_BACK'::text, 'OWN_HOME'::text, 'TIME_OUT'::text, 'RENT'::text, 'DISTURBANCE'::text, 'OWN_WISH'::text, 'DISCHARGED'::text, 'SPLIT'::text, 'DIED'::text, 'OTHER'::text, 'UNKNOWN'::text]))),
    constraint stay_fact_expected_after_start CHECK (((expected_end_on IS NULL) OR (expected_end_on >= start_on))),
    constraint stay_fact_home_number_known CHECK (((home_number = 1) OR ((home_number = 2) AND (layer = 'LIVES'::text)))),
    constraint stay_fact_layer_known CHECK ((layer = ANY (ARRAY['LIVES'::text, 'AWAY'::text]))),
    constraint stay_fact_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
CREATE UNIQUE INDEX crosswalk_current ON placement.crosswalk USING btree (board_id, form_id, definition, start_on) WHERE (superseded_at IS NULL);
CREATE INDEX crosswalk_form ON placement.crosswalk USING btree (board_id, form_id, recorded_at);
CREATE UNIQUE INDEX help_offer_current ON placement.help_offer USING btree (board_id, offer_id) WHERE (superseded_at IS NULL);
CREATE INDEX help_offer_person ON placement.help_offer USING btree (board_id, person_id, offered_on);
CREATE INDEX help_offer_stay ON placement.help_offer USING btree (board_id, stay_id, person_id);
CREATE INDEX housing_form_area ON placement.housing_form USING btree (board_id, area_id);
CREATE UNIQUE INDEX housing_form_fact_current ON placement.housing_form_fact USING btree (board_id, form_id, start_on) WHERE (superseded_at IS NULL);
CREATE INDEX housing_form_fact_form ON placement.housing_form_fact USING btree (board_id, form_id, recorded_at);
CREATE UNIQUE INDEX stay_fact_current ON placement.stay_fact USING btree (board_id, stay_id) WHERE (superseded_at IS NULL);
CREATE INDEX stay_fact_dwelling ON placement.stay_fact USING btree (board_id, dwelling_id) WHERE (dwelling_id IS NOT NULL);
CREATE INDEX stay_fact_ending ON placement.stay_fact USING btree (board_id, last_on, start_on) WHERE ((superseded_at IS NULL) AND (NOT withdrawn));
CREATE INDEX stay_fact_form ON placement.stay_fact USING btree (board_id, form_id);
CREATE INDEX stay_fact_person ON placement.stay_fact USING btree (board_id, person_id, start_on) INCLUDE (form_id, end_on, area_id) WHERE ((superseded_at IS NULL) AND (NOT withdrawn));
CREATE INDEX stay_fact_person_known ON placement.stay_fact USING btree (board_id, person_id, recorded_at);
CREATE INDEX stay_fact_stay ON placement.stay_fact USING btree (board_id, stay_id, person_id, recorded_at);
CREATE INDEX stay_fact_unit ON placement.stay_fact USING btree (board_id, unit_id) WHERE (unit_id IS NOT NULL);
CREATE INDEX stay_person ON placement.stay USING btree (board_id, person_id);
create policy board_and_area on placement.crosswalk using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy read_within_the_board on placement.crosswalk for select using ((board_id = framework.board_id()));
create policy board_and_area on placement.help_offer using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on placement.help_offer as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on placement.help_offer as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on placement.housing_form using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy read_within_the_board on placement.housing_form for select using ((board_id = framework.board_id()));
create policy board_and_area on placement.housing_form_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy read_within_the_board on placement.housing_form_fact for select using ((board_id = framework.board_id()));
create policy board_and_area on placement.stay using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on placement.stay as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on placement.stay as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on placement.stay_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on placement.stay_fact as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on placement.stay_fact as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create view placement.v_crosswalk with (security_invoker=true) as
 SELECT board_id,
    form_id,
    definition,
    category,
    condition,
    start_on,
    end_on
   FROM placement.crosswalk
  WHERE superseded_at IS NULL;
create view placement.v_crosswalk_history with (security_invoker=true) as
 SELECT board_id,
    form_id,
    definition,
    category,
    condition,
    start_on,
    end_on,
    recorded_at,
    superseded_at,
    reason
   FROM placement.crosswalk;
create view placement.v_help_offer with (security_invoker=true) as
 SELECT board_id,
    area_id,
    offer_id,
    person_id,
    stay_id,
    kind,
    offered_on,
    result,
    result_on,
    recorded_at
   FROM placement.help_offer
  WHERE superseded_at IS NULL;
create view placement.v_housing_form with (security_invoker=true) as
 SELECT f.board_id,
    f.id AS form_id,
    f.code,
    f.shipped,
    t.name_sv,
    t.name_en,
    t.step,
    t.home,
    t.keeps_home,
    t."position",
    ( SELECT min(e.start_on) AS min
           FROM placement.housing_form_fact e
          WHERE e.board_id = f.board_id AND e.form_id = f.id AND e.superseded_at IS NULL) AS start_on,
    t.end_on
   FROM placement.housing_form f
     JOIN placement.housing_form_fact t ON t.board_id = f.board_id AND t.form_id = f.id AND t.superseded_at IS NULL
  WHERE NOT (EXISTS ( SELECT
           FROM placement.housing_form_fact later
          WHERE later.board_id = t.board_id AND later.form_id = t.form_id AND later.superseded_at IS NULL AND later.start_on > t.start_on));
create view placement.v_housing_form_history with (security_invoker=true) as
 SELECT f.board_id,
    f.id AS form_id,
    f.code,
    f.shipped,
    t.name_sv,
    t.name_en,
    t.step,
    t.home,
    t.keeps_home,
    t."position",
    t.start_on,
    t.end_on,
    t.recorded_at,
    t.superseded_at,
    t.reason
   FROM placement.housing_form f
     JOIN placement.housing_form_fact t ON t.board_id = f.board_id AND t.form_id = f.id;
create view placement.v_housing_form_period with (security_invoker=true) as
 SELECT f.board_id,
    f.id AS form_id,
    f.code,
    t.name_sv,
    t.name_en,
    t.step,
    t.home,
    t.keeps_home,
    t."position",
    t.start_on,
    t.end_on
   FROM placement.housing_form f
     JOIN placement.housing_form_fact t ON t.board_id = f.board_id AND t.form_id = f.id AND t.superseded_at IS NULL;
create view placement.v_note with (security_invoker=true) as
 SELECT stay_fact.board_id,
    stay_fact.area_id,
    stay_fact.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(stay_fact.recorded_at), stay_fact.end_on) AS noted_on
   FROM placement.stay_fact
UNION ALL
 SELECT stay.board_id,
    stay.area_id,
    stay.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(stay.created_at) AS noted_on
   FROM placement.stay
UNION ALL
 SELECT help_offer.board_id,
    help_offer.area_id,
    help_offer.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(help_offer.recorded_at), help_offer.result_on) AS noted_on
   FROM placement.help_offer;
create view placement.v_stay with (security_invoker=true) as
 SELECT board_id,
    area_id,
    stay_id,
    person_id,
    form_id,
    layer,
    home_number,
    dwelling_id,
    place,
    unit_id,
    start_on,
    end_on,
    expected_end_on,
    end_cause,
    move_id,
    recorded_at,
    last_on
   FROM placement.stay_fact
  WHERE superseded_at IS NULL AND NOT withdrawn;
create view placement.v_stay_history with (security_invoker=true) as
 SELECT board_id,
    area_id,
    stay_id,
    person_id,
    form_id,
    layer,
    home_number,
    dwelling_id,
    place,
    unit_id,
    start_on,
    end_on,
    expected_end_on,
    end_cause,
    move_id,
    withdrawn,
    recorded_at,
    superseded_at,
    reason,
    last_on
   FROM placement.stay_fact;
grant insert, select on placement.crosswalk to bofast_app;
grant delete, insert, select on placement.help_offer to bofast_app;
grant insert, select on placement.housing_form to bofast_app;
grant insert, select on placement.housing_form_fact to bofast_app;
grant delete, insert, select on placement.stay to bofast_app;
grant delete, insert, select on placement.stay_fact to bofast_app;
grant select on placement.v_crosswalk to bofast_app;
grant select on placement.v_crosswalk_history to bofast_app;
grant select on placement.v_help_offer to bofast_app;
grant select on placement.v_housing_form to bofast_app;
grant select on placement.v_housing_form_history to bofast_app;
grant select on placement.v_housing_form_period to bofast_app;
grant select on placement.v_note to bofast_app;
grant select on placement.v_stay to bofast_app;
grant select on placement.v_stay_history to bofast_app;
grant update (superseded_at) on placement.crosswalk to bofast_app;
grant update (superseded_at) on placement.help_offer to bofast_app;
grant update (superseded_at) on placement.housing_form_fact to bofast_app;
grant update (superseded_at) on placement.stay_fact to bofast_app;

-- prevention
create table prevention.alarm_limit (
    board_id uuid not null,
    area_id uuid not null,
    attempt_days integer not null,
    decision_days integer not null,
    contact_days integer not null,
    unread_hours integer not null,
    version integer not null,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint alarm_limit_pk PRIMARY KEY (board_id, area_id),
    constraint alarm_limit_attempt_days_few CHECK (((attempt_days >= 1) AND (attempt_days <= 30))),
    constraint alarm_limit_contact_days_few CHECK (((contact_days >= 1) AND (contact_days <= 90))),
    constraint alarm_limit_decision_days_few CHECK (((decision_days >= 1) AND (decision_days <= 90))),
    constraint alarm_limit_unread_hours_few CHECK (((unread_hours >= 1) AND (unread_hours <= 336)))
);
create table prevention.case_counter (
    board_id uuid not null,
    area_id uuid not null,
    year integer not null,
    last integer not null,
    constraint case_counter_pk PRIMARY KEY (board_id, area_id, year)
);
create table prevention.case_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    signal_id uuid,
    kind text not null,
    ordinal integer not null,
    fact_on date,
    amount_ore bigint,
    yes boolean,
    count integer,
    code text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint case_fact_pk PRIMARY KEY (board_id, id),
    constraint case_fact_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint case_fact_signal_fk FOREIGN KEY (board_id, signal_id) REFERENCES intake.signal(board_id, id),
    constraint case_fact_one_value CHECK ((num_nonnulls(fact_on, amount_ore, yes, count, code) <= 1))
);
create table prevention.case_letter (
    board_id uuid not null,
    area_id uuid not null,
    letter_id uuid not null,
    case_id uuid not null,
    appointment_id uuid,
    signal_id uuid,
    decision_id uuid,
    constraint case_letter_pk PRIMARY KEY (board_id, letter_id),
    constraint case_letter_appointment_fk FOREIGN KEY (board_id, appointment_id) REFERENCES support.appointment(board_id, id),
    constraint case_letter_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint case_letter_decision_fk FOREIGN KEY (board_id, decision_id) REFERENCES prevention.decision(board_id, id),
    constraint case_letter_letter_fk FOREIGN KEY (board_id, letter_id) REFERENCES letter.letter(board_id, id),
    constraint case_letter_signal_fk FOREIGN KEY (board_id, signal_id) REFERENCES intake.signal(board_id, id)
);
create table prevention.case_signal (
    board_id uuid not null,
    area_id uuid not null,
    signal_id uuid not null,
    case_id uuid not null,
    joined_at timestamp with time zone not null,
    constraint case_signal_pk PRIMARY KEY (board_id, signal_id),
    constraint case_signal_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint case_signal_signal_fk FOREIGN KEY (board_id, signal_id) REFERENCES intake.signal(board_id, id)
);
create table prevention.clock_day (
    board_id uuid not null,
    area_id uuid not null,
    case_id uuid not null,
    signal_id uuid not null,
    rule text not null,
    status text not null,
    duty text not null,
    day date,
    raw_day date,
    other_day date,
    done_on date,
    missing text[] not null,
    remarks text[] not null,
    basis text not null,
    fingerprint text not null,
    rule_version integer not null,
    computed_at timestamp with time zone not null,
    constraint clock_day_pk PRIMARY KEY (board_id, case_id, signal_id, rule),
    constraint clock_day_notice_fk FOREIGN KEY (board_id, signal_id) REFERENCES prevention.case_signal(board_id, signal_id),
    constraint clock_day_running_has_day CHECK (((status <> 'RUNS'::text) OR (day IS NOT NULL))),
    constraint clock_day_status_known CHECK ((status = ANY (ARRAY['RUNS'::text, 'DONE'::text, 'NOT_RUNNING'::text, 'FLAG'::text])))
);
create table prevention.close_proposal (
    board_id uuid not null,
    area_id uuid not null,
    case_id uuid not null,
    signal_id uuid not null,
    proposed_at timestamp with time zone not null,
    answered_at timestamp with time zone,
    answered_by uuid,
    kept_open boolean,
    constraint close_proposal_pk PRIMARY KEY (board_id, case_id, signal_id),
    constraint close_proposal_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint close_proposal_signal_fk FOREIGN KEY (board_id, signal_id) REFERENCES intake.signal(board_id, id)
);
create table prevention.decision (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null,
    reason text not null,
    basis text not null,
    decided_on date not null,
    decided_by uuid not null,
    delegation_point text,
    amount_ore bigint,
    months text,
    landlord_id uuid,
    sent_on date,
    proof text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    constraint decision_pk PRIMARY KEY (board_id, id),
    constraint decision_by_fk FOREIGN KEY (decided_by) REFERENCES access.account(id),
    constraint decision_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint decision_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint decision_kind_known CHECK ((kind = ANY (ARRAY['INQUIRY_OPENED'::text, 'INQUIRY_NOT_OPENED'::text, 'UNDERTAKING'::text, 'UNDERTAKING_DECLINED'::text]))),
    constraint decision_undertaking_whole CHECK (((kind <> 'UNDERTAKING'::text) OR ((amount_ore > 0) AND (landlord_id IS NOT NULL) AND (delegation_point IS NOT NULL)))),
    constraint decision_withdrawn_says_why CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);
create table prevention.lost_home_step (
    board_id uuid not null,
    area_id uuid not null,
    case_id uuid not null,
    step text not null,
    due_on date not null,
    done_on date,
    not_needed boolean not null,
    note text,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint lost_home_step_pk PRIMARY KEY (board_id, case_id, step),
    constraint lost_home_step_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint lost_home_step_known CHECK ((step = ANY (ARRAY['BED_TONIGHT'::text, 'CHILDREN'::text, 'HOUSING_PLAN'::text, 'BELONGINGS'::text, 'DEBT_PLAN'::text, 'LANDLORD_REFERENCE'::text, 'FOLLOW_UP_1'::text, 'FOLLOW_UP_3'::text, 'FOLLOW_UP_6'::text, 'FOLLOW_UP_12'::text]))),
    constraint lost_home_step_not_needed_says_why CHECK (((NOT not_needed) OR (note IS NOT NULL)))
);
create table prevention.outcome (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    code text not null,
    decided_on date not null,
    executed_on date,
    board_present boolean,
    note text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint outcome_pk PRIMARY KEY (board_id, id),
    constraint outcome_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint outcome_code_known CHECK ((code = ANY (ARRAY['PAID_BY_TENANT'::text, 'PAID_BY_OTHER'::text, 'SETTLED_ALONE'::text, 'PAYMENT_PLAN'::text, 'BOARD_UNDERTAKING'::text, 'WITHDRAWN'::text, 'DISTURBANCE_CEASED'::text, 'MOVED'::text, 'EVICTED'::text, 'DIED'::text, 'NO_THREAT'::text, 'UNKNOWN'::text]))),
    constraint outcome_executed_after_decided CHECK (((executed_on IS NULL) OR (executed_on >= decided_on)))
);
create table prevention.outcome_child (
    board_id uuid not null,
    area_id uuid not null,
    outcome_id uuid not null,
    child integer not null,
    stay text not null,
    present boolean,
    constraint outcome_child_pk PRIMARY KEY (board_id, outcome_id, child),
    constraint outcome_child_outcome_fk FOREIGN KEY (board_id, outcome_id) REFERENCES prevention.outcome(board_id, id),
    constraint outcome_child_stay_known CHECK ((stay = ANY (ARRAY['PERMANENT'::text, 'ALTERNATING'::text, 'VISITING'::text])))
);
create table prevention.participation (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    unit_id uuid,
    team_id uuid,
    account_id uuid,
    reason text not null,
    started_at timestamp with time zone not null,
    started_by uuid not null,
    ended_at timestamp with time zone,
    ended_by uuid,
    constraint participation_pk PRIMARY KEY (board_id, id),
    constraint participation_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint participation_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint participation_ender_fk FOREIGN KEY (ended_by) REFERENCES access.account(id),
    constraint participation_starter_fk FOREIGN KEY (started_by) REFERENCES access.account(id),
    constraint participation_team_fk FOREIGN KEY (board_id, team_id) REFERENCES access.team(board_id, id),
    constraint participation_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint participation_ended_by_somebody CHECK ((num_nonnulls(ended_at, ended_by) = ANY (ARRAY[0, 2]))),
    constraint participation_has_a_reason CHECK ((length(btrim(reason)) > 0)),
    constraint participation_of_one CHECK ((num_nonnulls(unit_id, team_id, account_id) = 1))
);
create table prevention.prevention_case (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    number text not null,
    external_number text,
    person_id uuid,
    street text,
    apartment text,
    postal_code text,
    city text,
    address_key text,
    landlord_id uuid,
    unit_id uuid not null,
    responsible_id uuid,
    stage text not null,
    reason text,
    children boolean not null,
    opened_on date not null,
    opened_at timestamp with time zone not null,
    last_signal_at timestamp with time zone not null,
    first_attempt_at timestamp with time zone,
    first_contact_at timestamp with time zone,
    last_contact_at timestamp with time zone,
    landlord_told_at timestamp with time zone,
    inquiry_decided_on date,
    unread_since timestamp with time zone,
    next_on date not null,
    next_rule text,
    closed_on date,
    letter_returned_at timestamp with time zone,
    constraint prevention_case_number_once UNIQUE (board_id, number),
    constraint prevention_case_pk PRIMARY KEY (board_id, id),
    constraint prevention_case_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id),
    constraint prevention_case_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint prevention_case_responsible_fk FOREIGN KEY (responsible_id) REFERENCES access.account(id),
    constraint prevention_case_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint prevention_case_closed_says_when CHECK (((stage = 'CLOSED'::text) = (closed_on IS NOT NULL))),
    constraint prevention_case_stage_known CHECK ((stage = ANY (ARRAY['NEW'::text, 'CONTACT'::text, 'PLAN'::text, 'HOME_LOST'::text, 'CLOSED'::text])))
);
CREATE INDEX case_fact_case ON prevention.case_fact USING btree (board_id, case_id);
CREATE UNIQUE INDEX case_fact_current ON prevention.case_fact USING btree (board_id, case_id, signal_id, kind, ordinal) NULLS NOT DISTINCT WHERE (superseded_at IS NULL);
CREATE INDEX case_fact_signal ON prevention.case_fact USING btree (board_id, signal_id);
CREATE INDEX case_letter_appointment ON prevention.case_letter USING btree (board_id, appointment_id);
CREATE INDEX case_letter_case ON prevention.case_letter USING btree (board_id, case_id);
CREATE INDEX case_letter_decision ON prevention.case_letter USING btree (board_id, decision_id);
CREATE INDEX case_letter_signal ON prevention.case_letter USING btree (board_id, signal_id);
CREATE INDEX case_signal_case ON prevention.case_signal USING btree (board_id, case_id);
CREATE INDEX clock_day_due ON prevention.clock_day USING btree (board_id, day, case_id) WHERE ((status = 'RUNS'::text) AND (duty = 'WE_MUST'::text));
CREATE INDEX clock_day_signal ON prevention.clock_day USING btree (board_id, signal_id);
CREATE INDEX close_proposal_open ON prevention.close_proposal USING btree (board_id, case_id) WHERE (answered_at IS NULL);
CREATE INDEX close_proposal_signal ON prevention.close_proposal USING btree (board_id, signal_id);
CREATE INDEX decision_by ON prevention.decision USING btree (decided_by);
CREATE INDEX decision_case ON prevention.decision USING btree (board_id, case_id, decided_on);
CREATE INDEX decision_landlord ON prevention.decision USING btree (board_id, landlord_id);
CREATE INDEX lost_home_step_due ON prevention.lost_home_step USING btree (board_id, due_on, case_id) WHERE ((done_on IS NULL) AND (NOT not_needed));
CREATE INDEX outcome_case ON prevention.outcome USING btree (board_id, case_id);
CREATE UNIQUE INDEX outcome_current ON prevention.outcome USING btree (board_id, case_id) WHERE (superseded_at IS NULL);
CREATE INDEX outcome_decided ON prevention.outcome USING btree (board_id, decided_on) WHERE (superseded_at IS NULL);
CREATE INDEX outcome_executed ON prevention.outcome USING btree (board_id, executed_on) WHERE ((superseded_at IS NULL) AND (executed_on IS NOT NULL));
CREATE INDEX participation_account ON prevention.participation USING btree (account_id, board_id, case_id);
CREATE INDEX participation_case ON prevention.participation USING btree (board_id, case_id);
CREATE INDEX participation_ender ON prevention.participation USING btree (ended_by);
CREATE UNIQUE INDEX participation_once ON prevention.participation USING btree (board_id, case_id, unit_id, team_id, account_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE INDEX participation_starter ON prevention.participation USING btree (started_by);
CREATE INDEX participation_team ON prevention.participation USING btree (board_id, team_id);
CREATE INDEX participation_unit ON prevention.participation USING btree (board_id, unit_id);
CREATE INDEX prevention_case_address ON prevention.prevention_case USING btree (board_id, address_key) WHERE (stage <> 'CLOSED'::text);
CREATE INDEX prevention_case_landlord ON prevention.prevention_case USING btree (board_id, landlord_id);
CREATE INDEX prevention_case_landlord_next ON prevention.prevention_case USING btree (board_id, landlord_id, next_on, id) WHERE (stage <> 'CLOSED'::text);
CREATE INDEX prevention_case_letter_returned ON prevention.prevention_case USING btree (board_id, letter_returned_at, id) WHERE ((stage <> 'CLOSED'::text) AND (letter_returned_at IS NOT NULL));
CREATE INDEX prevention_case_next ON prevention.prevention_case USING btree (board_id, next_on, id) WHERE (stage <> 'CLOSED'::text);
CREATE UNIQUE INDEX prevention_case_one_open_per_person ON prevention.prevention_case USING btree (board_id, area_id, person_id) WHERE ((stage <> 'CLOSED'::text) AND (person_id IS NOT NULL));
CREATE INDEX prevention_case_opened ON prevention.prevention_case USING btree (board_id, opened_on DESC, id DESC);
CREATE INDEX prevention_case_ownerless ON prevention.prevention_case USING btree (board_id, opened_at, id) WHERE ((stage <> 'CLOSED'::text) AND (responsible_id IS NULL));
CREATE INDEX prevention_case_person ON prevention.prevention_case USING btree (board_id, person_id);
CREATE INDEX prevention_case_responsible ON prevention.prevention_case USING btree (board_id, responsible_id, next_on, id);
CREATE INDEX prevention_case_responsible_account ON prevention.prevention_case USING btree (responsible_id);
CREATE INDEX prevention_case_undecided ON prevention.prevention_case USING btree (board_id, opened_at, id) WHERE ((stage <> 'CLOSED'::text) AND (inquiry_decided_on IS NULL));
CREATE INDEX prevention_case_unit ON prevention.prevention_case USING btree (board_id, unit_id, next_on, id);
CREATE INDEX prevention_case_unread ON prevention.prevention_case USING btree (board_id, unread_since, id) WHERE ((stage <> 'CLOSED'::text) AND (unread_since IS NOT NULL));
CREATE INDEX prevention_case_untried ON prevention.prevention_case USING btree (board_id, opened_at, id) WHERE ((stage <> 'CLOSED'::text) AND (first_attempt_at IS NULL));
create policy board_and_area on prevention.alarm_limit using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.case_counter using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.case_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.case_fact as restrictive for delete using ((case_id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy board_and_area on prevention.case_letter using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.case_letter as restrictive for delete using ((case_id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy board_and_area on prevention.case_signal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.clock_day using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.close_proposal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.close_proposal as restrictive for delete using ((case_id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy board_and_area on prevention.decision using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.decision as restrictive for delete using ((case_id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy board_and_area on prevention.lost_home_step using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.lost_home_step as restrictive for delete using ((case_id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy board_and_area on prevention.outcome using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.outcome as restrictive for delete using ((case_id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy board_and_area on prevention.outcome_child using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.outcome_child as restrictive for delete using ((EXISTS ( SELECT
   FROM prevention.outcome o
  WHERE ((o.board_id = outcome_child.board_id) AND (o.id = outcome_child.outcome_id) AND (o.case_id IN ( SELECT audit.decided('CASE'::text) AS decided))))));
create policy board_and_area on prevention.participation using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.participation as restrictive for delete using ((case_id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy board_and_area on prevention.prevention_case using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on prevention.prevention_case as restrictive for delete using ((id IN ( SELECT audit.decided('CASE'::text) AS decided)));
create policy hidden_people on prevention.prevention_case as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy hidden_questions on prevention.prevention_case as restrictive for select to bofast_app using (((person_id IS NOT NULL) OR (NOT (id IN ( SELECT j.case_id
   FROM (prevention.case_signal j
     JOIN intake.hidden_questions() q(signal_id) ON ((q.signal_id = j.signal_id)))
  WHERE (j.board_id = framework.board_id()))))));
create view prevention.v_case with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS case_id,
    number,
    external_number,
    person_id,
    street,
    apartment,
    postal_code,
    city,
    address_key,
    landlord_id,
    unit_id,
    responsible_id,
    stage,
    reason,
    children,
    opened_on,
    opened_at,
    last_signal_at,
    first_attempt_at,
    first_contact_at,
    last_contact_at,
    landlord_told_at,
    inquiry_decided_on,
    unread_since,
    next_on,
    next_rule,
    closed_on
   FROM prevention.prevention_case;
create view prevention.v_case_fact with (security_invoker=true) as
 SELECT board_id,
    case_id,
    signal_id,
    kind,
    ordinal,
    fact_on,
    amount_ore,
    yes,
    count,
    code,
    recorded_at
   FROM prevention.case_fact
  WHERE superseded_at IS NULL AND num_nonnulls(fact_on, amount_ore, yes, count, code) = 1;
create view prevention.v_case_fact_history with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id,
    case_id,
    signal_id,
    kind,
    ordinal,
    fact_on,
    amount_ore,
    yes,
    count,
    code,
    recorded_at,
    recorded_by,
    superseded_at,
    reason
   FROM prevention.case_fact;
create view prevention.v_case_signal with (security_invoker=true) as
 SELECT board_id,
    case_id,
    signal_id,
    joined_at
   FROM prevention.case_signal;
create view prevention.v_clock_day with (security_invoker=true) as
 SELECT board_id,
    area_id,
    case_id,
    signal_id,
    rule,
    status,
    duty,
    day,
    raw_day,
    other_day,
    done_on,
    missing,
    remarks,
    basis,
    fingerprint,
    rule_version,
    computed_at
   FROM prevention.clock_day;
create view prevention.v_close_proposal with (security_invoker=true) as
 SELECT board_id,
    case_id,
    signal_id,
    proposed_at,
    answered_at,
    kept_open
   FROM prevention.close_proposal;
create view prevention.v_decision with (security_invoker=true) as
 SELECT board_id,
    case_id,
    id AS decision_id,
    kind,
    decided_on,
    amount_ore,
    landlord_id,
    sent_on
   FROM prevention.decision
  WHERE withdrawn_at IS NULL;
create view prevention.v_lost_home_step with (security_invoker=true) as
 SELECT board_id,
    case_id,
    step,
    due_on,
    done_on,
    not_needed
   FROM prevention.lost_home_step;
create view prevention.v_note with (security_invoker=true) as
 SELECT prevention_case.board_id,
    prevention_case.area_id,
    prevention_case.id AS case_id,
    GREATEST(framework.day_of(GREATEST(prevention_case.opened_at, prevention_case.last_signal_at, prevention_case.first_attempt_at, prevention_case.first_contact_at, prevention_case.last_contact_at, prevention_case.landlord_told_at, prevention_case.letter_returned_at)), prevention_case.opened_on, prevention_case.inquiry_decided_on, prevention_case.closed_on) AS noted_on
   FROM prevention.prevention_case
UNION ALL
 SELECT case_signal.board_id,
    case_signal.area_id,
    case_signal.case_id,
    framework.day_of(case_signal.joined_at) AS noted_on
   FROM prevention.case_signal
UNION ALL
 SELECT case_fact.board_id,
    case_fact.area_id,
    case_fact.case_id,
    framework.day_of(GREATEST(case_fact.recorded_at, case_fact.superseded_at)) AS noted_on
   FROM prevention.case_fact
UNION ALL
 SELECT decision.board_id,
    decision.area_id,
    decision.case_id,
    GREATEST(framework.day_of(GREATEST(decision.recorded_at, decision.withdrawn_at)), decision.decided_on, decision.sent_on) AS noted_on
   FROM prevention.decision
UNION ALL
 SELECT outcome.board_id,
    outcome.area_id,
    outcome.case_id,
    GREATEST(framework.day_of(GREATEST(outcome.recorded_at, outcome.superseded_at)), outcome.decided_on, outcome.executed_on) AS noted_on
   FROM prevention.outcome
UNION ALL
 SELECT lost_home_step.board_id,
    lost_home_step.area_id,
    lost_home_step.case_id,
    GREATEST(framework.day_of(lost_home_step.changed_at), lost_home_step.done_on) AS noted_on
   FROM prevention.lost_home_step
UNION ALL
 SELECT close_proposal.board_id,
    close_proposal.area_id,
    close_proposal.case_id,
    framework.day_of(GREATEST(close_proposal.proposed_at, close_proposal.answered_at)) AS noted_on
   FROM prevention.close_proposal;
create view prevention.v_outcome with (security_invoker=true) as
 SELECT board_id,
    case_id,
    id AS outcome_id,
    code,
    decided_on,
    executed_on,
    board_present,
    recorded_at
   FROM prevention.outcome
  WHERE superseded_at IS NULL;
create view prevention.v_outcome_child with (security_invoker=true) as
 SELECT c.board_id,
    o.case_id,
    c.outcome_id,
    c.child,
    c.stay,
    c.present
   FROM prevention.outcome_child c
     JOIN prevention.outcome o ON o.board_id = c.board_id AND o.id = c.outcome_id AND o.superseded_at IS NULL;
create view prevention.v_participation with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS participation_id,
    case_id,
    unit_id,
    team_id,
    account_id,
    started_at,
    ended_at
   FROM prevention.participation;
grant insert, select, update on prevention.alarm_limit to bofast_app;
grant insert, select, update on prevention.case_counter to bofast_app;
grant delete, insert, select on prevention.case_fact to bofast_app;
grant delete, insert, select on prevention.case_letter to bofast_app;
grant delete, insert, select, update on prevention.case_signal to bofast_app;
grant delete, insert, select, update on prevention.clock_day to bofast_app;
grant delete, insert, select on prevention.close_proposal to bofast_app;
grant delete, insert, select on prevention.decision to bofast_app;
grant delete, insert, select on prevention.lost_home_step to bofast_app;
grant delete, insert, select on prevention.outcome to bofast_app;
grant delete, insert, select on prevention.outcome_child to bofast_app;
grant delete, insert, select on prevention.participation to bofast_app;
grant delete, insert, select, update on prevention.prevention_case to bofast_app;
grant select on prevention.v_case to bofast_app;
grant select on prevention.v_case_fact to bofast_app;
grant select on prevention.v_case_fact_history to bofast_app;
grant select on prevention.v_case_signal to bofast_app;
grant select on prevention.v_clock_day to bofast_app;
grant select on prevention.v_close_proposal to bofast_app;
grant select on prevention.v_decision to bofast_app;
grant select on prevention.v_lost_home_step to bofast_app;
grant select on prevention.v_note to bofast_app;
grant select on prevention.v_outcome to bofast_app;
grant select on prevention.v_outcome_child to bofast_app;
grant select on prevention.v_participation to bofast_app;
grant update (superseded_at) on prevention.case_fact to bofast_app;
grant update (answered_at, answered_by, kept_open) on prevention.close_proposal to bofast_app;
grant update (sent_on, proof, withdrawn_at, withdrawn_reason) on prevention.decision to bofast_app;
grant update (done_on, not_needed, note, changed_at, changed_by) on prevention.lost_home_step to bofast_app;
grant update (superseded_at) on prevention.outcome to bofast_app;
grant update (ended_at, ended_by) on prevention.participation to bofast_app;

-- review
CREATE OR REPLACE FUNCTION review.refuse_when_signed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
declare
    of_round uuid;
begin
    if tg_table_name = 'question' then
        select i.round_id into of_round from review.item i
        where i.board_id = coalesce(new.board_id, old.board_id) and i.id = coalesce(new.item_id, old.item_id);
    elsif tg_table_name = 'round' then
        of_round := old.id;
    else
        of_round := coalesce(new.round_id, old.round_id);
    end if;
    if exists (select from review.round r
               where r.board_id = coalesce(new.board_id, old.board_id) and r.id = of_round and r.signed_at is not null) then
        raise exception 'the round is signed' using errcode = 'integrity_constraint_violation';
    end if;
    return coalesce(new, old);
end
$function$

create table review.item (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    round_id uuid not null,
    number integer not null,
    account_id uuid not null,
    person_id uuid not null,
    occasions integer not null,
    searches integer not null,
    writes integer not null,
    first_at timestamp with time zone not null,
    last_at timestamp with time zone not null,
    judgement text,
    note text,
    judged_at timestamp with time zone,
    judged_by uuid,
    constraint item_numbered_once UNIQUE (board_id, round_id, number),
    constraint item_once_a_round UNIQUE (board_id, round_id, account_id, person_id),
    constraint item_pk PRIMARY KEY (board_id, id),
    constraint item_round_fk FOREIGN KEY (board_id, round_id) REFERENCES review.round(board_id, id),
    constraint item_judged_by_another CHECK ((judged_by <> account_id)),
    constraint item_judged_whole CHECK ((num_nonnulls(judgement, judged_at, judged_by) = ANY (ARRAY[0, 3]))),
    constraint item_judgement_known CHECK ((judgement = ANY (ARRAY['IN_ORDER'::text, 'ASKED_HEAD'::text, 'UNAUTHORISED'::text]))),
    constraint item_unauthorised_says_why CHECK (((judgement <> 'UNAUTHORISED'::text) OR (note IS NOT NULL)))
);
create table review.own_address (
    board_id uuid not null,
    area_id uuid not null,
    account_id uuid not null,
    address_key text not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint own_address_pk PRIMARY KEY (board_id, account_id),
    constraint own_address_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint own_address_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint own_address_says_something CHECK ((address_key <> ''::text))
);
create table review.pair (
    board_id uuid not null,
    area_id uuid not null,
    round_id uuid not null,
    account_id uuid not null,
    person_id uuid not null,
    occasions integer not null,
    searches integer not null,
    writes integer not null,
    first_at timestamp with time zone not null,
    last_at timestamp with time zone not null,
    constraint pair_pk PRIMARY KEY (board_id, round_id, account_id, person_id),
    constraint pair_round_fk FOREIGN KEY (board_id, round_id) REFERENCES review.round(board_id, id)
);
create table review.pick (
    board_id uuid not null,
    area_id uuid not null,
    round_id uuid not null,
    account_id uuid not null,
    person_id uuid not null,
    rule text not null,
    times integer not null,
    constraint pick_pk PRIMARY KEY (board_id, round_id, account_id, person_id, rule),
    constraint pick_round_fk FOREIGN KEY (board_id, round_id) REFERENCES review.round(board_id, id)
);
create table review.question (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    item_id uuid not null,
    head_id uuid not null,
    question text not null,
    asked_at timestamp with time zone not null,
    asked_by uuid not null,
    needed boolean,
    answer text,
    answered_at timestamp with time zone,
    answered_by uuid,
    constraint question_pk PRIMARY KEY (board_id, id),
    constraint question_head_fk FOREIGN KEY (head_id) REFERENCES access.account(id),
    constraint question_item_fk FOREIGN KEY (board_id, item_id) REFERENCES review.item(board_id, id),
    constraint question_answered_whole CHECK ((num_nonnulls(needed, answer, answered_at, answered_by) = ANY (ARRAY[0, 4])))
);
create table review.round (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    start_on date not null,
    end_on date not null,
    due_on date not null,
    seed text not null,
    opens_minute integer not null,
    closes_minute integer not null,
    sample_percent integer not null,
    sample_least integer not null,
    many_people integer not null,
    many_searches integer not null,
    closed_days integer not null,
    rules_off text[] not null,
    entries bigint not null,
    pairs bigint not null,
    sampled integer not null,
    opened_at timestamp with time zone not null,
    opened_by uuid,
    signed_at timestamp with time zone,
    signed_by uuid,
    sum bytea,
    constraint round_once_a_period UNIQUE (board_id, area_id, start_on),
    constraint round_pk PRIMARY KEY (board_id, id),
    constraint round_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint round_runs_forward CHECK ((end_on >= start_on)),
    constraint round_signed_whole CHECK ((num_nonnulls(signed_at, signed_by, sum) = ANY (ARRAY[0, 3])))
);
create table review.setting (
    board_id uuid not null,
    area_id uuid not null,
    opens_minute integer not null,
    closes_minute integer not null,
    sample_percent integer not null,
    sample_least integer not null,
    many_people integer not null,
    many_searches integer not null,
    closed_days integer not null,
    sign_days integer not null,
    rules_off text[] not null,
    version integer not null,
    changed_at timestamp with time zone not null,
    changed_by uuid,
    constraint setting_pk PRIMARY KEY (board_id, area_id),
    constraint setting_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint setting_limits_are_limits CHECK (((many_people > 1) AND (many_searches > 1) AND (closed_days >= 0) AND (sign_days > 0))),
    constraint setting_opens_before_it_closes CHECK (((0 <= opens_minute) AND (opens_minute < closes_minute) AND (closes_minute <= 1440))),
    constraint setting_sample_is_a_share CHECK ((((sample_percent >= 0) AND (sample_percent <= 100)) AND (sample_least >= 0)))
);
create table review.verification (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    checked_at timestamp with time zone not null,
    checked_by uuid,
    seals bigint not null,
    sealed bigint not null,
    open bigint not null,
    fingerprint text,
    broken_number bigint,
    broken_entries bigint,
    broken_found bigint,
    constraint verification_pk PRIMARY KEY (board_id, id),
    constraint verification_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id),
    constraint verification_broken_whole CHECK ((num_nonnulls(broken_number, broken_entries, broken_found) = ANY (ARRAY[0, 3])))
);
CREATE INDEX item_account ON review.item USING btree (board_id, account_id, person_id);
CREATE INDEX item_left ON review.item USING btree (board_id, round_id, number) WHERE (judgement IS NULL);
CREATE INDEX own_address_account ON review.own_address USING btree (account_id);
CREATE INDEX own_address_area ON review.own_address USING btree (board_id, area_id);
CREATE INDEX pick_rule ON review.pick USING btree (board_id, round_id, rule, account_id, person_id);
CREATE INDEX question_head ON review.question USING btree (head_id);
CREATE INDEX question_item ON review.question USING btree (board_id, item_id);
CREATE INDEX verification_area ON review.verification USING btree (board_id, area_id, checked_at);
create policy board_and_area on review.item using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on review.own_address using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on review.pair using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on review.pick using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on review.question using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on review.round using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on review.setting using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on review.verification using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create view review.v_look with (security_invoker=true) as
 SELECT e.board_id,
    e.area_id,
    e.entry_id,
    e.at,
    e.account_id,
    e.unit_id,
    e.role,
    e.action,
    p.person_id,
    e.action = 'SEARCH_PERSON'::text AS searched,
    e.action !~~ 'SEE\_%'::text AND (e.action <> ALL (ARRAY['SEARCH_PERSON'::text, 'REFUSED'::text, 'BREAK_GLASS'::text])) AS wrote
   FROM audit.v_access e
     CROSS JOIN LATERAL unnest(e.person_ids) p(person_id)
  WHERE e.account_id IS NOT NULL AND e.role IS NOT NULL AND (e.action <> ALL (ARRAY['SEE_DAY'::text, 'SEE_CASES'::text, 'SEE_SIGNALS'::text, 'SEE_APPOINTMENTS'::text, 'IMPORT_SIGNALS'::text, 'DRILL_STATISTICS'::text, 'PRINT_LETTERS'::text, 'SEE_WHO_HAS_SEEN'::text, 'REVIEW_LOG'::text])) AND (e.action = 'SEARCH_PERSON'::text OR cardinality(e.person_ids) <= 20)
UNION ALL
 SELECT e.board_id,
    e.area_id,
    e.entry_id,
    e.at,
    e.account_id,
    e.unit_id,
    e.role,
    e.action,
    c.person_id,
    false AS searched,
    false AS wrote
   FROM audit.v_access e
     JOIN prevention.v_case c ON c.board_id = e.board_id AND c.case_id = e.subject_id
  WHERE e.action = 'REFUSED'::text AND e.subject_kind = 'prevention-case'::text AND c.person_id IS NOT NULL AND e.account_id IS NOT NULL;
create view review.v_round with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS round_id,
    start_on,
    end_on,
    due_on,
    entries,
    pairs,
    sampled,
    opened_at,
    signed_at
   FROM review.round r;
create view review.v_tie with (security_invoker=true) as
 SELECT c.board_id,
    c.responsible_id AS account_id,
    NULL::uuid AS unit_id,
    c.person_id,
    'RESPONSIBLE'::text AS tie
   FROM prevention.v_case c
  WHERE c.responsible_id IS NOT NULL AND c.person_id IS NOT NULL
UNION ALL
 SELECT c.board_id,
    NULL::uuid AS account_id,
    c.unit_id,
    c.person_id,
    'UNIT'::text AS tie
   FROM prevention.v_case c
  WHERE c.unit_id IS NOT NULL AND c.person_id IS NOT NULL
UNION ALL
 SELECT s.board_id,
    s.responsible_id AS account_id,
    NULL::uuid AS unit_id,
    s.person_id,
    'SIGNAL'::text AS tie
   FROM intake.v_signal s
  WHERE s.responsible_id IS NOT NULL AND s.person_id IS NOT NULL
UNION ALL
 SELECT s.board_id,
    NULL::uuid AS account_id,
    s.unit_id,
    s.person_id,
    'SIGNAL'::text AS tie
   FROM intake.v_signal s
  WHERE s.unit_id IS NOT NULL AND s.person_id IS NOT NULL
UNION ALL
 SELECT a.board_id,
    a.account_id,
    NULL::uuid AS unit_id,
    a.person_id,
    'ASSIGNMENT'::text AS tie
   FROM support.v_assignment a
  WHERE a.account_id IS NOT NULL
UNION ALL
 SELECT a.board_id,
    NULL::uuid AS account_id,
    a.unit_id,
    a.person_id,
    'ASSIGNMENT'::text AS tie
   FROM support.v_assignment a
  WHERE a.unit_id IS NOT NULL
UNION ALL
 SELECT c.board_id,
    c.recorded_by AS account_id,
    NULL::uuid AS unit_id,
    c.person_id,
    'CONTACT'::text AS tie
   FROM support.v_contact c
  WHERE c.recorded_by IS NOT NULL AND c.person_id IS NOT NULL
UNION ALL
 SELECT v.board_id,
    v.account_id,
    NULL::uuid AS unit_id,
    v.person_id,
    'VISIT'::text AS tie
   FROM support.v_visit v
  WHERE v.person_id IS NOT NULL
UNION ALL
 SELECT a.board_id,
    a.account_id,
    NULL::uuid AS unit_id,
    a.person_id,
    'APPOINTMENT'::text AS tie
   FROM support.v_appointment a
  WHERE a.person_id IS NOT NULL
UNION ALL
 SELECT r.board_id,
    r.adviser_id AS account_id,
    NULL::uuid AS unit_id,
    r.person_id,
    'REFERRAL'::text AS tie
   FROM debt.v_referral r
  WHERE r.adviser_id IS NOT NULL AND r.person_id IS NOT NULL;
grant insert, select on review.item to bofast_app;
grant delete, insert, select, update on review.own_address to bofast_app;
grant delete, insert, select on review.pair to bofast_app;
grant insert, select on review.pick to bofast_app;
grant insert, select on review.question to bofast_app;
grant insert, select on review.round to bofast_app;
grant insert, select, update on review.setting to bofast_app;
grant select on review.v_look to bofast_app;
grant select on review.v_round to bofast_app;
grant select on review.v_tie to bofast_app;
grant insert, select on review.verification to bofast_app;
grant update (judgement, note, judged_at, judged_by) on review.item to bofast_app;
grant update (needed, answer, answered_at, answered_by) on review.question to bofast_app;
grant update (entries, pairs, sampled, signed_at, signed_by, sum) on review.round to bofast_app;

-- support
CREATE OR REPLACE FUNCTION support.board_with_code(hashes text[], now timestamp with time zone)
 RETURNS TABLE(board_id uuid, area_id uuid, code_hash text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT a.board_id,
     a.area_id,
     a.code_hash
    FROM support.appointment a
   WHERE ((a.code_hash = ANY (board_with_code.hashes)) AND (a.code_until_at > board_with_code.now) AND (a.state = ANY (ARRAY['PROPOSED'::text, 'CONFIRMED'::text, 'MOVED'::text, 'DECLINED'::text])));
END

CREATE OR REPLACE FUNCTION support.code_keys()
 RETURNS TABLE(secret bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT k.secret
    FROM support.code_key k
   ORDER BY k.board_id, k.area_id;
END

create table support.appointment (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    matter_kind text not null,
    matter_id uuid not null,
    person_id uuid not null,
    slot_id uuid not null,
    state text not null,
    interpreter_language text,
    code_hash text not null,
    code_until_at timestamp with time zone not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint appointment_pk PRIMARY KEY (board_id, id),
    constraint appointment_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint appointment_slot_fk FOREIGN KEY (board_id, slot_id) REFERENCES support.slot(board_id, id),
    constraint appointment_code_is_hashed CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text)),
    constraint appointment_state_known CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'CONFIRMED'::text, 'MOVED'::text, 'DECLINED'::text, 'CAME'::text, 'DID_NOT_COME'::text, 'CANCELLED'::text])))
);
create table support.appointment_event (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    appointment_id uuid not null,
    ordinal integer not null,
    slot_id uuid not null,
    state text not null,
    by_code boolean not null,
    undo boolean not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint appointment_event_in_order UNIQUE (board_id, appointment_id, ordinal),
    constraint appointment_event_pk PRIMARY KEY (board_id, id),
    constraint appointment_event_appointment_fk FOREIGN KEY (board_id, appointment_id) REFERENCES support.appointment(board_id, id),
    constraint appointment_event_slot_fk FOREIGN KEY (board_id, slot_id) REFERENCES support.slot(board_id, id),
    constraint appointment_event_state_known CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'CONFIRMED'::text, 'MOVED'::text, 'DECLINED'::text, 'CAME'::text, 'DID_NOT_COME'::text, 'CANCELLED'::text])))
);
create table support.assignment (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    account_id uuid,
    external_number text,
    start_on date not null,
    end_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint assignment_pk PRIMARY KEY (board_id, id),
    constraint assignment_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint assignment_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint assignment_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint assignment_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
create table support.code_key (
    board_id uuid not null,
    area_id uuid not null,
    secret bytea not null,
    recorded_at timestamp with time zone not null,
    constraint code_key_pk PRIMARY KEY (board_id, area_id),
    constraint code_key_long_enough CHECK ((octet_length(secret) >= 32))
);
create table support.contact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    matter_kind text not null,
    matter_id uuid not null,
    person_id uuid,
    counterpart text not null,
    way text not null,
    outcome text not null,
    with_landlord boolean not null,
    happened_at timestamp with time zone not null,
    note text,
    advice text[] not null,
    next_try_on date,
    next_try_way text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    to_file_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_reason text,
    landlord_told text,
    constraint contact_pk PRIMARY KEY (board_id, id),
    constraint contact_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint contact_advice_known CHECK ((advice <@ ARRAY['TENANCY_ADVICE'::text, 'BUDGET_ADVICE'::text, 'SENT_TO_BUDGET_ADVISER'::text, 'SENT_TO_INCOME_SUPPORT'::text, 'SENT_TO_OTHER'::text, 'HELP_WITH_PAPERS'::text, 'WARNING_HELPED'::text, 'CONSULTED_COLLEAGUE'::text])),
    constraint contact_counterpart_known CHECK ((counterpart = ANY (ARRAY['TENANT'::text, 'LANDLORD'::text, 'ENFORCEMENT_AUTHORITY'::text, 'OTHER_UNIT'::text, 'HEALTH_CARE'::text, 'RELATIVE'::text, 'COLLEAGUE'::text, 'OTHER'::text]))),
    constraint contact_landlord_told_known CHECK ((landlord_told = ANY (ARRAY['NOTHING_ABOUT_ANYONE'::text, 'CONTACT_ABOUT_DEBT'::text, 'AGREED_STEPS'::text, 'OTHER_ABOUT_HOME'::text]))),
    constraint contact_landlord_told_to_landlord CHECK (((landlord_told IS NULL) OR (counterpart = 'LANDLORD'::text))),
    constraint contact_next_try_has_a_day CHECK (((next_try_way IS NULL) OR (next_try_on IS NOT NULL))),
    constraint contact_outcome_known CHECK ((outcome = ANY (ARRAY['PERSONAL_CONTACT'::text, 'NO_ANSWER'::text, 'LEFT_MESSAGE'::text, 'RETURNED'::text, 'REFUSED'::text, 'SENT'::text, 'INFORMATION_GIVEN'::text]))),
    constraint contact_way_known CHECK ((way = ANY (ARRAY['LETTER'::text, 'PHONE'::text, 'SMS'::text, 'EMAIL'::text, 'HOME_VISIT'::text, 'OFFICE'::text, 'DIGITAL_MEETING'::text]))),
    constraint contact_withdrawn_says_why CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);
create table support.slot (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    unit_id uuid not null,
    series_id uuid not null,
    start_at timestamp with time zone not null,
    end_at timestamp with time zone not null,
    place text not null,
    language text,
    appointment_id uuid,
    withdrawn_at timestamp with time zone,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint slot_one_at_a_time EXCLUDE USING gist (board_id WITH =, account_id WITH =, tstzrange(start_at, end_at) WITH &&) WHERE ((withdrawn_at IS NULL)),
    constraint slot_pk PRIMARY KEY (board_id, id),
    constraint slot_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint slot_appointment_fk FOREIGN KEY (board_id, appointment_id) REFERENCES support.appointment(board_id, id),
    constraint slot_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id),
    constraint slot_runs_forward CHECK ((end_at > start_at)),
    constraint slot_taken_is_not_withdrawn CHECK (((appointment_id IS NULL) OR (withdrawn_at IS NULL)))
);
create table support.visit (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    matter_kind text not null,
    matter_id uuid not null,
    person_id uuid,
    account_id uuid not null,
    with_account_id uuid,
    with_landlord boolean not null,
    start_at timestamp with time zone not null,
    check_in_due_at timestamp with time zone not null,
    check_in_account_id uuid not null,
    checked_in_at timestamp with time zone,
    checked_in_by uuid,
    cancelled_at timestamp with time zone,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint visit_pk PRIMARY KEY (board_id, id),
    constraint visit_account_fk FOREIGN KEY (account_id) REFERENCES access.account(id),
    constraint visit_check_in_account_fk FOREIGN KEY (check_in_account_id) REFERENCES access.account(id),
    constraint visit_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint visit_with_account_fk FOREIGN KEY (with_account_id) REFERENCES access.account(id),
    constraint visit_check_in_comes_after CHECK ((check_in_due_at > start_at)),
    constraint visit_goes_with_somebody_else CHECK ((with_account_id <> account_id)),
    constraint visit_somebody_else_waits CHECK ((check_in_account_id <> account_id))
);
create table support.visit_note (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    note text not null,
    two_people boolean not null,
    until_on date not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    ended_at timestamp with time zone,
    constraint visit_note_pk PRIMARY KEY (board_id, id),
    constraint visit_note_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id)
);
CREATE UNIQUE INDEX appointment_code ON support.appointment USING btree (code_hash);
CREATE INDEX appointment_event_slot ON support.appointment_event USING btree (board_id, slot_id);
CREATE INDEX appointment_matter ON support.appointment USING btree (board_id, matter_id);
CREATE INDEX appointment_person ON support.appointment USING btree (board_id, person_id);
CREATE INDEX appointment_slot ON support.appointment USING btree (board_id, slot_id);
CREATE UNIQUE INDEX appointment_slot_once ON support.appointment USING btree (board_id, slot_id) WHERE (state <> ALL (ARRAY['DECLINED'::text, 'CANCELLED'::text]));
CREATE INDEX assignment_account ON support.assignment USING btree (account_id);
CREATE INDEX assignment_person ON support.assignment USING btree (board_id, person_id, start_on);
CREATE INDEX assignment_unit ON support.assignment USING btree (board_id, unit_id);
CREATE INDEX contact_matter ON support.contact USING btree (board_id, matter_id, happened_at);
CREATE INDEX contact_next_try ON support.contact USING btree (board_id, next_try_on) WHERE ((next_try_on IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE INDEX contact_person ON support.contact USING btree (board_id, person_id);
CREATE INDEX slot_account ON support.slot USING btree (account_id);
CREATE UNIQUE INDEX slot_appointment ON support.slot USING btree (board_id, appointment_id);
CREATE INDEX slot_free ON support.slot USING btree (board_id, unit_id, start_at, id) WHERE ((appointment_id IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX slot_unit ON support.slot USING btree (board_id, unit_id, start_at);
CREATE INDEX visit_account ON support.visit USING btree (account_id);
CREATE INDEX visit_check_in_account ON support.visit USING btree (check_in_account_id);
CREATE INDEX visit_matter ON support.visit USING btree (board_id, matter_id, start_at);
CREATE INDEX visit_not_heard_of ON support.visit USING btree (board_id, check_in_due_at) WHERE ((checked_in_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX visit_note_person ON support.visit_note USING btree (board_id, person_id);
CREATE INDEX visit_person ON support.visit USING btree (board_id, person_id);
CREATE INDEX visit_with_account ON support.visit USING btree (with_account_id);
create policy board_and_area on support.appointment using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on support.appointment as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on support.appointment as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy the_door_looks_for_the_board on support.appointment for select to bofast_owner using (true);
create policy board_and_area on support.appointment_event using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on support.appointment_event as restrictive for delete using ((EXISTS ( SELECT
   FROM support.appointment a
  WHERE ((a.board_id = appointment_event.board_id) AND (a.id = appointment_event.appointment_id) AND ((a.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (a.matter_id IN ( SELECT audit.decided('CASE'::text) AS decided)))))));
create policy board_and_area on support.assignment using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on support.assignment as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on support.assignment as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on support.code_key using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy the_door_knows_the_keys on support.code_key for select to bofast_owner using (true);
create policy board_and_area on support.contact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on support.contact as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on support.contact as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on support.slot using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on support.visit using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on support.visit as restrictive for delete using (((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)) OR (matter_id IN ( SELECT audit.decided('CASE'::text) AS decided))));
create policy hidden_people on support.visit as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on support.visit_note using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on support.visit_note as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on support.visit_note as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create view support.v_appointment with (security_invoker=true) as
 SELECT a.board_id,
    a.area_id,
    a.id AS appointment_id,
    a.matter_kind,
    a.matter_id,
    a.person_id,
    a.slot_id,
    s.account_id,
    s.unit_id,
    s.start_at,
    s.end_at,
    a.state,
    a.state = 'CAME'::text AS came,
    a.interpreter_language,
    a.recorded_at AS proposed_at
   FROM support.appointment a
     JOIN support.slot s ON s.board_id = a.board_id AND s.id = a.slot_id;
create view support.v_appointment_event with (security_invoker=true) as
 SELECT board_id,
    area_id,
    appointment_id,
    ordinal,
    slot_id,
    state,
    by_code,
    undo,
    recorded_at
   FROM support.appointment_event;
create view support.v_assignment with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS assignment_id,
    person_id,
    unit_id,
    account_id,
    external_number,
    start_on,
    end_on,
    period
   FROM support.assignment;
create view support.v_contact with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS contact_id,
    matter_kind,
    matter_id,
    person_id,
    counterpart,
    way,
    outcome,
    with_landlord,
    happened_at,
    advice,
    next_try_on,
    next_try_way,
    recorded_by
   FROM support.contact
  WHERE withdrawn_at IS NULL;
create view support.v_note with (security_invoker=true) as
 SELECT assignment.board_id,
    assignment.area_id,
    assignment.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(assignment.recorded_at), assignment.end_on) AS noted_on
   FROM support.assignment
UNION ALL
 SELECT contact.board_id,
    contact.area_id,
    contact.person_id,
    contact.matter_id,
    GREATEST(framework.day_of(GREATEST(contact.recorded_at, contact.happened_at, contact.to_file_at, contact.withdrawn_at)), contact.next_try_on) AS noted_on
   FROM support.contact
UNION ALL
 SELECT visit_note.board_id,
    visit_note.area_id,
    visit_note.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(GREATEST(visit_note.recorded_at, visit_note.ended_at)) AS noted_on
   FROM support.visit_note
UNION ALL
 SELECT visit.board_id,
    visit.area_id,
    visit.person_id,
    visit.matter_id,
    framework.day_of(GREATEST(visit.recorded_at, visit.start_at, visit.check_in_due_at, visit.checked_in_at, visit.cancelled_at)) AS noted_on
   FROM support.visit
UNION ALL
 SELECT a.board_id,
    a.area_id,
    a.person_id,
    a.matter_id,
    framework.day_of(GREATEST(a.recorded_at, s.end_at)) AS noted_on
   FROM support.appointment a
     JOIN support.slot s ON s.board_id = a.board_id AND s.id = a.slot_id
UNION ALL
 SELECT a.board_id,
    a.area_id,
    a.person_id,
    a.matter_id,
    framework.day_of(e.recorded_at) AS noted_on
   FROM support.appointment_event e
     JOIN support.appointment a ON a.board_id = e.board_id AND a.id = e.appointment_id;
create view support.v_slot with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS slot_id,
    account_id,
    unit_id,
    start_at,
    end_at,
    language,
    appointment_id,
    withdrawn_at
   FROM support.slot;
create view support.v_visit with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS visit_id,
    matter_kind,
    matter_id,
    person_id,
    account_id,
    with_landlord,
    start_at,
    check_in_due_at,
    check_in_account_id,
    checked_in_at,
    cancelled_at
   FROM support.visit;
create view support.v_visit_note with (security_invoker=true) as
 SELECT board_id,
    person_id,
    two_people,
    until_on,
    ended_at
   FROM support.visit_note;
grant delete, insert, select on support.appointment to bofast_app;
grant delete, insert, select on support.appointment_event to bofast_app;
grant delete, insert, select on support.assignment to bofast_app;
grant insert, select on support.code_key to bofast_app;
grant delete, insert, select on support.contact to bofast_app;
grant insert, select on support.slot to bofast_app;
grant select on support.v_appointment to bofast_app;
grant select on support.v_appointment_event to bofast_app;
grant select on support.v_assignment to bofast_app;
grant select on support.v_contact to bofast_app;
grant select on support.v_note to bofast_app;
grant select on support.v_slot to bofast_app;
grant select on support.v_visit to bofast_app;
grant select on support.v_visit_note to bofast_app;
grant delete, insert, select on support.visit to bofast_app;
grant delete, insert, select on support.visit_note to bofast_app;
grant update (slot_id, state, code_until_at) on support.appointment to bofast_app;
grant update (account_id, external_number, end_on) on support.assignment to bofast_app;
grant update (next_try_on, next_try_way, to_file_at, withdrawn_at, withdrawn_reason) on support.contact to bofast_app;
grant update (appointment_id, withdrawn_at) on support.slot to bofast_app;
grant update (checked_in_at, checked_in_by, cancelled_at) on support.visit to bofast_app;
grant update (ended_at) on support.visit_note to bofast_app;

-- tenancy
create table tenancy.entry (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    lease_id uuid not null,
    kind text not null,
    entry_on date not null,
    amount_ore bigint not null,
    reference text,
    note text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    withdrawn_reason text,
    constraint entry_pk PRIMARY KEY (board_id, id),
    constraint entry_lease_fk FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id),
    constraint entry_amount_positive CHECK (((amount_ore >= 1) AND (amount_ore <= '10000000000'::bigint))),
    constraint entry_credit_has_note CHECK (((kind <> 'CREDIT'::text) OR (note IS NOT NULL))),
    constraint entry_kind_known CHECK ((kind = ANY (ARRAY['PAID_BY_TENANT'::text, 'PAID_BY_BOARD'::text, 'PAID_BY_OTHER'::text, 'CREDIT'::text]))),
    constraint entry_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);
create table tenancy.home_search (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    place text not null,
    since_on date not null,
    note text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint home_search_person_once UNIQUE (board_id, id, person_id),
    constraint home_search_pk PRIMARY KEY (board_id, id),
    constraint home_search_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint home_search_kind_known CHECK ((kind = ANY (ARRAY['QUEUE'::text, 'APPLICATION'::text])))
);
create table tenancy.home_search_step (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    search_id uuid not null,
    person_id uuid not null,
    kind text not null,
    happened_on date not null,
    renew_by_on date,
    note text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    constraint home_search_step_pk PRIMARY KEY (board_id, id),
    constraint home_search_step_search_fk FOREIGN KEY (board_id, search_id, person_id) REFERENCES tenancy.home_search(board_id, id, person_id),
    constraint home_search_step_kind_known CHECK ((kind = ANY (ARRAY['BEGUN'::text, 'RENEWED'::text, 'VIEWING'::text, 'ANSWER_YES'::text, 'ANSWER_NO'::text, 'NO_ANSWER'::text, 'OFFERED'::text, 'DECLINED'::text, 'GOT_HOME'::text, 'ENDED'::text])))
);
create table tenancy.landlord_payment (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    apartment_id uuid not null,
    month_on date not null,
    paid_on date not null,
    amount_ore bigint not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    withdrawn_reason text,
    together_id uuid,
    constraint landlord_payment_pk PRIMARY KEY (board_id, id),
    constraint landlord_payment_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint landlord_payment_month_first CHECK ((EXTRACT(day FROM month_on) = (1)::numeric)),
    constraint landlord_payment_not_negative CHECK (((amount_ore >= 0) AND (amount_ore <= '10000000000'::bigint))),
    constraint landlord_payment_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);
create table tenancy.lease (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    dwelling_id uuid not null,
    apartment_id uuid,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint lease_pk PRIMARY KEY (board_id, id),
    constraint lease_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint lease_dwelling_fk FOREIGN KEY (board_id, dwelling_id) REFERENCES dwelling.dwelling(board_id, id)
);
create table tenancy.lease_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    lease_id uuid not null,
    tenure text not null,
    start_on date not null,
    until_on date,
    end_on date,
    end_cause text,
    notice_on date,
    notice_by text,
    notice_ground text,
    notice_last_on date,
    notice_months integer,
    let_with_others boolean,
    waiver_made_on date,
    waiver_until date,
    waiver_approved boolean,
    landlord_told_on date,
    period daterange generated always as (daterange(start_on, end_on, '[]'::text)),
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    reviewed_on date,
    tenant_died_on date,
    constraint lease_fact_pk PRIMARY KEY (board_id, id),
    constraint lease_fact_lease_fk FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id),
    constraint lease_fact_cause_has_end CHECK (((end_cause IS NULL) OR (end_on IS NOT NULL))),
    constraint lease_fact_end_cause_known CHECK ((end_cause = ANY (ARRAY['TAKEN_OVER'::text, 'MOVED'::text, 'RENT'::text, 'DISTURBANCE'::text, 'TIME_OUT'::text, 'DIED'::text, 'OTHER'::text, 'UNKNOWN'::text, 'MISTAKE'::text]))),
    constraint lease_fact_mistake_was_never CHECK (((end_cause <> 'MISTAKE'::text) OR (end_on = start_on))),
    constraint lease_fact_notice_by_known CHECK ((notice_by = ANY (ARRAY['TENANT'::text, 'BOARD'::text, 'LANDLORD'::text]))),
    constraint lease_fact_notice_few CHECK (((notice_months >= 0) AND (notice_months <= 24))),
    constraint lease_fact_notice_whole CHECK (((notice_on IS NULL) = (notice_by IS NULL))),
    constraint lease_fact_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on))),
    constraint lease_fact_tenure_known CHECK ((tenure = ANY (ARRAY['FIRST_HAND'::text, 'SUBLET'::text, 'TRIAL'::text, 'TRAINING'::text, 'HOUSING_FIRST'::text, 'TRANSITIONAL'::text]))),
    constraint lease_fact_until_after_start CHECK (((until_on IS NULL) OR (until_on >= start_on))),
    constraint lease_fact_waiver_whole CHECK (((waiver_made_on IS NULL) = (waiver_approved IS NULL)))
);
create table tenancy.lease_party (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    lease_id uuid not null,
    person_id uuid not null,
    start_on date not null,
    end_on date,
    constraint lease_party_pk PRIMARY KEY (board_id, id),
    constraint lease_party_lease_fk FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id),
    constraint lease_party_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint lease_party_runs_forward CHECK (((end_on IS NULL) OR (end_on >= start_on)))
);
create table tenancy.offer (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    referral_id uuid not null,
    person_id uuid not null,
    apartment_id uuid not null,
    offered_on date not null,
    answer_by_on date not null,
    motivation text not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint offer_referral_once UNIQUE (board_id, id, referral_id),
    constraint offer_pk PRIMARY KEY (board_id, id),
    constraint offer_apartment_fk FOREIGN KEY (board_id, apartment_id) REFERENCES dwelling.apartment(board_id, id),
    constraint offer_referral_fk FOREIGN KEY (board_id, referral_id, person_id) REFERENCES tenancy.referral(board_id, id, person_id),
    constraint offer_answer_after_offer CHECK ((answer_by_on >= offered_on))
);
create table tenancy.referral (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    account_id uuid,
    referred_on date not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint referral_person_once UNIQUE (board_id, id, person_id),
    constraint referral_pk PRIMARY KEY (board_id, id),
    constraint referral_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint referral_unit_fk FOREIGN KEY (board_id, unit_id) REFERENCES access.unit(board_id, id)
);
create table tenancy.referral_event (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    referral_id uuid not null,
    person_id uuid not null,
    offer_id uuid,
    lease_id uuid,
    kind text not null,
    happened_on date not null,
    months integer,
    result text,
    note text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    withdrawn_reason text,
    constraint referral_event_pk PRIMARY KEY (board_id, id),
    constraint referral_event_lease_fk FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id),
    constraint referral_event_offer_fk FOREIGN KEY (board_id, offer_id, referral_id) REFERENCES tenancy.offer(board_id, id, referral_id),
    constraint referral_event_referral_fk FOREIGN KEY (board_id, referral_id, person_id) REFERENCES tenancy.referral(board_id, id, person_id),
    constraint referral_event_kind_known CHECK ((kind = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'OFFER_WITHDRAWN'::text, 'KEY'::text, 'MOVED_IN'::text, 'CONTROL_POINT'::text, 'LANDLORD_MEETING'::text, 'TAKEN_OVER'::text, 'ENDED'::text, 'FOLLOW_UP'::text, 'CLOSED'::text]))),
    constraint referral_event_lease_given CHECK (((kind <> ALL (ARRAY['MOVED_IN'::text, 'TAKEN_OVER'::text])) OR (lease_id IS NOT NULL))),
    constraint referral_event_months_known CHECK (
CASE kind
    WHEN 'CONTROL_POINT'::text THEN (months = ANY (ARRAY[3, 6, 9, 12]))
    WHEN 'FOLLOW_UP'::text THEN (months = ANY (ARRAY[6, 12]))
    ELSE (months IS NULL)
END),
    constraint referral_event_offer_given CHECK (((kind <> ALL (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'OFFER_WITHDRAWN'::text, 'KEY'::text, 'MOVED_IN'::text])) OR (offer_id IS NOT NULL))),
    constraint referral_event_withdrawn_whole CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
);
create table tenancy.referral_fact (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    referral_id uuid not null,
    person_id uuid not null,
    granted_on date,
    kinds text[] not null,
    rooms_least integer,
    people integer,
    floor_most integer,
    lift boolean not null,
    step_free boolean not null,
    wheelchair boolean not null,
    not_shared boolean not null,
    rent_most_ore bigint,
    areas_wished text[] not null,
    areas_avoided text[] not null,
    pets boolean not null,
    near_school text,
    words text,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint referral_fact_pk PRIMARY KEY (board_id, id),
    constraint referral_fact_referral_fk FOREIGN KEY (board_id, referral_id, person_id) REFERENCES tenancy.referral(board_id, id, person_id),
    constraint referral_fact_floor_real CHECK (((floor_most >= '-3'::integer) AND (floor_most <= 60))),
    constraint referral_fact_kinds_known CHECK ((kinds <@ ARRAY['TRAINING'::text, 'TRIAL'::text, 'TRANSITIONAL'::text, 'HOUSING_FIRST'::text, 'ACUTE'::text, 'SUPPORTED'::text, 'RESPITE'::text])),
    constraint referral_fact_people_few CHECK (((people >= 1) AND (people <= 30))),
    constraint referral_fact_rent_real CHECK (((rent_most_ore >= 1) AND (rent_most_ore <= 100000000))),
    constraint referral_fact_rooms_few CHECK (((rooms_least >= 1) AND (rooms_least <= 12)))
);
create table tenancy.rent (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    lease_id uuid not null,
    start_on date not null,
    rent_ore bigint not null,
    recorded_at timestamp with time zone not null,
    recorded_by uuid,
    superseded_at timestamp with time zone,
    reason text not null,
    constraint rent_pk PRIMARY KEY (board_id, id),
    constraint rent_lease_fk FOREIGN KEY (board_id, lease_id) REFERENCES tenancy.lease(board_id, id),
    constraint rent_not_negative CHECK (((rent_ore >= 0) AND (rent_ore <= 100000000)))
);
CREATE INDEX entry_lease ON tenancy.entry USING btree (board_id, lease_id, entry_on);
CREATE INDEX home_search_person ON tenancy.home_search USING btree (board_id, person_id);
CREATE INDEX home_search_step_search ON tenancy.home_search_step USING btree (board_id, search_id, person_id, happened_on);
CREATE INDEX landlord_payment_apartment ON tenancy.landlord_payment USING btree (board_id, apartment_id);
CREATE INDEX landlord_payment_month ON tenancy.landlord_payment USING btree (board_id, month_on) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX landlord_payment_once ON tenancy.landlord_payment USING btree (board_id, apartment_id, month_on) WHERE (withdrawn_at IS NULL);
CREATE INDEX landlord_payment_together ON tenancy.landlord_payment USING btree (board_id, together_id) WHERE (together_id IS NOT NULL);
CREATE INDEX lease_apartment ON tenancy.lease USING btree (board_id, apartment_id);
CREATE INDEX lease_dwelling ON tenancy.lease USING btree (board_id, dwelling_id);
CREATE UNIQUE INDEX lease_fact_current ON tenancy.lease_fact USING btree (board_id, lease_id) WHERE (superseded_at IS NULL);
CREATE INDEX lease_fact_ending ON tenancy.lease_fact USING btree (board_id, end_on, start_on) WHERE (superseded_at IS NULL);
CREATE INDEX lease_fact_lease ON tenancy.lease_fact USING btree (board_id, lease_id, recorded_at);
CREATE UNIQUE INDEX lease_party_once ON tenancy.lease_party USING btree (board_id, lease_id, person_id, start_on);
CREATE INDEX lease_party_person ON tenancy.lease_party USING btree (board_id, person_id);
CREATE INDEX offer_apartment ON tenancy.offer USING btree (board_id, apartment_id);
CREATE INDEX offer_referral ON tenancy.offer USING btree (board_id, referral_id, person_id);
CREATE INDEX referral_event_lease ON tenancy.referral_event USING btree (board_id, lease_id);
CREATE INDEX referral_event_offer ON tenancy.referral_event USING btree (board_id, offer_id, referral_id);
CREATE UNIQUE INDEX referral_event_offer_answered_once ON tenancy.referral_event USING btree (board_id, offer_id) WHERE ((withdrawn_at IS NULL) AND (kind = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text])));
CREATE UNIQUE INDEX referral_event_offer_once ON tenancy.referral_event USING btree (board_id, offer_id, kind) WHERE ((withdrawn_at IS NULL) AND (offer_id IS NOT NULL));
CREATE UNIQUE INDEX referral_event_once ON tenancy.referral_event USING btree (board_id, referral_id, kind, COALESCE(months, 0)) WHERE ((withdrawn_at IS NULL) AND (kind <> ALL (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'OFFER_WITHDRAWN'::text, 'KEY'::text])));
CREATE INDEX referral_event_referral ON tenancy.referral_event USING btree (board_id, referral_id, person_id, happened_on);
CREATE UNIQUE INDEX referral_fact_current ON tenancy.referral_fact USING btree (board_id, referral_id) WHERE (superseded_at IS NULL);
CREATE INDEX referral_fact_referral ON tenancy.referral_fact USING btree (board_id, referral_id, person_id, recorded_at);
CREATE INDEX referral_person ON tenancy.referral USING btree (board_id, person_id);
CREATE INDEX referral_unit ON tenancy.referral USING btree (board_id, unit_id);
CREATE UNIQUE INDEX rent_current ON tenancy.rent USING btree (board_id, lease_id, start_on) WHERE (superseded_at IS NULL);
CREATE INDEX rent_lease ON tenancy.rent USING btree (board_id, lease_id, recorded_at);
create policy board_and_area on tenancy.entry using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.entry as restrictive for delete using ((EXISTS ( SELECT
   FROM tenancy.lease_party p
  WHERE ((p.board_id = entry.board_id) AND (p.lease_id = entry.lease_id) AND (p.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided))))));
create policy board_and_area on tenancy.home_search using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.home_search as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on tenancy.home_search as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on tenancy.home_search_step using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.home_search_step as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on tenancy.home_search_step as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on tenancy.landlord_payment using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on tenancy.lease using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on tenancy.lease_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.lease_fact as restrictive for delete using ((EXISTS ( SELECT
   FROM tenancy.lease_party p
  WHERE ((p.board_id = lease_fact.board_id) AND (p.lease_id = lease_fact.lease_id) AND (p.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided))))));
create policy board_and_area on tenancy.lease_party using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.lease_party as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on tenancy.lease_party as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on tenancy.offer using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.offer as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on tenancy.offer as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on tenancy.referral using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.referral as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on tenancy.referral as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on tenancy.referral_event using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.referral_event as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on tenancy.referral_event as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on tenancy.referral_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.referral_fact as restrictive for delete using ((person_id IN ( SELECT audit.decided('PERSON'::text) AS decided)));
create policy hidden_people on tenancy.referral_fact as restrictive for select to bofast_app using (((person_id IS NULL) OR (NOT (person_id IN ( SELECT h.person_id
   FROM framework.v_hidden_person h)))));
create policy board_and_area on tenancy.rent using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy erased_only_when_two_decided on tenancy.rent as restrictive for delete using ((EXISTS ( SELECT
   FROM tenancy.lease_party p
  WHERE ((p.board_id = rent.board_id) AND (p.lease_id = rent.lease_id) AND (p.person_id IN ( SELECT audit.decided('PERSON'::text) AS decided))))));
create view tenancy.v_entry with (security_invoker=true) as
 SELECT board_id,
    area_id,
    lease_id,
    kind,
    entry_on,
    amount_ore
   FROM tenancy.entry
  WHERE withdrawn_at IS NULL;
create view tenancy.v_lease with (security_invoker=true) as
 SELECT l.board_id,
    l.area_id,
    l.id AS lease_id,
    l.dwelling_id,
    l.apartment_id,
    f.tenure,
    f.start_on,
    f.until_on,
    f.end_on,
    f.end_cause,
    f.notice_on,
    f.notice_by,
    f.notice_ground,
    f.notice_last_on,
    f.notice_months,
    f.let_with_others,
    f.waiver_made_on,
    f.waiver_until,
    f.waiver_approved,
    f.landlord_told_on,
    f.recorded_at,
    f.reviewed_on,
    f.tenant_died_on
   FROM tenancy.lease l
     JOIN tenancy.lease_fact f ON f.board_id = l.board_id AND f.lease_id = l.id AND f.superseded_at IS NULL AND f.end_cause IS DISTINCT FROM 'MISTAKE'::text;
create view tenancy.v_lease_history with (security_invoker=true) as
 SELECT l.board_id,
    l.area_id,
    l.id AS lease_id,
    l.dwelling_id,
    l.apartment_id,
    f.tenure,
    f.start_on,
    f.until_on,
    f.end_on,
    f.end_cause,
    f.recorded_at,
    f.superseded_at,
    f.reason
   FROM tenancy.lease l
     JOIN tenancy.lease_fact f ON f.board_id = l.board_id AND f.lease_id = l.id AND f.end_cause IS DISTINCT FROM 'MISTAKE'::text;
create view tenancy.v_lease_party with (security_invoker=true) as
 SELECT board_id,
    area_id,
    lease_id,
    person_id,
    start_on,
    end_on
   FROM tenancy.lease_party;
create view tenancy.v_note with (security_invoker=true) as
 SELECT p.board_id,
    p.area_id,
    p.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(f.recorded_at), f.end_on, p.end_on) AS noted_on
   FROM tenancy.lease_party p
     JOIN tenancy.lease_fact f ON f.board_id = p.board_id AND f.lease_id = p.lease_id
UNION ALL
 SELECT p.board_id,
    p.area_id,
    p.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(GREATEST(e.recorded_at, e.withdrawn_at)) AS noted_on
   FROM tenancy.lease_party p
     JOIN tenancy.entry e ON e.board_id = p.board_id AND e.lease_id = p.lease_id
UNION ALL
 SELECT p.board_id,
    p.area_id,
    p.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(r.recorded_at) AS noted_on
   FROM tenancy.lease_party p
     JOIN tenancy.rent r ON r.board_id = p.board_id AND r.lease_id = p.lease_id
UNION ALL
 SELECT referral.board_id,
    referral.area_id,
    referral.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(referral.created_at) AS noted_on
   FROM tenancy.referral
UNION ALL
 SELECT referral_fact.board_id,
    referral_fact.area_id,
    referral_fact.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(referral_fact.recorded_at) AS noted_on
   FROM tenancy.referral_fact
UNION ALL
 SELECT offer.board_id,
    offer.area_id,
    offer.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(offer.created_at), offer.answer_by_on) AS noted_on
   FROM tenancy.offer
UNION ALL
 SELECT referral_event.board_id,
    referral_event.area_id,
    referral_event.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(GREATEST(referral_event.recorded_at, referral_event.withdrawn_at)) AS noted_on
   FROM tenancy.referral_event
UNION ALL
 SELECT home_search.board_id,
    home_search.area_id,
    home_search.person_id,
    NULL::uuid AS matter_id,
    framework.day_of(home_search.recorded_at) AS noted_on
   FROM tenancy.home_search
UNION ALL
 SELECT home_search_step.board_id,
    home_search_step.area_id,
    home_search_step.person_id,
    NULL::uuid AS matter_id,
    GREATEST(framework.day_of(home_search_step.recorded_at), home_search_step.renew_by_on) AS noted_on
   FROM tenancy.home_search_step;
create view tenancy.v_offer with (security_invoker=true) as
 SELECT board_id,
    area_id,
    id AS offer_id,
    referral_id,
    person_id,
    apartment_id,
    offered_on,
    answer_by_on
   FROM tenancy.offer;
create view tenancy.v_referral with (security_invoker=true) as
 SELECT r.board_id,
    r.area_id,
    r.id AS referral_id,
    r.person_id,
    r.unit_id,
    r.account_id,
    r.referred_on,
    f.granted_on,
    f.kinds
   FROM tenancy.referral r
     JOIN tenancy.referral_fact f ON f.board_id = r.board_id AND f.referral_id = r.id AND f.superseded_at IS NULL;
create view tenancy.v_referral_event with (security_invoker=true) as
 SELECT board_id,
    area_id,
    referral_id,
    person_id,
    offer_id,
    lease_id,
    kind,
    happened_on,
    months,
    result
   FROM tenancy.referral_event
  WHERE withdrawn_at IS NULL;
create view tenancy.v_rent with (security_invoker=true) as
 SELECT r.board_id,
    r.area_id,
    r.lease_id,
    r.start_on,
    r.rent_ore
   FROM tenancy.rent r
     JOIN tenancy.v_lease l ON l.board_id = r.board_id AND l.lease_id = r.lease_id
  WHERE r.superseded_at IS NULL;
create view tenancy.v_vacancy with (security_invoker=true) as
 SELECT a.board_id,
    a.area_id,
    a.apartment_id,
    lower(g.gap) AS start_on,
        CASE
            WHEN upper_inf(g.gap) THEN NULL::date
            ELSE upper(g.gap) - 1
        END AS end_on
   FROM dwelling.v_apartment a
     CROSS JOIN LATERAL ( SELECT datemultirange(daterange(a.start_on, a.end_on, '[]'::text)) - COALESCE(range_agg(daterange(l.start_on, l.end_on, '[]'::text)), '{}'::datemultirange) AS free
           FROM tenancy.v_lease l
          WHERE l.board_id = a.board_id AND l.apartment_id = a.apartment_id) f
     CROSS JOIN LATERAL unnest(f.free) g(gap);
grant delete, insert, select on tenancy.entry to bofast_app;
grant delete, insert, select on tenancy.home_search to bofast_app;
grant delete, insert, select on tenancy.home_search_step to bofast_app;
grant insert, select on tenancy.landlord_payment to bofast_app;
grant insert, select on tenancy.lease to bofast_app;
grant delete, insert, select on tenancy.lease_fact to bofast_app;
grant delete, insert, select on tenancy.lease_party to bofast_app;
grant delete, insert, select on tenancy.offer to bofast_app;
grant delete, insert, select on tenancy.referral to bofast_app;
grant delete, insert, select on tenancy.referral_event to bofast_app;
grant delete, insert, select on tenancy.referral_fact to bofast_app;
grant delete, insert, select on tenancy.rent to bofast_app;
grant select on tenancy.v_entry to bofast_app;
grant select on tenancy.v_lease to bofast_app;
grant select on tenancy.v_lease_history to bofast_app;
grant select on tenancy.v_lease_party to bofast_app;
grant select on tenancy.v_note to bofast_app;
grant select on tenancy.v_offer to bofast_app;
grant select on tenancy.v_referral to bofast_app;
grant select on tenancy.v_referral_event to bofast_app;
grant select on tenancy.v_rent to bofast_app;
grant select on tenancy.v_vacancy to bofast_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on tenancy.entry to bofast_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on tenancy.landlord_payment to bofast_app;
grant update (superseded_at) on tenancy.lease_fact to bofast_app;
grant update (end_on) on tenancy.lease_party to bofast_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_reason) on tenancy.referral_event to bofast_app;
grant update (superseded_at) on tenancy.referral_fact to bofast_app;
grant update (superseded_at) on tenancy.rent to bofast_app;
