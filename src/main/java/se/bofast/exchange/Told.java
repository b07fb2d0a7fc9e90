package se.bofast.exchange;

import java.util.List;
import java.util.Set;
import se.bofast.audit.DossierField;
import se.bofast.audit.DossierRecord;

/// A record with the fields of it that are told, and why others are not.
record Told(DossierRecord record, List<DossierField> fields, Set<LeftOut> leftOut) {

    Told {
        fields = List.copyOf(fields);
        leftOut = Set.copyOf(leftOut);
    }

    boolean isSilent() {
        return fields.isEmpty();
    }
}
