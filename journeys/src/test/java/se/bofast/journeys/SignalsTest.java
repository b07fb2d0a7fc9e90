package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A coordinator takes in what comes, keyboard only: from a notice to a home that was kept.
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignalsTest {

    private static RunningHouse house;

    @BeforeAll
    static void start() {
        house = RunningHouse.withDemo();
    }

    @Test
    @Order(1)
    void a_wrong_password_is_answered_with_what_to_do() {
        try (var browsing = new Browsing(house.address())) {
            browsing.open("/logga-in");
            browsing.tabTo("Användarnamn");
            browsing.type("samordnare");
            browsing.tabTo("Lösenord");
            browsing.type("fel");
            browsing.enter();
            assertThat(browsing.text()).contains("Det gick inte att logga in");
        }
    }

    @Test
    @Order(2)
    void from_a_landlords_notice_to_a_home_that_was_kept() {
        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("samordnare");
            assertThat(browsing.text()).contains("Hej");

            browsing.follow("Registrera signal");
            browsing.follow("Meddelande om hyresskuld");
            browsing.tabTo("Namn");
            browsing.type("Berg, Alva");
            browsing.tabTo("Gatuadress");
            browsing.type("Provgatan 7");
            browsing.tabTo("Avsändarens namn");
            browsing.type("Björkstadshem");
            browsing.tabTo("Kom in");
            browsing.type("i dag");
            browsing.tabTo("Hyresgästen delgiven");
            browsing.type("igår");
            browsing.tabTo("Registrera");
            browsing.enter();
            assertThat(browsing.text()).contains("Signalen är registrerad");

            browsing.open("/arenden?whose=ALL&sort=-opened");
            browsing.follow("Okänd person");
            assertThat(browsing.text()).contains("Sista dag att betala och behålla bostaden");

            browsing.follow("Lägg till uppgift");
            browsing.tabTo("Uppgift");
            browsing.page().keyboard().type("Hyran betald");
            browsing.tabTo("Nästa");
            browsing.enter();
            browsing.page().goBack();
            browsing.page().goBack();
            browsing.check();

            browsing.follow("Beslut om utredning");
            browsing.tabTo("Utredning inleds");
            browsing.press("ArrowDown");
            browsing.tabTo("Skäl");
            browsing.type("Hyran är betald och det finns inga barn i hemmet.");
            browsing.tabTo("Spara beslutet");
            browsing.enter();
            assertThat(browsing.text()).contains("Utredning inleds inte");

            browsing.follow("Avsluta");
            browsing.tabTo("Hyresgästen betalade");
            browsing.press("Space");
            browsing.tabTo("Avsluta med det här utfallet");
            browsing.enter();
            assertThat(browsing.text()).contains("Ärendet är avslutat");
        }
    }

    @Test
    @Order(3)
    void a_form_with_errors_leads_to_the_fields_and_keeps_what_was_typed() {
        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("samordnare");
            browsing.open("/signaler/ny?kind=PAYMENT_ORDER");
            browsing.tabTo("Personnummer eller samordningsnummer");
            browsing.type("19800101-1234");
            browsing.tabTo("Gatuadress");
            browsing.type("Provgatan 9");
            browsing.tabTo("Registrera");
            browsing.enter();
            assertThat(browsing.text()).contains("kontrollsiffran");
            assertThat(browsing.page().inputValue("#f-street")).isEqualTo("Provgatan 9");
        }
    }

    @Test
    @Order(3)
    void what_was_typed_is_there_when_the_log_in_ran_out() {
        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("samordnare");
            browsing.open("/signaler/ny?kind=OWN_OBSERVATION");
            browsing.tabTo("Namn");
            browsing.type("Berg, Ture");
            browsing.waitFor("Utkast sparat");
            // Somebody else's page gets no new key from this log-in.
            assertThat(
                            browsing.refused(
                                    "/utkast/nyckel?account=00000000-0000-7000-8000-000000000000"))
                    .isEqualTo(409);

            browsing.loseLogIn();
            browsing.tabTo("Gatuadress");
            browsing.type("Provgatan 11");
            browsing.waitFor("sparas inte som utkast just nu");

            browsing.logIn("samordnare");
            assertThat(browsing.text()).contains("Påbörjat, inte sparat");
            browsing.follow("Fortsätt");
            browsing.waitFor("men du sparade aldrig");
            assertThat(browsing.page().inputValue("#f-name")).isEqualTo("Berg, Ture");

            browsing.tabTo("Kasta det och börja om");
            browsing.enter();
            assertThat(browsing.page().inputValue("#f-name")).isEmpty();
        }
    }

    @Test
    @Order(4)
    void a_doubtful_notice_is_given_to_the_right_person() {
        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("samordnare");
            browsing.open("/inkorg/fragor");
            assertThat(browsing.text()).contains("Kanske den här personen").contains("Fagerlind");
            browsing.follow("Det är personen");
            assertThat(browsing.text()).contains("kopplade till personen");
        }
    }

    @Test
    @Order(4)
    void what_was_misread_on_a_notice_is_corrected_with_a_reason() {
        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("samordnare");
            browsing.given(new Browsing.Notice("Wide, Ture", 1928_03_07));
            browsing.follow("Rätta");
            browsing.fill("Belopp", "8 200");
            browsing.fill("Varför", "Fel rad avläst.");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Uppgiften är ändrad").contains("8 200");
        }
    }
}
