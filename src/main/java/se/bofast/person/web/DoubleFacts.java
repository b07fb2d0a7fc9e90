package se.bofast.person.web;

import java.util.regex.Pattern;
import se.bofast.page.Words;
import se.bofast.person.Comparison.Finding;
import se.bofast.person.DoublePair;
import se.bofast.person.Doubles.Side;
import se.bofast.person.LinkField;

/// How a pair of doubles is put in words.
public final class DoubleFacts {

    private static final Pattern HOUSE = Pattern.compile("(\\d+\\s?[A-Za-zÅÄÖåäö]?)\\s*$");
    private static final int VERY_LIKELY = 20;
    private static final int LIKELY = 16;
    private static final int MUCH = 8;
    private static final int SOME = 3;

    private DoubleFacts() {}

    /// What the row says in the field, as it is now; empty for what is no field of its own.
    public static String value(LinkField field, Side side, Words words) {
        var identity = side.identity().identity();
        var number = identity.number();
        var home = side.home();
        return switch (field) {
            case GIVEN -> identity.given();
            case FAMILY -> identity.family();
            case BIRTH -> identity.birthOn() == null ? "" : identity.birthOn().toString();
            case NUMBER -> number == null ? "" : number.written();
            case SEX -> identity.sex() == null ? "" : words.label(identity.sex());
            case STREET -> home.map(address -> address.street()).orElse("");
            case HOUSE ->
                    home.map(address -> HOUSE.matcher(address.street()))
                            .filter(found -> found.find())
                            .map(found -> found.group(1))
                            .orElse("");
            case POSTCODE -> home.map(address -> address.postalCode()).orElse("");
            case TOWN -> home.map(address -> address.city()).orElse("");
            case CROSSED, HOUSEHOLD -> "";
        };
    }

    /// How much the field says, in words.
    public static String speaks(Finding finding, Words words) {
        var weight = finding.weight();
        if (weight >= MUCH) {
            return words.t("person.double.speaks.muchFor");
        }
        if (weight >= SOME) {
            return words.t("person.double.speaks.for");
        }
        if (weight > 0) {
            return words.t("person.double.speaks.littleFor");
        }
        if (weight == 0) {
            return words.t("person.double.speaks.nothing");
        }
        if (weight > -SOME) {
            return words.t("person.double.speaks.littleAgainst");
        }
        return weight > -MUCH
                ? words.t("person.double.speaks.against")
                : words.t("person.double.speaks.muchAgainst");
    }

    /// How much all of it says together.
    public static String strength(DoublePair pair, Words words) {
        return pair.weight() >= VERY_LIKELY
                ? words.t("person.double.strength.very")
                : pair.weight() >= LIKELY
                        ? words.t("person.double.strength.likely")
                        : words.t("person.double.strength.possible");
    }
}
