package se.bofast.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.Pace;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.HouseClock;
import se.bofast.letter.LetterCode;
import se.bofast.person.People;

/// The page of a letter's code, within the guard rails of product.md H.
@HouseTest
class AnsweringByCodeTest {

    private static final LocalDate TODAY = SupportHouse.TODAY;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Boards boards;
    private final People people;
    private final RegisteringSignals registering;
    private final MakingSlots making;
    private final Appointments appointments;
    private final MockMvc pages;

    AnsweringByCodeTest(
            Boards boards,
            People people,
            RegisteringSignals registering,
            MakingSlots making,
            Appointments appointments,
            MockMvc pages) {
        this.boards = boards;
        this.people = people;
        this.registering = registering;
        this.making = making;
        this.appointments = appointments;
        this.pages = pages;
    }

    /// A board with one proposed time and two more that are free.
    private record Sent(
            TestBoard board, Actor actor, SupportHouse.Case someone, String code, UUID id) {}

    private Sent sent() {
        var board = boards.make();
        var actor = board.coordinator();
        var house = new SupportHouse(board, actor, people, registering, making);
        house.times(DAY, 3, null);
        var someone = house.someone("Anna");
        var proposal =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                appointments.propose(
                                        actor,
                                        someone.matter(),
                                        someone.person(),
                                        appointments
                                                .nextFreeSlots(actor, 1, TODAY)
                                                .getFirst()
                                                .id()));
        var done = (Appointments.Proposal.Proposed) proposal;
        return new Sent(board, actor, someone, done.code(), done.id().value());
    }

    @Test
    void shows_day_time_place_and_the_municipality_and_nothing_else() throws Exception {
        var sent = sent();
        var answer = answer(sent.code(), null, null);
        var text = text(answer);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(text)
                .contains("tisdag 10 november 2026", "9.00", "Provgatan 7, våning 2", "kommunen")
                .doesNotContain(
                        "Bofast", "Testnämnden", "Enhet", "Anna", "Prövad", "hyra", "skuld");
    }

    @Test
    void is_kept_nowhere_and_found_by_no_search_engine() throws Exception {
        var sent = sent();
        var answer = answer(sent.code(), null, null);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getCookies()).isEmpty();
        assertThat(answer.getContentAsString()).contains("noindex");
    }

    @Test
    void wrong_expired_and_meaningless_codes_get_the_same_answer() throws Exception {
        var sent = sent();
        var wrong = answer(LetterCode.random().written(), null, null);
        var expired = after(DAY.plusDays(1), () -> answer(sent.code(), null, null));
        var nonsense = answer("hej hopp", null, null);
        assertThat(expired.getStatus()).isEqualTo(wrong.getStatus());
        assertThat(nonsense.getStatus()).isEqualTo(wrong.getStatus());
        assertThat(text(expired)).isEqualTo(text(wrong));
        assertThat(text(nonsense)).isEqualTo(text(wrong));
        assertThat(expired.getHeaderNames()).isEqualTo(wrong.getHeaderNames());
    }

    @Test
    void a_code_works_however_it_is_typed() throws Exception {
        var sent = sent();
        var typed = sent.code().replace("-", " ").toLowerCase(java.util.Locale.ROOT);
        assertThat(answer(typed, null, null).getStatus()).isEqualTo(200);
    }

    @Test
    void confirming_twice_is_confirming_once() throws Exception {
        var sent = sent();
        answer(sent.code(), "confirm", null);
        answer(sent.code(), "confirm", null);
        assertThat(events(sent)).containsExactly("PROPOSED/false", "CONFIRMED/true");
    }

    @Test
    void declining_gives_the_time_back_and_closes_nothing() throws Exception {
        var sent = sent();
        var answer = answer(sent.code(), "decline", null);
        assertThat(text(answer)).contains("Du har tackat nej till tiden");
        assertThat(events(sent)).containsExactly("PROPOSED/false", "DECLINED/true");
        var stage =
                sent.board()
                        .ask(
                                sent.actor(),
                                sql ->
                                        sql.sql(
                                                        """
                                                        select stage from prevention.prevention_case where id = :id
                                                        """)
                                                .param("id", sent.someone().matter().id())
                                                .query(String.class)
                                                .single());
        assertThat(stage).isNotEqualTo("CLOSED");
        var free =
                sent.board()
                        .as(
                                sent.actor(),
                                TODAY,
                                () -> appointments.nextFreeSlots(sent.actor(), 10, TODAY));
        assertThat(free).hasSize(3);
    }

    @Test
    void one_may_choose_another_time_also_after_declining() throws Exception {
        var sent = sent();
        answer(sent.code(), "decline", null);
        var other =
                sent.board()
                        .as(
                                sent.actor(),
                                TODAY,
                                () -> appointments.nextFreeSlots(sent.actor(), 10, TODAY))
                        .getLast();
        var answer = answer(sent.code(), "move", other.id().value());
        assertThat(text(answer)).contains("Tack", "9.30");
        assertThat(events(sent)).containsExactly("PROPOSED/false", "DECLINED/true", "MOVED/true");
    }

    @Test
    void who_declined_may_think_better_of_it() throws Exception {
        var sent = sent();
        var own =
                sent.board()
                        .ask(
                                sent.actor(),
                                sql ->
                                        sql.sql("select slot_id from support.appointment")
                                                .query(UUID.class)
                                                .single());
        answer(sent.code(), "decline", null);
        assertThat(text(answer(sent.code(), "move", own))).contains("Tack. Tiden är bekräftad.");
        assertThat(events(sent))
                .containsExactly("PROPOSED/false", "DECLINED/true", "CONFIRMED/true");
    }

    @Test
    void a_time_of_another_board_cannot_be_chosen() throws Exception {
        var sent = sent();
        var theirs = sent();
        var foreign =
                theirs.board()
                        .as(
                                theirs.actor(),
                                TODAY,
                                () -> appointments.nextFreeSlots(theirs.actor(), 1, TODAY))
                        .getFirst();
        var answer = answer(sent.code(), "move", foreign.id().value());
        assertThat(text(answer)).contains("Någon hann ta den tiden");
        assertThat(events(sent)).containsExactly("PROPOSED/false");
        assertThat(events(theirs)).containsExactly("PROPOSED/false");
    }

    @Test
    void each_board_finds_its_own_by_its_own_secret() throws Exception {
        var ours = sent();
        var theirs = sent();
        answer(ours.code(), "confirm", null);
        assertThat(events(ours)).hasSize(2);
        assertThat(events(theirs)).hasSize(1);
        var keys =
                theirs.board()
                        .ask(
                                theirs.actor(),
                                sql ->
                                        sql.sql("select count(*) from support.code_key")
                                                .query(Long.class)
                                                .single());
        assertThat(keys).isEqualTo(1);
        var codes =
                ours.board()
                        .ask(
                                ours.actor(),
                                sql ->
                                        sql.sql("select code_hash from support.appointment")
                                                .query(String.class)
                                                .list());
        assertThat(codes).noneMatch(hash -> hash.contains(ours.code()));
    }

    @Test
    void a_called_off_appointment_has_a_dead_code() throws Exception {
        var sent = sent();
        sent.board()
                .as(
                        sent.actor(),
                        TODAY,
                        () ->
                                appointments.cancel(
                                        sent.actor(), new Appointment.AppointmentId(sent.id())));
        var wrong = answer(LetterCode.random().written(), null, null);
        assertThat(text(answer(sent.code(), null, null))).isEqualTo(text(wrong));
    }

    @Test
    void an_address_that_tries_too_often_must_wait() throws Exception {
        var sent = sent();
        var address = "203.0.113." + ADDRESSES.incrementAndGet();
        for (var i = 0; i < Pace.CODE.most(); i++) {
            assertThat(answer("7K4M-PQ8T-XW3R-D", null, null, address).getStatus()).isEqualTo(422);
        }
        var tooMany = answer(sent.code(), null, null, address);
        assertThat(tooMany.getStatus()).isEqualTo(429);
        assertThat(tooMany.getHeader("Retry-After")).matches("[1-9][0-9]*");
        assertThat(answer(sent.code(), null, null).getStatus()).isEqualTo(200);
    }

    @Test
    void speaks_english_when_asked() throws Exception {
        var sent = sent();
        var answer =
                HouseClock.<MockHttpServletResponse, Exception>at(
                        TestBoard.noon(TODAY),
                        () ->
                                pages.perform(
                                                post("/tid")
                                                        .param("code", sent.code())
                                                        .param("sprak", "en")
                                                        .with(r -> {
                                                            r.setRemoteAddr(address());
                                                            return r;
                                                        }))
                                        .andReturn()
                                        .getResponse());
        assertThat(answer.getContentAsString()).contains("I will come", "lang=\"en\"");
        var empty = pages.perform(get("/tid?sprak=en")).andReturn().getResponse();
        assertThat(empty.getContentAsString()).contains("Type the code from the letter");
    }

    private java.util.List<String> events(Sent sent) {
        return sent.board()
                .ask(
                        sent.actor(),
                        sql ->
                                sql.sql(
                                                """
                                                select state || '/' || by_code from support.appointment_event
                                                where appointment_id = :id order by ordinal
                                                """)
                                        .param("id", sent.id())
                                        .query(String.class)
                                        .list());
    }

    private MockHttpServletResponse answer(
            String code,
            @org.jspecify.annotations.Nullable String what,
            @org.jspecify.annotations.Nullable UUID slot)
            throws Exception {
        return answer(code, what, slot, address());
    }

    private static String address() {
        return "198.51.100." + (ADDRESSES.incrementAndGet() % 250);
    }

    private MockHttpServletResponse answer(
            String code,
            @org.jspecify.annotations.Nullable String what,
            @org.jspecify.annotations.Nullable UUID slot,
            String address)
            throws Exception {
        var request =
                post("/tid")
                        .param("code", code)
                        .with(r -> {
                            r.setRemoteAddr(address);
                            return r;
                        });
        if (what != null) {
            request = request.param("do", what);
        }
        if (slot != null) {
            request = request.param("slot", slot.toString());
        }
        var sent = request;
        return PLAYED.isBound()
                ? pages.perform(sent).andReturn().getResponse()
                : HouseClock.<MockHttpServletResponse, Exception>at(
                        TestBoard.noon(TODAY), () -> pages.perform(sent).andReturn().getResponse());
    }

    private static final ScopedValue<Boolean> PLAYED = ScopedValue.newInstance();

    private static MockHttpServletResponse after(
            LocalDate day, ScopedValue.CallableOp<MockHttpServletResponse, Exception> work)
            throws Exception {
        return ScopedValue.where(PLAYED, true)
                .<MockHttpServletResponse, Exception>call(() ->
                        HouseClock.<MockHttpServletResponse, Exception>at(
                                TestBoard.noon(day), work));
    }

    /// What one reads on the page.
    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("(?s)<head>.*?</head>", "")
                .replaceAll("(?s)<input[^>]*name=\"code\"[^>]*>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
