package se.bofast.person;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What a person is called here whose name is not known: "Okänd person 12".
///
/// It is no made-up name: it belongs to no language and no sex, and nobody takes it for a real one.
/// It is written the same in every language, since colleagues say it to each other and write it in
/// notes. It stays with the person when the name is known, so that old notes can be followed.
final class WorkingLabel {

    private static final Pattern SPOKEN =
            Pattern.compile("(?iu)(?:ok[äa]nd|unknown)(?:\\s+person)?(?:\\s+(\\d{1,9}))?");

    private WorkingLabel() {}

    static String of(int number) {
        return "Okänd person " + number;
    }

    /// The number of the label somebody asks for, none for all who have no name; nothing if the
    /// words are not about a label.
    static Optional<OptionalInt> read(String words) {
        var matcher = SPOKEN.matcher(words.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var number = matcher.group(1);
        return Optional.of(
                number == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number)));
    }
}
