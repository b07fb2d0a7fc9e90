package se.bofast.filing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.bofast.filing.Understood.Delimiter;
import se.bofast.filing.Understood.Encoding;

/// Writes lists for people who work in a spreadsheet program. Rows go straight through to the
/// stream, which stays open. No text is ever run as a formula.
public final class SheetWriting {

    /// Rows a worksheet can hold, the header included.
    private static final int MOST_ROWS = 1_048_576;

    /// Rows looked at to find how wide the columns should be.
    private static final int WIDTH_ROWS = 100;

    private static final int FLUSHED_ROWS = 500;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 60;

    /// Text that looks like an escape of the format is escaped itself (ECMA-376 part 1, 22.9.2.19).
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SheetWriting() {}

    /// Semicolon, decimal comma and UTF-8 with a mark, as Swedish Excel opens it with a double
    /// click. Days in ISO form.
    ///
    /// @throws IOException where the stream cannot be written
    public static void csv(List<String> header, Stream<List<SheetCell>> rows, OutputStream out)
            throws IOException {
        csv(Encoding.UTF_8_WITH_MARK, Delimiter.SEMICOLON, header, rows.iterator(), out);
    }

    static void csv(
            Encoding encoding,
            Delimiter delimiter,
            List<String> header,
            Iterator<List<SheetCell>> rows,
            OutputStream out)
            throws IOException {
        var text = new OutputStreamWriter(out, encoding.charset());
        if (encoding.markLength() > 0) {
            text.write('\ufeff');
        }
        var csv =
                CsvWriter.builder()
                        .fieldSeparator(delimiter.sign())
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text);
        csv.writeRecord(header.stream().map(CellText::guarded).toList());
        while (rows.hasNext()) {
            csv.writeRecord(rows.next().stream().map(SheetWriting::written).toList());
        }
        csv.flush();
    }

    private static String written(SheetCell cell) {
        return switch (cell) {
            case SheetCell.Text text -> CellText.guarded(text.text());
            case SheetCell.Whole whole -> Long.toString(whole.number());
            case SheetCell.Amount amount -> kronor(amount.money().ore()).replace('.', ',');
            case SheetCell.Day day -> day.day().toString();
            case SheetCell.Share share ->
                    share.whole() == 0
                            ? ""
                            : share.perCent().toPlainString().replace('.', ',') + " %";
            case SheetCell.Blank blank -> "";
        };
    }

    private static String kronor(long ore) {
        return BigDecimal.valueOf(ore, 2).toPlainString();
    }

    /// A workbook with one sheet: bold header that stays in view, columns as wide as their text.
    ///
    /// @param sheetName cut to 31 characters, without signs that Excel forbids
    /// @throws IOException where the stream cannot be written
    /// @throws IllegalStateException where there are more rows than a sheet holds (1 048 575)
    public static void xlsx(
            String sheetName, List<String> header, Stream<List<SheetCell>> rows, OutputStream out)
            throws IOException {
        xlsx(sheetName, header, rows.iterator(), "General", out);
    }

    /// @param textFormat `@` keeps text as text also when someone writes a number over it
    static void xlsx(
            String sheetName,
            List<String> header,
            Iterator<List<SheetCell>> rows,
            String textFormat,
            OutputStream out)
            throws IOException {
        List<List<SheetCell>> first = new ArrayList<>();
        while (first.size() < WIDTH_ROWS && rows.hasNext()) {
            first.add(rows.next());
        }
        try (var workbook = new Workbook(out, "Bofast", "1.0")) {
            var sheet = workbook.newWorksheet(sheetName);
            sheet.freezePane(0, 1);
            for (var column = 0; column < header.size(); column++) {
                sheet.width(column, width(header.get(column), first, column));
                sheet.inlineString(0, column, escaped(header.get(column)));
                sheet.style(0, column).bold().fillColor("E8ECEF").wrapText(true).set();
            }
            var number = 1;
            for (var row : first) {
                write(sheet, number++, row, textFormat);
            }
            while (rows.hasNext()) {
                if (number == MOST_ROWS) {
                    throw new IllegalStateException("more rows than a sheet holds");
                }
                write(sheet, number++, rows.next(), textFormat);
                if (number % FLUSHED_ROWS == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static int width(String name, List<List<SheetCell>> rows, int column) {
        var longest =
                rows.stream()
                        .filter(row -> column < row.size())
                        .mapToInt(row -> written(row.get(column)).length())
                        .max()
                        .orElse(0);
        return Math.clamp(Math.max(longest, name.length()) + 2, NARROWEST, WIDEST);
    }

    private static void write(Worksheet sheet, int row, List<SheetCell> cells, String textFormat) {
        for (var column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case SheetCell.Text text -> {
                    sheet.inlineString(row, column, escaped(text.text()));
                    format(sheet, row, column, textFormat);
                }
                case SheetCell.Whole whole -> {
                    sheet.value(row, column, whole.number());
                    format(sheet, row, column, "0");
                }
                case SheetCell.Amount amount -> {
                    sheet.value(row, column, new BigDecimal(kronor(amount.money().ore())));
                    format(sheet, row, column, "#,##0.00");
                }
                case SheetCell.Day day -> {
                    sheet.value(row, column, day.day());
                    format(sheet, row, column, "yyyy-mm-dd");
                }
                case SheetCell.Share share -> {
                    if (share.whole() != 0) {
                        sheet.value(row, column, (double) share.part() / share.whole());
                        format(sheet, row, column, "0.0%");
                    }
                }
                case SheetCell.Blank blank -> {}
            }
        }
    }

    private static void format(Worksheet sheet, int row, int column, String format) {
        if (!format.equals("General")) {
            sheet.style(row, column).format(format).set();
        }
    }

    private static String escaped(String text) {
        return text.contains("_x") ? ESCAPE_LIKE.matcher(text).replaceAll("_x005F_") : text;
    }
}
