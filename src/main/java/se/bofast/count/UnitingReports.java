package se.bofast.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes people of reports: everybody once, however many units named them.
///
/// Two reports are of one person if they name the same person of the register (or two whom somebody
/// has decided are one), or if their keyed facts are the same. A report with too few facts stands
/// alone and may be anybody: unless it is the only one of the round it makes an interval.
final class UnitingReports {

    private UnitingReports() {}

    /// A report as it stands.
    ///
    /// @param human which person of the register, of several linked ones always the same
    /// @param key keyed facts; for people of the register reckoned from their names
    /// @param known false where the unit has not answered and the register does not know the place
    record Report(
            UUID id,
            @Nullable UUID unit,
            @Nullable UUID person,
            @Nullable UUID human,
            @Nullable String key,
            ReportingPeople.State state,
            @Nullable UUID form,
            @Nullable String sex,
            @Nullable Integer age,
            @Nullable UUID household,
            int adults,
            int children,
            @Nullable LocalDate since,
            Map<Definition, Verdict> verdicts) {

        boolean isCounted() {
            return state.isCounted();
        }
    }

    /// A person of the round.
    ///
    /// @param stands the report that says where they were; null while that is not decided
    /// @param sure false if too few facts say who it is
    record Human(List<Report> reports, @Nullable Report stands, boolean sure) {

        Human {
            reports = List.copyOf(reports);
        }

        /// Two units answered, and differently.
        boolean isConflict() {
            return answers().map(Report::form).distinct().count() > 1;
        }

        Stream<Report> answers() {
            return reports.stream()
                    .filter(report -> report.state() == ReportingPeople.State.CONFIRMED);
        }
    }

    /// @param rulings which report stands where two say different forms, the latest last
    static List<Human> unite(List<Report> reports, List<UUID> rulings) {
        var ordered =
                reports.stream()
                        .sorted(
                                Comparator.comparing((Report r) -> r.human() == null)
                                        .thenComparing(Report::id))
                        .toList();
        var byKey = new HashMap<String, Object>();
        var groups = new LinkedHashMap<Object, List<Report>>();
        for (var report : ordered) {
            var key = report.key();
            Object group;
            if (report.human() != null) {
                // Two people of the register with the same letters and day stay two: only a person
                // decides on doubles.
                group = report.human();
                if (key != null) {
                    byKey.putIfAbsent(key, group);
                }
            } else if (key != null) {
                group = byKey.computeIfAbsent(key, k -> k);
            } else {
                group = report.id();
            }
            groups.computeIfAbsent(group, g -> new ArrayList<>()).add(report);
        }
        return groups.values().stream().map(all -> human(all, rulings)).toList();
    }

    private static Human human(List<Report> all, List<UUID> rulings) {
        var sure = all.stream().anyMatch(report -> report.human() != null || report.key() != null);
        var ruled =
                rulings.reversed().stream()
                        .flatMap(id -> all.stream().filter(report -> report.id().equals(id)))
                        .findFirst();
        var answers =
                all.stream()
                        .filter(report -> report.state() == ReportingPeople.State.CONFIRMED)
                        .toList();
        var human = new Human(all, null, sure);
        if (ruled.isPresent()) {
            return new Human(all, ruled.get(), sure);
        }
        if (human.isConflict()) {
            return human;
        }
        // An answer is better than the register; with the same form the one that is counted under
        // most definitions.
        return new Human(
                all,
                (answers.isEmpty() ? all : answers)
                        .stream()
                                .max(
                                        Comparator.comparing(Report::isCounted)
                                                .thenComparing(UnitingReports::definitions)
                                                .thenComparing(Report::id))
                                .orElseThrow(),
                sure);
    }

    private static long definitions(Report report) {
        return Arrays.stream(Definition.values())
                .filter(definition ->
                        Objects.requireNonNull(report.verdicts().get(definition)).in())
                .count();
    }

    /// Those who are counted under some definition, with what any report of theirs knows.
    static List<CountedPerson> counted(List<Human> humans) {
        return humans.stream()
                .flatMap(human ->
                        Stream.ofNullable(human.stands()).map(stands -> counted(human, stands)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static @Nullable CountedPerson counted(Human human, Report stands) {
        if (!stands.isCounted()) {
            return null;
        }
        var all = human.reports();
        var adults = all.stream().mapToInt(Report::adults).max().orElse(0);
        var children = all.stream().mapToInt(Report::children).max().orElse(0);
        return new CountedPerson(
                first(all, Report::person),
                stands.form(),
                CountSplit.Sex.of(first(all, Report::sex)),
                first(all, Report::age),
                first(all, Report::household),
                CountSplit.Family.of(adults, children),
                children,
                all.stream()
                        .map(Report::since)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                human.sure(),
                stands.verdicts());
    }

    private static <T> @Nullable T first(
            List<Report> all, java.util.function.Function<Report, @Nullable T> part) {
        return all.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
