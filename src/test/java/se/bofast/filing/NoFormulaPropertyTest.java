package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.w3c.dom.Element;

/// Whatever stands in the database, no cell of a list the house writes is run by a spreadsheet
/// program.
class NoFormulaPropertyTest {

    /// How the programs know a formula: by its first sign; those of full width too, in East Asian
    /// versions, and after a tab or a line break.
    private static final String BEGINNINGS = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    @Provide
    Arbitrary<String> text() {
        var signs = Arbitraries.strings().ofMaxLength(12);
        var wicked =
                Arbitraries.of(
                        "=1+1",
                        "=cmd|'/c calc'!A0",
                        "@SUM(A1)",
                        "+1+cmd|' /C calc'!A0",
                        "-2+3",
                        "=HYPERLINK(\"http://x\")",
                        "\t=1+1",
                        "\r=1+1",
                        "\n=1+1",
                        "\uff1d1+1",
                        "'=1+1",
                        "''=1+1",
                        "\";=1+1",
                        "\"=1+1\"",
                        ";=1+1",
                        "\r\n=1+1");
        var begun =
                Arbitraries.of(" ", "\u00a0", "\t", "\n", "'", "\"", "")
                        .flatMap(space ->
                                Arbitraries.of("=", "+", "-", "@", "\uff1d")
                                        .flatMap(sign -> signs.map(rest -> space + sign + rest)));
        return Arbitraries.oneOf(signs, wicked, begun);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return text().list().ofMinSize(1).ofMaxSize(4);
    }

    private static boolean isRun(String cell) {
        // A sign alone, and blanks, are a sign and blanks.
        return cell.strip().length() > 1
                && BEGINNINGS.indexOf(cell.charAt(0)) >= 0
                && !cell.matches("[+-]?\\d[\\d .,\u00a0\u202f]*(?i:%|kr|sek)?");
    }

    @Property
    void no_cell_of_a_text_file_begins_as_one(
            @ForAll("texts") List<String> header, @ForAll("texts") List<String> row)
            throws Exception {
        var out = new ByteArrayOutputStream();
        SheetWriting.csv(header, List.of(cells(row)).stream(), out);
        var seen = new ArrayList<String>();
        // As a spreadsheet program takes it apart, not as we do.
        for (var read :
                CsvReader.builder()
                        .fieldSeparator(';')
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .skipEmptyLines(false)
                        .ofCsvRecord(out.toString(UTF_8).substring(1))) {
            seen.addAll(read.getFields());
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(header.size() + row.size());
        assertThat(seen).noneMatch(NoFormulaPropertyTest::isRun);
    }

    @Property
    void no_cell_of_a_workbook_is_one(
            @ForAll("texts") List<String> header, @ForAll("texts") List<String> row)
            throws Exception {
        var out = new ByteArrayOutputStream();
        SheetWriting.xlsx(
                "Blad",
                header.stream().map(CellText::clean).toList(),
                List.of(cells(row.stream().map(CellText::clean).toList())).stream(),
                out);
        var sheets = 0;
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(out.toByteArray()))
                        .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                assertThat(entry.getName()).doesNotContain("vba", "externalLink", "connections");
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheets++;
                    var sheet =
                            DocumentBuilderFactory.newDefaultNSInstance()
                                    .newDocumentBuilder()
                                    .parse(zip.getInputStream(entry));
                    assertThat(sheet.getElementsByTagNameNS("*", "f").getLength()).isZero();
                    var cells = sheet.getElementsByTagNameNS("*", "c");
                    for (var place = 0; place < cells.getLength(); place++) {
                        if (!cells.item(place).getTextContent().isEmpty()) {
                            assertThat(((Element) cells.item(place)).getAttribute("t"))
                                    .isEqualTo("inlineStr");
                        }
                    }
                }
            }
        }
        assertThat(sheets).isEqualTo(1);
    }

    private static List<SheetCell> cells(List<String> texts) {
        return texts.stream().<SheetCell>map(SheetCell.Text::new).toList();
    }
}
