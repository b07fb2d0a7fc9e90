package se.bofast.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language that letters are written in. Swedish always; the others stand beside it.
public enum LetterLanguage {
    SWEDISH("sv"),
    ENGLISH("en"),
    ARABIC("ar"),
    UKRAINIAN("uk"),
    SPANISH("es");

    private final String tag;

    LetterLanguage(String tag) {
        this.tag = tag;
    }

    /// The language with the tag (BCP 47, "ar" or "ar-SY"), if letters are written in it.
    public static Optional<LetterLanguage> of(String tag) {
        var language = Locale.forLanguageTag(tag).getLanguage();
        return Arrays.stream(values()).filter(one -> one.tag.equals(language)).findFirst();
    }

    /// The language's tag in BCP 47.
    public String tag() {
        return tag;
    }

    public boolean isRightToLeft() {
        return this == ARABIC;
    }

    /// With European digits also in Arabic, as on every other paper in Sweden.
    Locale locale() {
        return Locale.forLanguageTag(tag + "-u-nu-latn");
    }
}
