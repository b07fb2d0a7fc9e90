package se.bofast.count;

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

/// What was said of somebody in homelessness counts, and how they were counted.
@Component
public class CountDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                                    "count",
                                    "report",
                                    1,
                                    "made_at",
                                    unit("unit_id"),
                                    moment("made_at"),
                                    employee("made_by"),
                                    reference("round_id"),
                                    reference("person_id"),
                                    reference("id"))
                            .without("key_hash"),
                    RecordKind.of(
                            "count",
                            "report_fact",
                            1,
                            "recorded_at",
                            code("state", ReportingPeople.State.class),
                            reference("form_id"),
                            yesNo("has_home"),
                            yesNo("leaving"),
                            yesNo("brief"),
                            code("sex", CountSplit.Sex.class),
                            number("age"),
                            number("adults"),
                            number("children"),
                            day("since_on"),
                            text("reason").ofHouse(),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("household_id"),
                            reference("id"),
                            reference("report_id")),
                    RecordKind.of(
                            "count",
                            "ruling",
                            1,
                            "decided_at",
                            words("reason"),
                            moment("decided_at"),
                            employee("decided_by"),
                            reference("id"),
                            reference("report_id"),
                            reference("round_id")),
                    RecordKind.of(
                            "count",
                            "counted",
                            1,
                            null,
                            reference("form_id"),
                            code("sex", CountSplit.Sex.class),
                            number("age"),
                            code("household", CountSplit.Family.class),
                            number("children"),
                            day("since_on"),
                            yesNo("sure"),
                            text("city"),
                            code("city_why", Why.class),
                            text("national"),
                            code("national_why", Why.class),
                            text("ethos"),
                            code("ethos_why", Why.class),
                            number("number"),
                            reference("household_id"),
                            reference("person_id"),
                            reference("round_id")));

    private final JdbcClient db;

    CountDossier(JdbcClient db) {
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
                select 'count.report' as kind, to_jsonb(r) as fields
                from count.report r
                where r.board_id = framework.board_id() and r.person_id = :person
                union all
                select 'count.report_fact', to_jsonb(f)
                from count.report r
                join count.report_fact f on f.board_id = r.board_id and f.report_id = r.id
                where r.board_id = framework.board_id() and r.person_id = :person
                union all
                select 'count.ruling', to_jsonb(d)
                from count.report r
                join count.ruling d on d.board_id = r.board_id and d.report_id = r.id
                where r.board_id = framework.board_id() and r.person_id = :person
                union all
                select 'count.counted', to_jsonb(c)
                from count.counted c
                where c.board_id = framework.board_id() and c.person_id = :person
                """);
    }
}
