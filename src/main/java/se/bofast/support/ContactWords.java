package se.bofast.support;

import java.util.stream.Collectors;
import se.bofast.page.Words;

/// A contact as plain text for the board's own records.
public final class ContactWords {

    private ContactWords() {}

    /// What happened, in one line.
    public static String head(Contact contact, Words words) {
        return words.t(
                "support.note.head",
                contact.happenedAt(),
                words.label(contact.by()),
                words.label(contact.with()),
                words.label(contact.outcome()));
    }

    /// All of the note; lines are parted by line feeds.
    public static String note(Contact contact, Words words) {
        var text = new StringBuilder(head(contact, words));
        if (contact.withLandlord()) {
            text.append('\n').append(words.t("support.note.withLandlord"));
        }
        if (contact.told() != null) {
            text.append('\n').append(words.t("support.note.told", words.label(contact.told())));
        }
        if (!contact.advice().isEmpty()) {
            var advice =
                    contact.advice().stream()
                            .sorted()
                            .map(words::label)
                            .collect(Collectors.joining(", "));
            text.append('\n').append(words.t("support.note.advice", advice));
        }
        if (contact.note() != null) {
            text.append("\n\n").append(contact.note());
        }
        if (contact.nextTryOn() != null) {
            text.append("\n\n").append(words.t("support.note.next", contact.nextTryOn()));
        }
        return text.toString();
    }
}
