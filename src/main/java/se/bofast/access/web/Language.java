package se.bofast.access.web;

import java.util.Locale;

/// The languages one may choose.
enum Language {
    SWEDISH("sv"),
    ENGLISH("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    Locale locale() {
        return Locale.of(code);
    }

    static Language of(Locale locale) {
        return locale.getLanguage().equals(ENGLISH.code) ? ENGLISH : SWEDISH;
    }
}
