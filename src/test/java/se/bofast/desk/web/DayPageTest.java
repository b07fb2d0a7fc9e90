package se.bofast.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.prevention.Story.TODAY;
import static se.bofast.prevention.Story.html;
import static se.bofast.prevention.Story.text;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.count.OpeningCount;
import se.bofast.count.Population;
import se.bofast.count.ReportingPeople;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.debt.Creditor;
import se.bofast.debt.NewPromise;
import se.bofast.debt.PromisingRent;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protection;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;
import se.bofast.prevention.WorkingOnCase;
import se.bofast.support.SafeVisits;

/// Min dag on a bad Monday.
@HouseTest
class DayPageTest {

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final WorkingOnCase working;
    private final SafeVisits visits;
    private final PromisingRent promising;
    private final Landlords landlords;
    private final People people;
    private final OpeningCount opening;
    private final ReportingPeople reporting;
    private final MockMvc mvc;

    DayPageTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            WorkingOnCase working,
            SafeVisits visits,
            PromisingRent promising,
            Landlords landlords,
            People people,
            OpeningCount opening,
            ReportingPeople reporting,
            MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.working = working;
        this.visits = visits;
        this.promising = promising;
        this.landlords = landlords;
        this.people = people;
        this.opening = opening;
        this.reporting = reporting;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Story story = new Story(board, registering, lists, mvc);

        CaseId opens(LocalDate day, NewPerson person) {
            var id = board.as(coordinator, TODAY, () -> people.register(coordinator, person));
            return story.comes(coordinator, Story.Signal.arrears(day, person.given()).about(id));
        }

        void fact(CaseId id, Fact fact) {
            board.as(coordinator, TODAY, () -> working.record(coordinator, id, null, fact, "prov"));
        }

