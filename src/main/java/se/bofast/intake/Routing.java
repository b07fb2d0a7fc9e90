package se.bofast.intake;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;

/// Which unit gets a signal. Pure: rules and assignments are given.
final class Routing {

    /// One rule of the board, as data. An empty condition always fits.
    record Rule(
            int position,
            String name,
            @Nullable SignalKind kind,
            @Nullable Boolean withChildren,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String postalPrefix,
            UnitId unit,
            @Nullable EmployeeId responsible) {}

    /// An assignment the person has or had.
    record Assignment(
            UnitId unit,
            @Nullable EmployeeId carrier,
            LocalDate startOn,
            @Nullable LocalDate endOn) {

        boolean isActive(LocalDate day) {
            return !startOn.isAfter(day) && (endOn == null || !endOn.isBefore(day));
        }
    }

    /// @param by the name of the rule, or the constants below
    record Routed(
            Known known,
            @Nullable UnitId knownUnit,
            UnitId unit,
            @Nullable EmployeeId responsible,
            String by) {}

    static final String ACTIVE = "ACTIVE_ASSIGNMENT";
    static final String FORMERLY = "FORMER_ASSIGNMENT";
    static final String NO_RULE = "NO_RULE";

    private Routing() {}

    /// Active case: its caseworker. Formerly known: that section. Unknown: the first rule that
    /// fits; none: the fallback unit, without an owner, which raises an alarm.
    static Routed route(
            SignalKind kind,
            boolean children,
            @Nullable LocalDate birthOn,
            @Nullable String postalCode,
            LocalDate receivedOn,
            List<Assignment> assignments,
            List<Rule> rules,
            UnitId fallback) {
        var active =
                assignments.stream()
                        .filter(a -> a.isActive(receivedOn))
                        .max(
                                Comparator.comparing((Assignment a) -> a.carrier() != null)
                                        .thenComparing(Assignment::startOn));
        if (active.isPresent()) {
            var a = active.get();
            return new Routed(Known.ACTIVE, a.unit(), a.unit(), a.carrier(), ACTIVE);
        }
        var former =
                assignments.stream()
                        .filter(a -> a.endOn() != null && a.endOn().isBefore(receivedOn))
                        .max(Comparator.comparing((Assignment a) -> endOf(a)));
        if (former.isPresent()) {
            var a = former.get();
            return new Routed(Known.FORMERLY, a.unit(), a.unit(), null, FORMERLY);
        }
        return firstThatFits(kind, children, birthOn, postalCode, receivedOn, rules)
                .map(rule ->
                        new Routed(
                                Known.UNKNOWN, null, rule.unit(), rule.responsible(), rule.name()))
                .orElseGet(() -> new Routed(Known.UNKNOWN, null, fallback, null, NO_RULE));
    }

    private static LocalDate endOf(Assignment a) {
        return a.endOn() == null ? LocalDate.MAX : a.endOn();
    }

    private static Optional<Rule> firstThatFits(
            SignalKind kind,
            boolean children,
            @Nullable LocalDate birthOn,
            @Nullable String postalCode,
            LocalDate on,
            List<Rule> rules) {
        var age = birthOn == null ? null : Period.between(birthOn, on).getYears();
        return rules.stream()
                .sorted(Comparator.comparingInt(Rule::position))
                .filter(r -> r.kind() == null || r.kind() == kind)
                .filter(r -> r.withChildren() == null || r.withChildren() == children)
                .filter(r -> r.ageFrom() == null || age != null && age >= r.ageFrom())
                .filter(r -> r.ageTo() == null || age != null && age <= r.ageTo())
                .filter(r ->
                        r.postalPrefix() == null
                                || postalCode != null
                                        && postalCode.replace(" ", "").startsWith(r.postalPrefix()))
                .findFirst();
    }
}
