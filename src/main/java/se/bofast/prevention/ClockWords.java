package se.bofast.prevention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Duty;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.deadline.Finding;
import se.bofast.deadline.LegalBasis;
import se.bofast.deadline.Remark;
import se.bofast.deadline.Rule;
import se.bofast.deadline.RuledFinding;
import se.bofast.deadline.Severity;
import se.bofast.page.Frame;
import se.bofast.page.Words;

/// What the clock says, as sentences.
public final class ClockWords {

    private static final Map<String, String> STATUTES =
            Map.of(
                    "1970:994", "JB",
                    "1990:746", "BfL",
                    "1981:774", "UB",
                    "2025:400", "SoL",
                    "2001:453", "äldre SoL",
                    "2025:468", "SoF",
                    "2001:937", "äldre SoF",
                    "2017:900", "FL",
                    "1930:173", "lag 1930:173");

    private ClockWords() {}

    public static String name(Words words, Rule rule) {
        return words.t(rule.messageKey("name"));
    }

    /// The name of a rule known by its code, as lists keep it.
    public static String name(Words words, String rule) {
        return words.t("deadline.rule." + rule + ".name");
    }

    /// Why the rule's day is what it is, of a rule known by its code.
    public static String why(Words words, String rule) {
        return words.t("deadline.rule." + rule + ".why");
    }

    public static String why(Words words, Rule rule) {
        return words.t(rule.messageKey("why"));
    }

    public static String next(Words words, Rule rule) {
        return words.t(rule.messageKey("next"));
    }

    /// The section of law as people cite it: JB 12 kap. 44 §.
    public static String basis(Rule rule) {
        return basis(rule.basis());
    }

    static String basis(LegalBasis basis) {
        return (STATUTES.getOrDefault(basis.statute(), basis.statute()) + " " + basis.section())
                .strip();
    }

    /// The same of a basis as the clock keeps it, with the statute's number in front.
    public static String basis(String kept) {
        var number = kept.split(" ", 2);
        return number.length < 2
                ? kept
                : STATUTES.getOrDefault(number[0], number[0]) + " " + number[1];
    }

    public static List<String> remarks(Words words, Finding finding) {
        return finding.remarks().stream().map(remark -> remark(words, remark)).toList();
    }

    private static String remark(Words words, Remark remark) {
        var arguments = new ArrayList<Object>();
        for (var parameter : remark.parameters()) {
            arguments.add(
                    switch (parameter) {
                        case Remark.OnDay(var day) -> day;
                        case Remark.Count(var number) -> number;
                        case Remark.CalendarDay(var kind) -> words.label(kind);
                        case Remark.Amount(var money) -> money;
                    });
        }
        return words.t(remark.messageKey(), arguments.toArray());
    }

    /// "Delgivningsdag saknas, belopp saknas".
    public static String missing(Words words, RuledFinding found) {
        return found.finding() instanceof Finding.NotRunning waits
                ? waits.missing().stream()
                        .sorted()
                        .map(kind -> words.t("deadline.FactKind." + kind.name() + ".missing"))
                        .collect(Collectors.joining(", "))
                : "";
    }

    public static List<FactKind> missingKinds(RuledFinding found) {
        return found.finding() instanceof Finding.NotRunning waits
                ? waits.missing().stream().sorted().toList()
                : List.of();
    }

    public static @Nullable LocalDate day(RuledFinding found) {
        return switch (found.finding()) {
            case Finding.Runs runs -> runs.day();
            case Finding.Done done -> done.doneOn();
            case Finding.NotRunning waits -> null;
            case Finding.Flag flag -> null;
            case Finding.NotApplicable not -> null;
        };
    }

    /// How far off the day is. Only what the board must do can be late; other days have been.
    public static String when(Frame frame, RuledFinding found) {
        var day = day(found);
        if (day == null) {
            return "";
        }
        return found.rule().duty() != Duty.WE_MUST && day.isBefore(frame.today())
                ? frame.t("prevention.clock.passed")
                : frame.daysLeft(day);
    }

    /// How a day is marked; the words beside it say the same.
    public static String tone(RuledFinding found, LocalDate today) {
        var day = day(found);
        if (day == null) {
            return "neutral";
        }
        if (day.isBefore(today) && found.rule().duty() != Duty.WE_MUST) {
            return "neutral";
        }
        if (day.isBefore(today)) {
            return found.rule().severity() == Severity.CRITICAL ? "danger" : "warning";
        }
        if (day.isBefore(today.plusDays(3))) {
            return found.rule().severity().compareTo(Severity.HIGH) <= 0 ? "danger" : "warning";
        }
        return day.isBefore(today.plusDays(8)) ? "warning" : "neutral";
    }

    /// A fact's value as people write it.
    public static String value(Frame frame, Fact fact) {
        var words = frame.words();
        return switch (fact) {
            case Fact.OnDay day -> words.day(day.on(), frame.today());
            case Fact.OfAmount amount -> words.money(amount.amount());
            case Fact.YesNo answer -> words.t(answer.yes() ? "page.yes" : "page.no");
            case Fact.OfNumber number -> words.number(number.number());
            case Fact.OfCode code -> code.code();
        };
    }

    /// A stored value as people write it; empty for a fact taken back.
    public static String value(Frame frame, FactKind kind, @Nullable String text) {
        return text == null ? "" : value(frame, Fact.read(kind, text));
    }
}
