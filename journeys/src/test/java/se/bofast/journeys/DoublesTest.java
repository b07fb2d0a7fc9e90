package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// People who stand in the register twice, keyboard only.
@Order(6)
class DoublesTest {

    @Test
    void a_doubtful_pair_is_linked_and_taken_apart_again() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/personer");
            browsing.follow("Dubbletter");
            assertThat(browsing.text()).contains("att avgöra", "Senast letat");

            browsing.follow("Öppna");
            assertThat(browsing.text())
                    .contains("Är det samma person?", "Väntar på svar", "Talar starkt för");
            browsing.follow("Koppla ihop");
            assertThat(browsing.text()).contains("De är ihopkopplade", "Ihopkopplade");

            browsing.follow("Sidan för");
            assertThat(browsing.text()).contains("Båda historierna är kvar var för sig.");
            browsing.follow("Se kopplingen");
            browsing.fill("Varför ska de tas isär", "Det var en granne med samma namn.");
            browsing.follow("Ta isär");
            assertThat(browsing.text())
                    .contains("Kopplingen är borttagen", "Det var en granne med samma namn.");

            browsing.open("/personer/dubbletter");
            browsing.follow("Avgjorda dubbletter");
            assertThat(browsing.text()).contains("Inte samma person", "Ihopkopplade");

            browsing.open("/personer/dubbletter");
            browsing.follow("Leta nu");
            assertThat(browsing.text()).contains("Vi letar igenom registret");
        }
    }
}
