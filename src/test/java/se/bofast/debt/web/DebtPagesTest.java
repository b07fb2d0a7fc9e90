package se.bofast.debt.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.Subject;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.debt.DebtCard;
import se.bofast.debt.DebtKind;
import se.bofast.debt.DebtSection;
import se.bofast.debt.ReadingDebt;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;
import se.bofast.page.Frames;
import se.bofast.prevention.ReadingCase;

/// The pages of debts, through the browser's door.
@HouseTest
class DebtPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final RegisteringSignals registering;
    private final ReadingCase cases;
    private final ReadingDebt reading;
    private final DebtSection sections;
    private final TemplateEngine templates;
    private final Frames frames;
    private final MockMvc mvc;

    DebtPagesTest(
            Boards boards,
            RegisteringSignals registering,
            ReadingCase cases,
            ReadingDebt reading,
            DebtSection sections,
            TemplateEngine templates,
            Frames frames,
            MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.cases = cases;
        this.reading = reading;
        this.sections = sections;
        this.templates = templates;
        this.frames = frames;
        this.mvc = mvc;
    }

    @Test
    void an_empty_page_says_what_belongs_there() {
        var at = new At();
        assertThat(text(at.get(TODAY, at.place))).contains("Inga skulder än", "Ny skuld");
    }

    @Test
    void a_debt_is_recorded_once_however_often_one_presses() {
        var at = new At();
        var fields = at.newDebt();
        var first = at.post(TODAY, at.place + "/ny", fields);
        var second = at.post(TODAY, at.place + "/ny", fields);
        assertThat(first.getStatus()).isEqualTo(303);
        assertThat(first.getHeader("Location")).isEqualTo(at.place);
        assertThat(second.getStatus()).isEqualTo(303);
        assertThat(at.card(TODAY).debts()).hasSize(1);
        assertThat(text(at.get(TODAY, at.place))).contains("Hyra, Hyresbolaget");
    }

    @Test
    void a_form_with_errors_keeps_all_that_was_typed_and_says_each() {
        var at = new At();
        var answer =
                at.post(
                        TODAY,
                        at.place + "/ny",
                        Map.of(
                                "kind", "RENT",
                                "reference", "OCR 42",
                                "arisenOn", "2026-11-20",
                                "amount", "mycket",
                                "asOf", "2026-11-01",
                                "source", "LANDLORD"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer))
                .contains(
                        "value=\"OCR 42\"",
                        "value=\"mycket\"",
                        "Beloppet går inte att läsa",
                        "Dagen har inte varit än",
                        "Välj en hyresvärd eller skriv vem skulden är till",
                        "Skriv var uppgiften kommer från");
        assertThat(at.card(TODAY).debts()).isEmpty();
    }

    @Test
    void a_payment_is_saved_and_can_be_undone_or_taken_back_with_a_reason() {
        var at = new At();
        var debt = at.debt();
        assertThat(text(at.get(TODAY, debt + "/betalning"))).contains("Vem betalade?");
        var paid = Map.of("amount", "4 000", "paidOn", "2026-11-02", "payer", "RELATIVE");
        at.post(TODAY, debt + "/betalning", paid);
        at.post(TODAY, debt + "/betalning", Map.of("amount", "-1", "paidOn", "i morgon"));
        var payments = at.card(TODAY).debts().getFirst().payments();
        assertThat(payments).hasSize(1);
        var back = "/skulder/betalning/" + payments.getFirst().id() + "/ta-tillbaka";
        assertThat(text(at.get(TODAY, back))).contains("Varför?");
        assertThat(at.post(TODAY, back, Map.of("reason", " ")).getStatus()).isEqualTo(422);
        assertThat(at.post(TODAY, back, Map.of("reason", "fel ärende")).getStatus()).isEqualTo(303);
        assertThat(at.post(TODAY, back, Map.of("reason", "en gång till")).getStatus())
                .isEqualTo(404);
        at.post(TODAY, debt + "/betalning", paid);
        var again =
                at.card(TODAY).debts().getFirst().payments().stream()
                        .filter(payment -> !payment.isWithdrawn())
                        .findFirst()
                        .orElseThrow()
                        .id();
        at.post(TODAY, "/skulder/betalning/" + again + "/angra", Map.of());
        assertThat(at.card(TODAY).paid()).isEqualTo(Money.ZERO);
        assertThat(text(at.get(TODAY, at.place))).contains("fel ärende", "ångrad direkt");
    }

    @Test
    void a_plan_is_looked_at_before_it_is_agreed_on() {
        var at = new At();
        var debt = at.debt();
        assertThat(text(at.get(TODAY, debt + "/plan"))).contains("value=\"14 320\"");
        var fields = Map.of("total", "14 320", "monthly", "1 500", "firstDueOn", "2026-11-30");
        var looked = at.post(TODAY, debt + "/plan/visa", fields);
        assertThat(looked.getStatus()).isEqualTo(200);
        assertThat(text(looked))
                .contains("10 avbetalningar", "Planen är längre än sex månader", "31 augusti 2027");
        assertThat(at.card(TODAY).debts().getFirst().plan()).isNull();
        assertThat(at.post(TODAY, debt + "/plan", fields).getStatus()).isEqualTo(303);
        assertThat(text(at.get(LocalDate.of(2026, 12, 1), at.place)))
                .contains("1 missad avbetalning");
        var tooMany =
                at.post(
                        TODAY,
                        debt + "/plan",
                        Map.of(
                                "total", "14 320",
                                "monthly", "100",
                                "firstDueOn", "2026-11-30",
                                "reason", "ny lön"));
        assertThat(tooMany.getStatus()).isEqualTo(422);
        assertThat(text(tooMany)).contains("fler än 60 avbetalningar");
        var plan = java.util.Objects.requireNonNull(at.card(TODAY).debts().getFirst().plan());
        var end = debt + "/plan/" + plan.id() + "/avsluta";
        at.get(TODAY, end);
        assertThat(at.post(TODAY, end, Map.of("reason", "flyttar")).getStatus()).isEqualTo(303);
        assertThat(text(at.get(TODAY, at.place))).contains("1 tidigare plan");
    }

    @Test
    void an_amount_is_corrected_and_taken_back() {
        var at = new At();
        var debt = at.debt();
        at.get(TODAY, debt + "/belopp");
        at.post(
                TODAY.plusDays(9),
                debt + "/belopp",
                Map.of(
                        "amount", "0",
                        "asOf", "2026-11-10",
                        "source", "LANDLORD",
                        "reason", "samtal"));
        assertThat(at.card(TODAY.plusDays(9)).debts().getFirst().isSettled()).isTrue();
        var back = debt + "/belopp/2026-11-10/ta-tillbaka";
        at.get(TODAY.plusDays(9), back);
        at.post(TODAY.plusDays(9), back, Map.of("reason", "fel"));
        assertThat(at.card(TODAY.plusDays(9)).owed()).isEqualTo(Money.kronor(14_320));
        var only = at.post(TODAY, debt + "/belopp/2026-11-02/ta-tillbaka", Map.of("reason", "fel"));
        assertThat(only.getStatus()).isEqualTo(422);
        assertThat(text(only)).contains("skuldens enda belopp");
        at.get(TODAY, debt + "/ta-tillbaka");
        at.post(TODAY, debt + "/ta-tillbaka", Map.of("reason", "fel"));
        assertThat(at.card(TODAY).debts()).isEmpty();
    }

    @Test
    void a_missed_promise_says_possible_lex_sarah_and_leads_nowhere_by_itself() {
        var at = new At();
        assertThat(text(at.get(TODAY, at.place + "/lofte"))).contains("bevakas varje dag");
        var fields =
                Map.of(
                        "creditor", "Hyresbolaget",
                        "amount", "7 500",
                        "month", "2026-12",
                        "months", "2",
                        "firstDueOn", "2026-11-30");
        assertThat(at.post(TODAY, at.place + "/lofte", fields).getStatus()).isEqualTo(303);
        var taken = at.post(TODAY, at.place + "/lofte", fields);
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(text(taken)).contains("redan lovad");
        assertThat(text(at.get(LocalDate.of(2026, 11, 26), at.place)))
                .contains("Betalas inom fem dagar: hyran för december 2026")
                .doesNotContain("lex Sarah");
        var missed = text(at.get(LocalDate.of(2026, 12, 1), at.place));
        assertThat(missed).contains("Möjlig lex Sarah (SoL 27:2)");
        assertThat(missed).doesNotContainPattern("<a [^>]*>[^<]*lex Sarah");
        var promise = "/skulder/lofte/" + at.card(TODAY).promises().getFirst().id();
        at.get(TODAY, promise + "/betald");
        at.post(LocalDate.of(2026, 12, 1), promise + "/betald", Map.of("paidOn", "2026-12-01"));
        assertThat(text(at.get(LocalDate.of(2026, 12, 1), at.place))).contains("Betald för sent");
        at.get(TODAY, promise + "/obetald");
        at.post(LocalDate.of(2026, 12, 1), promise + "/obetald", Map.of("reason", "retur"));
        at.get(TODAY, promise + "/ta-tillbaka");
        at.post(LocalDate.of(2026, 12, 1), promise + "/ta-tillbaka", Map.of("reason", "flytt"));
        assertThat(at.card(TODAY).promises()).hasSize(1);
    }

    @Test
    void one_page_shows_all_that_happened_and_the_card_of_the_case_the_sum_of_it() {
        var at = new At();
        var debt = at.debt();
        var plan =
                Map.of(
                        "total", "14 320",
                        "monthly", "3 000",
                        "firstDueOn", "2026-11-30",
                        "appliedOn", "2026-10-05");
        at.post(TODAY, debt + "/plan", plan);
        at.post(
                LocalDate.of(2026, 12, 1),
                debt + "/betalning",
                Map.of("amount", "3 000", "paidOn", "2026-12-01", "payer", "TENANT"));
        at.post(
                LocalDate.of(2027, 1, 20),
                debt + "/betalning",
                Map.of("amount", "1 000", "paidOn", "2027-01-20", "payer", "RELATIVE"));
        at.post(
                TODAY,
                at.place + "/ny",
                Map.of(
                        "kind", "ELECTRICITY",
                        "creditor", "Exempel El",
                        "reference", "OCR 1234",
                        "arisenOn", "2026-09-01",
                        "amount", "850,50",
                        "asOf", "2026-11-02",
                        "source", "DOCUMENT",
                        "reason", "faktura"));
        var electricity =
                at.card(TODAY).debts().stream()
                        .filter(d -> d.kind() == DebtKind.ELECTRICITY)
                        .findFirst()
                        .orElseThrow();
        at.post(
                LocalDate.of(2026, 11, 20),
                "/skulder/skuld/" + electricity.id() + "/betalning",
                Map.of("amount", "850,50", "paidOn", "2026-11-20", "payer", "FUND"));
        at.post(
                LocalDate.of(2027, 1, 10),
                at.place + "/ny",
                Map.of(
                        "kind", "RENT",
                        "creditor", "Hyresbolaget",
                        "arisenOn", "2026-12-30",
                        "amount", "7 500",
                        "asOf", "2027-01-10",
                        "source", "LANDLORD",
                        "reason", "samtal"));
        at.post(
                TODAY,
                at.place + "/lofte",
                Map.of(
                        "creditor", "Hyresbolaget",
                        "reference", "OCR 77",
                        "amount", "7 500",
                        "month", "2026-12",
                        "months", "4",
                        "firstDueOn", "2026-11-30"));
        var promises = at.card(TODAY).promises();
        at.post(
                LocalDate.of(2026, 11, 27),
                "/skulder/lofte/" + promises.get(0).id() + "/betald",
                Map.of("paidOn", "2026-11-27"));
        at.post(
                LocalDate.of(2027, 1, 4),
                "/skulder/lofte/" + promises.get(1).id() + "/betald",
                Map.of("paidOn", "2027-01-04"));
        at.post(
                TODAY,
                at.place + "/radgivning",
                Map.of("referredOn", "2026-11-02", "agreed", "yes", "note", "Elen stängs av."));

        var day = LocalDate.of(2027, 2, 1);
        assertThat(text(at.get(day, at.place)))
                .contains(
                        "Kvar att betala: 17 820 kr",
                        "Betalt: 4 850,50 kr",
                        "2 missade avbetalningar",
                        "En tidigare skuld betalades fre 20 nov 2026",
                        "Missad: hyran för februari 2027",
                        "1 dag för sent",
                        "Betald för sent",
                        "Elen stängs av.");
        var card =
                HouseClock.<String, RuntimeException>at(
                        TestBoard.noon(day), () -> at.board.as(at.actor, day, () -> written(at)));
        assertThat(card)
                .contains("Kvar att betala: 17\u00a0820\u00a0kr", "Möjlig lex Sarah (SoL 27:2)");
    }

    private String written(At at) {
        var id = UUID.fromString(at.place.substring(at.place.lastIndexOf('/') + 1));
        var output = new StringOutput();
        sections.section(at.actor, new Subject("prevention-case", id))
                .orElseThrow()
                .content(templates, frames.of(new MockHttpServletRequest()))
                .writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }

    @Test
    void a_referral_asks_for_the_persons_yes() {
        var at = new At();
        var adviser = at.board.account(Role.DEBT_ADVISER, UnitKind.DEBT_ADVICE);
        at.get(TODAY, at.place + "/radgivning");
        var refused =
                at.post(
                        TODAY,
                        at.place + "/radgivning",
                        Map.of(
                                "referredOn", "2026-11-02",
                                "agreed", "no",
                                "adviser", adviser.value().toString()));
        assertThat(text(refused)).contains("Utan personens ja");
        at.post(
                TODAY,
                at.place + "/radgivning",
                Map.of(
                        "referredOn", "2026-11-02",
                        "agreed", "yes",
                        "adviser", adviser.value().toString()));
        var referral = at.card(TODAY).referrals().getFirst();
        assertThat(referral.adviser()).isNotNull();
        var result = "/skulder/radgivning/" + referral.id() + "/svar";
        at.get(TODAY, result);
        at.post(TODAY, result, Map.of("answer", "ACCEPTED", "on", "2026-11-02"));
        assertThat(text(at.get(TODAY, at.place))).contains("Tog emot");
    }

    @Test
    void the_board_says_what_a_relapse_is_and_only_who_manages_it() {
        var at = new At();
        assertThat(at.answer(TODAY, MockMvcRequestBuilders.get("/skulder/aterfall")).getStatus())
                .isEqualTo(403);
        var administrator =
                new At(at.board, at.board.employee(Role.ADMINISTRATOR, UnitKind.STAFF), at.place);
        assertThat(text(administrator.get(TODAY, "/skulder/aterfall"))).contains("value=\"12\"");
        administrator.post(TODAY, "/skulder/aterfall", Map.of("months", "18"));
        assertThat(text(administrator.get(TODAY, "/skulder/aterfall"))).contains("value=\"18\"");
    }

    @Test
    void another_boards_debts_are_nowhere_to_be_found() {
        var ours = new At();
        var debt = ours.debt();
        var theirs = new At();
        for (var path :
                List.of(
                        ours.place,
                        ours.place + "/ny",
                        debt + "/betalning",
                        debt + "/plan",
                        "/skulder/letter/" + UUID.randomUUID())) {
            var request = MockMvcRequestBuilders.get(path);
            assertThat(theirs.answer(TODAY, request).getStatus()).as(path).isEqualTo(404);
        }
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    /// A board with one case, and an employee in front of the browser.
    private final class At {

        final TestBoard board;
        final Actor actor;
        final String place;

        At() {
            board = boards.make();
            actor = board.coordinator();
            board.as(
                    actor,
                    TODAY,
                    () -> registering.register(actor, Action.REGISTER_SIGNAL, List.of(arrears())));
            place =
                    "/skulder/prevention-case/"
                            + board.as(actor, () -> cases.byNumber(actor, "2026-0001")).value();
        }

        At(TestBoard board, Actor actor, String place) {
            this.board = board;
            this.actor = actor;
            this.place = place;
        }

        Map<String, String> newDebt() {
            return Map.of(
                    "commandKey", UUID.randomUUID().toString(),
                    "kind", "RENT",
                    "creditor", "Hyresbolaget",
                    "arisenOn", "2026-10-01",
                    "amount", "14 320",
                    "asOf", "2026-11-02",
                    "source", "LANDLORD",
                    "reason", "formulär 3");
        }

        /// Records one and gives its address.
        String debt() {
            post(TODAY, place + "/ny", newDebt());
            return "/skulder/skuld/" + card(TODAY).debts().getFirst().id();
        }

        DebtCard card(LocalDate day) {
            var id = UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
            return board.as(
                    actor, day, () -> reading.card(actor, new Subject("prevention-case", id)));
        }

        MockHttpServletResponse get(LocalDate day, String path) {
            var response = answer(day, MockMvcRequestBuilders.get(path));
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            assertThat(text(response)).containsPattern(Pattern.compile("<h1[ >]"));
            return response;
        }

        MockHttpServletResponse post(LocalDate day, String path, Map<String, String> fields) {
            var request = MockMvcRequestBuilders.post(path).with(csrf());
            fields.forEach(request::param);
            return answer(day, request);
        }

        MockHttpServletResponse answer(LocalDate day, MockHttpServletRequestBuilder request) {
            return HouseClock.<MockHttpServletResponse, RuntimeException>at(
                    TestBoard.noon(day),
                    () ->
                            actor.reach()
                                    .within(() -> {
                                        try {
                                            return mvc.perform(
                                                            request.with(user("anyone"))
                                                                    .requestAttr(
                                                                            "se.bofast.actor",
                                                                            actor))
                                                    .andReturn()
                                                    .getResponse();
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    }));
        }
    }

    private static NewSignal arrears() {
        return new NewSignal(
                SignalKind.RENT_ARREARS,
                SignalSource.LANDLORD,
                Channel.REGISTERED_MAIL,
                null,
                "Hyresbolaget",
                null,
                null,
                new NewSignal.Written(
                        "Anna Berg",
                        IdentityNumber.read("198001232381", TODAY).orElseThrow(),
                        null,
                        null),
                new NewSignal.Place("Storgatan 1", "1203", "11331", "Teststad", 2),
                null,
                ThreatReason.RENT_DEBT,
                null,
                TODAY.minusDays(1),
                TestBoard.noon(TODAY),
                List.of(
                        Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, TODAY.minusDays(1)),
                        Fact.amount(FactKind.NOTICE_AMOUNT, Money.kronor(14_320))),
                null);
    }
}
