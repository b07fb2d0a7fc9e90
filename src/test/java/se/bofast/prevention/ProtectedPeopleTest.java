package se.bofast.prevention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.bofast.HouseTest;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.access.web.LoggedInAs;
import se.bofast.debt.AmountSource;
import se.bofast.debt.Creditor;
import se.bofast.debt.DebtKind;
import se.bofast.debt.NewDebt;
import se.bofast.debt.RecordingDebt;
import se.bofast.dwelling.LandlordId;
import se.bofast.intake.Channel;
import se.bofast.intake.NewSignal;
import se.bofast.intake.RegisteringSignals;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.intake.ThreatReason;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;
import se.bofast.kernel.PersonId;
import se.bofast.person.Consent.ConsentForm;
import se.bofast.person.Consent.ConsentScope;
import se.bofast.person.Consents;
import se.bofast.person.ContactWay;
import se.bofast.person.ContactWays;
import se.bofast.person.Counterpart;
import se.bofast.person.Disclosure;
import se.bofast.person.Disclosures;
import se.bofast.person.NewAddress;
import se.bofast.person.NewPerson;
import se.bofast.person.Protecting;
import se.bofast.person.Protection;
import se.bofast.person.ProtectionMark;
import se.bofast.person.TestNumbers;
import se.bofast.prevention.LetterHouse.Scene;
import se.bofast.support.Contact;
import se.bofast.support.LoggingContact;
import se.bofast.support.NewContact;
import se.bofast.support.SafeVisits;

