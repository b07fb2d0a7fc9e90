package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The main job from its beginning to its end, keyboard only: a list comes in, a letter goes out, a
/// tenant chooses another time, a home is kept and is counted.
@Order(3)
class WholeWayTest {

    private static final List<String> FIGURES =
            List.of("threats", "letters", "personalContacts", "outcomes", "homesKept");

    private static final Browsing.Notice TENANT = new Browsing.Notice("Frost, Ebba", 1929_01_15);

    @Test
    void a_home_is_kept_from_the_list_to_the_statistics() {
        var house = RunningHouse.withDemo();
        var before = figures(house);
        String letter;
        String place;
        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("samordnare");
            browsing.open("/inkorg");
            browsing.follow("Läs in en lista");
            browsing.follow("Betalningsförelägganden");
            browsing.pick("Från vem", "Kronofogden");
            browsing.give("Fil", "dagens.csv", list().getBytes(StandardCharsets.UTF_8));
            browsing.follow("Visa listan");
            browsing.waitFor("i listan");
            browsing.check();
            assertThat(browsing.text()).contains("Läs in 1");
            browsing.follow("Läs in 1");
            browsing.waitFor("En rad är inläst");
            browsing.check();

            browsing.open("/arenden?whose=ALL&sort=-opened");
            browsing.follow("Frost, Ebba");
            place = browsing.path();
            // Nobody knew her: the board's rules gave the case to a unit.
            assertThat(browsing.text()).contains("Team 65 plus").contains("Betalningsföreläggande");
            browsing.follow("Fördela");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.pick("Ansvarig", "Maja Ekberg");
            browsing.follow("Fördela");
            assertThat(browsing.text()).contains("Ärendet är fördelat");

            browsing.open("/tider/nya");
            browsing.pick("Handläggare", "Maja Ekberg");
            browsing.pick("Enhet", "Boendeenheten");
            browsing.fill("Första dagen", browsing.inDays(6));
            browsing.fill("Börjar", "17.00");
            browsing.fill("Antal", "3");
            browsing.fill("Plats", "Medborgarhuset, Torggatan 4");
            browsing.follow("Lägg ut tiderna");
            assertThat(browsing.text()).contains("utlagda");

            browsing.open(place);
            browsing.follow("Brev");
            browsing.follow("Inbjudan till samtal");
            assertThat(browsing.text()).contains("Ebba Frost").contains("Medborgarhuset");
            browsing.follow("Gör brevet");
            assertThat(browsing.text()).contains("Brevet är gjort");
            letter = browsing.letters("Hämta PDF", "/fil");
            assertThat(letter).contains("Ebba Frost");
            browsing.follow("Markera som skickat");
            assertThat(browsing.text()).contains("Skickat");
        }

        try (var tenant = new Browsing(house.address())) {
            tenant.open("/tid");
            tenant.fill("Kod", Browsing.codes(letter).getFirst());
            tenant.follow("Visa tiden");
            assertThat(tenant.text()).contains("Medborgarhuset").doesNotContain("Frost");
            tenant.firstRadio();
            tenant.follow("Byt till den tiden");
            assertThat(tenant.text()).contains("Tiden är bekräftad");
        }

        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("samordnare");
            browsing.open(place);
            assertThat(browsing.text()).contains("Flyttad till annan tid");

            browsing.follow("Anteckna kontakt");
            browsing.choose("Vi fick kontakt");
            browsing.choose("Telefon");
            browsing.fill("Anteckning", "Vill dela upp skulden.");
            browsing.follow("Spara kontakten");
            assertThat(browsing.text()).contains("Kontakten är sparad");

            browsing.follow("Ny skuld");
            browsing.pick("Hyresvärd", "Björkstadshem");
            browsing.fill("Skulden uppstod", "i går");
            browsing.fill("Belopp", "9 000");
            browsing.fill("Beloppet gäller den", "i går");
            browsing.fill("Hur vet vi det", "Betalningsföreläggandet.");
            browsing.follow("Spara skulden");
            browsing.follow("Ny plan");
            browsing.fill("Belopp varje månad", "3 000");
            browsing.fill("Första avbetalningen", browsing.tomorrow());
            browsing.follow("Visa planen");
            browsing.follow("Spara planen");
            assertThat(browsing.text()).contains("Planen är sparad");

            browsing.open(place);
            browsing.follow("Beslut om utredning");
            browsing.choose("Utredning inleds inte");
            browsing.fill("Skäl", "Planen är gjord och det finns inga barn i hemmet.");
            browsing.follow("Spara beslutet");
            browsing.follow("Avsluta");
            browsing.choose("Avbetalningsplan");
            browsing.follow("Avsluta med det här utfallet");
            assertThat(browsing.text())
                    .contains("Ärendet är avslutat")
                    .contains("Avbetalningsplan");
        }

        var after = figures(house);
        assertThat(after.keySet()).containsAll(FIGURES);
        FIGURES.forEach(figure ->
                assertThat(after.get(figure)).as(figure).isEqualTo(before.get(figure) + 1));
    }

    private static String list() {
        return "Målnummer;Personnummer;Svarande;Adress;Postnummer;Ort;Belopp\nHV-1;"
                + TENANT.number()
                + ";"
                + TENANT.name()
                + ";Provgatan 31;123 45;Björkstad;9 000,00\n";
    }

    /// What the head of unit takes along to the steering group.
    private static Map<String, Long> figures(RunningHouse house) {
        try (var browsing = new Browsing(house.address())) {
            browsing.logIn("chef");
            browsing.open("/uppfoljning");
            var file = browsing.fetched("CSV", "/uppfoljning/fil.csv");
            var figures = new HashMap<String, Long>();
            var line =
                    Pattern.compile("(?m)^[^;]*;[^;]*;[^;]*;[^;]*;[^;]*;(\\w+);\\d+;(\\d+)")
                            .matcher(file);
            while (line.find()) {
                figures.putIfAbsent(line.group(1), Long.valueOf(line.group(2)));
            }
            return figures;
        }
    }
}
