package se.bofast.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.bofast.kernel.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Whose dossier is asked for.
///
/// @param matters the ids of all matters about the person, and the person's own id
public record DossierQuestion(PersonId person, Set<UUID> matters) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OF_OTHERS = "_others";
    private static final String SECRETS = "_secrets";
    private static final String HIDES_REPORTER = "_reporter";

    public DossierQuestion {
        matters = Set.copyOf(matters);
    }

    /// Asks with one statement for rows of `kind` (the table) and `fields` (the row as jsonb, to
    /// which `_others`, `_reporter` and `_secrets` may be added); `:person` and `:matters` are
    /// given.
    public List<DossierRecord> ask(JdbcClient db, List<RecordKind> kinds, String sql) {
        var known =
                kinds.stream().collect(Collectors.toMap(RecordKind::table, Function.identity()));
        return db.sql(sql)
                .param("person", person.value())
                .param("matters", matters.toArray(UUID[]::new))
                .query((rs, n) ->
                        record(
                                Objects.requireNonNull(
                                        known.get(rs.getString("kind")), "an untold kind"),
                                JSON.readValue(
                                        rs.getString("fields"),
                                        new TypeReference<Map<String, Object>>() {})))
                .list();
    }

    private static DossierRecord record(RecordKind kind, Map<String, Object> row) {
        return new DossierRecord(
                kind,
                row,
                Boolean.TRUE.equals(row.get(OF_OTHERS)),
                Boolean.TRUE.equals(row.get(HIDES_REPORTER)),
                row.get(SECRETS) instanceof List<?> list
                        ? list.stream()
                                .filter(Objects::nonNull)
                                .map(String::valueOf)
                                .filter(secret -> !secret.isBlank())
                                .toList()
                        : List.of());
    }
}
