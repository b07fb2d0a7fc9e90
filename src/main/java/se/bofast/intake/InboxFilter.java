package se.bofast.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.UnitId;

/// What the inbox is narrowed to. Codes, ids and days only, so it may stand in an address.
///
/// @param from first day of receipt, included
/// @param until last day of receipt, included
public record InboxFilter(
        @Nullable SignalKind kind,
        @Nullable SignalSource source,
        @Nullable LandlordId landlord,
        @Nullable MatchState match,
        @Nullable Known known,
        @Nullable UnitId unit,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    public static final InboxFilter ALL =
            new InboxFilter(null, null, null, null, null, null, null, null);

    /// True if the list shows less than all one may see.
    public boolean isNarrow() {
        return !equals(ALL);
    }
}
