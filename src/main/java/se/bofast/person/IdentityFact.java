package se.bofast.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;

/// Who a person is, as it was believed from `recordedAt` until `supersededAt`.
///
/// @param supersededAt null: believed now
/// @param numberFromOn since when the number is the person's, as told; null: nobody said
/// @param numberUntilOn the day another number took its place; null: it holds, or was a mistake
/// @param workingLabel what the person is called where no name is known; null: never without a name
/// @param reason a code for the first row, then the words of who corrected
public record IdentityFact(
        UUID id,
        PersonId person,
        Identity identity,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        @Nullable LocalDate numberFromOn,
        @Nullable LocalDate numberUntilOn,
        @Nullable String workingLabel,
        String reason) {

    /// The name whole, also of a protected person.
    public PersonName name() {
        return new PersonName(
                person, identity.given(), identity.family(), workingLabel, identity.protection());
    }

    /// @param given may be empty: not known
    /// @param family may be empty: not known
    public record Identity(
            String given,
            String family,
            @Nullable LocalDate birthOn,
            @Nullable Sex sex,
            @Nullable PersonNumber number,
            Protection protection) {

        static final String PROTECTION = "protection";

        public Identity {
            given = given.strip();
            family = family.strip();
        }

        Identity with(Protection other) {
            return new Identity(given, family, birthOn, sex, number, other);
        }

        Identity with(
                @Nullable PersonNumber other, @Nullable LocalDate day, @Nullable Sex registered) {
            return new Identity(given, family, day, registered, other, protection);
        }

        public boolean isNameless() {
            return given.isEmpty() && family.isEmpty();
        }

        /// True if one person would hold a fictitious identity and another one besides. Which of
        /// the two is the fictitious one does not matter: together they give it away.
        boolean joinsIdentities(Identity next) {
            return (protection == Protection.FICTITIOUS || next.protection == Protection.FICTITIOUS)
                    && !(given.equals(next.given)
                            && family.equals(next.family)
                            && Objects.equals(number, next.number));
        }

        /// The fields by name, for the log's before and after.
        Map<String, String> fields() {
            var fields = new LinkedHashMap<String, String>();
            fields.put("given", given);
            fields.put("family", family);
            fields.put("birthOn", birthOn == null ? "" : birthOn.toString());
            fields.put("sex", sex == null ? "" : sex.name());
            fields.put("number", number == null ? "" : number.stored());
            fields.put(PROTECTION, protection.name());
            return fields;
        }
    }
}
