package se.bofast.person;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;

/// What a person is called, as far as the one who asked may know.
///
/// @param given null when hidden, or not known
/// @param family null when hidden, or not known
/// @param workingLabel what somebody without a name is called; null when hidden, or never without
public record PersonName(
        PersonId id,
        @Nullable String given,
        @Nullable String family,
        @Nullable String workingLabel,
        Protection protection) {

    /// "Berg, Anna", or "Okänd person 12" for who has no name; a neutral sentence when the name is
    /// hidden or not known.
    public String shown(Words words) {
        var name =
                Stream.of(family == null ? "" : family, given == null ? "" : given)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(", "));
        if (!name.isEmpty()) {
            return name;
        }
        if (workingLabel != null) {
            return workingLabel;
        }
        return words.t(protection.hides() ? "person.name.hidden" : "person.name.unknown");
    }

    /// "Anna Berg", for letters; empty when the name is hidden or not known.
    public String spoken() {
        return Stream.of(given == null ? "" : given, family == null ? "" : family)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    public boolean isProtected() {
        return protection.hides();
    }
}
