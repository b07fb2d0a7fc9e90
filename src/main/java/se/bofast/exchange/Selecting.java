package se.bofast.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.audit.DossierField;
import se.bofast.audit.DossierRecord;

/// What of a dossier is told to whom.
final class Selecting {

    private Selecting() {}

    /// Everything, for the archive.
    static List<Told> whole(Dossier dossier) {
        return dossier.records().stream()
                .filter(record -> record.kind().isTold())
                .map(record -> new Told(record, record.kind().fields(), Set.of()))
                .toList();
    }

    /// What the person may read. What is hidden in one record is hidden in every other's words too;
    /// of records about somebody else not even the day is told.
    static List<Told> forThePerson(Dossier dossier) {
        var reporters = secrets(dossier, true);
        var others = secrets(dossier, false);
        return dossier.records().stream()
                .filter(record -> record.kind().isTold() && !record.ofOthers())
                .map(record -> told(dossier, record, reporters, others))
                .filter(one -> !one.isSilent() || !one.leftOut().isEmpty())
                .toList();
    }

    private static Told told(
            Dossier dossier, DossierRecord record, Set<String> reporters, Set<String> others) {
        var fields = new ArrayList<DossierField>();
        var leftOut = EnumSet.noneOf(LeftOut.class);
        for (var field : record.kind().fields()) {
            var value = record.value(field.column());
            if (value == null || field.sight() == DossierField.Sight.HOUSE) {
                continue;
            }
            var why = why(dossier, record, field, value, reporters, others);
            if (why != null) {
                leftOut.add(why);
            } else if (field.sight() != DossierField.Sight.OTHERS) {
                fields.add(field);
            }
        }
        return new Told(record, fields, leftOut);
    }

    private static @Nullable LeftOut why(
            Dossier dossier,
            DossierRecord record,
            DossierField field,
            String value,
            Set<String> reporters,
            Set<String> others) {
        if (field.sight() == DossierField.Sight.OTHERS) {
            // Who the dossier is about stands in the record's own person: nothing is left out.
            return value.equals(dossier.person().value().toString()) ? null : LeftOut.OTHERS;
        }
        if (field.sight() == DossierField.Sight.REPORTER && record.hidesReporter()) {
            return LeftOut.REPORTER;
        }
        var written = value.toLowerCase(Locale.ROOT);
        if (reporters.stream().anyMatch(written::contains)) {
            return LeftOut.REPORTER;
        }
        return others.stream().anyMatch(written::contains) ? LeftOut.OTHERS : null;
    }

    private static Set<String> secrets(Dossier dossier, boolean ofReporters) {
        return dossier.records().stream()
                .filter(record -> record.hidesReporter() == ofReporters)
                .flatMap(record -> record.secrets().stream())
                .map(secret -> secret.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
