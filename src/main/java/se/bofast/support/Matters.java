package se.bofast.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Subject;
import se.bofast.kernel.PersonId;
import se.bofast.person.Counterpart;

/// What contacts, visits and appointments are about, for rooms that know it only as a {@link
/// Subject}. The room that owns the kind offers a bean.
public interface Matters {

    /// A matter as others may show it.
    ///
    /// @param number what one calls it, `2026-0412`
    /// @param person whom it concerns; null while nobody knows
    /// @param landlord the landlord of the home, where one is known
    /// @param beganOn from when attempts to reach the person are counted
    /// @param href the matter's own page
    record Matter(
            Subject subject,
            String number,
            @Nullable PersonId person,
            @Nullable Counterpart landlord,
            LocalDate beganOn,
            String href) {}

    /// The matters of this kind among the ids, in one query; others are left out. Within the
    /// caller's board and areas; the caller has required the action.
    Map<UUID, Matter> find(Collection<UUID> ids);
}
