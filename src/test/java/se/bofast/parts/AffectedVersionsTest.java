package se.bofast.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.parts.AffectedVersions.Event;
import se.bofast.parts.AffectedVersions.Range;
import se.bofast.parts.AffectedVersions.Turn;

/// Source of the vectors: OSV schema 1.7 ("Evaluation" and its examples of ranges); Maven's POM
/// reference on the order of versions.
class AffectedVersionsTest {

    /// `introduced 1.0, fixed 2.0` and so on.
    private static AffectedVersions range(String... events) {
        return new AffectedVersions(List.of(), List.of(new Range(read(events))));
    }

    private static List<Event> read(String... events) {
        var read = new ArrayList<Event>();
        for (var event : events) {
            var parts = event.split(" ");
            read.add(
                    new Event(Turn.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT)), parts[1]));
        }
        return read;
    }

    @ParameterizedTest
    @CsvSource({
        "1.9.9, false",
        "2.0, true",
        "2.0.0, true",
        "2.0-rc1, false",
        "2.3.4, true",
        "2.4-SNAPSHOT, true",
        "2.4-rc.1, true",
        "2.4, false",
        "2.4.0.RELEASE, false",
        "2.10, false",
        "3, false"
    })
    void from_introduced_to_fixed_without_the_fixed(String version, boolean hit) {
        assertThat(range("introduced 2.0", "fixed 2.4").contains(version)).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"0.0.1, true", "0-alpha, true", "1.5, true", "1.5.0, true", "1.5.1, false"})
    void from_the_beginning_to_the_last_affected_and_with_it(String version, boolean hit) {
        assertThat(range("introduced 0", "last_affected 1.5").contains(version)).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"1.0, true", "1.1, false", "1.5, true", "1.6, false", "2.0, true", "9, true"})
    void several_turns_in_one_range_in_any_order(String version, boolean hit) {
        assertThat(
                        range(
                                        "fixed 1.6",
                                        "introduced 2.0",
                                        "introduced 0",
                                        "fixed 1.1",
                                        "introduced 1.5")
                                .contains(version))
                .isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"1.4, false", "1.5, true", "1.6, false"})
    void a_single_version(String version, boolean hit) {
        assertThat(range("introduced 1.5", "last_affected 1.5").contains(version)).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"1.9, true", "2.0, true", "2.9, true", "3.0, false"})
    void mended_and_broken_anew_in_the_same_version_is_broken(String version, boolean hit) {
        assertThat(
                        range("introduced 1.0", "fixed 2.0", "introduced 2.0", "fixed 3.0")
                                .contains(version))
                .isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"1.0, true", "1.9, true", "2.0, false", "2.1, false"})
    void nothing_at_or_above_every_limit_is_meant(String version, boolean hit) {
        assertThat(range("introduced 1.0", "limit 2.0").contains(version)).isEqualTo(hit);
        assertThat(range("introduced 1.0", "limit 1.5", "limit 2.0").contains(version))
                .isEqualTo(hit);
        assertThat(range("introduced 1.0", "limit *").contains(version)).isTrue();
    }

    @Test
    void maven_orders_numbers_as_numbers_and_qualifiers_by_their_meaning() {
        assertThat(range("introduced 0", "fixed 2.10").contains("2.9")).isTrue();
        assertThat(range("introduced 0", "fixed 7.0.10").contains("7.0.9")).isTrue();
        assertThat(range("introduced 0", "fixed 42.7.13").contains("42.7.13")).isFalse();
        assertThat(range("introduced 0", "fixed 1.0-sp1").contains("1.0")).isTrue();
        assertThat(range("introduced 0", "fixed 1.0").contains("1.0-M3")).isTrue();
        assertThat(range("introduced 0", "fixed 1.0").contains("1.0.Final")).isFalse();
    }

    @Test
    void a_version_named_in_the_list_is_meant_and_no_other() {
        var listed = new AffectedVersions(List.of("1.0", "1.2"), List.of());
        assertThat(listed.contains("1.2")).isTrue();
        assertThat(listed.contains("1.2.0")).isTrue();
        assertThat(listed.contains("1.1")).isFalse();
    }

    @Test
    void list_and_ranges_add_to_each_other() {
        var both =
                new AffectedVersions(
                        List.of("9.9"), List.of(new Range(read("introduced 1", "fixed 2"))));
        assertThat(both.contains("9.9")).isTrue();
        assertThat(both.contains("1.5")).isTrue();
        assertThat(both.contains("2")).isFalse();
    }

    @Test
    void an_advisory_that_names_no_versions_means_all_until_read() {
        assertThat(new AffectedVersions(List.of(), List.of()).contains("1")).isTrue();
    }

    @Test
    void the_next_mended_version_is_of_the_range_one_is_in() {
        var two =
                new AffectedVersions(
                        List.of(),
                        List.of(
                                new Range(read("introduced 6.0", "fixed 6.2.11")),
                                new Range(read("introduced 7.0", "fixed 7.0.12"))));
        assertThat(two.fixedAfter("7.0.9")).contains("7.0.12");
        assertThat(two.fixedAfter("6.2.9")).contains("6.2.11");
        assertThat(range("introduced 0", "last_affected 3").fixedAfter("2")).isEmpty();
    }

    /// Against the words of the schema, followed step by step: sort the events, walk them.
    @Property
    boolean is_what_a_walk_through_the_sorted_events_says(
            @ForAll @IntRange(max = 9) int asked,
            @ForAll @IntRange(max = 9) int from,
            @ForAll @IntRange(max = 9) int fixed,
            @ForAll @IntRange(max = 9) int again,
            @ForAll @IntRange(max = 9) int last) {
        var walked = false;
        for (var at = 0; at <= 9; at++) {
            walked = at == fixed && asked >= at ? false : walked;
            walked = (at == from || at == again) && asked >= at ? true : walked;
            walked = at == last && asked > at ? false : walked;
        }
        return range(
                                "last_affected 1." + last,
                                "introduced 1." + again,
                                "fixed 1." + fixed,
                                "introduced 1." + from)
                        .contains("1." + asked)
                == walked;
    }
}
