package se.bofast.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.HouseClock;

/// One record of a dossier, as its row stands in the database.
///
/// @param values by column; text, number, true or false, list, or null
/// @param ofOthers about somebody else than the person: never in an extract
/// @param hidesReporter who reported is to be hidden from the person
/// @param secrets names and addresses that the record hides, and that no other record's words may
///   give away either
public record DossierRecord(
        RecordKind kind,
        Map<String, Object> values,
        boolean ofOthers,
        boolean hidesReporter,
        List<String> secrets) {

    public DossierRecord {
        values = Collections.unmodifiableMap(new HashMap<>(values));
        secrets = List.copyOf(secrets);
    }

    /// As it stands in the structured file, or null where nothing is known.
    public @Nullable String value(String column) {
        return switch (values.get(column)) {
            case null -> null;
            case List<?> list when list.isEmpty() -> null;
            case List<?> list -> String.join(" ", list.stream().map(String::valueOf).toList());
            case Object one -> one.toString();
        };
    }

    public @Nullable UUID uuid(String column) {
        var value = value(column);
        return value == null ? null : UUID.fromString(value);
    }

    public @Nullable Instant moment(String column) {
        var value = value(column);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }

    /// The day it happened, in Sweden; null where the kind has none.
    public @Nullable LocalDate day() {
        var column = kind.on();
        var value = column == null ? null : value(column);
        if (value == null) {
            return null;
        }
        return value.length() == 10
                ? LocalDate.parse(value)
                : OffsetDateTime.parse(value).atZoneSameInstant(HouseClock.ZONE).toLocalDate();
    }

    /// Tells the record from all others of the dossier; the same as long as the row stands.
    public String key() {
        var id = value("id");
        return kind.table()
                + ":"
                + (id != null
                        ? id
                        : Integer.toHexString(
                                kind.fields().stream()
                                        .map(field -> String.valueOf(value(field.column())))
                                        .toList()
                                        .hashCode()));
    }
}
