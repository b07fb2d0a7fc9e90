package se.bofast.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One alternative of a select, a radio group or a group of checkboxes.
public record Choice(String value, String label, @Nullable String hint) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null);
    }

    public Choice withHint(String text) {
        return new Choice(value, label, text);
    }

    /// All constants of the enum, labelled from the message files, in the order they are declared.
    public static <E extends Enum<E>> List<Choice> all(Class<E> type, Words words) {
        var choices = new ArrayList<Choice>();
        for (var constant : type.getEnumConstants()) {
            choices.add(of(constant.name(), words.label(constant)));
        }
        return choices;
    }

    /// Yes and no, as {@link Form#yesNo} reads them.
    public static List<Choice> yesNo(Words words) {
        return List.of(of("yes", words.t("page.yes")), of("no", words.t("page.no")));
    }
}
