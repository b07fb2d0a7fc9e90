package se.bofast.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.kernel.FoldedText;
import se.bofast.kernel.Money;
import se.bofast.tenancy.Needs.Need;

/// How a home answers to each need somebody has stated. No sum, no order, no score: a need is met,
/// not met, or nobody has said. Pure.
///
/// @param answers one a stated need
public record Fit(List<Answer> answers) {

    public enum Verdict {
        MET,
        NOT_MET,
        /// The register does not know: to be asked before the home is offered.
        ASK
    }

    /// @param wanted what was stated, for the sentence; empty where the need says it
    /// @param has what the home has; empty where nobody knows
    public record Answer(Need need, Verdict verdict, Object wanted, Object has) {}

    /// A home as the needs ask about it.
    ///
    /// @param rent what the tenant would pay a month; null: not known
    public record Home(
            ApartmentKind kind,
            @Nullable Integer rooms,
            @Nullable Integer mostPeople,
            @Nullable Integer floor,
            @Nullable Boolean lift,
            @Nullable Boolean stepFree,
            @Nullable Boolean wheelchair,
            boolean shared,
            @Nullable Money rent,
            @Nullable String postalCode,
            @Nullable String city) {}

    public Fit {
        answers = List.copyOf(answers);
    }

    /// True if nothing stated speaks against the home.
    public boolean isCandidate() {
        return answers.stream().noneMatch(answer -> answer.verdict() == Verdict.NOT_MET);
    }

    public List<Answer> with(Verdict verdict) {
        return answers.stream().filter(answer -> answer.verdict() == verdict).toList();
    }

    public static Fit of(Needs needs, Home home) {
        var found = new ArrayList<Answer>();
        if (!needs.kinds().isEmpty()) {
            found.add(
                    new Answer(
                            Need.KIND,
                            verdict(needs.kinds().contains(home.kind())),
                            needs.kinds().stream().sorted().toList(),
                            home.kind()));
        }
        if (needs.roomsLeast() != null) {
            found.add(atLeast(Need.ROOMS, needs.roomsLeast(), home.rooms()));
        }
        if (needs.people() != null) {
            found.add(atLeast(Need.PEOPLE, needs.people(), home.mostPeople()));
        }
        if (needs.floorMost() != null) {
            found.add(floor(needs.floorMost(), home));
        }
        if (needs.lift()) {
            found.add(
                    home.floor() != null && home.floor() <= 0
                            ? new Answer(Need.LIFT, Verdict.MET, "", home.floor())
                            : has(Need.LIFT, home.lift()));
        }
        if (needs.stepFree()) {
            found.add(has(Need.STEP_FREE, home.stepFree()));
        }
        if (needs.wheelchair()) {
            found.add(has(Need.WHEELCHAIR, home.wheelchair()));
        }
        if (needs.notShared()) {
            found.add(has(Need.NOT_SHARED, !home.shared()));
        }
        if (needs.rentMost() != null) {
            found.add(
                    new Answer(
                            Need.RENT,
                            home.rent() == null
                                    ? Verdict.ASK
                                    : verdict(home.rent().compareTo(needs.rentMost()) <= 0),
                            needs.rentMost(),
                            home.rent() == null ? "" : home.rent()));
        }
        if (!needs.areasWished().isEmpty()) {
            found.add(area(Need.AREA_WISHED, needs.areasWished(), home, true));
        }
        if (!needs.areasAvoided().isEmpty()) {
            found.add(area(Need.AREA_AVOIDED, needs.areasAvoided(), home, false));
        }
        if (needs.pets()) {
            found.add(new Answer(Need.PETS, Verdict.ASK, "", ""));
        }
        if (needs.nearSchool() != null) {
            found.add(new Answer(Need.NEAR_SCHOOL, Verdict.ASK, needs.nearSchool(), ""));
        }
        return new Fit(found);
    }

    private static Answer atLeast(Need need, int wanted, @Nullable Integer has) {
        return new Answer(
                need,
                has == null ? Verdict.ASK : verdict(has >= wanted),
                wanted,
                has == null ? "" : has);
    }

    private static Answer has(Need need, @Nullable Boolean has) {
        return new Answer(need, has == null ? Verdict.ASK : verdict(has), "", "");
    }

    private static Answer floor(int most, Home home) {
        var floor = home.floor();
        if (Boolean.TRUE.equals(home.lift())) {
            return new Answer(Need.FLOOR, Verdict.MET, most, floor == null ? "" : floor);
        }
        if (floor == null) {
            return new Answer(Need.FLOOR, Verdict.ASK, most, "");
        }
        var verdict =
                floor <= most ? Verdict.MET : home.lift() == null ? Verdict.ASK : Verdict.NOT_MET;
        return new Answer(Need.FLOOR, verdict, most, floor);
    }

    private static Answer area(Need need, List<String> areas, Home home, boolean wished) {
        var known = home.postalCode() != null || home.city() != null;
        var inside = areas.stream().anyMatch(area -> isIn(area, home));
        return new Answer(
                need,
                !known ? Verdict.ASK : verdict(inside == wished),
                areas.stream().collect(Collectors.joining(", ")),
                known
                        ? (home.postalCode() == null ? "" : home.postalCode() + " ")
                                .concat(home.city() == null ? "" : home.city())
                                .strip()
                        : "");
    }

    private static boolean isIn(String area, Home home) {
        var digits = area.replaceAll("\\s", "");
        if (!digits.isEmpty() && digits.chars().allMatch(Character::isDigit)) {
            return home.postalCode() != null
                    && home.postalCode().replaceAll("\\s", "").startsWith(digits);
        }
        return home.city() != null
                && FoldedText.of(home.city().toLowerCase(Locale.ROOT))
                        .equals(FoldedText.of(area.toLowerCase(Locale.ROOT)));
    }

    private static Verdict verdict(boolean met) {
        return met ? Verdict.MET : Verdict.NOT_MET;
    }
}
