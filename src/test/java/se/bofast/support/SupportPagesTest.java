package se.bofast.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.HouseClock;
import se.bofast.person.People;

/// The pages of the room come up, keep what was typed and say what happened. With
/// `-Dbofast.pages=<folder>` they are laid there to be looked at.
@HouseTest
class SupportPagesTest {

    private static final LocalDate TODAY = SupportHouse.TODAY;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private final Boards boards;
    private final People people;
    private final RegisteringSignals registering;
    private final MakingSlots making;
    private final Appointments appointments;
    private final LoggingContact logging;
    private final SafeVisits visits;
    private final Assignments assignments;
    private final SupportSection section;
    private final AssignmentSection assignmentSection;
    private final gg.jte.TemplateEngine engine;
    private final se.bofast.page.Frames frames;
    private final MockMvc pages;

    SupportPagesTest(
            Boards boards,
            People people,
            RegisteringSignals registering,
            MakingSlots making,
            Appointments appointments,
            LoggingContact logging,
            SafeVisits visits,
            Assignments assignments,
            SupportSection section,
            AssignmentSection assignmentSection,
            gg.jte.TemplateEngine engine,
            se.bofast.page.Frames frames,
            MockMvc pages) {
        this.boards = boards;
        this.people = people;
        this.registering = registering;
        this.making = making;
        this.appointments = appointments;
        this.logging = logging;
        this.visits = visits;
        this.assignments = assignments;
        this.section = section;
        this.assignmentSection = assignmentSection;
        this.engine = engine;
        this.frames = frames;
        this.pages = pages;
    }

    private record Scene(TestBoard board, Actor actor, SupportHouse.Case someone) {}

    private Scene scene() {
        var board = boards.make();
        var actor = board.coordinator();
        return new Scene(
                board,
                actor,
                new SupportHouse(board, actor, people, registering, making).someone("Anna"));
    }

