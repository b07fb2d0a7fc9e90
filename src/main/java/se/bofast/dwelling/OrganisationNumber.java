package se.bofast.dwelling;

import java.util.Optional;

/// Organisationsnummer: ten digits, the last of which checks the others.
///
/// @param text with a hyphen, 556036-0793
public record OrganisationNumber(String text) {

    private static final int DIGITS = 10;

    /// What came of reading one.
    public sealed interface Reading {
        record Read(OrganisationNumber number) implements Reading {}

        record Wrong(Why why) implements Reading {}
    }

    public enum Why {
        /// Not ten digits.
        NOT_TEN_DIGITS,
        /// The third digit of an organisation number is at least 2; lower ones belong to people.
        PERSONAL_NUMBER,
        /// A digit is mistyped.
        CHECK_DIGIT
    }

    /// Reads what was typed: with or without hyphen, with the 16 before it that authorities write.
    public static Reading read(String typed) {
        var digits = typed.replaceAll("[\\s\\u2010-\\u2015-]", "");
        if (digits.matches("16\\d{10}")) {
            digits = digits.substring(2);
        }
        // Twelve digits with a century are a personal number, whatever they check to.
        if (digits.matches("(?:19|20)\\d{10}")) {
            return new Reading.Wrong(Why.PERSONAL_NUMBER);
        }
        if (!digits.matches("\\d{10}")) {
            return new Reading.Wrong(Why.NOT_TEN_DIGITS);
        }
        if (digits.charAt(2) < '2') {
            return new Reading.Wrong(Why.PERSONAL_NUMBER);
        }
        return checks(digits)
                ? new Reading.Read(
                        new OrganisationNumber(digits.substring(0, 6) + "-" + digits.substring(6)))
                : new Reading.Wrong(Why.CHECK_DIGIT);
    }

    /// Empty where it cannot be read.
    public static Optional<OrganisationNumber> of(String typed) {
        return read(typed) instanceof Reading.Read(var number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /// Luhn: every other digit doubled from the first, digit sums to a multiple of ten.
    private static boolean checks(String digits) {
        var sum = 0;
        for (var n = 0; n < DIGITS; n++) {
            var digit = digits.charAt(n) - '0';
            var weighed = n % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
