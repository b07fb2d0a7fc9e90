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
CREATE INDEX cover_account ON access.cover USING btree (account_id);
CREATE INDEX cover_area ON access.cover USING btree (board_id, area_id);
CREATE INDEX cover_cover_account ON access.cover USING btree (cover_account_id);
CREATE INDEX delegation_account ON access.delegation USING btree (account_id);
CREATE INDEX delegation_area ON access.delegation USING btree (board_id, area_id);
CREATE INDEX unit_area ON access.unit USING btree (board_id, area_id);
create policy colleagues_have_names on access.account using (true) with check (true);
create policy the_board_and_oneself on access.appointment using ((((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))) OR (account_id = framework.account_id()))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy areas_of_the_board on access.area using ((board_id = framework.board_id())) with check ((board_id = framework.board_id()));
create policy a_board_makes_itself on access.board for insert with check ((id = framework.board_id()));
create policy board_names_are_public on access.board for select using (true);
create policy only_the_board_itself on access.board for update using ((id = framework.board_id())) with check ((id = framework.board_id()));
create policy the_board_and_oneself on access.cover using ((((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))) OR (cover_account_id = framework.account_id()))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy asked_only_at_log_in on access.credential using (true) with check (true);
create policy board_and_area on access.delegation using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy units_of_the_board on access.unit using (((board_id = framework.board_id()) OR (EXISTS ( SELECT
   FROM access.appointment a
  WHERE ((a.account_id = framework.account_id()) AND (a.board_id = unit.board_id) AND (a.unit_id = unit.id)))))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
grant insert, select, update on access.account to bofast_app;
grant insert, select, update on access.appointment to bofast_app;
grant insert, select, update on access.area to bofast_app;
grant insert, select on access.board to bofast_app;
grant insert, select, update on access.cover to bofast_app;
grant insert, select, update on access.credential to bofast_app;
grant insert, select, update on access.delegation to bofast_app;
grant insert, select, update on access.unit to bofast_app;

-- audit
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
    constraint entry_pk PRIMARY KEY (board_id, id)
);
CREATE INDEX entry_persons ON audit.entry USING gin (person_ids) WITH (fastupdate='on');
CREATE INDEX entry_subject ON audit.entry USING btree (board_id, subject_id, id);
create policy board_and_area on audit.entry using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
grant insert, select on audit.entry to bofast_app;

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
CREATE UNIQUE INDEX spring_session_ix1 ON framework.spring_session USING btree (session_id);
CREATE INDEX spring_session_ix2 ON framework.spring_session USING btree (expiry_time);
CREATE INDEX spring_session_ix3 ON framework.spring_session USING btree (principal_name);
grant delete, insert, select, update on framework.spring_session to bofast_app;
grant delete, insert, select, update on framework.spring_session_attributes to bofast_app;

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
create policy the_runner_looks_for_work on job.job for select using (true);
grant insert, select, update on job.job to bofast_app;

-- page
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
    body jsonb not null,
    saved_at timestamp with time zone not null,
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
create policy board_and_area on page.command using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on page.draft using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on page.remembered_filter using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on page.search using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
grant insert, select, update on page.command to bofast_app;
grant delete, insert, select, update on page.draft to bofast_app;
grant insert, select, update on page.remembered_filter to bofast_app;
grant delete, insert, select on page.search to bofast_app;
