package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.web.LoggedInAs;

/// What one types is kept while one types, and only for oneself.
@HouseTest
class DraftsTest {

    private static final String FORM = "/kontakter/ny#matter=1";

    private final MockMvc mvc;
    private final Boards boards;
    private final Drafts drafts;
    private final Commands commands;

    DraftsTest(MockMvc mvc, Boards boards, Drafts drafts, Commands commands) {
        this.mvc = mvc;
        this.boards = boards;
        this.drafts = drafts;
        this.commands = commands;
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.with(LoggedInAs.actor(actor)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse keep(Actor actor, UUID key, String fields) throws Exception {
        return send(
                actor,
                post("/utkast")
                        .param("form", FORM)
                        .param("page", "/kontakter/ny?matter=1")
                        .param("title", "Ny kontakt")
                        .param("key", key.toString())
                        .param("fields", fields));
    }

    private MockHttpServletResponse fetch(Actor actor) throws Exception {
        return send(actor, post("/utkast/hamta").param("form", FORM));
    }

    private static int rows(TestBoard board, Actor actor) {
        return board.<Integer>ask(
                actor,
                db -> db.sql("select count(*) from page.draft").query(Integer.class).single());
    }

    @Test
    void what_was_typed_comes_back_with_the_key_of_its_command() throws Exception {
        var coordinator = boards.make().coordinator();
        var key = UUID.randomUUID();
        assertThat(keep(coordinator, key, "note=Ringde").getContentAsString())
                .matches("\\d{2}\\.\\d{2}");
        keep(coordinator, key, "note=Ringde+igen");

        var draft = fetch(coordinator).getContentAsString();

        assertThat(draft).contains("&key=" + key).endsWith("&fields=note%3DRingde%2Bigen");
        assertThat(send(coordinator, get("/")).getContentAsString())
                .contains("Påbörjat, inte sparat")
                .contains("href=\"/kontakter/ny?matter=1\"");
    }

    @Test
    void a_colleague_never_sees_it() throws Exception {
        var board = boards.make();
        var coordinator = board.coordinator();
        var colleague = board.unitHead();
        keep(coordinator, UUID.randomUUID(), "note=Bara+mitt");

        assertThat(fetch(colleague).getStatus()).isEqualTo(204);
        assertThat(rows(board, colleague)).as("the database itself keeps it from them").isZero();
        assertThat(rows(board, coordinator)).isEqualTo(1);
    }

    @Test
    void a_draft_that_became_what_it_was_meant_to_is_not_offered_again() throws Exception {
        var board = boards.make();
        var coordinator = board.coordinator();
        var key = UUID.randomUUID();
        keep(coordinator, key, "note=Ringde");

        // The form got through, and the machine stopped before the draft was let go of.
        board.as(coordinator, () -> commands.once(Action.LOG_CONTACT, key, () -> "done"));

        assertThat(fetch(coordinator).getStatus()).isEqualTo(204);
        assertThat(board.as(coordinator, drafts::mine)).isEmpty();
    }

    @Test
    void one_can_throw_it_away() throws Exception {
        var coordinator = boards.make().coordinator();
        keep(coordinator, UUID.randomUUID(), "note=Ringde");

        var answer = send(coordinator, post("/utkast/kasta").param("form", FORM));

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(fetch(coordinator).getStatus()).isEqualTo(204);
    }

    @Test
    void after_a_week_it_is_gone() {
        var board = boards.make();
        var coordinator = board.coordinator();
        var written = LocalDate.of(2026, 11, 2);
        board.as(
                coordinator,
                written,
                () -> drafts.keep(FORM, "/", "Ny kontakt", UUID.randomUUID(), "note=Ringde"));

        assertThat(board.as(coordinator, written.plusDays(6), drafts::mine)).hasSize(1);
        assertThat(board.as(coordinator, written.plusDays(8), drafts::mine)).isEmpty();
        board.as(
                coordinator,
                written.plusDays(8),
                () -> drafts.keep("/annat", "/", "Annat", UUID.randomUUID(), "a=b"));
        assertThat(rows(board, coordinator)).isEqualTo(1);
    }

    @Test
    void what_is_no_address_of_ours_or_too_long_is_refused() throws Exception {
        var coordinator = boards.make().coordinator();
        for (var form : new String[] {"//annan.example", "javascript:x", "/" + "a".repeat(700)}) {
            assertThat(
                            send(
                                            coordinator,
                                            post("/utkast")
                                                    .param("form", form)
                                                    .param("key", UUID.randomUUID().toString())
                                                    .param("fields", "a=b"))
                                    .getStatus())
                    .isEqualTo(422);
        }
        assertThat(keep(coordinator, UUID.randomUUID(), "a".repeat(60_001)).getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_page_that_outlived_its_log_in_gets_a_new_token_for_the_same_person_only()
            throws Exception {
        var board = boards.make();
        var coordinator = board.coordinator();

        assertThat(
                        send(
                                        coordinator,
                                        get("/utkast/nyckel")
                                                .param(
                                                        "account",
                                                        coordinator.id().value().toString()))
                                .getStatus())
                .isEqualTo(200);
        assertThat(
                        send(
                                        board.unitHead(),
                                        get("/utkast/nyckel")
                                                .param(
                                                        "account",
                                                        coordinator.id().value().toString()))
                                .getStatus())
                .isEqualTo(409);
    }
}
