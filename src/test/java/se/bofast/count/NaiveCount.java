package se.bofast.count;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.bofast.count.CountRegister.HousingForm;
import se.bofast.count.CountRegister.Someone;
import se.bofast.count.CountRegister.Stay;

/// The count of one person told as one would say it, night by night, to hold the statement against.
final class NaiveCount {

    private final LocalDate day;
    private final Population population;

    NaiveCount(LocalDate day, Population population) {
        this.day = day;
        this.population = population;
    }

    record Found(
            Map<Definition, Verdict> verdicts,
            @Nullable LocalDate homelessSince,
            @Nullable LocalDate unbrokenSince) {}

    /// Empty for who is nowhere near the count.
    Optional<Found> of(Someone one, List<Stay> all) {
        var tonight = at(all, day);
        var stay =
                tonight.or(() ->
                        all.stream()
                                .filter(s -> {
                                    var end = s.end();
                                    return end != null
                                            && end.isBefore(day)
                                            && !end.isBefore(day.minusMonths(3));
                                })
                                .filter(s ->
                                        !"DIED".equals(s.cause()) && !"OWN_HOME".equals(s.cause()))
                                .findFirst());
        if (stay.isEmpty()) {
            return Optional.empty();
        }
        var verdicts = new EnumMap<Definition, Verdict>(Definition.class);
        for (var definition : Definition.values()) {
            verdicts.put(definition, verdict(one, all, tonight, definition));
        }
        var in = verdicts.values().stream().anyMatch(Verdict::in);
        return Optional.of(
                new Found(
                        verdicts,
                        in ? since(all, CountedDay.SHORT_BREAK) : null,
                        in ? since(all, 0) : null));
    }

    private Verdict verdict(
            Someone one, List<Stay> all, Optional<Stay> tonight, Definition definition) {
        if (one.birth() != null && !population.holds(Period.between(one.birth(), day).getYears())) {
            return out(Why.OUTSIDE_POPULATION);
        }
        if (tonight.isEmpty()) {
            return out(Why.NO_STAY);
        }
        var stay = judged(all, tonight.get(), definition);
        var form = form(stay);
        var walk = form.under(definition);
        if (walk.category() == null || walk.condition() == null) {
            return out(
                    form.step().equals("UNKNOWN")
                            ? Why.PLACE_UNKNOWN
                            : form.home() ? Why.OWN_HOME : Why.FORM_NOT_COUNTED);
        }
        if (walk.condition().equals("ALWAYS")) {
            return new Verdict(walk.category(), Why.IN);
        }
        if (hasHome(all, day)) {
            return out(Why.HAS_HOME);
        }
        var in = new Verdict(walk.category(), Why.IN);
        return switch (walk.condition()) {
            case "NO_HOME" -> in;
            case "NO_HOME_AND_LEAVING" -> {
                var leaves = stay.expected() != null ? stay.expected() : stay.end();
                yield leaves == null
                        ? out(Why.NO_END_KNOWN)
                        : leaves.isAfter(day.plusMonths(3)) ? out(Why.NOT_LEAVING) : in;
            }
            case "NO_HOME_AND_SHORT" ->
                    stay.start().isBefore(day.minusMonths(3)) ? out(Why.TOO_LONG) : in;
            default -> throw new IllegalStateException();
        };
    }

    /// Away from a kept place that is no home of one's own: that place, unless where one is always
    /// counts.
    private Stay judged(List<Stay> all, Stay tonight, Definition definition) {
        if (!tonight.layer().equals("AWAY")
                || "ALWAYS".equals(form(tonight).under(definition).condition())) {
            return tonight;
        }
        return all.stream()
                .filter(s ->
                        covers(s, day)
                                && s.layer().equals("LIVES")
                                && s.home() == 1
                                && !form(s).home())
                .findFirst()
                .orElse(tonight);
    }

    private static Verdict out(Why why) {
        return new Verdict(null, why);
    }

    /// One night after the other backwards, until there have been more nights of a break than it
    /// may have.
    private @Nullable LocalDate since(List<Stay> all, int breakNights) {
        if (!homeless(all, day)) {
            return null;
        }
        var since = day;
        var missed = 0;
        for (var night = day.minusDays(1); missed <= breakNights; night = night.minusDays(1)) {
            if (homeless(all, night)) {
                since = night;
                missed = 0;
            } else {
                missed++;
            }
        }
        return since;
    }

    private static boolean homeless(List<Stay> all, LocalDate night) {
        return !hasHome(all, night)
                && all.stream()
                        .anyMatch(s -> covers(s, night) && !form(s).step().equals("UNKNOWN"));
    }

    private static boolean hasHome(List<Stay> all, LocalDate night) {
        return all.stream().anyMatch(s -> covers(s, night) && form(s).home());
    }

    private static Optional<Stay> at(List<Stay> all, LocalDate night) {
        return all.stream()
                .filter(s -> covers(s, night))
                .min(Comparator.comparing((Stay s) -> s.layer().equals("AWAY") ? 0 : s.home()));
    }

    private static boolean covers(Stay stay, LocalDate night) {
        return !stay.start().isAfter(night) && (stay.end() == null || !stay.end().isBefore(night));
    }

    private static HousingForm form(Stay stay) {
        return CountRegister.form(stay.form());
    }
}
