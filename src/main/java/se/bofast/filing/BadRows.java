package se.bofast.filing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.bofast.filing.Understood.Encoding;

/// Writes the file of only the bad rows, to be mended and sent again: the sender's own columns and
/// form, and a last column that says what to mend. [SheetReading] leaves that column out again.
public final class BadRows {

    /// A row and what is wrong with it.
    public record BadRow(Row row, List<RowError> errors) {

        public BadRow {
            errors = List.copyOf(errors);
        }
    }

    /// The sentences in the reader's language.
    public interface Wording {

        String sentence(String messageKey, List<String> arguments);
    }

    private static final Set<String> TITLES =
            Set.of(HeaderText.normalised("Fel att rätta"), HeaderText.normalised("Errors to mend"));

    private final Understood.Form form;
    private final List<String> header;
    private final Wording wording;
    private final String title;

    /// @param form and header as the file came
    /// @throws IllegalArgumentException where the reading would not know the column again
    public BadRows(Understood.Form form, List<String> header, Wording wording) {
        title = wording.sentence("filing.badRows.column", List.of());
        if (!isErrorColumn(title)) {
            throw new IllegalArgumentException("the column would be read as the sender's own");
        }
        this.form = form;
        this.header = List.copyOf(header);
        this.wording = wording;
    }

    static boolean isErrorColumn(String name) {
        return TITLES.contains(HeaderText.normalised(name));
    }

    /// Rows go straight through to the stream, which stays open.
    ///
    /// @throws IOException where the stream cannot be written
    public void write(Iterator<BadRow> rows, OutputStream out) throws IOException {
        List<String> columns = new ArrayList<>(header);
        columns.add(title);
        var cells = new Cells(rows);
        switch (form) {
            case Understood.Form.Csv csv ->
                    SheetWriting.csv(marked(csv.encoding()), csv.delimiter(), columns, cells, out);
            case Understood.Form.Xlsx xlsx ->
                    SheetWriting.xlsx(xlsx.sheetName(), columns, cells, "@", out);
        }
    }

    /// Without the mark Excel takes UTF-8 for Windows-1252, and å ä ö come back broken.
    private static Encoding marked(Encoding encoding) {
        return encoding == Encoding.UTF_8 ? Encoding.UTF_8_WITH_MARK : encoding;
    }

    private final class Cells implements Iterator<List<SheetCell>> {

        private final Iterator<BadRow> rows;

        Cells(Iterator<BadRow> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        /// Text beyond the header stands after the errors, so that the row is still too long when
        /// it comes back unmended.
        @Override
        public List<SheetCell> next() {
            var bad = rows.next();
            var texts = new ArrayList<>(bad.row().cells());
            while (texts.size() < header.size()) {
                texts.add("");
            }
            texts.add(header.size(), sentences(bad.errors()));
            return texts.stream().<SheetCell>map(SheetCell.Text::new).toList();
        }

        private String sentences(List<RowError> errors) {
            return errors.stream()
                    .map(error -> {
                        var sentence = wording.sentence(error.messageKey(), error.arguments());
                        return error.columnName().isEmpty()
                                ? sentence
                                : error.columnName() + ": " + sentence;
                    })
                    .collect(Collectors.joining(" "));
        }
    }
}
