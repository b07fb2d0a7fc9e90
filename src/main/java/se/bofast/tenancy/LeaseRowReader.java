package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.bofast.filing.CellReading;
import se.bofast.filing.Field;
import se.bofast.filing.MappedRow;
import se.bofast.filing.RowReader;
import se.bofast.filing.RowResult;
import se.bofast.kernel.Money;
import se.bofast.person.AddressText;
import se.bofast.tenancy.LeaseLine.Address;
import se.bofast.tenancy.LeaseLine.Cell;
import se.bofast.tenancy.LeaseLine.Cells;

/// Reads one row of a list of leases.
final class LeaseRowReader implements RowReader<LeaseLine> {

    private static final String APARTMENT = "apartment";
    private static final String STREET = "street";
    private static final String NUMBER = "apartmentNumber";
    private static final String TENANT = "tenant";
    private static final String TENANT_TOO = "tenantToo";
    private static final String TENURE = "tenure";
    private static final String START = "startOn";
    private static final String UNTIL = "untilOn";
    private static final String END = "endOn";
    private static final String CAUSE = "endCause";
    private static final String RENT = "rent";
    private static final String RENT_FROM = "rentFrom";
    private static final String MONTHS = "noticeMonths";
    private static final String WITH_OTHERS = "letWithOthers";
    private static final String WAIVER = "waiverMadeOn";
    private static final String APPROVED = "waiverApproved";
    private static final String WAIVER_UNTIL = "waiverUntil";
    private static final String TOLD = "landlordToldOn";

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final Money MOST = Money.kronor(1_000_000);

    private static final Map<Tenure, List<String>> TENURES = tenures();
    private static final Map<LeaseEnd, List<String>> CAUSES = causes();

    private static final List<Field> FIELDS =
            List.of(
                    field(
                            APARTMENT,
                            "tenancy.column.object",
                            false,
                            "Objektsnummer",
                            "Objektnummer",
                            "Objekt",
                            "Nummer",
                            "Kontraktsnummer",
                            "Apartment"),
                    field(
                            STREET,
                            "tenancy.column.street",
                            false,
                            "Adress",
                            "Gatuadress",
                            "Lägenhetsadress",
                            "Objektsadress",
                            "Address"),
                    field(
                            NUMBER,
                            "tenancy.column.apartmentNumber",
                            false,
                            "Lägenhetsnummer",
                            "Lgh",
                            "Lgh nr"),
                    field(
                            TENANT,
                            "tenancy.column.tenant",
                            true,
                            "Personnummer",
                            "Personnr",
                            "Pnr",
                            "Samordningsnummer",
                            "Personal number"),
                    field(
                            TENANT_TOO,
                            "tenancy.column.tenantToo",
                            false,
                            "Medhyresgäst",
                            "Medsökande",
                            "Personnummer 2",
                            "Co-tenant"),
                    field(
                            TENURE,
                            "tenancy.tenure",
                            true,
                            "Slag",
                            "Typ",
                            "Avtalsslag",
                            "Avtalstyp",
                            "Kontraktstyp",
                            "Upplåtelse",
                            "Tenure"),
                    field(
                            START,
                            "tenancy.startOn",
                            true,
                            "Från",
                            "Från och med",
                            "Fr o m",
                            "Avtal från",
                            "Startdatum",
                            "Inflyttning",
                            "From"),
                    field(
                            UNTIL,
                            "tenancy.column.untilOn",
                            false,
                            "Bestämd tid till",
                            "Löper till",
                            "Gäller till",
                            "Avtal till",
                            "Fixed until"),
                    field(
                            END,
                            "tenancy.endOn",
                            false,
                            "Avslutat",
                            "Slutdatum",
                            "Utflyttning",
                            "Avflyttning",
                            "Upphörde",
                            "Ended"),
                    field(
                            CAUSE,
                            "tenancy.column.endCause",
                            false,
                            "Orsak",
                            "Slutorsak",
                            "Avslutsorsak",
                            "Cause"),
                    field(
                            RENT,
                            "tenancy.column.rent",
                            false,
                            "Hyra",
                            "Månadshyra",
                            "Hyra per månad",
                            "Hyra kr",
                            "Rent"),
                    field(
                            RENT_FROM,
                            "tenancy.column.rentFrom",
                            false,
                            "Hyra från",
                            "Hyra gäller från",
                            "Ny hyra från"),
                    field(
                            MONTHS,
                            "tenancy.column.noticeMonths",
                            false,
                            "Uppsägningstid",
                            "Uppsägningstid månader",
                            "Months of notice"),
                    field(
                            WITH_OTHERS,
                            "tenancy.column.letWithOthers",
                            false,
                            "Blockhyra",
                            "Blockuthyrning",
                            "Block lease"),
                    field(
                            WAIVER,
                            "tenancy.column.waiverMadeOn",
                            false,
                            "Avstående",
                            "Avstående besittningsskydd",
                            "Avstående skrivet"),
                    field(
                            APPROVED,
                            "tenancy.column.waiverApproved",
                            false,
                            "Avstående godkänt",
                            "Godkänt av hyresnämnden"),
                    field(
                            WAIVER_UNTIL,
                            "tenancy.column.waiverUntil",
                            false,
                            "Avstående till",
                            "Avstående gäller till"),
                    field(
                            TOLD,
                            "tenancy.landlordToldOn",
                            false,
                            "Värden underrättad",
                            "Hyresvärden underrättad",
                            "Underrättelse till värden"));

