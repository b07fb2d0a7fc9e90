package se.bofast.person;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.FoldedText;
import se.bofast.kernel.IdentityNumber;

/// A record made ready for comparing: folded once, compared many times. What is not known is empty.
final class LinkTraits {

    private static final Set<String> PARTICLES =
            Set.of("af", "al", "av", "bin", "de", "del", "den", "der", "di", "el", "van", "von");
    private static final Pattern HOUSE = Pattern.compile("^(.*?[a-z].*?)\\s*(\\d+\\s*[a-z]?)$");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    /// A name: its parts without particles, the parts written together, how that sounds.
    record Name(String together, List<String> parts, String sound) {

        static final Name NONE = new Name("", List.of(), "");

        boolean isMissing() {
            return together.isEmpty();
        }
    }

    final UUID id;
    final Name given;
    final Name family;
    final String birth;
    final String number;
    final IdentityNumber.@Nullable Kind numberKind;
    final List<String> former;
    final String street;
    final String second;
    final String house;
    final String postcode;
    final String town;
    final @Nullable Sex sex;

    /// @param sounds how one part of a name sounds; many people share their names
    LinkTraits(LinkRecord record, UnaryOperator<String> sounds) {
        id = record.id();
        given = name(record.given(), sounds);
        family = name(record.family(), sounds);
        birth = digits(record.birth());
        number = digits(record.number());
        numberKind = kind(number);
        former = record.former().stream().map(LinkTraits::digits).toList();
        var line = record.street() == null ? "" : FoldedText.of(record.street()).strip();
        var written = record.house() == null ? "" : word(record.house());
        var apart = HOUSE.matcher(line);
        if (record.house() == null && apart.matches()) {
            line = apart.group(1);
            written = word(apart.group(2));
        }
        street = word(line);
        house = written;
        second = word(record.secondLine());
        postcode = word(record.postcode());
        town = word(record.town());
        sex = record.sex();
    }

    private static Name name(@Nullable String text, UnaryOperator<String> sounds) {
        if (text == null || text.isBlank()) {
            return Name.NONE;
        }
        var all = NameText.parts(text);
        var kept = all.stream().filter(part -> !PARTICLES.contains(part)).toList();
        var parts = kept.isEmpty() ? all : kept;
        var together = String.join("", parts);
        return together.isEmpty() ? Name.NONE : new Name(together, parts, sounds.apply(together));
    }

    private static String digits(@Nullable String text) {
        return text == null ? "" : NOT_DIGITS.matcher(text).replaceAll("");
    }

    private static String word(@Nullable String text) {
        return text == null || text.isBlank()
                ? ""
                : NOT_WORD.matcher(FoldedText.of(text)).replaceAll("");
    }

    /// Null for what is no personal or coordination number.
    private static IdentityNumber.@Nullable Kind kind(String digits) {
        if (digits.length() != 12) {
            return null;
        }
        try {
            return new IdentityNumber(digits).kind();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
