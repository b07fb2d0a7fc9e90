package se.bofast.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.RuledFinding;
import se.bofast.dwelling.Apartment;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.person.PersonName;

/// A lease with all a page shows of it.
///
/// @param address where the home is
/// @param since the first day of the sublets in a row
/// @param together apartments the board held under the same agreement on the first day
/// @param history everything believed, the newest first
/// @param mayKeep whether the actor may change it
public record LeaseView(
        Lease lease,
        Map<PersonId, PersonName> names,
        @Nullable Apartment apartment,
        String address,
        LocalDate since,
        int together,
        List<RuledFinding> findings,
        List<RentLedger.Rent> rents,
        RentLedger ledger,
        List<EntryLine> entries,
        List<Known> history,
        boolean mayKeep,
        boolean mayRecordRent,
        LocalDate today) {

    public LeaseView {
        names = Map.copyOf(names);
        findings = List.copyOf(findings);
        rents = List.copyOf(rents);
        entries = List.copyOf(entries);
        history = List.copyOf(history);
    }

    /// A payment or credit.
    ///
    /// @param withdrawnBecause null: it stands
    public record EntryLine(
            EntryId id,
            EntryKind kind,
            LocalDate on,
            Money amount,
            @Nullable String reference,
            @Nullable String note,
            @Nullable String withdrawnBecause) {}

    /// What was known of it from a moment.
    public record Known(LeaseTerms terms, Instant from, @Nullable Instant until, String reason) {}

    public String place() {
        return "/hyresavtal/" + lease.id();
    }

    /// What was known of it as the day ended; null before it was registered.
    public @Nullable Known knownAt(Instant moment) {
        return history.stream()
                .filter(known ->
                        !known.from().isAfter(moment)
                                && (known.until() == null || known.until().isAfter(moment)))
                .findFirst()
                .orElse(null);
    }
}
