package se.bofast.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.intake.Routing.Assignment;
import se.bofast.intake.Routing.Routed;
import se.bofast.intake.Routing.Rule;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.UnitId;

/// Active to the caseworker, formerly known to that section, unknown by the rules in order.
class RoutingTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);
    private static final UnitId FALLBACK = unit(0);
    private static final UnitId FAMILY = unit(1);
    private static final UnitId ADULT = unit(2);
    private static final UnitId ELDERLY = unit(3);
    private static final EmployeeId KIM = new EmployeeId(new UUID(1, 1));

    private static final List<Rule> RULES =
            List.of(
                    new Rule(1, "Barn", null, true, null, null, null, FAMILY, null),
                    new Rule(2, "65+", null, null, 65, null, null, ELDERLY, null),
                    new Rule(3, "Vuxna", null, null, 18, 64, "113", ADULT, KIM));

    private static UnitId unit(int n) {
        return new UnitId(new UUID(0, n));
    }

    private static Routed route(
            boolean children,
            @Nullable LocalDate born,
            @Nullable String postal,
            List<Assignment> assignments) {
        return Routing.route(
                SignalKind.RENT_ARREARS,
                children,
                born,
                postal,
                RECEIVED,
                assignments,
                RULES,
                FALLBACK);
    }

    @Test
    void an_active_assignment_goes_to_its_carrier_whatever_the_rules_say() {
        var routed =
                route(
                        true,
                        null,
                        null,
                        List.of(new Assignment(ADULT, KIM, RECEIVED.minusYears(1), null)));
        assertThat(routed).isEqualTo(new Routed(Known.ACTIVE, ADULT, ADULT, KIM, Routing.ACTIVE));
    }

    @Test
    void an_assignment_that_ended_the_day_before_makes_formerly_known_and_goes_to_that_section() {
        var routed =
                route(
                        true,
                        null,
                        null,
                        List.of(
                                new Assignment(
                                        ADULT,
                                        KIM,
                                        RECEIVED.minusYears(1),
                                        RECEIVED.minusDays(1))));
        assertThat(routed.known()).isEqualTo(Known.FORMERLY);
        assertThat(routed.unit()).isEqualTo(ADULT);
        assertThat(routed.responsible()).isNull();
    }

    @Test
    void an_assignment_is_active_on_its_last_day() {
        assertThat(
                        route(
                                        false,
                                        null,
                                        null,
                                        List.of(
                                                new Assignment(
                                                        ADULT,
                                                        KIM,
                                                        RECEIVED.minusYears(1),
                                                        RECEIVED)))
                                .known())
                .isEqualTo(Known.ACTIVE);
    }

    @Test
    void the_first_rule_that_fits_decides() {
        assertThat(route(true, RECEIVED.minusYears(70), "11331", List.of()).unit())
                .isEqualTo(FAMILY);
        assertThat(route(false, RECEIVED.minusYears(65), "11331", List.of()).unit())
                .isEqualTo(ELDERLY);
        assertThat(route(false, RECEIVED.minusYears(65).plusDays(1), "113 31", List.of()).unit())
                .isEqualTo(ADULT);
    }

    @Test
    void an_unknown_age_fits_no_rule_about_age_and_lands_with_the_coordinator_without_owner() {
        var routed = route(false, null, "11331", List.of());
        assertThat(routed)
                .isEqualTo(new Routed(Known.UNKNOWN, null, FALLBACK, null, Routing.NO_RULE));
    }

    @Property
    void the_order_in_which_rules_are_read_never_matters_only_their_position(@ForAll long seed) {
        var random = new Random(seed);
        var rules = new ArrayList<>(RULES);
        Collections.shuffle(rules, random);
        var born = random.nextBoolean() ? RECEIVED.minusYears(random.nextInt(100)) : null;
        var children = random.nextBoolean();
        assertThat(
                        Routing.route(
                                SignalKind.RENT_ARREARS,
                                children,
                                born,
                                "11331",
                                RECEIVED,
                                List.of(),
                                rules,
                                FALLBACK))
                .isEqualTo(route(children, born, "11331", List.of()));
    }

    @Property
    void every_signal_gets_a_unit(@ForAll boolean children, @ForAll int age) {
        var born = age % 2 == 0 ? null : RECEIVED.minusYears(Math.floorMod(age, 110));
        assertThat(route(children, born, null, List.of()).unit()).isNotNull();
    }
}
