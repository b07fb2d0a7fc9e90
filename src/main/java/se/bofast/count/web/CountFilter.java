package se.bofast.count.web;

import java.time.LocalDate;
import java.util.List;
import se.bofast.count.CountWords;
import se.bofast.count.Grouping;
import se.bofast.count.Selection;
import se.bofast.page.Address;
import se.bofast.page.Form;

/// What the address says is to be counted.
///
/// @param compare true to show the same period a year earlier beside
/// @param split the table that is open
record CountFilter(Preset preset, Selection selection, boolean compare, Grouping split) {

    /// Periods one asks for by name.
    enum Preset {
        THIS_YEAR,
        LAST_YEAR,
        THIS_MONTH,
        LAST_MONTH,
        FREE
    }

    private static final List<String> PARAMETERS =
            List.of("period", "from", "to", "unit", "landlord", "reason", "source", "compare");

    /// Reads the form; what cannot be read becomes an error in it, and this year is counted.
    static CountFilter read(Form form, LocalDate today) {
        var from = form.date("from", today);
        var to = form.date("to", today);
        var preset =
                form.choice("period", Preset.class)
                        .orElse(
                                from.isPresent() || to.isPresent()
                                        ? Preset.FREE
                                        : Preset.THIS_YEAR);
        var firstOfYear = today.withDayOfYear(1);
        var firstOfMonth = today.withDayOfMonth(1);
        var start =
                switch (preset) {
                    case THIS_YEAR -> firstOfYear;
                    case LAST_YEAR -> firstOfYear.minusYears(1);
                    case THIS_MONTH -> firstOfMonth;
                    case LAST_MONTH -> firstOfMonth.minusMonths(1);
                    case FREE -> from.orElse(firstOfYear);
                };
        var end =
                switch (preset) {
                    case THIS_YEAR, THIS_MONTH -> today;
                    case LAST_YEAR -> firstOfYear.minusDays(1);
                    case LAST_MONTH -> firstOfMonth.minusDays(1);
                    case FREE -> to.orElse(today);
                };
        if (end.isBefore(start)) {
            form.error("to", "count.filter.order");
            start = firstOfYear;
            end = today;
        } else if (start.plusYears(20).isBefore(end)) {
            form.error("from", "count.filter.long");
            start = firstOfYear;
            end = today;
        }
        return new CountFilter(
                preset,
                new Selection(
                        start,
                        end,
                        form.uuid("unit").orElse(null),
                        form.uuid("landlord").orElse(null),
                        form.text("reason", 40).filter(CountWords.REASONS::contains).orElse(null),
                        form.text("source", 40).filter(CountWords.SOURCES::contains).orElse(null)),
                form.check("compare"),
                form.choice("split", Grouping.class).orElse(Grouping.REASON));
    }

    boolean isNarrow() {
        return preset != Preset.THIS_YEAR
                || selection.unit() != null
                || selection.landlord() != null
                || selection.reason() != null
                || selection.source() != null;
    }

    /// The path with the same filter.
    static Address address(String path, Form form) {
        var address = Address.of(path);
        for (var name : PARAMETERS) {
            var value = form.value(name);
            address = value.isBlank() ? address : address.with(name, value);
        }
        return address;
    }
}
