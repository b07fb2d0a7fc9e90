package se.bofast.prevention;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.landlord;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.money;
import static se.bofast.audit.DossierField.number;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.rule;
import static se.bofast.audit.DossierField.text;
import static se.bofast.audit.DossierField.unit;
import static se.bofast.audit.DossierField.words;
import static se.bofast.audit.DossierField.yesNo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;
import se.bofast.deadline.Duty;
import se.bofast.deadline.FactKind;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.PersonId;

/// The cases: from the first signal to the outcome, with their legal days, decisions and steps.
@Component
public class CaseDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                                    "prevention",
                                    "prevention_case",
                                    1,
                                    "opened_on",
                                    text("number"),
                                    text("external_number"),
                                    code("stage", Stage.class),
                                    code("reason", ThreatReason.class),
                                    text("street"),
                                    text("apartment"),
                                    text("postal_code"),
                                    text("city"),
                                    landlord("landlord_id"),
                                    unit("unit_id"),
                                    yesNo("children"),
                                    day("opened_on"),
                                    moment("opened_at").ofHouse(),
                                    moment("last_signal_at"),
                                    moment("first_attempt_at"),
                                    moment("first_contact_at"),
                                    moment("last_contact_at"),
                                    moment("landlord_told_at"),
                                    day("inquiry_decided_on"),
                                    moment("letter_returned_at"),
                                    day("closed_on"),
                                    moment("unread_since").ofHouse(),
                                    employee("responsible_id"),
                                    reference("id"),
                                    reference("person_id"))
                            // Reckoned from the days of the clock; infinity where nothing falls
                            // due.
                            .without("address_key", "next_on", "next_rule"),
                    RecordKind.of(
                            "prevention",
                            "case_fact",
                            1,
                            "recorded_at",
                            code("kind", FactKind.class),
                            number("ordinal").ofHouse(),
                            day("fact_on"),
                            money("amount_ore"),
                            yesNo("yes"),
                            number("count"),
                            text("code"),
                            words("reason"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("case_id"),
                            reference("signal_id")),
                    RecordKind.of(
                            "prevention",
                            "case_signal",
                            1,
                            "joined_at",
                            moment("joined_at"),
                            reference("case_id"),
                            reference("signal_id")),
                    RecordKind.of(
                                    "prevention",
                                    "clock_day",
                                    1,
                                    "computed_at",
                                    rule("rule"),
                                    code("status", "RUNS", "DONE", "NOT_RUNNING", "FLAG"),
                                    code("duty", Duty.class),
                                    day("day"),
                                    day("raw_day").ofHouse(),
                                    day("other_day"),
                                    day("done_on"),
                                    code("missing", FactKind.class),
                                    text("remarks").ofHouse(),
                                    text("basis"),
                                    number("rule_version").ofHouse(),
                                    moment("computed_at"),
                                    reference("case_id"),
                                    reference("signal_id"))
                            .without("fingerprint"),
                    RecordKind.of(
                            "prevention",
                            "close_proposal",
                            1,
                            "proposed_at",
                            moment("proposed_at"),
                            moment("answered_at"),
                            yesNo("kept_open"),
                            employee("answered_by"),
                            reference("case_id"),
                            reference("signal_id")),
                    RecordKind.of(
                            "prevention",
                            "decision",
                            1,
                            "decided_on",
                            code("kind", Deciding.Kind.class),
                            day("decided_on"),
                            words("reason"),
                            text("basis"),
                            money("amount_ore"),
                            text("months"),
                            landlord("landlord_id"),
                            text("delegation_point"),
                            day("sent_on"),
                            words("proof"),
                            moment("recorded_at"),
                            moment("withdrawn_at"),
                            words("withdrawn_reason"),
                            employee("decided_by"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("case_id")),
                    RecordKind.of(
                            "prevention",
                            "lost_home_step",
                            1,
                            "due_on",
                            code("step", LostHome.Step.class),
                            day("due_on"),
                            day("done_on"),
                            yesNo("not_needed"),
                            words("note"),
                            moment("changed_at").ofHouse(),
                            employee("changed_by"),
                            reference("case_id")),
                    RecordKind.of(
                            "prevention",
                            "outcome",
                            1,
                            "decided_on",
                            code("code", Closing.Outcome.class),
                            day("decided_on"),
                            day("executed_on"),
                            yesNo("board_present"),
                            words("note"),
                            words("reason"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("case_id")),
                    RecordKind.of(
                            "prevention",
                            "outcome_child",
                            1,
                            "decided_on",
                            code("stay", Closing.ChildStay.class),
                            yesNo("present"),
                            number("child").ofHouse(),
                            reference("outcome_id")),
                    RecordKind.of(
                            "prevention",
                            "participation",
                            1,
                            "started_at",
                            unit("unit_id"),
                            words("reason"),
                            moment("started_at"),
                            moment("ended_at"),
                            employee("account_id"),
                            employee("started_by"),
                            employee("ended_by"),
                            reference("team_id"),
                            reference("id"),
                            reference("case_id")),
                    RecordKind.of(
                            "prevention",
                            "case_letter",
                            1,
                            null,
                            reference("letter_id"),
                            reference("case_id"),
                            reference("appointment_id"),
                            reference("signal_id"),
                            reference("decision_id")));

    private final JdbcClient db;

    CaseDossier(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<RecordKind> kinds() {
        return KINDS;
    }

    @Override
    public Set<UUID> matters(PersonId person) {
        return new HashSet<>(
                db.sql(
                                """
                                select id from prevention.prevention_case
                                where board_id = framework.board_id() and person_id = :person
                                union
                                select s.signal_id from prevention.prevention_case c
                                join prevention.case_signal s on s.board_id = c.board_id and s.case_id = c.id
                                where c.board_id = framework.board_id() and c.person_id = :person
                                """)
                        .param("person", person.value())
                        .query(UUID.class)
                        .list());
    }

    @Override
    public List<DossierRecord> records(DossierQuestion about) {
        return about.ask(
                db,
                KINDS,
                """
                select 'prevention.prevention_case' as kind, to_jsonb(c) as fields from prevention.prevention_case c
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.case_fact', to_jsonb(f)
                from prevention.prevention_case c
                join prevention.case_fact f on f.board_id = c.board_id and f.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.case_signal', to_jsonb(s)
                from prevention.prevention_case c
                join prevention.case_signal s on s.board_id = c.board_id and s.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.clock_day', to_jsonb(d)
                from prevention.prevention_case c
                join prevention.clock_day d on d.board_id = c.board_id and d.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.close_proposal', to_jsonb(p)
                from prevention.prevention_case c
                join prevention.close_proposal p on p.board_id = c.board_id and p.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.decision', to_jsonb(d)
                from prevention.prevention_case c
                join prevention.decision d on d.board_id = c.board_id and d.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.lost_home_step', to_jsonb(s)
                from prevention.prevention_case c
                join prevention.lost_home_step s on s.board_id = c.board_id and s.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.outcome', to_jsonb(o)
                from prevention.prevention_case c
                join prevention.outcome o on o.board_id = c.board_id and o.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.case_letter', to_jsonb(l)
                from prevention.prevention_case c
                join prevention.case_letter l on l.board_id = c.board_id and l.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.participation', to_jsonb(t)
                from prevention.prevention_case c
                join prevention.participation t on t.board_id = c.board_id and t.case_id = c.id
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'prevention.outcome_child', to_jsonb(k) || jsonb_build_object('decided_on', o.decided_on)
                from prevention.prevention_case c
                join prevention.outcome o on o.board_id = c.board_id and o.case_id = c.id
                join prevention.outcome_child k on k.board_id = o.board_id and k.outcome_id = o.id
                where c.board_id = framework.board_id() and c.person_id = :person
                """);
    }
}