        void served(CaseId id, LocalDate on) {
            fact(id, Fact.on(FactKind.TENANT_SERVED_ON, on));
            fact(id, Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, on));
        }

        String day() {
            return text(story.get(coordinator, TODAY, "/"));
        }

        String dayHtml() {
            return html(story.get(coordinator, TODAY, "/"));
        }
    }

    private static NewPerson named(String family) {
        return NewPerson.of("Prov", family, null);
    }

    @Test
    void an_empty_day_says_what_belongs_there() {
        var at = new At();
        assertThat(at.day())
                .contains(
                        "Inget har sista dag i dag och inget är försenat",
                        "Inget att göra just nu",
                        "Registrera signal");
    }

    @Test
    void a_count_waits_on_the_day_of_its_unit_and_a_reminder_brings_it_to_the_top() {
        var at = new At();
        var unit = at.board.unit(UnitKind.ADULT_RECEPTION).value();
        var answers = at.board.employee(Role.CASEWORKER, UnitKind.ADULT_RECEPTION);
        var elsewhere = at.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var sees = at.board.employee(Role.INCOME_SUPPORT, UnitKind.ADULT_RECEPTION);
        var round =
                at.board.as(
                        at.coordinator,
                        TODAY,
                        () ->
                                opening.open(
                                        at.coordinator,
                                        new OpeningCount.New(
                                                "Hemlöshet i höst",
                                                TODAY.minusDays(1),
                                                TODAY.minusDays(1),
                                                TODAY.plusDays(9),
                                                Population.ADULTS,
                                                null,
                                                List.of(unit))));
        var before = text(at.story.get(answers, TODAY, "/"));
        assertThat(before)
                .contains("Hemlöshetsmätningen väntar på ert svar", "Hemlöshet i höst")
                .doesNotContain("påminde");
        assertThat(before.indexOf("Hemlöshetsmätningen väntar"))
                .isGreaterThan(before.indexOf("Inget att göra just nu"));
        assertThat(text(at.story.get(elsewhere, TODAY, "/"))).doesNotContain("Hemlöshet i höst");

        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    opening.remind(at.coordinator, round, unit);
                    return 0;
                });
        var reminded = text(at.story.get(answers, TODAY, "/"));
        assertThat(reminded).contains("Den som leder mätningen påminde");
        assertThat(reminded.indexOf("Hemlöshetsmätningen väntar"))
                .isLessThan(reminded.indexOf("Inget att göra just nu"));
        assertThat(html(at.story.get(answers, TODAY, "/")))
                .contains("/matning/" + round + "/enhet/" + unit);
        assertThat(text(at.story.get(sees, TODAY, "/")))
                .contains("Den som leder mätningen påminde");
        assertThat(text(at.story.get(elsewhere, TODAY, "/"))).doesNotContain("Hemlöshet i höst");

        at.board.as(
                answers,
                TODAY,
                () -> {
                    reporting.sendIn(answers, round, unit);
                    return 0;
                });
        assertThat(text(at.story.get(answers, TODAY, "/"))).doesNotContain("Hemlöshet i höst");
    }

    @Test
    void the_most_urgent_legal_day_comes_first_with_its_law_and_the_next_step() {
        var at = new At();
        var later = at.opens(TODAY.minusDays(17), named("Senare"));
        var sooner = at.opens(TODAY.minusDays(21), named("Snart"));
        at.served(later, TODAY.minusDays(17));
        at.served(sooner, TODAY.minusDays(21));
        for (var id : List.of(later, sooner)) {
            at.story.post(
                    at.coordinator,
                    TODAY,
                    "/arenden/" + id.value() + "/utredning",
                    Map.of("open", "no", "decidedOn", "2026-11-02", "reason", "Råd räcker."));
        }
        var page = at.day();
        assertThat(page).contains("JB 12 kap. 44 §");
        assertThat(page.indexOf("Snart, Prov"))
                .as(page)
                .isPositive()
                .isLessThan(page.indexOf("Senare, Prov"));
        assertThat(page)
                .contains("En sak har sista dag i dag eller är försenad", "i dag", "4 dagar kvar");
        assertThat(page).contains("Varför", "Ta ställning");
        assertThat(at.dayHtml()).contains("/arenden/" + sooner.value() + "/atagande");
    }

    @Test
    void who_may_not_decide_gets_the_way_to_the_case() {
        var at = new At();
        var id = at.opens(TODAY, named("Guidad"));
        at.served(id, TODAY.minusDays(20));
        var guide = at.board.account(Role.GUIDE, UnitKind.HOUSING);
        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    working.assign(at.coordinator, id, at.board.unit(UnitKind.HOUSING), guide);
                    return true;
                });
        var page = html(at.story.get(at.board.actor(guide), TODAY, "/"));
        assertThat(page).contains("/arenden/" + id.value()).doesNotContain("/atagande");
    }

    @Test
    void what_falls_between_the_chairs_stands_with_how_many_and_since_when() {
        var at = new At();
        at.opens(TODAY.minusDays(20), named("Glömd"));
        var page = at.day();
        assertThat(page)
                .contains(
                        "Faller mellan stolarna",
                        "Ingen ansvarig",
                        "Inget försök till kontakt",
                        "Inget beslut om utredning",
                        "äldst");
        assertThat(at.dayHtml()).contains("/arenden?alarm=NO_ATTEMPT");
    }

    @Test
    void a_colleague_who_has_not_called_in_after_a_visit_stands_above_everything() {
        var at = new At();
        var id = at.opens(TODAY, named("Besökt"));
        var goes = at.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        var planned =
                at.board.as(
                        at.coordinator,
                        TODAY,
                        () ->
                                visits.plan(
                                        at.coordinator,
                                        id.subject(),
                                        new SafeVisits.Plan(
                                                goes.id(),
                                                null,
                                                false,
                                                TODAY.atTime(LocalTime.of(9, 0))
                                                        .atZone(HouseClock.ZONE)
                                                        .toInstant(),
                                                Duration.ofMinutes(90),
                                                at.coordinator.id())));
        assertThat(planned).isInstanceOf(SafeVisits.Planned.Done.class);
        var page = at.day();
        assertThat(page)
                .contains(
                        "Ingen har hört av sig",
                        "Skulle ringt 10.30",
                        "Kim CASEWORKER är på hembesök",
                        "Har hört av sig",
                        "En sak har sista dag i dag eller är försenad");
        assertThat(text(at.story.get(goes, TODAY, "/"))).contains("I dag 09.00 Hembesök");
        var button = at.dayHtml().replaceAll("(?s).*action=\"(/hembesok/[^\"]+/klart)\".*", "$1");
        assertThat(at.story.post(at.coordinator, TODAY, button, Map.of()).getStatus())
                .isEqualTo(303);
        assertThat(at.day()).doesNotContain("Ingen har hört av sig");
    }

    @Test
    void rent_the_board_has_promised_is_due_among_the_legal_days() {
        var at = new At();
        var id = at.opens(TODAY, named("Lovad"));
        var landlord =
                Objects.requireNonNull(
                        at.board
                                .as(
                                        at.coordinator,
                                        TODAY,
                                        () -> landlords.ensureAll(List.of("Provhus")))
                                .get("Provhus"));
        at.board.as(
                at.coordinator,
                TODAY,
                () ->
                        promising.promise(
                                at.coordinator,
                                new NewPromise(
                                        id.subject(),
                                        new Creditor.OfRegister(landlord, "Provhus"),
                                        null,
                                        YearMonth.of(2026, 11),
                                        1,
                                        Money.kronor(7_160),
                                        TODAY)));
        var page = at.day();
        assertThat(page)
                .contains(
                        "Betala utlovad hyra 7 160 kr",
                        "Provhus",
                        "Markera betald",
                        "En sak har sista dag i dag eller är försenad");
    }

    @Test
    void a_protected_person_has_neither_name_nor_street_on_the_day() {
        var at = new At();
        var id = at.opens(TODAY, named("Hemligsson").protectedBy(Protection.MARKED));
        at.served(id, TODAY.minusDays(20));
        assertThat(at.day())
                .contains("Skyddade uppgifter")
                .doesNotContain("Hemligsson", "Provgatan");
    }

    @Test
    void ones_own_day_is_narrower_than_the_boards() {
        var at = new At();
        var id = at.opens(TODAY, named("Någon annans"));
        at.served(id, TODAY.minusDays(20));
        assertThat(at.day()).contains("Någon annans");
        assertThat(text(at.story.get(at.coordinator, TODAY, "/?visa=mina")))
                .doesNotContain("Någon annans");
    }

    @Test
    void the_limits_of_alarms_are_a_setting_of_the_board() {
        var at = new At();
        at.opens(TODAY.minusDays(5), named("Sen"));
        assertThat(at.day()).contains("Inget försök till kontakt");
        assertThat(at.story.get(at.coordinator, TODAY, "/installningar/larm").getStatus())
                .isEqualTo(403);
        var administrator = at.board.employee(Role.ADMINISTRATOR, UnitKind.STAFF);
        var wrong =
                at.story.post(
                        administrator,
                        TODAY,
                        "/installningar/larm",
                        Map.of(
                                "attemptDays", "31",
                                "decisionDays", "14",
                                "contactDays", "x",
                                "unreadHours", "24",
                                "seen", "0"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(html(wrong)).contains("value=\"31\"", "value=\"x\"");
        var fields =
                Map.of(
                        "attemptDays", "7",
                        "decisionDays", "14",
                        "contactDays", "14",
                        "unreadHours", "24",
                        "seen", "0");
        assertThat(at.story.post(administrator, TODAY, "/installningar/larm", fields).getStatus())
                .isEqualTo(303);
        assertThat(at.day()).doesNotContain("Inget försök till kontakt");
        var second =
                at.story.post(
                        administrator,
                        TODAY,
                        "/installningar/larm",
                        Map.of(
                                "attemptDays", "3",
                                "decisionDays", "14",
                                "contactDays", "14",
                                "unreadHours", "24",
                                "seen", "0"));
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(text(second)).contains("En kollega ändrade gränserna");
        assertThat(html(second)).contains("value=\"3\"", "name=\"seen\" value=\"1\"");
    }
}