/// Tries everything: two people live the same life in every room of the house; then the one's
/// identity is protected. Every address is asked as every role, and nothing of the one is found,
/// while the other is.
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class ProtectedPeopleTest {

    private static final LocalDate TODAY = LetterHouse.TODAY;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final LetterHouse house;
    private final RegisteringSignals registering;
    private final ContactWays ways;
    private final Consents consents;
    private final Disclosures disclosures;
    private final LoggingContact contacts;
    private final SafeVisits visits;
    private final RecordingDebt debts;
    private final PrintingInvitations printing;
    private final Protecting protecting;
    private final WorkDoneNow work;
    private final MockMvc mvc;
    private final RequestMappingHandlerMapping mappings;

    ProtectedPeopleTest(
            LetterHouse house,
            RegisteringSignals registering,
            ContactWays ways,
            Consents consents,
            Disclosures disclosures,
            LoggingContact contacts,
            SafeVisits visits,
            RecordingDebt debts,
            PrintingInvitations printing,
            Protecting protecting,
            WorkDoneNow work,
            MockMvc mvc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.house = house;
        this.registering = registering;
        this.ways = ways;
        this.consents = consents;
        this.disclosures = disclosures;
        this.contacts = contacts;
        this.visits = visits;
        this.debts = debts;
        this.printing = printing;
        this.protecting = protecting;
        this.work = work;
        this.mvc = mvc;
        this.mappings = mappings;
    }

    /// What gives a person away, wherever it stands.
    private record Trace(
            String given,
            String family,
            String street,
            String phone,
            String word,
            IdentityNumber number) {

        List<String> strings(String caseNumber) {
            return List.of(
                    given,
                    family,
                    street.replaceAll(" \\d+$", ""),
                    phone,
                    word,
                    number.digits().substring(2),
                    number.written(),
                    caseNumber);
        }
    }

    /// A person with everything the house can hold of them.
    private record Life(
            PersonId person, CaseId matter, String number, Trace trace, Map<String, UUID> ids) {

        UUID id(String name) {
            return Objects.requireNonNull(ids.get(name));
        }

        List<String> strings() {
            return trace.strings(number);
        }
    }

    private final class Town {

        final Scene scene = house.scene();
        final TestBoard board = scene.board;
        final Actor clerk = scene.actor;
        final LandlordId landlord = scene.landlord(true);
        final Map<Role, Actor> others = new EnumMap<>(Role.class);
        final Life hidden;
        final Life twin;
        final UUID run;
        final String list;

        Town() throws Exception {
            scene.sender();
            scene.times(LetterHouse.MEETING, 6);
            hidden =
                    lives(
                            new Trace(
                                    "Qvintilla",
                                    "Xylofonsdotter",
                                    "Zebragatan 77",
                                    "070-999 11 77",
                                    "Hemligordet",
                                    TestNumbers.next()));
            twin =
                    lives(
                            new Trace(
                                    "Wilhelmina",
                                    "Trumpetsdotter",
                                    "Giraffgatan 55",
                                    "070-888 22 55",
                                    "Vanligordet",
                                    TestNumbers.next()));
            run = printed();
            list = received();
            for (var role : Role.values()) {
                others.put(role, board.employee(role, UnitKind.HOUSING));
            }
        }

        <T> T now(ScopedValue.CallableOp<T, RuntimeException> asked) {
            return scene.as(asked);
        }

        private Life lives(Trace trace) {
            var person =
                    scene.person(
                            NewPerson.of(trace.given(), trace.family(), trace.number())
                                    .livingAt(
                                            new NewAddress(
                                                    null,
                                                    trace.street(),
                                                    "1203",
                                                    "11331",
                                                    "Teststad")));
            var ids = new LinkedHashMap<String, UUID>();
            ids.put("person", person.value());
            now(() -> ways.add(clerk, person, ContactWay.WayKind.PHONE, trace.phone(), true));
            var to =
                    new Counterpart(
                            Counterpart.CounterpartKind.LANDLORD, landlord.value(), "Hyresbolaget");
            ids.put(
                    "consent",
                    now(() ->
                                    consents.give(
                                            clerk,
                                            person,
                                            ConsentScope.ALL_ABOUT_HOME,
                                            to,
                                            ConsentForm.ORAL,
                                            TODAY.minusDays(1),
                                            null))
                            .value());
            var signal =
                    now(() ->
                            registering
                                    .register(
                                            clerk,
                                            Action.REGISTER_SIGNAL,
                                            List.of(signal(trace, person)))
                                    .getFirst()
                                    .id());
            ids.put("signal", signal.value());
            var matter = scene.caseOf(signal);
            ids.put("case", matter.value());
            now(() ->
                    disclosures.record(
                            clerk,
                            new Disclosure.Intended(
                                    person,
                                    matter.subject(),
                                    to,
                                    Disclosure.Ground.CONSENT,
                                    ConsentScope.ALL_ABOUT_HOME,
                                    trace.word(),
                                    null)));
            now(() ->
                    contacts.log(
                            clerk,
                            matter.subject(),
                            new NewContact(
                                    Contact.With.TENANT,
                                    Contact.By.PHONE,
                                    Contact.Outcome.PERSONAL_CONTACT,
                                    false,
                                    TestBoard.noon(TODAY).minusSeconds(60),
                                    trace.word(),
                                    Set.of(),
                                    TODAY,
                                    Contact.By.PHONE)));
            var waits = board.employee(Role.COORDINATOR, UnitKind.HOUSING);
            now(() ->
                    visits.plan(
                            clerk,
                            matter.subject(),
                            new SafeVisits.Plan(
                                    clerk.id(),
                                    null,
                                    false,
                                    TestBoard.noon(TODAY).plusSeconds(3600),
                                    Duration.ofHours(1),
                                    waits.id())));
            now(() ->
                    visits.note(clerk, matter.subject(), trace.word(), false, TODAY.plusDays(20)));
            ids.put(
                    "debt",
                    now(() ->
                                    debts.record(
                                            clerk,
                                            new NewDebt(
                                                    matter.subject(),
                                                    new Creditor.Named(
                                                            "Borgenären " + trace.word()),
                                                    DebtKind.OTHER,
                                                    trace.word(),
                                                    TODAY.minusDays(30),
                                                    TODAY.minusDays(2),
                                                    Money.kronor(4711),
                                                    AmountSource.DOCUMENT,
                                                    trace.word())))
                            .value());
            // A second notice that only resembles: a question of who it is.
            now(() -> registering.register(clerk, Action.REGISTER_SIGNAL, List.of(alike(trace))));
            var number =
                    board.ask(
                            clerk,
                            db ->
                                    db.sql(
                                                    "select number from prevention.prevention_case where id = :id")
                                            .param("id", matter.value())
                                            .query(String.class)
                                            .single());
            ids.put(
                    "question",
                    one(
                            "select signal_id from intake.candidate where person_id = :person",
                            person));
            ids.put(
                    "contact",
                    one("select id from support.contact where person_id = :person", person));
            ids.put("visit", one("select id from support.visit where person_id = :person", person));
            return new Life(person, matter, number, trace, ids);
        }

        private UUID one(String sql, PersonId person) {
            return board.ask(
                    clerk,
                    db ->
                            db.sql(sql + " limit 1")
                                    .param("person", person.value())
                                    .query(UUID.class)
                                    .single());
        }

        private NewSignal signal(Trace trace, PersonId person) {
            return new NewSignal(
                    SignalKind.RENT_ARREARS,
                    SignalSource.LANDLORD,
                    Channel.MAIL,
                    landlord,
                    "Hyresbolaget",
                    "REF-" + trace.word(),
                    person,
                    new NewSignal.Written(
                            trace.given() + " " + trace.family(),
                            trace.number(),
                            null,
                            trace.phone()),
                    new NewSignal.Place(trace.street(), "1203", "11331", "Teststad", 2),
                    1,
                    ThreatReason.RENT_DEBT,
                    trace.word(),
                    TODAY.minusDays(1),
                    TestBoard.noon(TODAY),
                    List.of(),
                    null);
        }

        private NewSignal alike(Trace trace) {
            return new NewSignal(
                    SignalKind.DISTURBANCE,
                    SignalSource.LANDLORD,
                    Channel.MAIL,
                    landlord,
                    "Hyresbolaget",
                    null,
                    null,
                    new NewSignal.Written("Bo Annansson", trace.number(), null, null),
                    new NewSignal.Place(trace.street(), "1203", "11331", "Teststad", 2),
                    null,
                    ThreatReason.DISTURBANCE,
                    trace.word(),
                    TODAY,
                    TestBoard.noon(TODAY),
                    List.of(),
                    null);
        }

        private UUID printed() {
            var ordered =
                    now(() ->
                            printing.order(
                                    clerk,
                                    new InvitationChoice(
                                            CaseFilter.Whose.ALL,
                                            null,
                                            null,
                                            LetterHouse.MEETING)));
            work();
            var id = ((PrintingInvitations.Ordered.Run) ordered).id().value();
            for (var life : List.of(hidden, twin)) {
                life.ids()
                        .put(
                                "letter",
                                one(
                                        "select id from letter.letter where person_id = :person",
                                        life.person()));
            }
            return id;
        }

        private void work() {
            HouseClock.<Boolean, RuntimeException>at(
                    TestBoard.noon(TODAY),
                    () -> {
                        work.all();
                        return true;
                    });
        }

        /// A list with both, read and taken in.
        private String received() throws Exception {
            var text = "Personnummer;Namn;Adress;Belopp;Målnummer\n";
            for (var life : List.of(hidden, twin)) {
                text +=
                        "%s;%s, %s;%s;14320;B-%s\n"
                                .formatted(
                                        life.trace().number().written(),
                                        life.trace().family(),
                                        life.trace().given(),
                                        life.trace().street(),
                                        life.trace().word());
            }
            var place =
                    Objects.requireNonNull(
                            ask(
                                            clerk,
                                            MockMvcRequestBuilders.multipart("/inlasning")
                                                    .file(
                                                            new MockMultipartFile(
                                                                    "file",
                                                                    "vecka 44.csv",
                                                                    "text/csv",
                                                                    text.getBytes(WINDOWS)))
                                                    .param("kind", "payment-orders")
                                                    .param("sender", landlord.value().toString())
                                                    .with(csrf()))
                                    .getRedirectedUrl());
            work();
            ask(clerk, MockMvcRequestBuilders.post(place + "/las-in").with(csrf()));
            work();
            return place;
        }

        Actor other(Role role) {
            return Objects.requireNonNull(others.get(role));
        }

        void protect(Protection kind) {
            now(() -> {
                protecting.mark(
                        clerk,
                        hidden.person(),
                        new Protecting.NewMark(
                                null,
                                kind,
                                ProtectionMark.Source.POPULATION_REGISTER,
                                "besked",
                                null,
                                TODAY.plusMonths(3)));
                return kind;
            });
        }

        MockHttpServletResponse ask(Actor who, AbstractMockHttpServletRequestBuilder<?> request) {
            return HouseClock.<MockHttpServletResponse, RuntimeException>at(
                    TestBoard.noon(TODAY),
                    () -> {
                        try {
                            return mvc.perform(request.with(LoggedInAs.actor(who)))
                                    .andReturn()
                                    .getResponse();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }

        MockHttpServletResponse get(Actor who, String address) {
            return ask(who, MockMvcRequestBuilders.get(URI.create(address)));
        }

        /// The addresses with the ids of the life in them; the run and the list are of both.
        Set<String> addresses(Life life) {
            var found = new LinkedHashSet<String>();
            for (var path : paths()) {
                var address = path;
                for (var entry :
                        Map.of(
                                        "/arenden/{id}",
                                        "case",
                                        "/personer/{id}",
                                        "person",
                                        "/signaler/{id}",
                                        "signal",
                                        "/kontakter/{id}",
                                        "contact",
                                        "/skyddade/{id}",
                                        "person")
                                .entrySet()) {
                    if (address.startsWith(entry.getKey())) {
                        address =
                                address.replaceFirst(
                                        "\\{id}", life.id(entry.getValue()).toString());
                    }
                }
                address =
                        address.replace("{letter}", life.id("letter").toString())
                                .replace("{debt}", life.id("debt").toString())
                                .replace("{consent}", life.id("consent").toString())
                                .replace("{day}", TODAY.minusDays(2).toString())
                                .replace("{ordinal}", "1");
                if (address.startsWith("/logg/")) {
                    found.add("/logg/person/" + life.id("person"));
                    found.add("/logg/prevention-case/" + life.id("case"));
                } else if (address.startsWith("/skulder/{kind}/{id}")) {
                    found.add(address.replace("{kind}/{id}", "prevention-case/" + life.id("case")));
                } else if (address.startsWith("/arenden/nummer")) {
                    found.add("/arenden/nummer/" + life.number());
                } else if (address.startsWith("/inlasning/{id}")) {
                    found.add(address.replace("/inlasning/{id}", list));
                    found.add(list + "?rader=ratt");
                    found.add(list + "?rader=fragor");
                } else if (address.startsWith("/utskrifter/{id}")) {
                    found.add(
                            address.replace("{id}", run.toString())
                                    + (address.endsWith("1") ? "?igen=ja" : ""));
                } else if (address.startsWith("/hyresvardar/{id}")) {
                    found.add(address.replace("{id}", landlord.value().toString()));
                } else if (address.contains("{kind}")) {
                    for (var kind :
                            List.of(
                                    "inbjudan",
                                    "paminnelse",
                                    "kvittens",
                                    "kronofogden",
                                    "atagande")) {
                        found.add(address.replace("{kind}", kind));
                    }
                } else if (Set.of(
                                "/kontakter/ny",
                                "/hembesok/nytt",
                                "/hembesok/notering",
                                "/tider/boka")
                        .contains(address)) {
                    found.add(address + "?arende=" + life.id("case"));
                } else if (address.equals("/uppdrag/nytt")) {
                    found.add(address + "?person=" + life.id("person"));
                } else {
                    found.add(address.replaceAll("\\{[^}]+}", life.id("visit").toString()));
                }
            }
            found.add("/signaler/" + life.id("question"));
            found.add("/?visa=alla");
            found.add("/uppfoljning/arenden?from=2026-01-01&to=2026-12-31&matt=reached");
            found.add("/arenden?status=alla");
            found.add("/tider?vecka=" + LetterHouse.MEETING);
            var rest = life.id("visit").toString();
            return found.stream()
                    .map(address -> address.replaceAll("\\{[^}]+}", rest))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    private TreeSet<String> paths() {
        var found = new TreeSet<String>();
        mappings.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (handler.getBeanType().getName().startsWith("se.bofast.")
                            && mapping.getMethodsCondition().getMethods().stream()
                                    .anyMatch(method -> method.name().equals("GET"))) {
                        found.addAll(mapping.getPatternValues());
                    }
                });
        assertThat(found).hasSizeGreaterThan(80);
        return found;
    }

    /// Everything that leaves the house with an answer, also from within files.
    private static String said(MockHttpServletResponse answer) {
        try {
            var bytes = answer.getContentAsByteArray();
            var said = new StringBuilder();
            answer.getHeaderNames()
                    .forEach(name ->
                            said.append(name)
                                    .append(": ")
                                    .append(answer.getHeaders(name))
                                    .append('\n'));
            var type = String.valueOf(answer.getContentType());
            if (type.contains("pdf")) {
                try (var pdf = Loader.loadPDF(bytes)) {
                    said.append(new PDFTextStripper().getText(pdf))
                            .append(pdf.getDocumentInformation().getTitle());
                }
            } else if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
                var file = Files.createTempFile("sheet", ".xlsx");
                try {
                    Files.write(file, bytes);
                    try (var zip = new ZipFile(file.toFile())) {
                        for (var entry : Collections.list(zip.entries())) {
                            said.append(entry.getName())
                                    .append(
                                            new String(
                                                    zip.getInputStream(entry).readAllBytes(),
                                                    UTF_8));
                        }
                    }
                } finally {
                    Files.delete(file);
                }
            } else {
                said.append(new String(bytes, UTF_8)).append(new String(bytes, WINDOWS));
            }
            return said.toString().replaceAll("[\\s\\u00a0\\u202f]+", " ");
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /// The same page, whichever id stood in the address.
    private static String likened(String said) {
        return said.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "CSRF")
                .replaceAll("content=\"[A-Za-z0-9_-]{60,}\"", "TOKEN")
                .replaceAll("(?:SESSION|bofast)=[^;\\]]+", "SESSION")
                .replaceAll("\\d{4}-\\d{4}", "NUMBER");
    }

    @Test
    void nothing_of_a_protected_person_is_found_by_anyone_who_is_not_entrusted(
            CapturedOutput output) throws Exception {
        var town = new Town();
        var before =
                town.get(town.other(Role.COORDINATOR), "/arenden/" + town.hidden.matter().value());
        assertThat(said(before)).contains(town.hidden.trace().family());
        var logged = output.getAll().length();
        town.protect(Protection.HIDDEN_REGISTRATION);

        var leaks = new ArrayList<String>();
        var differing = new ArrayList<String>();
        var twins = new TreeSet<String>();
        var nothing = nothingOf(town);
        for (var who : town.others.values()) {
            var role = who.roles().iterator().next();
            var about = new ArrayList<>(town.addresses(town.hidden));
            var about0 = new ArrayList<>(town.addresses(nothing));
            for (var i = 0; i < about.size(); i++) {
                var answer = town.get(who, about.get(i));
                if (answer.getStatus() >= 500) {
                    differing.add(role + " " + about.get(i) + " " + answer.getStatus());
                }
                var said = said(answer);
                for (var string : town.hidden.strings()) {
                    var watched =
                            role == Role.UNIT_HEAD
                                    && about.get(i).startsWith("/skyddade")
                                    && string.equals(town.hidden.number());
                    if (said.contains(string) && !watched) {
                        leaks.add(role + " " + about.get(i) + ": " + string);
                    }
                }
                if (!about.get(i).equals(about0.get(i)) && !about.get(i).startsWith("/skyddade")) {
                    var other = town.get(who, about0.get(i));
                    if (answer.getStatus() != other.getStatus()
                            || !likened(said).equals(likened(said(other)))) {
                        differing.add(
                                role
                                        + " "
                                        + about.get(i)
                                        + ": "
                                        + answer.getStatus()
                                        + " but of nothing "
                                        + other.getStatus());
                    }
                }
            }
            for (var address : town.addresses(town.twin)) {
                var said = said(town.get(who, address));
                for (var string : town.twin.strings()) {
                    if (said.contains(string)) {
                        twins.add(
                                address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                                        .replaceAll("\\?.*", ""));
                    }
                }
            }
            for (var words :
                    List.of(
                            town.hidden.trace().family(),
                            "Qvin",
                            town.hidden.trace().number().written(),
                            town.hidden.number(),
                            "Xylofonsdoter")) {
                var found =
                        town.ask(
                                who,
                                MockMvcRequestBuilders.post("/sok").param("q", words).with(csrf()));
                var page =
                        found.getRedirectedUrl() == null
                                ? found
                                : town.get(who, found.getRedirectedUrl());
                var said = said(page).replace("value=\"" + words + "\"", "");
                if (said.contains(town.hidden.person().toString())
                        || said.contains(town.hidden.matter().value().toString())
                        || said.contains(town.hidden.trace().street())
                        || said.contains(town.hidden.trace().phone())) {
                    leaks.add(role + " search " + words.length());
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(differing).isEmpty();
        assertThat(twins)
                .contains(
                        "/arenden",
                        "/arenden/ID",
                        "/personer/ID",
                        "/signaler/ID",
                        "/inkorg",
                        "/inkorg/fragor",
                        "/skulder/prevention-case/ID",
                        "/inlasning/ID",
                        "/utskrifter/ID/fil/1",
                        "/arenden/ID/brev/ID/fil",
                        "/uppfoljning/arenden",
                        "/",
                        "/tider",
                        "/kontakter/ID/anteckning");
        var log = output.getAll().substring(logged);
        assertThat(town.hidden.strings()).noneMatch(log::contains);

        // The file as it came names both, so that it is only for who may see both.
        assertThat(town.get(town.other(Role.COORDINATOR), town.list + "/fil").getStatus())
                .isEqualTo(409);
        assertThat(said(town.get(town.clerk, town.list + "/fil")))
                .contains(town.hidden.trace().family());
        var mine = said(town.get(town.clerk, "/personer/" + town.hidden.person()));
        assertThat(mine)
                .contains(
                        town.hidden.trace().family(),
                        town.hidden.trace().street(),
                        town.hidden.trace().phone());
        assertThat(said(town.get(town.clerk, "/arenden/" + town.hidden.matter().value())))
                .contains(town.hidden.number());
        assertThat(said(town.get(town.other(Role.UNIT_HEAD), "/skyddade")))
                .contains(town.hidden.number());
    }

    /// A life nobody has lived.
    private static Life nothingOf(Town town) {
        var ids = new LinkedHashMap<String, UUID>();
        town.hidden.ids().keySet().forEach(name -> ids.put(name, UUID.randomUUID()));
        return new Life(
                new PersonId(Objects.requireNonNull(ids.get("person"))),
                new CaseId(Objects.requireNonNull(ids.get("case"))),
                "2026-9999",
                town.hidden.trace(),
                ids);
    }
}
