package se.bofast.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.ErasureOrder.Kind;
import se.bofast.audit.ErasureOrders;
import se.bofast.database.HouseEyes;
import se.bofast.deadline.RetentionFacts;
import se.bofast.deadline.RetentionFacts.InquiredChild;
import se.bofast.deadline.RetentionFacts.KeptFor;
import se.bofast.deadline.RetentionLaw;
import se.bofast.deadline.RetentionPlace;
import se.bofast.review.RetainedFile.Held;

/// What falls due to be erased, and what stands against it: the law asked of all files at once.
///
/// The plan is of one area of a board, the one the reach begins with.
@Component
class RetentionPlan {

    /// The shortest period there is; who was noted later is not asked about.
    private static final int SHORTEST_YEARS = 2;

    private static final int USUAL_YEARS = 5;

    private static final Set<String> KEPT_FACTS =
            java.util.Arrays.stream(KeptFor.values()).map(Enum::name).collect(Collectors.toSet());

    private final RetentionNotes notes;
    private final ErasureOrders orders;
    private final JdbcClient db;
    private final HouseEyes eyes;

    RetentionPlan(RetentionNotes notes, ErasureOrders orders, JdbcClient db, HouseEyes eyes) {
        this.notes = notes;
        this.orders = orders;
        this.db = db;
        this.eyes = eyes;
    }

    /// All whose period ends by the end of next year; also of people with a protected identity,
    /// whose files must go as everybody's.
    @Transactional(readOnly = true)
    public List<RetainedFile> of(LocalDate today) {
        return eyes.open(() -> planned(today));
    }

    private List<RetainedFile> planned(LocalDate today) {
        var horizon = LocalDate.of(today.getYear() + 1, 12, 31);
        var inOrder = Set.copyOf(orders.inOpenOrders());
        var files = files(today, horizon, null);
        return settled(files, today, inOrder, null).stream()
                .sorted(
                        Comparator.comparing((RetainedFile f) -> f.finding().dueFrom())
                                .thenComparing(RetainedFile::id))
                .toList();
    }

    /// One file, wherever it stands in time; null if there is none with a note before the horizon.
    @Transactional(readOnly = true)
    public @Nullable RetainedFile of(UUID id, LocalDate today) {
        return of(today).stream().filter(file -> file.id().equals(id)).findFirst().orElse(null);
    }

    /// What holds of these at the moment of erasing; who is missing has a new note or is gone.
    ///
    /// @param decided all that is decided with them and not erased
    @Transactional(readOnly = true)
    public List<RetainedFile> again(
            LocalDate today, Collection<UUID> these, Collection<UUID> decided) {
        var partners = new HashSet<UUID>(these);
        for (var pair : notes.shared()) {
            if (these.contains(pair.one()) || these.contains(pair.other())) {
                partners.add(pair.one());
                partners.add(pair.other());
            }
        }
        return settled(files(today, today, partners), today, Set.of(), Set.copyOf(decided)).stream()
                .filter(file -> these.contains(file.id()))
                .toList();
    }

    private List<RetainedFile> files(
            LocalDate today, LocalDate horizon, @Nullable Collection<UUID> only) {
        var place = place();
        var before =
                horizon.minusYears(place.privateProvider() ? SHORTEST_YEARS : USUAL_YEARS)
                        .plusDays(1);
        var holds = notes.holds(today);
        var inquired = inquired();
        var units = notes.units();
        var files = new ArrayList<RetainedFile>();
        for (var noted : notes.persons(before, only)) {
            files.add(file(Kind.PERSON, noted, place, holds, inquired, units));
        }
        for (var noted : notes.cases(before, only)) {
            files.add(file(Kind.CASE, noted, place, Map.of(), inquired, units));
        }
        for (var noted : notes.signals(before, only)) {
            files.add(file(Kind.SIGNAL, noted, place, Map.of(), Map.of(), Map.of()));
        }
        for (var noted : notes.files(before, only)) {
            files.add(
                    new RetainedFile(
                            Kind.FILE,
                            noted.id(),
                            noted.lastOn(),
                            RetentionLaw.ofList(noted.lastOn(), place),
                            null,
                            null));
        }
        files.removeIf(file -> file.finding().dueFrom().isAfter(horizon));
        return files;
    }

