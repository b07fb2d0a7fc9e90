package se.bofast.person;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.person.Comparison.Finding;
import se.bofast.person.Comparison.Held;

/// Two rows that are, or may be, one human (dubblett), and why one would think so.
///
/// @param first below `second`, as the database orders them
/// @param findings as compared at `foundAt`
public record DoublePair(
        DoublePairId id,
        PersonId first,
        PersonId second,
        State state,
        int tenths,
        List<Finding> findings,
        Set<Held> held,
        Instant foundAt) {

    /// The kind of subject a pair is in the log.
    public static final String KIND = "double-pair";

    public record DoublePairId(UUID value) {}

    public enum State {
        /// A person decides.
        WAITING,
        LINKED,
        /// Two people; never proposed again.
        APART,
        /// No longer alike before anybody had decided.
        LAPSED
    }

    public enum Decision {
        LINKED,
        APART,
        /// Was linked, and is so no longer.
        TAKEN_APART
    }

    /// @param by null: the house itself
    public record Decided(
            Decision decision,
            boolean automatic,
            Instant at,
            @Nullable EmployeeId by,
            @Nullable String reason) {}

    public DoublePair {
        findings = List.copyOf(findings);
        held = Set.copyOf(held);
    }

    public double weight() {
        return tenths / 10.0;
    }

    public PersonId other(PersonId one) {
        return one.equals(first) ? second : first;
    }

    static int tenths(double weight) {
        return (int) Math.round(weight * 10);
    }

    static String written(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        finding.field().name()
                                + " "
                                + finding.agreement().name()
                                + " "
                                + tenths(finding.weight()))
                .collect(Collectors.joining(";"));
    }

    static List<Finding> findings(String written) {
        return Arrays.stream(written.split(";"))
                .map(line -> line.split(" "))
                .map(part ->
                        new Finding(
                                LinkField.valueOf(part[0]),
                                Agreement.valueOf(part[1]),
                                Integer.parseInt(part[2]) / 10.0))
                .toList();
    }

    static String written(Set<Held> held) {
        return held.stream().map(Held::name).sorted().collect(Collectors.joining(" "));
    }

    static Set<Held> held(String written) {
        return written.isEmpty()
                ? Set.of()
                : Arrays.stream(written.split(" "))
                        .map(Held::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
