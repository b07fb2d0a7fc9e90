package se.bofast.kernel;

import java.time.LocalDate;
import java.util.Optional;

/// A number a person is known by, with its kind: who gave it says what it can be used for.
public sealed interface PersonNumber permits IdentityNumber, ReserveNumber {

    enum Type {
        /// Personnummer.
        PERSONAL,
        /// Samordningsnummer.
        COORDINATION,
        /// Lokalt reservnummer: given by the board itself, and known nowhere else.
        RESERVE
    }

    Type type();

    /// As the database holds it.
    String stored();

    /// As people write it.
    String written();

    /// Reads a number of any kind, in any usual form.
    static Optional<PersonNumber> read(String text, LocalDate today) {
        return ReserveNumber.read(text)
                .<PersonNumber>map(number -> number)
                .or(() -> IdentityNumber.read(text, today));
    }

    /// The number that was kept as [#stored].
    static PersonNumber of(String stored) {
        return ReserveNumber.looksLike(stored)
                ? ReserveNumber.read(stored)
                        .orElseThrow(() -> new IllegalArgumentException("not a reserve number"))
                : new IdentityNumber(stored);
    }
}
