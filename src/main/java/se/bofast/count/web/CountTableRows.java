package se.bofast.count.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.bofast.count.CountResults;
import se.bofast.count.CountRound;
import se.bofast.count.CountSplit;
import se.bofast.count.CountTable;
import se.bofast.count.Definition;
import se.bofast.count.Verdict;
import se.bofast.page.Words;

/// A count in words: for each split a table with a column a definition.
///
/// @param rows each with as many cells as there are definitions
public record CountTableRows(String title, List<Row> rows) {

    public CountTableRows {
        rows = List.copyOf(rows);
    }

    public record Row(String name, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// People with the same answers: a cell a definition, how many, and where they are listed for
    /// who may see them.
    public record Beside(List<String> cells, String people, String cases) {

        public Beside {
            cells = List.copyOf(cells);
        }
    }

    /// A move from step to step, and where those who made it are listed.
    public record Move(String from, String to, String way, String people, String cases) {}

    /// Somebody behind a number.
    public record Behind(String person, String form, String sex, String age, List<String> cells) {

        public Behind {
            cells = List.copyOf(cells);
        }
    }

    private static final List<CountSplit> SHOWN =
            List.of(
                    CountSplit.SEX,
                    CountSplit.AGE,
                    CountSplit.HOUSEHOLD,
                    CountSplit.FORM,
                    CountSplit.YEARS);

    /// The splits under all three definitions at once.
    static List<CountTableRows> of(Words words, CountResults.Result result) {
        return SHOWN.stream()
                .map(split ->
                        new CountTableRows(
                                words.label(split),
                                result.table().codes(split).stream()
                                        .map(code ->
                                                new Row(
                                                        name(words, split, code, result.forms()),
                                                        cells(words, result.table(), split, code)))
                                        .toList()))
                .toList();
    }

    /// Everybody, and their children.
    static CountTableRows totals(Words words, CountTable table) {
        return new CountTableRows(
                words.t("count.round.people"),
                List.of(
                        new Row(
                                words.t("count.round.people"),
                                cells(words, table, CountSplit.TOTAL, "ALL")),
                        new Row(
                                words.label(CountSplit.CHILDREN),
                                cells(words, table, CountSplit.CHILDREN, "ALL"))));
    }

    /// The categories of a definition, by sex: women, men, not said, all.
    static CountTableRows categories(Words words, CountTable table, Definition definition) {
        return new CountTableRows(
                words.label(definition),
                table.codes(CountSplit.CATEGORY).stream()
                        .filter(code ->
                                table.cells()
                                        .containsKey(
                                                new CountTable.Key(
                                                        definition, CountSplit.CATEGORY, code)))
                        .map(code -> {
                            var cells =
                                    new java.util.ArrayList<>(
                                            Arrays.stream(CountSplit.Sex.values())
                                                    .map(sex ->
                                                            cell(
                                                                    words,
                                                                    table.cell(
                                                                            definition,
                                                                            CountSplit
                                                                                    .SEX_AND_CATEGORY,
                                                                            sex.name()
                                                                                    + "|"
                                                                                    + code)))
                                                    .toList());
                            cells.add(
                                    cell(words, table.cell(definition, CountSplit.CATEGORY, code)));
                            return new Row(category(words, definition, code), cells);
                        })
                        .toList());
    }

    /// What the change since the round before is made of; a row each, a cell a definition.
    static List<Row> changes(Words words, CountRound round, List<CountResults.Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        var before = changes.getFirst().before();
        var rows = new java.util.ArrayList<Row>();
        rows.add(
                change(
                        words,
                        words.t("count.change.then", before.name()),
                        changes,
                        CountResults.Change::then));
        rows.add(
                change(
                        words,
                        words.t("count.change.stayed"),
                        changes,
                        CountResults.Change::stayed));
        rows.add(
                change(
                        words,
                        words.t("count.change.arrived"),
                        changes,
                        CountResults.Change::arrived));
        rows.add(
                change(
                        words,
                        words.t("count.change.unreported"),
                        changes,
                        CountResults.Change::unreported));
        rows.add(
                change(
                        words,
                        words.t("count.change.population"),
                        changes,
                        CountResults.Change::otherPopulation));
        rows.add(
                change(
                        words,
                        words.t("count.change.unknown"),
                        changes,
                        CountResults.Change::unknown));
        rows.add(change(words, words.t("count.change.gone"), changes, CountResults.Change::gone));
        rows.add(change(words, words.t("count.change.now"), changes, CountResults.Change::now));
        rows.add(rate(words, words.t("count.change.rateThen"), before));
        rows.add(rate(words, words.t("count.change.rateNow"), round));
        return rows;
    }

    private static Row change(
            Words words,
            String name,
            List<CountResults.Change> changes,
            Function<CountResults.Change, @Nullable Integer> part) {
        return new Row(
                name,
                changes.stream()
                        .map(change -> {
                            var number = part.apply(change);
                            return number == null
                                    ? words.t("count.round.hidden")
                                    : words.number(number);
                        })
                        .toList());
    }

    private static Row rate(Words words, String name, CountRound round) {
        return new Row(
                name,
                java.util.Collections.nCopies(
                        Definition.values().length, words.share(round.done(), round.units())));
    }

    private static List<String> cells(
            Words words, CountTable table, CountSplit split, String code) {
        return Arrays.stream(Definition.values())
                .map(definition -> cell(words, table.cell(definition, split, code)))
                .toList();
    }

    static String cell(Words words, CountTable.Cell cell) {
        if (cell.hidden()) {
            return words.t("count.round.hidden");
        }
        return cell.most() > cell.people()
                ? words.t(
                        "count.round.interval",
                        words.number(cell.people()),
                        words.number(cell.most()))
                : words.number(cell.people());
    }

    private static String name(
            Words words, CountSplit split, String code, Map<UUID, String> forms) {
        return switch (split) {
            case SEX -> words.label(CountSplit.Sex.valueOf(code));
            case AGE -> words.label(CountSplit.AgeGroup.valueOf(code));
            case HOUSEHOLD -> words.label(CountSplit.Family.valueOf(code));
            case YEARS -> words.label(CountSplit.Years.valueOf(code));
            case FORM ->
                    code.equals("UNKNOWN")
                            ? words.t("count.round.noForm")
                            : forms.getOrDefault(
                                    UUID.fromString(code), words.t("count.round.noForm"));
            case TOTAL, CATEGORY, SEX_AND_CATEGORY, CHILDREN -> code;
        };
    }

    /// `Akut`, or why the person is in none.
    static String verdict(Words words, Definition definition, Verdict verdict) {
        var category = verdict.category();
        return category == null
                ? words.t("count.round.out", words.label(verdict.why()))
                : category(words, definition, category);
    }

    static String category(Words words, Definition definition, String code) {
        return switch (definition) {
            case CITY ->
                    code.equals("ACUTE")
                            ? words.t("count.category.acute")
                            : words.t("count.category.longerTerm");
            case NATIONAL ->
                    switch (code) {
                        case "1" -> words.t("count.category.national1");
                        case "2" -> words.t("count.category.national2");
                        case "3" -> words.t("count.category.national3");
                        default -> words.t("count.category.national4");
                    };
            case ETHOS_LIGHT ->
                    switch (code) {
                        case "1.1" -> words.t("count.category.ethos1");
                        case "2.2" -> words.t("count.category.ethos2");
                        case "3.3" -> words.t("count.category.ethos3");
                        case "3.4" -> words.t("count.category.ethos4");
                        case "3.5" -> words.t("count.category.ethos5");
                        case "3.6" -> words.t("count.category.ethos6");
                        case "4.7" -> words.t("count.category.ethos7");
                        case "4.8" -> words.t("count.category.ethos8");
                        case "6.12" -> words.t("count.category.ethos12");
                        default -> words.t("count.category.ethos9", code);
                    };
        };
    }
}
