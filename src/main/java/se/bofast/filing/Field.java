package se.bofast.filing;

import java.util.List;

/// One thing a room wants to know of each row.
///
/// @param code stable name within the room, also kept in remembered mappings
/// @param labelKey message key of the name people see
/// @param required whether a list without it can be read at all
/// @param synonyms column names senders use, the surest first; case, å ä ö, spaces, signs and usual
///   abbreviations (nr, pnr, lgh, tel ...) need not be listed
public record Field(String code, String labelKey, boolean required, List<String> synonyms) {

    public Field {
        synonyms = List.copyOf(synonyms);
    }
}
