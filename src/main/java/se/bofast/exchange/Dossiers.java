package se.bofast.exchange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.DossierField.Sort;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.person.People;

/// Gathers dossiers from the rooms. Who calls has required the action and logs.
@Component
class Dossiers {

    private final JdbcClient db;
    private final List<DossierPart> parts;
    private final People people;

    Dossiers(JdbcClient db, List<DossierPart> parts, People people) {
        this.db = db;
        this.parts = parts;
        this.people = people;
    }

    List<RecordKind> kinds() {
        return parts.stream().flatMap(part -> part.kinds().stream()).toList();
    }

    /// In one transaction, so that the rooms tell of the same moment.
    ///
    /// @throws NotFound if there is no such person within reach
    @Transactional(propagation = Propagation.MANDATORY)
    public Dossier of(PersonId person) {
        var matters = new HashSet<UUID>(Set.of(person.value()));
        parts.forEach(part -> matters.addAll(part.matters(person)));
        var about = new DossierQuestion(person, matters);
        var records =
                parts.stream()
                        .flatMap(part -> part.records(about).stream())
                        .sorted(
                                Comparator.comparing(
                                                DossierRecord::day,
                                                Comparator.nullsFirst(Comparator.naturalOrder()))
                                        .thenComparing(record -> record.kind().table())
                                        .thenComparing(DossierRecord::key))
                        .toList();
        var identity =
                records.stream()
                        .filter(record ->
                                record.kind().table().endsWith(".identity")
                                        && record.value("superseded_at") == null)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var name =
                Stream.of(identity.value("given_name"), identity.value("family_name"))
                        .filter(Objects::nonNull)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        return new Dossier(
                person,
                name.isEmpty() ? label(records) : name,
                identity.value("number"),
                !Objects.equals(identity.value("protection"), "NONE"),
                records,
                names(records));
    }

    /// What somebody without a name is called here; empty for who has never been without one.
    private static String label(List<DossierRecord> records) {
        return records.stream()
                .filter(record -> record.kind().table().endsWith(".person"))
                .map(record -> record.value("working_label"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private Map<UUID, String> names(List<DossierRecord> records) {
        var names = new HashMap<UUID, String>();
        db.sql(
                        """
                        select a.account_id as id, a.display_name as name from access.v_account a
                        where a.account_id = any (:employees)
                        union all
                        select u.unit_id, u.name from access.v_unit u
                        where u.board_id = framework.board_id() and u.unit_id = any (:units)
                        union all
                        select l.landlord_id, l.name from dwelling.v_landlord l
                        where l.board_id = framework.board_id() and l.landlord_id = any (:landlords)
                        """)
                .param("employees", ids(records, Sort.EMPLOYEE))
                .param("units", ids(records, Sort.UNIT))
                .param("landlords", ids(records, Sort.LANDLORD))
                .query(rs -> {
                    names.put(rs.getObject("id", UUID.class), rs.getString("name"));
                });
        people.names(Stream.of(ids(records, Sort.PERSON)).map(PersonId::new).toList())
                .forEach((id, name) -> {
                    if (!name.isProtected()) {
                        var label = name.workingLabel();
                        names.put(
                                id.value(),
                                name.spoken().isEmpty() && label != null ? label : name.spoken());
                    }
                });
        return names;
    }

    private static UUID[] ids(List<DossierRecord> records, Sort sort) {
        return records.stream()
                .flatMap(record ->
                        record.kind().fields().stream()
                                .filter(field -> field.sort() == sort)
                                .map(field -> record.uuid(field.column())))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
    }
}
