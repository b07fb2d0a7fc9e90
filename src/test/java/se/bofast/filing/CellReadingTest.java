package se.bofast.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;

class CellReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    enum Reason {
        ARREARS,
        DISTURBANCE
    }

    private static final Map<Reason, List<String>> REASONS =
            new LinkedHashMap<>(
                    Map.of(
                            Reason.ARREARS,
                            List.of("Hyresskuld", "Skuld"),
                            Reason.DISTURBANCE,
                            List.of("Störning")));

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24",
        "24/11, 2026-11-24",
        "46350, 2026-11-24",
        "2026-11-24 00:00:00, 2026-11-24"
    })
    void reads_days_also_where_the_format_was_lost(String text, LocalDate day) {
        assertThat(read("due", text, cells -> cells.date("due"))).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "99999", "1", "46350,5"})
    void takes_no_other_number_for_a_day(String text) {
        assertThat(fault("due", text, cells -> cells.date("due")))
                .isEqualTo("filing.CellFault.DATE");
    }

    @ParameterizedTest
    @CsvSource({"'12 345,50', 1234550", "14320.5, 1432050", "'-500 kr', -50000"})
    void reads_amounts(String text, long ore) {
        assertThat(read("amount", text, cells -> cells.money("amount"))).contains(new Money(ore));
    }

    @ParameterizedTest
    @CsvSource({
        "mycket, filing.CellFault.AMOUNT",
        "'12,345', filing.CellFault.AMOUNT_AMBIGUOUS",
        "'12,3456', filing.CellFault.AMOUNT_PARTS_OF_ORE",
        "#REF!, filing.CellFault.FORMULA_ERROR",
        "#SAKNAS!, filing.CellFault.FORMULA_ERROR",
        "#VÄRDEFEL!, filing.CellFault.FORMULA_ERROR",
        "########, filing.CellFault.FORMULA_ERROR"
    })
    void says_what_is_wrong_with_an_amount(String text, String key) {
        assertThat(fault("amount", text, cells -> cells.money("amount"))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "811228-2390, 198112282390",
        "0007132392, 200007132392",
        "7132392, 200007132392",
        "007132392, 200007132392",
        "07132392, 200007132392"
    })
    void gives_a_personal_number_its_lost_zeros_back(String text, String digits) {
        var number = read("number", text, cells -> cells.identityNumber("number"));
        assertThat(number.map(IdentityNumber::digits)).contains(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "811228-2391, filing.CellFault.IDENTITY_CHECK_DIGIT",
        "811328-2390, filing.CellFault.IDENTITY_DATE",
        "20270101-2390, filing.CellFault.IDENTITY_FUTURE",
        "19811228, filing.CellFault.IDENTITY_SHAPE",
        "Anna, filing.CellFault.IDENTITY_SHAPE",
        "556036-0793, filing.CellFault.IDENTITY_ORGANISATION",
        "000101-T220, filing.CellFault.IDENTITY_TEMPORARY",
        "'1,98112E+11', filing.CellFault.IDENTITY_SHORTENED",
        "1.98E11, filing.CellFault.IDENTITY_SHORTENED"
    })
    void says_what_is_wrong_with_a_personal_number(String text, String key) {
        assertThat(fault("number", text, cells -> cells.identityNumber("number"))).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Ja, true",
        "x, true",
        "1, true",
        "SANT, true",
        "nej, false",
        "0, false",
        "No, false"
    })
    void reads_yes_and_no(String text, boolean yes) {
        assertThat(read("reason", text, cells -> cells.yesNo("reason"))).contains(yes);
    }

    @Test
    void does_not_take_a_doubt_for_a_yes() {
        assertThat(fault("reason", "kanske", cells -> cells.yesNo("reason")))
                .isEqualTo("filing.CellFault.YES_NO");
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "'3,0', 3", "1 000, 1000", "-2, -2"})
    void reads_whole_numbers(String text, int number) {
        assertThat(read("reason", text, cells -> cells.wholeNumber("reason", -5, 1_000)))
                .contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "'3,5', filing.CellFault.WHOLE_NUMBER",
        "tre, filing.CellFault.WHOLE_NUMBER",
        "99999999999, filing.CellFault.WHOLE_NUMBER",
        "1001, filing.CellFault.WHOLE_NUMBER_RANGE",
        "-6, filing.CellFault.WHOLE_NUMBER_RANGE"
    })
    void says_what_is_wrong_with_a_whole_number(String text, String key) {
        assertThat(fault("reason", text, cells -> cells.wholeNumber("reason", -5, 1_000)))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Hyresskuld, ARREARS",
        "hyres-skuld, ARREARS",
        "SKULD, ARREARS",
        "Storning, DISTURBANCE"
    })
    void reads_a_choice_by_its_words(String text, Reason reason) {
        assertThat(read("reason", text, cells -> cells.choice("reason", REASONS))).contains(reason);
    }

    @Test
    void names_the_alternatives_to_who_wrote_another() {
        var cells = new CellReading(row("reason", "Buller"), TODAY);
        assertThat(cells.choice("reason", REASONS)).isEmpty();
        assertThat(errors(cells).getFirst())
                .isEqualTo(
                        new RowError(
                                7,
                                "Orsak",
                                "Buller",
                                "filing.CellFault.CHOICE",
                                List.of("Hyresskuld, Störning")));
    }

    @Test
    void wants_a_required_cell_and_lets_another_be_empty() {
        assertThat(fault("amount", "", cells -> cells.money("amount")))
                .isEqualTo("filing.CellFault.MISSING");
        assertThat(read("due", "", cells -> cells.date("due"))).isEmpty();
    }

    @Test
    void stops_a_text_that_is_too_long() {
        assertThat(fault("address", "abcd", cells -> cells.text("address", 3)))
                .isEqualTo("filing.CellFault.TOO_LONG");
        assertThat(read("address", "abc", cells -> cells.text("address", 3))).contains("abc");
    }

    @Test
    void tells_all_that_is_wrong_with_a_row_at_once() {
        var cells =
                new CellReading(
                        row(List.of("Belopp", "Förfallodag"), List.of("mycket", "snart")), TODAY);
        var unused = List.of(cells.money("amount"), cells.date("due"));
        cells.fault("due", "x.too_late", 14);
        assertThat(cells.isGood()).isFalse();
        assertThat(errors(cells))
                .extracting(RowError::messageKey)
                .containsExactly("filing.CellFault.AMOUNT", "filing.CellFault.DATE", "x.too_late");
        assertThat(errors(cells)).extracting(RowError::rowNumber).containsOnly(7);
        assertThat(unused).containsOnly(Optional.empty());
    }

    @Test
    void shows_no_cell_when_printed() {
        var cells = new CellReading(row("amount", "hemligt"), TODAY);
        assertThat(cells.money("amount")).isEmpty();
        assertThat(
                        errors(cells).toString()
                                + row("amount", "hemligt")
                                + new Row(7, List.of("hemligt")))
                .doesNotContain("hemligt");
    }

    @Test
    void reads_a_sheet_row_by_row_and_refuses_a_row_that_is_too_long() {
        var reading = reading();
        var results = new ArrayList<RowResult<Money>>();
        var text = "Hyresgäst;Belopp\nEk;5\nAl;x\nBo;1;2\n";
        for (var row :
                Lists.rows(Lists.sheet(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))) {
            results.add(reading.read(row));
        }
        assertThat(results)
                .containsExactly(
                        new RowResult.Good<>(new Money(500)),
                        new RowResult.Bad<>(
                                List.of(
                                        new RowError(
                                                3,
                                                "Belopp",
                                                "x",
                                                "filing.CellFault.AMOUNT",
                                                List.of()))),
                        new RowResult.Bad<>(
                                List.of(
                                        new RowError(
                                                4,
                                                "",
                                                "",
                                                "filing.CellFault.TOO_MANY_CELLS",
                                                List.of()))));
    }

    @Test
    void does_not_read_with_a_mapping_that_is_not_ready() {
        var mapping = ColumnMapping.propose(List.of("Hyresgäst"), Lists.FIELDS);
        assertThatThrownBy(() -> new RowReading<>(new Amounts(), mapping, TODAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void never_fails_on_any_cell(@ForAll String text) {
        var clean = CellText.clean(text);
        var cells = new CellReading(row("reason", clean), TODAY);
        var read =
                List.of(
                        cells.text("reason", 10).isPresent(),
                        cells.date("reason").isPresent(),
                        cells.money("reason").isPresent(),
                        cells.identityNumber("reason").isPresent(),
                        cells.yesNo("reason").isPresent(),
                        cells.wholeNumber("reason", 0, 10).isPresent(),
                        cells.choice("reason", REASONS).isPresent());
        var good = read.stream().filter(present -> present).count();
        var bad = cells.isGood() ? 0 : errors(cells).size();
        assertThat(good + bad).isEqualTo(clean.isEmpty() ? 0 : 7);
    }

    private static final class Amounts implements RowReader<Money> {

        @Override
        public List<Field> fields() {
            return Lists.FIELDS;
        }

        @Override
        public RowResult<Money> read(MappedRow row, LocalDate today) {
            var cells = new CellReading(row, today);
            var amount = cells.money("amount");
            return cells.result(amount::orElseThrow);
        }
    }

    private static RowReading<Money> reading() {
        var mapping = ColumnMapping.propose(List.of("Hyresgäst", "Belopp"), Lists.FIELDS);
        return new RowReading<>(new Amounts(), mapping, TODAY);
    }

    private static <T> Optional<T> read(
            String field, String text, Function<CellReading, Optional<T>> read) {
        return read.apply(new CellReading(row(field, text), TODAY));
    }

    private static <T> String fault(
            String field, String text, Function<CellReading, Optional<T>> read) {
        var cells = new CellReading(row(field, text), TODAY);
        assertThat(read.apply(cells)).isEmpty();
        assertThat(errors(cells)).hasSize(1);
        return errors(cells).getFirst().messageKey();
    }

    private static List<RowError> errors(CellReading cells) {
        return ((RowResult.Bad<?>) cells.result(() -> "good")).errors();
    }

    private static MappedRow row(String field, String text) {
        var header =
                Lists.FIELDS.stream()
                        .filter(known -> known.code().equals(field))
                        .map(known -> known.synonyms().getFirst())
                        .toList();
        return row(header, List.of(text));
    }

    private static MappedRow row(List<String> header, List<String> cells) {
        return ColumnMapping.propose(header, Lists.FIELDS).row(new Row(7, cells));
    }
}
