package se.bofast.page;

import java.util.List;

/// What is wrong in one field, as a message key. An empty field name means the whole form.
public record FieldError(String field, String messageKey, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }
}
