package se.bofast.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.web.LoggedInAs;
import se.bofast.intake.RegisteringSignals;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;
import se.bofast.person.Consent.ConsentForm;
import se.bofast.person.Consent.ConsentScope;
import se.bofast.person.Consents;
import se.bofast.person.Counterpart;
import se.bofast.person.Counterpart.CounterpartKind;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.Protecting;
import se.bofast.person.Protection;
import se.bofast.person.ProtectionMark;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.Story;

/// One file out: whole, valid, on record, and only for those who may.
@HouseTest
class DeliveringFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    @TempDir Path folder;

    private final Boards boards;
    private final People people;
    private final Consents consents;
    private final DeliveringFile delivering;
    private final Protecting protecting;
    private final RegisteringSignals registering;
    private final CaseLists lists;
    private final MockMvc mvc;

    DeliveringFileTest(
            Boards boards,
            People people,
            Consents consents,
            DeliveringFile delivering,
            Protecting protecting,
            RegisteringSignals registering,
            CaseLists lists,
            MockMvc mvc) {
        this.registering = registering;
        this.lists = lists;
        this.boards = boards;
        this.people = people;
        this.consents = consents;
        this.delivering = delivering;
        this.protecting = protecting;
        this.mvc = mvc;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final Actor archivist = board.employee(Role.ARCHIVIST, UnitKind.STAFF);
        final PersonId anna =
                board.as(
                        coordinator,
                        TODAY,
                        () -> people.register(coordinator, NewPerson.of("Anna", "Prövad", null)));

        At() {
            board.as(
                    coordinator,
                    TODAY,
                    () ->
                            consents.give(
                                    coordinator,
                                    anna,
                                    ConsentScope.AGREED_STEPS,
                                    new Counterpart(CounterpartKind.RELATIVE, null, "Systern Åsa"),
                                    ConsentForm.ORAL,
                                    TODAY,
                                    null));
        }

        UUID make(Actor actor, PackageKind kind) {
            return board.as(
                    actor, TODAY, () -> delivering.make(actor, anna, kind, Words.swedish()));
        }

        byte[] fetch(Actor actor, UUID id) {
            return board.as(actor, TODAY, () -> delivering.fetch(actor, anna, id)).bytes();
        }

        List<String> log(Actor actor) {
            return board.ask(
                    actor,
                    db ->
                            db.sql(
                                            """
                                            select action || ' ' || reason from audit.v_entry
                                            where board_id = framework.board_id() and subject_id = :person
                                              and reason is not null
                                            order by entry_id
                                            """)
                                    .param("person", anna.value())
                                    .query(String.class)
                                    .list());
        }
    }

    /// In a closed case nothing falls due any more.
    @Test
    void a_file_with_a_closed_case_leaves_too() throws Exception {
        var at = new At();
        var day = Story.TODAY;
        var story = new Story(at.board, registering, lists, mvc);
        var cases =
                "/arenden/"
                        + story.comes(
                                        at.coordinator,
                                        Story.Signal.arrears(day, "Anna Prövad").about(at.anna))
                                .value();
        story.post(
                at.coordinator,
                day,
                cases + "/utredning",
                Map.of("open", "no", "decidedOn", day.toString(), "reason", "Råd räcker."));
        var closed =
                story.post(
                        at.coordinator,
                        day,
                        cases + "/avsluta",
                        Map.of(
                                "outcome",
                                "PAID_BY_TENANT",
                                "decidedOn",
                                day.toString(),
                                "note",
                                "Betalade på kvällen.",
                                "commandKey",
                                UUID.randomUUID().toString()));
        assertThat(closed.getStatus()).isEqualTo(303);

        var files = files(at.fetch(at.archivist, at.make(at.archivist, PackageKind.ARCHIVE)));
        assertThat(text(file(files, "representations/akt/data/akt.pdf")))
                .contains("Betalade på kvällen.");
        assertThat(
                        new String(
                                file(files, "representations/akt/data/akt.xml"),
                                StandardCharsets.UTF_8))
                .contains("prevention.outcome", "PAID_BY_TENANT");
    }

    @Test
    void a_package_holds_against_the_fields_validator_its_own_schema_and_its_checksum()
            throws Exception {
        var at = new At();
        var zip = at.fetch(at.archivist, at.make(at.archivist, PackageKind.ARCHIVE));
        assertThat(isValid(zip)).isTrue();
        var files = files(zip);
        var xml = file(files, "representations/akt/data/akt.xml");
        validate(file(files, "schemas/akt-1.xsd"), xml);
        assertThat(new String(xml, StandardCharsets.UTF_8))
                .contains("purpose=\"archive\"", "Systern Åsa", "person.consent");
        var pdf = file(files, "representations/akt/data/akt.pdf");
        assertThat(text(pdf)).contains("Anna Prövad", "Systern Åsa");
        try (var document = Loader.loadPDF(pdf);
                var metadata = document.getDocumentCatalog().getMetadata().exportXMPMetadata()) {
            assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("pdfaid:part");
        }
        var made = at.board.as(at.archivist, TODAY, () -> delivering.view(at.archivist, at.anna));
        assertThat(made.made())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.sha256())
                            .isEqualTo(
                                    java.util.HexFormat.of()
                                            .formatHex(
                                                    java.security.MessageDigest.getInstance(
                                                                    "SHA-256")
                                                            .digest(zip)));
                    assertThat(one.size()).isEqualTo(zip.length);
                });
    }

    @Test
    void an_extract_says_what_is_recorded_and_not_by_whom() throws Exception {
        var at = new At();
        var pdf = at.fetch(at.coordinator, at.make(at.coordinator, PackageKind.EXTRACT));
        assertThat(text(pdf))
                .contains("Registerutdrag", "Anna Prövad", "Samtycke", "Systern Åsa")
                .doesNotContain(at.coordinator.name());
    }

    @Test
    void making_and_fetching_stand_in_the_log() {
        var at = new At();
        at.fetch(at.archivist, at.make(at.archivist, PackageKind.ARCHIVE));
        assertThat(at.log(at.archivist)).contains("DELIVER_FILE MADE", "DELIVER_FILE FETCHED");
    }

    @Test
    void only_the_archivist_takes_out_for_the_archive() {
        var at = new At();
        var made = at.make(at.archivist, PackageKind.ARCHIVE);
        assertThatThrownBy(() -> at.make(at.coordinator, PackageKind.ARCHIVE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> at.fetch(at.coordinator, made)).isInstanceOf(NotFound.class);
    }

    @Test
    void another_board_has_no_such_person_and_no_such_package() throws Exception {
        var at = new At();
        var made = at.make(at.archivist, PackageKind.ARCHIVE);
        var other = new At();
        assertThatThrownBy(() ->
                        other.board.as(
                                other.archivist,
                                TODAY,
                                () -> delivering.fetch(other.archivist, other.anna, made)))
                .isInstanceOf(NotFound.class);
        for (var path : List.of("", "/fil/" + made)) {
            mvc.perform(
                            get("/akter/" + at.anna.value() + path)
                                    .with(LoggedInAs.actor(other.archivist)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void a_protected_persons_file_is_taken_out_only_by_who_is_entrusted_with_them()
            throws Exception {
        var at = new At();
        var made = at.make(at.archivist, PackageKind.ARCHIVE);
        at.board.as(
                at.coordinator,
                TODAY,
                () -> {
                    protecting.mark(
                            at.coordinator,
                            at.anna,
                            new Protecting.NewMark(
                                    null,
                                    Protection.MARKED,
                                    ProtectionMark.Source.POPULATION_REGISTER,
                                    "Besked i Navet",
                                    null,
                                    TODAY.plusMonths(3)));
                    return null;
                });
        assertThatThrownBy(() -> at.make(at.archivist, PackageKind.EXTRACT))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> at.fetch(at.archivist, made)).isInstanceOf(NotFound.class);
        mvc.perform(get("/akter/" + at.anna.value()).with(LoggedInAs.actor(at.archivist)))
                .andExpect(status().isNotFound());
        // Who marks is entrusted from then on.
        assertThat(text(at.fetch(at.coordinator, at.make(at.coordinator, PackageKind.EXTRACT))))
                .contains("Anna Prövad", "Sekretessmarkering");
    }

    @Test
    void the_page_makes_it_once_and_gives_a_file_whose_name_says_nothing() throws Exception {
        var at = new At();
        var page = "/akter/" + at.anna.value();
        var key = UUID.randomUUID().toString();
        for (var press = 0; press < 2; press++) {
            mvc.perform(
                            post(page + "/arkivpaket")
                                    .param("commandKey", key)
                                    .with(csrf())
                                    .with(LoggedInAs.actor(at.archivist)))
                    .andExpect(status().is3xxRedirection());
        }
        var made =
                at.board
                        .as(at.archivist, TODAY, () -> delivering.view(at.archivist, at.anna))
                        .made();
        assertThat(made).hasSize(1);
        mvc.perform(get(page + "/fil/" + made.getFirst().id()).with(LoggedInAs.actor(at.archivist)))
                .andExpect(status().isOk())
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        "attachment; filename=\"arkivpaket.zip\""));
        var shown =
                mvc.perform(get(page).with(LoggedInAs.actor(at.archivist)))
                        .andExpect(status().isOk())
                        .andReturn();
        assertThat(shown.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("Arkivpaket", "Prövad, Anna");
    }

    private boolean isValid(byte[] zip) throws Exception {
        var path = Files.write(folder.resolve("paket.zip"), zip);
        try (var out = new ByteArrayOutputStream()) {
            var report = new ValidationReportOutputJson(path, out);
            return new EARKSIPValidator(report, WritingPackage.SPECIFICATION)
                    .validate(WritingPackage.SPECIFICATION);
        }
    }

    private static void validate(byte[] schema, byte[] xml) throws Exception {
        var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(new StreamSource(new ByteArrayInputStream(schema)))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static byte[] file(Map<String, byte[]> files, String ending) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ending))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> files(byte[] zip) throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
