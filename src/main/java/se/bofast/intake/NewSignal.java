package se.bofast.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.deadline.Fact;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonId;

/// A signal as it came, before it is known whom it is about.
///
/// @param person set when the one who registers has already picked the person
/// @param senderReference the sender's own reference: case number at Kronofogden, contract number
/// @param issuedOn the day written on the notice
/// @param facts what the notice states; the day of receipt is added by itself
/// @param upload the file and row it stood in
public record NewSignal(
        SignalKind kind,
        SignalSource source,
        Channel channel,
        @Nullable LandlordId landlord,
        @Nullable String senderName,
        @Nullable String senderReference,
        @Nullable PersonId person,
        Written written,
        Place place,
        @Nullable Integer children,
        @Nullable ThreatReason reason,
        @Nullable String note,
        @Nullable LocalDate issuedOn,
        Instant receivedAt,
        List<Fact> facts,
        @Nullable FileRow upload) {

    public NewSignal {
        facts = List.copyOf(facts);
    }

    /// The person as written on the notice; the statutory one has no personal number.
    public record Written(
            @Nullable String name,
            @Nullable IdentityNumber number,
            @Nullable LocalDate birthOn,
            @Nullable String phone) {

        public static final Written NOTHING = new Written(null, null, null, null);
    }

    /// The home as written on the notice.
    public record Place(
            @Nullable String street,
            @Nullable String apartment,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable Integer rooms) {

        public static final Place UNKNOWN = new Place(null, null, null, null, null);
    }

    /// Where in a received file the signal stood.
    public record FileRow(UUID upload, int row) {}
}
