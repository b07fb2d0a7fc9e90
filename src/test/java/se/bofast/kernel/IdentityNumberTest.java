package se.bofast.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.personnummer.Personnummer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.kernel.IdentityNumber.Fault;
import se.bofast.kernel.IdentityNumber.Kind;

class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "198112282390",
                "19811228-2390",
                "811228-2390",
                "8112282390",
                "811228 2390",
                "19811228 - 2390",
                "811228\u20132390",
                "811228\u22122390",
                "\u00a019811228\u20112390 "
            })
    void reads_any_usual_form(String text) {
        assertThat(IdentityNumber.read(text, TODAY).map(IdentityNumber::digits))
                .contains("198112282390");
        assertThat(IdentityNumber.fault(text, TODAY)).isEmpty();
    }

    /// The century follows from the day of reading; plus stands from the year one turns a hundred.
    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 261121-, 20261121",
        "2026-11-20, 261121-, 19261121",
        "2026-01-01, 261121+, 19261121",
        "2026-12-31, 261121+, 19261121",
        "2027-01-01, 261121-, 20261121",
        "2026-11-21, 090121+, 19090121",
        "2026-11-21, 090121-, 20090121",
        "2026-11-21, 000229-, 20000229",
        "2026-11-21, 991231+, 18991231",
        "2026-11-21, 271231-, 19271231",
        "1999-12-31, 000101+, 18990101"
    })
    void guesses_the_century_of_ten_figures(LocalDate today, String start, String date) {
        var digits = withCheckDigit(start.substring(0, 6) + "238");
        var written = start + digits.substring(6);
        if (date.equals("18990101")) {
            // 1999: nobody with "00" had turned a hundred but those born in 1800.
            assertThat(IdentityNumber.fault(written, today)).contains(Fault.DATE);
            return;
        }
        assertThat(
                        IdentityNumber.read(written, today)
                                .map(number -> number.digits().substring(0, 8)))
                .contains(date);
    }

    @ParameterizedTest
    @CsvSource({
        "811228-239, SHAPE",
        "811228, SHAPE",
        "19811228, SHAPE",
        "'', SHAPE",
        "1981122823905, SHAPE",
        "19811228--2394, SHAPE",
        "Anna, SHAPE",
        "811328-2394, DATE",
        "810229-2394, DATE",
        "811200-2394, DATE",
        "810028-2394, DATE",
        "811292-2394, DATE",
        "18100101-2394, DATE",
        "271121+2394, DATE",
        "20270101-2394, FUTURE",
        "811228-2395, CHECK_DIGIT",
        "811282-2394, CHECK_DIGIT",
        "191228-0000, CHECK_DIGIT",
        "556036-0793, ORGANISATION",
        "165560360793, ORGANISATION",
        "802005-1952, ORGANISATION",
        "20000101T220, TEMPORARY",
        "000101-R220, TEMPORARY"
    })
    void says_why_a_number_is_not_read(String text, Fault fault) {
        assertThat(IdentityNumber.fault(text, TODAY)).contains(fault);
        assertThat(IdentityNumber.read(text, TODAY)).isEmpty();
    }

    @Test
    void knows_a_coordination_number_by_its_day() {
        var number = IdentityNumber.read(withCheckDigit("701063238"), TODAY).orElseThrow();
        assertThat(number.kind()).isEqualTo(Kind.COORDINATION);
        assertThat(number.dateInNumber()).contains(LocalDate.of(1970, 10, 3));
        assertThat(number.written()).startsWith("19701063-238");
        assertThat(number.isFemale()).isTrue();
        var personal = IdentityNumber.read("198112282390", TODAY).orElseThrow();
        assertThat(personal.kind()).isEqualTo(Kind.PERSONAL);
        assertThat(personal.isFemale()).isFalse();
    }

    @Test
    void reads_a_coordination_number_given_for_an_unknown_birth_day() {
        for (var start : new String[] {"700063", "701060", "700060", "700491"}) {
            var number = IdentityNumber.read(withCheckDigit(start + "238"), TODAY).orElseThrow();
            assertThat(number.kind()).isEqualTo(Kind.COORDINATION);
            assertThat(number.dateInNumber()).isEmpty();
        }
    }

    @Test
    void is_never_made_from_a_wrong_number_and_never_printed() {
        assertThatThrownBy(() -> new IdentityNumber("198112282391"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1981");
        assertThatThrownBy(() -> new IdentityNumber("000112282390"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new IdentityNumber("198112282390").toString()).doesNotContain("1981");
    }

    @Property
    void either_reads_a_text_or_says_why_not(@ForAll String text) {
        assertThat(IdentityNumber.read(text, TODAY).isPresent())
                .isNotEqualTo(IdentityNumber.fault(text, TODAY).isPresent());
    }

    @Property
    void agrees_with_the_published_library_on_every_number_with_a_day(
            @ForAll @IntRange(min = 0, max = 40_000) int days,
            @ForAll @IntRange(min = 0, max = 999) int birthNumber,
            @ForAll @IntRange(min = 0, max = 9) int last,
            @ForAll boolean coordination) {
        var day = LocalDate.of(1915, 1, 1).plusDays(days);
        var digits =
                "%04d%02d%02d%03d%d"
                        .formatted(
                                day.getYear(),
                                day.getMonthValue(),
                                day.getDayOfMonth() + (coordination ? 60 : 0),
                                birthNumber,
                                last);
        assertThat(IdentityNumber.read(digits, TODAY).isPresent())
                .isEqualTo(Personnummer.valid(digits));
    }

    @Property
    void finds_every_single_wrong_figure(
            @ForAll @IntRange(min = 1, max = 28) int day,
            @ForAll @IntRange(min = 6, max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int off) {
        var right = withCheckDigit("8106%02d238".formatted(day));
        var figures = right.toCharArray();
        figures[place] = (char) ('0' + (figures[place] - '0' + off) % 10);
        var fault = IdentityNumber.fault(new String(figures), TODAY);
        assertThat(fault).contains(Fault.CHECK_DIGIT);
    }

    @Test
    void reads_every_published_test_number() throws IOException {
        var folder = publishedNumbers();
        assumeTrue(folder.isPresent(), "the published test numbers are not on this machine");
        var numbers =
                Stream.of("allPins.json", "allCoords.json")
                        .flatMap(name -> strings(folder.get().resolve(name)).stream())
                        .toList();
        assertThat(numbers).hasSizeGreaterThan(40_000);
        assertThat(numbers)
                .allSatisfy(digits -> {
                    assertThat(IdentityNumber.read(digits, TODAY).map(IdentityNumber::digits))
                            .contains(digits);
                });
    }

    @Test
    void agrees_with_the_published_valid_and_invalid_forms() throws IOException {
        var folder = publishedNumbers();
        assumeTrue(folder.isPresent(), "the published test numbers are not on this machine");
        var text = Files.readString(folder.get().resolve("structured.json"));
        var valid = groups(text, "valid");
        var invalid = groups(text, "invalid");
        assertThat(valid).hasSizeGreaterThan(30);
        assertThat(invalid).hasSizeGreaterThan(20);
        assertThat(valid)
                .allSatisfy(form -> assertThat(IdentityNumber.fault(form, TODAY)).isEmpty());
        // The published list has a space for a lost plus sign; here a space is a usual form.
        assertThat(invalid)
                .filteredOn(form -> !form.contains(" "))
                .allSatisfy(form -> assertThat(IdentityNumber.read(form, TODAY)).isEmpty());
        var organisations = Files.readString(folder.get().resolve("orgnumber.json"));
        assertThat(matches(organisations, "\"separated_format\": *\"([^\"]+)\""))
                .isNotEmpty()
                .allSatisfy(form ->
                        assertThat(IdentityNumber.fault(form, TODAY)).contains(Fault.ORGANISATION));
    }

    /// Ten figures with the check digit (Luhn, weights 2 1 2 1 ...).
    static String withCheckDigit(String nine) {
        var sum = 0;
        for (var place = 0; place < 9; place++) {
            var product = (nine.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return nine + (10 - sum % 10) % 10;
    }

    private static Optional<Path> publishedNumbers() {
        return Stream.of("../shared", "../../shared")
                .map(place -> Path.of(place, "data", "personnummer-meta"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static List<String> strings(Path file) {
        try {
            return matches(Files.readString(file), "\"(\\d+)\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> groups(String text, String name) {
        return matches(text, "\"" + name + "\": \\[([^]]+)]").stream()
                .flatMap(group -> matches(group, "\"?([-+ \\d]*\\d{4,}[-+ \\d]*)\"?").stream())
                .map(String::strip)
                .toList();
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
