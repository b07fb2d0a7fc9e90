package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// People whose number is not as others', from nobody known to somebody with an earlier number.
@Order(6)
class NumbersTest {

    @Test
    void somebody_unknown_gets_a_reserve_number_then_a_name_and_then_a_number_of_their_own() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/personer");
            browsing.follow("Registrera okänd person");
            browsing.follow("Registrera okänd person");
            assertThat(browsing.text())
                    .contains("Personen är registrerad", "Okänd person", "Beteckning här");

            browsing.follow("Ge reservnummer");
            assertThat(browsing.text())
                    .contains("Personen har fått ett reservnummer")
                    .containsPattern("R-\\d{4}-\\d{5}-\\d");
            var found =
                    java.util.regex.Pattern.compile("R-\\d{4}-\\d{5}-\\d").matcher(browsing.text());
            assertThat(found.find()).isTrue();
            var reserve = found.group();

            browsing.follow("Rätta Personuppgifter");
            browsing.fill("Förnamn", "Selma");
            browsing.fill("Efternamn", "Rönn");
            browsing.fill("Varför rättas", "Sa sitt namn.");
            browsing.follow("Spara rättelsen");
            assertThat(browsing.text()).contains("Rönn, Selma", "Okänd person");

            browsing.follow("Byt nummer");
            assertThat(browsing.text()).contains(reserve, "personen hittas på båda");
            browsing.fill("Nytt personnummer", "19811228-9875");
            browsing.fill("Varför byts", "Visade körkort.");
            browsing.follow("Byt nummer");
            assertThat(browsing.text()).contains("kontrollsiffran passar inte");
            var selma = new Browsing.Notice("Rönn, Selma", 1931_10_17);
            browsing.fill("Nytt personnummer", selma.number());
            browsing.follow("Byt nummer");
            assertThat(browsing.text())
                    .contains("Numret är bytt", "Tidigare nummer", selma.number(), reserve);

            browsing.open("/personer");
            browsing.fill("Namn eller personnummer", reserve);
            browsing.follow("Sök");
            assertThat(browsing.text()).contains("Rönn, Selma", "Tidigare nummer: " + reserve);

            browsing.follow("Rönn, Selma");
            browsing.follow("Numret var aldrig personens");
            browsing.fill("Varför rättas", "Det var en annan Selma.");
            browsing.follow("Stryk numret");
            assertThat(browsing.text())
                    .contains("Numret är struket")
                    .doesNotContain("Tidigare nummer");
        }
    }

    @Test
    void the_demo_has_one_of_each() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/personer");
            browsing.fill("Namn eller personnummer", "okänd person");
            browsing.follow("Sök");
            assertThat(browsing.text()).contains("Okänd person 1", "Okänd person 2");

            browsing.open("/personer");
            browsing.fill("Namn eller personnummer", "Yonas Påhittad");
            browsing.follow("Sök");
            browsing.follow("Påhittad, Yonas");
            assertThat(browsing.text())
                    .contains("Tidigare nummer", "Samordningsnummer 19870374-239", "folkbokförd");

            browsing.open("/personer");
            browsing.fill("Namn eller personnummer", "Mirela Påhittad");
            browsing.follow("Sök");
            browsing.follow("Påhittad, Mirela");
            assertThat(browsing.text())
                    .contains("Reservnummer")
                    .containsPattern("R-\\d{4}-00001-\\d");
        }
    }
}
