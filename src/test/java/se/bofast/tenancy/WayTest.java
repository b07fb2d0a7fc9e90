package se.bofast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.dwelling.ApartmentId;
import se.bofast.tenancy.Way.Event;
import se.bofast.tenancy.Way.Kind;
import se.bofast.tenancy.Way.State;

/// Where a referral stands is what its events say.
class WayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final OfferId OFFER = new OfferId(new UUID(1, 1));
    private static final LeaseId LEASE = new LeaseId(new UUID(2, 2));

    private static Way way(Event... events) {
        return new Way(
                DAY,
                List.of(
                        new Way.Offer(
                                OFFER, new ApartmentId(new UUID(3, 3)), DAY, DAY.plusDays(7), "x")),
                List.of(events));
    }

    private static Event event(Kind kind, LocalDate on, @Nullable Integer months) {
        return new Event(UUID.randomUUID(), kind, on, OFFER, LEASE, months, null, null);
    }

    @Test
    void the_state_follows_the_steps() {
        assertThat(new Way(DAY, List.of(), List.of()).state()).isEqualTo(State.WAITING);
        assertThat(way().state()).isEqualTo(State.OFFERED);
        assertThat(way(event(Kind.DECLINED, DAY, null)).state()).isEqualTo(State.WAITING);
        assertThat(way(event(Kind.ACCEPTED, DAY, null)).state()).isEqualTo(State.ACCEPTED);
        var living = way(event(Kind.ACCEPTED, DAY, null), event(Kind.MOVED_IN, DAY, null));
        assertThat(living.state()).isEqualTo(State.LIVING);
        assertThat(living.due())
                .containsExactly(
                        new Way.Due(Kind.CONTROL_POINT, 3, LocalDate.of(2026, 4, 15)),
                        new Way.Due(Kind.CONTROL_POINT, 6, LocalDate.of(2026, 7, 15)),
                        new Way.Due(Kind.CONTROL_POINT, 9, LocalDate.of(2026, 10, 15)),
                        new Way.Due(Kind.CONTROL_POINT, 12, LocalDate.of(2027, 1, 15)));
    }

    /// The sublet's last day is 30 September; one's own lease begins on 1 October.
    @Test
    void after_a_takeover_the_home_is_asked_about_after_six_and_twelve_months() {
        var own =
                way(
                        event(Kind.MOVED_IN, DAY, null),
                        event(Kind.CONTROL_POINT, DAY.plusMonths(3), 3),
                        event(Kind.TAKEN_OVER, LocalDate.of(2026, 9, 30), null),
                        event(Kind.FOLLOW_UP, LocalDate.of(2027, 4, 2), 6));
        assertThat(own.state()).isEqualTo(State.TAKEN_OVER);
        assertThat(own.due())
                .containsExactly(new Way.Due(Kind.FOLLOW_UP, 12, LocalDate.of(2027, 10, 1)));
        assertThat(own.allows(Kind.TAKEN_OVER)).isFalse();
        assertThat(own.allows(Kind.CONTROL_POINT)).isFalse();
    }

    /// Whatever steps are tried in whatever order: only what follows is taken, and there is always
    /// one state, which no later step undoes but a declined offer.
    @Property
    void only_steps_that_follow_are_taken(@ForAll List<Kind> tried) {
        var taken = new ArrayList<Event>();
        var day = DAY;
        for (var kind : tried) {
            var before = way(taken.toArray(Event[]::new));
            if (before.allows(kind) && kind != Kind.CONTROL_POINT && kind != Kind.FOLLOW_UP) {
                day = day.plusDays(1);
                taken.add(event(kind, day, null));
                var after = way(taken.toArray(Event[]::new));
                assertThat(after.allows(kind) && kind != Kind.KEY).isFalse();
            }
        }
        var end = way(taken.toArray(Event[]::new));
        assertThat(taken.stream().filter(e -> e.kind() == Kind.MOVED_IN)).hasSizeLessThan(2);
        if (end.last(Kind.TAKEN_OVER).isPresent()) {
            assertThat(end.last(Kind.MOVED_IN)).isPresent();
            assertThat(end.last(Kind.ENDED)).isEmpty();
        }
    }
}
