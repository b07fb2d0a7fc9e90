package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.filing.Understood.Delimiter;
import se.bofast.filing.Understood.Encoding;
import se.bofast.filing.Understood.Form;

class SheetReadingCsvTest {

    private static final List<String> HEADER =
            List.of("Pnr", "Hyresgäst", "Adress", "Belopp kr", "Förfallodag", "Orsak");

    @ParameterizedTest
    @CsvSource({
        "veckolista-windows-1252.csv, WINDOWS_1252, SEMICOLON, 1, 2",
        "veckolista-utf-8-bom.csv, UTF_8_WITH_MARK, SEMICOLON, 1, 2",
        "veckolista-komma-utf-8.csv, UTF_8, COMMA, 1, 2",
        "veckolista-unicode-text.txt, UTF_16_LITTLE_ENDIAN, TAB, 1, 2",
        "veckolista-med-titelrader.csv, WINDOWS_1252, SEMICOLON, 5, 6"
    })
    void understands_the_same_list_in_every_form(
            String file, Encoding encoding, Delimiter delimiter, int headerRow, int firstRow) {
        var sheet = Lists.sheet(Lists.sample(file));

        assertThat(sheet.understood())
                .isEqualTo(new Understood(new Form.Csv(encoding, delimiter), headerRow, 5));
        assertThat(sheet.header()).isEqualTo(HEADER);
        var rows = Lists.rows(sheet);
        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst())
                .isEqualTo(
                        new Row(
                                firstRow,
                                List.of(
                                        "19811228-2390",
                                        "Provberg, Åsa",
                                        "Sankt Påhittsgatan 117, lgh 1203",
                                        "14 320,50",
                                        "2026-10-30",
                                        "Hyresskuld")));
    }

    @Test
    void reads_utf_16_with_the_other_byte_order() {
        var sheet = Lists.sheet("\ufeffHyresgäst\tBelopp\r\nÖrjan\t5\r\n".getBytes(UTF_16BE));

        assertThat(sheet.understood().form())
                .isEqualTo(new Form.Csv(Encoding.UTF_16_BIG_ENDIAN, Delimiter.TAB));
        assertThat(Lists.cells(sheet)).containsExactly(List.of("Örjan", "5"));
    }

    @Test
    void tells_windows_1252_by_one_letter_at_the_very_end() {
        var text = "Hyresgäst;Belopp\n" + "Anna;5\n".repeat(40_000);
        var broken = (text + "Åsa;5\n").getBytes(Charset.forName("windows-1252"));
        assertThat(form(Lists.sheet(broken)).encoding()).isEqualTo(Encoding.WINDOWS_1252);
        var whole = (text + "Åsa;5\n").getBytes(UTF_8);
        assertThat(form(Lists.sheet(whole)).encoding()).isEqualTo(Encoding.UTF_8);
    }

    @Test
    void reads_a_stream_as_well_as_bytes() throws IOException {
        var stream = new ByteArrayInputStream(Lists.sample("veckolista-windows-1252.csv"));
        var opening = new SheetReading(SheetLimits.USUAL).open(stream, Lists.FIELDS);
        assertThat(opening).isInstanceOf(SheetReading.Opening.Opened.class);
    }

    @Test
    void gives_the_rows_as_often_as_asked() {
        var sheet = Lists.sheet(Lists.sample("veckolista-windows-1252.csv"));
        assertThat(Lists.rows(sheet)).isEqualTo(Lists.rows(sheet)).hasSize(5);
    }

    @Test
    void reads_quotes_delimiters_and_line_breaks_within_cells() {
        var sheet =
                sheet(
                        """
                        Hyresgäst;Belopp;Objekt
                        "Ek; Anna";"12 000";"Storgatan 1
                        2 tr"
                        "Bo ""Bosse"" Ek" ; "5" ;6" rör
                        """);
        assertThat(Lists.rows(sheet))
                .containsExactly(
                        new Row(2, List.of("Ek; Anna", "12 000", "Storgatan 1\n2 tr")),
                        new Row(3, List.of("Bo \"Bosse\" Ek", "5", "6\" rör")));
    }

    @Test
    void passes_over_blank_lines_and_headers_printed_again_but_counts_them() {
        var sheet =
                sheet(
                        """

                        Hyresgäst;Belopp
                        Ek;1

                        ;
                        Hyresgäst;Belopp
                        Al;2
                        """);
        assertThat(sheet.understood().headerRow()).isEqualTo(2);
        assertThat(sheet.understood().rowCount()).isEqualTo(2);
        assertThat(Lists.rows(sheet))
                .containsExactly(new Row(3, List.of("Ek", "1")), new Row(7, List.of("Al", "2")));
    }

    @Test
    void fills_up_short_rows() {
        assertThat(Lists.cells(sheet("Hyresgäst;Belopp;Objekt\nEk\n")))
                .containsExactly(List.of("Ek", "", ""));
    }

    @Test
    void leaves_out_empty_columns_and_keeps_nameless_ones_with_text() {
        var sheet = sheet("Hyresgäst;;Belopp;;\nEk;;5;anm;\n");
        assertThat(sheet.header()).containsExactly("Hyresgäst", "Belopp", "");
        assertThat(Lists.cells(sheet)).containsExactly(List.of("Ek", "5", "anm"));
    }

    @Test
    void keeps_text_beyond_the_header_so_that_the_row_can_be_refused() {
        var sheet = sheet("Hyresgäst;Adress;Belopp\nEk;Storgatan 1; lgh 3;500\nAl;Ågatan;5\n");
        assertThat(Lists.cells(sheet))
                .containsExactly(
                        List.of("Ek", "Storgatan 1", "lgh 3", "500"), List.of("Al", "Ågatan", "5"));
    }

    @Test
    void obeys_the_line_that_names_the_delimiter() {
        var sheet = sheet("sep=,\r\nHyresgäst,Belopp\r\nEk,5\r\n");
        assertThat(form(sheet).delimiter()).isEqualTo(Delimiter.COMMA);
        assertThat(Lists.rows(sheet)).containsExactly(new Row(3, List.of("Ek", "5")));
    }

    @Test
    void is_not_misled_by_decimal_commas() {
        var sheet = sheet("Kund;Summa\nEk, Anna;12,50\nAl, Bo;13,75\n");
        assertThat(form(sheet).delimiter()).isEqualTo(Delimiter.SEMICOLON);
    }

    @Test
    void finds_the_header_under_titles_also_when_it_knows_no_name() {
        var sheet = sheet("Rapport 7\n\nAlfa,Beta,Gamma,Delta\nEk,1,2,3\nAl,4,5,6\n");
        assertThat(sheet.header()).containsExactly("Alfa", "Beta", "Gamma", "Delta");
        assertThat(sheet.understood().headerRow()).isEqualTo(3);
    }

    @Test
    void reads_a_list_of_one_column() {
        var only = List.of(new Field("case", "x.case", true, List.of("Målnummer")));
        var opening =
                new SheetReading(SheetLimits.USUAL)
                        .open("Mål nr\nA 17\nA 18\n".getBytes(UTF_8), only);
        assertThat(opening).isInstanceOf(SheetReading.Opening.Opened.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0Ek\u202f",
                "\u200bEk\ufeff",
                "E\u00adk",
                "\u202aEk\u202c",
                "Ek\u0007",
                "\tEk"
            })
    void takes_away_what_no_one_sees(String name) {
        assertThat(Lists.cells(sheet("Hyresgäst;Belopp\n" + name + ";5\n")))
                .containsExactly(List.of("Ek", "5"));
    }

    @Test
    void composes_letters_that_a_mac_wrote_in_two_parts() {
        assertThat(Lists.cells(sheet("Hyresga\u0308st;Belopp\nA\u030asa;5\n")))
                .containsExactly(List.of("Åsa", "5"));
    }

    @Test
    void reads_a_tab_delimited_list_that_was_named_xls() {
        assertThat(form(sheet("Hyresgäst\tBelopp\nEk\t5\n")).delimiter()).isEqualTo(Delimiter.TAB);
    }

    private static Form.Csv form(Sheet sheet) {
        return (Form.Csv) sheet.understood().form();
    }

    private static Sheet sheet(String text) {
        return Lists.sheet(text.getBytes(UTF_8));
    }
}
