package se.bofast.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.bofast.filing.Field;

/// The columns a list of signals may have, by the names senders give them.
final class SignalColumns {

    static final String NAME = "name";
    static final String GIVEN = "given";
    static final String FAMILY = "family";
    static final String NUMBER = "number";
    static final String BIRTH = "birthOn";
    static final String STREET = "street";
    static final String APARTMENT = "apartment";
    static final String POSTAL_CODE = "postalCode";
    static final String CITY = "city";
    static final String PHONE = "phone";
    static final String CHILDREN = "children";
    static final String ROOMS = "rooms";
    static final String LANDLORD = "landlord";
    static final String REFERENCE = "reference";
    static final String ISSUED = "issuedOn";
    static final String RECEIVED = "receivedOn";
    static final String REASON = "reason";
    static final String NOTE = "note";
    static final String AMOUNT = "amount";
    static final String DUE = "dueOn";
    static final String SERVED = "servedOn";
    static final String POSTED = "postedOn";
    static final String ANSWER_BY = "answerBy";
    static final String EVICTION = "evictionOn";
    static final String VERDICT = "verdictOn";
    static final String WARNED = "warnedOn";
    static final String TERMINATED = "terminatedOn";
    static final String SUBTENANT = "subtenant";
    static final String STATUS = "status";
    static final String SETTLED = "settledOn";

    private SignalColumns() {}

    private static Field field(String code, String labelKey, String... synonyms) {
        return new Field(code, labelKey, false, List.of(synonyms));
    }

    static Field required(Field field) {
        return new Field(field.code(), field.labelKey(), true, field.synonyms());
    }

    static Field name() {
        return field(
                NAME,
                "intake.column.name",
                "Hyresgäst",
                "Namn",
                "Hyresgästens namn",
                "Namn hyresgäst",
                "Gäldenär",
                "Gäldenärens namn",
                "Svarande",
                "Svarandens namn",
                "Avtalspart",
                "Kontraktsinnehavare",
                "Kund",
                "Kundnamn",
                "Person",
                "Tenant",
                "Name");
    }

    /// Who and where. The statutory notice has no personal number, so a list of such has no column
    /// for one either: what is not needed is not read.
    static List<Field> whoAndWhere(boolean withNumber) {
        var fields = new java.util.ArrayList<Field>();
        if (withNumber) {
            fields.add(
                    field(
                            NUMBER,
                            "intake.column.number",
                            "Personnummer",
                            "Person-/samordningsnummer",
                            "Personnummer/samordningsnummer",
                            "Personnummer hyresgäst",
                            "Gäldenärens personnummer",
                            "Svarandens personnummer",
                            "Person-/organisationsnummer",
                            "Samordningsnummer",
                            "Personal number"));
        }
        fields.add(name());
        fields.add(field(GIVEN, "intake.column.given", "Förnamn", "Tilltalsnamn", "First name"));
        fields.add(field(FAMILY, "intake.column.family", "Efternamn", "Last name"));
        fields.add(
                field(
                        BIRTH,
                        "intake.column.birthOn",
                        "Födelsedatum",
                        "Födelsedag",
                        "Född",
                        "Date of birth"));
        fields.add(
                field(
                        STREET,
                        "intake.column.street",
                        "Adress",
                        "Gatuadress",
                        "Bostadsadress",
                        "Objektsadress",
                        "Objektadress",
                        "Lägenhetsadress",
                        "Lägenhetens adress",
                        "Hyresgästens adress",
                        "Utdelningsadress",
                        "Gata",
                        "Address",
                        "Street"));
        fields.add(
                field(
                        APARTMENT,
                        "intake.column.apartment",
                        "Lägenhetsnummer",
                        "Lägenhet",
                        "Apartment"));
        fields.add(
                field(
                        POSTAL_CODE,
                        "intake.column.postalCode",
                        "Postnummer",
                        "Postal code",
                        "Zip code"));
        fields.add(field(CITY, "intake.column.city", "Postort", "Ort", "Stad", "City"));
        fields.add(
                field(
                        PHONE,
                        "intake.column.phone",
                        "Telefon",
                        "Telefonnummer",
                        "Mobil",
                        "Mobilnummer",
                        "Phone"));
        fields.add(
                field(
                        CHILDREN,
                        "intake.column.children",
                        "Antal barn",
                        "Barn",
                        "Barn i hushållet",
                        "Children"));
        return fields;
    }

    static Field landlord() {
        return field(
                LANDLORD,
                "intake.column.landlord",
                "Hyresvärd",
                "Hyresvärdens namn",
                "Sökande",
                "Sökandens namn",
                "Borgenär",
                "Fastighetsägare",
                "Värd",
                "Landlord");
    }

    static Field reference() {
        return field(
                REFERENCE,
                "intake.column.reference",
                "Målnummer",
                "Mål",
                "Ärendenummer",
                "Referens",
                "Referensnummer",
                "Beteckning",
                "Kontraktsnummer",
                "Avtalsnummer",
                "Kontrakt",
                "Objektnummer",
                "Kundnummer",
                "Reference",
                "Case number");
    }

    static List<Field> dates() {
        return List.of(
                field(
                        ISSUED,
                        "intake.column.issuedOn",
                        "Datum",
                        "Utfärdat",
                        "Utfärdad",
                        "Meddelandets datum",
                        "Dokumentdatum",
                        "Ansökningsdag",
                        "Ansökningsdatum",
                        "Issued"),
                field(
                        RECEIVED,
                        "intake.column.receivedOn",
                        "Inkom",
                        "Inkommet",
                        "Inkommen",
                        "Ankomstdag",
                        "Ankomstdatum",
                        "Received"));
    }

