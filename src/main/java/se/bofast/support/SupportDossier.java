package se.bofast.support;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.number;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.text;
import static se.bofast.audit.DossierField.unit;
import static se.bofast.audit.DossierField.words;
import static se.bofast.audit.DossierField.yesNo;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;

/// Who has carried the person, every contact and attempt at one, visits and times.
@Component
public class SupportDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                                    "support",
                                    "assignment",
                                    1,
                                    "start_on",
                                    unit("unit_id"),
                                    text("external_number"),
                                    day("start_on"),
                                    day("end_on"),
                                    moment("recorded_at").ofHouse(),
                                    employee("account_id"),
                                    employee("recorded_by"),
                                    reference("id"),
                                    reference("person_id"))
                            .without("period"),
                    RecordKind.of(
                            "support",
                            "contact",
                            1,
                            "happened_at",
                            moment("happened_at"),
                            code("counterpart", Contact.With.class),
                            code("way", Contact.By.class),
                            code("outcome", Contact.Outcome.class),
                            yesNo("with_landlord"),
                            words("note"),
                            code("advice", Contact.Advice.class),
                            code("landlord_told", Contact.Told.class),
                            day("next_try_on"),
                            code("next_try_way", Contact.By.class),
                            moment("to_file_at"),
                            moment("withdrawn_at"),
                            words("withdrawn_reason"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            text("matter_kind").ofHouse(),
                            reference("matter_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "support",
                            "visit",
                            1,
                            "start_at",
                            moment("start_at"),
                            yesNo("with_landlord"),
                            moment("cancelled_at"),
                            moment("check_in_due_at").ofHouse(),
                            moment("checked_in_at").ofHouse(),
                            employee("account_id"),
                            employee("with_account_id"),
                            employee("check_in_account_id"),
                            employee("checked_in_by"),
                            moment("recorded_at").ofHouse(),
                            employee("recorded_by"),
                            reference("id"),
                            text("matter_kind").ofHouse(),
                            reference("matter_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "support",
                            "visit_note",
                            1,
                            "recorded_at",
                            words("note"),
                            yesNo("two_people"),
                            day("until_on"),
                            moment("recorded_at"),
                            moment("ended_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("person_id")),
                    RecordKind.of(
                                    "support",
                                    "appointment",
                                    1,
                                    "recorded_at",
                                    code("state", Appointment.State.class),
                                    text("interpreter_language"),
                                    moment("recorded_at"),
                                    moment("code_until_at").ofHouse(),
                                    employee("recorded_by"),
                                    reference("id"),
                                    reference("slot_id"),
                                    text("matter_kind").ofHouse(),
                                    reference("matter_id"),
                                    reference("person_id"))
                            .without("code_hash"),
                    RecordKind.of(
                            "support",
                            "appointment_event",
                            1,
                            "recorded_at",
                            code("state", Appointment.State.class),
                            yesNo("by_code"),
                            yesNo("undo"),
                            moment("recorded_at"),
                            number("ordinal").ofHouse(),
                            employee("recorded_by"),
                            reference("id"),
                            reference("appointment_id"),
                            reference("slot_id")),
                    RecordKind.of(
                            "support",
                            "slot",
                            1,
                            "start_at",
                            moment("start_at"),
                            moment("end_at"),
                            text("place"),
                            text("language"),
                            unit("unit_id"),
                            employee("account_id"),
                            moment("withdrawn_at").ofHouse(),
                            moment("recorded_at").ofHouse(),
                            employee("recorded_by"),
                            reference("id"),
                            reference("series_id"),
                            reference("appointment_id")));

    private final JdbcClient db;

    SupportDossier(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<RecordKind> kinds() {
        return KINDS;
    }

    @Override
    public List<DossierRecord> records(DossierQuestion about) {
        return about.ask(
                db,
                KINDS,
                """
                select 'support.assignment' as kind, to_jsonb(a) as fields from support.assignment a
                where a.board_id = framework.board_id() and a.person_id = :person
                union all
                select 'support.contact', to_jsonb(c)
                    || jsonb_build_object('_others', coalesce(c.person_id <> cast(:person as uuid), false))
                from support.contact c
                where c.board_id = framework.board_id() and (c.person_id = :person or c.matter_id = any (:matters))
                union all
                select 'support.visit', to_jsonb(v)
                    || jsonb_build_object('_others', coalesce(v.person_id <> cast(:person as uuid), false))
                from support.visit v
                where v.board_id = framework.board_id() and (v.person_id = :person or v.matter_id = any (:matters))
                union all
                select 'support.visit_note', to_jsonb(n) from support.visit_note n
                where n.board_id = framework.board_id() and n.person_id = :person
                union all
                select 'support.appointment', to_jsonb(a)
                    || jsonb_build_object('_others', a.person_id <> cast(:person as uuid))
                from support.appointment a
                where a.board_id = framework.board_id() and (a.person_id = :person or a.matter_id = any (:matters))
                union all
                select 'support.appointment_event', to_jsonb(e)
                    || jsonb_build_object('_others', a.person_id <> cast(:person as uuid))
                from support.appointment_event e
                join support.appointment a on a.board_id = e.board_id and a.id = e.appointment_id
                where a.board_id = framework.board_id() and (a.person_id = :person or a.matter_id = any (:matters))
                union all
                select 'support.slot', to_jsonb(s)
                    || jsonb_build_object('_others', a.person_id <> cast(:person as uuid))
                from support.appointment a
                join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                where a.board_id = framework.board_id() and (a.person_id = :person or a.matter_id = any (:matters))
                """);
    }
}
