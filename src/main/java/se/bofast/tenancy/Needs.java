package se.bofast.tenancy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.kernel.Money;

/// What a person has said they need of a home. Empty: nothing was said.
///
/// @param kinds the kinds of apartment they are referred to; none: any
/// @param floorMost the highest floor without a lift
/// @param areasWished postal codes, or the beginnings of them, or towns; one of them is enough
/// @param pets may somebody keep a pet there: the register does not know, so it is asked about
/// @param nearSchool the school, by name: asked about
/// @param words what else was said; never filters
public record Needs(
        Set<ApartmentKind> kinds,
        @Nullable Integer roomsLeast,
        @Nullable Integer people,
        @Nullable Integer floorMost,
        boolean lift,
        boolean stepFree,
        boolean wheelchair,
        boolean notShared,
        @Nullable Money rentMost,
        List<String> areasWished,
        List<String> areasAvoided,
        boolean pets,
        @Nullable String nearSchool,
        @Nullable String words) {

    public static final Needs NONE =
            new Needs(
                    Set.of(), null, null, null, false, false, false, false, null, List.of(),
                    List.of(), false, null, null);

    public Needs {
        kinds =
                kinds.isEmpty()
                        ? Set.of()
                        : java.util.Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        areasWished = List.copyOf(areasWished);
        areasAvoided = List.copyOf(areasAvoided);
    }

    /// One thing a home is held against.
    public enum Need {
        KIND,
        ROOMS,
        PEOPLE,
        FLOOR,
        LIFT,
        STEP_FREE,
        WHEELCHAIR,
        NOT_SHARED,
        RENT,
        AREA_WISHED,
        AREA_AVOIDED,
        PETS,
        NEAR_SCHOOL
    }
}