    private static Field field(String code, String label, boolean required, String... synonyms) {
        return new Field(code, label, required, List.of(synonyms));
    }

    private static Map<Tenure, List<String>> tenures() {
        var words = new EnumMap<Tenure, List<String>>(Tenure.class);
        words.put(
                Tenure.FIRST_HAND,
                List.of("Förstahandskontrakt", "Första hand", "Förstahand", "Eget kontrakt"));
        words.put(
                Tenure.SUBLET,
                List.of(
                        "Andrahandskontrakt",
                        "Andra hand",
                        "Andrahand",
                        "Socialt kontrakt",
                        "Sublet"));
        words.put(
                Tenure.TRIAL,
                List.of(
                        "Försökslägenhet",
                        "Försök",
                        "Försökskontrakt",
                        "Bostadssocialt kontrakt",
                        "Trial"));
        words.put(
                Tenure.TRAINING,
                List.of("Träningslägenhet", "Träning", "Träningskontrakt", "Training"));
        words.put(Tenure.HOUSING_FIRST, List.of("Bostad först", "BF", "Housing First"));
        words.put(
                Tenure.TRANSITIONAL,
                List.of("Genomgångsbostad", "Genomgång", "Genomgångslägenhet", "Transitional"));
        return words;
    }

    private static Map<LeaseEnd, List<String>> causes() {
        var words = new EnumMap<LeaseEnd, List<String>>(LeaseEnd.class);
        words.put(
                LeaseEnd.TAKEN_OVER,
                List.of("Tog över avtalet", "Övertagande", "Övertagen", "Taken over"));
        words.put(LeaseEnd.MOVED, List.of("Flyttade", "Flytt", "Egen uppsägning", "Moved"));
        words.put(LeaseEnd.RENT, List.of("Hyran", "Hyra", "Hyresskuld", "Rent"));
        words.put(LeaseEnd.DISTURBANCE, List.of("Störningar", "Störning", "Disturbance"));
        words.put(LeaseEnd.TIME_OUT, List.of("Tiden tog slut", "Tiden ute", "Time out"));
        words.put(LeaseEnd.DIED, List.of("Avled", "Avliden", "Dödsfall", "Died"));
        words.put(LeaseEnd.OTHER, List.of("Annat", "Övrigt", "Other"));
        words.put(LeaseEnd.UNKNOWN, List.of("Vet inte", "Okänt", "Unknown"));
        return words;
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public RowResult<LeaseLine> read(MappedRow row, LocalDate today) {
        var cells = new CellReading(row, today);
        var apartment = cells.text(APARTMENT, 40);
        var address = address(cells);
        if (row.text(APARTMENT).isEmpty() && row.text(STREET).isEmpty()) {
            cells.fault(APARTMENT, "tenancy.import.noHome");
        }
        var tenant = cells.identityNumber(TENANT);
        var too = cells.identityNumber(TENANT_TOO);
        too.filter(number -> tenant.filter(number::equals).isPresent())
                .ifPresent(number -> cells.fault(TENANT_TOO, "tenancy.import.tenantTwice"));
        var tenure = cells.choice(TENURE, TENURES);
        var start = cells.date(START);
        start.filter(day -> day.isBefore(EARLIEST) || day.isAfter(LATEST))
                .ifPresent(day -> cells.fault(START, "tenancy.error.dayOutside"));
        var until = notBefore(cells, UNTIL, start);
        var end = notBefore(cells, END, start);
        var cause = cells.choice(CAUSE, CAUSES);
        if (cause.isPresent() && end.isEmpty() && row.text(END).isEmpty()) {
            cells.fault(CAUSE, "tenancy.import.causeWithoutEnd");
        }
        var rent = cells.money(RENT);
        rent.filter(sum -> sum.compareTo(Money.ZERO) < 0 || sum.compareTo(MOST) > 0)
                .ifPresent(sum -> cells.fault(RENT, "tenancy.error.amountOutside"));
        var rentFrom = notBefore(cells, RENT_FROM, start);
        var months = cells.wholeNumber(MONTHS, 0, 24);
        var withOthers = cells.yesNo(WITH_OTHERS);
        var waiver = cells.date(WAIVER);
        var approved = cells.yesNo(APPROVED);
        var waiverUntil = cells.date(WAIVER_UNTIL);
        if (waiver.isPresent() && row.text(APPROVED).isEmpty()) {
            cells.fault(APPROVED, "tenancy.error.waiverApproved");
        }
        if (row.text(WAIVER).isEmpty() && (approved.isPresent() || waiverUntil.isPresent())) {
            cells.fault(WAIVER, "tenancy.error.waiverMade");
        }
        var told = cells.date(TOLD);
        told.filter(day -> day.isAfter(today))
                .ifPresent(day -> cells.fault(TOLD, "tenancy.error.ahead"));
        return cells.result(() ->
                new LeaseLine(
                        apartment.orElse(null),
                        address.orElse(null),
                        tenant.orElseThrow(),
                        too.orElse(null),
                        new LeaseTerms(
                                tenure.orElseThrow(),
                                start.orElseThrow(),
                                until.orElse(null),
                                end.orElse(null),
                                end.isEmpty() ? null : cause.orElse(LeaseEnd.UNKNOWN),
                                null,
                                null,
                                null,
                                null,
                                months.orElse(null),
                                withOthers.orElse(null),
                                waiver.orElse(null),
                                waiverUntil.orElse(null),
                                approved.orElse(null),
                                told.orElse(null),
                                null,
                                null),
                        rent.orElse(null),
                        rentFrom.orElse(null),
                        new Cells(
                                cell(row, apartment.isPresent() ? APARTMENT : STREET),
                                cell(row, TENANT),
                                cell(row, TENANT_TOO),
                                cell(row, START),
                                cell(row, RENT_FROM))));
    }

    /// "Storgatan 1 lgh 1203" has the apartment in it.
    private static Optional<Address> address(CellReading cells) {
        var street = cells.text(STREET, 120);
        var number = cells.text(NUMBER, 10);
        var apart = street.map(AddressText::apart);
        var apartment = number.or(() -> apart.map(AddressText.Apart::apartment));
        if (apart.filter(it -> it.key().isEmpty()).isPresent()) {
            cells.fault(STREET, "tenancy.lease.new.noAddress");
            return Optional.empty();
        }
        if (apart.isPresent() && apartment.filter(text -> !text.matches("\\d{4}")).isPresent()) {
            cells.fault(number.isPresent() ? NUMBER : STREET, "tenancy.import.apartmentNumber");
            return Optional.empty();
        }
        return street.map(text ->
                new Address(
                        AddressText.key(text),
                        AddressText.withoutApartment(text),
                        apartment.orElse(null)));
    }

    private static Optional<LocalDate> notBefore(
            CellReading cells, String field, Optional<LocalDate> start) {
        var day = cells.date(field);
        if (day.isPresent() && day.get().isAfter(LATEST)) {
            cells.fault(field, "tenancy.error.dayOutside");
            return Optional.empty();
        }
        if (day.isPresent() && start.isPresent() && day.get().isBefore(start.get())) {
            cells.fault(field, "tenancy.error.beforeStart");
            return Optional.empty();
        }
        return day;
    }

    private static Cell cell(MappedRow row, String field) {
        return new Cell(row.columnName(field), row.text(field));
    }
}
