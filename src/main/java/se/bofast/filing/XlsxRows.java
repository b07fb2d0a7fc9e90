package se.bofast.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.bofast.filing.Refusal.Reason;

/// The rows of one worksheet, in the form the sender sees them. Formulas give the value the
/// sender's program computed last.
final class XlsxRows implements RowSource.RawRows {

    /// The last column any spreadsheet program has (XFD), and more rows than any has.
    private static final int LAST_COLUMN = 16_384;

    private static final int LAST_ROW = 2_000_000;

    private final XlsxBook book;
    private final XlsxXml xml;
    private final SheetLimits limits;
    private final boolean closesBook;
    private int number;
    private boolean hidden;
    private @Nullable Row upcoming;

    XlsxRows(XlsxBook book, XlsxXml xml, SheetLimits limits, boolean closesBook)
            throws XMLStreamException {
        this.book = book;
        this.xml = xml;
        this.limits = limits;
        this.closesBook = closesBook;
        xml.toStart("sheetData");
    }

    @Override
    public boolean hasNext() {
        if (upcoming == null) {
            upcoming = XlsxPackage.orBroken(this::nextWithText);
        }
        return upcoming != null;
    }

    private @Nullable Row nextWithText() throws XMLStreamException {
        while (xml.toStartBefore("sheetData")) {
            if (xml.isAt("row")) {
                var row = row();
                if (!row.isBlank()) {
                    return row;
                }
            }
        }
        return null;
    }

    private Row row() throws XMLStreamException {
        // Some programs leave the numbers out; then a row follows the one before it.
        var written = xml.attribute("r").map(Integer::parseInt).orElse(0);
        number = Math.max(written, number + 1);
        if (number > LAST_ROW) {
            throw new RefusedFile(Reason.BROKEN_WORKBOOK);
        }
        var isHidden = xml.isTrue("hidden");
        List<String> cells = new ArrayList<>();
        var next = 0;
        while (xml.toStartBefore("row")) {
            if (xml.isAt("c")) {
                var place = xml.attribute("r").map(XlsxRows::column).orElse(next);
                next = place + 1;
                put(cells, place, cell());
            }
        }
        hidden = isHidden;
        return new Row(number, cells);
    }

    private void put(List<String> cells, int place, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (place >= limits.columns()) {
            throw new RefusedFile(Reason.TOO_MANY_COLUMNS, number, limits.columns());
        }
        if (text.length() > limits.cellLength()) {
            throw new RefusedFile(Reason.CELL_TOO_LONG, number, limits.cellLength());
        }
        while (cells.size() <= place) {
            cells.add("");
        }
        cells.set(place, text);
    }

    private String cell() throws XMLStreamException {
        var type = xml.attribute("t").orElse("n");
        var style = xml.attribute("s").map(Integer::parseInt).orElse(0);
        var text = "";
        while (xml.toStartBefore("c")) {
            if (xml.isAt("v")) {
                text = xml.text("v", limits.cellLength() + 1);
            } else if (xml.isAt("is")) {
                text = xml.text("is", limits.cellLength() + 1);
            }
        }
        if (text.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" ->
                    book.text(Integer.parseInt(text))
                            .orElseThrow(() -> new RefusedFile(Reason.BROKEN_WORKBOOK));
            case "n" -> book.number(text, style);
            // As Swedish Excel shows them.
            case "b" -> text.equals("1") || text.equals("true") ? "SANT" : "FALSKT";
            case "d" -> text.replace('T', ' ').replaceFirst(" 00:00(:00(\\.0+)?)?Z?$", "");
            default -> CellText.clean(text);
        };
    }

    private static int column(String address) {
        var column = 0;
        var place = 0;
        while (place < address.length() && !isFigure(address.charAt(place))) {
            var letter = Character.toUpperCase(address.charAt(place)) - 'A' + 1;
            column = column * 26 + letter;
            if (letter < 1 || letter > 26 || column > LAST_COLUMN) {
                throw new RefusedFile(Reason.BROKEN_WORKBOOK);
            }
            place++;
        }
        if (column == 0) {
            throw new RefusedFile(Reason.BROKEN_WORKBOOK);
        }
        return column - 1;
    }

    private static boolean isFigure(char sign) {
        return sign >= '0' && sign <= '9';
    }

    @Override
    public Row next() {
        if (!hasNext() || upcoming == null) {
            throw new NoSuchElementException();
        }
        var row = upcoming;
        upcoming = null;
        return row;
    }

    @Override
    public boolean lastWasHidden() {
        return hidden;
    }

    @Override
    public void close() {
        XlsxPackage.orBroken(() -> {
            xml.close();
            if (closesBook) {
                book.close();
            }
            return true;
        });
    }
}
