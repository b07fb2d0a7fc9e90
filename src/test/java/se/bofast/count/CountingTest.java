package se.bofast.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.dwelling.LandlordDetails;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordKind;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;
import se.bofast.person.TestNumbers;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Closing;
import se.bofast.prevention.ClosingCase;
import se.bofast.prevention.MakingDecisions;
import se.bofast.support.Assignments;
import se.bofast.support.Contact;
import se.bofast.support.LoggingContact;
import se.bofast.support.NewContact;

/// Figures of boards where it is known by hand what they must come to.
@HouseTest
class CountingTest {

    private static final LocalDate JANUARY = LocalDate.of(2025, 1, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Selection FIRST_YEAR =
            Selection.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final Selection SECOND_YEAR =
            Selection.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final MakingDecisions deciding;
    private final ClosingCase closing;
    private final LoggingContact contacts;
    private final Assignments assignments;
    private final Landlords landlords;
    private final Counting counting;
    private final MockMvc pages;

    CountingTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            MakingDecisions deciding,
            ClosingCase closing,
            LoggingContact contacts,
            Assignments assignments,
            Landlords landlords,
            Counting counting,
            WebApplicationContext house) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.deciding = deciding;
        this.closing = closing;
        this.contacts = contacts;
        this.assignments = assignments;
        this.landlords = landlords;
        this.counting = counting;
        this.pages = MockMvcBuilders.webAppContextSetup(house).build();
    }

    @Test
    void an_eviction_decided_one_year_and_carried_out_the_next_is_counted_right_both_ways() {
        var at = new At();
        var across = at.opens(JANUARY, TestNumbers.next());
        at.evicted(
                across,
                LocalDate.of(2025, 12, 20),
                LocalDate.of(2026, 1, 15),
                Closing.ChildStay.ALTERNATING);
        var within = at.opens(JANUARY, TestNumbers.next());
        at.evicted(within, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1));

        var first = at.counted(FIRST_YEAR);
        assertThat(part(first, "evictionsDecided")).isEqualTo(1);
        assertThat(part(first, "evictionsExecuted")).isZero();
        assertThat(part(first, "childrenEvicted")).isZero();
        var second = at.counted(SECOND_YEAR);
        assertThat(part(second, "evictionsDecided")).isEqualTo(1);
        assertThat(part(second, "evictionsExecuted")).isEqualTo(2);
        assertThat(value(second, "decidedEarlier")).isEqualTo(new Value(1, 2L, null, false));
        assertThat(part(second, "childrenEvicted")).isEqualTo(1);
        assertThat(part(second, "childrenAlternating")).isEqualTo(1);
        assertThat(part(second, "childrenPermanent")).isZero();
        assertThat(value(second, "evictionsWithChildren")).isEqualTo(new Value(1, 2L, null, false));
        assertThat(second.by(Grouping.OUTCOME))
                .anySatisfy(line -> {
                    assertThat(line.code()).isEqualTo("EVICTED");
                    assertThat(line.value(Figures.EVICTIONS_EXECUTED).part()).isEqualTo(2);
                });
        assertThat(second.by(Grouping.MONTH)).hasSize(12);
        assertThat(second.by(Grouping.MONTH).get(2).value(Figures.EVICTIONS_EXECUTED).part())
                .isEqualTo(1);
    }

    @Test
    void an_unknown_person_counts_once_a_case_and_a_known_one_once() {
        var at = new At();
        var known = TestNumbers.next();
        at.opens(JANUARY, known);
        at.opens(JANUARY.plusDays(3), known);
        at.opens(JANUARY, null);
        at.opens(JANUARY, null);
        var counted = at.counted(FIRST_YEAR);
        assertThat(part(counted, "threats")).isEqualTo(4);
        assertThat(part(counted, "people")).isEqualTo(3);
        assertThat(part(counted, "cases")).isEqualTo(3);
    }

    @Test
    void formerly_known_and_relapse_are_of_the_second_threat_only() {
        var at = new At();
        var number = TestNumbers.next();
        var first = at.opens(JANUARY, number);
        at.ends(first, JANUARY.plusDays(20), Closing.Outcome.PAID_BY_TENANT);
        at.hadSupport(first, JANUARY.plusDays(21), JANUARY.plusDays(60));
        at.opens(JANUARY.plusDays(20).plusMonths(12), number);
        at.opens(LocalDate.of(2026, 2, 1), TestNumbers.next());

        assertThat(part(at.counted(FIRST_YEAR), "formerlyKnown")).isZero();
        var second = at.counted(SECOND_YEAR);
        assertThat(value(second, "formerlyKnown")).isEqualTo(new Value(1, 2L, null, false));
        assertThat(value(second, "relapse")).isEqualTo(new Value(1, 2L, null, false));
    }

    @Test
    void the_median_is_of_those_reached_and_says_of_how_many() {
        var at = new At();
        for (var days : List.of(1, 3, 10)) {
            at.reaches(at.opens(JANUARY, TestNumbers.next()), JANUARY.plusDays(days));
        }
        at.opens(JANUARY, TestNumbers.next());
        var counted = at.counted(FIRST_YEAR);
        assertThat(value(counted, "daysToContact"))
                .isEqualTo(new Value(3, 4L, new BigDecimal("3.0"), false));
        assertThat(value(counted, "daysToContactNineOfTen").days())
                .isEqualTo(new BigDecimal("8.6"));
        assertThat(value(counted, "reached")).isEqualTo(new Value(3, 4L, null, false));
        assertThat(value(counted, "personalContacts")).isEqualTo(new Value(3, 3L, null, false));
    }

    @Test
    void outcomes_are_shares_of_those_with_an_outcome() {
        var at = new At();
        at.ends(
                at.opens(JANUARY, TestNumbers.next()),
                JANUARY.plusDays(5),
                Closing.Outcome.SETTLED_ALONE);
        at.ends(at.opens(JANUARY, TestNumbers.next()), JANUARY.plusDays(30), Closing.Outcome.MOVED);
        at.ends(
                at.opens(JANUARY, TestNumbers.next()),
                JANUARY.plusDays(30),
                Closing.Outcome.NO_THREAT);
        at.opens(JANUARY, TestNumbers.next());
        var counted = at.counted(FIRST_YEAR);
        assertThat(value(counted, "settledAlone")).isEqualTo(new Value(1, 3L, null, false));
        assertThat(value(counted, "homesKept")).isEqualTo(new Value(1, 2L, null, false));
        assertThat(part(counted, "openAtEnd")).isEqualTo(1);
        // Decided on the fifth day; on the thirtieth, twice; and never.
        assertThat(value(counted, "undecidedAfter14")).isEqualTo(new Value(3, 4L, null, false));
    }

    @Test
    void every_filter_narrows_and_keeps_other_rows_out() {
        var at = new At();
        var landlord = at.landlord("Bostadsbolaget");
        at.opens(
                JANUARY,
                TestNumbers.next(),
                SignalKind.RENT_ARREARS,
                SignalSource.LANDLORD,
                ThreatReason.RENT_DEBT,
                landlord);
        at.opens(
                JANUARY,
                TestNumbers.next(),
                SignalKind.NEIGHBOUR,
                SignalSource.NEIGHBOUR,
                ThreatReason.DISTURBANCE,
                null);
        assertThat(part(at.counted(FIRST_YEAR), "cases")).isEqualTo(2);
        var from = FIRST_YEAR.from();
        var to = FIRST_YEAR.to();
        var narrowed =
                List.of(
                        new Selection(from, to, null, landlord.value(), null, null),
                        new Selection(from, to, null, null, "DISTURBANCE", null),
                        new Selection(from, to, null, null, null, "NEIGHBOUR"));
        for (var selection : narrowed) {
            var counted = at.counted(selection);
            assertThat(part(counted, "cases")).as(selection.toString()).isEqualTo(1);
            assertThat(part(counted, "signals")).as(selection.toString()).isEqualTo(1);
        }
        var elsewhere = new Selection(from, to, UUID.randomUUID(), null, null, null);
        assertThat(part(at.counted(elsewhere), "cases")).isZero();
        assertThat(at.counted(FIRST_YEAR).by(Grouping.LANDLORD))
                .anySatisfy(line -> assertThat(line.name()).isEqualTo("Bostadsbolaget"));
    }

    @Test
    void another_boards_cases_are_never_counted() {
        new At().opens(JANUARY, TestNumbers.next());
        var counted = new At().counted(FIRST_YEAR);
        assertThat(counted.total().values()).allMatch(value -> value.part() == 0);
        assertThat(counted.by(Grouping.UNIT)).isEmpty();
    }

    @Test
    void the_cases_behind_a_figure_are_as_many_as_it_says_and_go_on_record() {
        var at = new At();
        at.opens(JANUARY, TestNumbers.next());
        at.reaches(at.opens(JANUARY, TestNumbers.next()), JANUARY.plusDays(2));
        for (var figure : Figures.ALL) {
            var listed =
                    at.as(() -> counting.behind(at.coordinator, figure, FIRST_YEAR)).rows().size();
            assertThat((long) listed)
                    .as(figure.key())
                    .isEqualTo(part(at.counted(FIRST_YEAR), figure.key()));
        }
        var people =
                at.board.ask(
                        at.coordinator,
                        db ->
                                db.sql(
                                                """
                                                select max(cardinality(person_ids)) from audit.entry
                                                where action = 'DRILL_STATISTICS' and board_id = framework.board_id()
                                                """)
                                        .query(Integer.class)
                                        .single());
        assertThat(people).isEqualTo(2);
    }

    @Test
    void a_head_of_unit_gets_the_numbers_of_the_board_but_only_the_cases_of_the_unit() {
        var at = new At();
        at.opens(JANUARY, TestNumbers.next());
        var elsewhere = at.board.employee(Role.UNIT_HEAD, UnitKind.INCOME_SUPPORT);
        var cases =
                at.board.as(
                        elsewhere,
                        TODAY,
                        () -> counting.behind(elsewhere, Figures.CASES, FIRST_YEAR));
        assertThat(cases.rows()).isEmpty();
        assertThat(cases.narrowed()).isTrue();
    }

    @Test
    void who_may_not_see_behind_gets_no_small_numbers_and_no_list() {
        var at = new At();
        at.opens(JANUARY, TestNumbers.next());
        var economist = at.board.employee(Role.ECONOMIST, UnitKind.HOUSING);
        var counted = at.board.as(economist, TODAY, () -> counting.forFile(economist, FIRST_YEAR));
        assertThat(value(counted, "cases").hidden()).isTrue();
        var file = new String(CountSheet.csv(counted, Words.swedish()), StandardCharsets.UTF_8);
        assertThat(file).contains("cases;1;färre än 5;;;").doesNotContain("cases;1;1");
        assertThatThrownBy(() ->
                        at.board.as(
                                economist,
                                TODAY,
                                () -> counting.behind(economist, Figures.CASES, FIRST_YEAR)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void the_pages_say_what_is_counted() throws Exception {
        var at = new At();
        at.reaches(at.opens(JANUARY, TestNumbers.next()), JANUARY.plusDays(2));
        var page = at.page("/uppfoljning?from=2025-01-01&to=2025-12-31&compare=yes");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Inget barn vräktes", "1 av 1", "Året innan", "data-chart");
        var cases = at.page("/uppfoljning/arenden?from=2025-01-01&to=2025-12-31&matt=reached");
        assertThat(cases.getContentAsString()).contains("2025-0001");
        var figure = at.page("/uppfoljning/matt/homesKept");
        assertThat(figure.getContentAsString()).contains("Dagen då utfallet bestämdes");
        var wrong = at.page("/uppfoljning?period=FREE&from=2025-12-31&to=2025-01-01");
        assertThat(wrong.getStatus()).isEqualTo(422);
        var file = at.page("/uppfoljning/fil.xlsx?from=2025-01-01&to=2025-12-31");
        assertThat(file.getHeader("Content-Disposition"))
                .contains("bofast-2025-01-01-2025-12-31.xlsx");
        assertThat(file.getContentAsByteArray()).startsWith('P', 'K');
    }

    private static Value value(Counted counted, String key) {
        return counted.value(Figures.of(key).orElseThrow());
    }

    private static long part(Counted counted, String key) {
        return value(counted, key).part();
    }

    /// A board of its own with its coordinator.
    private final class At {

        private final TestBoard board = boards.make();
        private final Actor coordinator = board.coordinator();
        private int streets;

        <T> T as(ScopedValue.CallableOp<T, RuntimeException> work) {
            return board.as(coordinator, TODAY, work);
        }

        Counted counted(Selection selection) {
            return as(() -> counting.of(coordinator, selection));
        }

        MockHttpServletResponse page(String address) {
            return as(() -> {
                try {
                    var response =
                            pages.perform(
                                            get(address)
                                                    .locale(Locale.of("sv"))
                                                    .requestAttr(ACTOR, coordinator))
                                    .andReturn()
                                    .getResponse();
                    response.setCharacterEncoding("UTF-8");
                    return response;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        LandlordId landlord(String name) {
            var naming =
                    as(() ->
                            boards.transaction()
                                    .execute(status ->
                                            landlords.add(
                                                    coordinator,
                                                    LandlordDetails.of(
                                                            name, LandlordKind.MUNICIPAL))));
            return ((Landlords.Naming.Named) java.util.Objects.requireNonNull(naming)).id();
        }

        CaseId opens(LocalDate day, @Nullable IdentityNumber number) {
            return opens(
                    day,
                    number,
                    SignalKind.RENT_ARREARS,
                    SignalSource.LANDLORD,
                    ThreatReason.RENT_DEBT,
                    null);
        }

        CaseId opens(
                LocalDate day,
                @Nullable IdentityNumber number,
                SignalKind kind,
                SignalSource source,
                ThreatReason reason,
                @Nullable LandlordId landlord) {
            var signal =
                    new NewSignal(
                            kind,
                            source,
                            Channel.MAIL,
                            landlord,
                            null,
                            null,
                            null,
                            new NewSignal.Written("Kim Testsson", number, null, null),
                            new NewSignal.Place(
                                    "Räknegatan " + ++streets, "1203", "11331", "Teststad", 2),
                            null,
                            reason,
                            null,
                            day,
                            TestBoard.noon(day),
                            List.of(),
                            null);
            return board.as(
                    coordinator,
                    day,
                    () -> {
                        var taken =
                                registering
                                        .register(
                                                coordinator,
                                                Action.REGISTER_SIGNAL,
                                                List.of(signal))
                                        .getFirst();
                        return java.util.Objects.requireNonNull(
                                lists.ofSignals(List.of(taken.id())).get(taken.id()));
                    });
        }

        void reaches(CaseId id, LocalDate day) {
            board.as(
                    coordinator,
                    day,
                    () ->
                            contacts.log(
                                    coordinator,
                                    id.subject(),
                                    new NewContact(
                                            Contact.With.TENANT,
                                            Contact.By.PHONE,
                                            Contact.Outcome.PERSONAL_CONTACT,
                                            false,
                                            TestBoard.noon(day),
                                            null,
                                            Set.of(),
                                            null,
                                            null)));
        }

        void ends(CaseId id, LocalDate day, Closing.Outcome outcome) {
            end(id, day, new Closing.Ended(outcome, day, null, null, List.of(), null));
        }

        void evicted(
                CaseId id, LocalDate decided, LocalDate executed, Closing.ChildStay... children) {
            end(
                    id,
                    executed,
                    new Closing.Ended(
                            Closing.Outcome.EVICTED,
                            decided,
                            executed,
                            true,
                            java.util.Arrays.stream(children)
                                    .map(stay -> new Closing.TouchedChild(stay, false))
                                    .toList(),
                            null));
        }

        private void end(CaseId id, LocalDate day, Closing.Ended ended) {
            var done =
                    board.as(
                            coordinator,
                            day,
                            () -> {
                                deciding.inquiry(
                                        coordinator, id, false, day, "Inget behov av utredning");
                                return closing.end(coordinator, id, ended);
                            });
            assertThat(done).isNotInstanceOf(Closing.Refused.class);
        }

        void hadSupport(CaseId id, LocalDate from, LocalDate to) {
            var person =
                    new PersonId(
                            board.ask(
                                    coordinator,
                                    db ->
                                            db.sql(
                                                            """
                                                            select person_id from prevention.v_case
                                                            where board_id = framework.board_id() and case_id = :id
                                                            """)
                                                    .param("id", id.value())
                                                    .query(UUID.class)
                                                    .single()));
            board.as(
                    coordinator,
                    from,
                    () ->
                            assignments.start(
                                    coordinator,
                                    person,
                                    board.unit(UnitKind.HOUSING),
                                    null,
                                    null,
                                    from));
            board.as(
                    coordinator,
                    to,
                    () -> assignments.end(coordinator, assignments.of(person).getFirst().id(), to));
        }
    }

    /// Where the log-in room leaves who is here.
    private static final String ACTOR = "se.bofast.actor";
}
