package se.bofast.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row about a person as it is to be compared; everything as it was written, and nothing needs to
/// be right.
///
/// @param birth YYYYMMDD, also an impossible or incomplete one
/// @param number the number; it may be wrong
/// @param former a coordination number the person had before the number
/// @param street with or without the number of the house
/// @param house null: it stands in the street, if anywhere
record LinkRecord(
        UUID id,
        @Nullable String given,
        @Nullable String family,
        @Nullable String birth,
        @Nullable String number,
        List<String> former,
        @Nullable String street,
        @Nullable String house,
        @Nullable String secondLine,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable Sex sex) {

    LinkRecord {
        former = List.copyOf(former);
    }
}
