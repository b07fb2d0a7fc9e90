package se.bofast.dwelling;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import se.bofast.kernel.FoldedText;

/// What names of landlords are compared by.
public final class LandlordText {

    private static final Set<String> FORMS =
            Set.of("ab", "aktiebolag", "aktiebolaget", "hb", "kb", "publ");

    private LandlordText() {}

    /// The name folded, without the company's form and without signs: "AB Svenska Bostäder",
    /// "Svenska Bostäder AB" and "Svenska bostader (publ)" are one. "Brf" and
    /// "Bostadsrättsföreningen" are one too.
    public static String key(String name) {
        var words =
                FoldedText.of(name)
                        .replaceAll("\\b(?:bostadsrattsforening(?:en)?|bostadsrattsfor\\.?)", "brf")
                        .replace("&", " och ")
                        .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                        .strip();
        var kept =
                Arrays.stream(words.split(" "))
                        .filter(word -> !FORMS.contains(word))
                        .collect(Collectors.joining(" "));
        return kept.isEmpty() ? words : kept;
    }
}
