package se.bofast.database;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// How far a piece of work may see: one board, some of its areas, on behalf of one account.
///
/// Every transaction begun inside {@link #within} tells PostgreSQL so, and row-level security does
/// the rest. Outside of it, no row of any board is visible.
///
/// @param areas the first is the area new rows belong to
/// @param employee null when the house itself works
/// @param unit the unit one works in, for the log
/// @param role the role one acts in, for the log
/// @param entrusted the people with a protected identity one may see; all others do not exist
/// @param everyone true when nobody is left out: the house itself works
public record Reach(
        @Nullable BoardId board,
        List<AreaId> areas,
        @Nullable EmployeeId employee,
        @Nullable UnitId unit,
        @Nullable String role,
        Set<PersonId> entrusted,
        boolean everyone) {

    private static final ScopedValue<Reach> CURRENT = ScopedValue.newInstance();
    private static final Reach NOTHING =
            new Reach(null, List.of(), null, null, null, Set.of(), false);

    public Reach {
        areas = List.copyOf(areas);
        entrusted = Set.copyOf(entrusted);
    }

    /// The reach of work that has not been given one: nothing.
    public static Reach current() {
        return CURRENT.isBound() ? CURRENT.get() : NOTHING;
    }

    /// An account that has not chosen its board yet: sees its own appointments and nothing else.
    public static Reach ofAccount(EmployeeId employee) {
        return new Reach(null, List.of(), employee, null, null, Set.of(), false);
    }

    /// The house itself at work for one area of a board.
    public static Reach ofHouse(BoardId board, AreaId area) {
        return ofHouse(board, List.of(area), null);
    }

    /// The house itself at work, perhaps because somebody ordered it. Leaves nobody out.
    public static Reach ofHouse(BoardId board, List<AreaId> areas, @Nullable EmployeeId orderedBy) {
        return new Reach(board, areas, orderedBy, null, null, Set.of(), true);
    }

    /// The same, with nobody left out ({@link HouseEyes}).
    Reach withEveryone() {
        return new Reach(board, areas, employee, unit, role, entrusted, true);
    }

    /// The board, for work that cannot be done without one.
    public BoardId requiredBoard() {
        if (board == null) {
            throw new IllegalStateException("no board has been chosen for this work");
        }
        return board;
    }

    /// The area new rows belong to.
    public AreaId homeArea() {
        return areas.getFirst();
    }

    /// Runs the work within this reach, on this thread.
    public <T, X extends Throwable> T within(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).<T, X>call(work);
    }

    String boardSetting() {
        return board == null ? "" : board.toString();
    }

    String areasSetting() {
        return areas.stream().map(AreaId::toString).collect(Collectors.joining(","));
    }

    String entrustedSetting() {
        return entrusted.stream().map(PersonId::toString).collect(Collectors.joining(","));
    }

    String everyoneSetting() {
        return everyone ? "on" : "";
    }

    String employeeSetting() {
        return employee == null ? "" : employee.toString();
    }
}