    @Test
    void a_contact_is_written_down_with_three_presses() throws Exception {
        var scene = scene();
        var form = see(scene, get(contact(scene)), "contact");
        assertThat(form.getContentAsString()).contains("Hur gick det?", "Vi fick kontakt");
        var saved =
                see(
                        scene,
                        post("/kontakter/ny")
                                .with(csrf())
                                .param("arende", scene.someone().matter().id().toString())
                                .param("outcome", "NO_ANSWER")
                                .param("by", "PHONE")
                                .param("with", "TENANT")
                                .param("happenedOn", "2026-11-02")
                                .param("happenedTime", "11.30"),
                        "contact-saved");
        assertThat(saved.getStatus()).isEqualTo(303);
        var missing =
                see(
                        scene,
                        post("/kontakter/ny")
                                .with(csrf())
                                .param("arende", scene.someone().matter().id().toString())
                                .param("by", "PHONE")
                                .param("with", "TENANT")
                                .param("note", "Det här ska stå kvar.")
                                .param("happenedOn", "2026-11-02")
                                .param("happenedTime", "11.30"),
                        "contact-missing");
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString()).contains("Det här ska stå kvar.");
    }

    @Test
    void a_joint_visit_without_consent_keeps_the_form_and_says_why() throws Exception {
        var scene = scene();
        var refused =
                see(
                        scene,
                        post("/kontakter/ny")
                                .with(csrf())
                                .param("arende", scene.someone().matter().id().toString())
                                .param("outcome", "PERSONAL_CONTACT")
                                .param("by", "HOME_VISIT")
                                .param("with", "TENANT")
                                .param("withLandlord", "yes")
                                .param("happenedOn", "2026-11-02")
                                .param("happenedTime", "11.30"),
                        "contact-refused");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("inget samtycke att stödja sig på");
    }

    @Test
    void a_note_stands_as_plain_text_to_be_copied() throws Exception {
        var scene = scene();
        var id = logged(scene, Contact.Outcome.PERSONAL_CONTACT);
        var note = see(scene, get("/kontakter/" + id.value() + "/anteckning"), "note");
        assertThat(note.getContentAsString())
                .contains("readonly", "Telefon, Hyresgästen: Vi fick kontakt.", "Provanteckning.");
        assertThat(
                        see(
                                        scene,
                                        post("/kontakter/" + id.value() + "/akten").with(csrf()),
                                        "filed")
                                .getStatus())
                .isEqualTo(303);
        assertThat(
                        see(scene, get("/kontakter/" + id.value() + "/ta-tillbaka"), "withdraw")
                                .getStatus())
                .isEqualTo(200);
    }

    @Test
    void times_are_offered_booked_and_marked() throws Exception {
        var scene = scene();
        assertThat(see(scene, get("/tider"), "slots-empty").getContentAsString())
                .contains("Inga tider den här veckan");
        assertThat(see(scene, get("/tider/nya"), "slots-new").getStatus()).isEqualTo(200);
        var made =
                see(
                        scene,
                        post("/tider/nya")
                                .with(csrf())
                                .param("adviser", scene.actor().id().toString())
                                .param("unit", scene.actor().unit().toString())
                                .param("firstOn", "3 nov")
                                .param("at", "9.00")
                                .param("minutes", "45")
                                .param("inARow", "4")
                                .param("weeks", "2")
                                .param("place", "Provgatan 7, våning 2"),
                        "slots-made");
        assertThat(made.getStatus()).isEqualTo(303);
        var tells =
                see(
                        scene,
                        post("/tider/nya")
                                .with(csrf())
                                .param("adviser", scene.actor().id().toString())
                                .param("unit", scene.actor().unit().toString())
                                .param("firstOn", "4 nov")
                                .param("at", "9.00")
                                .param("minutes", "45")
                                .param("inARow", "1")
                                .param("weeks", "1")
                                .param("place", "Socialkontoret"),
                        "slots-tells");
        assertThat(tells.getContentAsString())
                .contains("Platsen visas för den som har brevets kod");
        var book = see(scene, get("/tider/boka?arende=" + scene.someone().matter().id()), "book");
        assertThat(book.getContentAsString()).contains("tisdag 3 november 2026");
        var slot = free(scene).getFirst();
        var booked =
                see(
                        scene,
                        post("/tider/boka")
                                .with(csrf())
                                .param("arende", scene.someone().matter().id().toString())
                                .param("slot", slot.id().value().toString()),
                        "booked");
        assertThat(booked.getStatus()).isEqualTo(303);
        assertThat(see(scene, get("/tider"), "slots").getContentAsString())
                .contains("Bekräftad", "Prövad, Anna", "1 bokade, 3 lediga");
        var later = seeOn(scene, DAY, get("/tider?visa=mina"), "slots-later");
        assertThat(later.getContentAsString()).contains("Kom inte");
    }

    @Test
    void visits_notes_and_assignments_have_their_forms() throws Exception {
        var scene = scene();
        var q = "?arende=" + scene.someone().matter().id();
        assertThat(see(scene, get("/hembesok/nytt" + q), "visit").getStatus()).isEqualTo(200);
        assertThat(see(scene, get("/hembesok/notering" + q), "visit-note").getStatus())
                .isEqualTo(200);
        var person = scene.someone().person();
        assertThat(
                        see(scene, get("/uppdrag/nytt?person=" + person), "assignment-start")
                                .getStatus())
                .isEqualTo(200);
        scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () ->
                                assignments.start(
                                        scene.actor(),
                                        person,
                                        scene.actor().unit(),
                                        scene.actor().id(),
                                        null,
                                        TODAY));
        var open = scene.board().as(scene.actor(), TODAY, () -> assignments.of(person)).getFirst();
        assertThat(see(scene, get("/uppdrag/" + open.id()), "assignment").getStatus())
                .isEqualTo(200);
        var card =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () -> assignmentSection.section(scene.actor(), person))
                        .orElseThrow();
        assertThat(shown(scene, card, "assignments-card")).contains("Kim COORDINATOR");
    }

    @Test
    void the_card_of_the_case_says_how_far_one_has_come() throws Exception {
        var scene = scene();
        var actor = scene.actor();
        var house = new SupportHouse(scene.board(), actor, people, registering, making);
        house.times(DAY, 3, null);
        logged(scene, Contact.Outcome.NO_ANSWER);
        var colleague = scene.board().employee(Role.CASEWORKER, UnitKind.HOUSING);
        var waits = scene.board().employee(Role.CASEWORKER, UnitKind.HOUSING);
        scene.board()
                .as(
                        actor,
                        TODAY,
                        () -> {
                            visits.note(
                                    actor,
                                    scene.someone().matter(),
                                    "Stor lös hund i hallen.",
                                    true,
                                    TODAY.plusDays(30));
                            visits.plan(
                                    actor,
                                    scene.someone().matter(),
                                    new SafeVisits.Plan(
                                            actor.id(),
                                            colleague.id(),
                                            false,
                                            TestBoard.noon(TODAY).minusSeconds(10_000),
                                            java.time.Duration.ofMinutes(90),
                                            waits.id()));
                            return appointments.propose(
                                    actor,
                                    scene.someone().matter(),
                                    scene.someone().person(),
                                    appointments.nextFreeSlots(actor, 1, TODAY).getFirst().id());
                        });
        var card =
                scene.board()
                        .as(actor, TODAY, () -> section.section(actor, scene.someone().matter()));
        assertThat(shown(scene, card, "card"))
                .contains(
                        "aldrig ensam",
                        "Ingen har hört av sig efter hembesöket",
                        "Föreslagen",
                        "Provanteckning.",
                        "Anteckna kontakt");
    }

    @Test
    void the_public_pages_are_laid_out_too() throws Exception {
        var scene = scene();
        var house = new SupportHouse(scene.board(), scene.actor(), people, registering, making);
        house.times(DAY, 4, null);
        var proposed =
                (Appointments.Proposal.Proposed)
                        scene.board()
                                .as(
                                        scene.actor(),
                                        TODAY,
                                        () ->
                                                appointments.propose(
                                                        scene.actor(),
                                                        scene.someone().matter(),
                                                        scene.someone().person(),
                                                        appointments
                                                                .nextFreeSlots(
                                                                        scene.actor(), 1, TODAY)
                                                                .getFirst()
                                                                .id()));
        assertThat(see(scene, get("/tid"), "code").getStatus()).isEqualTo(200);
        assertThat(see(scene, post("/tid").param("code", "fel"), "code-wrong").getStatus())
                .isEqualTo(422);
        for (var what : java.util.List.of("look", "confirm", "decline")) {
            var answer =
                    see(
                            scene,
                            post("/tid").param("code", proposed.code()).param("do", what),
                            "code-" + what);
            assertThat(answer.getStatus()).isEqualTo(200);
        }
    }

    private static String contact(Scene scene) {
        return "/kontakter/ny?arende=" + scene.someone().matter().id();
    }

    private Contact.ContactId logged(Scene scene, Contact.Outcome outcome) {
        var written =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () ->
                                        logging.log(
                                                scene.actor(),
                                                scene.someone().matter(),
                                                new NewContact(
                                                        Contact.With.TENANT,
                                                        Contact.By.PHONE,
                                                        outcome,
                                                        false,
                                                        TestBoard.noon(TODAY),
                                                        "Provanteckning.",
                                                        Set.of(Contact.Advice.TENANCY_ADVICE),
                                                        null,
                                                        null)));
        return ((LoggingContact.Written.Done) written).id();
    }

    private java.util.List<Slot> free(Scene scene) {
        return scene.board()
                .as(
                        scene.actor(),
                        TODAY,
                        () -> appointments.nextFreeSlots(scene.actor(), 10, TODAY));
    }

    private MockHttpServletResponse see(
            Scene scene, MockHttpServletRequestBuilder request, String name) throws Exception {
        return seeOn(scene, TODAY, request, name);
    }

    private MockHttpServletResponse seeOn(
            Scene scene, LocalDate day, MockHttpServletRequestBuilder request, String name)
            throws Exception {
        request.with(user(scene.actor().id().toString()))
                .requestAttr("se.bofast.actor", scene.actor());
        var answer =
                HouseClock.<MockHttpServletResponse, Exception>at(
                        TestBoard.noon(day),
                        () ->
                                scene.actor()
                                        .reach()
                                        .<MockHttpServletResponse, Exception>within(() ->
                                                pages.perform(request).andReturn().getResponse()));
        answer.setCharacterEncoding("UTF-8");
        lay(name, answer.getContentAsString(StandardCharsets.UTF_8));
        return answer;
    }

    /// A card within a frame of a request nobody is logged in to.
    private String shown(Scene scene, se.bofast.page.Section card, String name) throws Exception {
        var html =
                HouseClock.<String, RuntimeException>at(
                        TestBoard.noon(TODAY),
                        () ->
                                scene.actor()
                                        .reach()
                                        .within(() -> {
                                            var request =
                                                    new org.springframework.mock.web
                                                            .MockHttpServletRequest();
                                            var output = new gg.jte.output.StringOutput();
                                            card.content(engine, frames.of(request))
                                                    .writeTo(
                                                            new gg.jte.html.OwaspHtmlTemplateOutput(
                                                                    output));
                                            return output.toString();
                                        }));
        lay(
                name,
                "<!DOCTYPE html><html lang=sv><head><meta charset=utf-8><meta name=viewport"
                        + " content='width=device-width'><link rel=stylesheet"
                        + " href=/vendor/fkui-6.44.0/theme-light.css><link rel=stylesheet"
                        + " href=/bofast.css></head><body class=house><main class=content>"
                        + html
                        + "</main></body></html>");
        return html;
    }

    private static void lay(String name, String html) throws Exception {
        var folder = System.getProperty("bofast.pages");
        if (folder != null && !html.isEmpty()) {
            Files.createDirectories(Path.of(folder));
            Files.writeString(Path.of(folder, name + ".html"), html);
        }
    }
}
