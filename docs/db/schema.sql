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
grant insert, select, update on access.cover to bofast_app;
grant insert, select, update on access.credential to bofast_app;
grant insert, select, update on access.delegation to bofast_app;
grant insert, select, update on access.unit to bofast_app;
grant select on access.v_account to bofast_app;
grant select on access.v_appointment to bofast_app;
grant select on access.v_cover to bofast_app;
grant select on access.v_delegation to bofast_app;
grant select on access.v_unit to bofast_app;

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

-- dwelling
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
    constraint landlord_contact_pk PRIMARY KEY (board_id, id),
    constraint landlord_contact_landlord_fk FOREIGN KEY (board_id, landlord_id) REFERENCES dwelling.landlord(board_id, id)
);
CREATE INDEX dwelling_address ON dwelling.dwelling USING btree (board_id, address_key);
CREATE INDEX dwelling_landlord ON dwelling.dwelling USING btree (board_id, landlord_id);
CREATE INDEX landlord_area ON dwelling.landlord USING btree (board_id, area_id);
CREATE INDEX landlord_by_name ON dwelling.landlord USING btree (board_id, name, id);
CREATE INDEX landlord_contact_landlord ON dwelling.landlord_contact USING btree (board_id, landlord_id);
CREATE UNIQUE INDEX landlord_name_once ON dwelling.landlord USING btree (board_id, area_id, name_key) WHERE (closed_on IS NULL);
create policy board_and_area on dwelling.dwelling using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.landlord using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on dwelling.landlord_contact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
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
grant insert, select, update on dwelling.dwelling to bofast_app;
grant insert, select, update on dwelling.landlord to bofast_app;
grant insert, select, update on dwelling.landlord_contact to bofast_app;
grant select on dwelling.v_dwelling to bofast_app;
grant select on dwelling.v_landlord to bofast_app;

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

-- intake
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
    constraint signal_earlier_fk FOREIGN KEY (board_id, earlier_id) REFERENCES intake.signal(board_id, id),
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
CREATE UNIQUE INDEX signal_content_once ON intake.signal USING btree (board_id, area_id, fingerprint, content_hash) WHERE (withdrawn_at IS NULL);
CREATE INDEX signal_earlier ON intake.signal USING btree (board_id, earlier_id);
CREATE UNIQUE INDEX signal_fact_current ON intake.signal_fact USING btree (board_id, signal_id, kind, ordinal) WHERE (superseded_at IS NULL);
CREATE INDEX signal_fact_signal ON intake.signal_fact USING btree (board_id, signal_id);
CREATE INDEX signal_identity ON intake.signal USING btree (board_id, identity_hash);
CREATE INDEX signal_known_unit ON intake.signal USING btree (board_id, known_unit_id);
CREATE INDEX signal_landlord ON intake.signal USING btree (board_id, landlord_id);
CREATE INDEX signal_person ON intake.signal USING btree (board_id, person_id);
CREATE INDEX signal_received ON intake.signal USING btree (board_id, received_at DESC, id DESC);
CREATE INDEX signal_responsible ON intake.signal USING btree (responsible_id);
CREATE INDEX signal_unit ON intake.signal USING btree (board_id, unit_id);
CREATE INDEX signal_upload ON intake.signal USING btree (board_id, upload_id, upload_row);
create policy board_and_area on intake.candidate using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on intake.routing_rule using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on intake.signal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on intake.signal_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
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
grant insert, select on intake.signal to bofast_app;
grant insert, select on intake.signal_fact to bofast_app;
grant select on intake.v_signal to bofast_app;
grant select on intake.v_signal_fact to bofast_app;
grant select on intake.v_signal_fact_history to bofast_app;

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

