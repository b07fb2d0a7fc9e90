package se.bofast.filing;

import java.io.Serial;

/// Carries a refusal out of the depths of reading; [SheetReading] turns it into a value.
final class RefusedFile extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    RefusedFile(Refusal.Reason reason, Integer... arguments) {
        super(reason.name(), null, false, false);
        refusal = Refusal.of(reason, arguments);
    }

    Refusal refusal() {
        return refusal;
    }
}
