package se.bofast.exchange;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.text;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;

/// When the dossier was taken out before. Not what stood in it: that is the dossier itself.
@Component
public class PackageDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                                    "exchange",
                                    "package",
                                    1,
                                    "made_at",
                                    code("kind", PackageKind.class),
                                    moment("made_at"),
                                    employee("made_by"),
                                    text("sha256").ofHouse(),
                                    reference("id"),
                                    reference("person_id"))
                            .without("size", "content"));

    private final JdbcClient db;

    PackageDossier(JdbcClient db) {
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
                select 'exchange.package' as kind, jsonb_build_object('id', p.id, 'person_id', p.person_id, 'kind', p.kind,
                    'made_at', p.made_at, 'made_by', p.made_by, 'sha256', p.sha256) as fields
                from exchange.package p
                where p.board_id = framework.board_id() and p.person_id = :person
                """);
    }
}