-- person
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
    constraint disclosure_pk PRIMARY KEY (board_id, id),
    constraint disclosure_consent_fk FOREIGN KEY (board_id, consent_id) REFERENCES person.consent(board_id, id),
    constraint disclosure_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint disclosure_consent_named CHECK (((ground = 'CONSENT'::text) = (consent_id IS NOT NULL))),
    constraint disclosure_counterpart_kind_known CHECK ((counterpart_kind = ANY (ARRAY['LANDLORD'::text, 'AUTHORITY'::text, 'RELATIVE'::text, 'OTHER'::text]))),
    constraint disclosure_ground_known CHECK ((ground = ANY (ARRAY['CONSENT'::text, 'DUTY'::text, 'NECESSARY'::text, 'GENERAL_INFORMATION'::text, 'RECEIPT'::text])))
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
    constraint identity_pk PRIMARY KEY (board_id, id),
    constraint identity_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint identity_number_has_kind CHECK (((number IS NULL) = (number_kind IS NULL))),
    constraint identity_number_kind_known CHECK ((number_kind = ANY (ARRAY['PERSONAL'::text, 'COORDINATION'::text, 'LOCAL'::text]))),
    constraint identity_protection_known CHECK ((protection = ANY (ARRAY['NONE'::text, 'MARKED'::text, 'HIDDEN_REGISTRATION'::text, 'FICTITIOUS'::text]))),
    constraint identity_sex_known CHECK ((sex = ANY (ARRAY['FEMALE'::text, 'MALE'::text])))
);
create table person.name_key (
    board_id uuid not null,
    area_id uuid not null,
    kind text not null,
    key text not null,
    person_id uuid not null,
    constraint name_key_pk PRIMARY KEY (board_id, kind, key, person_id),
    constraint name_key_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint name_key_kind_known CHECK ((kind = ANY (ARRAY['FULL'::text, 'PART'::text, 'START'::text, 'SOUND'::text])))
);
create table person.person (
    board_id uuid not null,
    area_id uuid not null,
    id uuid not null,
    language text not null,
    interpreter boolean not null,
    created_at timestamp with time zone not null,
    created_by uuid,
    constraint person_pk PRIMARY KEY (board_id, id),
    constraint person_area_fk FOREIGN KEY (board_id, area_id) REFERENCES access.area(board_id, area_id)
);
CREATE INDEX address_by_key ON person.address USING btree (board_id, address_key) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX address_current ON person.address USING btree (board_id, person_id, kind) WHERE (superseded_at IS NULL);
CREATE INDEX address_person ON person.address USING btree (board_id, person_id, recorded_at);
CREATE INDEX consent_person ON person.consent USING btree (board_id, person_id);
CREATE INDEX contact_way_person ON person.contact_way USING btree (board_id, person_id);
CREATE INDEX disclosure_consent ON person.disclosure USING btree (board_id, consent_id);
CREATE INDEX disclosure_matter ON person.disclosure USING btree (board_id, matter_id);
CREATE INDEX disclosure_person ON person.disclosure USING btree (board_id, person_id);
CREATE INDEX household_area ON person.household USING btree (board_id, area_id);
CREATE UNIQUE INDEX household_member_current ON person.household_member USING btree (board_id, member_id) WHERE (superseded_at IS NULL);
CREATE INDEX household_member_household ON person.household_member USING btree (board_id, household_id);
CREATE INDEX household_member_person ON person.household_member USING btree (board_id, person_id);
CREATE INDEX identity_birth ON person.identity USING btree (board_id, birth_on) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX identity_current ON person.identity USING btree (board_id, person_id) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX identity_number ON person.identity USING btree (board_id, area_id, number) WHERE ((superseded_at IS NULL) AND (number IS NOT NULL));
CREATE INDEX identity_person ON person.identity USING btree (board_id, person_id, recorded_at);
CREATE INDEX identity_sort_name ON person.identity USING btree (board_id, sort_name, person_id) WHERE (superseded_at IS NULL);
CREATE INDEX name_key_person ON person.name_key USING btree (board_id, person_id);
CREATE INDEX person_area ON person.person USING btree (board_id, area_id);
create policy board_and_area on person.address using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.consent using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.contact_way using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.disclosure using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.household using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.household_member using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.identity using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.name_key using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on person.person using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
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
        END AS number
   FROM person.person p
     JOIN person.identity i ON i.board_id = p.board_id AND i.person_id = p.id AND i.superseded_at IS NULL;
grant insert, select on person.address to bofast_app;
grant insert, select on person.consent to bofast_app;
grant insert, select on person.contact_way to bofast_app;
grant insert, select on person.disclosure to bofast_app;
grant insert, select on person.household to bofast_app;
grant insert, select on person.household_member to bofast_app;
grant insert, select on person.identity to bofast_app;
grant delete, insert, select on person.name_key to bofast_app;
grant insert, select on person.person to bofast_app;
grant select on person.v_address to bofast_app;
grant select on person.v_consent to bofast_app;
grant select on person.v_disclosure to bofast_app;
grant select on person.v_household_member to bofast_app;
grant select on person.v_household_member_history to bofast_app;
grant select on person.v_identity_history to bofast_app;
grant select on person.v_match_key to bofast_app;
grant select on person.v_name_key to bofast_app;
grant select on person.v_person to bofast_app;

