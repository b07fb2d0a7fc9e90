package se.bofast.kernel;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an amount in kronor as people in Sweden write it, in a form or in a list.
///
/// A point before exactly three figures is a thousand (`12.345` is 12 345 kr), as Swedish writing
/// has it. A comma before exactly three figures is not read at all: `12,345` is 12 345 kr in an
/// English list and 12,345 kr in a Swedish one, and a rent a thousand times wrong costs a home.
public final class AmountText {

    /// Why a text was not read as an amount.
    public enum Fault {
        /// It is not an amount.
        SHAPE,
        /// It may mean two amounts, a thousand times apart: `12,345`.
        AMBIGUOUS,
        /// It has parts of an öre: `12,3456`.
        PARTS_OF_ORE
    }

    /// More kronor than this is a mistake, and öre must fit in a long.
    private static final int MOST_FIGURES = 12;

    private static final String THOUSANDS = "[1-9]\\d{0,2}";
    private static final Pattern PLAIN =
            Pattern.compile("(?<kronor>\\d+)(?:[.,](?<ore>\\d{1,2}))?");
    private static final Pattern SPACED =
            Pattern.compile("(?<kronor>" + THOUSANDS + "(?: \\d{3})+)(?:[.,](?<ore>\\d{1,2}))?");
    private static final Pattern POINTED =
            Pattern.compile("(?<kronor>" + THOUSANDS + "(?:\\.\\d{3})+)(?:,(?<ore>\\d{1,2}))?");
    private static final Pattern ENGLISH =
            Pattern.compile("(?<kronor>" + THOUSANDS + "(?:,\\d{3})+)\\.(?<ore>\\d{1,2})");
    private static final Pattern ENGLISH_MILLIONS =
            Pattern.compile("(?<kronor>" + THOUSANDS + "(?:,\\d{3}){2,})(?<ore>)");
    private static final Pattern EITHER = Pattern.compile(THOUSANDS + ",\\d{3}");
    private static final Pattern FINER =
            Pattern.compile("(?:\\d+|" + THOUSANDS + "(?: \\d{3})+)[.,]\\d{3,}");
    private static final Pattern CURRENCY_FIRST = Pattern.compile("^(?:sek|kr)\\.? ?");
    private static final Pattern CURRENCY_LAST =
            Pattern.compile(" ?(?:(?:[:,.]-)? ?(?:sek|kronor|kr\\.?)|[:,.]-)$");

    private AmountText() {}

    /// The amount, or nothing; [#fault] says why.
    public static Optional<Money> read(String text) {
        var figures = Figures.of(text);
        for (var form : new Pattern[] {PLAIN, SPACED, POINTED, ENGLISH, ENGLISH_MILLIONS}) {
            var parts = form.matcher(figures.unsigned());
            if (parts.matches()) {
                return money(parts.group("kronor"), parts.group("ore"), figures.negative());
            }
        }
        return Optional.empty();
    }

    /// Why the text is not read as an amount; nothing where it is read.
    public static Optional<Fault> fault(String text) {
        if (read(text).isPresent()) {
            return Optional.empty();
        }
        var unsigned = Figures.of(text).unsigned();
        if (EITHER.matcher(unsigned).matches()) {
            return Optional.of(Fault.AMBIGUOUS);
        }
        return Optional.of(FINER.matcher(unsigned).matches() ? Fault.PARTS_OF_ORE : Fault.SHAPE);
    }

    private static Optional<Money> money(String kronor, @Nullable String ore, boolean negative) {
        var figures = kronor.replaceAll("\\D", "").replaceFirst("^0+(?=\\d)", "");
        if (figures.length() > MOST_FIGURES) {
            return Optional.empty();
        }
        var amount = new BigDecimal(ore == null || ore.isEmpty() ? figures : figures + "." + ore);
        var inOre = amount.movePointRight(2).longValueExact();
        return Optional.of(new Money(negative ? -inOre : inOre));
    }

    /// The text without currency and sign.
    private record Figures(String unsigned, boolean negative) {

        static Figures of(String text) {
            var written =
                    text.replaceAll("[\\p{Z}\\s]+", " ")
                            .replaceAll("[\u2010-\u2015\u2212]", "-")
                            .strip()
                            .toLowerCase(Locale.ROOT);
            written = withoutCurrency(written);
            var negative = false;
            if (written.startsWith("(") && written.endsWith(")")) {
                negative = true;
                written = written.substring(1, written.length() - 1);
            } else if (written.startsWith("-")) {
                negative = true;
                written = written.substring(1);
            } else if (written.startsWith("+")) {
                written = written.substring(1);
            } else if (written.endsWith("-")) {
                negative = true;
                written = written.substring(0, written.length() - 1);
            }
            return new Figures(withoutCurrency(written.strip()), negative);
        }

        private static String withoutCurrency(String written) {
            var last = CURRENCY_LAST.matcher(written).replaceFirst("");
            return CURRENCY_FIRST.matcher(last).replaceFirst("").strip();
        }
    }
}
