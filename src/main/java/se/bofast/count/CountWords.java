package se.bofast.count;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.page.Words;

/// Figures and groups in words.
public final class CountWords {

    /// Codes of other rooms that figures are split and narrowed by; a test compares them with their
    /// owners.
    public static final List<String> REASONS =
            List.of(
                    "RENT_DEBT",
                    "LATE_RENT",
                    "DISTURBANCE",
                    "NEGLECT",
                    "SUBLETTING",
                    "CRIME",
                    "LEASE_ENDS",
                    "OTHER");

    public static final List<String> SOURCES =
            List.of(
                    "LANDLORD",
                    "ENFORCEMENT_AUTHORITY",
                    "NEIGHBOUR",
                    "OWN_UNIT",
                    "THE_PERSON",
                    "OTHER_AUTHORITY",
                    "OTHER");

    private CountWords() {}

    /// `40`, `3,5 dagar`, `färre än 5`, or a dash where there was nothing to count.
    public static String number(Words words, Figure figure, Value value) {
        if (value.hidden()) {
            return words.t("count.hidden");
        }
        if (figure.measure().isDays()) {
            var days = value.days();
            return days == null
                    ? words.t("count.nothing")
                    : words.t("count.days", words.number(days.doubleValue(), 1));
        }
        return words.number(value.part());
    }

    /// The same among other figures: where no landlord sent anything, informing one is "ej
    /// tillåtet" and not left undone.
    public static String number(Words words, Figure figure, Value value, Counted counted) {
        return figure.equals(Figures.LANDLORD_INFORMED)
                        && Long.valueOf(0).equals(value.whole())
                        && !value.hidden()
                        && counted.value(Figures.LANDLORD_NOT_ALLOWED).part() > 0
                ? words.t("count.notAllowed")
                : number(words, figure, value);
    }

    /// `12 av 40 (30 %)`; empty where the figure has no denominator or is hidden.
    public static String share(Words words, Figure figure, Value value) {
        var whole = value.whole();
        if (whole == null || value.hidden()) {
            return "";
        }
        return words.share(value.part(), whole);
    }

    /// What a row of a split table is called.
    public static String group(Words words, Grouping grouping, Counted.Line line) {
        var code = line.code();
        if (code == null) {
            return words.t("count.group.none");
        }
        return switch (grouping) {
            case MONTH -> words.month(LocalDate.parse(code));
            case REASON -> reason(words, code);
            case SOURCE -> words.t("intake.SignalSource." + code);
            case OUTCOME -> outcome(words, code);
            case LANDLORD, UNIT -> {
                var name = line.name();
                yield name == null ? words.t("count.group.none") : name;
            }
        };
    }

    public static String reason(Words words, @Nullable String code) {
        return code == null ? "" : words.t("intake.ThreatReason." + code);
    }

    public static String outcome(Words words, @Nullable String code) {
        return code == null ? "" : words.t("prevention.Outcome." + code);
    }
}
