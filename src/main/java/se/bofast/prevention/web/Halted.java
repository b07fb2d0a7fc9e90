package se.bofast.prevention.web;

import se.bofast.page.Form;

/// Undoes a command whose use case refused, so that its key is free for the mended form.
final class Halted extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String messageKey;
    private final Enum<?> why;

    Halted(String field, String messageKey, Enum<?> why) {
        super(messageKey, null, false, false);
        this.field = field;
        this.messageKey = messageKey;
        this.why = why;
    }

    /// The form with the sentence that says why.
    Form tell(Form form) {
        return form.error(field, messageKey, why);
    }
}
