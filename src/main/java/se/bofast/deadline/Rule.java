package se.bofast.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Period;

/// One rule of law (or, with certainty C, of practice) in one wording.
///
/// When the law changes, a new version stands beside the old one; the date of the event chooses,
/// never today.
public interface Rule {

    RuleId id();

    /// 1 and up, in order of time.
    int version();

    LegalBasis basis();

    Certainty certainty();

    Duty duty();

    Severity severity();

    /// The event days the rule answers for. It starts no earlier than the wording that was read.
    Period inForce();

    default LocalDate inForceFrom() {
        return inForce().startOn();
    }

    /// The last day, or null while the rule is in force.
    default @Nullable LocalDate inForceUntil() {
        return inForce().endOn();
    }

    /// The facts whose day chooses the version: the latest day of the first kind that is known.
    List<FactKind> events();

    /// All facts the rule asks for.
    Set<FactKind> reads();

    Finding apply(Facts facts, WorkingDays days);

    /// The name's key in the message files; `.why` and `.next` follow the same pattern.
    default String messageKey(String part) {
        return "deadline.rule." + id() + "." + part;
    }
}
