package se.bofast.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/// A number the board gives to somebody who has no personal or coordination number, or whose number
/// nobody knows (lokalt reservnummer): R-2026-00012-5.
///
/// No form for it is laid down for municipalities (domain.md 6). The letter keeps it from being
/// taken for a personal number or a case number, and the last figure tells a slip of the pen.
///
/// @param year in which it was given
/// @param serial in one series of the board that does not begin anew
public record ReserveNumber(int year, int serial) implements PersonNumber {

    private static final Pattern BEGINNING = Pattern.compile("[Rr][ -]*\\d.*");
    private static final Pattern SHAPE =
            Pattern.compile("[Rr][ -]*(\\d{4})[ -]*(\\d{5}|[1-9]\\d{5,6})[ -]*(\\d)");
    private static final int MOST = 9_999_999;

    public ReserveNumber {
        if (year < 2000 || year > 9999 || serial < 1 || serial > MOST) {
            throw new IllegalArgumentException("not a reserve number");
        }
    }

    /// Reads it in any usual form; nothing where a figure is wrong.
    public static Optional<ReserveNumber> read(String text) {
        var shape = SHAPE.matcher(even(text));
        if (!shape.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(shape.group(1));
        var serial = Integer.parseInt(shape.group(2));
        if (year < 2000 || serial < 1) {
            return Optional.empty();
        }
        var number = new ReserveNumber(year, serial);
        return number.checkDigit() == Integer.parseInt(shape.group(3))
                ? Optional.of(number)
                : Optional.empty();
    }

    /// True for what was meant as one, also where a figure is wrong.
    public static boolean looksLike(String text) {
        return BEGINNING.matcher(even(text)).matches();
    }

    private static String even(String text) {
        return text.replaceAll("[\\p{Z}\\s]+", " ")
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .strip();
    }

    /// Modulus 10 as in a personal number, so that one wrong figure, and nearly every two that
    /// changed places, are seen.
    private int checkDigit() {
        return IdentityNumber.modulusTen(figures());
    }

    private String figures() {
        return "%04d%05d".formatted(year, serial);
    }

    @Override
    public Type type() {
        return Type.RESERVE;
    }

    @Override
    public String stored() {
        return written();
    }

    @Override
    public String written() {
        return "R-%04d-%05d-%d".formatted(year, serial, checkDigit());
    }

    /// Never the number itself, so that it cannot land in a log by accident.
    @Override
    public String toString() {
        return "ReserveNumber[hidden]";
    }
}
