package se.bofast.person;

import java.util.List;
import java.util.Set;

/// Two rows compared: whether they are one human, and why one would think so.
///
/// @param findings one a field, in the order of {@link LinkField}
/// @param weight log2 of how much likelier this agreement is between two rows of one human
/// @param held what a person must look at, however much the fields weigh
public record Comparison(List<Finding> findings, double weight, Set<Held> held, Band band) {

    /// @param weight above zero speaks for, below against
    public record Finding(LinkField field, Agreement agreement, double weight) {}

    /// Why a pair is never linked without a person.
    public enum Held {
        /// Both have a number and the numbers differ.
        TWO_NUMBERS,
        /// Born the same day in one family, or at one address, and not called the same: twins.
        TWINS,
        /// Neither birthday nor number agrees: father and son, or strangers with one name.
        NAMESAKES
    }

    public enum Band {
        /// Enough to link without a person.
        AUTOMATIC,
        /// A person decides.
        DOUBTFUL,
        /// Two people.
        APART
    }

    public Comparison {
        findings = List.copyOf(findings);
        held = Set.copyOf(held);
    }

    Agreement of(LinkField field) {
        for (var finding : findings) {
            if (finding.field() == field) {
                return finding.agreement();
            }
        }
        return Agreement.MISSING;
    }
}
