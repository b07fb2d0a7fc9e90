package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;

/// The pages of a round, as the leader, a unit and an economist meet them.
@HouseTest
class CountPagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 25);

    /// Where the log-in room leaves who is here.
    private static final String ACTOR = "se.bofast.actor";

    private final Boards boards;
    private final MockMvc pages;

    CountPagesTest(Boards boards, WebApplicationContext house) {
        this.boards = boards;
        this.pages = MockMvcBuilders.webAppContextSetup(house).build();
    }

    private MockHttpServletResponse ask(
            TestBoard board, Actor actor, MockHttpServletRequestBuilder request) {
        return board.as(
                actor,
                DAY.plusDays(1),
                () -> {
                    try {
                        var response =
                                pages.perform(
                                                request.locale(Locale.of("sv"))
                                                        .requestAttr(ACTOR, actor))
                                        .andReturn()
                                        .getResponse();
                        response.setCharacterEncoding("UTF-8");
                        return response;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private String page(TestBoard board, Actor actor, String address) throws Exception {
        var response = ask(board, actor, get(address));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString();
    }

    private String press(TestBoard board, Actor actor, String address, Map<String, String> fields) {
        var request = post(address);
        fields.forEach(request::param);
        var response = ask(board, actor, request);
        assertThat(response.getStatus()).as(address).isEqualTo(303);
        return String.valueOf(response.getHeader("Location"));
    }

    @Test
    void a_round_from_its_opening_to_its_publication() throws Exception {
        var board = boards.make();
        var leader = board.coordinator();
        var unit = board.unit(UnitKind.ADULT_RECEPTION).value();
        var outreach = board.unit(UnitKind.OUTREACH).value();
        var caseworker = board.employee(Role.CASEWORKER, UnitKind.ADULT_RECEPTION);
        var field = board.employee(Role.OUTREACH, UnitKind.OUTREACH);
        var economist = board.employee(Role.ECONOMIST, UnitKind.HOUSING);
        var register = new CountRegister(board, leader);
        for (var i = 0; i < 9; i++) {
            var one = register.person(LocalDate.of(1970, 1, 1 + i), i < 7 ? "MALE" : "FEMALE");
            register.stay(
                    one,
                    i < 6 ? "SHELTER" : "TRAINING",
                    "LIVES",
                    1,
                    DAY.minusDays(30),
                    null,
                    null,
                    null,
                    unit);
        }
        register.write();

        assertThat(page(board, leader, "/matning")).contains("Ingen mätning ännu");
        assertThat(page(board, leader, "/matning/ny")).contains("Enheter som svarar");
        var refused =
                post("/matning/ny")
                        .param("name", "Höst")
                        .param("start", "2026-09-25")
                        .param("end", "2026-10-25");
        assertThat(ask(board, leader, refused).getStatus()).isEqualTo(422);
        var opened =
                post("/matning/ny")
                        .param("name", "Höst 2026")
                        .param("start", "2026-09-25")
                        .param("due", "2026-10-09")
                        .param("ageFrom", "18")
                        .param("units", unit.toString(), outreach.toString())
                        .param("commandKey", UUID.randomUUID().toString());
        var round = String.valueOf(ask(board, leader, opened).getHeader("Location"));
        assertThat(page(board, leader, round))
                .contains("Höst 2026", "Svaret väntas", "Frys mätningen");
        press(board, leader, round + "/fyll", Map.of());
        press(board, leader, round + "/paminn", Map.of("unit", unit.toString()));
        assertThat(page(board, leader, round)).contains("Påmind en gång");

        var list = round + "/enhet/" + unit;
        assertThat(page(board, caseworker, "/matning")).contains("Listor som väntar på dig", list);
        var text = page(board, caseworker, list);
        assertThat(text).contains("Inte besvarad", "Kim");
        var answers = post(list);
        var reports =
                java.util.regex.Pattern.compile("name=\"report\" value=\"([^\"]+)\"").matcher(text);
        while (reports.find()) {
            answers.param("report", reports.group(1))
                    .param("said-" + reports.group(1), register.id("SHELTER").toString())
                    .param("leaving-" + reports.group(1), "yes");
        }
        assertThat(ask(board, caseworker, answers).getStatus()).isEqualTo(303);
        assertThat(page(board, caseworker, list))
                .contains("Bekräftad")
                .doesNotContain("Inte besvarad");
        assertThat(press(board, caseworker, list + "/klar", Map.of())).endsWith("/matning");
        assertThat(ask(board, caseworker, get(round + "/enhet/" + outreach)).getStatus())
                .isEqualTo(404);

        var other = round + "/enhet/" + outreach;
        assertThat(page(board, field, other)).contains("Ingen på listan");
        assertThat(page(board, field, other + "/ny")).contains("Födelsedag");
        press(
                board,
                field,
                other + "/ny",
                Map.of(
                        "given",
                        "Kim",
                        "family",
                        "Raknad",
                        "birth",
                        "1970-01-01",
                        "housing",
                        register.id("STREET").toString(),
                        "commandKey",
                        UUID.randomUUID().toString()));
        assertThat(page(board, field, other)).contains("Utan namn, 56 år");
        var conflicts = page(board, leader, round);
        assertThat(conflicts)
                .contains("En person har fått två olika svar", "SHELTER (", "STREET (");
        press(board, leader, round + "/frys", Map.of());
        assertThat(page(board, leader, round)).contains("Frys mätningen");
        var radio =
                java.util.regex.Pattern.compile("name=\"report\"[^>]*value=\"([^\"]+)\"")
                        .matcher(conflicts);
        assertThat(radio.find()).isTrue();
        press(
                board,
                leader,
                round + "/avgor",
                Map.of("report", radio.group(1), "reason", "Sågs den natten"));

        var result = page(board, leader, round + "/resultat");
        assertThat(result)
                .contains("Varför definitionerna skiljer sig", "Visa personerna", "45–64 år");
        assertThat(page(board, leader, round + "/personer?definition=CITY&why=IN&category=ACUTE"))
                .contains("Öppna");
        assertThat(ask(board, economist, get(round + "/personer")).getStatus()).isEqualTo(403);
        assertThat(page(board, economist, round + "/resultat"))
                .contains("döljs")
                .doesNotContain("/personer?");
        press(board, leader, round + "/frys", Map.of());
        assertThat(page(board, leader, round)).contains("Kontrollsumma");
        press(board, leader, round + "/publicera", Map.of());
        assertThat(page(board, economist, round + "/publicerat"))
                .contains("som den har publicerats", "döljs");
        assertThat(page(board, leader, "/matning/dag?day=2026-09-25&known=2026-09-26"))
                .contains("25 september 2026");
        assertThat(page(board, leader, "/matning/definition")).contains("Så räknas det");
        assertThat(
                        page(
                                board,
                                leader,
                                "/uppfoljning/flode?from=2026-01-01&to=2026-12-01&compare=yes"))
                .contains("data-chart", "In i kedjan", "Visa personerna", "Kaplan");
        assertThat(
                        page(
                                board,
                                leader,
                                "/uppfoljning/flode/personer?from=2026-01-01&to=2026-12-01&step=OUTSIDE&next=SHELTER"))
                .contains("Utanför kedjan", "Öppna");
        var period = "from=2026-01-01&to=2026-12-01";
        assertThat(page(board, leader, "/uppfoljning/flode?" + period + "&other=2025-03-01"))
                .contains(
                        "Jämfört med",
                        "2025-03-01",
                        "Vad nätterna kostade",
                        "inte avdraget",
                        "living=SHELTER",
                        "lease=TAKEN_OVER");
        assertThat(page(board, leader, "/uppfoljning/flode?" + period + "&group=WOMEN"))
                .contains("räknas inte per grupp");
        assertThat(page(board, leader, "/uppfoljning/flode/personer?" + period + "&living=SHELTER"))
                .contains("Bodde sista natten: Härbärge", "Flyttade in", "Öppna");
        assertThat(page(board, leader, "/uppfoljning/flode/personer?" + period + "&shelter=yes"))
                .contains("Personer i härbärge", "Öppna");
        assertThat(page(board, leader, "/uppfoljning/flode/personer?" + period + "&lease=RENT"))
                .contains("Kontrakt som slutade för hyran", "Ingen person");
        assertThat(page(board, economist, "/uppfoljning/flode?" + period))
                .contains("döljs")
                .doesNotContain("/uppfoljning/flode/personer");
    }
}
