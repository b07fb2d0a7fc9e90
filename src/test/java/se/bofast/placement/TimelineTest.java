package se.bofast.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.bofast.placement.Register.Op;
import se.bofast.placement.StayFact.Layer;
import se.bofast.placement.Timeline.Span;

/// The timeline over random histories of begun, moved, ended, corrected and withdrawn stays.
class TimelineTest {

    private static final Instant START = Instant.parse("2026-11-02T11:00:00Z");
    private static final LocalDate LAST = Register.FIRST.plusDays(Register.DAYS + 100L);

    @Provide
    Arbitrary<List<Op>> histories() {
        return Register.histories();
    }

    private static Register played(List<Op> ops) {
        var register = new Register();
        for (var n = 0; n < ops.size(); n++) {
            register.apply(ops.get(n), START.plusSeconds(n));
        }
        return register;
    }

    @Property
    void every_night_is_in_one_span_and_no_night_is_left_out(
            @ForAll("histories") List<Op> histories) {
        var spans = Timeline.of(played(histories).history).spans(Register.FIRST, LAST);
        assertThat(spans.getFirst().startOn()).isEqualTo(Register.FIRST);
        assertThat(spans.getLast().endOn()).isEqualTo(LAST);
        for (var n = 1; n < spans.size(); n++) {
            assertThat(spans.get(n).startOn()).isEqualTo(spans.get(n - 1).endOn().plusDays(1));
        }
        assertThat(spans.stream().mapToLong(Span::nights).sum())
                .isEqualTo(Timeline.nights(Register.FIRST, LAST));
    }

    @Property
    void nights_known_and_nights_unknown_are_all_nights(@ForAll("histories") List<Op> histories) {
        var timeline = Timeline.of(played(histories).history);
        var first = timeline.firstNight().orElse(null);
        if (first == null) {
            assertThat(timeline.gaps(LAST)).isEmpty();
            return;
        }
        var gaps = timeline.gaps(LAST).stream().mapToLong(Span::nights).sum();
        var known =
                timeline.spans(first, LAST).stream()
                        .filter(span -> !span.isGap())
                        .mapToLong(Span::nights)
                        .sum();
        assertThat(gaps + known).isEqualTo(Timeline.nights(first, LAST));
    }

    @Property
    void a_night_belongs_to_what_lies_upon_the_home_else_to_the_home_else_to_nothing(
            @ForAll("histories") List<Op> histories) {
        var register = played(histories);
        var timeline = Timeline.of(register.history);
        for (var night = Register.FIRST; !night.isAfter(LAST); night = night.plusDays(1)) {
            var there = night;
            var stays = register.current().stream().filter(f -> f.includes(there)).toList();
            var away = stays.stream().filter(f -> f.layer() == Layer.AWAY).toList();
            var homes = stays.stream().filter(f -> f.layer() == Layer.LIVES).toList();
            assertThat(away).hasSizeLessThanOrEqualTo(1);
            assertThat(homes.stream().map(StayFact::homeNumber)).doesNotHaveDuplicates();
            assertThat(timeline.homes(night)).containsExactlyInAnyOrderElementsOf(homes);
            var slept = timeline.at(night);
            if (!away.isEmpty()) {
                assertThat(slept).contains(away.getFirst());
            } else if (homes.isEmpty()) {
                assertThat(slept).isEmpty();
            } else {
                assertThat(slept.orElseThrow().homeNumber())
                        .isEqualTo(
                                homes.stream().mapToInt(StayFact::homeNumber).min().orElseThrow());
            }
        }
    }

    @Property
    void what_was_known_then_is_known_of_then_whatever_is_written_after(
            @ForAll("histories") List<Op> histories) {
        var register = new Register();
        var then = new ArrayList<List<Span>>();
        for (var n = 0; n < histories.size(); n++) {
            register.apply(histories.get(n), START.plusSeconds(n));
            then.add(shape(Timeline.of(register.history).spans(Register.FIRST, LAST)));
        }
        for (var n = 0; n < histories.size(); n++) {
            var known = Timeline.knownAt(register.history, START.plusSeconds(n));
            assertThat(shape(known.spans(Register.FIRST, LAST))).isEqualTo(then.get(n));
        }
    }

    /// A fact that is superseded later is another record than before: compared by stay.
    private static List<Span> shape(List<Span> spans) {
        return spans.stream()
                .map(span -> new Span(span.startOn(), span.endOn(), bare(span.stay())))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable StayFact bare(
            @org.jspecify.annotations.Nullable StayFact fact) {
        return fact == null
                ? null
                : new StayFact(
                        fact.fact(),
                        fact.stay(),
                        fact.person(),
                        fact.form(),
                        fact.layer(),
                        fact.homeNumber(),
                        null,
                        null,
                        null,
                        fact.startOn(),
                        fact.endOn(),
                        null,
                        null,
                        null,
                        false,
                        fact.recordedAt(),
                        null,
                        fact.reason());
    }

    @Property
    void lengths_of_one_layer_are_the_nights_it_covers(@ForAll("histories") List<Op> histories) {
        var timeline = Timeline.of(played(histories).history);
        for (var layer : Layer.values()) {
            for (var home = 1; home <= 2; home++) {
                var band = timeline.band(layer, home);
                var nights = new HashSet<LocalDate>();
                var length = 0L;
                for (var stay : band) {
                    length += Timeline.lengthOf(stay, LAST);
                    for (var night = stay.startOn();
                            !night.isAfter(LAST) && stay.includes(night);
                            night = night.plusDays(1)) {
                        assertThat(nights.add(night)).isTrue();
                    }
                }
                assertThat(length).isEqualTo(nights.size());
            }
        }
    }

    @Property
    void the_picture_is_as_wide_as_the_time(@ForAll("histories") List<Op> histories) {
        var bands = Band.of(Timeline.of(played(histories).history), LAST);
        assertThat(bands.stream().map(Band::row).collect(Collectors.toSet())).hasSize(bands.size());
        for (var band : bands) {
            var width = band.pieces().stream().mapToDouble(Band.Piece::width).sum();
            assertThat(width).isLessThan(Band.WIDTH + 0.001);
            if (band.row() == Band.Row.NIGHTS) {
                assertThat(width).isGreaterThan(Band.WIDTH - 0.001);
            }
        }
    }
}
