package se.bofast.filing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a workbook shows a number: a workbook has no dates and no personal numbers, only numbers
/// with a format.
sealed interface XlsxNumber {

    /// The number itself, with decimal comma as a Swedish list has it: a decimal point before three
    /// figures would be read as a thousand.
    record Plain() implements XlsxNumber {}

    /// Money: shown and kept with two decimals.
    record TwoDecimals() implements XlsxNumber {}

    record Day() implements XlsxNumber {}

    record DayAndTime() implements XlsxNumber {}

    record Time() implements XlsxNumber {}

    /// Figures in fixed places, such as `000000-0000` for personal numbers: leading zeros count.
    record Places(String mask) implements XlsxNumber {

        private String fill(BigDecimal number) {
            var whole = number.round(FIGURES);
            if (whole.signum() < 0 || whole.stripTrailingZeros().scale() > 0) {
                return plain(whole);
            }
            var figures = whole.toBigInteger().toString();
            var filled = new StringBuilder();
            var next = figures.length() - 1;
            for (var place = mask.length() - 1; place >= 0; place--) {
                var isFigure = mask.charAt(place) == '0';
                filled.append(
                        isFigure ? (next < 0 ? '0' : figures.charAt(next)) : mask.charAt(place));
                next -= isFigure ? 1 : 0;
            }
            return figures.substring(0, Math.max(0, next + 1)) + filled.reverse();
        }
    }

    /// Excel keeps fifteen figures; further ones are noise of its arithmetic.
    MathContext FIGURES = new MathContext(15, RoundingMode.HALF_UP);

    /// The day after the last day Excel knows, 9999-12-31.
    double LAST_SERIAL = 2_958_466;

    /// Excel writes no longer format code, and the patterns below take the square of its length.
    int LONGEST = 255;

    Pattern UNSPOKEN = Pattern.compile("\"[^\"]*\"|\\[(?!h+]|m+]|s+])[^]]*]|[_*].");
    Pattern MASK = Pattern.compile("(?=.*00)[0\\- ]+");

    /// A format by its number.
    ///
    /// @param builtIn number of a format every workbook knows without writing it out
    static XlsxNumber builtIn(int builtIn) {
        return switch (builtIn) {
            case 2, 4, 7, 8, 39, 40, 44 -> new TwoDecimals();
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36 -> new Day();
            case 50, 51, 52, 53, 54, 55, 56, 57, 58 -> new Day();
            case 18, 19, 20, 21, 32, 33, 45, 47 -> new Time();
            case 22 -> new DayAndTime();
            default -> new Plain();
        };
    }

    /// A format by its code.
    ///
    /// @param code as in the file, where it is English whatever language the workbook is shown in
    static XlsxNumber of(String code) {
        if (code.length() > LONGEST) {
            return new Plain();
        }
        var section = code.split(";", 2)[0].toLowerCase(Locale.ROOT);
        var spoken = UNSPOKEN.matcher(section).replaceAll("").replaceAll("\\\\(.)", "$1");
        if (spoken.contains("general") || spoken.contains("[")) {
            return new Plain();
        }
        if (MASK.matcher(spoken).matches()) {
            return new Places(spoken);
        }
        var letters = UNSPOKEN.matcher(section).replaceAll("").replaceAll("\\\\.", "");
        var day = letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
        var time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        if (day || time) {
            if (day && time) {
                return new DayAndTime();
            }
            return day ? new Day() : new Time();
        }
        if (letters.indexOf('m') >= 0) {
            return new Day();
        }
        return letters.matches(".*[0#?]\\.00(?![0#?]).*")
                        && letters.indexOf('%') < 0
                        && letters.indexOf('e') < 0
                ? new TwoDecimals()
                : new Plain();
    }

    /// The number as text. Text that is no number stays as it is.
    ///
    /// @param from1904 whether the workbook counts its days from 1904, as old ones from a Mac do
    default String text(String raw, boolean from1904) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return raw;
        }
        // Excel's own range; a larger power of ten would fill the memory with zeros.
        if (Math.abs((long) number.precision() - number.scale()) > 310 || number.scale() > 400) {
            return raw;
        }
        return switch (this) {
            case Plain plain -> plain(number.round(FIGURES));
            case TwoDecimals money ->
                    plain(number.round(FIGURES).setScale(2, RoundingMode.HALF_UP));
            case Places places -> places.fill(number);
            case Day day -> date(number, from1904, true, false);
            case DayAndTime moment -> date(number, from1904, true, true);
            case Time time -> date(number, from1904, false, true);
        };
    }

    private static String plain(BigDecimal number) {
        var shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return shortest.toPlainString().replace('.', ',');
    }

    private static String date(BigDecimal number, boolean from1904, boolean day, boolean time) {
        var serial = number.doubleValue();
        if (serial < 0 || serial >= LAST_SERIAL) {
            return plain(number.round(FIGURES));
        }
        var days = (long) Math.floor(serial);
        var seconds = Math.round((serial - days) * 86_400);
        if (seconds == 86_400) {
            days++;
            seconds = 0;
        }
        var clock = LocalTime.ofSecondOfDay(seconds).toString();
        if (!day || (days == 0 && time)) {
            return clock;
        }
        // Excel counts a 29 February 1900 that never was.
        var first =
                from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        var on = first.plusDays(days).toString();
        return time && seconds > 0 ? on + " " + clock : on;
    }
}
