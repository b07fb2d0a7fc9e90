package se.bofast.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import se.bofast.filing.SheetReading.Opening;

/// A landlord's weekly list of arrears, and what a room would want to know of it.
final class Lists {

    static final Field NUMBER =
            new Field("number", "x.number", false, List.of("Personnummer", "Person-/orgnr"));
    static final Field NAME =
            new Field("name", "x.name", true, List.of("Hyresgäst", "Namn", "Gäldenär"));
    static final Field ADDRESS =
            new Field("address", "x.address", false, List.of("Adress", "Objekt", "Gatuadress"));
    static final Field APARTMENT =
            new Field("apartment", "x.apartment", false, List.of("Lägenhetsnummer", "Lgh"));
    static final Field AMOUNT =
            new Field("amount", "x.amount", true, List.of("Belopp", "Skuld", "Restbelopp"));
    static final Field DUE =
            new Field("due", "x.due", false, List.of("Förfallodag", "Förfallodatum"));
    static final Field SERVED =
            new Field("served", "x.served", false, List.of("Delgivningsdatum", "Delgiven"));
    static final Field CASE = new Field("case", "x.case", false, List.of("Målnummer"));
    static final Field REASON = new Field("reason", "x.reason", false, List.of("Orsak"));
    static final List<Field> FIELDS =
            List.of(NUMBER, NAME, ADDRESS, APARTMENT, AMOUNT, DUE, SERVED, CASE, REASON);

    private Lists() {}

    static byte[] sample(String name) {
        try (var file = Lists.class.getResourceAsStream("/filing/" + name)) {
            return java.util.Objects.requireNonNull(file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Opening open(byte[] file) {
        return new SheetReading(SheetLimits.USUAL).open(file, FIELDS);
    }

    static Sheet sheet(byte[] file) {
        var opening = open(file);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).sheet();
    }

    static Refusal refusal(byte[] file) {
        return refusal(file, SheetLimits.USUAL);
    }

    static Refusal refusal(byte[] file, SheetLimits limits) {
        var opening = new SheetReading(limits).open(file, FIELDS);
        assertThat(opening).isInstanceOf(Opening.Refused.class);
        return ((Opening.Refused) opening).refusal();
    }

    static List<Row> rows(Sheet sheet) {
        List<Row> all = new ArrayList<>();
        try (var rows = sheet.rows()) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    static List<List<String>> cells(Sheet sheet) {
        return rows(sheet).stream().map(Row::cells).toList();
    }
}
