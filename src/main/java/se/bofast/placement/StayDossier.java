package se.bofast.placement;

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

/// Where the person has lived, and what help was offered when a home would end.
@Component
public class StayDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.derived(
                            "placement", "stay", "id", "person_id", "created_at", "created_by"),
                    RecordKind.of(
                                    "placement",
                                    "stay_fact",
                                    1,
                                    "start_on",
                                    text("housing_form"),
                                    code("layer", StayFact.Layer.class),
                                    number("home_number").ofHouse(),
                                    text("place"),
                                    unit("unit_id"),
                                    day("start_on"),
                                    day("end_on"),
                                    day("expected_end_on"),
                                    code("end_cause", StayFact.EndCause.class),
                                    yesNo("withdrawn"),
                                    words("reason"),
                                    moment("recorded_at"),
                                    moment("superseded_at"),
                                    employee("recorded_by"),
                                    reference("id"),
                                    reference("stay_id"),
                                    reference("person_id"),
                                    reference("form_id"),
                                    reference("dwelling_id"),
                                    reference("move_id"))
                            .without("period", "last_on"),
                    RecordKind.of(
                            "placement",
                            "help_offer",
                            1,
                            "offered_on",
                            day("offered_on"),
                            code("kind", OfferingHelp.Help.class),
                            words("note"),
                            code("result", OfferingHelp.HelpResult.class),
                            day("result_on"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            text("reason").ofHouse(),
                            employee("recorded_by"),
                            reference("id"),
                            reference("offer_id"),
                            reference("stay_id"),
                            reference("person_id")));

    private final JdbcClient db;

    StayDossier(JdbcClient db) {
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
                select 'placement.stay_fact' as kind, to_jsonb(s) || jsonb_build_object('housing_form', f.name_sv) as fields
                from placement.stay_fact s
                join placement.v_housing_form f on f.board_id = s.board_id and f.form_id = s.form_id
                where s.board_id = framework.board_id() and s.person_id = :person
                union all
                select 'placement.help_offer', to_jsonb(o) from placement.help_offer o
                where o.board_id = framework.board_id() and o.person_id = :person
                """);
    }
}
