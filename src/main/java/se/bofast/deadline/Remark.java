package se.bofast.deadline;

import java.time.LocalDate;
import java.util.List;
import se.bofast.kernel.Money;

/// Something a person must know about a computed day. The sentence stands in the message files
/// under [#messageKey]; the parameters fill its places in order.
public record Remark(RemarkCode code, List<Parameter> parameters) {

    /// What fills a place in the sentence. The page formats it in the reader's language.
    public sealed interface Parameter {}

    public record OnDay(LocalDate day) implements Parameter {}

    public record Count(int number) implements Parameter {}

    public record CalendarDay(DayKind kind) implements Parameter {}

    /// Never negative.
    public record Amount(Money money) implements Parameter {}

    public Remark {
        parameters = List.copyOf(parameters);
        if (!code.places().equals(parameters.stream().map(Remark::placeOf).toList())) {
            throw new IllegalArgumentException(code + " has other places: " + code.places());
        }
    }

    private static RemarkCode.Place placeOf(Parameter parameter) {
        return switch (parameter) {
            case OnDay day -> RemarkCode.Place.DAY;
            case Count count -> RemarkCode.Place.COUNT;
            case CalendarDay kind -> RemarkCode.Place.CALENDAR_DAY;
            case Amount amount -> RemarkCode.Place.AMOUNT;
        };
    }

    static Remark of(RemarkCode code) {
        return new Remark(code, List.of());
    }

    static Remark of(RemarkCode code, LocalDate day) {
        return new Remark(code, List.of(new OnDay(day)));
    }

    static Remark of(RemarkCode code, int number) {
        return new Remark(code, List.of(new Count(number)));
    }

    public String messageKey() {
        return "deadline.RemarkCode." + code.name();
    }
}
