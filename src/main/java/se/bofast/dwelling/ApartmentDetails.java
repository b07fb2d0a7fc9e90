package se.bofast.dwelling;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of an apartment besides where it is.
///
/// @param number the landlord's or the board's own; unique among those held
/// @param floor 0 is the ground floor
/// @param mostPeople how many it is meant for at most
/// @param shared people who do not belong together have rooms of their own in it
public record ApartmentDetails(
        String number,
        ApartmentKind kind,
        @Nullable AgreementId agreement,
        @Nullable Integer floor,
        @Nullable Boolean lift,
        @Nullable Boolean stepFree,
        @Nullable Boolean wheelchair,
        @Nullable Integer squareMetres,
        @Nullable Integer mostPeople,
        boolean shared,
        @Nullable String note) {

    public ApartmentDetails {
        number = number.strip();
        if (number.isEmpty()) {
            throw new IllegalArgumentException("an apartment has a number");
        }
    }

    public static ApartmentDetails of(
            String number, ApartmentKind kind, @Nullable AgreementId agreement) {
        return new ApartmentDetails(
                number, kind, agreement, null, null, null, null, null, null, false, null);
    }

    /// The fields by name, for the log's before and after.
    Map<String, String> fields(ApartmentPlace place) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("number", number);
        fields.put("kind", kind.name());
        fields.put("agreement", text(agreement));
        fields.put("floor", text(floor));
        fields.put("lift", text(lift));
        fields.put("stepFree", text(stepFree));
        fields.put("wheelchair", text(wheelchair));
        fields.put("squareMetres", text(squareMetres));
        fields.put("mostPeople", text(mostPeople));
        fields.put("shared", text(shared));
        fields.put("note", text(note));
        fields.put("street", place.street());
        fields.put("apartment", text(place.apartment()));
        fields.put("postalCode", text(place.postalCode()));
        fields.put("city", text(place.city()));
        fields.put("rooms", text(place.rooms()));
        fields.put("landlord", text(place.landlord()));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
