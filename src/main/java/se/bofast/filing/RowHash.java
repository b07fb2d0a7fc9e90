package se.bofast.filing;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The content of a row's mapped cells, whatever the order of the columns, the case of the letters
/// and the spaces between the words. The same content sent again has the same hash.
///
/// @param value SHA-256 in 64 hexadecimal figures
public record RowHash(String value) {

    public RowHash {
        Sha256.require(value);
    }

    public static RowHash of(MappedRow row) {
        SortedMap<String, String> values = new TreeMap<>();
        for (var field : row.mapping().read()) {
            var text = row.text(field.code());
            if (!text.isEmpty()) {
                values.put(
                        field.code(),
                        text.replaceAll("[\\p{Z}\\s]+", " ").toLowerCase(Locale.ROOT));
            }
        }
        var content = new StringBuilder();
        values.forEach((code, text) ->
                content.append(code).append('\u001f').append(text).append('\u001e'));
        return new RowHash(Sha256.of(content.toString()));
    }
}
