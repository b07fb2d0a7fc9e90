package se.bofast.person;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.FoldedText;

/// What Swedish addresses are compared by.
public final class AddressText {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern CARE_OF = Pattern.compile("^c/o\\s+[^,]*,\\s*");
    private static final Pattern APARTMENT =
            Pattern.compile(
                    "\\b(?:lgh|lagenhet|lghnr|apt|ap)\\.?\\s*(?:nr\\.?|nummer)?\\s*:?\\s*(\\d{3,4})\\b");
    private static final Pattern AFTER_SLASH =
            Pattern.compile("(?<=[0-9a-z])\\s*/\\s*(\\d{4})\\b(?=\\s*(?:,|$))");
    private static final Pattern FLOOR =
            Pattern.compile(
                    "\\b(\\d{1,2})\\s*(?:tr|trp|trappor|trappa|vaningen|van)\\b\\.?"
                            + "|\\b(n\\.?\\s?b|b\\.?\\s?v|bottenvaning(?:en)?)\\b\\.?");
    private static final Pattern ENTRANCE =
            Pattern.compile(
                    "\\b(?:uppg(?:ang)?|ing(?:ang)?|port|plan|o\\.?\\s?g|u\\.?\\s?g)\\b\\.?.*$");
    private static final Pattern NUMBERED =
            Pattern.compile(
                    "^(.*?[^\\d\\s])\\s*(\\d+)\\s*([a-z])?\\b(?:\\s*-\\s*\\d+\\s*[a-z]?\\b)?.*$");
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("s:t", "st"),
                    Map.entry("s:ta", "st"),
                    Map.entry("s:t.", "st"),
                    Map.entry("st", "st"),
                    Map.entry("st.", "st"),
                    Map.entry("sta", "st"),
                    Map.entry("sankt", "st"),
                    Map.entry("sankta", "st"),
                    Map.entry("st:a", "st"),
                    Map.entry("stora", "st"),
                    Map.entry("l:a", "lilla"),
                    Map.entry("n", "norra"),
                    Map.entry("n.", "norra"),
                    Map.entry("s", "sodra"),
                    Map.entry("s.", "sodra"),
                    Map.entry("o", "ostra"),
                    Map.entry("o.", "ostra"),
                    Map.entry("v", "vastra"),
                    Map.entry("v.", "vastra"),
                    Map.entry("g:a", "gamla"),
                    Map.entry("gla", "gamla"));

    private record Ending(Pattern from, String to) {}

    private static final List<Ending> ENDINGS =
            List.of(
                    new Ending(Pattern.compile("(?<=[a-z]{2})\\s*g(?:at)?\\.$"), "gatan"),
                    new Ending(Pattern.compile("(?<=[a-z]{2})gat$"), "gatan"),
                    new Ending(Pattern.compile("(?<=[a-z]{2})\\s*v(?:ag)?\\.$"), "vagen"),
                    new Ending(Pattern.compile("(?<=[a-z]{2})\\s*gr(?:and)?\\.$"), "grand"),
                    new Ending(Pattern.compile("(?<=[a-z]{2})\\s*pl\\.$"), "plan"));

    private AddressText() {}

    /// An address taken apart.
    ///
    /// @param key street, number and letter folded and written together: "steriksgatan117b"
    /// @param apartment the apartment's number, if it stood there
    /// @param floor stairs up; 0 for the ground floor; null if it did not stand there
    public record Apart(String key, @Nullable String apartment, @Nullable Integer floor) {}

    /// Street, number and letter folded for comparing with `=`; not the apartment, not the floor,
    /// and not what stands after them.
    ///
    /// "Sankt", "S:t", "St", "S:ta" and "Stora" are one, since people write "St" for all of them
    /// and no town has the same street under two of them. Empty for an address without letters.
    public static String key(String street) {
        return apart(street).key();
    }

    public static Apart apart(String street) {
        var rest = SPACES.matcher(FoldedText.of(street)).replaceAll(" ").strip();
        rest = CARE_OF.matcher(rest).replaceFirst("");
        String apartment = null;
        for (var pattern : List.of(APARTMENT, AFTER_SLASH)) {
            var found = pattern.matcher(rest);
            if (apartment == null && found.find()) {
                apartment = found.group(1);
                rest = found.replaceFirst(" ");
            }
        }
        Integer floor = null;
        var stairs = FLOOR.matcher(rest);
        if (stairs.find() && stairs.start() > 0) {
            floor = stairs.group(1) == null ? 0 : Integer.valueOf(stairs.group(1));
            rest = stairs.replaceFirst(" ");
        }
        var entrance = ENTRANCE.matcher(rest);
        if (entrance.find()
                && entrance.start() > 0
                && hasDigit(rest.substring(0, entrance.start()))) {
            rest = rest.substring(0, entrance.start());
        }
        var comma = rest.indexOf(',');
        if (comma > 0) {
            rest = rest.substring(0, comma);
        }
        return new Apart(withNumber(rest.strip()), apartment, floor);
    }

    /// The address as written, without the apartment at its end: "Storgatan 1 lgh 1203" is of
    /// "Storgatan 1".
    public static String withoutApartment(String street) {
        return street.replaceFirst("(?iu)[,;]?\\s+(?:lgh|lght|lägenhet)\\.?(?:nr)?\\s*\\d{4}$", "");
    }

    private static String withNumber(String address) {
        var numbered = NUMBERED.matcher(address);
        if (!numbered.matches()) {
            return named(address);
        }
        var letter = numbered.group(3) == null ? "" : numbered.group(3);
        return named(numbered.group(1)) + withoutZeros(numbered.group(2)) + letter;
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }

    private static String named(String street) {
        var name = street.strip();
        for (var ending : ENDINGS) {
            name = ending.from().matcher(name).replaceFirst(ending.to());
        }
        var first = name.indexOf(' ');
        if (first > 0) {
            var word = name.substring(0, first);
            name = WORDS.getOrDefault(word, word) + name.substring(first);
        } else {
            name =
                    name.replaceFirst("^s:ta?\\.?(?=[a-z]{3})", "st")
                            .replaceFirst("^sankta?(?=[a-z]{5})", "st");
        }
        return name.replaceAll("[^a-z0-9]", "");
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
