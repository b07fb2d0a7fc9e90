package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeListTest {

    private static final int ROWS = 100_000;

    @Test
    void reads_a_hundred_thousand_rows_of_csv_one_at_a_time() {
        var text =
                IntStream.range(0, ROWS)
                        .mapToObj(row -> "Ek " + row + ";Storgatan " + row + ";" + row + ",50\n")
                        .collect(Collectors.joining("", "Hyresgäst;Adress;Belopp\n", ""));
        readAndForget(text.getBytes(UTF_8));
    }

    @Test
    void reads_a_hundred_thousand_rows_of_a_workbook_one_at_a_time() throws IOException {
        var out = new ByteArrayOutputStream();
        SheetWriting.xlsx(
                "Lista",
                List.of("Hyresgäst", "Adress", "Belopp"),
                IntStream.range(0, ROWS)
                        .mapToObj(row ->
                                List.of(
                                        new SheetCell.Text("Ek " + row),
                                        new SheetCell.Text("Storgatan " + row),
                                        new SheetCell.Whole(row))),
                out);
        readAndForget(out.toByteArray());
    }

    /// A row let go of by the reader can be collected while later rows are read: nothing holds it.
    private static void readAndForget(byte[] file) {
        var sheet = Lists.sheet(file);
        assertThat(sheet.understood().rowCount()).isEqualTo(ROWS);
        var read = 0;
        try (var rows = sheet.rows()) {
            var early = new WeakReference<>(rows.next());
            read++;
            while (rows.hasNext()) {
                if (rows.next().cells().size() == 3) {
                    read++;
                }
                if (read == ROWS / 2) {
                    System.gc();
                    assertThat(early.get()).isNull();
                }
            }
        }
        assertThat(read).isEqualTo(ROWS);
    }
}
