package se.bofast.support;

import java.time.Instant;
import java.util.Set;
import se.bofast.access.Subject;

/// Letters of a print run went out; told once for all of them, in the same transaction.
public record LettersSent(Set<Subject> matters, Instant at) {

    public LettersSent {
        matters = Set.copyOf(matters);
    }
}