    private static RetainedFile file(
            Kind kind,
            RetentionNotes.Noted noted,
            RetentionPlace place,
            Map<UUID, List<String>> holds,
            Map<UUID, List<InquiredChild>> inquired,
            Map<UUID, UUID> units) {
        var grounds = holds.getOrDefault(noted.id(), List.of());
        var finding =
                RetentionLaw.of(
                        new RetentionFacts(
                                noted.lastOn(),
                                noted.birthOn(),
                                noted.number(),
                                place,
                                grounds.stream()
                                        .filter(KEPT_FACTS::contains)
                                        .map(KeptFor::valueOf)
                                        .collect(Collectors.toSet()),
                                inquired.getOrDefault(noted.id(), List.of())));
        var held =
                grounds.stream()
                        .filter(ground -> !KEPT_FACTS.contains(ground))
                        .findFirst()
                        .map(Held::valueOf)
                        .orElse(null);
        return new RetainedFile(
                kind, noted.id(), noted.lastOn(), finding, units.get(noted.id()), held);
    }

    /// The children an inquiry was about: all of the household, since none is named in it.
    private Map<UUID, List<InquiredChild>> inquired() {
        var about = notes.inquired();
        var children = new HashMap<UUID, List<InquiredChild>>();
        if (about.isEmpty()) {
            return children;
        }
        for (var child : notes.children(about)) {
            var known =
                    child.birthOn() != null
                            ? new InquiredChild(child.birthOn())
                            : child.birthYear() != null
                                    ? InquiredChild.bornIn(child.birthYear())
                                    : new InquiredChild(null);
            children.computeIfAbsent(child.adult(), a -> new ArrayList<>()).add(known);
            if (child.child() != null) {
                children.computeIfAbsent(child.child(), c -> new ArrayList<>()).add(known);
            }
        }
        about.forEach(id -> children.putIfAbsent(id, List.of(new InquiredChild(null))));
        return children;
    }

    /// @param decided null where nothing is decided yet, and all that may go may go together
    private List<RetainedFile> settled(
            List<RetainedFile> files,
            LocalDate today,
            Set<UUID> inOrder,
            @Nullable Set<UUID> decided) {
        var openCases = notes.inOpenCases();
        var assignments = notes.withRunningAssignments(today);
        var questions = notes.inOpenQuestions();
        var settled = new HashMap<UUID, RetainedFile>();
        for (var file : files) {
            var id = file.id();
            var held =
                    openCases.contains(id)
                            ? Held.OPEN_CASE
                            : assignments.contains(id)
                                    ? Held.RUNNING_ASSIGNMENT
                                    : questions.contains(id)
                                            ? Held.OPEN_QUESTION
                                            : inOrder.contains(id) ? Held.IN_ORDER : file.held();
            settled.put(id, held == null ? file : file.holding(held));
        }
        var pairs = notes.shared();
        var changed = true;
        while (changed) {
            changed = false;
            for (var pair : pairs) {
                changed |= hold(settled, pair.one(), pair.other(), today, decided);
                changed |= hold(settled, pair.other(), pair.one(), today, decided);
            }
        }
        return List.copyOf(settled.values());
    }

    /// What is also about somebody who stays, stays.
    private static boolean hold(
            Map<UUID, RetainedFile> files,
            UUID one,
            UUID other,
            LocalDate today,
            @Nullable Set<UUID> decided) {
        var file = files.get(one);
        if (file == null || !file.mayGo(today)) {
            return false;
        }
        var beside = files.get(other);
        if (beside != null && beside.mayGo(today) && (decided == null || decided.contains(other))) {
            return false;
        }
        files.put(one, file.holding(Held.SHARED));
        return true;
    }

    private RetentionPlace place() {
        return db.sql(
                        """
                        select b.municipality, b.county, a.kind = 'PROVIDER' as provider
                        from access.v_board b
                        join access.v_area a on a.board_id = b.board_id and a.area_id = (framework.area_ids())[1]
                        where b.board_id = framework.board_id()
                        """)
                .query((rs, n) ->
                        new RetentionPlace(
                                rs.getString("municipality"),
                                rs.getString("county"),
                                rs.getBoolean("provider")))
                .single();
    }

    /// All ids that go with the roots.
    @Transactional(readOnly = true)
    public ErasedIds owned(Collection<RetainedFile> roots) {
        return eyes.open(() -> ownedBy(roots));
    }

    private ErasedIds ownedBy(Collection<RetainedFile> roots) {
        var ids = roots.stream().map(RetainedFile::id).toList();
        return new ErasedIds(
                of(roots, Kind.PERSON, List.of()),
                of(roots, Kind.CASE, notes.casesOf(ids)),
                of(roots, Kind.SIGNAL, notes.signalsOf(ids)),
                of(roots, Kind.FILE, notes.filesOf(ids)));
    }

    private static List<UUID> of(
            Collection<RetainedFile> roots, Kind kind, List<RetentionNotes.Owned> owned) {
        return Stream.concat(
                        roots.stream().filter(r -> r.kind() == kind).map(RetainedFile::id),
                        owned.stream().map(RetentionNotes.Owned::id))
                .distinct()
                .toList();
    }
}
