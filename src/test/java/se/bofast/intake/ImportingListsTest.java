package se.bofast.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.dwelling.Landlords;
import se.bofast.filing.BadRows;
import se.bofast.filing.DecidingLists;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.ReceivingFiles;
import se.bofast.filing.Upload;
import se.bofast.filing.UploadId;
import se.bofast.filing.UploadState;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;
import se.bofast.page.SortChoice;
import se.bofast.person.CorrectingIdentity;
import se.bofast.person.GivingNumber;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.TestNumbers;
import se.bofast.prevention.CaseFilter;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.CaseRow;
import se.bofast.prevention.WorkingOnCase;

/// From a received file to signals, cases, a receipt, and back again.
@HouseTest
class ImportingListsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Boards boards;
    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final ReadingUploads reading;
    private final WorkDoneNow work;
    private final Landlords landlords;
    private final Inbox inbox;
    private final SignalViews signals;
    private final AnsweringMatchQuestion answering;
    private final CorrectingSignal correcting;
    private final People people;
    private final GivingNumber giving;
    private final CorrectingIdentity identities;
    private final CaseLists cases;
    private final WorkingOnCase working;

    ImportingListsTest(
            Boards boards,
            ReceivingFiles receiving,
            DecidingLists deciding,
            ReadingUploads reading,
            WorkDoneNow work,
            Landlords landlords,
            Inbox inbox,
            SignalViews signals,
            AnsweringMatchQuestion answering,
            CorrectingSignal correcting,
            People people,
            GivingNumber giving,
            CorrectingIdentity identities,
            CaseLists cases,
            WorkingOnCase working) {
        this.boards = boards;
        this.receiving = receiving;
        this.deciding = deciding;
        this.reading = reading;
        this.work = work;
        this.landlords = landlords;
        this.inbox = inbox;
        this.signals = signals;
        this.answering = answering;
        this.correcting = correcting;
        this.people = people;
        this.giving = giving;
        this.identities = identities;
        this.cases = cases;
        this.working = working;
    }

    /// A board with its coordinator and a landlord who sends lists.
    private final class Desk {
        final TestBoard board = boards.make();
        final Actor coordinator = board.coordinator();
        final String landlord = landlord("Påhittade Hem AB");

        String landlord(String name) {
            var made = as(() -> landlords.ensureAll(List.of(name)));
            return made.values().iterator().next().value().toString();
        }

        <T> T as(ScopedValue.CallableOp<T, RuntimeException> question) {
            return board.as(coordinator, TODAY, question);
        }

        UploadId send(String kind, String sender, byte[] file) {
            var received =
                    as(() -> receiving.receive(coordinator, kind, sender, "lista.csv", file));
            working();
            return received.id();
        }

        UploadId send(String kind, String text) {
            return send(kind, landlord, text.getBytes(WINDOWS));
        }

        Upload upload(UploadId id) {
            return as(() -> reading.view(coordinator, id).upload());
        }

        DecidingLists.Decided accept(UploadId id) {
            var decided = as(() -> deciding.accept(coordinator, id));
            working();
            return decided;
        }

        List<InboxRow> inbox(InboxFilter filter) {
            return as(() -> inbox.list(coordinator, filter, Optional.empty()).slice().rows());
        }

        List<CaseRow> cases(CaseFilter.State state) {
            var filter = new CaseFilter(CaseFilter.Whose.ALL, state, null, null, null, false, null);
            return as(() ->
                    cases.list(coordinator, filter, SortChoice.ascending("next"), Optional.empty())
                            .rows());
        }
    }

    private static final String ORDERS =
            """
            Veckolista från Påhittade Hem;;;;
            ;;;;
            Pnr;Hyresgäst;Adress;Belopp kr;Målnr
            19811228-2390;Provberg, Åsa;Sankt Påhittsgatan 117, lgh 1203, 113 31 Teststad;14 320,50;B-1
            630405-2381;Testlund, Örjan;Norrbrogatan 4;8 905,00;B-2
            ;Okänd Andersson;Övre Ängsvägen 9;23 117,00;B-3
            """;

    @Test
    void a_list_from_windows_with_title_lines_is_read_and_becomes_signals_and_cases() {
        var desk = new Desk();
        var id = desk.send("payment-orders", ORDERS);
        var ready = desk.upload(id);
        assertThat(ready.state()).isEqualTo(UploadState.READY);
        assertThat(ready.counts().good()).isEqualTo(3);
        assertThat(ready.counts().bad()).isZero();

        assertThat(desk.accept(id)).isEqualTo(DecidingLists.Decided.DONE);
        var done = desk.upload(id);
        assertThat(done.state()).isEqualTo(UploadState.ACCEPTED);
        assertThat(done.counts().accepted()).isEqualTo(3);

        assertThat(desk.inbox(InboxFilter.ALL))
                .extracting(InboxRow::name)
                .containsExactlyInAnyOrder("Provberg, Åsa", "Testlund, Örjan", "Okänd Andersson");
        assertThat(desk.cases(CaseFilter.State.OPEN)).hasSize(3);
        var aasa =
                desk.inbox(InboxFilter.ALL).stream()
                        .filter(row -> "Provberg, Åsa".equals(row.name()))
                        .findFirst()
                        .orElseThrow();
        var view = desk.as(() -> signals.whole(desk.coordinator, aasa.id()));
        assertThat(view.signal().street()).isEqualTo("Sankt Påhittsgatan 117");
        assertThat(view.signal().apartment()).isEqualTo("1203");
        assertThat(view.signal().postalCode()).isEqualTo("11331");
        assertThat(view.signal().facts())
                .extracting(SignalCard.Stated::fact)
                .contains(Fact.amount(FactKind.NOTICE_AMOUNT, new Money(1_432_050)));
        assertThat(view.uploadRow()).isEqualTo(4);
        assertThat(view.caseHref()).isPresent();
    }

    @Test
    void a_row_with_a_number_the_person_had_before_is_about_that_person() {
        var desk = new Desk();
        var before = IdentityNumber.read("701063-2391", TODAY).orElseThrow();
        var after = TestNumbers.of(LocalDate.of(1970, 10, 3), 239);
        var id =
                desk.as(() ->
                        people.register(
                                desk.coordinator, NewPerson.of("Yonas", "Provare", before)));
        desk.as(() ->
                giving.replace(
                        desk.coordinator,
                        id,
                        identities.current(id).orElseThrow().id(),
                        after,
                        TODAY,
                        "Blev folkbokförd"));
        var upload =
                desk.send(
                        "payment-orders",
                        """
                        Pnr;Hyresgäst;Adress;Belopp kr;Målnr
                        701063-2391;Provare, Yonas;Norrbrogatan 4;8 905,00;B-2
                        """);
        desk.accept(upload);
        assertThat(desk.inbox(InboxFilter.ALL))
                .extracting(row -> String.valueOf(row.name()))
                .containsExactly("Provare, Yonas");
        assertThat(desk.as(() -> people.byNumbers(List.of(before, after))))
                .containsEntry(before, id)
                .containsEntry(after, id);
        assertThat(
                        desk.board.<Long>ask(
                                desk.coordinator,
                                db ->
                                        db.sql("select count(*) from person.person")
                                                .query(Long.class)
                                                .single()))
                .isEqualTo(1);
    }

    @Test
    void the_same_file_again_gives_the_same_receipt_and_pressing_twice_reads_in_once() {
        var desk = new Desk();
        var id = desk.send("payment-orders", ORDERS);
        desk.accept(id);
        assertThat(desk.send("payment-orders", ORDERS)).isEqualTo(id);
        assertThat(desk.accept(id)).isEqualTo(DecidingLists.Decided.TOO_LATE);
        assertThat(desk.inbox(InboxFilter.ALL)).hasSize(3);
    }

    @Test
    void rows_that_came_before_get_the_same_receipt_and_changed_ones_are_linked() {
        var desk = new Desk();
        desk.accept(desk.send("payment-orders", ORDERS));
        var second = desk.send("payment-orders", ORDERS.replace("8 905,00", "9 100,00"));
        assertThat(desk.upload(second).counts().repeated()).isEqualTo(2);
        desk.accept(second);
        var counts = desk.upload(second).counts();
        assertThat(counts.accepted()).isEqualTo(1);
        assertThat(counts.same()).isEqualTo(2);
        assertThat(desk.inbox(InboxFilter.ALL)).hasSize(4).filteredOn(InboxRow::linked).hasSize(1);
        assertThat(desk.cases(CaseFilter.State.OPEN)).hasSize(3);
    }

    private static final String HALF_BAD =
            """
            Personnummer;Namn;Adress;Belopp
            19811228-2390;Provberg, Åsa;Storgatan 1;14320,50
            19811228-2391;Felsson, Bo;Storgatan 2;500
            ;;;700
            630405-2381;Testlund, Örjan;Storgatan 3;tolv
            """;

    @Test
    void wrong_rows_say_what_to_mend_and_the_mended_file_is_read_in() throws Exception {
        var desk = new Desk();
        var id = desk.send("payment-orders", HALF_BAD);
        var counts = desk.upload(id).counts();
        assertThat(counts.good()).isEqualTo(1);
        assertThat(counts.bad()).isEqualTo(3);
        var bad = desk.as(() -> reading.bad(desk.coordinator, id));
        assertThat(bad)
                .extracting(row -> row.row().number() + " " + row.errors().getFirst().columnName())
                .containsExactly("3 Personnummer", "4 Namn", "5 Belopp");
        assertThat(bad.getFirst().errors().getFirst().value()).isEqualTo("19811228-2391");
        desk.accept(id);
        assertThat(desk.inbox(InboxFilter.ALL)).hasSize(1);

        var understood = desk.upload(id).understood();
        var out = new java.io.ByteArrayOutputStream();
        new BadRows(
                        java.util.Objects.requireNonNull(understood).form(),
                        desk.upload(id).header(),
                        (key, arguments) ->
                                key.equals("filing.badRows.column") ? "Fel att rätta" : key)
                .write(bad.iterator(), out);
        var mended =
                out.toString(WINDOWS)
                        .replace("19811228-2391", "")
                        .replace(";;;700", ";Någon Annan;Storgatan 5;700")
                        .replace("tolv", "1200");
        var again = desk.send("payment-orders", desk.landlord, mended.getBytes(WINDOWS));
        assertThat(desk.upload(again).counts().bad()).isZero();
        desk.accept(again);
        assertThat(desk.inbox(InboxFilter.ALL)).hasSize(4);
    }

    @Test
    void rows_left_out_are_not_read_in() {
        var desk = new Desk();
        var id = desk.send("payment-orders", ORDERS);
        desk.as(() -> deciding.choose(desk.coordinator, id, List.of(4, 5), List.of(5)));
        assertThat(desk.upload(id).counts().chosen()).isEqualTo(2);
        desk.accept(id);
        assertThat(desk.inbox(InboxFilter.ALL))
                .extracting(InboxRow::name)
                .doesNotContain("Provberg, Åsa")
                .hasSize(2);
    }

    @Test
    void unknown_column_names_are_asked_for_once_and_remembered_for_the_sender() {
        var desk = new Desk();
        var odd = "Boende;Bostad;Saknas kr\nProvberg, Åsa;Storgatan 1;100\n";
        var id = desk.send("rent-arrears", odd);
        assertThat(desk.upload(id).state()).isEqualTo(UploadState.MAPPING);
        var mapped =
                desk.as(() ->
                        receiving.choose(
                                desk.coordinator, id, Map.of(0, "name", 1, "street", 2, "amount")));
        working();
        assertThat(mapped).isInstanceOf(ReceivingFiles.Mapped.Reading.class);
        assertThat(desk.upload(id).counts().good()).isEqualTo(1);

        var next = desk.send("rent-arrears", odd.replace("100", "200"));
        assertThat(desk.upload(next).state()).isEqualTo(UploadState.READY);
    }

    @Test
    void a_file_that_is_no_list_is_kept_and_refused_with_a_reason() {
        var desk = new Desk();
        var id = desk.send("payment-orders", desk.landlord, "%PDF-1.7 påhitt".getBytes(UTF_8));
        assertThat(desk.upload(id).state()).isEqualTo(UploadState.REFUSED);
        assertThat(desk.upload(id).refusal()).isNotNull();
    }

    @Test
    void undo_takes_signals_and_their_cases_back_until_somebody_has_worked() {
        var desk = new Desk();
        var id = desk.send("payment-orders", ORDERS);
        desk.accept(id);
        assertThat(desk.as(() -> deciding.undo(desk.coordinator, id, "fel lista")))
                .isEqualTo(DecidingLists.Decided.DONE);
        working();
        assertThat(desk.upload(id).state()).isEqualTo(UploadState.UNDONE);
        assertThat(desk.inbox(InboxFilter.ALL)).isEmpty();
        assertThat(desk.cases(CaseFilter.State.OPEN)).isEmpty();

        var again = desk.send("payment-orders", ORDERS);
        assertThat(again).isNotEqualTo(id);
        desk.accept(again);
        assertThat(desk.upload(again).counts().accepted()).isEqualTo(3);
        var some = desk.cases(CaseFilter.State.OPEN).getFirst();
        desk.as(() ->
                working.record(
                        desk.coordinator,
                        new CaseId(some.id()),
                        null,
                        Fact.on(FactKind.ORDER_SERVED_ON, TODAY),
                        "kvitto"));
        assertThat(desk.as(() -> deciding.undo(desk.coordinator, again, "fel lista")))
                .isEqualTo(DecidingLists.Decided.WORKED_ON);
        assertThat(desk.inbox(InboxFilter.ALL)).hasSize(3);
    }

    @Test
    void a_list_of_settled_claims_joins_the_case_by_reference_and_makes_nobody_known() {
        var desk = new Desk();
        desk.accept(desk.send("payment-orders", ORDERS));
        var ended =
                """
                Målnr;Status;Datum
                B-1;Betald;2026-10-30
                B-99;Återkallad;2026-10-30
                """;
        var id = desk.send("settled", ended);
        assertThat(desk.upload(id).counts().good()).isEqualTo(2);
        desk.accept(id);
        var rows =
                desk.inbox(
                        new InboxFilter(
                                SignalKind.SETTLED, null, null, null, null, null, null, null));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().match()).isEqualTo(MatchState.MATCHED);
        assertThat(rows.getFirst().name()).isEqualTo("Provberg, Åsa");
        var view = desk.as(() -> signals.whole(desk.coordinator, rows.getFirst().id()));
        assertThat(view.caseHref()).isPresent();
        assertThat(view.earlier()).isNotNull();
        assertThat(desk.cases(CaseFilter.State.OPEN)).hasSize(3);
        assertThat(
                        desk.inbox(
                                new InboxFilter(
                                        SignalKind.WITHDRAWN,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null)))
                .extracting(InboxRow::match)
                .containsExactly(MatchState.UNKNOWN_AT_ADDRESS);
    }

    @Test
    void a_doubtful_row_is_asked_and_the_answer_moves_the_case_to_the_person() {
        var desk = new Desk();
        var known =
                desk.as(() ->
                        people.register(
                                desk.coordinator,
                                NewPerson.of(
                                        "Åsa",
                                        "Provberg",
                                        IdentityNumber.read("19811228-2390", TODAY)
                                                .orElseThrow())));
        var id =
                desk.send(
                        "payment-orders",
                        """
                        Namn;Födelsedatum;Adress;Belopp
                        Påhlsson Provberg, Åse;1981-12-28;Storgatan 1;100
                        """);
        assertThat(desk.upload(id).counts().asked()).isEqualTo(1);
        desk.accept(id);
        assertThat(desk.as(() -> inbox.questions(desk.coordinator))).isEqualTo(1);
        var question = desk.as(() -> signals.questions(desk.coordinator)).getFirst();
        assertThat(question.candidates())
                .extracting(candidate -> candidate.person().id())
                .containsExactly(known);
        desk.<Void>as(() -> {
            answering.answer(
                    desk.coordinator,
                    question.signal().id(),
                    new AnsweringMatchQuestion.Answer.This(known));
            return null;
        });
        assertThat(desk.as(() -> inbox.questions(desk.coordinator))).isZero();
        assertThat(desk.cases(CaseFilter.State.OPEN))
                .extracting(CaseRow::personId)
                .containsExactly(known.value());
    }

    @Test
    void none_of_those_makes_a_new_person_and_a_second_answer_is_refused() {
        var desk = new Desk();
        desk.as(() ->
                people.register(
                        desk.coordinator,
                        NewPerson.of(
                                "Åsa",
                                "Provberg",
                                IdentityNumber.read("19811228-2390", TODAY).orElseThrow())));
        desk.accept(
                desk.send(
                        "payment-orders",
                        """
                        Personnummer;Namn;Adress;Belopp
                        19811228-2390;Testlund, Örjan;Storgatan 1;100
                        """));
        var asked = desk.as(() -> signals.questions(desk.coordinator)).getFirst().signal().id();
        var fresh = new AnsweringMatchQuestion.Answer.SomebodyNew();
        desk.<Void>as(() -> {
            answering.answer(desk.coordinator, asked, fresh);
            return null;
        });
        assertThat(desk.cases(CaseFilter.State.OPEN))
                .extracting(CaseRow::personName)
                .containsExactly("Testlund, Örjan");
        assertThatThrownBy(() ->
                        desk.<Void>as(() -> {
                            answering.answer(desk.coordinator, asked, fresh);
                            return null;
                        }))
                .isInstanceOf(se.bofast.kernel.Conflict.class);
    }

    @Test
    void a_corrected_fact_keeps_the_old_one_with_the_reason() {
        var desk = new Desk();
        desk.accept(desk.send("payment-orders", ORDERS));
        var id = desk.inbox(InboxFilter.ALL).getFirst().id();
        desk.<Void>as(() -> {
            correcting.correct(
                    desk.coordinator,
                    id,
                    FactKind.NOTICE_AMOUNT,
                    1,
                    Fact.amount(FactKind.NOTICE_AMOUNT, new Money(1000)),
                    "fel läst");
            return null;
        });
        var view = desk.as(() -> signals.whole(desk.coordinator, id));
        assertThat(view.signal().facts())
                .extracting(SignalCard.Stated::fact)
                .contains(Fact.amount(FactKind.NOTICE_AMOUNT, new Money(1000)));
        assertThat(view.history())
                .filteredOn(line -> line.kind() == FactKind.NOTICE_AMOUNT)
                .extracting(SignalViews.FactLine::reason)
                .containsExactlyInAnyOrder("NOTICE", "fel läst");
    }

    @Test
    void another_board_sees_neither_list_nor_signal() {
        var desk = new Desk();
        var id = desk.send("payment-orders", ORDERS);
        desk.accept(id);
        var signal = desk.inbox(InboxFilter.ALL).getFirst().id();
        var other = new Desk();
        assertThatThrownBy(() -> other.upload(id)).isInstanceOf(se.bofast.kernel.NotFound.class);
        assertThatThrownBy(() -> other.as(() -> signals.whole(other.coordinator, signal)))
                .isInstanceOf(se.bofast.kernel.NotFound.class);
        assertThat(other.inbox(InboxFilter.ALL)).isEmpty();
    }

    @Test
    void two_thousand_rows_become_two_thousand_signals_each_once() {
        var desk = new Desk();
        var text = new StringBuilder("Namn;Adress;Belopp;Målnr\n");
        for (var i = 0; i < 2_000; i++) {
            text.append("Person Nummer;Stora gatan ")
                    .append(i)
                    .append(";100;M-")
                    .append(i)
                    .append('\n');
        }
        var id = desk.send("payment-orders", text.toString());
        assertThat(desk.upload(id).counts().good()).isEqualTo(2_000);
        desk.accept(id);
        assertThat(desk.upload(id).counts().accepted()).isEqualTo(2_000);
        var numbers =
                desk.board.ask(
                        desk.coordinator,
                        sql ->
                                new ArrayList<>(
                                        sql.sql(
                                                        """
                                                        select count(distinct c.number) from prevention.v_case c
                                                        where c.board_id = framework.board_id()
                                                        """)
                                                .query(Integer.class)
                                                .list()));
        assertThat(numbers).containsExactly(2_000);
    }

    /// What waits is done on the day played, as the rest of the story.
    private void working() {
        HouseClock.at(
                TestBoard.noon(TODAY),
                () -> {
                    work.all();
                    return null;
                });
    }
}
