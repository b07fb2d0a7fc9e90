package se.bofast.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Swedish personal number (personnummer, FOL 18 §) or coordination number (samordningsnummer,
/// lag 2022:1697 2 kap. 8 §), kept as twelve digits.
///
/// The date in a personal number may be a day near the birthday, not the birthday itself.
public record IdentityNumber(String digits) implements PersonNumber, Comparable<IdentityNumber> {

    private static final Pattern SHAPE = Pattern.compile("(\\d{2})?(\\d{6}) ?([-+]?) ?(\\d{4})");
    private static final Pattern TEMPORARY =
            Pattern.compile("(?:\\d{2})?\\d{6} ?[-+]? ?\\p{L}\\d{2}[\\dA-Za-z]");

    /// The oldest people alive when the personal number was introduced in 1947.
    private static final int FIRST_YEAR = 1840;

    public enum Kind {
        PERSONAL,
        COORDINATION
    }

    /// Why a text was not read as a personal or coordination number.
    public enum Fault {
        /// Not ten or twelve figures.
        SHAPE,
        /// No such day.
        DATE,
        /// The day has not come yet.
        FUTURE,
        /// The last figure does not agree with the others: a figure is wrong or two changed places.
        CHECK_DIGIT,
        /// The number of a company or association.
        ORGANISATION,
        /// A temporary number with a letter, given by an authority or a care provider for own use.
        TEMPORARY
    }

    public IdentityNumber {
        if (!valid(digits)) {
            throw new IllegalArgumentException("not a personal or coordination number");
        }
    }

    /// Reads a number in any usual form: ten or twelve digits, with hyphen, plus or space.
    ///
    /// Ten digits are read as the latest century in which the person is born by `today`. A plus
    /// sign stands from the year in which the person turns a hundred (FOL 18 §). [#fault] says why
    /// nothing was read.
    public static Optional<IdentityNumber> read(String text, LocalDate today) {
        return switch (judge(text, today)) {
            case Judged.Right right -> Optional.of(new IdentityNumber(right.digits()));
            case Judged.Faulty faulty -> Optional.empty();
        };
    }

    /// Why the text is not read as a number; nothing where it is read.
    public static Optional<Fault> fault(String text, LocalDate today) {
        return switch (judge(text, today)) {
            case Judged.Right right -> Optional.empty();
            case Judged.Faulty faulty -> Optional.of(faulty.fault());
        };
    }

    private sealed interface Judged {
        record Right(String digits) implements Judged {}

        record Faulty(Fault fault) implements Judged {}
    }

    private static Judged judge(String text, LocalDate today) {
        var written =
                text.replaceAll("[\\p{Z}\\s]+", " ")
                        .replaceAll("[\u2010-\u2015\u2212]", "-")
                        .strip();
        var shape = SHAPE.matcher(written);
        if (!shape.matches()) {
            var temporary = TEMPORARY.matcher(written).matches();
            return new Judged.Faulty(temporary ? Fault.TEMPORARY : Fault.SHAPE);
        }
        var tail = shape.group(2) + shape.group(4);
        @Nullable String century = shape.group(1);
        // A company's third figure is at least 2, so it can be no month; 16 is its "century".
        if (tail.charAt(2) >= '2' && (century == null || century.equals("16"))) {
            return new Judged.Faulty(Fault.ORGANISATION);
        }
        var year =
                century != null
                        ? Integer.parseInt(century + tail.substring(0, 2))
                        : year(tail, shape.group(3).equals("+"), today);
        if (!possible(year, tail)) {
            return new Judged.Faulty(Fault.DATE);
        }
        if (unborn(year, tail, today)) {
            return new Judged.Faulty(Fault.FUTURE);
        }
        return tail.charAt(9) - '0' == checkDigit(tail) && !tail.startsWith("000", 6)
                ? new Judged.Right("%04d".formatted(year) + tail.substring(2))
                : new Judged.Faulty(Fault.CHECK_DIGIT);
    }

    private static int year(String tail, boolean plus, LocalDate today) {
        var latest = plus ? today.getYear() - 100 : today.getYear();
        var year = latest / 100 * 100 + Integer.parseInt(tail.substring(0, 2));
        if (year > latest) {
            year -= 100;
        }
        return unborn(year, tail, today) ? year - 100 : year;
    }

    private static boolean unborn(int year, String tail, LocalDate today) {
        return born(year, tail).map(day -> day.isAfter(today)).orElse(year > today.getYear());
    }

    private static boolean valid(String digits) {
        if (!digits.matches("\\d{12}")) {
            return false;
        }
        var tail = digits.substring(2);
        return possible(Integer.parseInt(digits.substring(0, 4)), tail)
                && !tail.startsWith("000", 6)
                && tail.charAt(9) - '0' == checkDigit(tail);
    }

    /// A personal number has a day of the calendar. A coordination number is also given to people
    /// whose birth day is not known: month 00, day 60 or a day the month lacks stand in the tax
    /// agency's own list of test numbers.
    private static boolean possible(int year, String tail) {
        if (year < FIRST_YEAR) {
            return false;
        }
        var month = Integer.parseInt(tail.substring(2, 4));
        var day = Integer.parseInt(tail.substring(4, 6));
        return born(year, tail).isPresent() || (month <= 12 && day >= 60 && day <= 91);
    }

    /// Modulus 10 with the weights 2 1 2 1 ... on the first nine of ten figures (FOL 18 §).
    private static int checkDigit(String tail) {
        return modulusTen(tail.substring(0, 9));
    }

    /// The figure that makes the weighted sum a multiple of ten: weights 2 1 2 1 ... from the
    /// first.
    static int modulusTen(String figures) {
        var sum = 0;
        for (var place = 0; place < figures.length(); place++) {
            var product = (figures.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
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
        return Integer.parseInt(digits.substring(6, 8)) >= 60 ? Kind.COORDINATION : Kind.PERSONAL;
    }

    /// The day written in the number; nothing in a coordination number given for an unknown day.
    public Optional<LocalDate> dateInNumber() {
        return born(Integer.parseInt(digits.substring(0, 4)), digits.substring(2));
    }

    /// Odd for men, even for women (registered sex).
    public boolean isFemale() {
        return (digits.charAt(10) - '0') % 2 == 0;
    }

    @Override
    public Type type() {
        return kind() == Kind.COORDINATION ? Type.COORDINATION : Type.PERSONAL;
    }

    @Override
    public String stored() {
        return digits;
    }

    /// As people write it: 19811228-9874.
    @Override
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
