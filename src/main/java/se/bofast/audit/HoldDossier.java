package se.bofast.audit;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.words;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What has held the person's file from being erased.
@Component
public class HoldDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                            "audit",
                            "retention_hold",
                            1,
                            "recorded_at",
                            code("ground", RetentionHold.Ground.class),
                            words("note"),
                            day("until_on"),
                            moment("recorded_at"),
                            moment("ended_at"),
                            employee("recorded_by"),
                            employee("ended_by"),
                            reference("id"),
                            reference("person_id")));

    private final JdbcClient db;

    HoldDossier(JdbcClient db) {
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
                select 'audit.retention_hold' as kind, to_jsonb(h) as fields from audit.retention_hold h
                where h.board_id = framework.board_id() and h.person_id = :person
                """);
    }
}
