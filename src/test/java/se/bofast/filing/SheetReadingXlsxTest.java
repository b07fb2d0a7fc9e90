package se.bofast.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.filing.Workbooks.header;
import static se.bofast.filing.Workbooks.number;
import static se.bofast.filing.Workbooks.row;
import static se.bofast.filing.Workbooks.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.filing.Understood.Form;

class SheetReadingXlsxTest {

    @Test
    void understands_a_workbook_with_titles_a_hidden_sheet_and_formatted_numbers() {
        var sheet = Lists.sheet(Lists.sample("veckolista.xlsx"));

        assertThat(sheet.understood())
                .isEqualTo(new Understood(new Form.Xlsx("Hyresskulder v 48", 0, List.of()), 4, 5));
        assertThat(sheet.header())
                .containsExactly("Pnr", "Hyresgäst", "Adress", "Belopp kr", "Förfallodag", "Orsak");
        var rows = Lists.rows(sheet);
        assertThat(rows.getFirst())
                .isEqualTo(
                        new Row(
                                5,
                                List.of(
                                        "811228-2390",
                                        "Provberg, Åsa",
                                        "Sankt Påhittsgatan 117, lgh 1203",
                                        "14320,5",
                                        "2026-10-30",
                                        "Hyresskuld")));
        assertThat(rows).extracting(row -> row.cells().getFirst()).contains("000713-2392");
        assertThat(rows).extracting(row -> row.cells().get(3)).contains("6450,25", "23117");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46350 | 1 | 2026-11-24",
                "46350.5729166667 | 1 | 2026-11-24",
                "46350.5729166667 | 2 | 2026-11-24 13:45",
                "46350 | 2 | 2026-11-24",
                "46350.9999999999 | 2 | 2026-11-25",
                "46350 | 5 | 2026-11-24",
                "0.572916666666667 | 6 | 13:45",
                "1 | 1 | 1900-01-01",
                "59 | 1 | 1900-02-28",
                "61 | 1 | 1900-03-01",
                "-1 | 1 | -1",
                "99999999 | 1 | 99999999",
                "46350 | 0 | 46350",
                "198112282390 | 0 | 198112282390",
                "1.9811228239E+11 | 0 | 198112282390",
                "1E10 | 0 | 10000000000",
                "12345.5 | 0 | 12345,5",
                "12.345 | 0 | 12,345",
                "0.30000000000000004 | 0 | 0,3",
                "-0 | 0 | 0",
                "6450.249999999999 | 3 | 6450,25",
                "1234.5678 | 3 | 1234,57",
                "1234.5678 | 0 | 1234,5678",
                "7132392 | 4 | 0007132392",
                "7132392 | 7 | 000713-2392",
                "198112282390 | 7 | 19811228-2390",
                "1E+999999999 | 0 | 1E+999999999",
                "abc | 0 | abc",
                "46350 | 99 | 46350"
            })
    void shows_a_number_as_the_sender_sees_it(String value, int style, String seen) {
        var file = Workbooks.withRows(header(1), row(2, text("Ek"), number(value, style)));
        assertThat(Lists.cells(Lists.sheet(file)).getFirst().get(1)).isEqualTo(seen);
    }

    @Test
    void counts_days_from_1904_where_the_workbook_does() {
        var parts = Workbooks.parts(header(1) + row(2, text("Ek"), number("44888", 1)));
        parts.put("xl/workbook.xml", Workbooks.workbook("<workbookPr date1904='1'/>", "Blad1", ""));
        assertThat(Lists.cells(Lists.sheet(Workbooks.zip(parts))).getFirst().get(1))
                .isEqualTo("2026-11-24");
    }

    @Test
    void reads_every_kind_of_cell() {
        var parts =
                Workbooks.parts(
                        header(1)
                                + row(2, "<c t='s'><v>0</v></c>", "<c t='b'><v>1</v></c>")
                                + row(3, "<c t='s'><v>1</v></c>", "<c t='e'><v>#REF!</v></c>")
                                + row(
                                        4,
                                        "<c t='str'><f>A1</f><v>Bo</v></c>",
                                        "<c><f>1+1</f><v>2</v></c>")
                                + row(5, "<c t='s'><v>2</v></c>", "<c><f>1+1</f></c>")
                                + row(
                                        6,
                                        text("a_x000D_\nb _x005F_x0041_"),
                                        "<c t='d'><v>2026-11-24T00:00:00</v></c>"));
        parts.put(
                "xl/sharedStrings.xml",
                Workbooks.sharedStrings(
                        "<si><t xml:space='preserve'> Ek </t></si>"
                                + "<si><r><rPr><b/></rPr><t>An</t></r><r><t>na</t></r></si>"
                                + "<si><t>漢</t><rPh sb='0' eb='1'><t>kan</t></rPh></si>"));
        assertThat(Lists.cells(Lists.sheet(Workbooks.zip(parts))))
                .extracting(cells -> cells.subList(0, 2))
                .containsExactly(
                        List.of("Ek", "SANT"),
                        List.of("Anna", "#REF!"),
                        List.of("Bo", "2"),
                        List.of("漢", ""),
                        List.of("a\nb _x0041_", "2026-11-24"));
    }

    /// Excel shares a formula among rows; the sheet named DATA1 and the function DAYS360 look like
    /// cell addresses to a reader that rewrites them (docs/decisions/0030).
    @Test
    void is_not_stopped_by_shared_formulas_it_need_not_understand() {
        var file =
                Workbooks.withRows(
                        header(1),
                        row(
                                2,
                                text("Ek"),
                                "<c><f t='shared' ref='B2:B3' si='0'>VLOOKUP(A2,DATA1!A:B,2)+DAYS360(C2,C3)</f><v>7</v></c>"),
                        row(3, text("Al"), "<c><f t='shared' si='0'/><v>8</v></c>"));
        assertThat(Lists.cells(Lists.sheet(file)))
                .extracting(cells -> cells.get(1))
                .containsExactly("7", "8");
    }

    /// A formula per row, as new Excel writes them, must not cost a search among all the others.
    @Test
    void reads_a_long_list_with_an_array_formula_in_each_row() {
        var rows =
                IntStream.rangeClosed(2, 60_001)
                        .mapToObj(number ->
                                row(
                                        number,
                                        text("Ek"),
                                        "<c><f t='array' ref='B%d'>X(C1)</f><v>1</v></c>"
                                                .formatted(number)))
                        .collect(Collectors.joining());
        var sheet = Lists.sheet(Workbooks.withRows(header(1), rows));
        assertThat(sheet.understood().rowCount()).isEqualTo(60_000);
    }

    @Test
    void numbers_rows_that_carry_no_number() {
        var bare = header(1).replaceAll(" r='[A-Z]*1'", "");
        var file =
                Workbooks.withRows(
                        bare,
                        "<row>" + text("Ek") + "<c><v>5</v></c></row>",
                        "<row/>",
                        "<row>" + text("Al") + "</row>");
        assertThat(Lists.rows(Lists.sheet(file)))
                .containsExactly(
                        new Row(2, List.of("Ek", "5", "")), new Row(4, List.of("Al", "", "")));
    }

    @Test
    void takes_the_visible_sheet_whose_columns_it_knows_and_names_the_others() {
        var parts =
                Workbooks.parts(row(1, text("Försättsblad"), text("v 48")) + row(2, text("Hej")));
        parts.put("xl/workbook.xml", Workbooks.workbook("", "Info", "", "Lista", ""));
        parts.put(
                "xl/worksheets/sheet2.xml",
                Workbooks.worksheet(header(3) + row(4, text("Ek"), number("5", 0))));
        var sheet = Lists.sheet(Workbooks.zip(parts));
        assertThat(sheet.understood())
                .isEqualTo(new Understood(new Form.Xlsx("Lista", 0, List.of("Info")), 3, 1));
    }

    @Test
    void passes_over_hidden_sheets_but_reads_and_counts_hidden_rows() {
        var parts = Workbooks.parts(header(1) + row(2, text("Dold"), number("5", 0)));
        parts.put("xl/workbook.xml", Workbooks.workbook("", "A", "veryHidden", "B", ""));
        parts.put(
                "xl/worksheets/sheet2.xml",
                Workbooks.worksheet(
                        header(1)
                                + row(2, text("Ek"), number("5", 0))
                                        .replace("<row ", "<row hidden='1' ")
                                + row(3, text("Al"), number("6", 0))));
        var sheet = Lists.sheet(Workbooks.zip(parts));
        assertThat(sheet.understood())
                .isEqualTo(new Understood(new Form.Xlsx("B", 1, List.of()), 1, 2));
        assertThat(Lists.cells(sheet)).extracting(List::getFirst).containsExactly("Ek", "Al");
    }

    @Test
    void reads_the_strict_form_of_the_standard() {
        var parts = Workbooks.parts(header(1) + row(2, text("Ek"), number("5", 0)));
        parts.replaceAll((path, xml) ->
                xml.replace(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                                "http://purl.oclc.org/ooxml/officeDocument/relationships")
                        .replace(
                                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                                "http://purl.oclc.org/ooxml/spreadsheetml/main"));
        assertThat(Lists.cells(Lists.sheet(Workbooks.zip(parts)))).hasSize(1);
    }

    @Test
    void names_columns_beyond_the_header_as_nameless() {
        var file =
                Workbooks.withRows(
                        header(1), row(2, text("Ek"), number("5", 0), text(""), text("anm")));
        var sheet = Lists.sheet(file);
        assertThat(sheet.header()).containsExactly("Hyresgäst", "Belopp", "Förfallodag", "");
        assertThat(Lists.cells(sheet)).containsExactly(List.of("Ek", "5", "", "anm"));
    }
}
