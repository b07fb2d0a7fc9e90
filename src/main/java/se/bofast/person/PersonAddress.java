package se.bofast.person;

import org.jspecify.annotations.Nullable;

/// An address as it stands now.
public record PersonAddress(
        AddressKind kind,
        @Nullable String careOf,
        String street,
        @Nullable String apartment,
        @Nullable String postalCode,
        @Nullable String city) {

    /// On one line: "Sankt Eriksgatan 117 lgh 1203, 113 43 Stockholm".
    public String line() {
        var line = new StringBuilder();
        if (careOf != null) {
            line.append("c/o ").append(careOf).append(", ");
        }
        line.append(street);
        if (apartment != null) {
            line.append(" lgh ").append(apartment);
        }
        if (postalCode != null || city != null) {
            line.append(", ");
            line.append(postalCode == null ? "" : postalCode);
            line.append(postalCode != null && city != null ? " " : "");
            line.append(city == null ? "" : city);
        }
        return line.toString();
    }
}
