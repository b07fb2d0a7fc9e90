package se.bofast.kernel;

/// Someone else changed the same thing meanwhile.
///
/// The message is a key in the message files, never a sentence about a person.
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Conflict(String messageKey) {
        super(messageKey);
    }
}
