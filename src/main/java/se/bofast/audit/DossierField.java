package se.bofast.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of a {@link RecordKind}: the column it is kept in, what it is, and whether the person it
/// is about may read it.
///
/// @param column the column's name, also the field's name in the structured file
/// @param labels the enum whose labels are the words for the codes, or null
/// @param codes the codes, where no enum has labels for them
public record DossierField(
        String column,
        Sort sort,
        Sight sight,
        @Nullable Class<? extends Enum<?>> labels,
        List<String> codes) {

    /// What a field is.
    public enum Sort {
        /// A name, a number, an address: short, and of one thing.
        TEXT,
        /// Somebody's own words, in which anything may stand.
        WORDS,
        DAY,
        MOMENT,
        /// In öre.
        MONEY,
        NUMBER,
        YES_NO,
        CODE,
        /// A rule of law, by its stable name.
        RULE,
        PERSON,
        EMPLOYEE,
        UNIT,
        LANDLORD,
        /// Another record, by its id.
        REFERENCE
    }

    /// Whether the person the dossier is about may read the field in an extract.
    public enum Sight {
        SHOWN,
        /// Tells who reported, where the record says that the reporter is to be hidden (OSL 26 kap.
        /// 5 §).
        REPORTER,
        /// About somebody else (OSL 26 kap. 1 §).
        OTHERS,
        /// The house's own: which colleague wrote, which record hangs on which. Says nothing of the
        /// person.
        HOUSE
    }

    public DossierField {
        codes = List.copyOf(codes);
    }

    public static DossierField text(String column) {
        return of(column, Sort.TEXT, Sight.SHOWN);
    }

    public static DossierField words(String column) {
        return of(column, Sort.WORDS, Sight.SHOWN);
    }

    public static DossierField day(String column) {
        return of(column, Sort.DAY, Sight.SHOWN);
    }

    public static DossierField moment(String column) {
        return of(column, Sort.MOMENT, Sight.SHOWN);
    }

    public static DossierField money(String column) {
        return of(column, Sort.MONEY, Sight.SHOWN);
    }

    public static DossierField number(String column) {
        return of(column, Sort.NUMBER, Sight.SHOWN);
    }

    public static DossierField yesNo(String column) {
        return of(column, Sort.YES_NO, Sight.SHOWN);
    }

    /// Words for the codes are the enum's labels; other codes stand as they are.
    public static DossierField code(String column, Class<? extends Enum<?>> labels) {
        return new DossierField(column, Sort.CODE, Sight.SHOWN, labels, List.of());
    }

    /// Words for the codes stand in the message files of the room that writes the dossier.
    public static DossierField code(String column, String... codes) {
        return new DossierField(column, Sort.CODE, Sight.SHOWN, null, List.of(codes));
    }

    public static DossierField rule(String column) {
        return of(column, Sort.RULE, Sight.SHOWN);
    }

    public static DossierField person(String column) {
        return of(column, Sort.PERSON, Sight.OTHERS);
    }

    public static DossierField employee(String column) {
        return of(column, Sort.EMPLOYEE, Sight.HOUSE);
    }

    public static DossierField unit(String column) {
        return of(column, Sort.UNIT, Sight.SHOWN);
    }

    public static DossierField landlord(String column) {
        return of(column, Sort.LANDLORD, Sight.SHOWN);
    }

    public static DossierField reference(String column) {
        return of(column, Sort.REFERENCE, Sight.HOUSE);
    }

    /// The same, hidden where the record says that its reporter is to be hidden.
    public DossierField ofReporter() {
        return new DossierField(column, sort, Sight.REPORTER, labels, codes);
    }

    /// The same, never shown in an extract: about others.
    public DossierField ofOthers() {
        return new DossierField(column, sort, Sight.OTHERS, labels, codes);
    }

    /// The same, never shown in an extract: the house's own.
    public DossierField ofHouse() {
        return new DossierField(column, sort, Sight.HOUSE, labels, codes);
    }

    private static DossierField of(String column, Sort sort, Sight sight) {
        return new DossierField(column, sort, sight, null, List.of());
    }
}
