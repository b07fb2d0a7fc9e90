package se.bofast.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.bofast.kernel.AmountText;
import se.bofast.kernel.DateText;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.Money;

/// Reads the cells of one row and gathers what is wrong with them.
///
/// Each method gives nothing for an empty cell (an error only where the field is required) and for
/// a cell it cannot read (always an error). End with [#result].
public final class CellReading {

    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "x", "1", "sant", "true");
    private static final Set<String> NO = Set.of("nej", "n", "no", "0", "falskt", "false");

    /// Days from 30 December 1899, as a sheet keeps a date whose format was lost: 1950 to 2099.
    private static final Pattern SERIAL = Pattern.compile("[1-7]\\d{4}");

    private static final int FIRST_SERIAL = 18_264;
    private static final int LAST_SERIAL = 73_050;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern FORMULA_ERROR =
            Pattern.compile(
                    "#(?:REF!|REFERENS!|VALUE!|VÄRDEFEL!|N/A|SAKNAS!?|NAME\\?|NAMN\\?|NUM!|OGILTIGT!"
                            + "|DIV/0!|DIVISION/0!|NULL!|SKÄRNING!|SPILL!|CALC!|#+)");

    /// A sheet shows long numbers in this way and writes them so to CSV; the figures are lost.
    private static final Pattern SHORTENED =
            Pattern.compile("\\d([.,]\\d+)?E\\+?\\d+", Pattern.CASE_INSENSITIVE);

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}(?:[.,]0+)?");

    private final MappedRow row;
    private final LocalDate today;
    private final List<RowError> errors = new ArrayList<>();

    public CellReading(MappedRow row, LocalDate today) {
        this.row = row;
        this.today = today;
    }

    /// Any text of at most so many characters.
    public Optional<String> text(String field, int most) {
        return filled(field)
                .filter(text -> text.length() <= most || refuse(field, CellFault.TOO_LONG, most));
    }

    public Optional<LocalDate> date(String field) {
        return filled(field)
                .flatMap(text -> {
                    var day = DateText.read(text, today).or(() -> serial(text));
                    if (day.isEmpty()) {
                        refuse(field, CellFault.DATE);
                    }
                    return day;
                });
    }

    private static Optional<LocalDate> serial(String text) {
        return Optional.of(text)
                .filter(figures -> SERIAL.matcher(figures).matches())
                .map(Integer::parseInt)
                .filter(days -> days >= FIRST_SERIAL && days <= LAST_SERIAL)
                .map(SERIAL_ZERO::plusDays);
    }

    public Optional<Money> money(String field) {
        return filled(field)
                .flatMap(text -> {
                    AmountText.fault(text)
                            .ifPresent(fault ->
                                    refuse(
                                            field,
                                            switch (fault) {
                                                case SHAPE -> CellFault.AMOUNT;
                                                case AMBIGUOUS -> CellFault.AMOUNT_AMBIGUOUS;
                                                case PARTS_OF_ORE -> CellFault.AMOUNT_PARTS_OF_ORE;
                                            }));
                    return AmountText.read(text);
                });
    }

    /// Reads a personal or coordination number. A number kept as a number has lost its leading
    /// zeros (three of them from January to September 2000): seven to nine figures are filled up to
    /// ten, and the check digit tells whether that was right.
    public Optional<IdentityNumber> identityNumber(String field) {
        return filled(field)
                .flatMap(text -> {
                    var number = IdentityNumber.read(withZeros(text), today);
                    if (number.isEmpty()) {
                        refuse(field, identityFault(text));
                    }
                    return number;
                });
    }

    private static String withZeros(String text) {
        return text.matches("\\d{7,9}") ? "0".repeat(10 - text.length()) + text : text;
    }

    private CellFault identityFault(String text) {
        if (SHORTENED.matcher(text).matches()) {
            return CellFault.IDENTITY_SHORTENED;
        }
        return switch (IdentityNumber.fault(text, today).orElse(IdentityNumber.Fault.SHAPE)) {
            case SHAPE -> CellFault.IDENTITY_SHAPE;
            case DATE -> CellFault.IDENTITY_DATE;
            case FUTURE -> CellFault.IDENTITY_FUTURE;
            case CHECK_DIGIT -> CellFault.IDENTITY_CHECK_DIGIT;
            case ORGANISATION -> CellFault.IDENTITY_ORGANISATION;
            case TEMPORARY -> CellFault.IDENTITY_TEMPORARY;
        };
    }

    /// Ja, nej, x, 1, 0 and their likes.
    public Optional<Boolean> yesNo(String field) {
        return filled(field)
                .flatMap(text -> {
                    var word = text.toLowerCase(Locale.ROOT);
                    if (YES.contains(word)) {
                        return Optional.of(true);
                    }
                    if (!NO.contains(word)) {
                        refuse(field, CellFault.YES_NO);
                        return Optional.empty();
                    }
                    return Optional.of(false);
                });
    }

    /// A whole number between two others, both included.
    public Optional<Integer> wholeNumber(String field, int least, int most) {
        return filled(field)
                .flatMap(text -> {
                    var figures = text.replaceAll("[\\p{Z}\\s]", "");
                    if (!WHOLE.matcher(figures).matches()) {
                        refuse(field, CellFault.WHOLE_NUMBER);
                        return Optional.empty();
                    }
                    var number = Integer.parseInt(figures.replaceFirst("[.,].*", ""));
                    if (number < least || number > most) {
                        refuse(field, CellFault.WHOLE_NUMBER_RANGE, least, most);
                        return Optional.empty();
                    }
                    return Optional.of(number);
                });
    }

    /// One of the alternatives, by any of its words; case, å ä ö, spaces and signs do not matter.
    ///
    /// @param words the words of each alternative; the first is shown to who wrote another
    public <E> Optional<E> choice(String field, Map<E, List<String>> words) {
        return filled(field)
                .flatMap(text -> {
                    var written = HeaderText.normalised(text);
                    for (var alternative : words.entrySet()) {
                        for (var word : alternative.getValue()) {
                            if (HeaderText.normalised(word).equals(written)) {
                                return Optional.of(alternative.getKey());
                            }
                        }
                    }
                    var known =
                            words.values().stream()
                                    .map(List::getFirst)
                                    .sorted()
                                    .collect(Collectors.joining(", "));
                    refuse(field, CellFault.CHOICE, known);
                    return Optional.empty();
                });
    }

    /// Adds a fault the room found itself.
    ///
    /// @param messageKey of the room's own sentence
    public void fault(String field, String messageKey, Object... arguments) {
        errors.add(
                new RowError(
                        row.number(),
                        row.columnName(field),
                        row.text(field),
                        messageKey,
                        Arrays.stream(arguments).map(Object::toString).toList()));
    }

    /// Whether all cells read so far were good.
    public boolean isGood() {
        return errors.isEmpty();
    }

    /// Ends the reading.
    ///
    /// @param value made only where every cell read was good; a required field is then present
    public <T> RowResult<T> result(Supplier<T> value) {
        return errors.isEmpty() ? new RowResult.Good<>(value.get()) : new RowResult.Bad<>(errors);
    }

    private Optional<String> filled(String field) {
        var text = row.text(field);
        if (text.isEmpty()) {
            if (row.mapping().requires(field)) {
                refuse(field, CellFault.MISSING);
            }
            return Optional.empty();
        }
        if (FORMULA_ERROR.matcher(text.toUpperCase(Locale.ROOT)).matches()) {
            refuse(field, CellFault.FORMULA_ERROR);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /// @return false, so that a filter can end with it
    private boolean refuse(String field, CellFault fault, Object... arguments) {
        fault(field, fault.messageKey(), arguments);
        return false;
    }
}
