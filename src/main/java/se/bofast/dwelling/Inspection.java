package se.bofast.dwelling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// How an apartment was on a day (besiktning): of the apartment, never of who lives there.
///
/// @param inspectedBy who went through it: a colleague, the landlord's caretaker
/// @param signedAt from then on nothing in it changes but what has been mended; null: being written
/// @param photos of it, and of its parts
public record Inspection(
        InspectionId id,
        ApartmentId apartment,
        Seen seen,
        @Nullable String room,
        @Nullable Instant signedAt,
        @Nullable String signedBy,
        List<Remark> remarks,
        List<Photo> photos) {

    public record InspectionId(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum InspectionKind {
        MOVE_IN,
        MOVE_OUT,
        YEARLY,
        AFTER_DAMAGE
    }

    public enum Condition {
        OK,
        /// Förslitning: nobody pays.
        WEAR,
        DAMAGE,
        /// Something must be done.
        ACTION
    }

    public enum Payer {
        TENANT,
        LANDLORD,
        BOARD,
        UNDECIDED
    }

    /// What an inspection begins with.
    ///
    /// @param roomId of a shared apartment; null: the whole of it
    public record Seen(
            InspectionKind kind,
            LocalDate inspectedOn,
            String inspectedBy,
            boolean tenantPresent,
            boolean landlordPresent,
            ApartmentRoom.@Nullable RoomId roomId) {}

    /// What is said of one part.
    ///
    /// @param part "Kök", "Badrum"
    /// @param cost what it is thought to cost; null: not known
    public record Said(
            String part,
            Condition state,
            @Nullable String remark,
            @Nullable Payer payer,
            @Nullable Money cost) {

        public Said {
            if (state == Condition.OK && (payer != null || cost != null)) {
                throw new IllegalArgumentException("what is in order costs nobody anything");
            }
        }

        public boolean asksForSomething() {
            return state == Condition.DAMAGE || state == Condition.ACTION;
        }
    }

    /// @param mendedOn when it was put right; null: not yet, or nothing to do
    public record Remark(UUID id, Said said, @Nullable LocalDate mendedOn) {

        public boolean isOpen() {
            return said.asksForSomething() && mendedOn == null;
        }
    }

    /// @param part what it shows
    public record Photo(UUID id, String part, int width, int height) {}

    public Inspection {
        remarks = List.copyOf(remarks);
        photos = List.copyOf(photos);
    }

    public boolean isSigned() {
        return signedAt != null;
    }

    public int open() {
        return (int) remarks.stream().filter(Remark::isOpen).count();
    }
}
