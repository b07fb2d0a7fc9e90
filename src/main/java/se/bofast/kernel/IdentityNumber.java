package se.bofast.kernel;

import dev.personnummer.Personnummer;
import dev.personnummer.PersonnummerException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A Swedish personal number (personnummer, FOL 18 §) or coordination number (samordningsnummer,
/// lag 2022:1697 2 kap. 8 §), kept as twelve digits.
///
/// The date in a personal number may be a day near the birthday, not the birthday itself.
public record IdentityNumber(String digits) implements Comparable<IdentityNumber> {

    private static final Pattern SHAPE =
            Pattern.compile("(?:(\\d{2})?(\\d{6}))\\s*([-+\u2212\u2013]?)\\s*(\\d{4})");

    public enum Kind {
        PERSONAL,
        COORDINATION
    }

    public IdentityNumber {
        if (!valid(digits)) {
            throw new IllegalArgumentException("not a personal or coordination number");
        }
    }

    /// Reads a number in any usual form: ten or twelve digits, with hyphen, plus or space.
    ///
    /// Ten digits are read as the latest century in which the person is born by `today`; a plus
    /// sign says the person is a hundred years or more.
    public static Optional<IdentityNumber> read(String text, LocalDate today) {
        var shape = SHAPE.matcher(text.strip());
        if (!shape.matches()) {
            return Optional.empty();
        }
        var tail = shape.group(2) + shape.group(4);
        if (shape.group(1) != null) {
            return of(shape.group(1) + tail);
        }
        var year = today.getYear() / 100 * 100 + Integer.parseInt(tail.substring(0, 2));
        if (born(year, tail).map(day -> day.isAfter(today)).orElse(year > today.getYear())) {
            year -= 100;
        }
        if (shape.group(3).equals("+")) {
            year -= 100;
        }
        return of("%02d".formatted(year / 100) + tail);
    }

    private static Optional<IdentityNumber> of(String digits) {
        return valid(digits) ? Optional.of(new IdentityNumber(digits)) : Optional.empty();
    }

    private static boolean valid(String digits) {
        if (!digits.matches("\\d{12}")) {
            return false;
        }
        try {
            var unused = new Personnummer(digits);
            return born(Integer.parseInt(digits.substring(0, 4)), digits.substring(2)).isPresent();
        } catch (PersonnummerException e) {
            return false;
        }
    }

    private static Optional<LocalDate> born(int year, String tail) {
        var day = Integer.parseInt(tail.substring(4, 6));
        try {
            return Optional.of(
                    LocalDate.of(
                            year,
                            Integer.parseInt(tail.substring(2, 4)),
                            day > 60 ? day - 60 : day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public Kind kind() {
        return Integer.parseInt(digits.substring(6, 8)) > 60 ? Kind.COORDINATION : Kind.PERSONAL;
    }

    /// The day written in the number.
    public LocalDate dateInNumber() {
        return born(Integer.parseInt(digits.substring(0, 4)), digits.substring(2)).orElseThrow();
    }

    /// Odd for men, even for women (registered sex).
    public boolean isFemale() {
        return (digits.charAt(10) - '0') % 2 == 0;
    }

    /// As people write it: 19811228-9874.
    public String written() {
        return digits.substring(0, 8) + "-" + digits.substring(8);
    }

    @Override
    public int compareTo(IdentityNumber other) {
        return digits.compareTo(other.digits);
    }

    /// Never the number itself, so that it cannot land in a log by accident.
    @Override
    public String toString() {
        return "IdentityNumber[hidden]";
    }
}
