package se.bofast.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// An employee at work in one board, with what the appointments of today allow.
///
/// @param areas the home area first
/// @param entrusted the people with a protected identity this employee may see, by name
/// @param covering colleagues this employee stands in for today, because they are absent
/// @param teams the teams this employee is a member of today
/// @param opened what this employee has opened beyond their reach for a while, see {@link
///   BreakingGlass}
public record Actor(
        EmployeeId id,
        String name,
        BoardId board,
        String boardName,
        List<AreaId> areas,
        UnitId unit,
        String unitName,
        Set<UnitId> units,
        Set<Role> roles,
        Set<EmployeeId> covering,
        Set<UUID> teams,
        Set<Subject> opened,
        Set<PersonId> entrusted,
        Locale locale,
        Instant at) {

    public Actor {
        areas = List.copyOf(areas);
        units = Set.copyOf(units);
        roles = Set.copyOf(roles);
        covering = Set.copyOf(covering);
        teams = Set.copyOf(teams);
        opened = Set.copyOf(opened);
        entrusted = Set.copyOf(entrusted);
    }

    /// The reach every transaction of this actor stands behind.
    public Reach reach() {
        return new Reach(
                board,
                areas,
                id,
                unit,
                roles.stream().min(Comparator.naturalOrder()).map(Role::name).orElse(null),
                entrusted,
                false);
    }

    /// The area new rows belong to.
    public AreaId area() {
        return areas.getFirst();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
