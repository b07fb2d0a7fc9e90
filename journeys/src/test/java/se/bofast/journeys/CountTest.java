package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The coordinator counts the homeless: a round is opened, a unit answers, the result is read, frozen
/// and published.
@Order(8)
class CountTest {

    @Test
    void a_round_is_opened_answered_frozen_and_published() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("bosamordnare");
            browsing.open("/matning/dag");
            assertThat(browsing.text()).contains("Tre definitioner bredvid varandra");
            browsing.open("/matning/ny");
        }
    }
}
