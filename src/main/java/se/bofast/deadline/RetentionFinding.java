package se.bofast.deadline;

import java.time.LocalDate;

/// What the law says of a file: erase, keep, or that a fact is missing without which nobody but a
/// person may decide.
public sealed interface RetentionFinding {

    /// The first day on which the period after the last note is over. What is kept has it too:
    /// until then there is nothing to decide.
    LocalDate dueFrom();

    /// What it rests on.
    RetentionGround ground();

    default LegalBasis basis() {
        return ground().basis();
    }

    /// @param finishBy the last day on which the erasing must be finished
    record Erase(LocalDate dueFrom, LocalDate finishBy, RetentionGround ground)
            implements RetentionFinding {}

    record Keep(LocalDate dueFrom, RetentionGround ground) implements RetentionFinding {}

    /// Cannot be decided by a machine; the ground says which fact is missing.
    record Undecidable(LocalDate dueFrom, RetentionGround ground) implements RetentionFinding {}
}
