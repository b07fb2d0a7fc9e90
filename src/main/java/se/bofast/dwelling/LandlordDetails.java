package se.bofast.dwelling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of a landlord, apart from whom one talks to there.
///
/// @param organisationNumber ten digits with a hyphen, as written; never a personal number
public record LandlordDetails(
        String name,
        LandlordKind kind,
        @Nullable String organisationNumber,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String note) {

    public LandlordDetails {
        name = name.strip();
        if (LandlordText.key(name).isEmpty()) {
            throw new IllegalArgumentException("a landlord has a name");
        }
    }

    public static LandlordDetails of(String name, LandlordKind kind) {
        return new LandlordDetails(name, kind, null, null, null, null, null, null, null);
    }

    /// The fields by name, for the log's before and after.
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("kind", kind.name());
        put(fields, "organisationNumber", organisationNumber);
        put(fields, "street", street);
        put(fields, "postalCode", postalCode);
        put(fields, "city", city);
        put(fields, "phone", phone);
        put(fields, "email", email);
        put(fields, "note", note);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        fields.put(name, value == null ? "" : value);
    }
}
