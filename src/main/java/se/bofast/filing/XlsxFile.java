package se.bofast.filing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.filing.Refusal.Reason;

/// Chooses the sheet of a workbook that is the list: the first visible one whose columns are known,
/// else the first visible one with rows.
final class XlsxFile {

    /// A sheet with rows, and its first ones.
    private record Candidate(XlsxBook.Part part, List<Row> lead) {}

    private static final int MOST_SHEETS = 50;

    private final SheetLimits limits;
    private final KnownNames names;
    private final List<Candidate> candidates = new ArrayList<>();
    private @Nullable RefusedFile refusal;

    private XlsxFile(KnownNames names, SheetLimits limits) {
        this.names = names;
        this.limits = limits;
    }

    static Sheet open(byte[] file, KnownNames names, SheetLimits limits) {
        var choice = new XlsxFile(names, limits);
        return XlsxPackage.orBroken(() -> {
            try (var book = XlsxBook.open(file, limits)) {
                book.sheets().stream()
                        .filter(XlsxBook.Part::visible)
                        .limit(MOST_SHEETS)
                        .forEach(part -> choice.look(book, part));
            }
            return choice.sheet(file);
        });
    }

    private void look(XlsxBook book, XlsxBook.Part part) {
        try {
            var lead = SheetReading.lead(() -> book.rows(part));
            if (!lead.isEmpty()) {
                candidates.add(new Candidate(part, lead));
            }
        } catch (RefusedFile e) {
            // Another sheet may still be the list; the refusal counts if none is.
            refusal = refusal == null ? e : refusal;
        }
    }

    private Sheet sheet(byte[] file) {
        var known =
                candidates.stream()
                        .filter(candidate -> names.namedHeader(candidate.lead()).isPresent())
                        .findFirst();
        if (known.isEmpty() && refusal != null) {
            throw refusal;
        }
        var list =
                known.or(() -> candidates.stream().findFirst())
                        .orElseThrow(() -> new RefusedFile(Reason.EMPTY_FILE));
        var header = HeaderRow.in(list.lead(), names);
        var survey = Survey.of(XlsxBook.source(file, list.part(), limits), header, limits);
        var others =
                candidates.stream()
                        .filter(candidate -> !candidate.equals(list))
                        .map(candidate -> candidate.part().name())
                        .toList();
        var form = new Understood.Form.Xlsx(list.part().name(), survey.hiddenRows(), others);
        return survey.sheet(form, Math.max(header.cells().size(), survey.used().length()));
    }
}
