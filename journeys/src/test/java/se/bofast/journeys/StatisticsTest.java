package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The head of unit tells the steering group how it went.
@Order(7)
class StatisticsTest {

    @Test
    void the_figures_of_last_year_are_read_understood_and_taken_along() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("chef");
            browsing.open("/uppfoljning");
            assertThat(browsing.text())
                    .contains("Vräkningar, verkställda")
                    .contains("Löste sig utan vår kontakt");
            assertThat(browsing.fetched("CSV", "/uppfoljning/fil.csv"))
                    .containsPattern("evictionsExecuted;1;\\d+");
            assertThat(browsing.fetched("Excel", "/uppfoljning/fil.xlsx")).startsWith("PK");
            browsing.follow("Vräkningar, verkställda");
            assertThat(browsing.text()).contains("evictionsExecuted");
        }
    }
}
