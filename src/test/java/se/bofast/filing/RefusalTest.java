package se.bofast.filing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.filing.Workbooks.header;
import static se.bofast.filing.Workbooks.number;
import static se.bofast.filing.Workbooks.row;
import static se.bofast.filing.Workbooks.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.filing.Refusal.Reason;

class RefusalTest {

    private static final String COMPOUND = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\r\n", "\ufeff", ";;;\n;;;\n", "\"\"\n"})
    void an_empty_file(String text) {
        assertThat(reason(text.getBytes(UTF_8))).isEqualTo(Reason.EMPTY_FILE);
    }

    @Test
    void a_file_with_only_a_header() {
        assertThat(reason("Hyresgäst;Belopp\n".getBytes(UTF_8))).isEqualTo(Reason.ONLY_HEADER);
        assertThat(reason(Workbooks.withRows(header(1)))).isEqualTo(Reason.ONLY_HEADER);
    }

    @Test
    void a_file_that_begins_with_data() {
        assertThat(reason("19811228-2390;Ek;500\n19811228-2390;Ek;500\n".getBytes(UTF_8)))
                .isEqualTo(Reason.NO_HEADER);
    }

    @Test
    void an_empty_workbook_and_one_with_only_hidden_sheets() {
        assertThat(reason(Workbooks.withRows())).isEqualTo(Reason.EMPTY_FILE);
        var parts = Workbooks.parts(header(1) + row(2, text("Ek")));
        parts.put("xl/workbook.xml", Workbooks.workbook("", "A", "hidden"));
        assertThat(reason(Workbooks.zip(parts))).isEqualTo(Reason.EMPTY_FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "Workbook, OLD_EXCEL",
        "Book, OLD_EXCEL",
        "EncryptedPackage, ENCRYPTED",
        "WordDocument, DOCUMENT",
        "PowerPoint Document, DOCUMENT",
        "__properties_version1.0, NOT_A_SHEET"
    })
    void old_and_locked_office_files(String stream, Reason reason) {
        var name = new String(stream.getBytes(UTF_16LE), ISO_8859_1);
        assertThat(reason((COMPOUND + "\0".repeat(500) + name).getBytes(ISO_8859_1)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.7 ...', PDF",
        "'{\\rtf1 ...', DOCUMENT",
        "'\u0089PNG....', IMAGE",
        "'\u00ff\u00d8\u00ff\u00e0', IMAGE",
        "'GIF89a', IMAGE",
        "'\u001f\u008b\u0008', ARCHIVE",
        "'Rar!\u001a', ARCHIVE",
        "'<html><table><tr><td>Pnr', WEB_PAGE",
        "'  <!DOCTYPE html>', WEB_PAGE",
        "'<?xml version=\"1.0\"?><Workbook', WEB_PAGE",
        "'MIME-Version: 1.0', WEB_PAGE",
        "'\u0001\u0002\u0003\u0004\u0005', NOT_A_SHEET"
    })
    void files_of_another_kind(String start, Reason reason) {
        assertThat(reason(start.getBytes(ISO_8859_1))).isEqualTo(reason);
    }

    @Test
    void text_with_zeros_as_utf_16_without_a_mark() {
        assertThat(reason("Hyresgäst;Belopp\nEk;5\n".getBytes(UTF_16LE)))
                .isEqualTo(Reason.NOT_A_SHEET);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/vbaProject.bin, MACROS",
        "xl/workbook.bin, BINARY_WORKBOOK",
        "word/document.xml, DOCUMENT",
        "ppt/presentation.xml, DOCUMENT"
    })
    void packages_that_hold_something_else(String part, Reason reason) {
        var parts = Workbooks.parts(header(1) + row(2, text("Ek")));
        parts.put(part, "x");
        assertThat(reason(Workbooks.zip(parts))).isEqualTo(reason);
    }

    @Test
    void a_workbook_that_calls_itself_macro_enabled() {
        var parts = Workbooks.parts(header(1) + row(2, text("Ek")));
        parts.put(
                "[Content_Types].xml",
                "<Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>");
        assertThat(reason(Workbooks.zip(parts))).isEqualTo(Reason.MACROS);
    }

    @Test
    void open_document_sheets_and_texts() {
        var type = "application/vnd.oasis.opendocument.";
        assertThat(reason(Workbooks.zip(Map.of("mimetype", type + "spreadsheet"))))
                .isEqualTo(Reason.OPEN_DOCUMENT);
        assertThat(reason(Workbooks.zip(Map.of("mimetype", type + "text"))))
                .isEqualTo(Reason.DOCUMENT);
    }

    @Test
    void an_archive() {
        assertThat(reason(Workbooks.zip(Map.of("lista.csv", "Hyresgäst;Belopp"))))
                .isEqualTo(Reason.ARCHIVE);
    }

    @Test
    void an_archive_behind_a_password() {
        var zip = Workbooks.zip(Workbooks.parts(header(1) + row(2, text("Ek"))));
        // The flag of encryption in each local header and directory entry.
        for (var place = 0; place + 10 < zip.length; place++) {
            if (zip[place] == 'P' && zip[place + 1] == 'K' && zip[place + 2] == 3) {
                zip[place + 6] |= 1;
            } else if (zip[place] == 'P' && zip[place + 1] == 'K' && zip[place + 2] == 1) {
                zip[place + 8] |= 1;
            }
        }
        assertThat(reason(zip)).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void a_workbook_cut_off_or_without_its_parts() {
        var whole = Lists.sample("veckolista.xlsx");
        assertThat(reason(Arrays.copyOf(whole, whole.length / 2)))
                .isEqualTo(Reason.BROKEN_WORKBOOK);
        for (var missing :
                new String[] {"xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"}) {
            var parts = Workbooks.parts(header(1) + row(2, text("Ek")));
            parts.remove(missing);
            assertThat(reason(Workbooks.zip(parts))).as(missing).isEqualTo(Reason.BROKEN_WORKBOOK);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>",
                "<row r='2'><c r='12'><v>1</v></c></row>",
                "<row r='2'><c r='A2' t='s'><v>77</v></c></row>",
                "<row r='2'><c r='A2' t='s'><v>x</v></c></row>",
                "<row r='2000000001'><c><v>1</v></c></row>",
                "<row r='x'><c><v>1</v></c></row>",
                "<row r='2'><c r='A2'><v>1</c></row>",
                "<row r='2'><c r='A2' t='str'><v>&undefined;</v></c></row>"
            })
    void a_workbook_with_nonsense_in_it(String row) {
        assertThat(reason(Workbooks.withRows(header(1), row))).isEqualTo(Reason.BROKEN_WORKBOOK);
    }

    @Test
    void a_workbook_that_defines_entities() {
        var bomb =
                "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/hostname'>]>";
        for (var content : new String[] {"&b;", "&f;", "1"}) {
            var parts = Workbooks.parts("");
            parts.put(
                    "xl/worksheets/sheet1.xml",
                    bomb
                            + Workbooks.worksheet(
                                    header(1) + row(2, "<c t='str'><v>" + content + "</v></c>")));
            assertThat(reason(Workbooks.zip(parts))).isEqualTo(Reason.BROKEN_WORKBOOK);
        }
    }

    @Test
    void a_workbook_that_unpacks_to_far_more_than_it_is() {
        var parts = Workbooks.parts(header(1) + row(2, text("Ek")) + " ".repeat(25_000_000));
        assertThat(reason(Workbooks.zip(parts))).isEqualTo(Reason.UNPACKS_TOO_LARGE);
        var strings = Workbooks.parts(header(1) + row(2, text("Ek")));
        strings.put(
                "xl/sharedStrings.xml",
                Workbooks.sharedStrings("<si><t>" + "A".repeat(25_000_000) + "</t></si>"));
        assertThat(reason(Workbooks.zip(strings))).isEqualTo(Reason.UNPACKS_TOO_LARGE);
    }

    @Test
    void a_package_of_very_many_parts() {
        var parts = new LinkedHashMap<>(Workbooks.parts(header(1) + row(2, text("Ek"))));
        for (var part = 0; part < 2_100; part++) {
            parts.put("xl/media/" + part, "");
        }
        assertThat(reason(Workbooks.zip(parts))).isEqualTo(Reason.UNPACKS_TOO_LARGE);
    }

    @Test
    void a_file_that_is_too_large_without_reading_it_to_its_end() throws IOException {
        var endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'a';
                    }
                };
        var opening =
                new SheetReading(SheetLimits.USUAL.withBytes(1_000_000))
                        .open(endless, Lists.FIELDS);
        assertThat(opening)
                .isEqualTo(new SheetReading.Opening.Refused(Refusal.of(Reason.TOO_LARGE, 1)));
    }

    @Test
    void more_rows_than_are_read_in() {
        var limits = SheetLimits.USUAL.withRows(3);
        var three = "Hyresgäst;Belopp\n" + "Ek;5\n".repeat(3);
        assertThat(new SheetReading(limits).open(three.getBytes(UTF_8), Lists.FIELDS))
                .isInstanceOf(SheetReading.Opening.Opened.class);
        assertThat(Lists.refusal((three + "Al;6\n").getBytes(UTF_8), limits))
                .isEqualTo(Refusal.of(Reason.TOO_MANY_ROWS, 3));
        var workbook =
                Workbooks.withRows(
                        header(1),
                        row(2, text("a")),
                        row(3, text("b")),
                        row(4, text("c")),
                        row(5, text("d")));
        assertThat(Lists.refusal(workbook, limits)).isEqualTo(Refusal.of(Reason.TOO_MANY_ROWS, 3));
    }

    @Test
    void more_columns_than_any_list_has() {
        var wide = "Hyresgäst;Belopp\nEk;5\n" + ";".repeat(200) + "x\n";
        assertThat(Lists.refusal(wide.getBytes(UTF_8)))
                .isEqualTo(Refusal.of(Reason.TOO_MANY_COLUMNS, 3, 200));
        var empty = "Hyresgäst;Belopp" + ";".repeat(300) + "\nEk;5\n";
        assertThat(Lists.open(empty.getBytes(UTF_8)))
                .isInstanceOf(SheetReading.Opening.Opened.class);
        assertThat(
                        Lists.refusal(
                                Workbooks.withRows(
                                        header(1), "<row r='2'><c r='GS2'><v>1</v></c></row>")))
                .isEqualTo(Refusal.of(Reason.TOO_MANY_COLUMNS, 2, 200));
    }

    @Test
    void a_cell_longer_than_any_note() {
        var longest = "x".repeat(10_000);
        assertThat(Lists.open(("Hyresgäst;Belopp\n" + longest + ";5\n").getBytes(UTF_8)))
                .isInstanceOf(SheetReading.Opening.Opened.class);
        assertThat(Lists.refusal(("Hyresgäst;Belopp\n" + longest + "x;5\n").getBytes(UTF_8)))
                .isEqualTo(Refusal.of(Reason.CELL_TOO_LONG, 2, 10_000));
        assertThat(
                        Lists.refusal(
                                Workbooks.withRows(
                                        header(1), row(2, text(longest + "x"), number("5", 0)))))
                .isEqualTo(Refusal.of(Reason.CELL_TOO_LONG, 2, 10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hyresgäst;Adress;Belopp\nEk;\"Storgatan 1;500\nAl;Ågatan;600\n",
                "Hyresgäst;Adress;Belopp\nEk;\"Storgatan 1;500\nAl;Ågatan;600\nBo;\"Bygatan\";7\n",
                "Hyresgäst;Adress;Belopp\nEk;\"Gården\" Storgatan 1;500\n"
            })
    void a_quotation_mark_that_would_swallow_rows(String text) {
        assertThat(Lists.refusal(text.getBytes(UTF_8)))
                .isEqualTo(Refusal.of(Reason.WRONG_QUOTES, 2));
    }

    @Test
    void names_no_content_of_the_file_in_any_refusal() {
        var refusal = Lists.refusal("Hyresgäst;Belopp\n\"Hemlig;5\n".getBytes(UTF_8));
        assertThat(refusal.toString()).doesNotContain("Hemlig");
        assertThat(refusal.messageKey()).isEqualTo("filing.Reason.WRONG_QUOTES");
    }

    private static Reason reason(byte[] file) {
        return Lists.refusal(file).reason();
    }
}
