package se.bofast.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.regex.Pattern;
import se.bofast.kernel.Money;

/// One fact of a matter: a day, an amount, a yes or no, a number or a code.
public sealed interface Fact extends Comparable<Fact> {

    /// Days outside these are typing errors.
    LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    LocalDate LATEST = LocalDate.of(2099, 12, 31);

    FactKind kind();

    /// The value as stored text: `2026-01-12`, öre, `yes` or `no`, digits, the code.
    String text();

    record OnDay(FactKind kind, LocalDate on) implements Fact {
        public OnDay {
            Fact.expect(kind, FactKind.Type.DATE);
            if (on.isBefore(EARLIEST) || on.isAfter(LATEST)) {
                throw new IllegalArgumentException("a day lies between 1990 and 2099");
            }
        }

        @Override
        public String text() {
            return on.toString();
        }
    }

    record OfAmount(FactKind kind, Money amount) implements Fact {
        public OfAmount {
            Fact.expect(kind, FactKind.Type.MONEY);
        }

        @Override
        public String text() {
            return Long.toString(amount.ore());
        }
    }

    record YesNo(FactKind kind, boolean yes) implements Fact {
        public YesNo {
            Fact.expect(kind, FactKind.Type.YES_NO);
        }

        @Override
        public String text() {
            return yes ? "yes" : "no";
        }
    }

    record OfNumber(FactKind kind, int number) implements Fact {
        public OfNumber {
            Fact.expect(kind, FactKind.Type.NUMBER);
            if (number < 0) {
                throw new IllegalArgumentException("a number of things is not negative");
            }
        }

        @Override
        public String text() {
            return Integer.toString(number);
        }
    }

    record OfCode(FactKind kind, String code) implements Fact {
        private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]*");

        public OfCode {
            Fact.expect(kind, FactKind.Type.CODE);
            if (!SHAPE.matcher(code).matches()) {
                throw new IllegalArgumentException("a code is upper-case letters, digits and _");
            }
        }

        @Override
        public String text() {
            return code;
        }
    }

    static Fact on(FactKind kind, LocalDate day) {
        return new OnDay(kind, day);
    }

    static Fact amount(FactKind kind, Money amount) {
        return new OfAmount(kind, amount);
    }

    static Fact yesNo(FactKind kind, boolean yes) {
        return new YesNo(kind, yes);
    }

    static Fact number(FactKind kind, int number) {
        return new OfNumber(kind, number);
    }

    static Fact code(FactKind kind, String code) {
        return new OfCode(kind, code);
    }

    /// The fact whose [#text] is given.
    ///
    /// @throws IllegalArgumentException when the text is not one of the kind's type
    static Fact read(FactKind kind, String text) {
        return switch (kind.type()) {
            case DATE -> on(kind, day(text));
            case MONEY -> amount(kind, new Money(Long.parseLong(text)));
            case YES_NO ->
                    switch (text) {
                        case "yes" -> yesNo(kind, true);
                        case "no" -> yesNo(kind, false);
                        default -> throw new IllegalArgumentException("neither yes nor no");
                    };
            case NUMBER -> number(kind, Integer.parseInt(text));
            case CODE -> code(kind, text);
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a day", e);
        }
    }

    private static void expect(FactKind kind, FactKind.Type type) {
        if (kind.type() != type) {
            throw new IllegalArgumentException(kind + " is not a fact of type " + type);
        }
    }

    @Override
    default int compareTo(Fact other) {
        return Comparator.comparing(Fact::kind).thenComparing(Fact::text).compare(this, other);
    }
}
