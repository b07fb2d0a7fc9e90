package se.bofast.dwelling.web;

import se.bofast.dwelling.KeepingApartments.Keeping;

/// Carries the refusal out of the command, so that its key is free for the mended form.
final class RefusedApartment extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Keeping why;

    RefusedApartment(Keeping why) {
        super("refused", null, false, false);
        this.why = why;
    }

    Keeping why() {
        return why;
    }
}
