package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.bofast.filing.CellReading;
import se.bofast.filing.Field;
import se.bofast.filing.MappedRow;
import se.bofast.filing.RowReader;
import se.bofast.filing.RowResult;
import se.bofast.kernel.Money;
import se.bofast.person.AddressText;

/// Reads one row of a list of apartments.
final class ApartmentRowReader implements RowReader<ApartmentLine> {

    private static final String NUMBER = "number";
    private static final String KIND = "kind";
    private static final String STREET = "street";
    private static final String APARTMENT = "apartment";
    private static final String POSTAL_CODE = "postalCode";
    private static final String CITY = "city";
    private static final String LANDLORD = "landlord";
    private static final String AGREEMENT = "agreement";
    private static final String ROOMS = "rooms";
    private static final String SQUARE_METRES = "squareMetres";
    private static final String FLOOR = "floor";
    private static final String LIFT = "lift";
    private static final String RENT = "rent";
    private static final String RENT_FROM = "rentFrom";
    private static final String START = "startOn";

    private static final Map<ApartmentKind, List<String>> KINDS = kinds();

    private static Map<ApartmentKind, List<String>> kinds() {
        var words = new EnumMap<ApartmentKind, List<String>>(ApartmentKind.class);
        words.put(
                ApartmentKind.TRAINING,
                List.of("Träningslägenhet", "Träning", "Träningsboende", "Training"));
        words.put(
                ApartmentKind.TRIAL,
                List.of("Försökslägenhet", "Försök", "Bostadssocialt kontrakt", "Trial"));
        words.put(
                ApartmentKind.TRANSITIONAL,
                List.of("Genomgångsbostad", "Genomgång", "Genomgångslägenhet", "Transitional"));
        words.put(ApartmentKind.HOUSING_FIRST, List.of("Bostad först", "BF", "Housing First"));
        words.put(
                ApartmentKind.ACUTE,
                List.of("Jourlägenhet", "Jour", "Akutlägenhet", "Akut", "Acute"));
        words.put(ApartmentKind.SUPPORTED, List.of("Stödboende", "Stödboende för vuxna"));
        words.put(
                ApartmentKind.RESPITE,
                List.of("Avlastningsplats", "Avlastning", "Sviktplats", "Respite"));
        return words;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                field(
                        NUMBER,
                        "dwelling.apartment.number",
                        true,
                        "Nummer",
                        "Objektnummer",
                        "Objektsnummer",
                        "Objekt",
                        "Kontraktsnummer",
                        "Lägenhetsid",
                        "Number"),
                field(
                        KIND,
                        "dwelling.apartment.kind",
                        true,
                        "Slag",
                        "Typ",
                        "Boendeform",
                        "Kategori",
                        "Kind"),
                field(
                        STREET,
                        "dwelling.apartment.address",
                        true,
                        "Adress",
                        "Gatuadress",
                        "Objektsadress",
                        "Lägenhetsadress",
                        "Gata",
                        "Address"),
                field(
                        APARTMENT,
                        "dwelling.apartment.apartment",
                        false,
                        "Lägenhetsnummer",
                        "Lägenhet",
                        "Apartment"),
                field(
                        POSTAL_CODE,
                        "dwelling.landlord.postalCode",
                        false,
                        "Postnummer",
                        "Postal code"),
                field(CITY, "dwelling.landlord.city", false, "Ort", "Postort", "Stad", "City"),
                field(
                        LANDLORD,
                        "dwelling.apartment.landlord",
                        false,
                        "Hyresvärd",
                        "Värd",
                        "Fastighetsägare",
                        "Landlord"),
                field(
                        AGREEMENT,
                        "dwelling.apartment.agreement",
                        false,
                        "Avtal",
                        "Blockavtal",
                        "Blockhyra",
                        "Agreement"),
                field(ROOMS, "dwelling.apartment.rooms", false, "Antal rum", "Rum", "Rooms"),
                field(
                        SQUARE_METRES,
                        "dwelling.apartment.squareMetres",
                        false,
                        "Kvadratmeter",
                        "Yta",
                        "Kvm",
                        "m2",
                        "Boarea"),
                field(
                        FLOOR,
                        "dwelling.apartment.floor",
                        false,
                        "Våning",
                        "Våningsplan",
                        "Plan",
                        "Floor"),
                field(LIFT, "dwelling.apartment.lift", false, "Hiss", "Lift"),
                field(
                        RENT,
                        "dwelling.apartment.rent",
                        false,
                        "Hyra",
                        "Månadshyra",
                        "Hyra per månad",
                        "Hyra kr",
                        "Rent"),
                field(
                        RENT_FROM,
                        "dwelling.rent.startOn",
                        false,
                        "Hyra från",
                        "Hyra gäller från",
                        "Ny hyra från"),
                field(
                        START,
                        "dwelling.apartment.startOn",
                        true,
                        "Från",
                        "Från och med",
                        "Fr o m",
                        "Startdatum",
                        "Inhyrd från",
                        "Avtalsstart",
                        "From"));
    }

    private static Field field(String code, String label, boolean required, String... synonyms) {
        return new Field(code, label, required, List.of(synonyms));
    }

    @Override
    public RowResult<ApartmentLine> read(MappedRow row, LocalDate today) {
        var cells = new CellReading(row, today);
        var number = cells.text(NUMBER, 40);
        var kind = cells.choice(KIND, KINDS);
        var street = cells.text(STREET, 200);
        if (street.filter(text -> !ApartmentPlace.isAddress(text)).isPresent()) {
            cells.fault(STREET, "dwelling.import.street");
        }
        var apartment = cells.text(APARTMENT, 10);
        var postalCode = cells.text(POSTAL_CODE, 10).map(text -> text.replaceAll("\\s", ""));
        if (postalCode.filter(text -> !text.matches("\\d{5}")).isPresent()) {
            cells.fault(POSTAL_CODE, "dwelling.import.postalCode");
        }
        var city = cells.text(CITY, 100);
        var landlord = cells.text(LANDLORD, 200);
        if (landlord.filter(name -> LandlordText.key(name).isEmpty()).isPresent()) {
            cells.fault(LANDLORD, "dwelling.import.landlord");
        }
        var agreement = cells.text(AGREEMENT, 120);
        var rooms = cells.wholeNumber(ROOMS, 1, 30);
        var squareMetres = cells.wholeNumber(SQUARE_METRES, 8, 500);
        var floor = cells.wholeNumber(FLOOR, -3, 60);
        var lift = cells.yesNo(LIFT);
        var rent = cells.money(RENT);
        if (rent.filter(money -> money.compareTo(Money.ZERO) < 0).isPresent()) {
            cells.fault(RENT, "dwelling.import.rent");
        }
        var startOn = cells.date(START);
        var rentFrom = cells.date(RENT_FROM);
        if (rentFrom.isPresent() && startOn.isPresent() && rentFrom.get().isBefore(startOn.get())) {
            cells.fault(RENT_FROM, "dwelling.import.rentFrom");
        }
        // "Storgatan 1 lgh 1203" has the apartment in it.
        var apart = street.map(AddressText::apart);
        var within = apartment.or(() -> apart.map(AddressText.Apart::apartment));
        if (within.filter(text -> !text.matches("\\d{4}")).isPresent()) {
            cells.fault(apartment.isPresent() ? APARTMENT : STREET, "dwelling.import.apartment");
        }
        return cells.result(() ->
                new ApartmentLine(
                        new ApartmentDetails(
                                number.orElseThrow(),
                                kind.orElseThrow(),
                                null,
                                floor.orElse(null),
                                lift.orElse(null),
                                null,
                                null,
                                squareMetres.orElse(null),
                                null,
                                false,
                                null),
                        new ApartmentPlace(
                                AddressText.withoutApartment(street.orElseThrow()),
                                within.orElse(null),
                                postalCode.orElse(null),
                                city.orElse(null),
                                rooms.orElse(null),
                                null),
                        landlord.orElse(null),
                        agreement.orElse(null),
                        startOn.orElseThrow(),
                        rent.orElse(null),
                        rentFrom.orElse(null)));
    }
}
