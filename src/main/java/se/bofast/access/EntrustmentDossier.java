package se.bofast.access;

import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.words;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;

/// Who has been entrusted with a person whose identity is protected, and why.
@Component
public class EntrustmentDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                            "access",
                            "entrustment",
                            1,
                            "given_at",
                            day("start_on"),
                            day("end_on"),
                            words("reason").ofHouse(),
                            moment("given_at"),
                            moment("ended_at"),
                            employee("account_id"),
                            employee("given_by"),
                            employee("ended_by"),
                            reference("id"),
                            reference("person_id")));

    private final JdbcClient db;

    EntrustmentDossier(JdbcClient db) {
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
                select 'access.entrustment' as kind, to_jsonb(e) as fields from access.entrustment e
                where e.board_id = framework.board_id() and e.person_id = :person
                """);
    }
}
