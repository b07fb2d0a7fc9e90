package se.bofast.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.bofast.placement.StayFact.Layer;

/// Where one person slept, night by night. A night belongs to what lies upon the home where
/// something does, else to the home; of a child's two homes to the first. A night without a stay is
/// a gap: nobody knows, and nothing is filled in.
///
/// Knows no clock and no database: the last day is given, and so is when one asks what was known.
public final class Timeline {

    /// Nights in one place, or of which nothing is known.
    ///
    /// @param stay null: a gap
    public record Span(LocalDate startOn, LocalDate endOn, @Nullable StayFact stay) {

        public boolean isGap() {
            return stay == null;
        }

        public long nights() {
            return Timeline.nights(startOn, endOn);
        }
    }

    private static final Comparator<StayFact> UPPERMOST =
            Comparator.comparing(StayFact::layer)
                    .reversed()
                    .thenComparing(StayFact::homeNumber)
                    .thenComparing(StayFact::startOn)
                    .thenComparing(fact -> fact.stay().value());

    private final List<StayFact> facts;

    private Timeline(List<StayFact> facts) {
        this.facts = facts;
    }

    /// By what is believed now. Facts that are superseded or withdrawn are left out.
    public static Timeline of(Collection<StayFact> history) {
        return new Timeline(
                history.stream()
                        .filter(fact -> fact.supersededAt() == null && !fact.withdrawn())
                        .sorted(UPPERMOST)
                        .toList());
    }

    /// By what was believed at the moment.
    ///
    /// @param history everything that was ever believed
    public static Timeline knownAt(Collection<StayFact> history, Instant moment) {
        return new Timeline(
                history.stream()
                        .filter(fact -> fact.believedAt(moment) && !fact.withdrawn())
                        .sorted(UPPERMOST)
                        .toList());
    }

    /// Nights from one to another, both included.
    public static long nights(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /// Where the person slept that night; empty where nobody knows.
    public Optional<StayFact> at(LocalDate night) {
        return facts.stream().filter(fact -> fact.includes(night)).findFirst();
    }

    /// The homes of that night, whether slept in or not: none, one, or a child's two.
    public List<StayFact> homes(LocalDate night) {
        return facts.stream()
                .filter(fact -> fact.layer() == Layer.LIVES && fact.includes(night))
                .toList();
    }

    /// What lies upon the home that night.
    public Optional<StayFact> away(LocalDate night) {
        return facts.stream()
                .filter(fact -> fact.layer() == Layer.AWAY && fact.includes(night))
                .findFirst();
    }

    /// The first night anything is known of.
    public Optional<LocalDate> firstNight() {
        return facts.stream().map(StayFact::startOn).min(Comparator.naturalOrder());
    }

    /// The last night anything is known of, up to a day.
    public Optional<LocalDate> lastNight(LocalDate upTo) {
        return facts.stream()
                .filter(fact -> !fact.startOn().isAfter(upTo))
                .map(fact -> end(fact, upTo))
                .max(Comparator.naturalOrder());
    }

    /// All nights from one to another in order, each in one span, without holes and overlaps.
    public List<Span> spans(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return List.of();
        }
        var edges = new TreeSet<LocalDate>();
        edges.add(first);
        for (var fact : facts) {
            edges.add(fact.startOn());
            if (fact.endOn() != null) {
                edges.add(fact.endOn().plusDays(1));
            }
        }
        var starts = List.copyOf(edges.subSet(first, true, last, true));
        var spans = new ArrayList<Span>();
        for (var n = 0; n < starts.size(); n++) {
            var end = n + 1 < starts.size() ? starts.get(n + 1).minusDays(1) : last;
            var stay = at(starts.get(n)).orElse(null);
            var before = spans.isEmpty() ? null : spans.getLast();
            if (before != null && same(before.stay(), stay)) {
                spans.set(spans.size() - 1, new Span(before.startOn(), end, stay));
            } else {
                spans.add(new Span(starts.get(n), end, stay));
            }
        }
        return List.copyOf(spans);
    }

    /// The gaps from the first known night up to a day, the last included.
    public List<Span> gaps(LocalDate upTo) {
        return firstNight()
                .map(first -> spans(first, upTo).stream().filter(Span::isGap).toList())
                .orElse(List.of());
    }

    /// How many nights the stay has lasted up to a day, the last included; none before it began.
    public static long lengthOf(StayFact stay, LocalDate upTo) {
        return stay.startOn().isAfter(upTo) ? 0 : nights(stay.startOn(), end(stay, upTo));
    }

    /// The stays of one layer and home, the first night first.
    public List<StayFact> band(Layer layer, int homeNumber) {
        return facts.stream()
                .filter(fact -> fact.layer() == layer && fact.homeNumber() == homeNumber)
                .sorted(Comparator.comparing(StayFact::startOn))
                .toList();
    }

    public List<StayFact> stays() {
        return facts;
    }

    private static LocalDate end(StayFact fact, LocalDate upTo) {
        return fact.endOn() == null || fact.endOn().isAfter(upTo) ? upTo : fact.endOn();
    }

    private static boolean same(@Nullable StayFact one, @Nullable StayFact other) {
        return one == null ? other == null : other != null && one.stay().equals(other.stay());
    }
}
