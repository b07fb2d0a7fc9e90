package se.bofast.placement;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.bofast.filing.CellReading;
import se.bofast.filing.Field;
import se.bofast.filing.MappedRow;
import se.bofast.filing.RowReader;
import se.bofast.filing.RowResult;

/// Reads one row of a list of stays. Knows the board's forms by code and by name.
final class StayRowReader implements RowReader<StayLine> {

    private static final String NUMBER = "number";
    private static final String FORM = "form";
    private static final String PLACE = "place";
    private static final String START = "startOn";
    private static final String END = "endOn";
    private static final String EXPECTED = "expectedEndOn";
    private static final int MOST_PLACE = 120;

    private static final List<Field> FIELDS =
            List.of(
                    new Field(
                            NUMBER,
                            "placement.column.number",
                            true,
                            List.of(
                                    "Personnummer",
                                    "Personnr",
                                    "Pnr",
                                    "Samordningsnummer",
                                    "Personal number")),
                    new Field(
                            FORM,
                            "placement.column.form",
                            true,
                            List.of("Boendeform", "Form", "Boende", "Kod", "Housing form")),
                    new Field(
                            PLACE,
                            "placement.column.place",
                            false,
                            List.of("Plats", "Var", "Adress", "Boendets namn", "Place")),
                    new Field(
                            START,
                            "placement.column.startOn",
                            true,
                            List.of("Från", "Från och med", "Inflyttning", "Startdatum", "From")),
                    new Field(
                            END,
                            "placement.column.endOn",
                            false,
                            List.of("Till", "Till och med", "Utflyttning", "Slutdatum", "To")),
                    new Field(
                            EXPECTED,
                            "placement.column.expectedEndOn",
                            false,
                            List.of(
                                    "Beräknat slut",
                                    "Väntat slut",
                                    "Planerat slut",
                                    "Expected end")));

    private final Map<FormId, List<String>> words;
    private final Map<FormId, HousingForm> forms;

    StayRowReader(List<HousingForm> catalogue) {
        words = new LinkedHashMap<>();
        forms = new LinkedHashMap<>();
        for (var form : catalogue) {
            forms.put(form.id(), form);
            words.put(
                    form.id(),
                    Stream.of(
                                    form.nameSv(),
                                    form.code(),
                                    form.nameEn() == null ? "" : form.nameEn())
                            .filter(word -> !word.isEmpty())
                            .toList());
        }
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public RowResult<StayLine> read(MappedRow row, LocalDate today) {
        var cells = new CellReading(row, today);
        var number = cells.identityNumber(NUMBER);
        var form = cells.choice(FORM, words);
        var place = cells.text(PLACE, MOST_PLACE);
        var start = cells.date(START);
        var end = cells.date(END);
        var expected = cells.date(EXPECTED);
        start.filter(day -> day.isAfter(today))
                .ifPresent(day -> cells.fault(START, "placement.stay.beginsInTheFuture"));
        end.filter(day -> day.isAfter(today))
                .ifPresent(day -> cells.fault(END, "placement.stay.endsInTheFuture"));
        start.ifPresent(first -> {
            end.filter(last -> last.isBefore(first))
                    .ifPresent(last -> cells.fault(END, "placement.stay.endsBeforeItBegins"));
            expected.filter(last -> last.isBefore(first))
                    .ifPresent(
                            last -> cells.fault(EXPECTED, "placement.stay.expectedBeforeItBegins"));
            form.map(forms::get)
                    .filter(f -> !f.isUsedOn(first))
                    .ifPresent(f -> cells.fault(FORM, "placement.stay.formNotInUse"));
        });
        return cells.result(() ->
                new StayLine(
                        number.orElseThrow(),
                        form.orElseThrow(),
                        place.orElse(null),
                        start.orElseThrow(),
                        end.orElse(null),
                        expected.orElse(null),
                        row.columnName(NUMBER),
                        row.text(NUMBER),
                        row.columnName(START),
                        row.text(START)));
    }
}
