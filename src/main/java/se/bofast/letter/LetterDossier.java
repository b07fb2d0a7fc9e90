package se.bofast.letter;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.landlord;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.number;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.text;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;

/// The letters written to the person or in the person's matters. The papers themselves are asked
/// for with {@link KeptLetters}.
@Component
public class LetterDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                            "letter",
                            "letter",
                            1,
                            "written_on",
                            code("template", TemplateCode.class),
                            code("receiver", "PERSON", "LANDLORD", "ENFORCEMENT"),
                            landlord("landlord_id"),
                            text("language"),
                            day("written_on"),
                            code("state", LetterState.class),
                            code("reason", StopReason.class),
                            number("template_version").ofHouse(),
                            moment("recorded_at").ofHouse(),
                            employee("recorded_by"),
                            text("matter_kind").ofHouse(),
                            reference("matter_id"),
                            reference("id"),
                            reference("person_id"),
                            reference("run_id"),
                            number("run_ordinal").ofHouse(),
                            reference("file_id"),
                            number("first_page").ofHouse()),
                    RecordKind.of(
                            "letter",
                            "letter_event",
                            1,
                            "happened_on",
                            code("state", LetterState.class),
                            code("reason", StopReason.class),
                            day("happened_on"),
                            number("ordinal").ofHouse(),
                            moment("recorded_at").ofHouse(),
                            employee("recorded_by"),
                            reference("id"),
                            reference("letter_id")));

    private final JdbcClient db;

    LetterDossier(JdbcClient db) {
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
                select 'letter.letter' as kind, to_jsonb(l)
                    || jsonb_build_object('_others', coalesce(l.person_id <> cast(:person as uuid), false)) as fields
                from letter.letter l
                where l.board_id = framework.board_id() and (l.person_id = :person or l.matter_id = any (:matters))
                union all
                select 'letter.letter_event', to_jsonb(e)
                    || jsonb_build_object('_others', coalesce(l.person_id <> cast(:person as uuid), false))
                from letter.letter_event e
                join letter.letter l on l.board_id = e.board_id and l.id = e.letter_id
                where l.board_id = framework.board_id() and (l.person_id = :person or l.matter_id = any (:matters))
                """);
    }
}
