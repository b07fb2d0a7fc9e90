package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// From a referral to a lease of one's own, keyboard only; and a lease with its rent.
@Order(6)
class TakeoversTest {

    private static void apartment(Browsing browsing, String number, String street) {
        browsing.open("/bostader/ny");
        browsing.fill("Nummer", number);
        browsing.choose("Försökslägenhet");
        browsing.fill("Gatuadress", street);
        browsing.fill("Nämnden har den från och med", "2026-01-01");
        browsing.fill("Hyra per månad", "6 900");
        browsing.fill("Antal rum", "2");
        browsing.follow("Lägg upp bostaden");
    }

    private static void person(Browsing browsing, Browsing.Notice notice) {
        browsing.given(notice);
        browsing.follow("Till ärendet");
        browsing.follow("Till personen");
    }

    @Test
    void somebody_waits_is_offered_moves_in_and_takes_over() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            apartment(browsing, "T-901", "Övertagargatan 1");
            person(browsing, new Browsing.Notice("Alm, Tage", 1929_03_21));
            browsing.follow("Skriv remiss");
            browsing.fill("Väntar från och med", "2026-02-01");
            browsing.fill("Minst antal rum", "2");
            browsing.fill("Annat som är viktigt", "Gärna ljust.");
            browsing.fill("Varför personen behöver bostaden", "Bor på härbärge.");
            browsing.follow("Skicka remissen");
            assertThat(browsing.text())
                    .contains("Minst 2 rum", "Ingen bolots har hand om personen");
            var referral = browsing.path();
            browsing.follow("Ändra");
            browsing.fill("Antal som ska bo där", "1");
            browsing.fill("Varför", "Bor ensam.");
            browsing.follow("Spara");
            browsing.open("/remisser");
            browsing.open("/bostader/idag");
            assertThat(browsing.text()).contains("Tomma lägenheter, dyrast först");
            browsing.followIn("T-901", "Vilka kan erbjudas");
            browsing.pick("Till vem", "Alm, Tage");
            browsing.fill("Varför just den personen", "Har väntat längst av dem den passar.");
            browsing.follow("Spara erbjudandet");
            assertThat(browsing.text()).contains("Erbjuden bostad");
            browsing.unfold("Tackade ja");
            browsing.follow("Spara");
            browsing.follow("Flyttar in");
            browsing.fill("Hyra i månaden", "6 500");
            browsing.follow("Spara inflyttningen");
            assertThat(browsing.text()).contains("Kontrollpunkt 3 månader");
            // The card on the chain's board: what comes next, and the way to move it.
            browsing.open("/boendekedjan?whose=ALL&as=TABLE");
            assertThat(browsing.text()).contains("Nästa kontrollpunkt", "Kontrollpunkt 3 månader");
            browsing.followIn("Alm, Tage", "Flytta");
            assertThat(browsing.path()).contains("/boende/flytta?kedjan=ALL");
            browsing.open("/boendekedjan?whose=ALL");
            browsing.open(referral + "/sluta");
            browsing.open(referral + "/ta-over");
            browsing.fill("Vad bestämdes med hyresvärden", "Hyresvärden sa ja.");
            browsing.follow("Spara övertagandet");
            assertThat(browsing.text()).contains("Har tagit över avtalet", "Uppföljning 6 månader");
        }
    }

    @Test
    void a_lease_its_rent_and_the_boards_own_rents() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            apartment(browsing, "T-902", "Övertagargatan 2");
            person(browsing, new Browsing.Notice("Ask, Tyra", 1929_03_22));
            browsing.follow("Nytt avtal");
            browsing.pick("Nämndens lägenhet", "T-902");
            browsing.fill("Från och med", "2026-02-01");
            browsing.fill("Hyra i månaden", "6 500");
            browsing.fill("Varför", "Ny hyresgäst.");
            browsing.follow("Spara avtalet");
            assertThat(browsing.text()).contains("Klockan", "Sen hyra");
            var lease = browsing.path();
            browsing.follow("Ny betalning");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Betald");
            browsing.follow("Ta tillbaka");
            browsing.fill("Varför är posten fel", "Dubbel.");
            browsing.follow("Ta tillbaka posten");
            for (var page :
                    new String[] {"/andra", "/uppsagning", "/avsluta", "/part", "/hyra", "/kant"}) {
                browsing.open(lease + page);
            }
            browsing.open(lease + "/avsluta");
            browsing.pick("Varför tog det slut", "Registrerat av misstag");
            browsing.fill("Varför", "Fel person.");
            browsing.follow("Avsluta avtalet");
            assertThat(browsing.text()).contains("räknas inte någonstans");
            browsing.follow("Återuppta avtalet");
            browsing.fill("Varför", "Det gällde ändå.");
            browsing.follow("Återuppta");
            assertThat(browsing.text()).contains("Avtalet fortsätter");
            browsing.open("/bostader/hyror");
            browsing.followIn("Björkstadshem", "Alla betalda");
            assertThat(browsing.text()).contains("hyror är inte betalda, tillsammans");
            browsing.follow("Alla ");
            assertThat(browsing.text()).contains("hyror är betalda, tillsammans");
            browsing.follow("Ångra");
            assertThat(browsing.text()).contains("Betalningarna är tillbakatagna");
            browsing.follow("Visa alla");
            browsing.followIn("T-902", "Betald");
            browsing.follow("Spara betalningen");
            assertThat(browsing.text()).contains("hyran är betald");
            browsing.open("/bostader/tomma");
            browsing.open(lease);
            browsing.follow("Ask, Tyra");
            browsing.follow("Sökt bostad");
            browsing.choose("Kö");
            browsing.fill("Var", "Bostadskön");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Bostadskön");
        }
    }

    @Test
    void a_list_of_leases_is_read_in_and_taken_back() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("samordnare");
            apartment(browsing, "T-903", "Övertagargatan 3");
            var tenant = new Browsing.Notice("Björk, Tom", 1929_03_13);
            person(browsing, tenant);
            var list =
                    """
                    Objekt;Personnummer;Typ;Från;Hyra
                    T-903;%s;Försökslägenhet;2026-02-01;6 500
                    T-999;%s;Försökslägenhet;2026-02-01;6 500
                    """
                            .formatted(tenant.number(), tenant.number());
            browsing.open("/bostader/idag");
            browsing.follow("Läs in hyresavtal");
            assertThat(browsing.fetched("Hämta en tom lista", "/mall")).startsWith("PK");
            browsing.pick("Från vem", "Eget register");
            browsing.give("Fil", "hyresavtal.csv", list.getBytes(StandardCharsets.UTF_8));
            browsing.follow("Visa listan");
            browsing.waitFor("rader i listan");
            browsing.check();
            assertThat(browsing.text()).contains("ingen bostad i bruk med det numret");
            browsing.follow("Läs in 1");
            browsing.waitFor("En rad är inläst");
            browsing.open("/bostader");
            browsing.fill("Adress eller nummer", "T-903");
            browsing.enter();
            browsing.openLinkNear("T-903");
            assertThat(browsing.text()).contains("Björk, Tom");
            browsing.open("/inlasning");
            browsing.openLinkNear("hyresavtal.csv");
            browsing.follow("Ångra inläsningen");
            browsing.fill("Varför", "Fel lista.");
            browsing.follow("Ångra en rad");
            browsing.waitFor("Inläsningen är ångrad");
            browsing.check();
        }
    }
}
