package se.bofast.letter;

import org.jspecify.annotations.Nullable;

/// With what a letter was made: store it with the letter.
///
/// @param version number of the version in the catalogue
/// @param beside the language set out after the Swedish text, or null
public record TemplateUse(TemplateCode code, int version, @Nullable LetterLanguage beside) {

    /// For a column or a log: `INVITATION/1/sv+ar`.
    public String written() {
        return code + "/" + version + "/sv" + (beside == null ? "" : "+" + beside.tag());
    }
}
