package se.bofast.page;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// A term and what it is, for `page/facts`. Either `text` or `content`.
public record Fact(String term, @Nullable String text, @Nullable Content content) {

    public static Fact of(String term, String text) {
        return new Fact(term, text, null);
    }

    public static Fact of(String term, Content content) {
        return new Fact(term, null, content);
    }
}
