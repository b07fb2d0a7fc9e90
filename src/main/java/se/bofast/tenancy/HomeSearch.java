package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;

/// A queue somebody stands in or a home they have applied for, with each step and what came of it.
///
/// @param steps the earliest first; the first says that it began
public record HomeSearch(
        SearchId id,
        PersonId person,
        SearchKind kind,
        String place,
        LocalDate sinceOn,
        @Nullable String note,
        List<Step> steps) {

    public enum SearchKind {
        QUEUE,
        APPLICATION
    }

    public enum StepKind {
        BEGUN,
        RENEWED,
        VIEWING,
        ANSWER_YES,
        ANSWER_NO,
        NO_ANSWER,
        OFFERED,
        DECLINED,
        GOT_HOME,
        ENDED
    }

    /// @param renewByOn the place in the queue is lost unless renewed by then
    public record Step(
            StepKind kind, LocalDate on, @Nullable LocalDate renewByOn, @Nullable String note) {}

    public HomeSearch {
        steps = List.copyOf(steps);
    }

    public boolean isOpen() {
        return steps.stream()
                .noneMatch(
                        step -> step.kind() == StepKind.ENDED || step.kind() == StepKind.GOT_HOME);
    }

    /// By when the place must be renewed, as last said; null: nothing is known, or it is over.
    public @Nullable LocalDate renewByOn() {
        return isOpen()
                ? steps.stream()
                        .flatMap(step -> Stream.ofNullable(step.renewByOn()))
                        .reduce((one, later) -> later)
                        .orElse(null)
                : null;
    }
}
