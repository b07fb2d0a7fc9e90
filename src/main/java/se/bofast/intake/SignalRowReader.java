package se.bofast.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.filing.CellReading;
import se.bofast.filing.Field;
import se.bofast.filing.MappedRow;
import se.bofast.filing.RowReader;
import se.bofast.filing.RowResult;

/// Reads one row of a list of signals: who, where, and what the notice states.
final class SignalRowReader implements RowReader<SignalLine> {

    /// A column that states a fact, for one kind of list.
    ///
    /// @param past true if the day must have come
    record Stating(String column, FactKind fact, boolean past) {}

    /// Senders write the flat and the town after the street: `Storgatan 1, lgh 1203, 113 31 Orten`.
    private static final Pattern TOWN =
            Pattern.compile("^(.*?)[,;]?\\s+(?:SE-?)?(\\d{3} ?\\d{2})\\s+(\\p{L}[\\p{L} -]*)$");

    private static final Pattern FLAT =
            Pattern.compile(
                    "^(.*?)[,;]?\\s+(?:lgh|lght|lägenhet)\\.?(?:nr)?\\s*\\.?\\s*(\\d[\\w-]*)$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<SignalKind> kinds;
    private final List<Field> fields;
    private final List<Stating> stating;
    private final Optional<ThreatReason> usualReason;

    /// @param kinds the one the list is about; several where a column says which
    SignalRowReader(
            List<SignalKind> kinds,
            List<Field> fields,
            List<Stating> stating,
            Optional<ThreatReason> usualReason) {
        this.kinds = kinds;
        this.fields = fields;
        this.stating = stating;
        this.usualReason = usualReason;
    }

    @Override
    public List<Field> fields() {
        return fields;
    }

    @Override
    public RowResult<SignalLine> read(MappedRow row, LocalDate today) {
        var cells = new CellReading(row, today);
        var kind =
                kinds.size() == 1
                        ? Optional.of(kinds.getFirst())
                        : cells.choice(SignalColumns.STATUS, SignalColumns.ENDS);
        var written = written(cells, today);
        var place = place(cells);
        var reference = cells.text(SignalColumns.REFERENCE, 100);
        var isEnd = kind.filter(k -> !k.isThreat()).isPresent();
        if (written.name() == null
                && written.number() == null
                && place.street() == null
                && !(isEnd && reference.isPresent())) {
            cells.fault(SignalColumns.NAME, "intake.row.who.missing");
        }
        var children = cells.wholeNumber(SignalColumns.CHILDREN, 0, 20);
        var reason = cells.choice(SignalColumns.REASON, SignalColumns.REASONS);
        var landlord = cells.text(SignalColumns.LANDLORD, 200);
        var note = cells.text(SignalColumns.NOTE, 2000);
        var issuedOn = come(cells, SignalColumns.ISSUED, today);
        var receivedOn = come(cells, SignalColumns.RECEIVED, today);
        var facts = facts(cells, kind, today);
        return cells.result(() ->
                new SignalLine(
                        kind.orElseThrow(),
                        written,
                        place,
                        children.orElse(null),
                        isEnd ? null : reason.or(() -> usualReason).orElse(null),
                        landlord.orElse(null),
                        reference.orElse(null),
                        note.orElse(null),
                        issuedOn.orElse(null),
                        receivedOn.orElse(null),
                        facts));
    }

    private static NewSignal.Written written(CellReading cells, LocalDate today) {
        var whole = cells.text(SignalColumns.NAME, 200);
        var given = cells.text(SignalColumns.GIVEN, 100);
        var family = cells.text(SignalColumns.FAMILY, 100);
        var name =
                whole.or(() ->
                        family.map(f -> given.map(g -> f + ", " + g).orElse(f)).or(() -> given));
        var number = cells.identityNumber(SignalColumns.NUMBER);
        var birthOn = come(cells, SignalColumns.BIRTH, today);
        if (number.isPresent() && name.isEmpty() && cells.isGood()) {
            cells.fault(SignalColumns.NUMBER, "intake.row.name.missing");
        }
        return new NewSignal.Written(
                name.orElse(null),
                number.orElse(null),
                birthOn.orElse(null),
                cells.text(SignalColumns.PHONE, 40).orElse(null));
    }

    private static NewSignal.Place place(CellReading cells) {
        var street = cells.text(SignalColumns.STREET, 200).orElse(null);
        var apartment = cells.text(SignalColumns.APARTMENT, 20).orElse(null);
        var postalCode = cells.text(SignalColumns.POSTAL_CODE, 10).orElse(null);
        var city = cells.text(SignalColumns.CITY, 80).orElse(null);
        if (street != null) {
            var town = TOWN.matcher(street);
            if (town.matches() && !town.group(1).isBlank()) {
                street = town.group(1).strip();
                postalCode = postalCode == null ? town.group(2) : postalCode;
                city = city == null ? town.group(3).strip() : city;
            }
            var flat = FLAT.matcher(street);
            if (flat.matches() && !flat.group(1).isBlank()) {
                street = flat.group(1).strip();
                apartment = apartment == null ? flat.group(2) : apartment;
            }
        }
        return new NewSignal.Place(
                street,
                apartment,
                postalCode == null ? null : postalCode.replaceAll("\\s", ""),
                city,
                cells.wholeNumber(SignalColumns.ROOMS, 1, 30).orElse(null));
    }

    /// A day that must have come.
    private static Optional<LocalDate> come(CellReading cells, String column, LocalDate today) {
        var day = cells.date(column);
        if (day.filter(d -> d.isAfter(today)).isPresent()) {
            cells.fault(column, "intake.row.dayAhead");
            return Optional.empty();
        }
        return day;
    }

    private List<Fact> facts(CellReading cells, Optional<SignalKind> kind, LocalDate today) {
        var facts = new ArrayList<Fact>();
        for (var state : stating) {
            switch (state.fact().type()) {
                case DATE -> {
                    var day =
                            state.past()
                                    ? come(cells, state.column(), today)
                                    : cells.date(state.column());
                    day.ifPresent(d -> {
                        if (d.isBefore(Fact.EARLIEST) || d.isAfter(Fact.LATEST)) {
                            cells.fault(state.column(), "intake.form.dayOutside");
                        } else {
                            facts.add(Fact.on(state.fact(), d));
                        }
                    });
                }
                case MONEY ->
                        cells.money(state.column())
                                .ifPresent(amount -> {
                                    if (amount.isPositive()) {
                                        facts.add(Fact.amount(state.fact(), amount));
                                    } else {
                                        cells.fault(state.column(), "intake.form.amountPositive");
                                    }
                                });
                case YES_NO ->
                        cells.yesNo(state.column())
                                .ifPresent(yes -> facts.add(Fact.yesNo(state.fact(), yes)));
                case NUMBER, CODE -> throw new IllegalStateException("no list states such a fact");
            }
        }
        if (kinds.size() > 1) {
            come(cells, SignalColumns.SETTLED, today)
                    .ifPresent(day ->
                            kind.ifPresent(k ->
                                    facts.add(
                                            Fact.on(
                                                    k == SignalKind.SETTLED
                                                            ? FactKind.RENT_PAID_ON
                                                            : FactKind.WITHDRAWN_ON,
                                                    day))));
        }
        return List.copyOf(facts);
    }
}
