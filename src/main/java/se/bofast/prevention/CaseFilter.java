package se.bofast.prevention;

import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;

/// What a list of cases is narrowed to. Codes and ids only, so it may stand in an address.
public record CaseFilter(
        Whose whose,
        State state,
        @Nullable UnitId unit,
        @Nullable EmployeeId responsible,
        @Nullable String reason,
        boolean children,
        @Nullable Alarm alarm) {

    public enum Whose {
        MINE,
        MY_UNITS,
        ALL
    }

    public enum State {
        OPEN,
        CLOSED,
        ANY
    }

    /// What falls between the chairs (JO 1683-2017).
    public enum Alarm {
        /// Nobody carries the case.
        NO_OWNER,
        /// Nobody has tried to reach the person.
        NO_ATTEMPT,
        /// It is not decided, with a reason, whether to open an inquiry.
        NO_DECISION,
        /// The responsible has not opened the case.
        UNREAD,
        /// A letter came back, and nobody has tried another way since.
        LETTER_RETURNED
    }

    public static final CaseFilter MINE =
            new CaseFilter(Whose.MINE, State.OPEN, null, null, null, false, null);

    /// True if the list shows less than all one may see.
    public boolean isNarrow() {
        return unit != null
                || responsible != null
                || reason != null
                || children
                || alarm != null
                || state != State.OPEN;
    }
}
