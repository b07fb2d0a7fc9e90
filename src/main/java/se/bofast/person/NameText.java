package se.bofast.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import se.bofast.kernel.FoldedText;
import se.bofast.person.NameKey.KeyKind;

/// What names are compared by.
///
/// Folding is tolerant: å, ä and ö become a, a and o, since many systems and people write them so.
/// The name as written is kept beside the keys and decides the order of what was found, so that
/// "Åkerman" comes before "Akerman" when one asks for "Åkerman" (docs/decisions/0050).
public final class NameText {

    private static final int LONGEST_SOUND = 8;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;./]+");
    // Apostrophes belong to a part: O'Brien, D'Amico.
    private static final Pattern INSIDE = Pattern.compile("['\u2019\u2018`\u00b4]");
    private static final Set<String> PARTICLES =
            Set.of("af", "al", "av", "bin", "de", "del", "den", "der", "di", "el", "van", "von");

    private NameText() {}

    /// The name in small letters without marks, one space between its parts.
    public static String fold(String name) {
        return String.join(" ", parts(name));
    }

    /// The parts of a name, folded, as they come; a double name gives two.
    public static List<String> parts(String name) {
        return BETWEEN.splitAsStream(FoldedText.of(INSIDE.matcher(name).replaceAll("")))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// How one part sounds: the consonants of Double Metaphone after Swedish spelling has been
    /// evened out, and whether the first vowel is one of e, i, y or one of a, o, u. The vowel keeps
    /// Lind from Lund and Berg from Borg.
    ///
    /// @param part one folded part of a name
    /// @return empty for a part without letters a-z
    public static String sound(String part) {
        var even = evened(part);
        var consonants = encoder().doubleMetaphone(even);
        if (consonants == null || consonants.isEmpty() && vowel(even).isEmpty()) {
            return "";
        }
        return consonants + vowel(even);
    }

    /// All keys of a person's name.
    public static Set<NameKey> keys(String given, String family) {
        var keys = new LinkedHashSet<NameKey>();
        var parts = Stream.of(given, family).flatMap(name -> parts(name).stream()).toList();
        var all = new LinkedHashSet<>(parts);
        all.addAll(together(given));
        all.addAll(together(family));
        for (var part : all) {
            keys.add(new NameKey(KeyKind.PART, part));
            var sound = sound(part);
            if (!sound.isEmpty()) {
                keys.add(new NameKey(KeyKind.SOUND, sound));
            }
        }
        return keys;
    }

    /// The parts a search asks for, in up to two readings: double names apart ("Ann-Marie" as ann,
    /// marie) and together (annmarie).
    static List<List<String>> readings(String words) {
        var apart = withoutParticles(parts(words));
        var joined = new ArrayList<String>();
        for (var word : BETWEEN_WORDS.split(words)) {
            var inside = parts(word);
            if (!inside.isEmpty()) {
                joined.add(String.join("", inside));
            }
        }
        var together = new ArrayList<String>();
        for (var n = 0; n < joined.size(); n++) {
            var part = joined.get(n);
            if (PARTICLES.contains(part) && n + 1 < joined.size()) {
                together.add(part + joined.get(++n));
            } else {
                together.add(part);
            }
        }
        return Stream.of(apart, List.copyOf(together))
                .filter(reading -> !reading.isEmpty())
                .distinct()
                .toList();
    }

    /// A particle need not be written the same way, or at all, to find a person.
    private static List<String> withoutParticles(List<String> parts) {
        var kept = parts.stream().filter(part -> !PARTICLES.contains(part)).toList();
        return kept.isEmpty() ? parts : kept;
    }

    /// Double names and names after a particle, written together: annmarie, vonplaten, alhassan.
    private static Set<String> together(String name) {
        var found = new LinkedHashSet<String>();
        String particle = null;
        for (var word : BETWEEN_WORDS.split(name)) {
            var inside = parts(word);
            if (inside.isEmpty()) {
                continue;
            }
            var joined = String.join("", inside);
            if (inside.size() > 1) {
                found.add(joined);
            }
            if (particle != null) {
                found.add(particle + joined);
            }
            particle = PARTICLES.contains(joined) ? joined : null;
        }
        return found;
    }

    private static DoubleMetaphone encoder() {
        var encoder = new DoubleMetaphone();
        encoder.setMaxCodeLen(LONGEST_SOUND);
        return encoder;
    }

    private record Spelling(Pattern from, String to) {
        static Spelling of(String from, String to) {
            return new Spelling(Pattern.compile(from), to);
        }
    }

    /// Spellings that stand for one sound in Swedish names, and common ways to write names from
    /// other alphabets. Tried on pairs of names in NameTextTest.
    private static final List<Spelling> SPELLINGS =
            List.of(
                    Spelling.of("[^a-z]+", ""),
                    Spelling.of("^(sch|skj|stj|sj|sk(?=[eiy]))", "sj"),
                    Spelling.of("^[hldg]j", "j"),
                    Spelling.of("^[tk]j", "tj"),
                    Spelling.of("ph", "f"),
                    Spelling.of("c[kh]", "k"),
                    Spelling.of("c(?=[eiy])", "s"),
                    Spelling.of("c", "k"),
                    Spelling.of("q[uv]", "kv"),
                    Spelling.of("q", "k"),
                    Spelling.of("w", "v"),
                    Spelling.of("x", "ks"),
                    Spelling.of("z", "s"),
                    Spelling.of("([kgdt])h", "$1"),
                    Spelling.of("h", ""),
                    Spelling.of("dj", "j"),
                    Spelling.of("f(?=s|$)", "v"),
                    Spelling.of("^y(?=[aou])", "j"),
                    Spelling.of("gts", "kts"),
                    Spelling.of("(.)\\1+", "$1"));

    private static String evened(String part) {
        var even = part;
        for (var spelling : SPELLINGS) {
            even = spelling.from().matcher(even).replaceAll(spelling.to());
        }
        return even;
    }

    private static String vowel(String even) {
        return Arrays.stream(even.split(""))
                .filter(letter -> "aeiouy".contains(letter) && !letter.isEmpty())
                .findFirst()
                .map(letter -> "eiy".contains(letter) ? "e" : "a")
                .orElse("");
    }
}
