package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// A housing consultant and the board's apartments: from the agreement to the end.
@Order(7)
class ApartmentsTest {

    private static byte[] photo() throws IOException {
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(new Color(214, 208, 196));
        paint.fillRect(0, 0, 800, 600);
        paint.setColor(new Color(120, 96, 72));
        paint.fillRect(0, 430, 800, 170);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    @Test
    void an_apartment_comes_by_an_agreement_is_inspected_and_leaves() throws Exception {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("konsulent");
            browsing.open("/avtal");
            browsing.follow("Nytt avtal");
            browsing.pick("Hyresvärd", "Lindåsens Bostäder");
            browsing.fill("Avtal", "Enskilda avtal 2026");
            browsing.choose("Enskilt avtal");
            browsing.fill("Gäller från", "2026-01-01");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Avtalet är upplagt");
            var agreement = browsing.path();
            browsing.follow("Ändra avtalet");
            browsing.fill("Uppsägningstid i månader", "3");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("3 månader");

            browsing.open(agreement);
            browsing.follow("Ny bostad");
            browsing.fill("Nummer", "J-9001");
            browsing.choose("Försökslägenhet");
            browsing.fill("Gatuadress", "Provstigen 12 B");
            browsing.fill("Lägenhetsnummer", "1102");
            browsing.pick("Avtal", "Lindåsens Bostäder: Enskilda avtal 2026");
            browsing.fill("Nämnden har den från och med", "2026-02-01");
            browsing.fill("Hyra per månad", "6 480");
            browsing.fill("Antal rum", "2");
            browsing.tick("Delas av flera hushåll");
            browsing.follow("Lägg upp bostaden");
            assertThat(browsing.text())
                    .contains("Bostaden är upplagd")
                    .contains("6 480 kr i månaden");
            var apartment = browsing.path();

            browsing.follow("Nytt rum");
            browsing.fill("Namn", "Rum 1");
            browsing.fill("Högst antal personer", "1");
            browsing.fill("Används från och med", "2026-02-01");
            browsing.follow("Spara");
            browsing.follow("Ändra Rum 1");
            browsing.fill("Kvadratmeter", "14");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("14 m²");

            browsing.follow("Ny hyra");
            browsing.fill("Hyra per månad", "6 700");
            browsing.fill("Gäller från och med", "2026-04-01");
            browsing.fill("Varför", "Ny hyra efter förhandling");
            browsing.follow("Spara hyran");
            assertThat(browsing.text()).contains("6 700 kr");

            browsing.follow("Ny nyckel");
            browsing.choose("Lägenhetsdörr");
            browsing.fill("Märkning", "9001-1");
            browsing.follow("Spara");
            browsing.choose("Hyresgästen");
            browsing.follow("Lämna ut");
            assertThat(browsing.text()).contains("Nyckeln är utlämnad");

            browsing.open(apartment);
            browsing.follow("Ny besiktning");
            browsing.choose("Inflyttning");
            browsing.follow("Börja");
            browsing.fill("Del av bostaden", "Kök");
            browsing.choose("Skada");
            browsing.fill("Hur det ser ut", "Sprucken bänkskiva");
            browsing.pick("Vem betalar", "Hyresvärden");
            browsing.follow("Lägg till");
            assertThat(browsing.text()).contains("Sprucken bänkskiva");
            browsing.fill("Vad fotot visar", "Bänkskivan i köket");
            browsing.page()
                    .getByLabel(
                            "Foto",
                            new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .setInputFiles(new FilePayload("IMG_1.JPG", "image/jpeg", photo()));
            browsing.follow("Lägg till fotot");
            assertThat(browsing.text()).contains("Fotot är tillagt");
            var source = browsing.page().locator("figure img").getAttribute("src");
            assertThat(browsing.asked(source)).contains("JFIF");
            browsing.check();
            browsing.follow("Signera besiktningen");
            assertThat(browsing.text()).contains("Besiktningen är signerad");

            browsing.open(apartment);
            browsing.follow("Ändra uppgifter");
            browsing.fill("Kvadratmeter", "58");
            browsing.follow("Spara");
            browsing.follow("Avsluta");
            assertThat(browsing.text()).contains("En nyckel är fortfarande utlämnad");
            browsing.fill("Sista dag", "2026-10-31");
            browsing.choose("Lämnad tillbaka");
            browsing.follow("Avsluta bostaden");
            assertThat(browsing.text()).contains("Bostaden är avslutad");
        }
    }

    @Test
    void what_is_offered_is_answered() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("konsulent");
            browsing.open("/anskaffning");
            browsing.follow("Ny kontakt eller förfrågan");
            browsing.choose("Bostadsförmedlingen");
            browsing.fill("Hur många bostäder", "4");
            browsing.fill("Vad som sades", "Två rum, gärna nära buss");
            browsing.follow("Spara");
            assertThat(browsing.text()).contains("Förfrågan är sparad");
            browsing.follow("Nytt erbjudande");
            browsing.choose("Bostadsförmedlingen");
            browsing.fill("Gatuadress", "Provstigen 20");
            browsing.fill("Antal rum", "2");
            browsing.fill("Hyra per månad", "7 100");
            browsing.fill("Ledig från", "2026-12-01");
            browsing.follow("Spara erbjudandet");
            browsing.follow("Tacka ja");
            browsing.fill("Nummer", "J-9002");
            browsing.choose("Bostad först");
            browsing.follow("Tacka ja");
            assertThat(browsing.text()).contains("Ni har tackat ja");
            browsing.open("/anskaffning/besvarade");
            assertThat(browsing.text()).contains("Provstigen 20");
            browsing.open("/anskaffning/kontakter");
            assertThat(browsing.text()).contains("Två rum, gärna nära buss");
        }
    }

    @Test
    void a_list_of_apartments_is_read_in() {
        var list =
                """
                Objektnummer;Typ;Adress;Hyresvärd;Rum;Månadshyra;Fr o m
                J-9101;Försök;Provstigen 31;Kvarnhus Fastigheter;2;6 100;2026-05-01
                J-9102;Slott;Provstigen 33;Kvarnhus Fastigheter;2;6 200;2026-05-01
                """;
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("konsulent");
            browsing.open("/bostader");
            browsing.follow("Läs in en lista");
            browsing.pick("Från vem", "Eget register");
            browsing.give("Fil", "bostader.csv", list.getBytes(StandardCharsets.UTF_8));
            browsing.follow("Visa listan");
            browsing.waitFor("rader i listan");
            browsing.check();
            browsing.follow("Läs in 1");
            browsing.waitFor("En rad är inläst");
            browsing.open("/bostader");
            browsing.fill("Adress eller nummer", "provstigen 31");
            browsing.enter();
            assertThat(browsing.text()).contains("J-9101").contains("6 100 kr");
        }
    }

    @Test
    void the_consultant_walks_everywhere() {
        try (var browsing = new Browsing(RunningHouse.withDemo().address())) {
            browsing.logIn("konsulent");
            browsing.walkEverywhere();
            assertThat(browsing.path()).isNotEqualTo("/logga-in");
        }
    }
}
