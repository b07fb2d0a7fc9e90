package se.bofast.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.page.Frame;
import se.bofast.page.Words;

/// How signals are put in words.
public final class SignalWords {

    private SignalWords() {}

    /// Why a person is taken, or asked about, for the one on a notice.
    public static String why(Words words, @Nullable String reason) {
        return switch (reason) {
            case null -> "";
            case "CHOSEN" -> words.t("intake.why.chosen");
            case "SAME_REFERENCE" -> words.t("intake.why.sameReference");
            case TakingBackSignals.DECIDED -> words.t("intake.why.decided");
            default -> words.label(Matching.Reason.valueOf(reason));
        };
    }

    /// Why a unit got the signal.
    public static String routed(Words words, @Nullable String by) {
        return switch (by) {
            case null -> "";
            case Routing.ACTIVE -> words.t("intake.routed.active");
            case Routing.FORMERLY -> words.t("intake.routed.formerly");
            case Routing.NO_RULE -> words.t("intake.routed.noRule");
            default -> words.t("intake.routed.rule", by);
        };
    }

    /// What a fact says.
    public static String value(Words words, LocalDate today, @Nullable Fact fact) {
        return switch (fact) {
            case null -> words.t("intake.fact.takenBack");
            case Fact.OnDay day -> words.day(day.on(), today);
            case Fact.OfAmount amount -> words.money(amount.amount());
            case Fact.YesNo answer -> words.t(answer.yes() ? "intake.fact.yes" : "intake.fact.no");
            case Fact.OfNumber number -> words.number(number.number());
            case Fact.OfCode code -> code.code();
        };
    }

    /// Why a fact stands as it does: read from the notice, or the corrector's words.
    public static String reason(Words words, String reason) {
        return reason.equals("NOTICE") ? words.t("intake.fact.fromNotice") : reason;
    }

    /// Whom and where the notice says it is about.
    public static List<se.bofast.page.Fact> written(Words words, SignalCard signal) {
        var facts = new ArrayList<se.bofast.page.Fact>();
        add(facts, words.t("intake.signal.writtenName"), signal.writtenName());
        add(facts, words.t("intake.form.street"), signal.street());
        add(facts, words.t("intake.form.apartment"), signal.apartment());
        add(
                facts,
                words.t("intake.form.city"),
                Stream.of(signal.postalCode(), signal.city())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(" ")));
        if (signal.children() != null) {
            add(facts, words.t("intake.form.children"), words.number(signal.children()));
        }
        if (signal.reason() != null) {
            add(facts, words.t("intake.form.reason"), words.label(signal.reason()));
        }
        return facts;
    }

    /// Who sent it, how and when it came, and where it went.
    public static List<se.bofast.page.Fact> came(Frame frame, SignalViews.View view) {
        var words = frame.words();
        var signal = view.signal();
        var facts = new ArrayList<se.bofast.page.Fact>();
        add(facts, words.t("intake.form.source"), words.label(signal.source()));
        add(facts, words.t("intake.form.landlord"), view.landlordName());
        add(facts, words.t("intake.form.senderName"), signal.senderName());
        add(facts, words.t("intake.form.senderReference"), signal.senderReference());
        add(facts, words.t("intake.form.channel"), words.label(signal.channel()));
        add(
                facts,
                words.t("intake.form.receivedOn"),
                words.moment(signal.receivedAt(), frame.today()));
        if (signal.issuedOn() != null) {
            add(
                    facts,
                    words.t("intake.form.issuedOn"),
                    words.day(signal.issuedOn(), frame.today()));
        }
        var by = view.registeredBy() == null ? null : view.employees().get(view.registeredBy());
        add(
                facts,
                words.t("intake.signal.registered"),
                words.moment(view.registeredAt(), frame.today()) + (by == null ? "" : ", " + by));
        add(facts, words.t("intake.inbox.unit"), view.unitName());
        add(facts, words.t("intake.signal.responsible"), view.responsibleName());
        add(facts, words.t("intake.signal.routedBy"), routed(words, signal.routedBy()));
        return facts;
    }

    private static void add(List<se.bofast.page.Fact> facts, String term, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(se.bofast.page.Fact.of(term, text));
        }
    }

    /// When a rule fits.
    public static String conditions(Words words, RoutingRule rule) {
        var parts = new ArrayList<String>();
        if (rule.kind() != null) {
            parts.add(words.label(rule.kind()));
        }
        if (rule.withChildren() != null) {
            parts.add(
                    words.t(
                            rule.withChildren()
                                    ? "intake.rule.withChildren"
                                    : "intake.rule.withoutChildren"));
        }
        if (rule.ageFrom() != null && rule.ageTo() != null) {
            parts.add(words.t("intake.rule.ageBetween", rule.ageFrom(), rule.ageTo()));
        } else if (rule.ageFrom() != null) {
            parts.add(words.t("intake.rule.ageAtLeast", rule.ageFrom()));
        } else if (rule.ageTo() != null) {
            parts.add(words.t("intake.rule.ageAtMost", rule.ageTo()));
        }
        if (rule.postalPrefix() != null) {
            parts.add(words.t("intake.rule.postalBegins", rule.postalPrefix()));
        }
        return parts.isEmpty() ? words.t("intake.rule.always") : String.join(", ", parts);
    }
}
