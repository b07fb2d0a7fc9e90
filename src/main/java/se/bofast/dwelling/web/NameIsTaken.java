package se.bofast.dwelling.web;

import se.bofast.dwelling.LandlordId;

/// Carries the refusal out of the command, so that its key is free for the mended form.
final class NameIsTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient LandlordId by;

    NameIsTaken(LandlordId by) {
        super("taken", null, false, false);
        this.by = by;
    }

    LandlordId by() {
        return by;
    }
}
