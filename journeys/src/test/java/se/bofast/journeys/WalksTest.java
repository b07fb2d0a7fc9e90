package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Everybody walks everywhere they can come to, and every page can be read by everyone.
@Order(8)
class WalksTest {

    private static void walk(String login) {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn(login);
            browsing.walkEverywhere();
            assertThat(browsing.path()).isNotEqualTo("/logga-in");
        }
    }

    @Test
    void a_coordinator() {
        walk("samordnare");
    }

    @Test
    void a_head_of_unit() {
        walk("chef");
    }

    @Test
    void an_administrator() {
        walk("admin");
    }

    @Test
    void a_guide() {
        walk("bolots");
    }

    @Test
    void a_debt_adviser() {
        walk("radgivare");
    }

    @Test
    void a_colleague_of_outreach() {
        walk("uppsokare");
    }

    @Test
    void the_steering_group() {
        walk("styrgrupp");
    }

    @Test
    void a_reviewer_of_the_log() {
        walk("granskare");
    }

    @Test
    void a_data_protection_officer() {
        walk("dataskydd");
    }

    @Test
    void an_archivist() {
        walk("arkivarie");
    }

    @Test
    void whoever_holds_a_letter_meets_a_page_that_says_nothing() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.open("/tid");
            assertThat(browsing.page().locator("body").innerText())
                    .doesNotContain("Bofast")
                    .doesNotContain("Socialnämnden");
            browsing.fill("Kod", "AAAA-BBBB-CCCC");
            browsing.follow("Visa tiden");
            assertThat(browsing.page().locator("body").innerText())
                    .contains("Koden gäller inte")
                    .doesNotContain("Socialnämnden");
        }
    }

    @Test
    void whoever_watches_the_machine_hears_that_it_is_well() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            assertThat(browsing.asked("/halsa")).isEqualTo("bofast");
        }
    }
}
