package se.bofast.count;

import org.jspecify.annotations.Nullable;

/// What a person is under a definition.
///
/// @param category of the definition; null unless the person is counted
public record Verdict(@Nullable String category, Why why) {

    static Verdict of(@Nullable String category, String why) {
        var reason = Why.valueOf(why);
        return new Verdict(reason == Why.IN ? category : null, reason);
    }

    public boolean in() {
        return why == Why.IN;
    }
}
