package se.bofast.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.bofast.prevention.LetterHouse.MEETING;
import static se.bofast.prevention.LetterHouse.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import se.bofast.HouseTest;
import se.bofast.access.Actor;
import se.bofast.access.DelegatedDecision;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.ManagingDelegation;
import se.bofast.access.Role;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalKind;
import se.bofast.intake.SignalSource;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.letter.EvictionConfirmation.Enforcement;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.letter.LetterState;
import se.bofast.letter.StopReason;
import se.bofast.letter.TemplateCode;
import se.bofast.person.NewPerson;
import se.bofast.person.Protection;
import se.bofast.person.WatchingHidden;
import se.bofast.prevention.LetterHouse.Scene;
import se.bofast.prevention.LetterRefusal.LetterField;
import se.bofast.prevention.LetterRefusal.LetterHindrance;
import se.bofast.support.Appointments;

/// Each letter of a case: refused with a reason or made once, and what its sending sets going.
@HouseTest
class CaseLettersTest {

    private static final Pattern CODE =
            Pattern.compile("[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]{4}-[2-9B-Z]");

    private final LetterHouse house;
    private final WritingCaseLetters writing;
    private final CaseLetters letters;
    private final MakingDecisions decisions;
    private final ManagingDelegation delegation;
    private final Appointments appointments;
    private final CaseViews views;
    private final DayList days;
    private final WatchingHidden watching;
    private final MockMvc pages;

    CaseLettersTest(
            LetterHouse house,
            WritingCaseLetters writing,
            CaseLetters letters,
            MakingDecisions decisions,
            ManagingDelegation delegation,
            Appointments appointments,
            CaseViews views,
            DayList days,
            WatchingHidden watching,
            MockMvc pages) {
        this.house = house;
        this.writing = writing;
        this.letters = letters;
        this.decisions = decisions;
        this.delegation = delegation;
        this.appointments = appointments;
        this.views = views;
        this.days = days;
        this.watching = watching;
        this.pages = pages;
    }

    private Scene ready() {
        var scene = house.scene();
        scene.sender();
        scene.times(MEETING, 4);
        return scene;
    }

    private CaseId anna(Scene scene) {
        return scene.paymentOrder(scene.person(LetterHouse.living("Anna", "Björkgatan 4")));
    }

    private LetterWish.Invite first(Scene scene, CaseId id) {
        return new LetterWish.Invite(
                scene.as(() -> writing.times(scene.actor, id)).getFirst().id());
    }

    private List<LetterId> make(Scene scene, CaseId id, LetterWish wish) {
        var made = scene.as(() -> writing.make(scene.actor, id, wish));
        assertThat(made).isInstanceOf(Writing.Made.class);
        return ((Writing.Made) made).letters();
    }

    private LetterRefusal refused(Scene scene, CaseId id, LetterWish wish) {
        var shown = scene.as(() -> writing.show(scene.actor, id, wish));
        var made = scene.as(() -> writing.make(scene.actor, id, wish));
        assertThat(made).isInstanceOf(Writing.Refused.class).isEqualTo(shown);
        return ((Writing.Refused) made).why();
    }

    private String text(Scene scene, CaseId id, LetterId letter) throws Exception {
        return text(scene.as(() -> letters.fetch(scene.actor, id, letter)));
    }

