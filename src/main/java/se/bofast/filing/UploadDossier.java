package se.bofast.filing;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.number;
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

/// The rows of received lists that became matters of the person, as they were sent. The rest of the
/// list is about others and stays behind.
@Component
public class UploadDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                                    "filing",
                                    "upload_row",
                                    1,
                                    "received_at",
                                    words("cells"),
                                    code("state", RowState.class),
                                    code("outlook", Outlook.class).ofHouse(),
                                    yesNo("left_out").ofHouse(),
                                    words("errors").ofHouse(),
                                    text("sender_name"),
                                    moment("received_at"),
                                    number("row_number").ofHouse(),
                                    reference("upload_id"),
                                    reference("result_id"))
                            .without("row_hash"),
                    // Which rows the wall around protected people hides; reckoned from the rows.
                    RecordKind.derived(
                            "filing", "row_person", "upload_id", "row_number", "person_id"));

    private final JdbcClient db;

    UploadDossier(JdbcClient db) {
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
                select 'filing.upload_row' as kind,
                    to_jsonb(r) || jsonb_build_object('sender_name', u.sender_name, 'received_at', u.received_at)
                        as fields
                from filing.upload_row r
                join filing.upload u on u.board_id = r.board_id and u.id = r.upload_id
                where r.board_id = framework.board_id() and r.result_id = any (:matters)
                """);
    }
}