    static Field reason() {
        return field(REASON, "intake.column.reason", "Orsak", "Skäl", "Anledning", "Reason");
    }

    static Field note() {
        return field(
                NOTE,
                "intake.column.note",
                "Anmärkning",
                "Notering",
                "Kommentar",
                "Övrigt",
                "Beskrivning",
                "Note");
    }

    static Field amount() {
        return field(
                AMOUNT,
                "intake.column.amount",
                "Belopp",
                "Belopp kr",
                "Belopp att betala",
                "Hyresskuld",
                "Skuld",
                "Skuldbelopp",
                "Kapitalbelopp",
                "Kapital",
                "Totalt belopp",
                "Summa",
                "Att betala",
                "Obetald hyra",
                "Amount");
    }

    static Field due() {
        return field(
                DUE,
                "intake.column.dueOn",
                "Förfallodag",
                "Förfallodatum",
                "Förfaller",
                "Hyran förföll",
                "Due date");
    }

    static Field served() {
        return field(
                SERVED,
                "intake.column.servedOn",
                "Delgiven",
                "Delgivningsdag",
                "Delgivningsdatum",
                "Delgivet",
                "Hyresgästen delgiven",
                "Served");
    }

    static Field posted() {
        return field(
                POSTED,
                "intake.column.postedOn",
                "Postat",
                "Postad",
                "Postdag",
                "Avsänt",
                "Skickat",
                "Rekommenderat brev postat",
                "Posted");
    }

    static Field answerBy() {
        return field(
                ANSWER_BY,
                "intake.column.answerBy",
                "Svara senast",
                "Svar senast",
                "Sista svarsdag",
                "Svarsdatum",
                "Svarstid",
                "Answer by");
    }

    static Field eviction() {
        return field(
                EVICTION,
                "intake.column.evictionOn",
                "Avhysningsdag",
                "Avhysningsdatum",
                "Dag för avhysning",
                "Datum för avhysning",
                "Avhysning",
                "Förrättningsdag",
                "Förrättningsdatum",
                "Eviction date");
    }

    static Field verdict() {
        return field(
                VERDICT,
                "intake.column.verdictOn",
                "Utslag",
                "Utslagsdag",
                "Utslagsdatum",
                "Dom",
                "Verdict");
    }

    static Field warned() {
        return field(
                WARNED,
                "intake.column.warnedOn",
                "Tillsagd",
                "Tillsägelse",
                "Varnad",
                "Rättelseanmaning",
                "Varning",
                "Warned");
    }

    static Field terminated() {
        return field(
                TERMINATED,
                "intake.column.terminatedOn",
                "Uppsagd",
                "Uppsägningsdag",
                "Uppsägningsdatum",
                "Uppsägning",
                "Terminated");
    }

    static Field subtenant() {
        return field(
                SUBTENANT,
                "intake.column.subtenant",
                "Andrahandshyresgäst",
                "Andra hand",
                "Andrahand",
                "Subtenant");
    }

    static Field rooms() {
        return field(
                ROOMS, "intake.column.rooms", "Antal rum", "Rum", "Lägenhetens storlek", "Rooms");
    }

    static Field status() {
        return field(
                STATUS,
                "intake.column.status",
                "Status",
                "Läge",
                "Utfall",
                "Betald/återkallad",
                "Betald eller återkallad",
                "Händelse");
    }

    static Field settled() {
        return field(
                SETTLED,
                "intake.column.settledOn",
                "Betaldatum",
                "Betald den",
                "Betalningsdag",
                "Betalt",
                "Återkallad den",
                "Reglerad den",
                "Datum",
                "Settled");
    }

    static final Map<ThreatReason, List<String>> REASONS = reasons();

    private static Map<ThreatReason, List<String>> reasons() {
        var words = new LinkedHashMap<ThreatReason, List<String>>();
        words.put(
                ThreatReason.RENT_DEBT,
                List.of("Hyresskuld", "Skuld", "Obetald hyra", "Obetalda hyror", "Rent debt"));
        words.put(ThreatReason.LATE_RENT, List.of("Sena hyror", "Sen hyra", "Late rent"));
        words.put(
                ThreatReason.DISTURBANCE, List.of("Störning", "Störningar", "Stör", "Disturbance"));
        words.put(ThreatReason.NEGLECT, List.of("Vanvård", "Neglect"));
        words.put(
                ThreatReason.SUBLETTING,
                List.of(
                        "Olovlig andrahandsuthyrning",
                        "Andrahandsuthyrning",
                        "Olovlig andrahand",
                        "Subletting"));
        words.put(ThreatReason.CRIME, List.of("Brott", "Brott i bostaden", "Crime"));
        words.put(
                ThreatReason.LEASE_ENDS,
                List.of("Avtalet löper ut", "Avtalet upphör", "Lease ends"));
        words.put(ThreatReason.OTHER, List.of("Annan orsak", "Annat", "Övrigt", "Other"));
        return java.util.Collections.unmodifiableMap(words);
    }

    static final Map<SignalKind, List<String>> ENDS = ends();

    private static Map<SignalKind, List<String>> ends() {
        var words = new LinkedHashMap<SignalKind, List<String>>();
        words.put(
                SignalKind.SETTLED,
                List.of("Betald", "Betalt", "Slutbetald", "Reglerad", "Reglerat", "Paid"));
        words.put(
                SignalKind.WITHDRAWN,
                List.of(
                        "Återkallad",
                        "Återkallat",
                        "Återtagen",
                        "Avskriven",
                        "Nedlagd",
                        "Withdrawn"));
        return java.util.Collections.unmodifiableMap(words);
    }
}
