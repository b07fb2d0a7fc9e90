package se.bofast.person;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.number;
import static se.bofast.audit.DossierField.person;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.text;
import static se.bofast.audit.DossierField.words;
import static se.bofast.audit.DossierField.yesNo;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;

/// Who the person is and was, where, with whom, and what was consented to and told.
@Component
public class PersonDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                            "person",
                            "person",
                            1,
                            "created_at",
                            text("language"),
                            yesNo("interpreter"),
                            text("working_label"),
                            moment("created_at"),
                            employee("created_by"),
                            reference("id")),
                    RecordKind.of(
                                    "person",
                                    "identity",
                                    1,
                                    "recorded_at",
                                    text("given_name"),
                                    text("family_name"),
                                    text("number"),
                                    code("number_kind", "PERSONAL", "COORDINATION", "RESERVE"),
                                    day("number_from_on"),
                                    day("number_until_on"),
                                    day("birth_on"),
                                    code("sex", Sex.class),
                                    code("protection", Protection.class),
                                    words("reason"),
                                    moment("recorded_at"),
                                    moment("superseded_at"),
                                    employee("recorded_by"),
                                    reference("id"),
                                    reference("person_id"))
                            .without("sort_name"),
                    RecordKind.derived("person", "name_key", "kind", "key", "person_id"),
                    RecordKind.of(
                                    "person",
                                    "address",
                                    1,
                                    "recorded_at",
                                    code("kind", AddressKind.class),
                                    text("care_of"),
                                    text("street"),
                                    text("apartment"),
                                    text("postal_code"),
                                    text("city"),
                                    words("reason"),
                                    moment("recorded_at"),
                                    moment("superseded_at"),
                                    employee("recorded_by"),
                                    reference("id"),
                                    reference("person_id"))
                            .without("address_key"),
                    RecordKind.of(
                            "person",
                            "protection",
                            1,
                            "recorded_at",
                            code("kind", Protection.class),
                            code("source", ProtectionMark.Source.class),
                            words("reason"),
                            day("until_on"),
                            day("review_on"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("person_id")),
                    RecordKind.of(
                            "person",
                            "contact_way",
                            1,
                            "recorded_at",
                            code("kind", ContactWay.WayKind.class),
                            text("value"),
                            yesNo("given_by_person"),
                            moment("recorded_at"),
                            moment("ended_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("person_id")),
                    RecordKind.of(
                                    "person",
                                    "household_member",
                                    1,
                                    "start_on",
                                    person("person_id"),
                                    code("kind", Household.MemberKind.class),
                                    code("child_stay", Household.ChildStay.class),
                                    number("birth_year"),
                                    day("start_on"),
                                    day("end_on"),
                                    words("reason"),
                                    moment("recorded_at"),
                                    moment("superseded_at"),
                                    employee("recorded_by"),
                                    reference("id"),
                                    reference("member_id"),
                                    reference("household_id"))
                            .without("period"),
                    RecordKind.of(
                            "person",
                            "consent",
                            1,
                            "given_on",
                            code("scope", Consent.ConsentScope.class),
                            code("counterpart_kind", Counterpart.CounterpartKind.class),
                            text("counterpart_name"),
                            code("form", Consent.ConsentForm.class),
                            day("given_on"),
                            day("until_on"),
                            day("withdrawn_on"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("person_id"),
                            reference("counterpart_id")),
                    RecordKind.of(
                            "person",
                            "disclosure",
                            1,
                            "told_at",
                            moment("told_at"),
                            day("told_on"),
                            code("counterpart_kind", Counterpart.CounterpartKind.class),
                            text("counterpart_name"),
                            words("content"),
                            code("ground", Disclosure.Ground.class),
                            words("note"),
                            employee("told_by"),
                            reference("id"),
                            reference("person_id"),
                            reference("counterpart_id"),
                            reference("consent_id"),
                            text("matter_kind").ofHouse(),
                            reference("matter_id")));

    private final JdbcClient db;

    PersonDossier(JdbcClient db) {
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
                select 'person.person' as kind, to_jsonb(p) as fields from person.person p
                where p.board_id = framework.board_id() and p.id = :person
                union all
                select 'person.identity', to_jsonb(i) from person.identity i
                where i.board_id = framework.board_id() and i.person_id = :person
                union all
                select 'person.address', to_jsonb(a) from person.address a
                where a.board_id = framework.board_id() and a.person_id = :person
                union all
                select 'person.protection', to_jsonb(r) from person.protection r
                where r.board_id = framework.board_id() and r.person_id = :person
                union all
                select 'person.contact_way', to_jsonb(w) from person.contact_way w
                where w.board_id = framework.board_id() and w.person_id = :person
                union all
                select 'person.household_member', to_jsonb(m)
                    || jsonb_build_object('_others', m.person_id is distinct from cast(:person as uuid), '_secrets', (
                        select jsonb_agg(x.secret) from (
                            select trim(i.given_name || ' ' || i.family_name) as secret from person.identity i
                            where i.board_id = m.board_id and i.person_id = m.person_id and i.person_id <> :person
                              and i.superseded_at is null and i.protection <> 'NONE'
                            union all
                            select a.street from person.identity i
                            join person.address a on a.board_id = i.board_id and a.person_id = i.person_id
                            where i.board_id = m.board_id and i.person_id = m.person_id and i.person_id <> :person
                              and i.superseded_at is null and i.protection <> 'NONE') x))
                from person.household_member m
                where m.board_id = framework.board_id() and m.household_id in (
                    select o.household_id from person.household_member o
                    where o.board_id = framework.board_id() and o.person_id = :person)
                union all
                select 'person.consent', to_jsonb(c) from person.consent c
                where c.board_id = framework.board_id() and c.person_id = :person
                union all
                select 'person.disclosure', to_jsonb(d)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from person.disclosure d
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                """);
    }
}
