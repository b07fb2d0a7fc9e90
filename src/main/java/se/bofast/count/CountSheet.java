package se.bofast.count;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.bofast.filing.SheetCell;
import se.bofast.filing.SheetWriting;
import se.bofast.page.Words;

/// Counted figures as a file: one row a figure and group, each with the version of its definition.
public final class CountSheet {

    private CountSheet() {}

    /// @return CSV as Swedish Excel opens it
    public static byte[] csv(Counted counted, Words words) {
        var out = new ByteArrayOutputStream();
        try {
            SheetWriting.csv(header(words), rows(counted, words), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// @return a workbook with one sheet
    public static byte[] xlsx(Counted counted, Words words) {
        var out = new ByteArrayOutputStream();
        try {
            SheetWriting.xlsx(words.t("count.menu"), header(words), rows(counted, words), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> header(Words words) {
        return List.of(
                words.t("count.file.from"),
                words.t("count.file.to"),
                words.t("count.file.split"),
                words.t("count.file.group"),
                words.t("count.file.figure"),
                words.t("count.file.key"),
                words.t("count.file.version"),
                words.t("count.file.number"),
                words.t("count.file.whole"),
                words.t("count.file.share"),
                words.t("count.file.note"));
    }

    private static Stream<List<SheetCell>> rows(Counted counted, Words words) {
        var rows = new ArrayList<List<SheetCell>>();
        for (var figure : counted.figures()) {
            rows.add(row(counted, words, "", "", figure, counted.value(figure)));
        }
        for (var grouping : Grouping.values()) {
            for (var line : counted.by(grouping)) {
                for (var figure : counted.figures()) {
                    rows.add(
                            row(
                                    counted,
                                    words,
                                    words.label(grouping),
                                    CountWords.group(words, grouping, line),
                                    figure,
                                    line.value(figure)));
                }
            }
        }
        return rows.stream();
    }

    private static List<SheetCell> row(
            Counted counted, Words words, String split, String group, Figure figure, Value value) {
        var whole = value.whole();
        return List.of(
                new SheetCell.Day(counted.selection().from()),
                new SheetCell.Day(counted.selection().to()),
                new SheetCell.Text(split),
                new SheetCell.Text(group),
                new SheetCell.Text(words.t(figure.nameKey())),
                new SheetCell.Text(figure.key()),
                new SheetCell.Whole(figure.version()),
                value.hidden()
                        ? new SheetCell.Text(words.t("count.hidden"))
                        : figure.measure().isDays()
                                ? new SheetCell.Text(CountWords.number(words, figure, value))
                                : new SheetCell.Whole(value.part()),
                whole == null ? SheetCell.BLANK : new SheetCell.Whole(whole),
                whole == null || figure.measure().isDays()
                        ? SheetCell.BLANK
                        : new SheetCell.Share(value.part(), whole),
                new SheetCell.Text(value.hidden() ? words.t("count.hidden.why") : ""));
    }
}
