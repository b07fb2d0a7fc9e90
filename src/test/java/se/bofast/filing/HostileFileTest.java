package se.bofast.filing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.bofast.filing.Refusal.Reason;
import se.bofast.filing.SheetReading.Opening;

/// Files made to be two things at once, to hold others, or to bring a program along. The house
/// unpacks nothing but the parts of a workbook it reads, and runs nothing.
class HostileFileTest {

    private static final byte[] WORKBOOK =
            Workbooks.withRows(
                    Workbooks.header(1),
                    Workbooks.row(
                            2,
                            Workbooks.text("Kim Ny"),
                            Workbooks.text("100"),
                            Workbooks.text("2026-01-01")));

    private static @Nullable Reason refused(byte[] file) {
        return Lists.open(file) instanceof Opening.Refused(var refusal) ? refusal.reason() : null;
    }

    private static byte[] joined(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (var piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static byte[] zipOf(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void the_workbook_itself_is_read() {
        assertThat(Lists.open(WORKBOOK)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void a_workbook_in_a_zip_in_a_zip_is_an_archive_and_not_opened() throws Exception {
        var once = zipOf("lista.xlsx", WORKBOOK);
        assertThat(refused(once)).isEqualTo(Reason.ARCHIVE);
        assertThat(refused(zipOf("lista.zip", once))).isEqualTo(Reason.ARCHIVE);
    }

    @Test
    void a_zip_of_zips_is_refused_before_anything_within_is_unpacked() throws Exception {
        var nest = zipOf("0.zip", new byte[1_000_000]);
        for (var depth = 1; depth < 40; depth++) {
            nest = zipOf(depth + ".zip", nest);
        }
        assertThat(refused(nest)).isEqualTo(Reason.ARCHIVE);
    }

    /// What is carried along is neither unpacked nor shown; the sheet beside it is read.
    @Test
    void a_zip_within_a_workbook_stays_packed() throws Exception {
        var parts = Workbooks.parts(Workbooks.header(1) + Workbooks.row(2, Workbooks.text("Kim")));
        parts.put("xl/embeddings/inner.zip", new String(zipOf("x", new byte[10]), ISO_8859_1));
        assertThat(Lists.open(Workbooks.zip(parts))).isInstanceOf(Opening.Opened.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n1 0 obj\n",
                "MZ\u0090\0\u0003\0\0\0This program cannot be run in DOS mode\0",
                "\u007fELF\u0002\u0001\u0001\0",
                "GIF89a\u0001\0\u0001\0",
                "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0",
                "#!/bin/sh\nexit\n\0",
                "<html><script>alert(1)</script>",
                "Rar!\u001a\u0007\u0001\0"
            })
    void a_workbook_behind_the_beginning_of_something_else_is_refused(String beginning) {
        assertThat(refused(joined(beginning.getBytes(ISO_8859_1), WORKBOOK))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "%PDF-1.7", "#!/bin/sh"})
    void what_follows_a_workbook_is_never_read_as_part_of_it(String tail) {
        switch (Lists.open(joined(WORKBOOK, tail.getBytes(UTF_8)))) {
            case Opening.Refused(var refusal) ->
                    assertThat(refusal.reason()).isEqualTo(Reason.BROKEN_WORKBOOK);
            case Opening.Opened(var sheet) ->
                    assertThat(Lists.rows(sheet).toString()).doesNotContain(tail);
        }
    }

    @Test
    void of_two_packages_in_one_file_at_most_one_is_read_and_it_obeys_the_same_rules()
            throws Exception {
        var macros = Workbooks.parts(Workbooks.header(1));
        macros.put("xl/vbaProject.bin", "x");
        assertThat(refused(joined(WORKBOOK, Workbooks.zip(macros)))).isNotNull();
        assertThat(refused(joined(WORKBOOK, zipOf("virus.exe", new byte[10])))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/vbaProject.bin",
                "XL/VBAPROJECT.BIN",
                "xl\\vbaProject.bin",
                "/xl/./vbaProject.bin"
            })
    void macros_however_their_part_is_written(String part) {
        var parts = Workbooks.parts(Workbooks.header(1) + Workbooks.row(2, Workbooks.text("Kim")));
        parts.put(part, "x");
        assertThat(refused(Workbooks.zip(parts))).isEqualTo(Reason.MACROS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.ms-excel.template.macroEnabled.main+xml",
                "application/vnd.ms-excel.addin.macroEnabled.main+xml"
            })
    void macros_however_the_workbook_calls_itself(String type) {
        var parts = Workbooks.parts(Workbooks.header(1) + Workbooks.row(2, Workbooks.text("Kim")));
        parts.put(
                "[Content_Types].xml",
                "<Types><Override PartName='/xl/workbook.xml' ContentType='%s'/></Types>"
                        .formatted(type));
        assertThat(refused(Workbooks.zip(parts))).isEqualTo(Reason.MACROS);
    }

    /// A macro project under another name is told by what the package says of it.
    @Test
    void macros_under_another_name() {
        var parts = Workbooks.parts(Workbooks.header(1) + Workbooks.row(2, Workbooks.text("Kim")));
        parts.put(
                "[Content_Types].xml",
                "<Types><Default Extension='dat' ContentType='application/vnd.ms-office.vbaProject'/></Types>");
        parts.put("xl/harmless.dat", "x");
        assertThat(refused(Workbooks.zip(parts))).isEqualTo(Reason.MACROS);
    }

    @Test
    void a_reference_to_an_external_part_is_not_followed() {
        var parts = Workbooks.parts(Workbooks.header(1) + Workbooks.row(2, Workbooks.text("Kim")));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (part, text) ->
                        text.replace(
                                "Target='worksheets/sheet1.xml'",
                                "TargetMode='External' Target='file:///etc/passwd'"));
        assertThat(refused(Workbooks.zip(parts))).isEqualTo(Reason.BROKEN_WORKBOOK);
    }
}
