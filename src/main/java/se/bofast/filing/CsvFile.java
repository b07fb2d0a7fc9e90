package se.bofast.filing;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.bofast.filing.Refusal.Reason;
import se.bofast.filing.Understood.Delimiter;
import se.bofast.filing.Understood.Encoding;

/// A text file with delimited cells: found out, then read row by row from its bytes.
final class CsvFile implements RowSource {

    private static final int LOOK = 65_536;

    /// A cell that grows past this in one piece has an opening quotation mark without its fellow.
    private static final int BUFFER = 1_000_000;

    /// Excel's own first line that names the delimiter.
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)^\"?sep=([;,\t])\"?\\s*$");

    private final byte[] file;
    private final Encoding encoding;
    private final Delimiter delimiter;
    private final SheetLimits limits;

    private CsvFile(byte[] file, Encoding encoding, Delimiter delimiter, SheetLimits limits) {
        this.file = file;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.limits = limits;
    }

    static CsvFile of(byte[] file, KnownNames names, SheetLimits limits) {
        var encoding = encoding(file);
        var start = start(file, encoding);
        if (start.isBlank()) {
            throw new RefusedFile(Reason.EMPTY_FILE);
        }
        return new CsvFile(file, encoding, delimiter(start, names, limits), limits);
    }

    Understood.Form form() {
        return new Understood.Form.Csv(encoding, delimiter);
    }

    /// Text that is valid UTF-8 all through is UTF-8: Swedish letters in Windows-1252 never are.
    private static Encoding encoding(byte[] file) {
        if (startsWith(file, 0xef, 0xbb, 0xbf)) {
            return Encoding.UTF_8_WITH_MARK;
        }
        if (startsWith(file, 0xff, 0xfe)) {
            return Encoding.UTF_16_LITTLE_ENDIAN;
        }
        if (startsWith(file, 0xfe, 0xff)) {
            return Encoding.UTF_16_BIG_ENDIAN;
        }
        return isUtf8(file) ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
    }

    private static boolean startsWith(byte[] file, int... signs) {
        if (file.length < signs.length) {
            return false;
        }
        for (var place = 0; place < signs.length; place++) {
            if ((file[place] & 0xff) != signs[place]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] file) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(file);
        var text = CharBuffer.allocate(LOOK);
        while (true) {
            var result = decoder.decode(bytes, text, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            text.clear();
        }
    }

    private static String start(byte[] file, Encoding encoding) {
        var from = encoding.markLength();
        var text = new String(file, from, Math.min(file.length - from, LOOK), encoding.charset());
        var lastLine = text.lastIndexOf('\n');
        return file.length - from > LOOK && lastLine > 0 ? text.substring(0, lastLine) : text;
    }

    private static Delimiter delimiter(String start, KnownNames names, SheetLimits limits) {
        var separator = SEPARATOR_LINE.matcher(start.lines().findFirst().orElse(""));
        if (separator.matches()) {
            for (var named : Delimiter.values()) {
                if (separator.group(1).charAt(0) == named.sign()) {
                    return named;
                }
            }
        }
        var best = Delimiter.SEMICOLON;
        var most = Evidence.NONE;
        for (var delimiter : Delimiter.values()) {
            var evidence = Evidence.of(lead(start, delimiter, limits), names);
            if (evidence.isMoreThan(most)) {
                most = evidence;
                best = delimiter;
            }
        }
        return best;
    }

    private static List<Row> lead(String start, Delimiter delimiter, SheetLimits limits) {
        List<Row> lead = new ArrayList<>();
        try (var rows = new CsvRows(new StringReader(start), delimiter, limits)) {
            while (lead.size() < KnownNames.LEAD_ROWS && rows.hasNext()) {
                lead.add(rows.next());
            }
        } catch (RefusedFile e) {
            // Only a guess: the rows before the odd one are evidence enough.
            return lead;
        }
        return lead;
    }

    /// How well a delimiter explains the first rows.
    private record Evidence(int namedFields, int evenRows, int columns) {

        static final Evidence NONE = new Evidence(0, 0, 1);

        static Evidence of(List<Row> lead, KnownNames names) {
            var hits = 0;
            var rowsByWidth = new HashMap<Integer, Integer>();
            for (var row : lead) {
                hits = Math.max(hits, names.hits(row));
                rowsByWidth.merge(row.cells().size(), 1, Integer::sum);
            }
            var evenRows = 0;
            var columns = 1;
            for (var width : rowsByWidth.entrySet()) {
                if (width.getKey() > 1 && width.getValue() > evenRows) {
                    evenRows = width.getValue();
                    columns = width.getKey();
                }
            }
            return new Evidence(hits, evenRows, columns);
        }

        boolean isMoreThan(Evidence other) {
            if (namedFields != other.namedFields) {
                return namedFields > other.namedFields;
            }
            return evenRows != other.evenRows ? evenRows > other.evenRows : columns > other.columns;
        }
    }

    @Override
    public RawRows open() {
        var from = encoding.markLength();
        var bytes = new ByteArrayInputStream(file, from, file.length - from);
        return new CsvRows(new InputStreamReader(bytes, encoding.charset()), delimiter, limits);
    }

    private static final class CsvRows implements RawRows {

        private final CloseableIterator<List<String>> records;
        private final Cells cells;
        private @Nullable Row upcoming;

        CsvRows(Reader text, Delimiter delimiter, SheetLimits limits) {
            cells = new Cells(delimiter.sign(), limits);
            records =
                    CsvReader.builder()
                            .fieldSeparator(delimiter.sign())
                            .skipEmptyLines(false)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .trimWhitespacesAroundQuotes(true)
                            .allowUnclosedQuote(false)
                            .maxBufferSize(BUFFER)
                            .build(cells, text)
                            .iterator();
        }

        @Override
        public boolean hasNext() {
            try {
                while (upcoming == null && records.hasNext()) {
                    var row = new Row(cells.number, records.next());
                    if (!row.isBlank()) {
                        upcoming = row;
                    }
                }
            } catch (CsvParseException e) {
                if (e.getCause() instanceof RefusedFile refused) {
                    throw refused;
                }
                throw new RefusedFile(Reason.WRONG_QUOTES, cells.number);
            }
            return upcoming != null;
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
        public void close() {
            try {
                records.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Takes the cells from the parser one by one, so that a limit stops the reading at once.
    private static final class Cells extends AbstractBaseCsvCallbackHandler<List<String>> {

        private final char delimiter;
        private final SheetLimits limits;
        private List<String> cells = List.of();
        private int number;
        private int widest;

        Cells(char delimiter, SheetLimits limits) {
            this.delimiter = delimiter;
            this.limits = limits;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            number++;
            cells = new ArrayList<>(widest);
        }

        @Override
        protected void handleField(
                int index, char[] buffer, int offset, int length, boolean quoted) {
            if (quoted && hasSwallowedRows(buffer, offset, length)) {
                throw new RefusedFile(Reason.WRONG_QUOTES, number);
            }
            if (length > limits.cellLength()) {
                throw new RefusedFile(Reason.CELL_TOO_LONG, number, limits.cellLength());
            }
            var text = CellText.clean(new String(buffer, offset, length));
            if (index < limits.columns()) {
                cells.add(text);
            } else if (!text.isEmpty()) {
                throw new RefusedFile(Reason.TOO_MANY_COLUMNS, number, limits.columns());
            }
        }

        /// A lost closing mark makes the cell run on until some later mark: it then holds whole
        /// rows. Reading it would lose them without a word.
        private boolean hasSwallowedRows(char[] buffer, int offset, int length) {
            if (widest < 3) {
                return false;
            }
            var delimiters = 0;
            var lines = 0;
            for (var place = offset; place < offset + length; place++) {
                if (buffer[place] == '\n' || buffer[place] == '\r') {
                    lines++;
                    delimiters = 0;
                } else if (buffer[place] == delimiter && ++delimiters >= widest - 1 && lines > 0) {
                    return true;
                }
            }
            return false;
        }

        @Override
        protected List<String> buildRecord() {
            widest = Math.max(widest, cells.size());
            return cells;
        }
    }
}
