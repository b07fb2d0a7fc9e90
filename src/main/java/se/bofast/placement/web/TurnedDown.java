package se.bofast.placement.web;

import se.bofast.placement.Recorded;

/// Undoes a command whose use case refused, so that its key is free for the mended form.
final class TurnedDown extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Recorded why;

    TurnedDown(Recorded why) {
        super("refused", null, false, false);
        this.why = why;
    }

    Recorded why() {
        return why;
    }

    static String orId(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Done(var stay) -> stay.toString();
            case Recorded.Overlaps overlaps -> throw new TurnedDown(overlaps);
            case Recorded.Refused refused -> throw new TurnedDown(refused);
        };
    }
}
