package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.filing.BadRows.BadRow;
import se.bofast.filing.Understood.Delimiter;
import se.bofast.filing.Understood.Encoding;
import se.bofast.filing.Understood.Form;

class BadRowsTest {

    private static final BadRows.Wording SWEDISH =
            (key, arguments) ->
                    key.equals("filing.badRows.column")
                            ? "Fel att rätta"
                            : "Skriv beloppet med siffror.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "veckolista-windows-1252.csv",
                "veckolista-utf-8-bom.csv",
                "veckolista-komma-utf-8.csv",
                "veckolista-unicode-text.txt",
                "veckolista-med-titelrader.csv",
                "veckolista.xlsx"
            })
    void comes_in_the_form_it_came_and_is_read_again_without_its_last_column(String name)
            throws IOException {
        var sheet = Lists.sheet(Lists.sample(name));
        var rows = Lists.rows(sheet);
        var bad = List.of(bad(rows.get(1)), bad(rows.get(3)));

        var again = Lists.sheet(write(sheet.understood().form(), sheet.header(), bad));

        assertThat(again.header()).isEqualTo(sheet.header());
        assertThat(Lists.cells(again)).containsExactly(rows.get(1).cells(), rows.get(3).cells());
        var mapping = ColumnMapping.propose(sheet.header(), Lists.FIELDS);
        assertThat(ColumnMapping.propose(again.header(), Lists.FIELDS).key())
                .isEqualTo(mapping.key());
        assertThat(withMark(again.understood().form()))
                .isEqualTo(withMark(sheet.understood().form()));
    }

    @Test
    void says_beside_each_row_what_to_mend() throws IOException {
        var row = new Row(4, List.of("Ek", "mycket"));
        var written =
                write(
                        new Form.Csv(Encoding.UTF_8, Delimiter.SEMICOLON),
                        List.of("Hyresgäst", "Belopp"),
                        List.of(
                                new BadRow(
                                        row,
                                        List.of(
                                                new RowError(4, "Belopp", "mycket", "k", List.of()),
                                                new RowError(4, "", "", "k", List.of())))));
        assertThat(new String(written, UTF_8))
                .isEqualTo(
                        "\ufeffHyresgäst;Belopp;Fel att rätta\r\n"
                                + "Ek;mycket;Belopp: Skriv beloppet med siffror. Skriv beloppet med siffror.\r\n");
    }

    @Test
    void keeps_the_bytes_of_windows_1252() throws IOException {
        var written =
                write(
                        new Form.Csv(Encoding.WINDOWS_1252, Delimiter.SEMICOLON),
                        List.of("Hyresgäst", "Belopp"),
                        List.of(bad(new Row(2, List.of("Åsa €", "x")))));
        assertThat(Lists.sheet(written).understood().form())
                .isEqualTo(new Form.Csv(Encoding.WINDOWS_1252, Delimiter.SEMICOLON));
        assertThat(Lists.cells(Lists.sheet(written))).containsExactly(List.of("Åsa €", "x"));
    }

    @Test
    void lets_no_cell_become_a_formula_and_takes_the_apostrophe_away_again() throws IOException {
        var cells =
                List.of("=HYPERLINK(\"x\")", "+46-70-123", "@SUM(1)", "-Anna", "-500,50 kr", "+5");
        var header = List.of("Hyresgäst", "Belopp", "Objekt", "Orsak", "Lgh", "Pnr");
        var form = new Form.Csv(Encoding.UTF_8, Delimiter.SEMICOLON);

        var written = write(form, header, List.of(bad(new Row(2, cells))));

        assertThat(new String(written, UTF_8))
                .contains("'=HYPERLINK", "'+46-70-123", "'@SUM", "'-Anna", ";-500,50 kr;+5;");
        assertThat(Lists.cells(Lists.sheet(written))).containsExactly(cells);
    }

    @Test
    void is_still_too_long_when_a_row_that_was_too_long_comes_back_unmended() throws IOException {
        var sheet = Lists.sheet("Hyresgäst;Belopp\nEk;1\nBo;Å;2;3\n".getBytes(UTF_8));
        var bad = List.of(bad(Lists.rows(sheet).get(1)));
        var again = Lists.sheet(write(sheet.understood().form(), sheet.header(), bad));
        assertThat(Lists.rows(again).getFirst().cells()).containsExactly("Bo", "Å", "2", "3");
    }

    @Test
    void has_a_last_column_that_the_reading_knows() {
        assertThat(BadRows.isErrorColumn("FEL ATT RÄTTA")).isTrue();
        assertThat(BadRows.isErrorColumn("Fel")).isFalse();
        assertThatThrownBy(() ->
                        new BadRows(
                                new Form.Xlsx("A", 0, List.of()),
                                List.of(),
                                (key, arguments) -> "Anmärkning"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void brings_every_row_back_as_it_was(@ForAll("rows") List<Row> rows, @ForAll("forms") Form form)
            throws IOException {
        var header = List.of("Hyresgäst", "Belopp", "Objekt");
        var bad = rows.stream().map(BadRowsTest::bad).toList();
        var again = Lists.sheet(write(form, header, bad));
        assertThat(again.header()).isEqualTo(header);
        assertThat(Lists.cells(again)).isEqualTo(rows.stream().map(Row::cells).toList());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        var cell =
                Arbitraries.strings()
                        .withChars("aåöÖ 019=+-@'\";,\t.:_xA0")
                        .ofMaxLength(9)
                        .map(CellText::clean);
        return cell.list()
                .ofSize(3)
                .filter(cells -> cells.stream().anyMatch(text -> !text.isEmpty()))
                .map(cells -> new Row(2, cells))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                // A nameless or empty column has no column to come back in.
                .map(rows -> {
                    var all = new java.util.ArrayList<>(rows);
                    all.add(new Row(9, List.of("Ek", "1", "A")));
                    return all;
                });
    }

    @Provide
    Arbitrary<Form> forms() {
        Arbitrary<Form> csv =
                Arbitraries.of(Encoding.class)
                        .flatMap(encoding ->
                                Arbitraries.of(Delimiter.class)
                                        .map(delimiter -> new Form.Csv(encoding, delimiter)));
        return Arbitraries.oneOf(csv, Arbitraries.just(new Form.Xlsx("Blad [1]", 0, List.of())));
    }

    private static BadRow bad(Row row) {
        return new BadRow(row, List.of(new RowError(row.number(), "Belopp", "", "k", List.of())));
    }

    private static byte[] write(Form form, List<String> header, List<BadRow> rows)
            throws IOException {
        var out = new ByteArrayOutputStream();
        new BadRows(form, header, SWEDISH).write(rows.iterator(), out);
        return out.toByteArray();
    }

    /// A file in UTF-8 comes back with a mark; all else of its form stays.
    private static Form withMark(Form form) {
        return form instanceof Form.Csv(var encoding, var delimiter) && encoding == Encoding.UTF_8
                ? new Form.Csv(Encoding.UTF_8_WITH_MARK, delimiter)
                : form;
    }
}
