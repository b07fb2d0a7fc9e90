package se.bofast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
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
import se.bofast.dwelling.ApartmentDetails;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.ApartmentPlace;
import se.bofast.dwelling.KeepingApartments;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.PersonSearch;
import se.bofast.person.TestNumbers;
import se.bofast.placement.HousingForms;

/// The pages of the room come up, say what is wrong and keep what was typed, and the whole way from
/// a referral to a takeover can be walked by their forms.
@HouseTest
class TenancyPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final People people;
    private final KeepingApartments apartments;
    private final PersonSearch search;
    private final HousingForms forms;
    private final MockMvc pages;

    TenancyPagesTest(
            Boards boards,
            People people,
            KeepingApartments apartments,
            PersonSearch search,
            HousingForms forms,
            MockMvc pages) {
        this.search = search;
        this.forms = forms;
        this.boards = boards;
        this.people = people;
        this.apartments = apartments;
        this.pages = pages;
    }

    private record Scene(TestBoard board, Actor actor, ApartmentId apartment, PersonId anna) {}

    private Scene scene() {
        var board = boards.make();
        var actor = board.employee(Role.COORDINATOR, UnitKind.HOUSING);
        var apartment =
                board.as(
                        actor,
                        TODAY,
                        () ->
                                ((KeepingApartments.Keeping.Kept)
                                                apartments.register(
                                                        actor,
                                                        new ApartmentPlace(
                                                                "Storgatan 1",
                                                                "1101",
                                                                "11331",
                                                                "Teststad",
                                                                2,
                                                                null),
                                                        ApartmentDetails.of(
                                                                "101", ApartmentKind.TRIAL, null),
                                                        LocalDate.of(2026, 1, 1),
                                                        Money.kronor(6200)))
                                        .id());
        var anna =
                board.as(
                        actor,
                        TODAY,
                        () -> people.register(actor, NewPerson.of("Anna", "Prövad", null)));
        return new Scene(board, actor, apartment, anna);
    }

    private MockHttpServletResponse ask(Scene scene, MockHttpServletRequestBuilder request)
            throws Exception {
        request.with(user(scene.actor().id().toString()))
                .requestAttr("se.bofast.actor", scene.actor());
        return HouseClock.<MockHttpServletResponse, Exception>at(
                TestBoard.noon(TODAY),
                () ->
                        scene.actor()
                                .reach()
                                .within(() -> {
                                    try {
                                        return pages.perform(request).andReturn().getResponse();
                                    } catch (RuntimeException e) {
                                        throw e;
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                }));
    }

    private String shown(Scene scene, String path) throws Exception {
        var answer = ask(scene, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String sent(Scene scene, MockHttpServletRequestBuilder request) throws Exception {
        var answer = ask(scene, request.with(csrf()));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(303);
        return String.valueOf(answer.getHeader("Location"));
    }

    @Test
    void a_lease_is_written_changed_paid_and_ended_by_its_forms() throws Exception {
        var scene = scene();
        var person = scene.anna().value().toString();
        assertThat(shown(scene, "/hyresavtal/nytt?person=" + person)).contains("101, Storgatan 1");
        var missing =
                ask(
                        scene,
                        post("/hyresavtal/nytt")
                                .with(csrf())
                                .param("person", person)
                                .param("tenure", "TRIAL")
                                .param("startOn", "2026-02-01"));
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString())
                .contains("Välj antingen en av nämndens lägenheter", "Skriv varför");
        var place =
                sent(
                        scene,
                        post("/hyresavtal/nytt")
                                .param("person", person)
                                .param("apartment", scene.apartment().toString())
                                .param("tenure", "TRIAL")
                                .param("startOn", "2026-02-01")
                                .param("rent", "6000")
                                .param("reason", "Ny hyresgäst"));
        var lease = shown(scene, place);
        assertThat(lease)
                .contains(
                        "Försökslägenhet, Storgatan 1 lgh 1101",
                        "Går inte att räkna ut, eftersom antal lägenheter saknas",
                        "JB 12 kap. 39 § tredje stycket",
                        "Sen hyra");
        for (var page :
                List.of(
                        "/andra",
                        "/uppsagning",
                        "/avsluta",
                        "/part",
                        "/hyra",
                        "/betalning",
                        "/kant?dag=2026-11-01",
                        "/kant")) {
            shown(scene, place + page);
        }
        assertThat(sent(scene, post(place + "/signal"))).isEqualTo(place);
        sent(
                scene,
                post(place + "/betalning")
                        .param("kind", "PAID_BY_TENANT")
                        .param("amount", "6000")
                        .param("on", "2026-11-01"));
        var credit =
                ask(
                        scene,
                        post(place + "/betalning")
                                .with(csrf())
                                .param("kind", "CREDIT")
                                .param("amount", "100")
                                .param("on", "2026-11-01"));
        assertThat(credit.getContentAsString()).contains("Skriv varför hyran sätts ned");
        var entry = between(shown(scene, place), "/hyresavtal/poster/", "/ta-tillbaka");
        shown(scene, "/hyresavtal/poster/" + entry + "/ta-tillbaka");
        sent(scene, post("/hyresavtal/poster/" + entry + "/ta-tillbaka").param("reason", "Dubbel"));
        sent(
                scene,
                post(place + "/hyra")
                        .param("rent", "6100")
                        .param("from", "2026-12-01")
                        .param("reason", "Ny hyra"));
        var seen = between(shown(scene, place + "/andra"), "name=\"seen\" value=\"", "\"");
        sent(
                scene,
                post(place + "/andra")
                        .param("seen", seen)
                        .param("tenure", "TRIAL")
                        .param("startOn", "2026-02-01")
                        .param("letWithOthers", "yes")
                        .param("reason", "Blockhyra"));
        var stale =
                ask(
                        scene,
                        post(place + "/andra")
                                .with(csrf())
                                .param("seen", seen)
                                .param("tenure", "SUBLET")
                                .param("startOn", "2026-02-01")
                                .param("reason", "För sent"));
        assertThat(stale.getStatus()).isEqualTo(422);
        assertThat(stale.getContentAsString()).contains("Någon annan har ändrat avtalet");
        seen = between(shown(scene, place + "/uppsagning"), "name=\"seen\" value=\"", "\"");
        sent(
                scene,
                post(place + "/uppsagning")
                        .param("seen", seen)
                        .param("on", "2026-11-01")
                        .param("by", "TENANT")
                        .param("reason", "Vill flytta"));
        assertThat(shown(scene, place)).contains("Lägenheten ska lämnas senast klockan 12");
        seen = between(shown(scene, place + "/avsluta"), "name=\"seen\" value=\"", "\"");
        sent(
                scene,
                post(place + "/avsluta")
                        .param("seen", seen)
                        .param("cause", "MISTAKE")
                        .param("reason", "Fel person"));
        assertThat(shown(scene, place))
                .contains("Registrerat av misstag", "Återuppta avtalet")
                .doesNotContain(place + "/andra", place + "/betalning");
        assertThat(
                        ask(
                                        scene,
                                        post(place + "/betalning")
                                                .with(csrf())
                                                .param("kind", "PAID_BY_TENANT")
                                                .param("amount", "10")
                                                .param("on", "2026-11-01"))
                                .getStatus())
                .isEqualTo(409);
        seen = between(shown(scene, place + "/ateruppta"), "name=\"seen\" value=\"", "\"");
        sent(scene, post(place + "/ateruppta").param("seen", seen).param("reason", "Rätt ändå"));
        seen = between(shown(scene, place + "/avsluta"), "name=\"seen\" value=\"", "\"");
        sent(
                scene,
                post(place + "/avsluta")
                        .param("seen", seen)
                        .param("on", "2027-02-28")
                        .param("cause", "MOVED")
                        .param("reason", "Flyttar"));
        assertThat(shown(scene, "/personer/" + person))
                .contains("Hyresavtal och remiss till bostad");
        assertThat(shown(scene, "/bostader/" + scene.apartment()))
                .contains("Uthyrning och tomma dagar");
    }

    @Test
    void the_way_to_a_home_is_walked_by_forms() throws Exception {
        var scene = scene();
        var person = scene.anna().value().toString();
        shown(scene, "/remisser/ny?person=" + person);
        var place =
                sent(
                        scene,
                        post("/remisser/ny")
                                .param("person", person)
                                .param("since", "2026-06-01")
                                .param("rooms", "2")
                                .param("wished", "113, Solna")
                                .param("pets", "yes")
                                .param("words", "Gärna ljust")
                                .param("reason", "Bor på härbärge"));
        assertThat(shown(scene, place))
                .contains("Minst 2 rum", "Ingen bolots har hand om personen");
        shown(scene, place + "/behov");
        shown(scene, "/remisser");
        var lediga = "/remisser/lediga/" + scene.apartment();
        assertThat(shown(scene, lediga))
                .contains("En som lägenheten kan passa", "Att fråga om", "Erbjud lägenheten");
        var id = place.substring(place.lastIndexOf('/') + 1);
        var unmotivated =
                ask(
                        scene,
                        post(lediga)
                                .with(csrf())
                                .param("referral", id)
                                .param("answerBy", "2026-11-09"));
        assertThat(unmotivated.getContentAsString())
                .contains("Skriv varför du väljer den personen");
        sent(
                scene,
                post(lediga)
                        .param("referral", id)
                        .param("answerBy", "2026-11-09")
                        .param("motivation", "Har väntat längst"));
        sent(scene, post(place + "/steg/tackat-ja").param("on", "2026-11-02"));
        sent(scene, post(place + "/steg/nyckel").param("on", "2026-11-02"));
        shown(scene, place + "/flytta-in");
        sent(
                scene,
                post(place + "/flytta-in")
                        .param("on", "2026-11-02")
                        .param("tenure", "TRIAL")
                        .param("rent", "6000")
                        .param("letWithOthers", "no"));
        assertThat(shown(scene, place)).contains("Bor i lägenheten", "Kontrollpunkt 3 månader");
        for (var as : List.of("COLUMNS", "TABLE")) {
            assertThat(shown(scene, "/boendekedjan?whose=ALL&as=" + as))
                    .contains(
                            "Kontrollpunkt 3 månader",
                            place,
                            "/personer/" + person + "/boende/flytta?kedjan=ALL");
        }
        sent(
                scene,
                post(place + "/steg/kontroll")
                        .param("on", "2026-11-02")
                        .param("months", "3")
                        .param("result", "GOES_WELL"));
        sent(scene, post(place + "/steg/mote").param("on", "2026-11-02"));
        shown(scene, place + "/sluta");
        shown(scene, place + "/ta-over");
        sent(
                scene,
                post(place + "/ta-over")
                        .param("last", "2026-11-02")
                        .param("rent", "6300")
                        .param("note", "Hyresvärden sa ja"));
        assertThat(shown(scene, place))
                .contains("Har tagit över avtalet", "Uppföljning 6 månader efter övertagandet");
        shown(scene, "/remisser");
    }

    @Test
    void the_day_the_rents_and_the_vacancies_come_up() throws Exception {
        var scene = scene();
        assertThat(shown(scene, "/bostader/idag"))
                .contains("Tomma lägenheter, dyrast först", "Hyror vi ska betala");
        assertThat(shown(scene, "/bostader/hyror?manad=2026-11")).contains("Missad hyra");
        var rent = "/bostader/hyror/" + scene.apartment() + "/2026-11";
        shown(scene, rent);
        sent(scene, post(rent).param("paidOn", "2026-11-02").param("amount", "6200"));
        assertThat(shown(scene, rent)).contains("Ta tillbaka betalningen");
        sent(scene, post(rent + "/ta-tillbaka").param("reason", "Fel konto"));
        assertThat(shown(scene, "/bostader/tomma")).contains("dagar utan hyresgäst kostade");
        assertThat(ask(scene, get("/bostader/hyror/" + scene.apartment() + "/igar")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_landlords_rents_are_paid_by_one_form_and_a_long_list_ends() throws Exception {
        var scene = scene();
        for (var i = 0; i < 24; i++) {
            var number = 200 + i;
            scene.board()
                    .as(
                            scene.actor(),
                            TODAY,
                            () ->
                                    apartments.register(
                                            scene.actor(),
                                            new ApartmentPlace(
                                                    "Långgatan " + number,
                                                    null,
                                                    "11331",
                                                    "Teststad",
                                                    2,
                                                    null),
                                            ApartmentDetails.of(
                                                    String.valueOf(number),
                                                    ApartmentKind.TRIAL,
                                                    null),
                                            LocalDate.of(2026, 10, 1),
                                            Money.kronor(5000)));
        }
        var page = "/bostader/hyror/till/" + OwnRents.NOBODYS + "/2026-11";
        var day = shown(scene, "/bostader/idag");
        assertThat(day).contains(page, "Visa alla 25", "Långgatan 200");
        assertThat(day).doesNotContain("Långgatan 220");
        assertThat(shown(scene, "/bostader/idag?visa=VACANCIES"))
                .contains("Långgatan 220")
                .doesNotContain("Hyror vi ska betala", "Visa alla 25");
        assertThat(shown(scene, "/bostader/hyror?manad=2026-11"))
                .contains("Visa alla 25")
                .doesNotContain("Långgatan 222");
        assertThat(shown(scene, "/bostader/hyror?manad=2026-11&visa=alla"))
                .contains("Långgatan 222");

        var form = shown(scene, page);
        assertThat(form).contains("25 hyror är inte betalda");
        var key = between(form, "name=\"commandKey\" value=\"", "\"");
        var seen = between(form, "name=\"seen\" value=\"", "\"");
        var ahead =
                ask(
                        scene,
                        post(page).with(csrf()).param("seen", seen).param("paidOn", "2026-12-24"));
        assertThat(ahead.getStatus()).isEqualTo(422);
        var stale =
                ask(
                        scene,
                        post(page)
                                .with(csrf())
                                .param("commandKey", key)
                                .param("seen", "24-1")
                                .param("paidOn", "2026-11-02"));
        assertThat(stale.getStatus()).isEqualTo(422);
        assertThat(stale.getContentAsString()).contains("Någon har ändrat hyrorna");
        for (var press = 0; press < 2; press++) {
            assertThat(
                            sent(
                                    scene,
                                    post(page)
                                            .param("commandKey", key)
                                            .param("seen", seen)
                                            .param("paidOn", "2026-11-02")))
                    .isEqualTo("/bostader/hyror?manad=2026-11");
        }
        assertThat(shown(scene, page)).contains("Allt är betalt");
        var together =
                scene.board()
                        .ask(
                                scene.board().coordinator(),
                                sql ->
                                        sql.sql(
                                                        "select distinct together_id from tenancy.landlord_payment")
                                                .query(java.util.UUID.class)
                                                .single());
        sent(scene, post("/bostader/hyror/tillsammans/" + together + "/ta-tillbaka"));
        assertThat(shown(scene, page)).contains("25 hyror är inte betalda");
        assertThat(ask(scene, get("/bostader/hyror/till/nagon/2026-11")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_card_of_the_chain_is_moved_by_a_form_that_leads_back_to_it() throws Exception {
        var scene = scene();
        var base = "/personer/" + scene.anna().value() + "/boende";
        var form = shown(scene, base + "/flytta?kedjan=MY_UNITS");
        assertThat(form)
                .contains("name=\"kedjan\" value=\"MY_UNITS\"", "/boendekedjan?whose=MY_UNITS");
        assertThat(between(form, "id=\"f-startOn\"", ">")).contains("2026-11-02");
        assertThat(shown(scene, base + "/flytta?kedjan=https://annat.se"))
                .doesNotContain("value=\"https", "whose=https");
        var shelter =
                scene.board().as(scene.actor(), TODAY, () -> forms.coded("TRIAL").id().toString());
        assertThat(
                        sent(
                                scene,
                                post(base + "/flytta")
                                        .param("who", scene.anna().value().toString())
                                        .param("form", shelter)
                                        .param("startOn", "2026-11-02")
                                        .param("cause", "UNKNOWN")
                                        .param("kedjan", "MY_UNITS")))
                .isEqualTo("/boendekedjan?whose=MY_UNITS");
    }

    /// A role that does not need the whole board finds and sees those its work is about.
    @Test
    void a_consultant_finds_and_sees_tenants_and_who_waits_and_nobody_else() throws Exception {
        var scene = scene();
        var consultant = scene.board().employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);
        var theirs = new Scene(scene.board(), consultant, scene.apartment(), scene.anna());
        var page = "/personer/" + scene.anna().value();
        assertThat(ask(theirs, get(page)).getStatus()).isEqualTo(404);
        assertThat(found(theirs, "Anna Prövad")).isEmpty();
        var person = scene.anna().value().toString();
        sent(
                scene,
                post("/remisser/ny")
                        .param("person", person)
                        .param("since", "2026-06-01")
                        .param("reason", "Bor på härbärge"));
        assertThat(ask(theirs, get(page)).getStatus()).isEqualTo(200);
        assertThat(found(theirs, "Anna Prövad")).containsExactly(scene.anna());
        var bo =
                scene.board()
                        .as(
                                scene.actor(),
                                TODAY,
                                () ->
                                        people.register(
                                                scene.actor(),
                                                NewPerson.of("Bo", "Prövad", TestNumbers.next())));
        assertThat(found(theirs, "Prövad")).containsExactly(scene.anna());
        sent(
                scene,
                post("/hyresavtal/nytt")
                        .param("person", bo.value().toString())
                        .param("apartment", scene.apartment().toString())
                        .param("tenure", "TRIAL")
                        .param("startOn", "2026-02-01")
                        .param("reason", "Ny hyresgäst"));
        assertThat(found(theirs, "Prövad")).containsExactlyInAnyOrder(scene.anna(), bo);
        assertThat(ask(theirs, get("/personer/" + bo.value())).getStatus()).isEqualTo(200);
    }

    private List<PersonId> found(Scene scene, String words) {
        return scene.board().as(scene.actor(), TODAY, () -> search.search(scene.actor(), words))
                        instanceof PersonSearch.Answer.Found(var matches, var by, var more)
                ? matches.stream().map(PersonSearch.Match::id).toList()
                : List.of();
    }

    @Test
    void a_search_of_ones_own_has_steps() throws Exception {
        var scene = scene();
        var place = "/sokt-bostad/" + scene.anna().value();
        shown(scene, place);
        sent(
                scene,
                post(place)
                        .param("kind", "QUEUE")
                        .param("place", "Bostadsförmedlingen")
                        .param("since", "2026-01-10")
                        .param("renewBy", "2027-01-10"));
        var search = between(shown(scene, place), "/sokt-bostad/steg/", "\"");
        sent(
                scene,
                post("/sokt-bostad/steg/" + search)
                        .param("kind", "VIEWING")
                        .param("on", "2026-11-01"));
        assertThat(shown(scene, place)).contains("Bostadsförmedlingen", "Visning", "Förnya senast");
    }

    private static String between(String text, String before, String after) {
        var start = text.indexOf(before);
        assertThat(start).as(before).isNotNegative();
        var from = start + before.length();
        return text.substring(from, text.indexOf(after, from));
    }
}
