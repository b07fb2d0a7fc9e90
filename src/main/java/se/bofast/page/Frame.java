package se.bofast.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.page.WhoIsHere.Here;

/// What every template gets as `frame`: the words, the day, who is here and the way around.
///
/// `here` is null when no one is logged in, `csrf` when the request has no token, `search` when no
/// room offers a search. `failed`: the page shows a form with errors.
public record Frame(
        Words words,
        LocalDate today,
        Address address,
        @Nullable Here here,
        List<MenuEntry> menu,
        List<Notice> notices,
        @Nullable Csrf csrf,
        @Nullable String search,
        Theme theme,
        boolean shortcuts,
        boolean failed,
        Assets assets) {

    /// The hidden field that shows a POST comes from our own page.
    public record Csrf(String name, String value) {}

    /// Light, dark, or as the reader's computer wishes.
    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }

    /// The sentence of the key; short for `frame.words().t(...)`.
    public String t(String key, Object... arguments) {
        return words.t(key, arguments);
    }

    /// `tis 24 nov`, with the year when it is not this one.
    public String day(LocalDate day) {
        return words.day(day, today);
    }

    /// `3 dagar kvar`, `i dag`, `2 dagar för sent`.
    public String daysLeft(LocalDate day) {
        return words.daysLeft(day, today);
    }

    public String language() {
        return words.language();
    }

    /// Address of one of our own static files, changed whenever its content is.
    public String asset(String file) {
        return assets.href(file);
    }

    /// The theme for the style sheet; null leaves it to the reader's computer.
    @Nullable String themeMark() {
        return switch (theme) {
            case AUTO -> null;
            case LIGHT -> "light";
            case DARK -> "dark";
        };
    }

    Frame failing(boolean now) {
        return new Frame(
                words, today, address, here, menu, notices, csrf, search, theme, shortcuts, now,
                assets);
    }
}
