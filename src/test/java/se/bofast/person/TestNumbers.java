package se.bofast.person;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import se.bofast.kernel.IdentityNumber;

/// Personal numbers of the test series (birth numbers 238x and 239x), each given once.
public final class TestNumbers {

    private static final AtomicInteger GIVEN = new AtomicInteger();
    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);

    private TestNumbers() {}

    /// A number nobody has got yet, of somebody born 1950-2004.
    public static IdentityNumber next() {
        var n = GIVEN.getAndIncrement();
        return of(FIRST.plusDays(n % 20_000), 238 + n / 20_000);
    }

    /// @param birthNumber 238 or 239
    public static IdentityNumber of(LocalDate day, int birthNumber) {
        var twelve =
                "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth())
                        + birthNumber;
        return new IdentityNumber(twelve + checkDigit(twelve.substring(2)));
    }

    static int checkDigit(String nine) {
        var sum = 0;
        for (var n = 0; n < 9; n++) {
            var product = (nine.charAt(n) - '0') * (n % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
