package se.bofast.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.access.Actor;
import se.bofast.access.web.LoggedInAs;
import se.bofast.dwelling.Landlords;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;

/// The way through the pages: a list is sent, looked at, read in, asked about, undone.
@HouseTest
class IntakePagesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern PLACE = Pattern.compile("/(?:inlasning|signaler)/[0-9a-f-]{36}");

    private final Boards boards;
    private final MockMvc mvc;
    private final Landlords landlords;
    private final People people;
    private final WorkDoneNow work;

    private Actor coordinator;
    private String sender;

    @SuppressWarnings("NullAway.Init")
    IntakePagesTest(
            Boards boards, MockMvc mvc, Landlords landlords, People people, WorkDoneNow work) {
        this.boards = boards;
        this.mvc = mvc;
        this.landlords = landlords;
        this.people = people;
        this.work = work;
    }

    @BeforeEach
    void a_board_with_a_landlord_and_two_people() {
        var board = boards.make();
        coordinator = board.coordinator();
        sender =
                board.as(
                        coordinator,
                        () -> {
                            register("Åsa", "Provberg", "19811228-2390", Protection.NONE);
                            register("Örjan", "Testlund", "630405-2381", Protection.MARKED);
                            return landlords
                                    .ensureAll(List.of("Påhittade Hem AB"))
                                    .values()
                                    .iterator()
                                    .next()
                                    .value()
                                    .toString();
                        });
    }

    private void register(String given, String family, String number, Protection how) {
        var person =
                NewPerson.of(
                        given,
                        family,
                        IdentityNumber.read(number, HouseClock.today(java.time.Clock.systemUTC()))
                                .orElseThrow());
        people.register(coordinator, person.protectedBy(how));
    }

    /// Keeps the page for looking at, when asked to by `-Dbofast.pages=folder`.
    private String kept(String name, String html) throws Exception {
        var folder = System.getProperty("bofast.pages");
        if (folder != null) {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, name + ".html"), html);
        }
        return html;
    }

    private String see(String name, String path) throws Exception {
        var response =
                mvc.perform(get(path).with(LoggedInAs.actor(coordinator)))
                        .andReturn()
                        .getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return kept(name, response.getContentAsString(UTF_8));
    }

    private String onward(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var response =
                mvc.perform(request.with(csrf()).with(LoggedInAs.actor(coordinator)))
                        .andReturn()
                        .getResponse();
        assertThat(response.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(response.getRedirectedUrl());
    }

    /// A file that came over empty is not one that was never chosen.
    @Test
    void an_empty_file_is_told_as_such() throws Exception {
        var answer =
                mvc.perform(
                                multipart("/inlasning")
                                        .file(
                                                new MockMultipartFile(
                                                        "file", "tom.csv", "text/csv", new byte[0]))
                                        .param("kind", "payment-orders")
                                        .param("sender", sender)
                                        .with(csrf())
                                        .with(LoggedInAs.actor(coordinator)))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getContentAsString()).contains("Filen är tom.");
    }

    private String send(String kind, String text) throws Exception {
        return onward(
                multipart("/inlasning")
                        .file(
                                new MockMultipartFile(
                                        "file", "vecka 44.csv", "text/csv", text.getBytes(WINDOWS)))
                        .param("kind", kind)
                        .param("sender", sender));
    }

    private static final String LIST =
            """
            Personnummer;Namn;Adress;Belopp;Målnummer;Eget
            19811228-2390;Provberg, Åsa;Storgatan 1, lgh 1203;14320,50;B-1;x
            630405-2381;Annansson, Bo;Storgatan 3;700;B-2;x
            19811228-2391;Felsson, Bo;Storgatan 2;500;B-3;x
            ;Ny Person;Storgatan 5;500;B-4;x
            """;

    @Test
    void a_list_goes_from_the_file_to_the_receipt() throws Exception {
        assertThat(see("lists", "/inlasning")).contains("Betalningsförelägganden");
        assertThat(see("send", "/inlasning?kind=payment-orders")).contains("Påhittade Hem AB");
        var place = send("payment-orders", LIST);
        assertThat(see("reading", place)).contains("Vi läser raderna");
        work.all();
        assertThat(see("ready", place))
                .contains("Läs in 3", "19811228-2391", "sista siffra", "Eget");
        assertThat(see("good", place + "?rader=ratt")).contains("Känd person", "name=\"take\"");
        assertThat(see("asked", place + "?rader=fragor")).contains("Liknar någon");
        see("columns", place + "/kolumner");

        var bad =
                mvc.perform(get(place + "/fel").with(LoggedInAs.actor(coordinator)))
                        .andReturn()
                        .getResponse();
        assertThat(new String(bad.getContentAsByteArray(), WINDOWS))
                .contains("Fel att rätta", "19811228-2391")
                .doesNotContain("Provberg");

        onward(post(place + "/las-in"));
        assertThat(see("accepting", place)).contains("Vi läser in raderna");
        var poll =
                mvc.perform(get(place + "/lage").with(LoggedInAs.actor(coordinator)))
                        .andReturn()
                        .getResponse();
        assertThat(poll.getContentAsString(UTF_8)).contains("hx-get");
        work.all();
        var over =
                mvc.perform(get(place + "/lage").with(LoggedInAs.actor(coordinator)))
                        .andReturn()
                        .getResponse();
        assertThat(over.getHeader("HX-Refresh")).isEqualTo("true");
        assertThat(see("receipt", place)).contains("3 rader är inlästa", "Kvitto", "Ångra");

        assertThat(see("inbox", "/inkorg"))
                .contains("Provberg, Åsa", "En signal väntar")
                .doesNotContain("Annansson");
        var questions = see("questions", "/inkorg/fragor");
        assertThat(questions)
                .contains("Annansson, Bo", "Skyddade uppgifter")
                .doesNotContain("Testlund");

        see("undo", place + "/angra");
        onward(post(place + "/angra").param("reason", "fel lista"));
        work.all();
        assertThat(see("undone", place)).contains("Inläsningen är ångrad");
    }

    @Test
    void a_signal_shows_what_it_states_and_is_corrected_with_a_reason() throws Exception {
        var place = send("payment-orders", LIST);
        work.all();
        onward(post(place + "/las-in"));
        work.all();
        var found = PLACE.matcher(see("inbox-2", "/inkorg"));
        var signal = "";
        while (found.find()) {
            if (found.group().startsWith("/signaler")) {
                signal = found.group();
            }
        }
        assertThat(see("signal", signal)).contains("Kvitto", "Rad ");
        assertThat(see("correct", signal + "/ratta?slag=NOTICE_AMOUNT&nr=1")).contains("Belopp");
        onward(
                post(signal + "/ratta?slag=NOTICE_AMOUNT&nr=1")
                        .param("value", "999")
                        .param("reason", "fel avläst"));
        assertThat(see("corrected", signal)).contains("999", "fel avläst");
    }

    @Test
    void rules_are_added_moved_tried_and_ended() throws Exception {
        var empty = see("rules-empty", "/installningar/fordelning");
        var unit = Pattern.compile("<option value=\"([0-9a-f-]{36})\"").matcher(empty);
        assertThat(unit.find()).isTrue();
        for (var name : List.of("Barnfamiljer", "Äldre")) {
            var older = name.equals("Äldre");
            onward(
                    post("/installningar/fordelning")
                            .param("name", name)
                            .param("withChildren", older ? "" : "yes")
                            .param("ageFrom", older ? "65" : "")
                            .param("unit", unit.group(1)));
        }
        assertThat(see("rules", "/installningar/fordelning?kind=RENT_ARREARS&age=70"))
                .contains("Regeln Äldre tar den", "minst 65 år");
        assertThat(see("rules-none", "/installningar/fordelning?kind=RENT_ARREARS&age=30"))
                .contains("Ingen regel passar");
    }
}
