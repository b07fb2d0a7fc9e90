package se.bofast.intake;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.landlord;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.money;
import static se.bofast.audit.DossierField.number;
import static se.bofast.audit.DossierField.person;
import static se.bofast.audit.DossierField.reference;
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
import se.bofast.deadline.FactKind;
import se.bofast.kernel.PersonId;

/// What has come in about the person, and what it stated. A neighbour, or somebody whom no list of
/// senders names, is hidden from the person (OSL 26 kap. 5 §).
@Component
public class SignalDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                                    "intake",
                                    "signal",
                                    1,
                                    "received_at",
                                    code("kind", SignalKind.class),
                                    code("source", SignalSource.class),
                                    code("channel", Channel.class),
                                    landlord("landlord_id").ofReporter(),
                                    text("sender_name").ofReporter(),
                                    text("sender_reference").ofReporter(),
                                    day("issued_on"),
                                    text("written_name").ofReporter(),
                                    text("written_number").ofReporter(),
                                    day("written_birth_on").ofReporter(),
                                    text("written_phone").ofReporter(),
                                    text("street"),
                                    text("apartment"),
                                    text("postal_code"),
                                    text("city"),
                                    number("rooms"),
                                    number("children"),
                                    code("reason", ThreatReason.class),
                                    words("note").ofReporter(),
                                    code("known", Known.class),
                                    unit("known_unit_id"),
                                    unit("unit_id"),
                                    moment("received_at"),
                                    moment("registered_at"),
                                    moment("withdrawn_at"),
                                    words("withdrawn_reason"),
                                    employee("registered_by"),
                                    employee("responsible_id"),
                                    code("match_state", MatchState.class).ofHouse(),
                                    number("match_score").ofHouse(),
                                    text("match_reason").ofHouse(),
                                    text("routed_by").ofHouse(),
                                    reference("id"),
                                    reference("person_id"),
                                    reference("earlier_id"),
                                    reference("upload_id"),
                                    number("upload_row").ofHouse())
                            .without("fingerprint", "content_hash", "identity_hash", "address_key"),
                    RecordKind.of(
                            "intake",
                            "signal_fact",
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
                            reference("signal_id")),
                    RecordKind.of(
                            "intake",
                            "candidate",
                            1,
                            "received_at",
                            person("person_id"),
                            number("score").ofHouse(),
                            text("reason").ofHouse(),
                            reference("signal_id")));

    private final JdbcClient db;

    SignalDossier(JdbcClient db) {
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
                                select id from intake.signal
                                where board_id = framework.board_id() and person_id = :person
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
                select 'intake.signal' as kind, to_jsonb(s)
                    || jsonb_build_object('_others', coalesce(s.person_id <> cast(:person as uuid), false),
                        '_reporter', s.source in ('NEIGHBOUR', 'OTHER') or s.kind = 'NEIGHBOUR',
                        '_secrets', case when s.source in ('NEIGHBOUR', 'OTHER') or s.kind = 'NEIGHBOUR'
                            then jsonb_build_array(s.sender_name, s.sender_reference) end) as fields
                from intake.signal s
                where s.board_id = framework.board_id() and s.id = any (:matters)
                union all
                select 'intake.signal_fact', to_jsonb(f)
                    || jsonb_build_object('_others', coalesce(s.person_id <> cast(:person as uuid), false))
                from intake.signal_fact f
                join intake.signal s on s.board_id = f.board_id and s.id = f.signal_id
                where f.board_id = framework.board_id() and f.signal_id = any (:matters)
                union all
                select 'intake.candidate', to_jsonb(c) || jsonb_build_object('received_at', s.received_at,
                    '_others', s.person_id is distinct from cast(:person as uuid) or c.person_id <> cast(:person as uuid))
                from intake.candidate c
                join intake.signal s on s.board_id = c.board_id and s.id = c.signal_id
                where c.board_id = framework.board_id() and (c.person_id = :person or c.signal_id = any (:matters))
                """);
    }
}
