package se.bofast.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Which passwords would soon be guessed: those that have leaked most often, and what is put
/// together of common words, names, years, rows of keys, and what everyone knows about its owner
/// (decision 0186). Nothing is asked of the signs in them.
public final class EasyPasswords {

    /// Fewer guesses than this are too few, should the hashes ever be stolen.
    private static final double FEWEST_GUESSES = 1e8;

    /// What is behind this many signs does not make a password worse; the reckoning grows with
    /// their square.
    private static final int LOOKED_AT = 64;

    /// What is near at hand in a Swedish social services office, and which the library's lists,
    /// made abroad, do not have. The longest first: the earlier a word, the sooner it is guessed.
    static final List<String> NEAR_AT_HAND =
            List.of(
                    "bofast",
                    "lösenord",
                    "lösenordet",
                    "hemligt",
                    "välkommen",
                    "inloggning",
                    "sommar",
                    "sommaren",
                    "vinter",
                    "vintern",
                    "höst",
                    "hösten",
                    "vår",
                    "våren",
                    "jul",
                    "semester",
                    "fredag",
                    "måndag",
                    "januari",
                    "februari",
                    "mars",
                    "april",
                    "maj",
                    "juni",
                    "juli",
                    "augusti",
                    "september",
                    "oktober",
                    "november",
                    "december",
                    "socialtjänst",
                    "socialtjänsten",
                    "socialnämnd",
                    "socialnämnden",
                    "socialkontoret",
                    "socialsekreterare",
                    "handläggare",
                    "samordnare",
                    "enhetschef",
                    "kommun",
                    "kommunen",
                    "bostad",
                    "hyresvärd",
                    "vräkning",
                    "stockholm",
                    "göteborg",
                    "malmö",
                    "sverige",
                    "fotboll",
                    "älskling");

    private static final Zxcvbn GUESSING = new Zxcvbn();

    private EasyPasswords() {}

    /// @param known what anybody may know of its owner: log-in name, name, board, municipality
    public static boolean has(String password, Collection<String> known) {
        var words = new ArrayList<String>();
        for (var text : known) {
            for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                if (word.length() > 2) {
                    words.add(word);
                    words.add(withoutDots(word));
                }
            }
        }
        for (var word : NEAR_AT_HAND) {
            words.add(word);
            words.add(withoutDots(word));
        }
        var looked =
                password.substring(
                        0,
                        password.offsetByCodePoints(
                                0,
                                Math.min(
                                        LOOKED_AT, password.codePointCount(0, password.length()))));
        return GUESSING.measure(looked, words).getGuesses() < FEWEST_GUESSES;
    }

    private static String withoutDots(String word) {
        return word.replace('å', 'a').replace('ä', 'a').replace('ö', 'o');
    }
}
