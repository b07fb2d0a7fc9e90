package se.bofast.person.web;

import java.io.Serializable;
import se.bofast.kernel.Conflict;
import se.bofast.page.Form;

/// Undoes a command whose use case refused, so that its key is free for the mended form.
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String messageKey;
    private final Serializable[] arguments;

    /// @param field which field to mend; empty for the whole form
    Stopped(String field, String messageKey, Serializable... arguments) {
        super(messageKey, null, false, false);
        this.field = field;
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    /// Where there is no form to mend: a page of its own says why.
    Conflict conflict() {
        return new Conflict(messageKey);
    }

    /// The form with the sentence that says why.
    Form tell(Form form) {
        return field.isEmpty()
                ? form.formError(messageKey, (Object[]) arguments)
                : form.error(field, messageKey, (Object[]) arguments);
    }
}
