package se.bofast.filing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A column name in the form in which names are compared: "Mål nr." and "MÅLNUMMER" are the same.
final class HeaderText {

    private static final Map<String, String> WHOLE_WORDS =
            Map.ofEntries(
                    Map.entry("pnr", "personnummer"),
                    Map.entry("persnr", "personnummer"),
                    Map.entry("ssn", "personnummer"),
                    Map.entry("nr", "nummer"),
                    Map.entry("no", "nummer"),
                    Map.entry("number", "nummer"),
                    Map.entry("lgh", "lagenhet"),
                    Map.entry("lght", "lagenhet"),
                    Map.entry("adr", "adress"),
                    Map.entry("address", "adress"),
                    Map.entry("tel", "telefon"),
                    Map.entry("tfn", "telefon"),
                    Map.entry("tlf", "telefon"),
                    Map.entry("mob", "mobil"),
                    Map.entry("bel", "belopp"),
                    Map.entry("dat", "datum"));

    /// Currency and filling words say nothing about what stands in the column.
    private static final Set<String> EMPTY_WORDS = Set.of("kr", "sek", "kronor", "i", "the", "of");

    private static final Map<String, String> ENDINGS =
            Map.of("nr", "nummer", "lgh", "lagenhet", "adr", "adress", "dat", "datum");

    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");

    private HeaderText() {}

    /// Lower case a-z and figures only; empty where the name has no letter or figure.
    static String normalised(String name) {
        var plain =
                Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .replace("æ", "a")
                        .replace("ø", "o");
        List<String> words = new ArrayList<>();
        for (var word : NOT_WORD.split(plain, -1)) {
            if (!word.isEmpty() && !EMPTY_WORDS.contains(word)) {
                words.add(full(word));
            }
        }
        // Lgh.nr and lägenhetsnummer, avtalnr and avtalsnummer.
        return String.join("", words).replace("snummer", "nummer");
    }

    private static String full(String word) {
        var whole = WHOLE_WORDS.get(word);
        if (whole != null) {
            return whole;
        }
        for (var ending : ENDINGS.entrySet()) {
            var start = word.length() - ending.getKey().length();
            if (start >= 3 && word.endsWith(ending.getKey())) {
                return word.substring(0, start) + ending.getValue();
            }
        }
        return word;
    }
}
