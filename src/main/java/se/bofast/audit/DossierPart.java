package se.bofast.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.bofast.kernel.PersonId;

/// What one room holds about a person: its part of the dossier (akt, personakt). Every room that
/// has a table with a person or a matter in it offers a bean of it; a test of the walls finds the
/// table that nobody tells.
///
/// Called within the reach of who asks and in a transaction. Only the rooms of dossiers call it:
/// they require the action and log.
public interface DossierPart {

    /// The tables of the room that hold something of people, told or named as derived.
    List<RecordKind> kinds();

    /// The matters of this room that are about the person, as the other rooms know them by id.
    default Set<UUID> matters(PersonId person) {
        return Set.of();
    }

    /// All of it, also what is superseded, in one statement.
    List<DossierRecord> records(DossierQuestion about);
}
