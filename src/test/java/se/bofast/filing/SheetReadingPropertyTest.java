package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.bofast.filing.SheetReading.Opening;
import se.bofast.filing.Understood.Delimiter;
import se.bofast.filing.Understood.Encoding;

class SheetReadingPropertyTest {

    private static final List<String> HEADER = List.of("Hyresgäst", "Belopp", "Objekt");

    @Property
    void reads_back_every_list_it_has_written_as_csv(
            @ForAll("tables") List<List<String>> table,
            @ForAll Encoding encoding,
            @ForAll Delimiter delimiter)
            throws IOException {
        var out = new ByteArrayOutputStream();
        SheetWriting.csv(encoding, delimiter, HEADER, cells(table).iterator(), out);
        var sheet = Lists.sheet(out.toByteArray());
        assertThat(Lists.cells(sheet)).isEqualTo(inEncoding(table, encoding));
    }

    @Property
    void reads_back_every_list_it_has_written_as_a_workbook(
            @ForAll("tables") List<List<String>> table) throws IOException {
        var out = new ByteArrayOutputStream();
        SheetWriting.xlsx("Lista", HEADER, cells(table), out);
        assertThat(Lists.cells(Lists.sheet(out.toByteArray()))).isEqualTo(table);
    }

    @Property
    void never_fails_on_any_text(@ForAll String text) {
        readToTheEnd(text.getBytes(UTF_8));
        readToTheEnd(("Hyresgäst;Belopp\n" + text + ";5\n").getBytes(UTF_8));
    }

    @Property
    void never_fails_on_any_bytes(@ForAll byte[] bytes) {
        readToTheEnd(bytes);
    }

    @Property
    void never_fails_on_a_package_that_holds_anything(
            @ForAll String xml, @ForAll("partNames") String part) {
        var parts = Workbooks.parts(Workbooks.header(1) + Workbooks.row(2, Workbooks.text("Ek")));
        parts.put(part, xml);
        readToTheEnd(Workbooks.zip(parts));
        parts.put(part, Workbooks.worksheet(Workbooks.header(1)).replace("row", xml));
        readToTheEnd(Workbooks.zip(parts));
    }

    @Property
    void never_fails_on_a_damaged_file(
            @ForAll("samples") String name,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int damages) {
        var file = Lists.sample(name);
        var random = new Random(seed);
        for (var damage = 0; damage < damages; damage++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        readToTheEnd(file);
    }

    @Property
    void cleans_a_text_once_and_for_all(@ForAll String text) {
        var clean = CellText.clean(text);
        assertThat(clean).doesNotContain("\0").isEqualTo(new String(clean.getBytes(UTF_8), UTF_8));
        assertThat(CellText.clean(CellText.guarded(clean))).isEqualTo(clean);
    }

    private static void readToTheEnd(byte[] file) {
        if (Lists.open(file) instanceof Opening.Opened(var sheet)) {
            assertThat(Lists.rows(sheet)).hasSize(sheet.understood().rowCount());
            assertThat(sheet.header()).isNotEmpty();
        }
    }

    private static Stream<List<SheetCell>> cells(List<List<String>> table) {
        return table.stream().map(row -> row.stream().<SheetCell>map(SheetCell.Text::new).toList());
    }

    private static List<List<String>> inEncoding(List<List<String>> table, Encoding encoding) {
        var charset = encoding.charset();
        return table.stream()
                .map(row -> row.stream().map(cell -> new String(cell.getBytes(charset), charset)))
                .map(Stream::toList)
                .toList();
    }

    /// Cells as they are after cleaning, none of them several lines of delimiters.
    @Provide
    Arbitrary<List<List<String>>> tables() {
        var signs =
                Arbitraries.strings()
                        .withChars("abcåäöÅÄÖéüøß 0123456789=+-@'\";,\t|_x&<>%€")
                        .ofMaxLength(12);
        var escapes =
                Arbitraries.of("_x000D_", "_x0041_x", "=1+1", "'=1", "-5,00", "@a", "a\nb", "\"");
        var cell =
                Arbitraries.oneOf(signs, escapes, Arbitraries.of("", "Ek"))
                        .map(CellText::clean)
                        .filter(text -> !text.equals("Hyresgäst"));
        var first = cell.map(text -> "r" + text);
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(rows ->
                        Combinators.combine(first, cell, cell)
                                .as((a, b, c) -> List.of(a, b, c))
                                .list()
                                .ofSize(rows));
    }

    @Provide
    Arbitrary<String> partNames() {
        return Arbitraries.of(
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/sharedStrings.xml",
                "xl/worksheets/sheet1.xml");
    }

    @Provide
    Arbitrary<String> samples() {
        return Arbitraries.of(
                "veckolista.xlsx",
                "veckolista-windows-1252.csv",
                "veckolista-utf-8-bom.csv",
                "veckolista-unicode-text.txt",
                "veckolista-komma-utf-8.csv");
    }
}
