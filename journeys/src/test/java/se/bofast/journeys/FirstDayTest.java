package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The very first day: an empty house, and the one who shall run it.
@Order(9)
class FirstDayTest {

    @Test
    void whoever_starts_the_house_makes_the_first_board_by_the_printed_link() {
        try (var house = RunningHouse.start("first", "--bofast.demo-when-new=false");
                var browsing = new Browsing(house.address())) {
            browsing.open(house.firstLink());
            browsing.fill("Kommun", "Provköping");
            browsing.fill("Län", "Provlän");
            browsing.fill("Nämndens namn", "Socialnämnden i Provköping");
            browsing.fill("Neutralt namn", "kommunen");
            browsing.fill("Ditt namn", "Stina Prov");
            browsing.fill("Användarnamn", "stina");
            browsing.fill("Lösenord", "vinter-moln-åker-sju");
            browsing.fill("Lösenordet en gång till", "vinter-moln-åker-sju");
            browsing.follow("Skapa nämnden");
            assertThat(browsing.page().locator("body").innerText()).contains("Nämnden finns");
            browsing.logIn("stina", "vinter-moln-åker-sju");
            assertThat(browsing.text()).contains("Stina");
            browsing.openRefused(house.firstLink());
            assertThat(browsing.page().locator("body").innerText()).doesNotContain("Skapa nämnden");
        }
    }
}