-- prevention
create table prevention.case_counter (
    board_id uuid not null,
    area_id uuid not null,
    year integer not null,
    last integer not null,
    constraint case_counter_pk PRIMARY KEY (board_id, year)
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
    constraint clock_day_case_fk FOREIGN KEY (board_id, case_id) REFERENCES prevention.prevention_case(board_id, id),
    constraint clock_day_signal_fk FOREIGN KEY (board_id, signal_id) REFERENCES intake.signal(board_id, id),
    constraint clock_day_running_has_day CHECK (((status <> 'RUNS'::text) OR (day IS NOT NULL))),
    constraint clock_day_status_known CHECK ((status = ANY (ARRAY['RUNS'::text, 'DONE'::text, 'NOT_RUNNING'::text, 'FLAG'::text])))
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
CREATE INDEX case_signal_case ON prevention.case_signal USING btree (board_id, case_id);
CREATE INDEX clock_day_due ON prevention.clock_day USING btree (board_id, day, case_id) WHERE ((status = 'RUNS'::text) AND (duty = 'WE_MUST'::text));
CREATE INDEX clock_day_signal ON prevention.clock_day USING btree (board_id, signal_id);
CREATE INDEX prevention_case_address ON prevention.prevention_case USING btree (board_id, address_key) WHERE (stage <> 'CLOSED'::text);
CREATE INDEX prevention_case_landlord ON prevention.prevention_case USING btree (board_id, landlord_id);
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
create policy board_and_area on prevention.case_counter using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.case_fact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.case_signal using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.clock_day using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on prevention.prevention_case using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
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
grant insert, select, update on prevention.case_counter to bofast_app;
grant insert, select on prevention.case_fact to bofast_app;
grant delete, insert, select, update on prevention.case_signal to bofast_app;
grant delete, insert, select, update on prevention.clock_day to bofast_app;
grant insert, select, update on prevention.prevention_case to bofast_app;
grant select on prevention.v_case to bofast_app;
grant select on prevention.v_case_fact to bofast_app;
grant select on prevention.v_case_fact_history to bofast_app;
grant select on prevention.v_case_signal to bofast_app;
grant select on prevention.v_clock_day to bofast_app;

-- support
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
    constraint contact_pk PRIMARY KEY (board_id, id),
    constraint contact_person_fk FOREIGN KEY (board_id, person_id) REFERENCES person.person(board_id, id),
    constraint contact_counterpart_known CHECK ((counterpart = ANY (ARRAY['TENANT'::text, 'LANDLORD'::text, 'ENFORCEMENT_AUTHORITY'::text, 'OTHER_UNIT'::text, 'HEALTH_CARE'::text, 'RELATIVE'::text, 'COLLEAGUE'::text, 'OTHER'::text]))),
    constraint contact_outcome_known CHECK ((outcome = ANY (ARRAY['PERSONAL_CONTACT'::text, 'NO_ANSWER'::text, 'LEFT_MESSAGE'::text, 'RETURNED'::text, 'REFUSED'::text, 'SENT'::text, 'INFORMATION_GIVEN'::text]))),
    constraint contact_way_known CHECK ((way = ANY (ARRAY['LETTER'::text, 'PHONE'::text, 'SMS'::text, 'EMAIL'::text, 'HOME_VISIT'::text, 'OFFICE'::text, 'DIGITAL_MEETING'::text]))),
    constraint contact_withdrawn_says_why CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
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
CREATE INDEX assignment_account ON support.assignment USING btree (account_id);
CREATE INDEX assignment_person ON support.assignment USING btree (board_id, person_id, start_on);
CREATE INDEX assignment_unit ON support.assignment USING btree (board_id, unit_id);
CREATE INDEX contact_matter ON support.contact USING btree (board_id, matter_id, happened_at);
CREATE INDEX contact_next_try ON support.contact USING btree (board_id, next_try_on) WHERE ((next_try_on IS NOT NULL) AND (withdrawn_at IS NULL));
CREATE INDEX contact_person ON support.contact USING btree (board_id, person_id);
CREATE INDEX visit_note_person ON support.visit_note USING btree (board_id, person_id);
create policy board_and_area on support.assignment using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on support.contact using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
create policy board_and_area on support.visit_note using (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids())))) with check (((board_id = framework.board_id()) AND (area_id = ANY (framework.area_ids()))));
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
create view support.v_visit_note with (security_invoker=true) as
 SELECT board_id,
    person_id,
    two_people,
    until_on,
    ended_at
   FROM support.visit_note;
grant insert, select on support.assignment to bofast_app;
grant insert, select on support.contact to bofast_app;
grant select on support.v_assignment to bofast_app;
grant select on support.v_contact to bofast_app;
grant select on support.v_visit_note to bofast_app;
grant insert, select on support.visit_note to bofast_app;
