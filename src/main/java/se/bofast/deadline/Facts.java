package se.bofast.deadline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// What is known of one threat to one home. Immutable; the order of the facts does not matter.
///
/// A new threat (next month's arrears, a second landlord) has facts of its own: two threats mixed
/// in one set would count the payment of one against the other.
///
/// [impl->req~deadline.facts~1]
public final class Facts {

    private static final Facts NONE = new Facts(new EnumMap<>(FactKind.class), kind -> {});

    private final EnumMap<FactKind, SortedSet<Fact>> values;
    private final EnumMap<FactKind, List<LocalDate>> days;
    private final Consumer<FactKind> watcher;

    private Facts(EnumMap<FactKind, SortedSet<Fact>> values, Consumer<FactKind> watcher) {
        this(values, days(values), watcher);
    }

    private Facts(
            EnumMap<FactKind, SortedSet<Fact>> values,
            EnumMap<FactKind, List<LocalDate>> days,
            Consumer<FactKind> watcher) {
        this.values = values;
        this.days = days;
        this.watcher = watcher;
    }

    /// Each rule asks for days, most of them several times: they are laid out once.
    private static EnumMap<FactKind, List<LocalDate>> days(
            EnumMap<FactKind, SortedSet<Fact>> values) {
        var days = new EnumMap<FactKind, List<LocalDate>>(FactKind.class);
        values.forEach((kind, facts) -> {
            if (kind.type() == FactKind.Type.DATE) {
                days.put(kind, facts.stream().map(fact -> ((Fact.OnDay) fact).on()).toList());
            }
        });
        return days;
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(Fact... facts) {
        return of(Arrays.asList(facts));
    }

    /// The facts together.
    ///
    /// @throws IllegalArgumentException when a kind that is not a day has two different values
    public static Facts of(Collection<? extends Fact> facts) {
        var values = new EnumMap<FactKind, SortedSet<Fact>>(FactKind.class);
        for (var fact : facts) {
            var known = values.computeIfAbsent(fact.kind(), kind -> new TreeSet<>());
            known.add(fact);
            if (known.size() > 1 && fact.kind().type() != FactKind.Type.DATE) {
                throw new IllegalArgumentException(fact.kind() + " has two values");
            }
        }
        return new Facts(values, kind -> {});
    }

    /// These facts and one more. Replaces the value of a kind that is not a day.
    public Facts with(Fact fact) {
        var kept = fact.kind().type() == FactKind.Type.DATE ? this : without(fact.kind());
        var more = kept.all();
        more.add(fact);
        return of(more);
    }

    /// These facts without any of the kind.
    public Facts without(FactKind kind) {
        return of(all().stream().filter(fact -> fact.kind() != kind).toList());
    }

    /// All facts in order of kind and value, as a list of the caller's own.
    public List<Fact> all() {
        var all = new ArrayList<Fact>();
        values.values().forEach(all::addAll);
        return all;
    }

    public Set<FactKind> kinds() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean has(FactKind kind) {
        return !of(kind).isEmpty();
    }

    /// All days of the kind, the earliest first.
    public List<LocalDate> days(FactKind kind) {
        watcher.accept(kind);
        return days.getOrDefault(kind, List.of());
    }

    public @Nullable LocalDate earliest(FactKind kind) {
        var days = days(kind);
        return days.isEmpty() ? null : days.getFirst();
    }

    public @Nullable LocalDate latest(FactKind kind) {
        var days = days(kind);
        return days.isEmpty() ? null : days.getLast();
    }

    /// The first day of the kind that is the given day or later.
    public @Nullable LocalDate firstOnOrAfter(FactKind kind, LocalDate day) {
        return days(kind).stream().filter(on -> !on.isBefore(day)).findFirst().orElse(null);
    }

    public @Nullable Money amount(FactKind kind) {
        return has(kind) ? ((Fact.OfAmount) of(kind).first()).amount() : null;
    }

    public boolean isYes(FactKind kind) {
        return has(kind) && ((Fact.YesNo) of(kind).first()).yes();
    }

    public boolean isNo(FactKind kind) {
        return has(kind) && !((Fact.YesNo) of(kind).first()).yes();
    }

    public int number(FactKind kind, int otherwise) {
        return has(kind) ? ((Fact.OfNumber) of(kind).first()).number() : otherwise;
    }

    /// SHA-256 in hexadecimal of the facts of these kinds: the same as before as long as no fact of
    /// these kinds was added, changed or taken away.
    public String fingerprintOf(Set<FactKind> kinds) {
        var lines = new TreeSet<String>();
        for (var fact : all()) {
            if (kinds.contains(fact.kind())) {
                lines.add(fact.kind().name() + "=" + fact.text() + "\n");
            }
        }
        var text = String.join("", lines);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The same facts, telling which kinds are asked for.
    Facts watchedBy(Consumer<FactKind> other) {
        return new Facts(values, days, other);
    }

    private SortedSet<Fact> of(FactKind kind) {
        watcher.accept(kind);
        var known = values.get(kind);
        return known == null ? Collections.emptySortedSet() : known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts facts && values.equals(facts.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /// Kinds only: the values are about a person.
    @Override
    public String toString() {
        return "Facts" + values.keySet();
    }
}
