package se.bofast.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.access.FoundingBoard.UnitKind;
import se.bofast.access.Role;
import se.bofast.dwelling.ApartmentDetails;
import se.bofast.dwelling.ApartmentEnd;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.ApartmentPlace;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.KeepingApartments;
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
import se.bofast.kernel.PersonId;
import se.bofast.person.NewPerson;
import se.bofast.person.People;

/// From a received list of leases to leases with tenants and rents, and back again.
@HouseTest
class ImportingLeasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static final String ANNA = "19710305-2382";
    private static final String BO = "19850612-2392";
    private static final String CESAR = "19901120-2380";
    private static final String DORIS = "19660707-2391";

    private final Boards boards;
    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final ReadingUploads reading;
    private final WorkDoneNow work;
    private final People people;
    private final KeepingApartments keepingApartments;
    private final Apartments apartments;
    private final Leases leases;
    private final Rents rents;
    private final KeepingLeases keeping;
    private final RecordingRent recording;
    private final LeasedApartments leased;
    private final TransactionTemplate transaction;

    ImportingLeasesTest(
            Boards boards,
            ReceivingFiles receiving,
            DecidingLists deciding,
            ReadingUploads reading,
            WorkDoneNow work,
            People people,
            KeepingApartments keepingApartments,
            Apartments apartments,
            Leases leases,
            Rents rents,
            KeepingLeases keeping,
            RecordingRent recording,
            LeasedApartments leased,
            TransactionTemplate transaction) {
        this.boards = boards;
        this.receiving = receiving;
        this.deciding = deciding;
        this.reading = reading;
        this.work = work;
        this.people = people;
        this.keepingApartments = keepingApartments;
        this.apartments = apartments;
        this.leases = leases;
        this.rents = rents;
        this.keeping = keeping;
        this.recording = recording;
        this.leased = leased;
        this.transaction = transaction;
    }

    private final class Desk {
        final TestBoard board = boards.make();
        final Actor consultant = board.employee(Role.HOUSING_CONSULTANT, UnitKind.HOUSING);
        final PersonId anna = person("Anna", ANNA);
        final PersonId bo = person("Bo", BO);
        final PersonId cesar = person("Cesar", CESAR);
        final PersonId doris = person("Doris", DORIS);
        final ApartmentId first = apartment("101", "Storgatan 1", "1101");
        final ApartmentId second = apartment("102", "Storgatan 3", "1001");

        <T> T as(ScopedValue.CallableOp<T, RuntimeException> question) {
            return board.as(
                    consultant, TODAY, () -> transaction.execute(status -> question.call()));
        }

        private PersonId person(String given, String number) {
            return as(() ->
                    people.register(
                            board.coordinator(),
                            NewPerson.of(
                                    given,
                                    "Prövad",
                                    IdentityNumber.read(number, TODAY).orElseThrow())));
        }

        private ApartmentId apartment(String number, String street, String within) {
            return as(() ->
                    ((KeepingApartments.Keeping.Kept)
                                    keepingApartments.register(
                                            consultant,
                                            new ApartmentPlace(
                                                    street, within, "11331", "Teststad", 2, null),
                                            ApartmentDetails.of(number, ApartmentKind.TRIAL, null),
                                            LocalDate.of(2024, 1, 1),
                                            Money.kronor(6200)))
                            .id());
        }

        UploadId send(String name, byte[] file) {
            var received = as(() -> receiving.receive(consultant, "leases", "own", name, file));
            working();
            return received.id();
        }

        UploadId send(String text) {
            return send("hyresavtal.csv", text.getBytes(StandardCharsets.UTF_8));
        }

        Upload upload(UploadId id) {
            return as(() -> reading.view(consultant, id).upload());
        }

        List<String> faults(UploadId id) {
            return as(() -> reading.bad(consultant, id)).stream()
                    .flatMap(row ->
                            row.errors().stream()
                                    .map(error ->
                                            row.row().number()
                                                    + " "
                                                    + error.columnName()
                                                    + " "
                                                    + error.messageKey()))
                    .toList();
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

        List<Lease> all() {
            var found = new ArrayList<Lease>();
            for (var person : List.of(anna, bo, cesar, doris)) {
                as(() -> leases.of(person)).stream()
                        .filter(lease -> !found.contains(lease))
                        .forEach(found::add);
            }
            return found;
        }

        Lease of(PersonId person) {
            return as(() -> leases.of(person)).getFirst();
        }

        List<RentLedger.Rent> rents(Lease lease) {
            return as(() -> rents.rents(List.of(lease.id()))).getOrDefault(lease.id(), List.of());
        }
    }

    private static byte[] file(String name) {
        try (var in = ImportingLeasesTest.class.getResourceAsStream("/tenancy/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(String... rows) {
        return "Objekt;Personnummer;Medhyresgäst;Typ;Från;Avslutat;Orsak;Hyra;Hyra från\n"
                + String.join("\n", rows)
                + "\n";
    }

    @Test
    void a_list_as_the_office_keeps_it_becomes_leases_with_tenants_terms_and_rents() {
        var desk = new Desk();
        var id = desk.send("hyresavtal.csv", file("hyresavtal.csv"));
        assertThat(desk.faults(id)).isEmpty();
        assertThat(desk.upload(id).counts().good()).isEqualTo(4);
        assertThat(desk.all()).isEmpty();
        assertThat(desk.accepted(id).counts().accepted()).isEqualTo(4);
        var shared = desk.of(desk.anna);
        assertThat(shared.people()).containsExactlyInAnyOrder(desk.anna, desk.bo);
        assertThat(shared.apartment()).isEqualTo(desk.first);
        assertThat(shared.terms())
                .isEqualTo(
                        LeaseTerms.of(Tenure.TRIAL, LocalDate.of(2025, 2, 1))
                                .withNoticeMonths(3)
                                .letWithOthers(true)
                                .waiver(LocalDate.of(2025, 1, 20), true, null)
                                .landlordTold(LocalDate.of(2025, 1, 22)));
        assertThat(desk.rents(shared))
                .containsExactly(
                        new RentLedger.Rent(LocalDate.of(2025, 2, 1), Money.kronor(6_200)));
        var cesars = desk.as(() -> leases.of(desk.cesar));
        assertThat(cesars)
                .extracting(lease -> lease.terms().tenure(), Lease::apartment)
                .containsExactly(
                        tuple(Tenure.FIRST_HAND, null), tuple(Tenure.TRAINING, desk.second));
        assertThat(cesars.getLast().terms())
                .isEqualTo(
                        LeaseTerms.of(Tenure.TRAINING, LocalDate.of(2024, 5, 1))
                                .letWithOthers(false)
                                .ended(LocalDate.of(2025, 3, 31), LeaseEnd.MOVED));
        assertThat(desk.of(desk.doris).terms().untilOn()).isEqualTo(LocalDate.of(2027, 4, 14));
    }

    @Test
    void a_workbook_says_the_same_and_a_rent_from_a_later_day_holds_from_it() {
        var desk = new Desk();
        var id = desk.send("hyresavtal.xlsx", file("hyresavtal.xlsx"));
        assertThat(desk.faults(id)).isEmpty();
        assertThat(desk.accepted(id).counts().accepted()).isEqualTo(3);
        assertThat(desk.of(desk.anna).apartment()).isEqualTo(desk.first);
        assertThat(desk.rents(desk.of(desk.cesar)))
                .containsExactly(
                        new RentLedger.Rent(LocalDate.of(2026, 1, 1), Money.kronor(7_450)));
    }

    @Test
    void what_the_register_has_gets_the_new_rent_alone_and_gives_it_back() {
        var desk = new Desk();
        desk.accepted(desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6200;")));
        var lease = desk.of(desk.anna);
        var again =
                desk.send(
                        rows(
                                "101;" + ANNA + ";;Försök;2025-02-01;;;6 350;2026-01-01",
                                "102;" + DORIS + ";;Träning;2025-02-01;;;5000;"));
        assertThat(desk.upload(again).counts().repeated()).isZero();
        assertThat(desk.accepted(again).counts().accepted()).isEqualTo(2);
        assertThat(desk.of(desk.anna)).isEqualTo(lease);
        assertThat(desk.rents(lease)).hasSize(2);
        var repeated = desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6 350;"));
        assertThat(desk.upload(repeated).counts().repeated()).isEqualTo(1);
        assertThat(desk.accepted(repeated).counts().same()).isEqualTo(1);
        assertThat(desk.undone(again).state()).isEqualTo(UploadState.UNDONE);
        assertThat(desk.rents(lease))
                .containsExactly(
                        new RentLedger.Rent(LocalDate.of(2025, 2, 1), Money.kronor(6_200)));
        assertThat(desk.as(() -> leases.of(desk.doris))).isEmpty();
    }

    @Test
    void a_corrected_rent_of_the_same_day_holds_again_when_the_list_is_taken_back() {
        var desk = new Desk();
        desk.accepted(desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6200;")));
        var again = desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6100;2025-02-01"));
        assertThat(desk.accepted(again).counts().accepted()).isEqualTo(1);
        assertThat(desk.rents(desk.of(desk.anna)))
                .extracting(RentLedger.Rent::amount)
                .containsExactly(Money.kronor(6_100));
        desk.undone(again);
        assertThat(desk.rents(desk.of(desk.anna)))
                .extracting(RentLedger.Rent::amount)
                .containsExactly(Money.kronor(6_200));
    }

    @Test
    void a_lease_taken_back_never_was_and_its_apartment_is_free_again() {
        var desk = new Desk();
        var id = desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6200;"));
        desk.accepted(id);
        var lease = desk.of(desk.anna).id();
        assertThat(desk.undone(id).state()).isEqualTo(UploadState.UNDONE);
        assertThat(desk.all()).isEmpty();
        assertThat(desk.as(() -> leases.lettings(desk.first))).isEmpty();
        var taken = desk.as(() -> leases.find(lease)).orElseThrow();
        assertThat(taken.terms().isByMistake()).isTrue();
        assertThat(desk.as(() -> leases.history(lease)))
                .extracting(Leases.Earlier::reason)
                .containsExactlyInAnyOrder("Fel lista", "Inläst lista");
        var anew = desk.send(rows("101;" + BO + ";;Försök;2025-02-01;;;6200;"));
        assertThat(desk.accepted(anew).counts().accepted()).isEqualTo(1);
        assertThat(
                        desk.as(() ->
                                keeping.resume(
                                        desk.consultant, lease, taken.fact(), "Gällde ändå")))
                .isEqualTo(new Kept.Refused(Kept.Reason.ALREADY_LET));
    }

    @Test
    void a_list_stays_once_somebody_has_worked_on_one_of_its_leases() {
        var desk = new Desk();
        var id = desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6200;"));
        desk.accepted(id);
        var lease = desk.of(desk.anna);
        var entry =
                desk.as(() ->
                        recording.enter(
                                desk.consultant,
                                lease.id(),
                                EntryKind.PAID_BY_TENANT,
                                LocalDate.of(2026, 10, 30),
                                Money.kronor(6200),
                                null,
                                null));
        assertThat(desk.undone(id).state()).isEqualTo(UploadState.ACCEPTED);
        assertThat(
                        desk.as(() ->
                                keeping.end(
                                        desk.consultant,
                                        lease.id(),
                                        lease.fact(),
                                        TODAY,
                                        LeaseEnd.MISTAKE,
                                        "Fel hyresgäst")))
                .isEqualTo(new Kept.Refused(Kept.Reason.HAS_PAYMENTS));
        desk.as(() -> recording.withdraw(desk.consultant, entry, "Fel avtal"));
        assertThat(desk.undone(id).state()).isEqualTo(UploadState.UNDONE);
    }

    @Test
    void a_list_of_apartments_is_not_taken_back_under_a_lease() {
        var desk = new Desk();
        desk.accepted(desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6200;")));
        assertThat(desk.as(() -> leased.used(List.of(desk.first, desk.second))))
                .containsExactly(desk.first);
    }

    @Test
    void an_apartment_the_board_has_given_back_is_found_on_the_days_it_was_held() {
        var desk = new Desk();
        desk.as(() ->
                keepingApartments.end(
                        desk.consultant,
                        desk.first,
                        LocalDate.of(2025, 12, 31),
                        ApartmentEnd.RETURNED));
        var id =
                desk.send(
                        rows(
                                "101;" + ANNA + ";;Försök;2025-02-01;2025-12-31;Flyttade;;",
                                "101;" + BO + ";;Försök;2026-02-01;;;;"));
        assertThat(desk.faults(id)).containsExactly("3 Objekt tenancy.import.noApartment");
        assertThat(desk.accepted(id).counts().accepted()).isEqualTo(1);
        assertThat(desk.as(() -> apartments.byNumber("101"))).isEmpty();
    }

    @Test
    void rows_that_cannot_be_right_say_what_to_mend() {
        var desk = new Desk();
        desk.accepted(desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;2025-12-31;Hyran;;")));
        var id =
                desk.send(
                        rows(
                                "999;" + BO + ";;Försök;2025-02-01;;;;",
                                "101;19121212-1212;;Försök;2026-02-01;;;;",
                                "101;" + BO + ";;Försök;2025-11-01;;;;",
                                "101;" + ANNA + ";;Träning;2025-02-01;;;;",
                                "101;" + ANNA + ";;Försök;2025-02-01;2025-12-31;Flyttade;;",
                                "102;" + BO + ";" + BO + ";Försök;2023-02-01;;;;",
                                "102;" + BO + ";;Slott;2025-02-01;2025-01-01;;-5;",
                                "102;" + BO + ";;Försök;2025-02-01;;Hyran;;",
                                ";" + BO + ";;Försök;2025-02-01;;;;",
                                "102;" + BO + ";;Försök;2023-02-01;;;;",
                                "102;" + CESAR + ";;Försök;2025-02-01;;;;",
                                "102;" + CESAR + ";;Försök;2025-02-01;;;;",
                                "102;" + DORIS + ";;Försök;2026-02-01;;;;"));
        assertThat(desk.faults(id))
                .containsExactly(
                        "2 Objekt tenancy.import.noApartment",
                        "3 Personnummer tenancy.import.unknownTenant",
                        "4 Från tenancy.import.overlaps",
                        "5 Från tenancy.import.differs",
                        "6 Från tenancy.import.differs",
                        "7 Medhyresgäst tenancy.import.tenantTwice",
                        "8 Typ filing.CellFault.CHOICE",
                        "8 Avslutat tenancy.error.beforeStart",
                        "8 Hyra tenancy.error.amountOutside",
                        "9 Orsak tenancy.import.causeWithoutEnd",
                        "10 Objekt tenancy.import.noHome",
                        "11 Objekt tenancy.import.notHeld",
                        "14 Från tenancy.import.overlapsInList");
        assertThat(desk.accepted(id).counts().accepted()).isEqualTo(1);
    }

    @Test
    void a_rent_that_changes_needs_a_day() {
        var desk = new Desk();
        desk.accepted(desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6200;")));
        assertThat(desk.faults(desk.send(rows("101;" + ANNA + ";;Försök;2025-02-01;;;6300;"))))
                .containsExactly("2 Hyra från tenancy.import.rentFromMissing");
    }
}
