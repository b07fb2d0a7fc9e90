package se.bofast.exchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.audit.DossierRecord;
import se.bofast.kernel.PersonId;

/// Everything the board holds about one person (akt), in the order it happened.
///
/// @param shownName the person's own name, also a protected person's
/// @param number the personal number as it is written, or null
/// @param isProtected the person's identity is protected today
/// @param names of employees, units, landlords and others in it, by id
record Dossier(
        PersonId person,
        String shownName,
        @Nullable String number,
        boolean isProtected,
        List<DossierRecord> records,
        Map<UUID, String> names) {

    Dossier {
        records = List.copyOf(records);
        names = Map.copyOf(names);
    }

    List<DossierRecord> of(String table) {
        return records.stream().filter(record -> record.kind().table().equals(table)).toList();
    }
}
