package se.bofast.letter;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// One wording of a template, valid from a day until the next version's day.
public final class TemplateVersion {

    private final TemplateCode code;
    private final int number;
    private final LocalDate validFrom;
    private final Map<LetterLanguage, Wording> wordings;

    TemplateVersion(
            TemplateCode code,
            int number,
            LocalDate validFrom,
            Map<LetterLanguage, Wording> wordings) {
        if (!wordings.containsKey(LetterLanguage.SWEDISH)) {
            throw new IllegalStateException("no Swedish text in " + code + " " + number);
        }
        this.code = code;
        this.number = number;
        this.validFrom = validFrom;
        this.wordings = Map.copyOf(wordings);
    }

    public TemplateCode code() {
        return code;
    }

    /// 1 for the first.
    public int number() {
        return number;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    /// The languages this version is written in.
    public Set<LetterLanguage> languages() {
        return wordings.keySet();
    }

    Wording wording(LetterLanguage language) {
        var wording = wordings.get(language);
        if (wording == null) {
            throw new IllegalArgumentException(
                    code + " " + number + " is not written in " + language);
        }
        return wording;
    }

    @Override
    public String toString() {
        return code + "/" + number;
    }
}
