package se.bofast.support.web;

/// Carries an expected refusal out of a command, so that its transaction and its key are let go of
/// and the mended form can be sent again.
final class TurnedDown extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final Enum<?> reason;

    TurnedDown(Enum<?> reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.key = "support." + reason.getDeclaringClass().getSimpleName() + "." + reason.name();
    }

    Enum<?> reason() {
        return reason;
    }

    /// The message key of the reason.
    String key() {
        return key;
    }
}
