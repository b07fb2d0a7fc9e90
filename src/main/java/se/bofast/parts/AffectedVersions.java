package se.bofast.parts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.artifact.versioning.ComparableVersion;

/// Which versions of a library an advisory speaks of, in the order Maven has of versions.
///
/// Source: OSV schema 1.7, `affected[].ranges`, `affected[].versions` and "Evaluation".
///
/// @param listed versions named one by one
/// @param ranges from where to where
record AffectedVersions(List<String> listed, List<Range> ranges) {

    /// What happens at a version.
    enum Turn {
        // In this order when several happen at one version: what is mended there and broken there
        // anew is broken, and what is broken in that version only is whole after it.
        FIXED,
        INTRODUCED,
        LAST_AFFECTED,
        LIMIT
    }

    record Event(Turn turn, String version) {

        /// Below every version: what it says of "from the beginning".
        private static final String BEGINNING = "0";

        /// Above every version.
        private static final String END = "*";

        /// Whether a version has come as far as this.
        boolean isReachedBy(ComparableVersion asked) {
            return switch (turn) {
                case INTRODUCED ->
                        version.equals(BEGINNING)
                                || asked.compareTo(new ComparableVersion(version)) >= 0;
                case FIXED -> asked.compareTo(new ComparableVersion(version)) >= 0;
                case LAST_AFFECTED -> asked.compareTo(new ComparableVersion(version)) > 0;
                case LIMIT ->
                        !version.equals(END)
                                && asked.compareTo(new ComparableVersion(version)) >= 0;
            };
        }
    }

    // The latest of what has been reached decides. Not sorted: Maven's order of versions made to
    // confuse is no order, and a sort may say so with an exception.
    private static final Comparator<Event> LATER =
            Comparator.<Event, Boolean>comparing(event ->
                            event.turn() != Turn.INTRODUCED
                                    || !event.version().equals(Event.BEGINNING))
                    .thenComparing(event -> new ComparableVersion(event.version()))
                    .thenComparing(Event::turn);

    record Range(List<Event> events) {

        Range {
            events = List.copyOf(events);
        }

        boolean contains(ComparableVersion version) {
            return isWithinLimits(version)
                    && events.stream()
                            .filter(event -> event.turn() != Turn.LIMIT)
                            .filter(event -> event.isReachedBy(version))
                            .max(LATER)
                            .filter(event -> event.turn() == Turn.INTRODUCED)
                            .isPresent();
        }

        /// One limit it lies below is enough.
        private boolean isWithinLimits(ComparableVersion version) {
            var limits = events.stream().filter(event -> event.turn() == Turn.LIMIT).toList();
            return limits.isEmpty()
                    || limits.stream().anyMatch(limit -> !limit.isReachedBy(version));
        }

        private Stream<ComparableVersion> fixedAbove(ComparableVersion version) {
            return events.stream()
                    .filter(event -> event.turn() == Turn.FIXED)
                    .map(event -> new ComparableVersion(event.version()))
                    .filter(fixed -> fixed.compareTo(version) > 0);
        }
    }

    AffectedVersions {
        listed = List.copyOf(listed);
        ranges = List.copyOf(ranges);
    }

    /// An advisory that does not say which versions means all of them, until a person has read it.
    boolean isSilent() {
        return listed.isEmpty() && ranges.isEmpty();
    }

    boolean contains(String version) {
        var asked = new ComparableVersion(version);
        return isSilent()
                || listed.stream().anyMatch(one -> new ComparableVersion(one).equals(asked))
                || ranges.stream().anyMatch(range -> range.contains(asked));
    }

    /// The first version after this one that is mended, if there is one.
    Optional<String> fixedAfter(String version) {
        var asked = new ComparableVersion(version);
        var within = ranges.stream().filter(range -> range.contains(asked)).toList();
        return (within.isEmpty() ? ranges : within)
                .stream()
                        .flatMap(range -> range.fixedAbove(asked))
                        .min(Comparator.naturalOrder())
                        .map(ComparableVersion::toString);
    }
}
