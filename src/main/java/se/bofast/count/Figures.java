package se.bofast.count;

import static se.bofast.count.Basis.*;
import static se.bofast.count.Figure.Measure.*;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every figure of the house, once.
///
/// A condition reads the columns of {@link CountedRows}. Never edit a version that figures have
/// been published with: add the next one below it, with the day it holds from.
public final class Figures {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final String ALL_ROWS = "true";
    private static final String THREAT = "r.what not in ('SETTLED', 'WITHDRAWN')";
    private static final String KEPT =
            "r.code in ('PAID_BY_TENANT', 'PAID_BY_OTHER', 'SETTLED_ALONE', 'PAYMENT_PLAN',"
                    + " 'BOARD_UNDERTAKING', 'WITHDRAWN', 'DISTURBANCE_CEASED')";
    private static final String CHILDREN = "r.permanent + r.alternating + r.visiting";

    /// A case that was without a decision for longer than the board allows, or had the time to be:
    /// fourteen days have passed since it was opened, and it did not close undecided before that.
    private static final String HAD_14_DAYS =
            "r.opened_on + 14 < :today and (r.decided_on is not null or r.closed_on is null"
                    + " or r.closed_on > r.opened_on + 14)";

    public static final Figure SIGNALS = first("signals", SIGNAL, ROWS, ALL_ROWS, null);
    public static final Figure THREATS = first("threats", SIGNAL, ROWS, THREAT, ALL_ROWS);
    public static final Figure PEOPLE_THREATENED = first("people", SIGNAL, PEOPLE, THREAT, null);
    public static final Figure CASES = first("cases", CASE, ROWS, ALL_ROWS, null);
    public static final Figure REACHED = first("reached", CASE, ROWS, "r.reached", ALL_ROWS);
    public static final Figure DAYS_TO_CONTACT =
            first("daysToContact", CASE, MEDIAN_DAYS, "r.reached", ALL_ROWS);
    public static final Figure OUTCOMES = first("outcomes", OUTCOME, ROWS, ALL_ROWS, null);
    public static final Figure SETTLED_ALONE =
            first("settledAlone", OUTCOME, ROWS, "r.code = 'SETTLED_ALONE'", ALL_ROWS);
    public static final Figure HOMES_KEPT =
            first("homesKept", OUTCOME, ROWS, KEPT, "r.code not in ('NO_THREAT', 'DIED')");
    public static final Figure EVICTIONS_DECIDED =
            first("evictionsDecided", OUTCOME, ROWS, "r.code = 'EVICTED'", ALL_ROWS);
    public static final Figure EVICTIONS_EXECUTED =
            first("evictionsExecuted", EVICTION, ROWS, ALL_ROWS, null);
    public static final Figure CHILDREN_EVICTED =
            first("childrenEvicted", EVICTION, SUM, CHILDREN, null);

    public static final Figure LANDLORD_INFORMED =
            first("landlordInformed", CASE, ROWS, "r.told and r.landlord_sent", "r.landlord_sent");
    public static final Figure LANDLORD_NOT_ALLOWED =
            first("landlordNotAllowed", CASE, ROWS, "not r.landlord_sent", ALL_ROWS);

    /// In the order pages show them.
    public static final List<Figure> ALL =
            List.of(
                    SIGNALS,
                    THREATS,
                    PEOPLE_THREATENED,
                    first(
                            "formerlyKnown",
                            SIGNAL,
                            PEOPLE,
                            THREAT + " and r.known = 'FORMERLY'",
                            THREAT),
                    first("active", SIGNAL, PEOPLE, THREAT + " and r.known = 'ACTIVE'", THREAT),
                    CASES,
                    first("casesWithChildren", CASE, ROWS, "r.children", ALL_ROWS),
                    first("relapse", CASE, ROWS, "r.again", "r.person_id is not null"),
                    first("attempted", CASE, ROWS, "r.tried", ALL_ROWS),
                    REACHED,
                    DAYS_TO_CONTACT,
                    first("daysToContactNineOfTen", CASE, NINE_OF_TEN_DAYS, "r.reached", ALL_ROWS),
                    LANDLORD_INFORMED,
                    LANDLORD_NOT_ALLOWED,
                    first(
                            "undecidedAfter14",
                            CASE,
                            ROWS,
                            HAD_14_DAYS
                                    + " and (r.decided_on is null or r.decided_on > r.opened_on + 14)",
                            HAD_14_DAYS),
                    first("attempts", CONTACT, ROWS, ALL_ROWS, null),
                    first(
                            "personalContacts",
                            CONTACT,
                            ROWS,
                            "r.what = 'PERSONAL_CONTACT'",
                            ALL_ROWS),
                    first("letters", LETTER, ROWS, ALL_ROWS, null),
                    first("lettersReturned", LETTER, ROWS, "r.what = 'RETURNED'", ALL_ROWS),
                    first("invited", LETTER, PEOPLE, ALL_ROWS, null),
                    first("cameAfterLetter", LETTER, PEOPLE, "r.reached", ALL_ROWS),
                    first(
                            "didNotCome",
                            APPOINTMENT,
                            ROWS,
                            "r.what = 'DID_NOT_COME'",
                            "r.what in ('CAME', 'DID_NOT_COME')"),
                    first(
                            "came",
                            APPOINTMENT,
                            ROWS,
                            "r.what = 'CAME'",
                            "r.what in ('CAME', 'DID_NOT_COME')"),
                    first(
                            "undertakings",
                            DECISION,
                            ROWS,
                            "r.what = 'UNDERTAKING'",
                            "r.what in ('UNDERTAKING', 'UNDERTAKING_DECLINED')"),
                    OUTCOMES,
                    SETTLED_ALONE,
                    HOMES_KEPT,
                    EVICTIONS_DECIDED,
                    EVICTIONS_EXECUTED,
                    first("decidedEarlier", EVICTION, ROWS, "r.decided_on < :from", ALL_ROWS),
                    first("evictionsWithChildren", EVICTION, ROWS, CHILDREN + " > 0", ALL_ROWS),
                    CHILDREN_EVICTED,
                    first("childrenPermanent", EVICTION, SUM, "r.permanent", null),
                    first("childrenAlternating", EVICTION, SUM, "r.alternating", null),
                    first("childrenVisiting", EVICTION, SUM, "r.visiting", null),
                    first("openAtEnd", OPEN, ROWS, ALL_ROWS, null));

    private Figures() {}

    /// The newest version of the figure.
    public static Optional<Figure> of(String key) {
        return ALL.stream()
                .filter(figure -> figure.key().equals(key))
                .max(Comparator.comparingInt(Figure::version));
    }

    /// The figures as they are counted for a period that ends that day: of each the newest version
    /// that held then, else the first.
    public static List<Figure> on(LocalDate day) {
        return ALL.stream()
                .filter(figure ->
                        ALL.stream()
                                .noneMatch(other ->
                                        other.key().equals(figure.key())
                                                && other.version() > figure.version()
                                                && !other.validFrom().isAfter(day)))
                .filter(figure -> figure.version() == 1 || !figure.validFrom().isAfter(day))
                .toList();
    }

    private static Figure first(
            String key, Basis basis, Figure.Measure measure, String part, @Nullable String whole) {
        return new Figure(key, 1, basis, measure, part, whole, FIRST);
    }
}
