package se.bofast.placement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;
import se.bofast.placement.StayFact.Layer;

/// What the register of one person's stays should do, in memory: slow, plain, and without a
/// database.
final class Register {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final int DAYS = 400;

    enum Kind {
        BEGIN,
        END,
        CORRECT,
        WITHDRAW,
        MOVE
    }

    /// Something somebody writes.
    ///
    /// @param which of the stays begun so far
    /// @param keepsHome of the form
    /// @param length in nights; null: goes on
    record Op(
            Kind kind,
            int which,
            boolean keepsHome,
            Layer layer,
            int home,
            int start,
            @Nullable Integer length) {

        LocalDate first() {
            return FIRST.plusDays(start);
        }

        @Nullable LocalDate last() {
            return length == null ? null : first().plusDays(length - 1L);
        }
    }

    static Arbitrary<List<Op>> histories() {
        var layer = Arbitraries.frequency(tuple(4, Layer.LIVES), tuple(1, Layer.AWAY));
        var kind =
                Arbitraries.frequency(
                        tuple(6, Kind.BEGIN),
                        tuple(3, Kind.MOVE),
                        tuple(3, Kind.END),
                        tuple(3, Kind.CORRECT),
                        tuple(1, Kind.WITHDRAW));
        return Combinators.combine(
                        kind,
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(true, false),
                        layer,
                        Arbitraries.frequency(tuple(5, 1), tuple(1, 2)),
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(1, 90).injectNull(0.3))
                .as((k, which, keeps, l, home, start, length) ->
                        new Op(k, which, keeps, l, l == Layer.AWAY ? 1 : home, start, length))
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    private static <T> net.jqwik.api.Tuple.Tuple2<Integer, T> tuple(int weight, T value) {
        return net.jqwik.api.Tuple.of(weight, value);
    }

    final List<StayFact> history = new ArrayList<>();
    final List<StayId> begun = new ArrayList<>();
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final FormId keeping = new FormId(UUID.randomUUID());
    private final FormId plain = new FormId(UUID.randomUUID());

    List<StayFact> current() {
        return history.stream()
                .filter(fact -> fact.supersededAt() == null && !fact.withdrawn())
                .toList();
    }

    /// @return true if it was done; false if it was refused and nothing has changed
    boolean apply(Op op, Instant at) {
        return switch (op.kind()) {
            case BEGIN -> begin(op, op.layer(), op.home(), op.last(), at);
            case MOVE -> move(op, at);
            case END -> {
                var fact = chosen(op);
                yield fact != null
                        && !op.first().isBefore(fact.startOn())
                        && (fact.endOn() == null || !fact.endOn().isBefore(op.first()))
                        && replace(fact, fact.startOn(), op.first(), false, at);
            }
            case CORRECT -> {
                var fact = chosen(op);
                yield fact != null && replace(fact, op.first(), op.last(), false, at);
            }
            case WITHDRAW -> {
                var fact = chosen(op);
                yield fact != null && replace(fact, fact.startOn(), fact.endOn(), true, at);
            }
        };
    }

    @Nullable StayFact chosen(Op op) {
        if (begun.isEmpty()) {
            return null;
        }
        var stay = begun.get(op.which() % begun.size());
        return current().stream().filter(f -> f.stay().equals(stay)).findFirst().orElse(null);
    }

    private boolean begin(Op op, Layer layer, int home, @Nullable LocalDate last, Instant at) {
        if (layer == Layer.AWAY && !op.keepsHome()) {
            return false;
        }
        var fact =
                fact(
                        new StayId(UUID.randomUUID()),
                        op.keepsHome() ? keeping : plain,
                        layer,
                        home,
                        op.first(),
                        last,
                        false,
                        at);
        if (current().stream().anyMatch(fact::collidesWith)) {
            return false;
        }
        begun.add(fact.stay());
        history.add(fact);
        return true;
    }

    private boolean move(Op op, Instant at) {
        var before = List.copyOf(history);
        for (var former : current()) {
            if (former.layer() == Layer.LIVES
                    && former.homeNumber() == 1
                    && former.startOn().isBefore(op.first())
                    && former.includes(op.first())) {
                replace(former, former.startOn(), op.first().minusDays(1), false, at);
            }
        }
        if (begin(op, Layer.LIVES, 1, null, at)) {
            return true;
        }
        history.clear();
        history.addAll(before);
        return false;
    }

    private boolean replace(
            StayFact old,
            LocalDate first,
            @Nullable LocalDate last,
            boolean withdrawn,
            Instant at) {
        var fact =
                fact(
                        old.stay(),
                        old.form(),
                        old.layer(),
                        old.homeNumber(),
                        first,
                        last,
                        withdrawn,
                        at);
        if (!withdrawn
                && current().stream()
                        .filter(other -> !other.stay().equals(old.stay()))
                        .anyMatch(fact::collidesWith)) {
            return false;
        }
        history.set(history.indexOf(old), superseded(old, at));
        history.add(fact);
        return true;
    }

    private StayFact fact(
            StayId stay,
            FormId form,
            Layer layer,
            int home,
            LocalDate first,
            @Nullable LocalDate last,
            boolean withdrawn,
            Instant at) {
        return new StayFact(
                UUID.randomUUID(),
                stay,
                person,
                form,
                layer,
                home,
                null,
                null,
                null,
                first,
                last,
                null,
                null,
                null,
                withdrawn,
                at,
                null,
                "TEST");
    }

    private static StayFact superseded(StayFact old, Instant at) {
        return new StayFact(
                old.fact(),
                old.stay(),
                old.person(),
                old.form(),
                old.layer(),
                old.homeNumber(),
                old.dwelling(),
                old.place(),
                old.unit(),
                old.startOn(),
                old.endOn(),
                old.expectedEndOn(),
                old.endCause(),
                old.move(),
                old.withdrawn(),
                old.recordedAt(),
                at,
                old.reason());
    }
}
