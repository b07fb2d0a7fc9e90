package se.bofast.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.filing.DecidingLists;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.ReceivingFiles;
import se.bofast.filing.Upload;
import se.bofast.filing.UploadId;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonId;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.TestNumbers;

/// From a received list of stays to stays, with a sentence for each row that cannot be right.
///
/// [impl->req~placement.import~1]
@HouseTest
class StayImportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final ReadingUploads reading;
    private final WorkDoneNow work;
    private final People people;
    private final Stays stays;
    private final HousingForms forms;

    StayImportTest(
            Boards boards,
            ReceivingFiles receiving,
            DecidingLists deciding,
            ReadingUploads reading,
            WorkDoneNow work,
            People people,
            Stays stays,
            HousingForms forms) {
        this.boards = boards;
        this.receiving = receiving;
        this.deciding = deciding;
        this.reading = reading;
        this.work = work;
        this.people = people;
        this.stays = stays;
        this.forms = forms;
    }

    private final class Desk {
        final TestBoard board = boards.make();
        final Actor actor = board.coordinator();
        final IdentityNumber number = TestNumbers.next();
        final PersonId anna =
                as(() -> people.register(actor, NewPerson.of("Anna", "Prövad", number)));

        <T> T as(ScopedValue.CallableOp<T, RuntimeException> question) {
            return board.as(actor, TODAY, question);
        }

        UploadId send(String rows) {
            var file =
                    ("Personnummer;Boendeform;Var;Från;Till;Väntat slut\n" + rows)
                            .getBytes(StandardCharsets.UTF_8);
            var sender = board.unit(UnitKind.HOUSING).toString();
            var received = as(() -> receiving.receive(actor, "stays", sender, "boenden.csv", file));
            working();
            return received.id();
        }

        void accept(UploadId id) {
            as(() -> deciding.accept(actor, id));
            working();
        }

        Upload upload(UploadId id) {
            return as(() -> reading.view(actor, id).upload());
        }

        List<String> faults(UploadId id) {
            return as(() -> reading.bad(actor, id)).stream()
                    .map(row -> row.row().number() + " " + row.errors().getFirst().messageKey())
                    .toList();
        }

        List<StayFact> there() {
            return as(() -> stays.of(anna));
        }
    }

    private void working() {
        HouseClock.at(
                TestBoard.noon(TODAY),
                () -> {
                    work.all();
                    return null;
                });
    }

    @Test
    void a_list_becomes_stays_and_the_same_rows_again_become_nothing_new() {
        var desk = new Desk();
        var rows =
                """
                %1$s;Härbärge;Nattugglan;2025-01-10;2025-02-14;
                %1$s;TRIAL;;2025-02-15;;2027-02-14
                """
                        .formatted(desk.number.digits());
        var id = desk.send(rows);
        assertThat(desk.upload(id).counts().good()).isEqualTo(2);
        desk.accept(id);
        assertThat(desk.there())
                .extracting(StayFact::startOn, StayFact::endOn, StayFact::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                LocalDate.of(2025, 1, 10), LocalDate.of(2025, 2, 14), "Nattugglan"),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 2, 15), null, null));
        assertThat(desk.there().getLast().expectedEndOn()).isEqualTo(LocalDate.of(2027, 2, 14));
        assertThat(desk.there().getLast().form())
                .isEqualTo(desk.as(() -> forms.coded("TRIAL")).id());
        var again = desk.send(rows + "\n");
        desk.accept(again);
        assertThat(desk.there()).hasSize(2);
    }

    @Test
    void each_row_that_cannot_be_right_has_a_sentence_and_the_others_are_read_in() {
        var desk = new Desk();
        var stranger = TestNumbers.next();
        var id =
                desk.send(
                        """
                        %1$s;Härbärge;;2025-01-10;2025-02-14;
                        %2$s;Härbärge;;2025-01-10;2025-02-14;
                        %1$s;Slottet;;2025-03-01;;
                        %1$s;Härbärge;;2025-02-10;2025-02-20;
                        %1$s;Härbärge;;2026-12-24;;
                        %1$s;Härbärge;;2025-04-10;2025-04-01;
                        """
                                .formatted(desk.number.digits(), stranger.digits()));
        assertThat(desk.faults(id))
                .containsExactly(
                        "3 placement.import.unknownPerson",
                        "4 filing.CellFault.CHOICE",
                        "5 placement.import.overlapsInList",
                        "6 placement.stay.beginsInTheFuture",
                        "7 placement.stay.endsBeforeItBegins");
        desk.accept(id);
        assertThat(desk.there()).hasSize(1);
        var over = desk.send("%s;Akutboende;;2025-02-01;;\n".formatted(desk.number.digits()));
        assertThat(desk.faults(over)).containsExactly("2 placement.import.overlaps");
        assertThat(desk.there()).hasSize(1);
    }

    @Test
    void what_was_written_after_the_list_was_read_is_asked_again_before_it_is_taken_in() {
        var desk = new Desk();
        var id = desk.send("%s;Akutboende;;2025-02-01;;\n".formatted(desk.number.digits()));
        var over = desk.send("%s;Härbärge;;2025-01-01;;\n".formatted(desk.number.digits()));
        desk.accept(id);
        desk.accept(over);
        assertThat(desk.there())
                .singleElement()
                .extracting(StayFact::startOn)
                .isEqualTo(LocalDate.of(2025, 2, 1));
    }

    @Test
    void undo_takes_the_stays_back() {
        var desk = new Desk();
        var id = desk.send("%s;Akutboende;;2025-02-01;;\n".formatted(desk.number.digits()));
        desk.accept(id);
        desk.as(() -> deciding.undo(desk.actor, id, "Fel lista"));
        working();
        assertThat(desk.there()).isEmpty();
        assertThat(desk.as(() -> stays.history(desk.anna))).hasSize(2);
    }
}
