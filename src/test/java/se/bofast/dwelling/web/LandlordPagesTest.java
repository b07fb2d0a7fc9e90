package se.bofast.dwelling.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.prevention.Story.TODAY;
import static se.bofast.prevention.Story.html;
import static se.bofast.prevention.Story.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.intake.RegisteringSignals;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;

/// The register of landlords, through the browser's door.
@HouseTest
class LandlordPagesTest {

    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\"><a href=\"/hyresvardar/[^\"]+\">([^<]+)</a>");
    private static final Pattern PAGE = Pattern.compile("href=\"([^\"]*page=[^\"]*)\"");

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final Landlords landlords;
    private final MockMvc mvc;

    LandlordPagesTest(
            Boards boards,
            RegisteringSignals registering,
            CaseLists lists,
            Landlords landlords,
            MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.landlords = landlords;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Story story = new Story(board, registering, lists, mvc);

        String added(Map<String, String> fields) {
            var answer = story.post(coordinator, TODAY, "/hyresvardar/ny", fields);
            assertThat(answer.getStatus()).as(text(answer)).isEqualTo(303);
            return String.valueOf(answer.getHeader("Location"));
        }

        LandlordId imported(String name) {
            return java.util.Objects.requireNonNull(
                    board.as(coordinator, TODAY, () -> landlords.ensureAll(List.of(name)))
                            .get(name));
        }

        String page(String address) {
            var answer = story.get(coordinator, TODAY, address);
            assertThat(answer.getStatus()).isEqualTo(200);
            return html(answer);
        }
    }

    private static Map<String, String> company(String name) {
        return new HashMap<>(Map.of("name", name, "kind", "PRIVATE", "phone", "08-123 45 67"));
    }

    private static List<String> names(String page) {
        return ROW.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String link(String page, boolean next) {
        var links =
                PAGE.matcher(page)
                        .results()
                        .map(found -> found.group(1).replace("&amp;", "&"))
                        .toList();
        return next ? links.getLast() : links.getFirst();
    }

    @Test
    void a_landlord_is_added_and_shown() {
        var at = new At();
        var fields = company("Fastighets AB Provhus");
        fields.put("organisationNumber", "202100-5448");
        fields.put("street", "Box 1");
        fields.put("postalCode", "113 31");
        fields.put("city", "Teststad");
        var href = at.added(fields);
        var page = text(at.story.get(at.coordinator, TODAY, href));
        assertThat(page)
                .contains(
                        "Fastighets AB Provhus",
                        "Privat bolag",
                        "202100-5448",
                        "Box 1 11331 Teststad");
        assertThat(names(at.page("/hyresvardar"))).containsExactly("Fastighets AB Provhus");
    }

    @Test
    void errors_keep_what_was_typed_and_say_what_to_do() {
        var at = new At();
        var fields = company("Provhus");
        fields.put("organisationNumber", "202100-5449");
        fields.put("postalCode", "1133");
        fields.put("email", "ingen adress");
        fields.put("note", "Ring på förmiddagen");
        var answer = at.story.post(at.coordinator, TODAY, "/hyresvardar/ny", fields);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer))
                .contains(
                        "Organisationsnumret stämmer inte",
                        "Postnumret ska ha fem siffror",
                        "E-postadressen ska se ut som",
                        "Ring på förmiddagen");
        assertThat(html(answer)).contains("value=\"202100-5449\"", "value=\"ingen adress\"");
        fields.put("organisationNumber", "800123-2381");
        assertThat(text(at.story.post(at.coordinator, TODAY, "/hyresvardar/ny", fields)))
                .contains("Det ser ut som ett personnummer");
    }

    @Test
    void a_name_that_is_taken_leads_to_the_one_there_is_and_the_form_can_be_mended() {
        var at = new At();
        var first = at.added(company("AB Provhus"));
        var fields = company("Provhus AB");
        fields.put("commandKey", UUID.randomUUID().toString());
        var answer = at.story.post(at.coordinator, TODAY, "/hyresvardar/ny", fields);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(html(answer)).contains("redan en hyresvärd med det namnet", first);
        fields.put("name", "Provhus i Teststad AB");
        assertThat(at.added(fields)).isNotEqualTo(first);
    }

    @Test
    void pressing_twice_makes_one() {
        var at = new At();
        var fields = company("Dubbelhus");
        fields.put("commandKey", UUID.randomUUID().toString());
        assertThat(at.added(fields)).isEqualTo(at.added(fields));
    }

    @Test
    void the_second_of_two_who_change_at_once_sees_what_the_first_wrote() {
        var at = new At();
        var href = at.added(company("Delathus"));
        var form = at.page(href + "/uppgifter");
        assertThat(form).contains("name=\"seen\" value=\"1\"");
        var mine = company("Delathus");
        mine.put("seen", "1");
        mine.put("phone", "08-111 11 11");
        assertThat(at.story.post(at.coordinator, TODAY, href + "/uppgifter", mine).getStatus())
                .isEqualTo(303);

        var theirs = company("Delathus");
        theirs.put("seen", "1");
        theirs.put("city", "Annanstad");
        var conflict = at.story.post(at.coordinator, TODAY, href + "/uppgifter", theirs);
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(text(conflict))
                .contains("Någon annan hann ändra", "08-111 11 11", "Spara det jag har skrivit");
        assertThat(html(conflict)).contains("value=\"Annanstad\"", "name=\"seen\" value=\"2\"");
        theirs.put("seen", "2");
        assertThat(at.story.post(at.coordinator, TODAY, href + "/uppgifter", theirs).getStatus())
                .isEqualTo(303);
        assertThat(at.page(href)).contains("Annanstad");
    }

    @Test
    void contact_persons_are_added_changed_ended_and_taken_back() {
        var at = new At();
        var href = at.added(company("Kontakthus"));
        assertThat(
                        at.story
                                .post(
                                        at.coordinator,
                                        TODAY,
                                        href + "/kontakt",
                                        Map.of("phone", "x"))
                                .getStatus())
                .isEqualTo(422);
        at.story.post(
                at.coordinator,
                TODAY,
                href + "/kontakt",
                Map.of("name", "Mo Prövare", "function", "bosocial samordnare"));
        var page = at.page(href);
        assertThat(page).contains("Mo Prövare", "bosocial samordnare");
        var contact =
                href + "/kontakt/" + page.replaceAll("(?s).*/kontakt/([0-9a-f-]{36})\".*", "$1");
        var change = Map.of("name", "Mo Prövare", "phone", "070-123 45 67", "seen", "1");
        assertThat(at.story.post(at.coordinator, TODAY, contact, change).getStatus())
                .isEqualTo(303);
        var late =
                at.story.post(at.coordinator, TODAY, contact, Map.of("name", "Mo P", "seen", "1"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("070-123 45 67");
        at.story.post(at.coordinator, TODAY, contact + "/avsluta", Map.of());
        assertThat(text(at.story.get(at.coordinator, TODAY, href))).contains("Kontakt till");
        at.story.post(at.coordinator, TODAY, contact + "/ateruppta", Map.of());
        assertThat(text(at.story.get(at.coordinator, TODAY, href))).doesNotContain("Kontakt till");
    }

    @Test
    void a_landlord_with_only_a_name_is_easy_to_complete() {
        var at = new At();
        at.added(company("Fullständigt hus"));
        var bare = at.imported("Naket hus");
        assertThat(text(at.story.get(at.coordinator, TODAY, "/hyresvardar")))
                .contains("En hyresvärd har varken telefon, e-post eller kontaktperson");
        var toComplete = at.page("/hyresvardar?state=TO_COMPLETE&sort=-created");
        assertThat(names(toComplete)).containsExactly("Naket hus");
        assertThat(toComplete).contains("/hyresvardar/" + bare + "/uppgifter");
        at.story.post(
                at.coordinator,
                TODAY,
                "/hyresvardar/" + bare + "/kontakt",
                Map.of("name", "Någon där"));
        assertThat(names(at.page("/hyresvardar?state=TO_COMPLETE"))).isEmpty();
    }

    @Test
    void a_search_finds_any_word_of_the_name_and_leaves_no_name_in_the_address() {
        var at = new At();
        at.imported("Svenska Provbostäder AB");
        at.imported("Hyreshus Norr");
        var answer =
                at.story.post(
                        at.coordinator,
                        TODAY,
                        "/hyresvardar/sok",
                        Map.of("q", "provbostader svenska"));
        var to = String.valueOf(answer.getHeader("Location"));
        assertThat(to).startsWith("/hyresvardar?sok=").doesNotContain("prov");
        assertThat(names(at.page(to))).containsExactly("Svenska Provbostäder AB");
        var other = at.board.coordinator();
        assertThat(text(at.story.get(other, TODAY, to))).contains("Sökningen är för gammal");
    }

    @Test
    void the_list_is_paged_back_and_forth_in_both_orders_of_both_columns() {
        var at = new At();
        var all = IntStream.rangeClosed(1, 120).mapToObj("Värd %03d"::formatted).toList();
        at.board.as(at.coordinator, TODAY, () -> landlords.ensureAll(all));
        for (var sort : List.of("name", "-name")) {
            var first = at.page("/hyresvardar?sort=" + sort);
            var second = at.page(link(first, true));
            var third = at.page(link(second, true));
            var read = new java.util.ArrayList<>(names(first));
            read.addAll(names(second));
            read.addAll(names(third));
            assertThat(read).isEqualTo(sort.equals("name") ? all : all.reversed());
            assertThat(names(at.page(link(third, false)))).isEqualTo(names(second));
            assertThat(names(at.page(link(second, false)))).isEqualTo(names(first));
        }
        var newest = at.page("/hyresvardar?sort=-created");
        var older = at.page(link(newest, true));
        assertThat(names(older)).doesNotContainAnyElementsOf(names(newest));
        assertThat(names(at.page(link(older, false)))).isEqualTo(names(newest));
        assertThat(names(at.page("/hyresvardar?page=x&sort=nonsense"))).hasSize(50);
    }

    @Test
    void one_that_is_no_longer_used_is_listed_apart_and_can_come_back() {
        var at = new At();
        var href = at.added(company("Sålt hus"));
        at.story.post(at.coordinator, TODAY, href + "/avsluta", Map.of());
        assertThat(names(at.page("/hyresvardar"))).isEmpty();
        assertThat(names(at.page("/hyresvardar?state=CLOSED"))).containsExactly("Sålt hus");
        at.story.post(at.coordinator, TODAY, href + "/oppna", Map.of());
        assertThat(names(at.page("/hyresvardar"))).containsExactly("Sålt hus");
    }

    @Test
    void cases_and_signals_show_only_to_who_may_see_them() {
        var at = new At();
        var landlord = at.imported("Signalhus");
        at.story.comes(at.coordinator, Story.Signal.arrears(TODAY, "Kim Testsson").from(landlord));
        var href = "/hyresvardar/" + landlord;
        assertThat(text(at.story.get(at.coordinator, TODAY, href)))
                .contains("Ett öppet ärende som du kan se", "2026-0001", "De senaste")
                .doesNotContain("Testsson");
        var elsewhere = at.board.employee(Role.CASEWORKER, UnitKind.ELDERLY_65);
        assertThat(text(at.story.get(elsewhere, TODAY, href)))
                .contains("Inget öppet ärende som du kan se", "Ingen signal som du kan se")
                .doesNotContain("2026-0001");
        var guide = at.board.employee(Role.METHOD_DEVELOPER, UnitKind.HOUSING);
        assertThat(text(at.story.get(guide, TODAY, href)))
                .doesNotContain("2026-0001", "Öppna ärenden");
    }

    @Test
    void other_boards_and_other_roles_stay_outside() {
        var at = new At();
        var href = at.added(company("Vårt hus"));
        var stranger = boards.make().coordinator();
        assertThat(at.story.get(stranger, TODAY, href).getStatus()).isEqualTo(404);
        var reader = at.board.employee(Role.CASEWORKER, UnitKind.HOUSING);
        assertThat(at.story.get(reader, TODAY, href).getStatus()).isEqualTo(200);
        assertThat(html(at.story.get(reader, TODAY, href))).doesNotContain("/uppgifter");
        assertThat(at.story.get(reader, TODAY, href + "/uppgifter").getStatus()).isEqualTo(404);
        assertThat(at.story.post(reader, TODAY, "/hyresvardar/ny", company("Nytt")).getStatus())
                .isEqualTo(403);
    }
}
