package se.bofast.dwelling;

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
import se.bofast.access.Role;
import se.bofast.filing.DecidingLists;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.ReceivingFiles;
import se.bofast.filing.Upload;
import se.bofast.filing.UploadId;
import se.bofast.filing.UploadState;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;

/// From a received file to apartments with rents, and back again.
@HouseTest
class ImportingApartmentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static final String LIST =
            """
            Objektnummer;Typ;Adress;Postnummer;Ort;Hyresvärd;Avtal;Rum;Kvm;Månadshyra;Fr o m
            P-101;Försökslägenhet;Provgatan 1, lgh 1203;113 31;Teststad;Påhittade Hem AB;Blockhyra;2;54;6 480;2024-03-01
            P-102;Bostad först;Provgatan 3;11331;Teststad;Påhittade Hem;;1;31,0;5 120,50;2025-01-01
            P-103;Jour;Provgatan 5 lgh 1001;11331;Teststad;;Kvoten;3;70;;2026-01-01
            """;

    private final Boards boards;
    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final ReadingUploads reading;
    private final WorkDoneNow work;
    private final Apartments apartments;
    private final Agreements agreements;
    private final Landlords landlords;
    private final KeepingApartments keeping;

    ImportingApartmentsTest(
            Boards boards,
            ReceivingFiles receiving,
            DecidingLists deciding,
            ReadingUploads reading,
            WorkDoneNow work,
            Apartments apartments,
            Agreements agreements,
            Landlords landlords,
            KeepingApartments keeping) {
        this.boards = boards;
        this.receiving = receiving;
        this.deciding = deciding;
        this.reading = reading;
        this.work = work;
        this.apartments = apartments;
        this.agreements = agreements;
        this.landlords = landlords;
        this.keeping = keeping;
    }

    private final class Desk {
        final TestBoard board = boards.make();
        final Actor consultant = board.employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);

        <T> T as(ScopedValue.CallableOp<T, RuntimeException> question) {
            return board.as(consultant, TODAY, question);
        }

        UploadId send(String text) {
            var received =
                    as(() ->
                            receiving.receive(
                                    consultant,
                                    "apartments",
                                    "own",
                                    "lista.csv",
                                    text.getBytes(StandardCharsets.UTF_8)));
            working();
            return received.id();
        }

        Upload upload(UploadId id) {
            return as(() -> reading.view(consultant, id).upload());
        }

        Upload accepted(UploadId id) {
            as(() -> deciding.accept(consultant, id));
            working();
            return upload(id);
        }

        Upload undone(UploadId id) {
            as(() -> deciding.undo(consultant, id, "Fel lista"));
            working();
            return upload(id);
        }

        void working() {
            HouseClock.at(
                    TestBoard.noon(TODAY),
                    () -> {
                        work.all();
                        return null;
                    });
        }

        Apartment byNumber(String number) {
            return as(() -> apartments.byNumber(number).flatMap(apartments::find).orElseThrow());
        }
    }

    @Test
    void a_list_becomes_apartments_with_landlords_agreements_and_rents() {
        var desk = new Desk();
        var landlord = desk.as(() -> landlords.ensureAll(List.of("Påhittade Hem AB")));
        var block =
                desk.as(() ->
                        agreements.add(
                                desk.consultant,
                                landlord.values().iterator().next(),
                                AgreementDetails.of(
                                        AgreementKind.BLOCK_LEASE, "Blockhyra", TODAY)));
        var id = desk.send(LIST);
        assertThat(desk.upload(id).counts().bad()).isZero();
        assertThat(desk.as(() -> apartments.heldOn(TODAY))).isEmpty();
        assertThat(desk.accepted(id).counts().accepted()).isEqualTo(3);
        var first = desk.byNumber("P-101");
        assertThat(first.place().text()).isEqualTo("Provgatan 1 lgh 1203");
        assertThat(first.place().postalCode()).isEqualTo("11331");
        assertThat(first.details().agreement()).isEqualTo(block);
        assertThat(first.place().landlord()).isEqualTo(landlord.values().iterator().next());
        assertThat(desk.as(() -> apartments.rentOn(first.id(), TODAY)))
                .contains(Money.kronor(6_480));
        assertThat(desk.byNumber("P-102").place().landlord())
                .isEqualTo(landlord.values().iterator().next());
        assertThat(desk.byNumber("P-103").details().note()).isEqualTo("Kvoten");
        assertThat(desk.byNumber("P-103").details().kind()).isEqualTo(ApartmentKind.ACUTE);
    }

    @Test
    void what_the_register_has_gets_the_new_rent_alone_and_gives_it_back() {
        var desk = new Desk();
        desk.accepted(desk.send(LIST));
        var first = desk.byNumber("P-101");
        var next =
                """
                Objektnummer;Typ;Adress;Månadshyra;Fr o m;Hyra från
                P-101;Träningslägenhet;Annangatan 9;6 700;2024-03-01;2026-04-01
                P-102;Bostad först;Provgatan 3;5 120,50;2025-01-01;
                """;
        var id = desk.send(next);
        assertThat(desk.upload(id).counts().repeated()).isEqualTo(1);
        var counts = desk.accepted(id).counts();
        assertThat(counts.accepted()).isEqualTo(1);
        assertThat(counts.same()).isEqualTo(1);
        assertThat(desk.byNumber("P-101")).isEqualTo(first);
        assertThat(desk.as(() -> apartments.rentOn(first.id(), LocalDate.of(2026, 3, 31))))
                .contains(Money.kronor(6_480));
        assertThat(desk.as(() -> apartments.rentOn(first.id(), TODAY)))
                .contains(Money.kronor(6_700));
        assertThat(desk.undone(id).state()).isEqualTo(UploadState.UNDONE);
        assertThat(desk.as(() -> apartments.rentOn(first.id(), TODAY)))
                .contains(Money.kronor(6_480));
        assertThat(desk.byNumber("P-102")).isNotNull();
    }

    @Test
    void a_corrected_rent_of_the_same_day_holds_again_when_the_list_is_taken_back() {
        var desk = new Desk();
        desk.accepted(desk.send(LIST));
        var id = desk.send(LIST.replace("6 480", "6 600"));
        assertThat(desk.accepted(id).counts().accepted()).isEqualTo(1);
        var first = desk.byNumber("P-101").id();
        assertThat(desk.as(() -> apartments.rentOn(first, TODAY))).contains(Money.kronor(6_600));
        desk.undone(id);
        assertThat(desk.as(() -> apartments.rentOn(first, TODAY))).contains(Money.kronor(6_480));
    }

    @Test
    void a_list_is_taken_back_and_read_in_again_unless_somebody_has_worked_on_it() {
        var desk = new Desk();
        var id = desk.send(LIST);
        desk.accepted(id);
        assertThat(desk.undone(id).state()).isEqualTo(UploadState.UNDONE);
        assertThat(desk.as(() -> apartments.heldOn(TODAY))).isEmpty();
        var again = desk.send(LIST + "\n");
        assertThat(desk.accepted(again).counts().accepted()).isEqualTo(3);
        var first = desk.byNumber("P-101");
        desk.as(() -> keeping.end(desk.consultant, first.id(), TODAY, ApartmentEnd.RETURNED));
        assertThat(desk.undone(again).state()).isEqualTo(UploadState.ACCEPTED);
        assertThat(desk.as(() -> apartments.heldOn(TODAY))).hasSize(3);
    }

    @Test
    void wrong_rows_say_what_to_mend() {
        var desk = new Desk();
        var id =
                desk.send(
                        """
                        Nummer;Slag;Adress;Postnummer;Rum;Hyra;Från;Hyra från
                        P-1;Slott;Provgatan 1;11331;2;6480;2024-03-01;
                        P-2;Försök;4;1133;2;6480;2024-03-01;
                        P-3;Försök;Provgatan 3;11331;200;-1;2024-03-01;2024-01-01
                        ;Försök;Provgatan 4;11331;2;6480;;
                        P-5;Försök;Provgatan 5;11331;2;6480;2024-03-01;
                        """);
        assertThat(desk.upload(id).counts().bad()).isEqualTo(4);
        assertThat(desk.as(() -> reading.bad(desk.consultant, id)))
                .extracting(row ->
                        row.row().number()
                                + " "
                                + row.errors().stream().map(error -> error.columnName()).toList())
                .containsExactly(
                        "2 [Slag]",
                        "3 [Adress, Postnummer]",
                        "4 [Rum, Hyra, Hyra från]",
                        "5 [Nummer, Från]");
        assertThat(desk.accepted(id).counts().accepted()).isEqualTo(1);
    }
}
