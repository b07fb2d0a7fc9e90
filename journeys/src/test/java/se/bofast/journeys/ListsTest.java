package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A coordinator and the lists that come as files.
@Order(2)
class ListsTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String HALF_WRONG =
            """
            Målnummer;Personnummer;Svarande;Adress;Belopp
            J-1;19270412-2387;Prästgård, Åke;Provgatan 21;4 100,00
            J-2;19270412-2385;Fjäll, Örjan;Provgatan 22;5 200,00
            J-3;;;;700
            """;

    @Test
    void a_list_with_wrong_rows_is_mended_sent_again_and_undone() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/inkorg");
            browsing.follow("Läs in en lista");
            browsing.follow("Betalningsförelägganden");
            browsing.pick("Från vem", "Björkstadshem");
            browsing.give("Fil", "vecka.csv", HALF_WRONG.getBytes(WINDOWS));
            browsing.follow("Visa listan");
            browsing.waitFor("rader i listan");
            browsing.check();
            assertThat(browsing.text()).contains("sista siffra stämmer inte").contains("Läs in 1");

            var wrong = browsing.fetched("Hämta", "/fel");
            assertThat(wrong).contains("Fel att rätta").contains("Fjäll, Örjan");
            var mended =
                    wrong.replace("19270412-2385", "")
                            .replace("J-3;;;;700", "J-3;;Okänd Boende;Provgatan 23;700");

            browsing.follow("Läs in 1");
            browsing.waitFor("En rad är inläst");
            browsing.check();

            browsing.open("/inlasning?kind=payment-orders");
            browsing.pick("Från vem", "Björkstadshem");
            browsing.give("Fil", "rättad.csv", mended.getBytes(WINDOWS));
            browsing.follow("Visa listan");
            browsing.waitFor("rader i listan");
            browsing.follow("Läs in 2");
            browsing.waitFor("2 rader är inlästa");
            browsing.check();
            assertThat(browsing.fetched("", "/fil")).contains("Okänd Boende");

            browsing.follow("Ångra inläsningen");
            browsing.fill("Varför", "Fel vecka.");
            browsing.follow("Ångra 2 rader");
            browsing.waitFor("Inläsningen är ångrad");
            browsing.check();
        }
    }

    @Test
    void a_sender_with_words_of_their_own_is_asked_what_the_columns_mean_once() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/inlasning");
            assertThat(browsing.text()).contains("Lindåsen obetalt.csv");
            browsing.openLinkNear("Lindåsen obetalt.csv");
            assertThat(browsing.text()).contains("Vad betyder kolumnerna");
            browsing.pick("Boende", "Namn");
            browsing.pick("Var", "Adress");
            browsing.pick("Saknas kr", "Belopp");
            browsing.follow("Läs listan");
            browsing.waitFor("rader i listan");
            browsing.check();
            assertThat(browsing.text()).contains("Läs in 3");
            browsing.follow("Läs inte in");
            assertThat(browsing.text()).contains("åt sidan");
        }
    }

    @Test
    void this_weeks_list_waits_with_rows_to_ask_about_and_rows_to_mend() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            browsing.open("/inlasning");
            browsing.openLinkNear("Betalningsförelägganden BH");
            assertThat(browsing.text())
                    .contains("Läs in 17")
                    .contains("liknar personer")
                    .contains("två hyror");
            assertThat(browsing.asked(browsing.path().replaceFirst("\\?.*", "") + "/lage"))
                    .contains("20");
            browsing.follow("Liknar någon");
            assertThat(browsing.text()).contains("Personnummer");
            browsing.follow("Ändra kolumner");
            assertThat(browsing.text()).contains("Vad betyder kolumnerna");
        }
    }
}
