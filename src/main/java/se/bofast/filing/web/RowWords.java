package se.bofast.filing.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.filing.ColumnMapping;
import se.bofast.filing.ImportKind;
import se.bofast.filing.Outlook;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.RowError;
import se.bofast.filing.Understood;
import se.bofast.filing.UploadRow;
import se.bofast.kernel.EmployeeId;
import se.bofast.page.Choice;
import se.bofast.page.Column;
import se.bofast.page.Fact;
import se.bofast.page.Frame;
import se.bofast.page.Words;

/// How lists and their rows are put in words.
public final class RowWords {

    private RowWords() {}

    /// What is wrong and what to do.
    public static String sentence(Words words, RowError error) {
        return words.t(error.messageKey(), error.arguments().toArray());
    }

    /// The columns that are read.
    public static List<ColumnMapping.Column> read(ReadingUploads.View view) {
        return view.mapping().columns().stream()
                .filter(column ->
                        column.fit() == ColumnMapping.Fit.EXACT
                                || column.fit() == ColumnMapping.Fit.CHOSEN)
                .toList();
    }

    /// Names of the columns that are not read, with text in their heading.
    public static List<String> leftOut(ReadingUploads.View view) {
        return view.mapping().leftOut().stream()
                .map(ColumnMapping.Column::header)
                .filter(header -> !header.isEmpty())
                .toList();
    }

    public static String cell(UploadRow row, ColumnMapping.Column column) {
        var cells = row.row().cells();
        return column.index() < cells.size() ? cells.get(column.index()) : "";
    }

    public static List<Choice> senders(List<ImportKind.Sender> senders) {
        return senders.stream().map(sender -> Choice.of(sender.key(), sender.name())).toList();
    }

    public static List<Choice> fields(Words words, ImportKind<?> kind) {
        return kind.reader().fields().stream()
                .map(field ->
                        Choice.of(
                                field.code(),
                                field.required()
                                        ? words.t(
                                                "filing.columns.required",
                                                words.t(field.labelKey()))
                                        : words.t(field.labelKey())))
                .toList();
    }

    /// How the file was read: encoding and delimiter, or sheet.
    public static String form(Words words, @Nullable Understood understood) {
        if (understood == null) {
            return "";
        }
        return switch (understood.form()) {
            case Understood.Form.Csv(var encoding, var delimiter) ->
                    words.t("filing.import.csv", words.label(encoding), words.label(delimiter));
            case Understood.Form.Xlsx(var sheet, var hidden, var others) ->
                    words.t("filing.import.xlsx", sheet);
        };
    }

    /// What the row would come to, in the words of its kind of list.
    public static String outlook(Words words, ImportKind<?> kind, Outlook outlook) {
        var key = kind.outlookKey(outlook);
        return key == null ? words.label(outlook) : words.t(key);
    }

    public static String tone(@Nullable Outlook outlook) {
        if (outlook == null) {
            return "neutral";
        }
        return switch (outlook) {
            case KNOWN, NEW -> "success";
            case ASKED -> "warning";
            case NOBODY -> "info";
            case REPEATED -> "neutral";
        };
    }

    /// The text a notice has for the sheet's hidden rows and the sheets not read; empty for none.
    public static List<String> cautions(Words words, @Nullable Understood understood) {
        if (understood == null
                || !(understood.form()
                        instanceof Understood.Form.Xlsx(var sheet, var hidden, var others))) {
            return List.of();
        }
        var cautions = new ArrayList<String>();
        if (hidden > 0) {
            cautions.add(words.t("filing.import.hiddenRows", hidden));
        }
        if (!others.isEmpty()) {
            cautions.add(words.t("filing.import.otherSheets", String.join(", ", others)));
        }
        return cautions;
    }

    /// What stands above the rows: who sent it, when, which file, and what was done with it.
    public static List<Fact> facts(Frame frame, ReadingUploads.View view) {
        var words = frame.words();
        var upload = view.upload();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(words.t("filing.import.from"), upload.sender().name()));
        facts.add(
                Fact.of(
                        words.t("filing.import.received"),
                        when(frame, view, upload.receivedAt(), upload.receivedBy())));
        facts.add(
                Fact.of(
                        words.t("filing.import.file"),
                        upload.understood() == null
                                ? upload.fileName()
                                : words.t(
                                        "filing.import.fileAnd",
                                        upload.fileName(),
                                        form(words, upload.understood()))));
        if (upload.acceptedAt() != null) {
            facts.add(
                    Fact.of(
                            words.t("filing.import.acceptedAt"),
                            when(frame, view, upload.acceptedAt(), upload.acceptedBy())));
        }
        if (upload.undoneAt() != null) {
            facts.add(
                    Fact.of(
                            words.t("filing.import.undoneAt"),
                            when(frame, view, upload.undoneAt(), upload.undoneBy())));
            if (upload.undoReason() != null) {
                facts.add(Fact.of(words.t("filing.undo.reason"), upload.undoReason()));
            }
        }
        return facts;
    }

    private static String when(
            Frame frame, ReadingUploads.View view, Instant at, @Nullable EmployeeId who) {
        var moment = frame.words().moment(at, frame.today());
        var name = who == null ? null : view.names().get(who);
        return name == null ? moment : moment + ", " + name;
    }

    /// Headings of the table of good rows.
    public static List<Column> columns(Words words, ReadingUploads.View view, boolean choosing) {
        var columns = new ArrayList<Column>();
        if (choosing) {
            columns.add(Column.text(words.t("filing.rows.take")));
        }
        columns.add(Column.number(words.t("filing.rows.row")));
        columns.add(Column.text(words.t("filing.rows.outlook")));
        read(view).forEach(column -> columns.add(Column.text(column.header())));
        return columns;
    }
}
