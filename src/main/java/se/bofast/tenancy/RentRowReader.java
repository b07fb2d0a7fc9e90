package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.List;
import se.bofast.filing.CellReading;
import se.bofast.filing.Field;
import se.bofast.filing.MappedRow;
import se.bofast.filing.RowReader;
import se.bofast.filing.RowResult;
import se.bofast.kernel.Money;

/// Reads one row of a list of rent payments.
final class RentRowReader implements RowReader<RentLine> {

    private static final String APARTMENT = "apartment";
    private static final String DAY = "day";
    private static final String AMOUNT = "amount";
    private static final String REFERENCE = "reference";
    private static final Money MOST = Money.kronor(1_000_000);

    private static final List<Field> FIELDS =
            List.of(
                    new Field(
                            APARTMENT,
                            "tenancy.column.apartment",
                            true,
                            List.of(
                                    "Lägenhetsnummer",
                                    "Objektsnummer",
                                    "Objekt",
                                    "Lägenhet",
                                    "Nummer",
                                    "Apartment")),
                    new Field(
                            DAY,
                            "tenancy.column.day",
                            true,
                            List.of(
                                    "Betalningsdag",
                                    "Betaldatum",
                                    "Bokföringsdag",
                                    "Datum",
                                    "Dag",
                                    "Date")),
                    new Field(
                            AMOUNT,
                            "tenancy.column.amount",
                            true,
                            List.of("Belopp", "Betalt", "Inbetalt", "Summa", "Amount")),
                    new Field(
                            REFERENCE,
                            "tenancy.column.reference",
                            false,
                            List.of("Referens", "OCR", "Meddelande", "Avsändare", "Reference")));

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public RowResult<RentLine> read(MappedRow row, LocalDate today) {
        var cells = new CellReading(row, today);
        var apartment = cells.text(APARTMENT, 60);
        var day = cells.date(DAY);
        day.filter(on -> on.isAfter(today))
                .ifPresent(on -> cells.fault(DAY, "tenancy.error.ahead"));
        day.filter(on -> on.getYear() < 1990)
                .ifPresent(on -> cells.fault(DAY, "tenancy.error.dayOutside"));
        var amount = cells.money(AMOUNT);
        amount.filter(sum -> !sum.isPositive() || sum.compareTo(MOST) > 0)
                .ifPresent(sum -> cells.fault(AMOUNT, "tenancy.error.amountOutside"));
        var reference = cells.text(REFERENCE, 60);
        return cells.result(() ->
                new RentLine(
                        apartment.orElseThrow(),
                        row.columnName(APARTMENT),
                        day.orElseThrow(),
                        amount.orElseThrow(),
                        reference.orElse(null)));
    }
}
