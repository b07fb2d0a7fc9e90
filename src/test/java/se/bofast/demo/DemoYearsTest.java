package se.bofast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.count.Counted;
import se.bofast.count.Counting;
import se.bofast.count.Figure;
import se.bofast.count.Figures;
import se.bofast.count.Selection;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.Upload;
import se.bofast.filing.UploadState;
import se.bofast.intake.Inbox;
import se.bofast.kernel.HouseClock;
import se.bofast.prevention.DayList;
import se.bofast.prevention.PrintingInvitations;
import se.bofast.support.SafeVisits;
import se.bofast.support.SlotLists;

/// The two years of the demo board, played whole once, with interruptions, and then looked at
/// through the figures and lists that everybody looks through.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoYearsTest {

    private static final LocalDate TODAY = PlayedDemo.TODAY;
    private static final LocalDate SINCE = PlayedDemo.SINCE;

    private final PlayedDemo house;
    private final DemoActors actors;
    private final Counting counting;
    private final ReadingUploads uploads;
    private final Inbox inbox;
    private final DayList days;
    private final SafeVisits visits;
    private final SlotLists times;
    private final PrintingInvitations printing;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    DemoYearsTest(
            PlayedDemo house,
            DemoActors actors,
            Counting counting,
            ReadingUploads uploads,
            Inbox inbox,
            DayList days,
            SafeVisits visits,
            SlotLists times,
            PrintingInvitations printing,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
        this.house = house;
        this.actors = actors;
        this.counting = counting;
        this.uploads = uploads;
        this.inbox = inbox;
        this.days = days;
        this.visits = visits;
        this.times = times;
        this.printing = printing;
    }

    @BeforeAll
    void play() {
        house.play();
    }

    private static <T> T today(ScopedValue.CallableOp<T, RuntimeException> work) {
        return HouseClock.at(TestBoard.noon(TODAY), work);
    }

    private <T> T as(String login, Function<Actor, T> question) {
        return today(() -> {
            var actor = actors.of(login);
            return actor.reach().within(() -> question.apply(actor));
        });
    }

    private Counted counted(LocalDate from, LocalDate to) {
        return as("chef", chef -> counting.of(chef, Selection.of(from, to)));
    }

    private static long number(Counted counted, Figure figure) {
        return counted.value(figure).part();
    }

    private static Figure figure(String key) {
        return Figures.of(key).orElseThrow();
    }

    private static Selection ofAuthority(LocalDate from, LocalDate to) {
        return new Selection(from, to, null, null, null, "ENFORCEMENT_AUTHORITY");
    }

    private static final LocalDate ROUND_ON = new DemoPlan(DemoYears.SEED, SINCE, TODAY).roundOn();

    @Test
    void a_year_has_about_as_many_threats_as_norrmalm_besides_the_round() {
        var first = counted(SINCE, LocalDate.of(2025, 12, 31));
        assertThat(number(first, Figures.THREATS)).isBetween(125L, 160L);
        var second = counted(LocalDate.of(2026, 1, 1), TODAY);
        assertThat(number(second, Figures.THREATS) - DemoPlan.ROUND).isBetween(95L, 140L);
    }

    @Test
    void the_round_is_that_of_vasby() {
        var round = as("chef", chef -> counting.of(chef, ofAuthority(ROUND_ON, ROUND_ON)));
        assertThat(number(round, Figures.THREATS)).isEqualTo(407);
        assertThat(number(round, figure("formerlyKnown"))).isEqualTo(76);
        assertThat(number(round, figure("active"))).isPositive();

        var year = counted(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertThat(number(year, figure("came"))).isBetween(75L, 85L);
    }

    /// In one print run, and the people answered with what stood on their letters.
    @Test
    void the_round_is_written_to_in_one_print_run_that_was_sent() {
        var runs = as("samordnare", printing::latest);
        assertThat(runs).hasSize(1);
        var run = runs.getFirst();
        assertThat(run.sent() + run.returned()).isBetween(380, 440);
        assertThat(run.made()).isZero();
        assertThat(run.ordered()).isZero();
        assertThat(run.files()).hasSize(1);
        var month = counted(ROUND_ON, ROUND_ON.plusDays(40));
        assertThat(number(month, figure("letters"))).isGreaterThanOrEqualTo(run.sent());
        assertThat(number(month, figure("came"))).isBetween(75L, 90L);
    }

    /// Counted by the day of the outcome: those of the round end in the months after it.
    @Test
    void about_six_in_ten_of_the_round_settle_by_themselves() {
        var after =
                as(
                        "chef",
                        chef -> counting.of(chef, ofAuthority(ROUND_ON, ROUND_ON.plusMonths(4))));
        assertThat(number(after, Figures.SETTLED_ALONE)).isBetween(225L, 265L);
        assertThat(number(after, Figures.OUTCOMES)).isBetween(405L, 415L);
    }

    @Test
    void sixteen_and_ten_homes_are_lost_and_three_of_the_ten_were_decided_the_year_before() {
        var first = counted(SINCE, LocalDate.of(2025, 12, 31));
        assertThat(number(first, Figures.EVICTIONS_EXECUTED)).isEqualTo(16);
        assertThat(number(first, figure("decidedEarlier"))).isZero();
        assertThat(number(first, Figures.EVICTIONS_DECIDED)).isEqualTo(19);
        var second = counted(LocalDate.of(2026, 1, 1), TODAY);
        assertThat(number(second, Figures.EVICTIONS_EXECUTED)).isEqualTo(10);
        assertThat(number(second, figure("decidedEarlier"))).isEqualTo(3);
        assertThat(number(second, Figures.EVICTIONS_DECIDED)).isEqualTo(7);
    }

    /// The run was stopped three times; what was played is what was planned, and nothing twice.
    @Test
    void an_interrupted_run_goes_on_and_makes_nothing_double() {
        var all = counted(SINCE, TODAY);
        var planned = new DemoPlan(DemoYears.SEED, SINCE, TODAY).threats();
        assertThat(number(all, Figures.THREATS)).isEqualTo(planned.size());
        assertThat(number(all, Figures.OUTCOMES))
                .isEqualTo(planned.stream().filter(Threat::isOver).count());
        var lists = new DemoLists(new DemoPlan(DemoYears.SEED, SINCE, TODAY)).all();
        var received = as("samordnare", uploads::latest);
        assertThat(received)
                .extracting(Upload::fileName)
                .containsExactlyInAnyOrderElementsOf(
                        lists.reversed().stream()
                                .limit(received.size())
                                .map(DemoList::fileName)
                                .toList());
    }

    @Test
    void a_list_waits_with_rows_to_ask_about_and_rows_to_mend_and_another_for_its_columns() {
        var waiting =
                as("samordnare", uploads::latest).stream()
                        .filter(upload -> upload.state() == UploadState.READY)
                        .toList();
        assertThat(waiting).hasSize(1);
        var counts = waiting.getFirst().counts();
        assertThat(counts.good()).isEqualTo(17);
        assertThat(counts.asked()).isEqualTo(3);
        assertThat(counts.bad()).isEqualTo(3);
        assertThat(as("samordnare", uploads::latest))
                .filteredOn(upload -> upload.state() == UploadState.MAPPING)
                .hasSize(1);
        assertThat(as("samordnare", inbox::questions)).isEqualTo(2);
    }

    /// An extract for its person, and a file for the archive.
    @Test
    void two_files_have_left_the_house() {
        List<String> kinds =
                as(
                        "arkivarie",
                        actor ->
                                transaction.execute(status ->
                                        db.sql(
                                                        """
                                                        select kind from exchange.package
                                                        where board_id = framework.board_id() and size > 1000
                                                        order by kind
                                                        """)
                                                .query(String.class)
                                                .list()));
        assertThat(kinds).containsExactly("ARCHIVE", "EXTRACT");
    }

    /// What makes the last day a working day for each of the log-ins.
    @Test
    void everybody_has_something_to_do_today() {
        for (var login : new String[] {"samordnare", "handlaggare", "familj", "chef"}) {
            var day = as(login, actor -> days.of(actor, login.equals("chef")));
            assertThat(day.due()).as("what is due for " + login).isNotEmpty();
        }
        for (var login : new String[] {"bolots", "radgivare", "forsorjning", "uppsokare"}) {
            var day = as(login, actor -> days.of(actor, false));
            assertThat(day.myCases()).as("cases of " + login).isPositive();
        }
        // One is away, and the stand-in has their work.
        assertThat(as("handlaggare", Actor::covering)).hasSize(1);
        assertThat(as("samordnare", actor -> days.of(actor, true)).alarms()).hasSizeGreaterThan(2);
        assertThat(as("chef", visits::overdueCheckIns)).hasSize(1);
        assertThat(as("samordnare", actor -> times.week(actor, TODAY, false)).booked())
                .isGreaterThanOrEqualTo(3);
    }
}
