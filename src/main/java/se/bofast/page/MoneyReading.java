package se.bofast.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// Reads an amount in kronor as people and sheets write it: `12 345,50`, `12.345,50`, `12345.50`,
/// `1,234.50`, `12 345 kr`, `12 345:-`, any kind of space and minus.
///
/// A lone point before three digits groups thousands (`12.345` is 12 345 kr). A lone comma before
/// three digits (`12,345`) is refused: it is a thousand in English and a slip in Swedish.
public final class MoneyReading {

    private static final Pattern CURRENCY =
            Pattern.compile("^(?:kr|sek)|(?:kr\\.?|sek|kronor|:-)$");
    private static final Pattern SWEDISH =
            Pattern.compile("(\\d+|\\d{1,3}(?: \\d{3})+|\\d{1,3}(?:\\.\\d{3})+)(?:,(\\d{1,2}))?");
    private static final Pattern POINT =
            Pattern.compile("(\\d+|\\d{1,3}(?: \\d{3})+|\\d{1,3}(?:,\\d{3})+)\\.(\\d{1,2})");

    private MoneyReading() {}

    public static Optional<Money> read(String text) {
        var plain =
                text.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ")
                        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        plain = CURRENCY.matcher(plain).replaceAll("").strip();
        var negative = plain.startsWith("-");
        var amount = negative ? plain.substring(1).strip() : plain;
        var swedish = SWEDISH.matcher(amount);
        if (swedish.matches()) {
            return ore(swedish.group(1), swedish.group(2), negative);
        }
        var point = POINT.matcher(amount);
        return point.matches() ? ore(point.group(1), point.group(2), negative) : Optional.empty();
    }

    private static Optional<Money> ore(String whole, @Nullable String part, boolean negative) {
        var hundredths = part == null ? "00" : part.length() == 1 ? part + "0" : part;
        try {
            var ore = Long.parseLong(whole.replaceAll("\\D", "") + hundredths);
            return Optional.of(new Money(negative ? -ore : ore));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
