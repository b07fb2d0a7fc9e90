package se.bofast.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a page of a list begins: the sort values and id of the row just outside it.
///
/// It stands in the address, so it must never carry a person's data: a list sorted by name puts
/// only the row's id in the key, and the store looks the name up. What arrives from an address is
/// not to be trusted: check each value as any other parameter.
public record PageKey(boolean backward, List<String> values) {

    private static final int LONGEST = 500;

    public PageKey {
        values = List.copyOf(values);
    }

    /// The page that follows the row.
    public static PageKey after(List<String> values) {
        return new PageKey(false, values);
    }

    /// The page that comes just before the row.
    public static PageKey before(List<String> values) {
        return new PageKey(true, values);
    }

    /// Reads the parameter; anything that is not a key means the first page.
    public static Optional<PageKey> read(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty() || encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(encoded)))
                            .toString();
            var parts = text.split("\n", -1);
            if (parts.length < 2 || !(parts[0].equals("a") || parts[0].equals("b"))) {
                return Optional.empty();
            }
            var values = new ArrayList<String>();
            for (var part : List.of(parts).subList(1, parts.length)) {
                values.add(part.replace("\\n", "\n").replace("\\s", "\\"));
            }
            return Optional.of(new PageKey(parts[0].equals("b"), values));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// As it stands in the address.
    public String encoded() {
        var text = new StringBuilder(backward ? "b" : "a");
        for (var value : values) {
            text.append('\n').append(value.replace("\\", "\\s").replace("\n", "\\n"));
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