    static String text(byte[] file) throws Exception {
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper()
                    .getText(pdf)
                    .replace('\u00A0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    private CaseLetters.View view(Scene scene, CaseId id) {
        return scene.as(() -> letters.view(scene.actor, id));
    }

    // ---- invitation and code

    @Test
    void without_the_municipalitys_own_words_no_letter_is_made() {
        var scene = house.scene();
        scene.times(MEETING, 1);
        var id = anna(scene);
        assertThat(refused(scene, id, first(scene, id)).reason())
                .isEqualTo(LetterHindrance.NO_SENDER);
        assertThat(scene.count("select count(*) from letter.letter")).isZero();
    }

    @Test
    void an_invitation_says_what_the_notice_says_and_takes_its_time() throws Exception {
        var scene = ready();
        var id = anna(scene);
        var wish = first(scene, id);
        var letter = make(scene, id, wish).getFirst();
        var text = text(scene, id, letter);
        assertThat(text)
                .contains("Anna Prövad", "Björkgatan 4 lgh 1203", "113 31 Teststad")
                .contains("14 320 kr", "10 november 2026", "Provgatan 7")
                .contains("Box 1234");
        assertThat(
                        scene.count(
                                "select count(*) from support.slot where appointment_id is not null"))
                .isEqualTo(1);
        var line = view(scene, id).lines().getFirst();
        assertThat(line.letter().state()).isEqualTo(LetterState.MADE);
        assertThat(line.letter().version()).isEqualTo(1);
        assertThat(line.file()).isNotNull();
    }

    @Test
    void the_code_is_on_the_paper_alone_and_changes_the_time_and_declining_closes_nothing()
            throws Exception {
        var scene = ready();
        var id = anna(scene);
        var letter = make(scene, id, first(scene, id)).getFirst();
        var found = CODE.matcher(text(scene, id, letter));
        assertThat(found.find()).isTrue();
        var code = found.group();
        assertThat(
                        scene.count(
                                "select count(*) from support.appointment where code_hash like '%"
                                        + code
                                        + "%'"))
                .isZero();

        var shown = door(code, "look", null);
        assertThat(shown)
                .contains("kommunen")
                .doesNotContain("Anna")
                .doesNotContain("Socialnämnden");
        var option = Pattern.compile("value=\"([0-9a-f-]{36})\"").matcher(shown);
        assertThat(option.find()).isTrue();
        door(code, "move", option.group(1));
        assertThat(state(scene)).isEqualTo("MOVED");
        door(code.toLowerCase(Locale.ROOT), "confirm", null);
        assertThat(state(scene)).isIn("MOVED", "CONFIRMED");

        door(code, "decline", null);
        assertThat(state(scene)).isEqualTo("DECLINED");
        assertThat(view(scene, id).open()).isTrue();
        assertThat(
                        scene.count(
                                "select count(*) from support.appointment_event where state = 'DECLINED' and by_code"))
                .isEqualTo(1);
    }

    private String state(Scene scene) {
        return scene.board.ask(
                scene.actor,
                sql ->
                        sql.sql("select state from support.appointment")
                                .query(String.class)
                                .single());
    }

    private String door(String code, String what, @org.jspecify.annotations.Nullable String slot)
            throws Exception {
        return HouseClock.at(
                se.bofast.TestHouse.TestBoard.noon(TODAY),
                () -> {
                    try {
                        var request =
                                post("/tid")
                                        .param("code", code)
                                        .param("do", what)
                                        .param("sprak", "sv")
                                        .with(r -> {
                                            r.setRemoteAddr("192.0.2." + (code.hashCode() & 127));
                                            return r;
                                        });
                        if (slot != null) {
                            request.param("slot", slot);
                        }
                        var response = pages.perform(request).andReturn().getResponse();
                        assertThat(response.getStatus()).isEqualTo(200);
                        return response.getContentAsString(StandardCharsets.UTF_8);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                });
    }

    @Test
    void a_letter_is_also_written_in_the_persons_language() throws Exception {
        var scene = ready();
        var person =
                scene.person(
                        new NewPerson(
                                "Olena",
                                "Prövad",
                                null,
                                null,
                                null,
                                Protection.NONE,
                                LetterHouse.living("x", "Björkgatan 5").home(),
                                "uk",
                                false));
        var id = scene.paymentOrder(person);
        make(scene, id, first(scene, id));
        assertThat(view(scene, id).lines().getFirst().letter().language())
                .isEqualTo(se.bofast.letter.LetterLanguage.UKRAINIAN);
    }

    @Test
    void a_person_without_a_name_gets_no_letter_though_the_address_is_known() {
        var scene = ready();
        var unknown =
                scene.unknown(
                        NewPerson.of("", "", null)
                                .livingAt(LetterHouse.living("x", "Björkgatan 8").home()));
        var id = scene.paymentOrder(unknown);
        var slot =
                scene.as(() -> appointments.nextFreeSlots(scene.actor, 1, TODAY.plusDays(1)))
                        .getFirst()
                        .id();
        assertThat(refused(scene, id, new LetterWish.Invite(slot)).reason())
                .isEqualTo(LetterHindrance.UNKNOWN_PERSON);
        assertThat(scene.count("select count(*) from support.appointment")).isZero();
    }

    @Test
    void a_protected_person_gets_no_letter() {
        var scene = ready();
        var person =
                scene.person(
                        LetterHouse.living("Hemlig", "Björkgatan 6")
                                .protectedBy(Protection.MARKED));
        var id = scene.paymentOrder(person);
        var slot =
                scene.as(() -> appointments.nextFreeSlots(scene.actor, 1, TODAY.plusDays(1)))
                        .getFirst()
                        .id();
        assertThat(refused(scene, id, new LetterWish.Invite(slot)).reason())
                .isEqualTo(LetterHindrance.PROTECTED);
        assertThat(scene.count("select count(*) from support.appointment")).isZero();
    }

    @Test
    void a_character_that_cannot_be_printed_is_named_with_its_field() {
        var scene = ready();
        var id = scene.paymentOrder(scene.person(LetterHouse.living("漢Anna", "Björkgatan 7")));
        var why = refused(scene, id, first(scene, id));
        assertThat(why.reason()).isEqualTo(LetterHindrance.UNPRINTABLE);
        assertThat(why.field()).isEqualTo(LetterField.NAME);
        assertThat(why.character()).isNotNull();
        assertThat(scene.count("select count(*) from support.appointment")).isZero();
    }

    @Test
    void an_address_that_is_not_whole_gets_no_letter() {
        var scene = ready();
        var person = scene.person(NewPerson.of("Anna", "Prövad", null));
        var id =
                scene.take(
                        SignalKind.PAYMENT_ORDER,
                        SignalSource.ENFORCEMENT_AUTHORITY,
                        person,
                        null,
                        "Gatan 1",
                        List.of());
        scene.board.ask(
                scene.actor,
                sql -> sql.sql("update prevention.prevention_case set city = null").update());
        assertThat(refused(scene, id, first(scene, id)).reason())
                .isEqualTo(LetterHindrance.NO_ADDRESS);
    }

    @Test
    void a_reminder_needs_a_time_nobody_came_to() throws Exception {
        var scene = ready();
        var id = anna(scene);
        var slot = first(scene, id).slot();
        assertThat(refused(scene, id, new LetterWish.Remind(slot)).reason())
                .isEqualTo(LetterHindrance.NOTHING_MISSED);

        make(scene, id, first(scene, id));
        var appointment =
                scene.board.ask(
                        scene.actor,
                        sql ->
                                sql.sql("select id from support.appointment")
                                        .query(java.util.UUID.class)
                                        .single());
        scene.times(MEETING.plusDays(7), 1);
        scene.board.as(
                scene.actor,
                MEETING.plusDays(1),
                () ->
                        appointments.mark(
                                scene.actor,
                                new se.bofast.support.Appointment.AppointmentId(appointment),
                                false));
        var made =
                scene.board.as(
                        scene.actor,
                        MEETING.plusDays(1),
                        () ->
                                writing.make(
                                        scene.actor,
                                        id,
                                        new LetterWish.Remind(
                                                writing.times(scene.actor, id).getLast().id())));
        assertThat(made).isInstanceOf(Writing.Made.class);
        var letter = ((Writing.Made) made).letters().getFirst();
        assertThat(
                        text(
                                scene.board.as(
                                        scene.actor,
                                        MEETING.plusDays(1),
                                        () -> letters.fetch(scene.actor, id, letter))))
                .contains("9 november");
    }

    // ---- landlord

    private boolean refusedAsAbsent(Scene scene, Actor who, CaseId id, SignalId signal) {
        try {
            scene.board.as(who, TODAY, () -> writing.make(who, id, new LetterWish.Receipt(signal)));
            return false;
        } catch (NotFound e) {
            return true;
        }
    }

    @Test
    void the_receipt_is_the_same_whether_or_not_the_person_is_known_or_protected()
            throws Exception {
        var texts = new ArrayList<String>();
        for (var who : List.of("known", "unknown", "protected")) {
            var scene = ready();
            var landlord = scene.landlord(true);
            var person =
                    switch (who) {
                        case "known" -> scene.person(LetterHouse.living("Anna", "Storgatan 1"));
                        case "protected" ->
                                scene.person(
                                        LetterHouse.living("Anna", "Storgatan 1")
                                                .protectedBy(Protection.MARKED));
                        default -> null;
                    };
            var signal =
                    scene.signal(
                            SignalKind.RENT_ARREARS,
                            SignalSource.LANDLORD,
                            person,
                            landlord,
                            "Storgatan 1",
                            List.of());
            var id = scene.caseOf(signal);
            var head = scene.board.unitHead();
            if (who.equals("protected")) {
                assertThat(refusedAsAbsent(scene, head, id, signal)).isTrue();
                scene.board.as(
                        head,
                        TODAY,
                        () -> {
                            watching.entrust(
                                    head,
                                    java.util.Objects.requireNonNull(person),
                                    head.id(),
                                    TODAY.plusDays(9),
                                    "ansvarig");
                            return id;
                        });
            }
            var byHead = new LetterWish.Receipt(signal);
            var made = scene.board.as(head, TODAY, () -> writing.make(head, id, byHead));
            assertThat(made).as(who).isInstanceOf(Writing.Made.class);
            var letter = ((Writing.Made) made).letters().getFirst();
            texts.add(
                    text(scene.board.as(head, TODAY, () -> letters.fetch(head, id, letter)))
                            .replaceAll("Hyresbolaget [0-9a-f-]+", "Hyresbolaget")
                            .replaceAll("U-[0-9a-f]+", "U"));
            if (who.equals("protected")) {
                var other = scene.board.coordinator();
                assertThatThrownBy(() ->
                                scene.board.as(
                                        other, TODAY, () -> letters.fetch(other, id, letter)))
                        .isInstanceOf(NotFound.class);
            }
        }
        assertThat(texts.get(0)).contains("Storgatan 1").doesNotContain("Anna");
        assertThat(texts.get(1)).isEqualTo(texts.get(0));
        assertThat(texts.get(2)).isEqualTo(texts.get(0));
    }

    @Test
    void only_the_landlord_who_sent_the_notice_gets_a_receipt_and_it_counts_when_sent() {
        var scene = ready();
        var other =
                scene.signal(
                        SignalKind.PAYMENT_ORDER,
                        SignalSource.ENFORCEMENT_AUTHORITY,
                        null,
                        scene.landlord(true),
                        "Andra gatan 2",
                        List.of());
        assertThat(refused(scene, scene.caseOf(other), new LetterWish.Receipt(other)).reason())
                .isEqualTo(LetterHindrance.NOT_FROM_LANDLORD);

        var homeless =
                scene.signal(
                        SignalKind.RENT_ARREARS,
                        SignalSource.LANDLORD,
                        null,
                        scene.landlord(false),
                        "Tredje gatan 3",
                        List.of());
        assertThat(
                        refused(scene, scene.caseOf(homeless), new LetterWish.Receipt(homeless))
                                .reason())
                .isEqualTo(LetterHindrance.NO_LANDLORD_ADDRESS);

        var own =
                scene.signal(
                        SignalKind.RENT_ARREARS,
                        SignalSource.LANDLORD,
                        null,
                        scene.landlord(true),
                        "Fjärde gatan 4",
                        List.of());
        var id = scene.caseOf(own);
        var letter = make(scene, id, new LetterWish.Receipt(own)).getFirst();
        scene.as(() -> {
            letters.sent(scene.actor, id, letter, TODAY, null);
            return null;
        });
        assertThat(
                        scene.count(
                                "select count(*) from prevention.prevention_case where landlord_told_at is not null"))
                .isEqualTo(1);
        assertThat(
                        scene.count(
                                "select count(*) from person.disclosure where ground = 'RECEIPT' and person_id is null"))
                .isEqualTo(1);
    }

    @Test
    void without_a_delegate_an_undertaking_cannot_be_printed() throws Exception {
        var scene = ready();
        var landlord = scene.landlord(true);
        var person = scene.person(LetterHouse.living("Anna", "Björkgatan 8"));
        var id =
                scene.take(
                        SignalKind.RENT_ARREARS,
                        SignalSource.LANDLORD,
                        person,
                        landlord,
                        "Björkgatan 8",
                        List.of(
                                Fact.on(FactKind.TENANT_SERVED_ON, TODAY.minusDays(3)),
                                Fact.on(FactKind.BOARD_NOTICE_POSTED_ON, TODAY.minusDays(3))));
        var head = scene.board.unitHead();
        var granted =
                scene.board.as(
                        head,
                        TODAY,
                        () ->
                                delegation.add(
                                        head,
                                        new ManagingDelegation.NewDelegation(
                                                head.id(),
                                                DelegatedDecision.PAYMENT_UNDERTAKING,
                                                "4.7",
                                                Money.kronor(20_000),
                                                TODAY.minusDays(30),
                                                null)));
        var decided =
                scene.as(() ->
                        decisions.undertake(
                                scene.actor,
                                id,
                                new Deciding.Undertaking(
                                        Money.kronor(14_320),
                                        "oktober och november 2026",
                                        landlord,
                                        head.id(),
                                        TODAY,
                                        "Barnen bor kvar.",
                                        false)));
        assertThat(decided).isInstanceOf(Deciding.Decided.class);
        var decision = ((Deciding.Decided) decided).id();
        var wish =
                new LetterWish.Undertake(
                        decision,
                        List.of(YearMonth.of(2026, 10), YearMonth.of(2026, 11)),
                        "enhetschef",
                        null,
                        "K-2209");

        // The delegation turns out not to have been valid that day.
        scene.board.ask(
                scene.actor,
                sql ->
                        sql.sql("update access.delegation set end_on = :on where id = :id")
                                .param("on", TODAY.minusDays(1))
                                .param("id", granted)
                                .update());
        assertThat(refused(scene, id, wish).reason()).isEqualTo(LetterHindrance.NO_DELEGATE);
        assertThat(
                        refused(
                                        scene,
                                        id,
                                        new LetterWish.Undertake(
                                                new DecisionId(java.util.UUID.randomUUID()),
                                                wish.months(),
                                                "enhetschef",
                                                null,
                                                null))
                                .reason())
                .isEqualTo(LetterHindrance.NO_DECISION);

        scene.board.ask(
                scene.actor, sql -> sql.sql("update access.delegation set end_on = null").update());
        var letter = make(scene, id, wish).getFirst();
        assertThat(text(scene, id, letter)).contains("14 320 kr", "4.7", "Björkgatan 8");
        assertThatThrownBy(() ->
                        scene.as(() -> {
                            letters.sent(scene.actor, id, letter, TODAY, null);
                            return null;
                        }))
                .isInstanceOf(Conflict.class);
        scene.as(() -> {
            letters.sent(scene.actor, id, letter, TODAY, "REK 123");
            return null;
        });
        assertThat(view(scene, id).undertakings()).isEmpty();
        assertThat(
                        scene.count(
                                "select count(*) from prevention.decision where sent_on is not null"))
                .isEqualTo(1);
        // Somebody who had the case open meanwhile does not write over day and proof.
        var undertaken =
                new DecisionId(
                        scene.board.ask(
                                scene.actor,
                                sql ->
                                        sql.sql(
                                                        "select id from prevention.decision where sent_on is not null")
                                                .query(java.util.UUID.class)
                                                .single()));
        assertThat(
                        scene.as(() ->
                                decisions.sent(
                                        scene.actor, id, undertaken, TODAY.minusDays(1), "mejl")))
                .isEqualTo(WorkingOnCase.Saving.CHANGED_MEANWHILE);
        assertThat(scene.count("select count(*) from prevention.decision where proof = 'REK 123'"))
                .isEqualTo(1);
    }

    // ---- Kronofogden

    @Test
    void the_confirmation_and_its_copy_make_the_clocks_rules_done_when_sent() throws Exception {
        var scene = ready();
        var person = scene.person(LetterHouse.living("Anna", "Björkgatan 9"));
        var signal =
                scene.signal(
                        SignalKind.EVICTION_DATE,
                        SignalSource.ENFORCEMENT_AUTHORITY,
                        person,
                        null,
                        "Björkgatan 9",
                        List.of(Fact.on(FactKind.EVICTION_ON, TODAY.plusDays(20))));
        var id = scene.caseOf(signal);
        var due = scene.as(() -> days.of(scene.actor, true)).due();
        assertThat(due)
                .anyMatch(
                        d -> d.caseId().equals(id.value()) && d.rule().equals("confirmation-copy"));

        var wish =
                new LetterWish.Confirm(
                        signal,
                        Enforcement.EVICTION,
                        "U-7788-26",
                        null,
                        "socialsekreterare",
                        "010-123 45 68",
                        "kim@teststad.example");
        var made = make(scene, id, wish);
        assertThat(made).hasSize(2);
        assertThat(text(scene, id, made.get(0)))
                .contains("U-7788-26", "Kim COORDINATOR", "socialsekreterare", "Kronofogden");
        assertThat(text(scene, id, made.get(1))).contains("Anna Prövad", "Björkgatan 9");
        assertThat(done(scene, id)).doesNotContain("eviction-confirmation");

        assertThat(scene.as(() -> letters.allSent(scene.actor, id))).isEqualTo(2);
        assertThat(done(scene, id)).contains("eviction-confirmation", "confirmation-copy");
        assertThat(scene.count("select count(*) from person.disclosure where ground = 'DUTY'"))
                .isEqualTo(1);
    }

    private List<String> done(Scene scene, CaseId id) {
        return scene.as(() -> views.whole(scene.actor, id)).notices().getFirst().done().stream()
                .map(found -> found.rule().id().value())
                .toList();
    }

    @Test
    void a_confirmation_needs_an_address_and_the_day() {
        var scene = house.scene();
        scene.sender(LetterHouse.SENDER, List.of());
        var person = scene.person(LetterHouse.living("Anna", "Björkgatan 10"));
        var signal =
                scene.signal(
                        SignalKind.EVICTION_DATE,
                        SignalSource.ENFORCEMENT_AUTHORITY,
                        person,
                        null,
                        "Björkgatan 10",
                        List.of());
        var id = scene.caseOf(signal);
        var wish =
                new LetterWish.Confirm(
                        signal, Enforcement.EVICTION, "U-1", null, "handläggare", "1", "a@b");
        assertThat(refused(scene, id, wish).reason())
                .isEqualTo(LetterHindrance.NO_ENFORCEMENT_ADDRESS);
        scene.sender();
        assertThat(refused(scene, id, wish).reason()).isEqualTo(LetterHindrance.NO_EVICTION_DAY);
    }

    // ---- what becomes of letters

    @Test
    void a_returned_letter_alarms_until_somebody_tries_another_way() {
        var scene = ready();
        var id = anna(scene);
        var letter = make(scene, id, first(scene, id)).getFirst();
        assertThatThrownBy(() -> returned(scene, id, letter, TODAY)).isInstanceOf(Conflict.class);
        scene.as(() -> {
            letters.sent(scene.actor, id, letter, TODAY, null);
            return null;
        });
        assertThatThrownBy(() -> returned(scene, id, letter, TODAY.plusDays(1)))
                .isInstanceOf(Conflict.class);
        returned(scene, id, letter, TODAY);
        assertThat(alarms(scene)).contains(CaseFilter.Alarm.LETTER_RETURNED);
        assertThat(view(scene, id).lines().getFirst().letter().state())
                .isEqualTo(LetterState.RETURNED);

        scene.as(() ->
                contacts()
                        .log(
                                scene.actor,
                                id.subject(),
                                new se.bofast.support.NewContact(
                                        se.bofast.support.Contact.With.TENANT,
                                        se.bofast.support.Contact.By.PHONE,
                                        se.bofast.support.Contact.Outcome.NO_ANSWER,
                                        false,
                                        se.bofast.TestHouse.TestBoard.noon(TODAY),
                                        null,
                                        java.util.Set.of(),
                                        null,
                                        null)));
        assertThat(alarms(scene)).doesNotContain(CaseFilter.Alarm.LETTER_RETURNED);
    }

    @org.springframework.beans.factory.annotation.Autowired
    private se.bofast.support.@org.jspecify.annotations.Nullable LoggingContact logging;

    private se.bofast.support.LoggingContact contacts() {
        return java.util.Objects.requireNonNull(logging);
    }

    private void returned(Scene scene, CaseId id, LetterId letter, LocalDate on) {
        scene.as(() -> {
            letters.returned(scene.actor, id, letter, on);
            return null;
        });
    }

    private List<CaseFilter.Alarm> alarms(Scene scene) {
        return scene.as(() -> days.of(scene.actor, true)).alarms().stream()
                .map(DayList.Alarm::kind)
                .toList();
    }

    @Test
    void a_letter_made_by_mistake_gives_its_time_back() {
        var scene = ready();
        var id = anna(scene);
        var letter = make(scene, id, first(scene, id)).getFirst();
        scene.as(() -> {
            letters.stop(scene.actor, id, letter);
            return null;
        });
        assertThat(
                        scene.count(
                                "select count(*) from support.slot where appointment_id is not null"))
                .isZero();
        assertThat(view(scene, id).lines().getFirst().letter().reason())
                .isEqualTo(StopReason.MISTAKE);
    }

    @Test
    void what_is_settled_stops_the_invitation_that_waits_and_the_next_one() {
        var scene = ready();
        var person = scene.person(LetterHouse.living("Anna", "Björkgatan 11"));
        var id = scene.paymentOrder(person);
        make(scene, id, first(scene, id));
        scene.signal(
                SignalKind.SETTLED,
                SignalSource.ENFORCEMENT_AUTHORITY,
                person,
                null,
                "Björkgatan 11",
                List.of(Fact.on(FactKind.RENT_PAID_ON, TODAY)));
        var line = view(scene, id).lines().getFirst();
        assertThat(line.letter().state()).isEqualTo(LetterState.STOPPED);
        assertThat(line.letter().reason()).isEqualTo(StopReason.SETTLED);
        assertThat(
                        scene.count(
                                "select count(*) from support.slot where appointment_id is not null"))
                .isZero();
        assertThat(refused(scene, id, first(scene, id)).reason())
                .isEqualTo(LetterHindrance.SETTLED);
    }

    @Test
    void reading_and_making_is_on_record_with_whom_it_is_about() {
        var scene = ready();
        var id = anna(scene);
        var wish = first(scene, id);
        scene.as(() -> writing.show(scene.actor, id, wish));
        var letter = make(scene, id, wish).getFirst();
        scene.as(() -> letters.fetch(scene.actor, id, letter));
        for (var reason : List.of("SHOWN_INVITATION", "MADE_INVITATION", "LETTER_FETCHED")) {
            assertThat(
                            scene.count(
                                    "select count(*) from audit.entry where cardinality(person_ids) = 1 and reason = '"
                                            + reason
                                            + "'"))
                    .as(reason)
                    .isEqualTo(1);
        }
        assertThat(scene.count("select count(*) from letter.file_fetch")).isEqualTo(1);
    }

    @Test
    void another_board_and_a_colleague_out_of_reach_find_nothing() {
        var scene = ready();
        var id = anna(scene);
        var letter = make(scene, id, first(scene, id)).getFirst();
        var other = house.scene();
        assertThatThrownBy(() -> other.as(() -> letters.fetch(other.actor, id, letter)))
                .isInstanceOf(NotFound.class);
        assertThat(other.count("select count(*) from letter.stored_file")).isZero();
        assertThat(other.count("select count(*) from letter.v_letter")).isZero();
        assertThat(other.count("select count(*) from letter.sender")).isZero();

        Actor guide = scene.board.employee(Role.GUIDE, UnitKind.OUTREACH);
        assertThatThrownBy(
                        () -> scene.board.as(guide, TODAY, () -> letters.fetch(guide, id, letter)))
                .isInstanceOf(NotFound.class);
        assertThat(view(scene, id).lines().getFirst().letter().template())
                .isEqualTo(TemplateCode.INVITATION);
    }
}
