package se.bofast.prevention;

import java.util.UUID;
import se.bofast.access.Subject;

/// An eviction-prevention case.
public record CaseId(UUID value) {

    /// What the case is called where no room knows cases.
    public static final String KIND = "prevention-case";

    public Subject subject() {
        return new Subject(KIND, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
