package se.bofast.debt;

import se.bofast.dwelling.LandlordId;

/// Whom the money is owed to (borgenär).
public sealed interface Creditor {

    /// What to call it on a page.
    String name();

    /// A landlord of the board's register.
    record OfRegister(LandlordId landlord, String name) implements Creditor {}

    /// Anyone else: an electricity company, a collector.
    record Named(String name) implements Creditor {
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a creditor has a name");
            }
        }
    }
}
