package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import se.bofast.kernel.Money;

class SheetWritingTest {

    private static final List<String> HEADER =
            List.of("Text", "Antal", "Belopp", "Dag", "Andel", "Tomt");
    private static final List<SheetCell> ROW =
            List.of(
                    new SheetCell.Text("Åsa; \"Ek\""),
                    new SheetCell.Whole(12_345),
                    new SheetCell.Amount(new Money(-1_234_550)),
                    new SheetCell.Day(LocalDate.of(2026, 11, 24)),
                    new SheetCell.Share(1, 8),
                    SheetCell.BLANK);

    @Test
    void writes_csv_as_swedish_excel_opens_it() throws IOException {
        var out = new ByteArrayOutputStream();
        SheetWriting.csv(HEADER, Stream.of(ROW), out);
        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        "\ufeffText;Antal;Belopp;Dag;Andel;Tomt\r\n"
                                + "\"Åsa; \"\"Ek\"\"\";12345;-12345,50;2026-11-24;12,5 %;\r\n");
    }

    /// Read by another reader than the house's own.
    @Test
    void writes_a_workbook_with_numbers_as_numbers_and_days_as_days() throws IOException {
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(workbook(Stream.of(ROW))))) {
            var sheet = workbook.getFirstSheet();
            assertThat(sheet.getName()).isEqualTo("Uppföljning 2026-1");
            var rows = sheet.read();
            assertThat(rows.get(0).stream().map(cell -> cell.getText()))
                    .containsExactlyElementsOf(HEADER);
            var cells = rows.get(1);
            assertThat(cells.getCellAsString(0)).contains("Åsa; \"Ek\"");
            assertThat(cells.getCellAsNumber(1)).contains(BigDecimal.valueOf(12_345));
            assertThat(cells.getCellAsNumber(2)).contains(new BigDecimal("-12345.50"));
            assertThat(cells.getCellAsDate(3)).contains(LocalDateTime.of(2026, 11, 24, 0, 0));
            assertThat(cells.getCellAsNumber(4)).contains(new BigDecimal("0.125"));
            assertThat(cells.hasCell(5)).isFalse();
        }
    }

    @Test
    void writes_a_workbook_the_house_reads_again() throws IOException {
        var fields =
                List.of(
                        new Field("a", "x.a", true, List.of("Text")),
                        new Field("b", "x.b", true, List.of("Antal")));
        var opening = new SheetReading(SheetLimits.USUAL).open(workbook(Stream.of(ROW)), fields);
        var sheet = ((SheetReading.Opening.Opened) opening).sheet();
        assertThat(Lists.cells(sheet))
                .containsExactly(
                        List.of("Åsa; \"Ek\"", "12345", "-12345,5", "2026-11-24", "0,125", ""));
    }

    @Test
    void keeps_the_header_in_view_and_the_columns_as_wide_as_their_text() throws IOException {
        var xml = part(workbook(Stream.of(ROW)), "xl/worksheets/sheet1.xml");
        assertThat(xml).contains("state=\"frozen\"", "ySplit=\"1\"", "<cols>");
        var long1 = List.<SheetCell>of(new SheetCell.Text("x".repeat(500)));
        assertThat(part(workbook(Stream.of(long1)), "xl/worksheets/sheet1.xml"))
                .contains("width=\"60.");
    }

    @Test
    void never_writes_a_formula() throws IOException {
        var row = List.<SheetCell>of(new SheetCell.Text("=1+1"), new SheetCell.Text("@x"));
        var out = new ByteArrayOutputStream();
        SheetWriting.csv(List.of("=A", "B"), Stream.of(row), out);
        assertThat(out.toString(UTF_8)).isEqualTo("\ufeff'=A;B\r\n'=1+1;'@x\r\n");
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(workbook(Stream.of(row))))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCell(0).getType())
                    .isEqualTo(CellType.STRING);
        }
    }

    @Test
    void leaves_a_share_of_nothing_blank() throws IOException {
        var row = List.<SheetCell>of(new SheetCell.Text("a"), new SheetCell.Share(0, 0));
        var out = new ByteArrayOutputStream();
        SheetWriting.csv(List.of("A", "B"), Stream.of(row), out);
        assertThat(out.toString(UTF_8)).endsWith("a;\r\n");
        assertThat(workbook(Stream.of(row))).isNotEmpty();
    }

    @Test
    void asks_for_rows_only_as_it_writes_them_and_leaves_the_stream_open() throws IOException {
        var made = new AtomicInteger();
        var ahead = new AtomicInteger();
        var written = new AtomicInteger();
        var out =
                new ByteArrayOutputStream() {
                    @Override
                    public synchronized void write(byte[] bytes, int offset, int length) {
                        super.write(bytes, offset, length);
                        written.addAndGet(length);
                        ahead.accumulateAndGet(made.get(), Math::max);
                    }

                    @Override
                    public void close() {
                        throw new AssertionError("the stream is the caller's");
                    }
                };
        var first = new AtomicInteger();
        var rows =
                IntStream.range(0, 20_000)
                        .mapToObj(number -> {
                            made.incrementAndGet();
                            if (written.get() > 0 && first.get() == 0) {
                                first.set(number);
                            }
                            return List.<SheetCell>of(new SheetCell.Text("rad " + number));
                        });
        SheetWriting.xlsx("A", List.of("A"), rows, out);
        assertThat(first.get()).isBetween(1, 19_000);
        var lines = new ByteArrayOutputStream();
        SheetWriting.csv(List.of("A"), Stream.of(List.of(new SheetCell.Whole(1))), lines);
        lines.write("mer".getBytes(UTF_8));
        assertThat(lines.toString(UTF_8)).endsWith("1\r\nmer");
    }

    private static byte[] workbook(Stream<List<SheetCell>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        SheetWriting.xlsx("Uppföljning 2026/1", HEADER, rows, out);
        return out.toByteArray();
    }

    private static String part(byte[] workbook, String name) throws IOException {
        // The writer's zip has sizes that only the directory tells; a stream does not see them.
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get()) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
