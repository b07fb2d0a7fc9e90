package se.bofast.page;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence shown once on the next page: what just happened, perhaps with an undo.
///
/// It rests in the session between two requests, so give ids and counts as arguments, never names.
/// `undoHref` takes a POST.
public record Notice(Tone tone, String key, List<Serializable> arguments, @Nullable String undoHref)
        implements Serializable {

    public enum Tone {
        INFO,
        SUCCESS,
        WARNING,
        DANGER
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice info(String key, Serializable... arguments) {
        return new Notice(Tone.INFO, key, List.of(arguments), null);
    }

    public static Notice success(String key, Serializable... arguments) {
        return new Notice(Tone.SUCCESS, key, List.of(arguments), null);
    }

    public static Notice warning(String key, Serializable... arguments) {
        return new Notice(Tone.WARNING, key, List.of(arguments), null);
    }

    public static Notice danger(String key, Serializable... arguments) {
        return new Notice(Tone.DANGER, key, List.of(arguments), null);
    }

    public Notice withUndo(String href) {
        return new Notice(tone, key, arguments, href);
    }
}
