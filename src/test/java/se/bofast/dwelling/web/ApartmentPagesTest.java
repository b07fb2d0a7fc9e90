package se.bofast.dwelling.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static se.bofast.prevention.Story.TODAY;
import static se.bofast.prevention.Story.html;
import static se.bofast.prevention.Story.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.web.LoggedInAs;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.HouseClock;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;

/// The register of apartments, through the browser's door.
@HouseTest
class ApartmentPagesTest {

    private static final Pattern ROW =
            Pattern.compile("<th scope=\"row\"><a href=\"/bostader/[^\"]+\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*page=[^\"]*)\"");

    private final Boards boards;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final MockMvc mvc;

    ApartmentPagesTest(
            Boards boards, RegisteringSignals registering, CaseLists lists, MockMvc mvc) {
        this.boards = boards;
        this.registering = registering;
        this.lists = lists;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor consultant = board.employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);
        final Story story = new Story(board, registering, lists, mvc);

        MockHttpServletResponse post(String address, Map<String, String> fields) {
            return story.post(consultant, TODAY, address, fields);
        }

        String onward(MockHttpServletResponse answer) {
            assertThat(answer.getStatus()).as(text(answer)).isEqualTo(303);
            return String.valueOf(answer.getHeader("Location"));
        }

        String page(String address) {
            var answer = story.get(consultant, TODAY, address);
            assertThat(answer.getStatus()).as(address).isEqualTo(200);
            return text(answer);
        }

        String raw(String address) {
            return html(story.get(consultant, TODAY, address));
        }

        String landlord(String name) {
            return onward(
                    post(
                            "/hyresvardar/ny",
                            Map.of("name", name, "kind", "PRIVATE", "phone", "08-123 45 67")));
        }

        String agreement(String landlord, String kind, String quota) {
            return onward(
                    post(
                            "/avtal/ny",
                            Map.of(
                                    "landlord",
                                    landlord.replace("/hyresvardar/", ""),
                                    "kind",
                                    kind,
                                    "name",
                                    "Avtal 2024",
                                    "yearlyQuota",
                                    quota,
                                    "startOn",
                                    "2024-01-01")));
        }

