package se.bofast.deadline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Period;

/// What all rules have in common: their terms.
abstract class StatutoryRule implements Rule {

    /// The wording is older than anything the clock is asked about.
    static final Period SINCE_BEFORE_2000 = Period.from(LocalDate.of(2000, 1, 1));

    /// SFS 2024:313, the new rules on disturbance.
    static final Period SINCE_JULY_2024 = Period.from(LocalDate.of(2024, 7, 1));

    /// Socialtjänstlag (2025:400) and socialtjänstförordning (2025:468).
    static final Period SINCE_JULY_2025 = Period.from(LocalDate.of(2025, 7, 1));

    static final LocalDate LAST_DAY_OF_OLD_SERVICES_ACT = LocalDate.of(2025, 6, 30);

    record Terms(
            String id,
            int version,
            LegalBasis basis,
            Certainty certainty,
            Duty duty,
            Severity severity,
            Period inForce,
            List<FactKind> events,
            Set<FactKind> reads) {}

    private final Terms terms;
    private final RuleId id;

    StatutoryRule(Terms terms) {
        this.terms = terms;
        this.id = new RuleId(terms.id());
    }

    static Set<FactKind> kinds(FactKind first, FactKind... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    static Set<FactKind> kinds(Set<FactKind> some, FactKind... others) {
        var all = EnumSet.copyOf(some);
        Collections.addAll(all, others);
        return Collections.unmodifiableSet(all);
    }

    /// The earliest day someone asked without an answer that day or later; else the latest asked.
    static @Nullable LocalDate oldestUnanswered(List<LocalDate> asked, List<LocalDate> answers) {
        if (asked.isEmpty()) {
            return null;
        }
        var lastAnswer = answers.isEmpty() ? LocalDate.MIN : Collections.max(answers);
        return asked.stream()
                .filter(day -> day.isAfter(lastAnswer))
                .findFirst()
                .orElse(asked.getLast());
    }

    /// The days of both kinds, the earliest first.
    static List<LocalDate> daysOf(Facts facts, FactKind one, FactKind other) {
        return Stream.concat(facts.days(one).stream(), facts.days(other).stream())
                .sorted()
                .toList();
    }

    static @Nullable LocalDate firstOnOrAfter(List<LocalDate> days, LocalDate day) {
        return days.stream().filter(each -> !each.isBefore(day)).findFirst().orElse(null);
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /// The last of so many working days after the day; with none, the day itself.
    static LocalDate within(LocalDate day, int workingDays, WorkingDays days) {
        return workingDays == 0
                ? day
                : days.plus(day, workingDays, WorkingDays.Reading.SATURDAYS_DO_NOT_COUNT);
    }

    @Override
    public final RuleId id() {
        return id;
    }

    @Override
    public final int version() {
        return terms.version();
    }

    @Override
    public final LegalBasis basis() {
        return terms.basis();
    }

    @Override
    public final Certainty certainty() {
        return terms.certainty();
    }

    @Override
    public final Duty duty() {
        return terms.duty();
    }

    @Override
    public final Severity severity() {
        return terms.severity();
    }

    @Override
    public final Period inForce() {
        return terms.inForce();
    }

    @Override
    public final List<FactKind> events() {
        return terms.events();
    }

    @Override
    public final Set<FactKind> reads() {
        return terms.reads();
    }

    @Override
    public final String toString() {
        return id + " " + version();
    }
}
