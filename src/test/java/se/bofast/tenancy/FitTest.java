package se.bofast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.kernel.Money;
import se.bofast.tenancy.Fit.Home;
import se.bofast.tenancy.Fit.Verdict;
import se.bofast.tenancy.Needs.Need;

/// A home is held against stated needs, one by one; nothing is summed.
class FitTest {

    private static final Home HOME =
            new Home(
                    ApartmentKind.TRIAL,
                    2,
                    3,
                    3,
                    false,
                    null,
                    false,
                    false,
                    Money.kronor(7800),
                    "113 31",
                    "Stockholm");

    private static Needs needs(
            @Nullable Integer rooms,
            @Nullable Integer floor,
            boolean lift,
            boolean stepFree,
            List<String> wished,
            List<String> avoided) {
        return new Needs(
                Set.of(ApartmentKind.TRIAL),
                rooms,
                null,
                floor,
                lift,
                stepFree,
                false,
                true,
                Money.kronor(8000),
                wished,
                avoided,
                true,
                "Storskolan",
                "gärna ljust");
    }

    private static Verdict verdict(Needs needs, Need need) {
        return Fit.of(needs, HOME).answers().stream()
                .filter(answer -> answer.need() == need)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    @Test
    void who_has_stated_nothing_can_be_offered_anything() {
        assertThat(Fit.of(Needs.NONE, HOME).answers()).isEmpty();
        assertThat(Fit.of(Needs.NONE, HOME).isCandidate()).isTrue();
    }

    @Test
    void each_need_says_for_itself_why_not() {
        var needs = needs(3, 1, true, true, List.of("114", "Solna"), List.of("113"));
        assertThat(verdict(needs, Need.ROOMS)).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(needs, Need.FLOOR)).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(needs, Need.LIFT)).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(needs, Need.AREA_WISHED)).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(needs, Need.AREA_AVOIDED)).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict(needs, Need.KIND)).isEqualTo(Verdict.MET);
        assertThat(verdict(needs, Need.RENT)).isEqualTo(Verdict.MET);
        assertThat(verdict(needs, Need.NOT_SHARED)).isEqualTo(Verdict.MET);
    }

    @Test
    void what_the_register_does_not_know_is_asked_about_and_rules_nothing_out() {
        var needs = needs(2, 3, false, true, List.of("11331", "stockholm"), List.of("Solna"));
        assertThat(verdict(needs, Need.STEP_FREE)).isEqualTo(Verdict.ASK);
        assertThat(verdict(needs, Need.PETS)).isEqualTo(Verdict.ASK);
        assertThat(verdict(needs, Need.NEAR_SCHOOL)).isEqualTo(Verdict.ASK);
        assertThat(Fit.of(needs, HOME).isCandidate()).isTrue();
    }

    @Test
    void words_never_filter() {
        var silent = needs(2, 3, false, false, List.of(), List.of());
        var home = Fit.of(silent, HOME);
        assertThat(home.answers()).noneMatch(answer -> answer.wanted().equals("gärna ljust"));
    }
}
