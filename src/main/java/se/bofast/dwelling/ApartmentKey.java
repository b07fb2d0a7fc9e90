package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A key of an apartment, and whom it has been with. Who a tenant is, no key tells: the lease does.
///
/// @param label what is stamped on it or written on its tag
/// @param handovers the latest first
public record ApartmentKey(
        KeyId id,
        KeyKind kind,
        String label,
        @Nullable String room,
        LocalDate addedOn,
        @Nullable LocalDate goneOn,
        @Nullable Gone goneCause,
        List<Handover> handovers) {

    public record KeyId(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum KeyKind {
        DOOR,
        ROOM,
        ENTRANCE,
        TAG,
        MAILBOX,
        STORAGE,
        LAUNDRY,
        OTHER
    }

    /// Why the board has the key no longer.
    public enum Gone {
        LOST,
        TO_LANDLORD,
        REPLACED,
        MISTAKE
    }

    public enum Holder {
        TENANT,
        CRAFTSMAN,
        COLLEAGUE,
        LANDLORD
    }

    /// @param firm the craftsman's; never a tenant's name
    /// @param colleague what the colleague is called
    /// @param backByOn when it was to be back; null: not said
    public record Handover(
            Holder holder,
            @Nullable String firm,
            @Nullable String colleague,
            LocalDate handedOn,
            @Nullable String handedBy,
            @Nullable LocalDate backByOn,
            @Nullable LocalDate returnedOn) {}

    public ApartmentKey {
        handovers = List.copyOf(handovers);
    }

    /// Whom it is with; null where it hangs in the cabinet or is gone.
    public @Nullable Handover out() {
        return goneOn != null || handovers.isEmpty() || handovers.getFirst().returnedOn() != null
                ? null
                : handovers.getFirst();
    }

    public boolean isLateOn(LocalDate today) {
        var out = out();
        return out != null && out.backByOn() != null && out.backByOn().isBefore(today);
    }
}
