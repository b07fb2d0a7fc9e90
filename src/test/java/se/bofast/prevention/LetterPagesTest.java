package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.bofast.prevention.LetterHouse.MEETING;
import static se.bofast.prevention.LetterHouse.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.bofast.HouseTest;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.web.LoggedInAs;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.HouseClock;
import se.bofast.person.Protection;
import se.bofast.prevention.LetterHouse.Scene;

/// The pages of letters come up, keep what was typed and say what happened.
@HouseTest
class LetterPagesTest {

    private final LetterHouse house;
    private final WorkDoneNow jobs;
    private final MockMvc pages;

    LetterPagesTest(LetterHouse house, WorkDoneNow jobs, MockMvc pages) {
        this.house = house;
        this.jobs = jobs;
        this.pages = pages;
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) {
        return HouseClock.at(
                TestBoard.noon(TODAY),
                () -> {
                    try {
                        var response =
                                pages.perform(request.with(LoggedInAs.actor(actor)).with(csrf()))
                                        .andReturn()
                                        .getResponse();
                        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                        return response;
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private Document see(Actor actor, String path) throws Exception {
        var response = send(actor, get(java.net.URI.create(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private static String onward(MockHttpServletResponse response) {
        assertThat(response.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private static String key(Document page) {
        return page.select("input[name=commandKey]").attr("value");
    }

    private Scene ready() {
        var scene = house.scene();
        scene.sender();
        scene.times(MEETING, 4);
        return scene;
    }

    // ---- sender

    @Test
    void the_sender_is_filled_in_by_the_administrator_and_a_telling_address_is_turned_away()
            throws Exception {
        var scene = house.scene();
        Actor admin = scene.board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        assertThat(see(admin, "/installningar").text()).contains("Avsändare i brev");
        var page = see(admin, "/installningar/avsandare");
        assertThat(page.text()).contains("Uppgifterna är inte ifyllda");

        var wrong = send(admin, sender(key(page), "Socialnämnden, Box 1", "http://tid.example/?a"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        var shown = Jsoup.parse(wrong.getContentAsString(StandardCharsets.UTF_8));
        assertThat(shown.text()).contains("Returadressen syns på kuvertet", "börjar med https");
        assertThat(shown.select("#f-returnAddress").attr("value"))
                .isEqualTo("Socialnämnden, Box 1");

        assertThat(
                        onward(
                                send(
                                        admin,
                                        sender(
                                                key(page),
                                                "Box 1, 123 45 Teststad",
                                                "tid.example/tid"))))
                .endsWith("/installningar/avsandare");
        assertThat(see(admin, "/installningar/avsandare").select("#f-answerPage").attr("value"))
                .isEqualTo("https://tid.example/tid");
        assertThat(send(scene.actor, get("/installningar/avsandare")).getStatus()).isEqualTo(403);

        // Another administrator had the page open since before.
        var late = send(admin, sender(UUID.randomUUID().toString(), "Box 2", "tid.example/annan"));
        assertThat(late.getStatus()).isEqualTo(409);
        var second = Jsoup.parse(late.getContentAsString(StandardCharsets.UTF_8));
        assertThat(second.text()).contains("En kollega ändrade avsändaren");
        assertThat(second.select("#f-returnAddress").attr("value")).isEqualTo("Box 2");
        assertThat(see(admin, "/installningar/avsandare").select("#f-answerPage").attr("value"))
                .isEqualTo("https://tid.example/tid");
        var again =
                sender(key(second), "Box 2", "tid.example/annan")
                        .with(asked -> {
                            asked.setParameter(
                                    "seen", second.select("input[name=seen]").attr("value"));
                            return asked;
                        });
        assertThat(onward(send(admin, again))).endsWith("/installningar/avsandare");
        assertThat(see(admin, "/installningar/avsandare").select("#f-answerPage").attr("value"))
                .isEqualTo("https://tid.example/annan");
    }

    @Test
    void the_second_to_rename_a_unit_is_told_and_keeps_the_name_typed() throws Exception {
        var scene = house.scene();
        Actor admin = scene.board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        var unit = "/installningar/enheter/" + scene.board.unit(UnitKind.STAFF).value();
        var seen = see(admin, unit).select("input[name=seen]").attr("value");
        assertThat(onward(send(admin, post(unit).param("seen", seen).param("name", "Staben"))))
                .endsWith("/installningar/enheter");
        var late = send(admin, post(unit).param("seen", seen).param("name", "Kansliet"));
        assertThat(late.getStatus()).isEqualTo(409);
        var page = Jsoup.parse(late.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.text()).contains("Nu heter den Staben");
        assertThat(page.select("#f-name").attr("value")).isEqualTo("Kansliet");
        assertThat(see(admin, unit).select("h1").text()).isEqualTo("Staben");
        var knowing = page.select("input[name=seen]").attr("value");
        send(admin, post(unit).param("seen", knowing).param("name", "Kansliet"));
        assertThat(see(admin, unit).select("h1").text()).isEqualTo("Kansliet");
    }

    private static MockHttpServletRequestBuilder sender(String key, String returning, String page) {
        return post("/installningar/avsandare")
                .param("commandKey", key)
                .param("seen", "none")
                .param("municipality", "Teststads kommun")
                .param("unit", "Boendeenheten")
                .param("board", "Socialnämnden i Teststad")
                .param("contactFunction", "Bosamordnaren")
                .param("phone", "010-1")
                .param("phoneFrom", "8.30")
                .param("phoneTo", "16")
                .param("email", "bo@teststad.example")
                .param("visitingAddress", "Torggatan 3")
                .param("returnAddress", returning)
                .param("answerPage", page);
    }

    // ---- of a case

    @Test
    void a_letter_is_looked_at_made_once_and_fetched_under_a_neutral_name() throws Exception {
        var scene = ready();
        var id = scene.paymentOrder(scene.person(LetterHouse.living("Anna", "Sävgatan 1")));
        var base = "/arenden/" + id.value() + "/brev";
        assertThat(see(scene.actor, "/arenden/" + id.value()).select("a[href=" + base + "]"))
                .isNotEmpty();
        assertThat(see(scene.actor, base).text()).contains("Inget brev har skrivits");
        var page = see(scene.actor, base + "/skriv/inbjudan");
        assertThat(page.text())
                .contains("Vi vill hjälpa dig att bo kvar", "Anna Prövad", "är ett exempel");
        assertThat(page.select("h1")).hasSize(1);
        var slot = page.select("select[name=slot] option[selected]").attr("value");
        var key = key(page);
        for (var twice = 0; twice < 2; twice++) {
            assertThat(
                            onward(
                                    send(
                                            scene.actor,
                                            post(base + "/skriv/inbjudan")
                                                    .param("commandKey", key)
                                                    .param("slot", slot)
                                                    .param("do", "make"))))
                    .endsWith(base);
        }
        assertThat(scene.count("select count(*) from letter.letter")).isEqualTo(1);
        var list = see(scene.actor, base);
        var href = list.select("a[href$=/fil]").attr("href");
        var file = send(scene.actor, get(href));
        assertThat(file.getContentType()).startsWith("application/pdf");
        assertThat(file.getHeader("Content-Disposition")).contains("brev.pdf");
        assertThat(file.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(CaseLettersTest.text(file.getContentAsByteArray())).contains("Anna Prövad");

        onward(send(scene.actor, post(href.replace("/fil", "/skickat")).param("on", "2 nov")));
        assertThat(see(scene.actor, base).text()).contains("Brevet kom i retur");
        onward(send(scene.actor, post(href.replace("/fil", "/retur"))));
        assertThat(see(scene.actor, base).text()).contains("Ring eller gör hembesök");
        assertThat(see(scene.actor, "/").text()).contains("Brev i retur");
        assertThat(see(scene.actor, "/arenden?alarm=LETTER_RETURNED&whose=ALL").text())
                .contains("Prövad, Anna");
        assertThat(
                        send(scene.actor, post(href.replace("/fil", "/retur")).param("on", "inte"))
                                .getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_taken_time_and_a_missing_choice_are_said_at_once() throws Exception {
        var scene = ready();
        var id = scene.paymentOrder(scene.person(LetterHouse.living("Anna", "Sävgatan 2")));
        var path = "/arenden/" + id.value() + "/brev/skriv/inbjudan";
        var gone =
                send(
                        scene.actor,
                        post(path)
                                .param("commandKey", UUID.randomUUID().toString())
                                .param("slot", UUID.randomUUID().toString())
                                .param("do", "make"));
        assertThat(gone.getContentAsString(StandardCharsets.UTF_8))
                .contains("Tiden är inte ledig längre");
        var empty = send(scene.actor, post(path).param("do", "make"));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString(StandardCharsets.UTF_8)).contains("Välj en tid.");
        assertThat(scene.count("select count(*) from letter.letter")).isZero();
        assertThat(
                        send(scene.actor, get("/arenden/" + id.value() + "/brev/skriv/nagot"))
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void where_no_letter_can_be_written_the_page_says_why_and_what_to_do() throws Exception {
        var scene = house.scene();
        var id = scene.paymentOrder(scene.person(LetterHouse.living("Anna", "Sävgatan 3")));
        var base = "/arenden/" + id.value() + "/brev";
        assertThat(see(scene.actor, base + "/skriv/inbjudan").text())
                .contains("ingen ledig tid", "Lägg ut tider");
        scene.times(MEETING, 1);
        assertThat(see(scene.actor, base + "/skriv/inbjudan").text())
                .contains("inte ifyllda än", "Be en administratör");
        for (var kind : List.of("kvittens", "kronofogden", "atagande")) {
            assertThat(see(scene.actor, base + "/skriv/" + kind).text())
                    .as(kind)
                    .contains("Brevet kan inte göras");
        }
        var hidden =
                scene.paymentOrder(
                        scene.person(
                                LetterHouse.living("Hemlig", "Sävgatan 4")
                                        .protectedBy(Protection.MARKED)));
        assertThat(see(scene.actor, "/arenden/" + hidden.value() + "/brev").text())
                .contains("skyddade uppgifter")
                .doesNotContain("Hemlig")
                .doesNotContain("Sävgatan 4");
        assertThat(see(scene.actor, "/arenden/" + hidden.value() + "/brev/skriv/inbjudan").text())
                .contains("Inga brev görs per automatik");
    }

    @Test
    void min_dag_leads_straight_to_the_letter_to_kronofogden() throws Exception {
        var scene = ready();
        var signal =
                scene.signal(
                        SignalKind.EVICTION_DATE,
                        SignalSource.ENFORCEMENT_AUTHORITY,
                        scene.person(LetterHouse.living("Anna", "Sävgatan 5")),
                        null,
                        "Sävgatan 5",
                        List.of(Fact.on(FactKind.EVICTION_ON, TODAY.plusDays(20))));
        var id = scene.caseOf(signal);
        var path = "/arenden/" + id.value() + "/brev/skriv/kronofogden";
        assertThat(see(scene.actor, "/").select("a[href=" + path + "]").text())
                .contains("Till brevet");
        var page = see(scene.actor, path);
        assertThat(page.text()).contains("Bekräftelse av underrättelse om avhysning", "Gör 2 brev");
        var missing =
                send(
                        scene.actor,
                        post(path)
                                .param("commandKey", key(page))
                                .param("notice", signal.value().toString())
                                .param("enforcement", "EVICTION")
                                .param("title", "socialsekreterare")
                                .param("phone", "010-1")
                                .param("email", "a@b.example")
                                .param("do", "make"));
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString(StandardCharsets.UTF_8)).contains("målnummer");
        onward(
                send(
                        scene.actor,
                        post(path)
                                .param("commandKey", key(page))
                                .param("notice", signal.value().toString())
                                .param("enforcement", "EVICTION")
                                .param("enforcementCase", "U-1")
                                .param("at", "9.00")
                                .param("title", "socialsekreterare")
                                .param("phone", "010-1")
                                .param("email", "a@b.example")
                                .param("do", "make")));
        var list = see(scene.actor, "/arenden/" + id.value() + "/brev");
        assertThat(list.text()).contains("Markera 2 brev som skickade i dag");
        onward(send(scene.actor, post("/arenden/" + id.value() + "/brev/skickade")));
        assertThat(see(scene.actor, "/").select("a[href=" + path + "]")).isEmpty();
    }

    // ---- print runs

    @Test
    void a_print_run_from_the_list_of_cases_to_the_post() throws Exception {
        var scene = ready();
        for (var i = 0; i < 3; i++) {
            scene.paymentOrder(
                    scene.person(LetterHouse.living("Person" + i, "Vassgatan " + (i + 1))));
        }
        scene.paymentOrder(
                scene.person(
                        LetterHouse.living("Hemlig", "Vassgatan 9")
                                .protectedBy(Protection.MARKED)));
        assertThat(see(scene.actor, "/utskrifter").text()).contains("Inga utskrifter än");
        var link = see(scene.actor, "/arenden").select("a[href^=/utskrifter/ny]").attr("href");
        assertThat(link).contains("kind=PAYMENT_ORDER");
        var page = see(scene.actor, link.replace("&amp;", "&"));
        assertThat(page.text()).contains("Skriv ut 3 brev", "Skyddade uppgifter: 1");
        var fields = page.select("form[action=/utskrifter] input[type=hidden]");
        var order =
                (java.util.function.Supplier<MockHttpServletRequestBuilder>)
                        () -> {
                            var request = post("/utskrifter");
                            fields.stream()
                                    .filter(f -> !f.attr("name").equals("_csrf"))
                                    .forEach(f -> request.param(f.attr("name"), f.attr("value")));
                            return request;
                        };
        var run = onward(send(scene.actor, order.get()));
        assertThat(onward(send(scene.actor, order.get()))).isEqualTo(run);
        assertThat(scene.count("select count(*) from letter.print_run")).isEqualTo(1);

        assertThat(see(scene.actor, run).text()).contains("3 brev kvar att göra");
        assertThat(send(scene.actor, get(run + "/lage")).getHeader("HX-Refresh")).isNull();
        var done =
                HouseClock.at(
                        TestBoard.noon(TODAY),
                        () -> {
                            jobs.all();
                            return true;
                        });
        assertThat(done).isTrue();
        assertThat(send(scene.actor, get(run + "/lage")).getHeader("HX-Refresh")).isEqualTo("true");
        assertThat(see(scene.actor, run).text()).contains("Hämta fil 1", "3 brev");

        var file = send(scene.actor, get(run + "/fil/1"));
        assertThat(file.getHeader("Content-Disposition")).contains("utskrift-1.pdf");
        assertThat(file.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(onward(send(scene.actor, get(run + "/fil/1")))).isEqualTo(run);
        assertThat(see(scene.actor, run).text())
                .contains("Filen är redan hämtad", "av Kim COORDINATOR");
        assertThat(send(scene.actor, get(run + "/fil/1?igen=ja")).getContentType())
                .startsWith("application/pdf");
        assertThat(send(scene.actor, get(run + "/fil/7")).getStatus()).isEqualTo(404);

        onward(send(scene.actor, post(run + "/skickade")));
        assertThat(see(scene.actor, "/utskrifter").text()).contains("Skickad");
        assertThat(
                        send(scene.actor, post(run + "/skickade").param("on", "i går eller så"))
                                .getStatus())
                .isEqualTo(409);
        Actor guide = scene.board.employee(Role.GUIDE, UnitKind.OUTREACH);
        assertThat(send(guide, get("/utskrifter")).getStatus()).isEqualTo(403);
        assertThat(send(guide, get(run + "/fil/1")).getStatus()).isEqualTo(403);
    }

    @Test
    void nobody_to_write_to_is_said_and_nothing_is_ordered() throws Exception {
        var scene = ready();
        assertThat(see(scene.actor, "/utskrifter/ny").text()).contains("Ingen väntar på brev");
        var refused =
                send(
                        scene.actor,
                        post("/utskrifter")
                                .param("commandKey", UUID.randomUUID().toString())
                                .param("whose", "ALL"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("Ingen i urvalet kan få brev nu");
        assertThat(scene.count("select count(*) from letter.print_run")).isZero();
    }
}
