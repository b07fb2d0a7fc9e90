package se.bofast.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.person.AddressText;
import se.bofast.person.NameText;

/// Recognises a notice that has come before.
///
/// @param notice of sender, kind and the sender's reference, else identity and day issued
/// @param content of every value: the same notice with other content is a new one, linked
/// @param identity of whom it is about as written
record Fingerprint(String notice, String content, String identity) {

    static Fingerprint of(NewSignal signal) {
        var identity = identity(signal);
        var sender =
                signal.landlord() != null
                        ? signal.landlord().value().toString()
                        : signal.source() + ":" + folded(signal.senderName());
        var which =
                signal.senderReference() != null
                        ? "ref:" + folded(signal.senderReference())
                        : "who:" + identity + "@" + signal.issuedOn();
        var facts =
                signal.facts().stream()
                        .sorted()
                        .map(fact -> fact.kind() + "=" + fact.text())
                        .collect(Collectors.joining(";"));
        return new Fingerprint(
                hash(sender, signal.kind().name(), which),
                hash(
                        identity,
                        String.valueOf(signal.issuedOn()),
                        folded(signal.place().street()),
                        folded(signal.place().apartment()),
                        String.valueOf(signal.place().postalCode()),
                        String.valueOf(signal.children()),
                        String.valueOf(signal.reason()),
                        String.valueOf(signal.note()),
                        facts),
                identity);
    }

    /// The same print, about whom another notice is about.
    Fingerprint about(String other) {
        return new Fingerprint(notice, content, other);
    }

    private static String identity(NewSignal signal) {
        var written = signal.written();
        if (signal.person() != null) {
            return hash("person", signal.person().toString());
        }
        if (written.number() != null) {
            return hash("number", written.number().digits());
        }
        if (written.name() != null && written.birthOn() != null) {
            return hash("born", folded(written.name()), written.birthOn().toString());
        }
        return hash(
                "place",
                folded(written.name()),
                AddressText.key(Objects.requireNonNullElse(signal.place().street(), "")),
                folded(signal.place().apartment()));
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : NameText.fold(text);
    }

    private static String hash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts)
                    .forEach(part -> {
                        digest.update(part.getBytes(StandardCharsets.UTF_8));
                        digest.update((byte) 0);
                    });
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
