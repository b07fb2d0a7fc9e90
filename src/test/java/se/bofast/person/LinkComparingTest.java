package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.person.Comparison.Band;
import se.bofast.person.Comparison.Held;

/// Pairs a social worker has met, one by one, among people of a small town.
class LinkComparingTest {

    private static final List<LinkRecord> TOWN =
            InventedDoubles.register(7, 3000, 0, new InventedDoubles.Hardship(1, 1, 1)).stream()
                    .map(InventedDoubles.Told::record)
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "Mohammed, Muhamed, SOUNDS",
        "Jusuf, Yusuf, SOUNDS",
        "Anna Maria, Maria, PART",
        "Ann-Marie, Annmarie, SAME",
        "Björn, Bjorn, SAME",
        "Lachlan, Lachlam, CLOSE",
        "A, Anna, INITIAL",
        "Greta, Sven, DIFFERENT"
    })
    void tells_how_given_names_agree(String one, String other, Agreement agreement) {
        assertThat(
                        compare(person(one, "Berg", "19800312"), person(other, "Berg", "19800312"))
                                .of(LinkField.GIVEN))
                .isEqualTo(agreement);
    }

    @ParameterizedTest
    @CsvSource({
        "Al-Hassan, Hassan, SAME",
        "Alhassan, Hassan, SOUNDS",
        "von Platen, Platen, SAME",
        "Berg-Lind, Lind, PART",
        "Carlsson, Karlsson, SOUNDS",
        "Åkerman, Akerman, SAME"
    })
    void tells_how_family_names_agree(String one, String other, Agreement agreement) {
        assertThat(
                        compare(person("Eva", one, "19800312"), person("Eva", other, "19800312"))
                                .of(LinkField.FAMILY))
                .isEqualTo(agreement);
    }

    @ParameterizedTest
    @CsvSource({
        "19800312, 19800312, SAME",
        "19800312, 19801203, SWAPPED",
        "19800312, 19800321, CLOSE",
        "19800312, 19810312, CLOSE",
        "19800312, 19800101, YEAR",
        "19800312, 1980, YEAR",
        "19850101, 19890101, DIFFERENT",
        "19800312, 19511124, DIFFERENT"
    })
    void tells_how_birthdays_agree(String one, String other, Agreement agreement) {
        assertThat(
                        compare(person("Eva", "Berg", one), person("Eva", "Berg", other))
                                .of(LinkField.BIRTH))
                .isEqualTo(agreement);
    }

    @ParameterizedTest
    @CsvSource({
        // Two personal numbers that are right belong to two people.
        "198003122382, 198003122408, REFUTED",
        // A coordination number and the personal number that followed it.
        "198003722389, 198003122382, REPLACED",
        "198003722389, 198104022382, DIFFERENT",
        "6988048, 6988084, CLOSE",
        "6988048, 6988148, CLOSE",
        "6988048, 6987148, NEAR",
        "6988048, 1231231, DIFFERENT"
    })
    void tells_how_numbers_agree(String one, String other, Agreement agreement) {
        assertThat(compare(numbered(one), numbered(other)).of(LinkField.NUMBER))
                .isEqualTo(agreement);
    }

    @Test
    void links_who_changed_a_coordination_number_for_a_personal_number() {
        var before = at(record("Hodan", "Warsame", "19800312", "198003722389"), "Ringvägen", "4");
        var after = at(record("Hodan", "Warsame", "19800312", "198003122382"), "Ringvägen", "4");
        assertThat(compare(before, after).band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void sees_given_and_family_name_that_changed_places() {
        var comparison =
                compare(
                        at(person("Warsame", "Hodan", "19800312"), "Ringvägen", "4"),
                        at(person("Hodan", "Warsame", "19800312"), "Ringvägen", "4"));
        assertThat(comparison.of(LinkField.CROSSED)).isEqualTo(Agreement.SAME);
        assertThat(comparison.band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void never_links_twins_with_numbers_of_their_own() {
        for (var names :
                List.of(
                        List.of("Hassan", "Hussein"),
                        List.of("Maria", "Marie"),
                        List.of("Alva", "Alva"))) {
            var comparison =
                    compare(
                            at(
                                    record(names.get(0), "Berg", "19800312", "198003122382"),
                                    "Ringvägen",
                                    "4"),
                            at(
                                    record(names.get(1), "Berg", "19800312", "198003122408"),
                                    "Ringvägen",
                                    "4"));
            assertThat(comparison.held()).contains(Held.TWO_NUMBERS);
            assertThat(comparison.band()).isNotEqualTo(Band.AUTOMATIC);
        }
    }

    @Test
    void leaves_twins_without_numbers_to_a_person() {
        var comparison =
                compare(
                        at(person("Hassan", "Warsame", "20190312"), "Ringvägen", "4"),
                        at(person("Hussein", "Warsame", "20190312"), "Ringvägen", "4"));
        assertThat(comparison.held()).contains(Held.TWINS);
        assertThat(comparison.band()).isEqualTo(Band.DOUBTFUL);
    }

    @Test
    void leaves_a_year_and_a_house_apart_to_a_person() {
        for (var second :
                List.of(
                        at(person("Erik", "Tovbekran", "19810312"), "Ringvägen", "68"),
                        at(person("Erik", "Tovbekran", "19810312"), "Ringvägen", "63"))) {
            var comparison =
                    compare(at(person("Erik", "Tovbekran", "19800312"), "Ringvägen", "63"), second);
            assertThat(comparison.held()).contains(Held.NAMESAKES);
            assertThat(comparison.band()).isNotEqualTo(Band.AUTOMATIC);
        }
    }

    @Test
    void leaves_a_name_and_a_birthday_alone_to_a_person() {
        var comparison =
                compare(
                        at(person("Hans", "Tovbekran", "19820810"), "Korekvägen", "88"),
                        person("Hans", "Tovbekran", "19820810"));
        assertThat(comparison.held()).contains(Held.NAMESAKES);
    }

    @Test
    void leaves_brother_and_sister_to_a_person() {
        var comparison =
                compare(
                        of(at(person("Göran", "Berg", "19800312"), "Ringvägen", "4"), Sex.MALE),
                        of(at(person("Goran", "Berg", "19800312"), "Ringvägen", "4"), Sex.FEMALE));
        assertThat(comparison.held()).contains(Held.TWINS);
    }

    @Test
    void leaves_twins_of_whom_one_has_a_coordination_number_to_a_person() {
        var comparison =
                compare(
                        at(record("Ali", "Warsame", "19800312", "198003722389"), "Ringvägen", "4"),
                        at(
                                record("Alie", "Warsame", "19800312", "198003122382"),
                                "Ringvägen",
                                "4"));
        assertThat(comparison.held()).contains(Held.TWINS);
    }

    @Test
    void keeps_father_and_son_of_one_name_apart() {
        var comparison =
                compare(
                        at(person("Erik", "Berg", "19500312"), "Ringvägen", "4"),
                        at(person("Erik", "Berg", "19790711"), "Ringvägen", "4"));
        assertThat(comparison.band()).isNotEqualTo(Band.AUTOMATIC);
        assertThat(comparison.held()).contains(Held.NAMESAKES);
    }

    @Test
    void a_common_name_and_the_first_of_january_say_little() {
        var crowd = new ArrayList<>(TOWN);
        for (var n = 0; n < 300; n++) {
            crowd.add(at(person("Mohamed", "Ali", "19900101"), "Storgatan", String.valueOf(n)));
        }
        var comparison =
                compare(
                        crowd,
                        person("Mohamed", "Ali", "19900101"),
                        at(person("Mohamed", "Ali", "19900101"), "Kungsgatan", "3"));
        assertThat(comparison.band()).isNotEqualTo(Band.AUTOMATIC);
        var rare =
                compare(
                        crowd,
                        person("Ayaan", "Tovbekran", "19900417"),
                        person("Ayaan", "Tovbekran", "19900417"));
        assertThat(rare.weight()).isGreaterThan(comparison.weight() + 8);
    }

    @Test
    void a_family_at_one_address_is_not_one_human() {
        var comparison =
                compare(
                        at(person("Anna", "Tovbekran", "19800312"), "Rarevägen", "4"),
                        at(person("Lisa", "Tovbekran", "20080917"), "Rarevägen", "4"));
        assertThat(comparison.band()).isEqualTo(Band.APART);
    }

    @Test
    void one_slip_is_a_letter_changed_left_out_put_in_or_two_that_changed_places() {
        assertThat(Slip.one("berg", "berg")).isTrue();
        assertThat(Slip.one("berg", "borg")).isTrue();
        assertThat(Slip.one("berg", "beg")).isTrue();
        assertThat(Slip.one("berg", "bergg")).isTrue();
        assertThat(Slip.one("berg", "breg")).isTrue();
        assertThat(Slip.one("berg", "begr")).isTrue();
        assertThat(Slip.one("berg", "bog")).isFalse();
        assertThat(Slip.one("berg", "gerb")).isFalse();
        assertThat(Slip.one("ab", "")).isFalse();
        assertThat(Slip.count("berg", "gerb")).isEqualTo(2);
        assertThat(Slip.count("19390305", "19390503")).isEqualTo(2);
    }

    private static Comparison compare(LinkRecord one, LinkRecord other) {
        return compare(TOWN, one, other);
    }

    private static Comparison compare(List<LinkRecord> town, LinkRecord one, LinkRecord other) {
        var all = new ArrayList<>(town);
        all.add(one);
        all.add(other);
        var traits = FindingDoubles.prepared(all);
        var weights = LinkWeights.CURRENT;
        return new LinkComparing(weights, LinkShares.of(traits, weights))
                .compare(traits.get(all.size() - 2), traits.getLast());
    }

    private static LinkRecord person(String given, String family, @Nullable String birth) {
        return record(given, family, birth, null);
    }

    private static LinkRecord numbered(String number) {
        return record("Eva", "Berg", null, number);
    }

    private static LinkRecord record(
            String given, String family, @Nullable String birth, @Nullable String number) {
        return new LinkRecord(
                new UUID(0, 0),
                given,
                family,
                birth,
                number,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LinkRecord at(LinkRecord who, String street, String house) {
        return new LinkRecord(
                who.id(),
                who.given(),
                who.family(),
                who.birth(),
                who.number(),
                who.former(),
                street,
                house,
                null,
                "75310",
                "Uppsala",
                null);
    }

    private static LinkRecord of(LinkRecord who, Sex sex) {
        return new LinkRecord(
                who.id(),
                who.given(),
                who.family(),
                who.birth(),
                who.number(),
                who.former(),
                who.street(),
                who.house(),
                null,
                who.postcode(),
                who.town(),
                sex);
    }
}
