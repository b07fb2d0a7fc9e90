package se.bofast.access.web;

import java.util.List;
import se.bofast.page.Choice;
import se.bofast.page.Words;

/// Alternatives the pages of settings share.
public final class SettingsChoices {

    private SettingsChoices() {}

    public static List<Choice> languages(Words words) {
        return Choice.all(Language.class, words);
    }
}
