package se.bofast.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;

/// Open matters of hidden people, so that no legal day passes unseen because nobody sees the
/// matter. Offer a bean of it.
public interface HiddenMatters {

    /// A matter without anything that says who or where.
    ///
    /// @param nameKey message key of what it is
    /// @param number as it is called by; null where it has none
    /// @param nextOn the next legal day; null if none runs
    /// @param responsible null: nobody
    record Matter(
            PersonId person,
            UUID id,
            String nameKey,
            @Nullable String number,
            String href,
            @Nullable LocalDate nextOn,
            @Nullable EmployeeId responsible) {}

    /// Asked with the house's eyes.
    List<Matter> open(Collection<PersonId> people);
}
