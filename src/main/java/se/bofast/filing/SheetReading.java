package se.bofast.filing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import se.bofast.filing.Refusal.Reason;

/// Finds out what a received file is and opens it as a [Sheet].
///
/// The whole file is looked through once, so that a sheet given back can be read to its end.
public final class SheetReading {

    /// What became of a file.
    public sealed interface Opening {
        record Opened(Sheet sheet) implements Opening {}

        record Refused(Refusal refusal) implements Opening {}
    }

    private final SheetLimits limits;

    public SheetReading(SheetLimits limits) {
        this.limits = limits;
    }

    /// Reads the stream to its end, but not past the largest size.
    ///
    /// @throws IOException where the stream cannot be read
    public Opening open(InputStream file, List<Field> fields) throws IOException {
        return open(file.readNBytes(limits.bytes() + 1), fields);
    }

    /// Opens a file held in memory.
    ///
    /// @param file not copied; leave it unchanged for as long as the sheet is used
    /// @param fields whose synonyms tell the header row from title lines above it
    public Opening open(byte[] file, List<Field> fields) {
        try {
            if (file.length > limits.bytes()) {
                throw new RefusedFile(Reason.TOO_LARGE, limits.bytes() / 1_000_000);
            }
            var names = new KnownNames(fields);
            return new Opening.Opened(
                    switch (FileKind.of(file)) {
                        case TEXT -> text(file, names);
                        case PACKAGE -> workbook(file, names);
                    });
        } catch (RefusedFile e) {
            return new Opening.Refused(e.refusal());
        }
    }

    private Sheet text(byte[] file, KnownNames names) {
        var csv = CsvFile.of(file, names, limits);
        var header = HeaderRow.in(lead(csv), names);
        var survey = Survey.of(csv, header, limits);
        return survey.sheet(csv.form(), header.cells().size());
    }

    private Sheet workbook(byte[] file, KnownNames names) {
        return XlsxFile.open(file, names, limits);
    }

    static List<Row> lead(RowSource source) {
        List<Row> lead = new ArrayList<>();
        try (var rows = source.open()) {
            while (lead.size() < KnownNames.LEAD_ROWS && rows.hasNext()) {
                lead.add(rows.next());
            }
        }
        return lead;
    }
}
