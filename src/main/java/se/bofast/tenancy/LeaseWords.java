package se.bofast.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.bofast.deadline.Finding;
import se.bofast.deadline.Remark;
import se.bofast.deadline.Rule;
import se.bofast.page.Words;

/// What the clock says of a lease, as sentences.
public final class LeaseWords {

    private static final Map<String, String> STATUTES =
            Map.of("1970:994", "JB", "2025:400", "SoL", "2001:453", "äldre SoL");

    private LeaseWords() {}

    public static String name(Words words, Rule rule) {
        return words.t(rule.messageKey("name"));
    }

    public static String why(Words words, Rule rule) {
        return words.t(rule.messageKey("why"));
    }

    public static String next(Words words, Rule rule) {
        return words.t(rule.messageKey("next"));
    }

    /// Why something was written about a lease: the house's own codes in words, else what somebody
    /// wrote.
    public static String reason(Words words, String reason) {
        return switch (reason) {
            case "LANDLORD_TOLD" -> words.t("tenancy.history.told");
            case "MOVED_IN" -> words.t("tenancy.history.movedIn");
            case "TAKEN_OVER" -> words.t("tenancy.history.takenOver");
            default -> reason;
        };
    }

    /// The section of law as people cite it: JB 12 kap. 45 och 45 a §§.
    public static String basis(Rule rule) {
        var basis = rule.basis();
        return STATUTES.getOrDefault(basis.statute(), basis.statute()) + " " + basis.section();
    }

    /// "Startdag saknas".
    public static String missing(Words words, Finding.NotRunning waits) {
        return waits.missing().stream()
                .sorted()
                .map(kind -> words.t("deadline.FactKind." + kind.name() + ".missing"))
                .collect(Collectors.joining(", "));
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
}
