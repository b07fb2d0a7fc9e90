package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;

/// What the board does to get apartments (anskaffning): whom it has talked to, what it has asked
/// for, what it was offered, and the answer.
public final class Supply {

    private Supply() {}

    public record DealingId(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public record OfferId(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }

    public enum Counterpart {
        LANDLORD,
        /// Bostadsförmedlingen.
        HOUSING_AGENCY,
        OTHER
    }

    public enum Answer {
        ACCEPTED,
        DECLINED,
        /// Taken back by who offered it.
        WITHDRAWN
    }

    public enum DeclineReason {
        RENT,
        TOO_SMALL,
        TOO_LARGE,
        AREA,
        ACCESSIBILITY,
        CONDITION,
        TERMS,
        NO_NEED,
        TOO_LATE,
        OTHER
    }

    /// Whom one deals with.
    ///
    /// @param landlord of a landlord; of the housing agency's offer where it is known whose the
    ///   house is
    /// @param other what others are called; null unless {@link Counterpart#OTHER}
    public record With(
            Counterpart counterpart, @Nullable LandlordId landlord, @Nullable String other) {

        public With {
            if (counterpart == Counterpart.LANDLORD && landlord == null
                    || (counterpart == Counterpart.OTHER) != (other != null)) {
                throw new IllegalArgumentException("a landlord has an id, others have a name");
            }
        }

        public static With landlord(LandlordId id) {
            return new With(Counterpart.LANDLORD, id, null);
        }

        public static With agency() {
            return new With(Counterpart.HOUSING_AGENCY, null, null);
        }
    }

    /// A contact, or a request for apartments.
    ///
    /// @param wanted how many were asked for; null: a contact only
    /// @param answerBy when an answer was to come; null: none is awaited
    public record NewDealing(
            With with,
            LocalDate happenedOn,
            @Nullable Integer wanted,
            @Nullable String note,
            @Nullable LocalDate answerBy) {}

    /// @param landlordName null where it is no landlord
    /// @param offered how many apartments were offered upon it
    /// @param answeredOn when the answer came; null: awaited, or none is
    public record Dealing(
            DealingId id,
            NewDealing said,
            @Nullable String landlordName,
            int offered,
            @Nullable LocalDate answeredOn,
            @Nullable String by) {

        public boolean waits() {
            return answeredOn == null && (said.answerBy() != null || said.wanted() != null);
        }
    }

    /// An apartment that is offered.
    ///
    /// @param dealing the request it answers; null: it came by itself
    /// @param answerBy when the board must answer; null: not said
    /// @param place its landlord is the house's, as far as it is known
    /// @param fromOn when it can be had; null: not said
    public record NewOffer(
            With with,
            @Nullable DealingId dealing,
            LocalDate offeredOn,
            @Nullable LocalDate answerBy,
            ApartmentPlace place,
            @Nullable String district,
            @Nullable Integer squareMetres,
            @Nullable Money rent,
            @Nullable LocalDate fromOn,
            @Nullable String note) {}

    /// @param answer null: it waits for one
    /// @param apartment what it became
    public record Offer(
            OfferId id,
            NewOffer said,
            @Nullable String landlordName,
            @Nullable Answer answer,
            @Nullable LocalDate answeredOn,
            @Nullable String answeredBy,
            @Nullable DeclineReason reason,
            @Nullable String reasonNote,
            @Nullable ApartmentId apartment) {

        public boolean isLateOn(LocalDate today) {
            return answer == null && said.answerBy() != null && said.answerBy().isBefore(today);
        }
    }
}