        String apartment(String number, String street, Map<String, String> more) {
            return onward(post("/bostader/ny", apartmentFields(number, street, more)));
        }
    }

    private static Map<String, String> apartmentFields(
            String number, String street, Map<String, String> more) {
        var fields =
                new HashMap<>(
                        Map.of(
                                "number", number,
                                "kind", "TRIAL",
                                "street", street,
                                "startOn", "2026-02-01",
                                "rent", "6 480"));
        fields.putAll(more);
        return fields;
    }

    @Test
    void an_apartment_under_a_quota_counts_towards_the_year() {
        var at = new At();
        var landlord = at.landlord("Provhus AB");
        var agreement = at.agreement(landlord, "YEARLY_QUOTA", "8");
        var id = agreement.replace("/avtal/", "");
        var first = at.apartment("B-1", "Provgatan 1", Map.of("agreement", id));
        at.apartment("B-2", "Provgatan 2", Map.of("agreement", id, "startOn", "2025-05-01"));
        assertThat(at.page(agreement)).contains("1 av 8 levererade i år", "2025: en bostad");
        assertThat(at.page(first))
                .contains("Försökslägenhet, B-1", "Provhus AB", "2 bostäder under avtalet");
        assertThat(at.page("/avtal")).contains("Avtal 2024", "1 av 8");
        assertThat(at.page(landlord)).contains("Bostäder från hyresvärden: 2", "Provgatan 2");
    }

    @Test
    void errors_keep_what_was_typed_and_lead_to_what_is_in_the_way() {
        var at = new At();
        var first = at.apartment("B-1", "Provgatan 1", Map.of());
        var taken = at.post("/bostader/ny", apartmentFields("B-1", "Provgatan 9", Map.of()));
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(html(taken)).contains("har det numret", first, "value=\"Provgatan 9\"");
        var held = at.post("/bostader/ny", apartmentFields("B-2", "Provg. 1", Map.of()));
        assertThat(text(held)).contains("har redan en bostad på den adressen");
        var wrong =
                at.post(
                        "/bostader/ny",
                        apartmentFields(
                                "B-3",
                                "4",
                                Map.of("apartment", "12", "rooms", "99", "rent", "-5")));
        assertThat(text(wrong))
                .contains(
                        "Skriv gatan och numret",
                        "ska ha fyra siffror",
                        "från 1 till 30",
                        "mindre än noll");
    }

    @Test
    void the_second_to_change_sees_what_the_first_wrote() {
        var at = new At();
        var first = at.apartment("B-1", "Provgatan 1", Map.of());
        var mine = apartmentFields("B-1", "Provgatan 1", Map.of("note", "Mitt", "seen", "1"));
        at.onward(
                at.post(
                        first + "/andra",
                        apartmentFields(
                                "B-1", "Provgatan 1", Map.of("note", "Först", "seen", "1"))));
        var told = at.post(first + "/andra", mine);
        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(text(told)).contains("Någon annan hann ändra", "Först", "Mitt");
        mine.put("seen", "2");
        at.onward(at.post(first + "/andra", mine));
        assertThat(at.page(first)).contains("Mitt");
    }

    @Test
    void a_rent_has_a_reason_and_its_history_stays() {
        var at = new At();
        var first = at.apartment("B-1", "Provgatan 1", Map.of());
        assertThat(text(at.post(first + "/hyra", Map.of("rent", "7 000", "startOn", "2026-10-01"))))
                .contains("Skriv varför hyran ändras");
        at.onward(
                at.post(
                        first + "/hyra",
                        Map.of(
                                "rent", "7 000",
                                "startOn", "2026-10-01",
                                "reason", "Ny hyra efter förhandling")));
        assertThat(at.page(first)).contains("7 000 kr i månaden", "6 480 kr", "efter förhandling");
    }

    @Test
    void the_list_is_searched_and_turned_page_by_page_and_the_address_stands_in_no_link() {
        var at = new At();
        IntStream.rangeClosed(1, 53)
                .forEach(n -> at.apartment("B-%02d".formatted(n), "Provgatan " + n, Map.of()));
        var first = at.raw("/bostader");
        assertThat(ROW.matcher(first).results()).hasSize(50);
        var next = NEXT.matcher(first).results().toList().getLast().group(1);
        assertThat(next).doesNotContain("Provgatan");
        assertThat(ROW.matcher(at.raw(next.replace("&amp;", "&"))).results()).hasSize(3);
        var found = at.onward(at.post("/bostader/sok", Map.of("q", "provgatan 17")));
        assertThat(found).doesNotContain("17");
        assertThat(ROW.matcher(at.raw(found)).results().map(row -> row.group(1)))
                .containsExactly("B-17");
        assertThat(at.page("/bostader?kind=ACUTE")).contains("Ingen bostad stämmer");
    }

    @Test
    void a_key_goes_out_and_comes_back_and_whom_it_was_with_stays() {
        var at = new At();
        var first = at.apartment("B-1", "Provgatan 1", Map.of());
        var key =
                at.onward(
                        at.post(
                                first + "/nycklar",
                                Map.of(
                                        "kind", "DOOR",
                                        "label", "4711-1",
                                        "addedOn", "2026-02-01")));
        assertThat(
                        text(
                                at.post(
                                        key + "/lamna",
                                        Map.of(
                                                "holder", "CRAFTSMAN",
                                                "handedOn", "2026-10-01"))))
                .contains("Skriv vilken firma");
        var handed =
                Map.of(
                        "holder", "CRAFTSMAN",
                        "firm", "Rör & Bad",
                        "handedOn", "2026-10-01",
                        "backByOn", "2026-10-05");
        at.onward(at.post(key + "/lamna", handed));
        assertThat(at.page(first)).contains("Hantverkare, Rör & Bad", "Skulle vara tillbaka");
        at.onward(at.post(key + "/lamna", handed));
        assertThat(at.raw(key).split("Rör &amp; Bad", -1)).hasSize(3);
        assertThat(text(at.post(key + "/ater", Map.of("returnedOn", "2026-09-01"))))
                .contains("ligger före");
        at.onward(at.post(key + "/ater", Map.of("returnedOn", "2026-10-20")));
        assertThat(at.page(key)).contains("I nyckelskåpet", "Rör & Bad");
        at.onward(at.post(key + "/lamna", Map.of("holder", "TENANT", "handedOn", "2026-10-21")));
        at.onward(at.post(key + "/bort", Map.of("cause", "LOST", "goneOn", "2026-11-01")));
        assertThat(at.page(first)).contains("Borttappad");
        at.onward(at.post(key + "/ater", Map.of("returnedOn", "2026-11-02")));
        assertThat(at.page(key))
                .contains("Borttappad", "Hyresgästen")
                .doesNotContain("Ta tillbaka");
    }

    private static byte[] photo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private MockHttpServletResponse upload(At at, String address, byte[] content) {
        return HouseClock.<MockHttpServletResponse, RuntimeException>at(
                TestBoard.noon(TODAY),
                () -> {
                    try {
                        var answer =
                                mvc.perform(
                                                MockMvcRequestBuilders.multipart(address)
                                                        .file(
                                                                new MockMultipartFile(
                                                                        "photo",
                                                                        "Anna Bergs kök.jpg",
                                                                        "image/jpeg",
                                                                        content))
                                                        .param("photoPart", "Kök")
                                                        .with(csrf())
                                                        .with(LoggedInAs.actor(at.consultant)))
                                        .andReturn()
                                        .getResponse();
                        answer.setCharacterEncoding("UTF-8");
                        return answer;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void an_inspection_is_written_part_by_part_with_photos_and_stands_once_signed()
            throws Exception {
        var at = new At();
        var first = at.apartment("B-1", "Provgatan 1", Map.of());
        var inspection =
                at.onward(
                        at.post(
                                first + "/besiktningar",
                                Map.of(
                                        "kind", "MOVE_IN",
                                        "inspectedOn", "2026-11-02",
                                        "inspectedBy", "Kim",
                                        "tenantPresent", "yes")));
        assertThat(
                        text(
                                at.post(
                                        inspection + "/anmarkning",
                                        Map.of("part", "Kök", "state", "DAMAGE"))))
                .contains("Skriv vad som är slitet");
        at.onward(
                at.post(
                        inspection + "/anmarkning",
                        Map.of(
                                "part", "Kök",
                                "state", "DAMAGE",
                                "remark", "Sprucken häll",
                                "payer", "LANDLORD",
                                "rent", "3 200")));
        assertThat(text(upload(at, inspection + "/foto", "ingen bild".getBytes())))
                .contains("inget foto i JPEG eller PNG");
        at.onward(upload(at, inspection + "/foto", photo()));
        var page = at.raw(inspection);
        assertThat(page).doesNotContain("Anna").contains("alt=\"Foto: Kök\"");
        var source = Pattern.compile("<img src=\"([^\"]+)\"").matcher(page);
        assertThat(source.find()).isTrue();
        var picture = at.story.get(at.consultant, TODAY, source.group(1));
        assertThat(picture.getContentType()).startsWith("image/jpeg");
        assertThat(picture.getContentAsByteArray()).startsWith(0xff, 0xd8, 0xff);
        assertThat(at.page(first)).contains("Inte signerad", "En sak kvar");

        at.onward(at.post(inspection + "/signera", Map.of()));
        at.onward(at.post(inspection + "/anmarkning", Map.of("part", "Hall", "state", "OK")));
        assertThat(at.page(inspection)).contains("Signerad").doesNotContain("Hall");
        var mend = Pattern.compile("action=\"([^\"]+/atgardad)\"").matcher(at.raw(inspection));
        assertThat(mend.find()).isTrue();
        at.onward(at.post(mend.group(1), Map.of()));
        assertThat(at.page(first)).contains("Inget kvar");
    }

    @Test
    void an_offer_that_is_accepted_becomes_an_apartment_and_a_declined_one_says_why() {
        var at = new At();
        var landlord = at.landlord("Provhus AB").replace("/hyresvardar/", "");
        at.onward(
                at.post(
                        "/anskaffning/kontakt",
                        Map.of(
                                "counterpart", "LANDLORD",
                                "landlord", landlord,
                                "happenedOn", "2026-09-01",
                                "wanted", "3",
                                "answerBy", "2026-10-01")));
        assertThat(at.page("/anskaffning")).contains("3 bostäder, 0 erbjudna hittills");
        var offered =
                Map.of(
                        "counterpart", "LANDLORD",
                        "landlord", landlord,
                        "offeredOn", "2026-10-10",
                        "answerBy", "2026-10-30",
                        "street", "Provgatan 7",
                        "rooms", "2",
                        "rent", "7 100",
                        "fromOn", "2026-12-01");
        var yes = at.onward(at.post("/anskaffning/erbjudande", offered));
        var no = at.onward(at.post("/anskaffning/erbjudande", offered));
        assertThat(at.page("/anskaffning")).contains("Provgatan 7", "3 dagar för sent");
        var apartment =
                at.onward(
                        at.post(
                                yes + "/tacka-ja",
                                Map.of(
                                        "answeredOn", "2026-11-02",
                                        "number", "B-7",
                                        "kind", "HOUSING_FIRST",
                                        "landlord", landlord,
                                        "street", "Provgatan 7",
                                        "rooms", "2",
                                        "rent", "7 100",
                                        "startOn", "2026-12-01")));
        assertThat(at.page(apartment)).contains("Bostad först, B-7", "Provhus AB");
        assertThat(text(at.post(no + "/tacka-nej", Map.of("declinedOn", "2026-11-02"))))
                .contains("Välj varför ni tackar nej");
        assertThat(
                        text(
                                at.post(
                                        no + "/tacka-nej",
                                        Map.of("declinedOn", "2026-10-01", "reason", "RENT"))))
                .contains("kan inte ligga före erbjudandet");
        at.onward(at.post(no + "/tacka-nej", Map.of("declinedOn", "2026-11-02", "reason", "RENT")));
        at.onward(at.post(no + "/tacka-nej", Map.of("declinedOn", "2026-11-02", "reason", "AREA")));
        assertThat(at.page(no)).contains("För hög hyra").doesNotContain("Fel område");
        assertThat(at.page("/anskaffning"))
                .contains("2 erbjudna: 1 tackade vi ja till och 1 nej till", "Vi bad om 3");
        assertThat(at.page("/anskaffning?from=2025-01-01&to=2025-12-31")).contains("0 erbjudna");
    }

    @Test
    void rooms_of_a_shared_apartment_are_kept_and_end() {
        var at = new At();
        var first = at.apartment("B-1", "Provgatan 1", Map.of("shared", "yes"));
        at.onward(
                at.post(
                        first + "/rum",
                        Map.of("name", "Rum 1", "mostPeople", "1", "startOn", "2026-02-01")));
        assertThat(
                        text(
                                at.post(
                                        first + "/rum",
                                        Map.of(
                                                "name", "Rum 1",
                                                "mostPeople", "1",
                                                "startOn", "2026-02-01"))))
                .contains("heter redan så");
        var room = Pattern.compile("href=\"(" + first + "/rum/[^\"]+)\"").matcher(at.raw(first));
        assertThat(room.find()).isTrue();
        at.onward(at.post(room.group(1) + "/avsluta", Map.of("endOn", "2026-11-01")));
        assertThat(at.page(first)).contains("Användes till");
        var whole = at.apartment("B-2", "Provgatan 2", Map.of());
        var refused =
                at.post(
                        whole + "/rum",
                        Map.of("name", "Rum 1", "mostPeople", "1", "startOn", "2026-02-01"));
        assertThat(refused.getStatus()).isEqualTo(404);
    }

    @Test
    void an_end_is_undone_with_one_press_and_who_only_sees_changes_nothing() {
        var at = new At();
        var first = at.apartment("B-1", "Provgatan 1", Map.of());
        at.onward(
                at.post(first + "/avsluta", Map.of("endOn", "2026-10-31", "cause", "TAKEN_OVER")));
        assertThat(at.page("/bostader?held=ENDED")).contains("B-1", "Hyresgästen tog över");
        at.onward(at.post(first + "/ateruppta", Map.of()));
        assertThat(at.page("/bostader")).contains("B-1");
        var head = at.board.unitHead();
        assertThat(at.story.get(head, TODAY, first).getStatus()).isEqualTo(200);
        assertThat(html(at.story.get(head, TODAY, first))).doesNotContain("/avsluta");
        assertThat(at.story.post(head, TODAY, first + "/hyra", Map.of()).getStatus())
                .isEqualTo(403);
        var other = boards.make();
        var stranger = other.employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);
        assertThat(at.story.get(stranger, TODAY, first).getStatus()).isEqualTo(404);
    }
}
