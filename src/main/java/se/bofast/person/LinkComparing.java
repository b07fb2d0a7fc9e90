package se.bofast.person;

import static se.bofast.person.Agreement.*;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import se.bofast.kernel.IdentityNumber;
import se.bofast.person.Comparison.Band;
import se.bofast.person.Comparison.Finding;
import se.bofast.person.Comparison.Held;

/// Compares two rows by the method of Fellegi and Sunter: each field's agreement weighs the log2 of
/// how much likelier it is between two rows of one human (docs/decisions/0140).
///
/// The method takes fields for independent. Surname and address of a family are not, so together
/// they weigh no more than a bound; and some pairs a person must see however much they weigh.
final class LinkComparing {

    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();
    private static final double CLOSE_FROM = 0.92;
    private static final double NEAR_FROM = 0.85;

    /// A name that so many bear is no slip of the pen.
    private static final int NAME_OF_ITS_OWN = 3;

    private static final Set<Agreement> AGREEING_BIRTH = EnumSet.of(SAME, SWAPPED, CLOSE);
    private static final Set<Agreement> AGREEING_NUMBER = EnumSet.of(SAME, CLOSE, NEAR);
    private static final Set<Agreement> CALLED_THE_SAME = EnumSet.of(SAME, PART);

    private final LinkWeights weights;
    private final LinkShares shares;

    LinkComparing(LinkWeights weights, LinkShares shares) {
        this.weights = weights;
        this.shares = shares;
    }

    Comparison compare(LinkTraits a, LinkTraits b) {
        var findings = new ArrayList<Finding>(LinkField.values().length);
        names(a, b, findings);
        findings.add(birth(a, b));
        findings.add(number(a, b));
        findings.add(
                plain(
                        LinkField.SEX,
                        a.sex == null || b.sex == null
                                ? MISSING
                                : a.sex == b.sex ? SAME : DIFFERENT));
        findings.add(street(a, b));
        findings.add(house(a, b));
        findings.add(area(LinkField.POSTCODE, a.postcode, b.postcode));
        findings.add(area(LinkField.TOWN, a.town, b.town));
        household(findings);
        var weight = findings.stream().mapToDouble(Finding::weight).sum();
        var seen = new Comparison(findings, weight, Set.of(), Band.APART);
        var held = held(seen, a, b);
        return new Comparison(findings, weight, held, band(weight, held));
    }

    private Band band(double weight, Set<Held> held) {
        if (weight < weights.doubtful()) {
            return Band.APART;
        }
        return weight >= weights.automatic() && held.isEmpty() ? Band.AUTOMATIC : Band.DOUBTFUL;
    }

    private void names(LinkTraits a, LinkTraits b, List<Finding> findings) {
        var given = name(LinkField.GIVEN, a.given, b.given);
        var family = name(LinkField.FAMILY, a.family, b.family);
        if (given.agreement() != SAME
                && family.agreement() != SAME
                && !a.given.isMissing()
                && !a.family.isMissing()) {
            var first = name(LinkField.GIVEN, a.given, b.family);
            var second = name(LinkField.FAMILY, a.family, b.given);
            var price = weights.of(LinkField.CROSSED, SAME);
            if (first.weight() > 0
                    && second.weight() > 0
                    && first.weight() + second.weight() + price
                            > given.weight() + family.weight()) {
                findings.add(first);
                findings.add(second);
                findings.add(new Finding(LinkField.CROSSED, SAME, price));
                return;
            }
        }
        findings.add(given);
        findings.add(family);
    }

    private Finding name(LinkField field, LinkTraits.Name a, LinkTraits.Name b) {
        if (a.isMissing() || b.isMissing()) {
            return plain(field, MISSING);
        }
        if (a.together().equals(b.together())) {
            return shared(field, SAME, a.together());
        }
        // "H anna" is a slip of Hanna, not Anna with another name.
        if (whole(a) && whole(b)) {
            for (var part : a.parts()) {
                if (b.parts().contains(part)) {
                    return shared(field, PART, part);
                }
            }
        }
        if (a.together().length() == 1 || b.together().length() == 1) {
            return plain(
                    field, a.together().charAt(0) == b.together().charAt(0) ? INITIAL : DIFFERENT);
        }
        var alike = ALIKE.apply(a.together(), b.together());
        var sounds = !a.sound().isEmpty() && a.sound().equals(b.sound());
        if (sounds && alike >= NEAR_FROM || behindArticle(a.together(), b.together())) {
            return plain(field, SOUNDS);
        }
        var level = alike >= CLOSE_FROM ? CLOSE : alike >= NEAR_FROM ? NEAR : DIFFERENT;
        // Anna and Anne, Maria and Marie: not slips of the pen but two names.
        if (level != DIFFERENT
                && shares.count(field, a.together()) >= NAME_OF_ITS_OWN
                && shares.count(field, b.together()) >= NAME_OF_ITS_OWN) {
            level = level == CLOSE ? NEAR : DIFFERENT;
        }
        return plain(field, level);
    }

    private static boolean whole(LinkTraits.Name name) {
        for (var part : name.parts()) {
            if (part.length() == 1) {
                return false;
            }
        }
        return true;
    }

    /// Alhassan and Hassan.
    private static boolean behindArticle(String a, String b) {
        var longer = a.length() > b.length() ? a : b;
        var shorter = a.length() > b.length() ? b : a;
        return shorter.length() >= 4
                && longer.length() == shorter.length() + 2
                && (longer.startsWith("al") || longer.startsWith("el"))
                && longer.endsWith(shorter);
    }

    private Finding birth(LinkTraits a, LinkTraits b) {
        var one = a.birth;
        var other = b.birth;
        if (one.isEmpty() || other.isEmpty()) {
            return plain(LinkField.BIRTH, MISSING);
        }
        if (one.equals(other)) {
            return shared(LinkField.BIRTH, SAME, one);
        }
        if (one.length() != 8 || other.length() != 8) {
            return plain(
                    LinkField.BIRTH,
                    Slip.one(one, other)
                            ? CLOSE
                            : one.startsWith(other) || other.startsWith(one) ? YEAR : DIFFERENT);
        }
        var sameYear = one.regionMatches(0, other, 0, 4);
        if (sameYear && one.regionMatches(4, other, 6, 2) && one.regionMatches(6, other, 4, 2)) {
            return plain(LinkField.BIRTH, SWAPPED);
        }
        if (madeUp(one) || madeUp(other)) {
            return plain(LinkField.BIRTH, sameYear ? YEAR : DIFFERENT);
        }
        if (Slip.one(one, other)) {
            return plain(LinkField.BIRTH, CLOSE);
        }
        return plain(LinkField.BIRTH, sameYear && Slip.count(one, other) <= 2 ? YEAR : DIFFERENT);
    }

    /// A day given to who does not know theirs.
    private static boolean madeUp(String birth) {
        return birth.endsWith("0101") || birth.endsWith("0701") || birth.endsWith("0000");
    }

    private Finding number(LinkTraits a, LinkTraits b) {
        return plain(LinkField.NUMBER, numbers(a, b));
    }

    private static Agreement numbers(LinkTraits a, LinkTraits b) {
        if (a.number.isEmpty() || b.number.isEmpty()) {
            return MISSING;
        }
        if (a.number.equals(b.number)) {
            return SAME;
        }
        if (a.former.contains(b.number) || b.former.contains(a.number)) {
            return FORMER;
        }
        if (a.numberKind != null && b.numberKind != null) {
            if (a.numberKind != b.numberKind) {
                return mayFollow(a.number, b.number) ? REPLACED : DIFFERENT;
            }
            return a.numberKind == IdentityNumber.Kind.PERSONAL ? REFUTED : DIFFERENT;
        }
        // One of the two is no number at all, so it may be the other one mistyped.
        if (Slip.one(a.number, b.number)) {
            return CLOSE;
        }
        return Slip.count(a.number, b.number) <= 2 ? NEAR : DIFFERENT;
    }

    /// Born the same day and of the same sex, as far as the two numbers say.
    private static boolean mayFollow(String one, String other) {
        return one.regionMatches(0, other, 0, 6)
                && Math.abs(Integer.parseInt(one, 6, 8, 10) - Integer.parseInt(other, 6, 8, 10))
                        == 60
                && (one.charAt(10) - other.charAt(10)) % 2 == 0;
    }

    private Finding street(LinkTraits a, LinkTraits b) {
        if (a.street.isEmpty() && a.second.isEmpty() || b.street.isEmpty() && b.second.isEmpty()) {
            return plain(LinkField.STREET, MISSING);
        }
        if (!a.street.isEmpty() && a.street.equals(b.street)) {
            return shared(LinkField.STREET, SAME, a.street);
        }
        if (sameLine(a.street, b.second)
                || sameLine(a.second, b.street)
                || sameLine(a.second, b.second)) {
            return plain(LinkField.STREET, SECOND);
        }
        if (a.street.isEmpty() || b.street.isEmpty()) {
            return plain(LinkField.STREET, MISSING);
        }
        return plain(
                LinkField.STREET,
                ALIKE.apply(a.street, b.street) >= CLOSE_FROM || Slip.one(a.street, b.street)
                        ? CLOSE
                        : DIFFERENT);
    }

    private static boolean sameLine(String a, String b) {
        return a.length() > 3 && b.length() > 3 && (a.equals(b) || Slip.one(a, b));
    }

    private Finding house(LinkTraits a, LinkTraits b) {
        if (a.house.isEmpty() || b.house.isEmpty()) {
            return plain(LinkField.HOUSE, MISSING);
        }
        return plain(
                LinkField.HOUSE,
                a.house.equals(b.house) ? SAME : Slip.one(a.house, b.house) ? CLOSE : DIFFERENT);
    }

    private Finding area(LinkField field, String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return plain(field, MISSING);
        }
        if (a.equals(b)) {
            return shared(field, SAME, a);
        }
        return plain(
                field,
                Slip.one(a, b) || field == LinkField.TOWN && ALIKE.apply(a, b) >= CLOSE_FROM
                        ? CLOSE
                        : DIFFERENT);
    }

    private void household(List<Finding> findings) {
        var together = 0.0;
        for (var finding : findings) {
            switch (finding.field()) {
                case FAMILY, STREET, HOUSE, POSTCODE, TOWN -> together += finding.weight();
                default -> {}
            }
        }
        if (together > weights.householdMost()) {
            findings.add(
                    new Finding(LinkField.HOUSEHOLD, SAME, weights.householdMost() - together));
        }
    }

    private Set<Held> held(Comparison seen, LinkTraits a, LinkTraits b) {
        var held = EnumSet.noneOf(Held.class);
        var number = seen.of(LinkField.NUMBER);
        var birth = seen.of(LinkField.BIRTH);
        if (number == REFUTED
                || number == DIFFERENT && a.numberKind != null && b.numberKind != null) {
            held.add(Held.TWO_NUMBERS);
        }
        var sameNumber = AGREEING_NUMBER.contains(number);
        if (!sameNumber && !AGREEING_BIRTH.contains(birth)) {
            held.add(Held.NAMESAKES);
        }
        if (!sameNumber && !calledTheSame(seen, a.given, b.given)) {
            held.add(Held.TWINS);
        }
        var bornTogether = birth == SAME && !madeUp(a.birth);
        // Another surname, as after a wedding: only at home, and with a birthday of their own.
        if (!sameNumber
                && seen.of(LinkField.FAMILY) == DIFFERENT
                && (!bornTogether || !sameHome(seen))) {
            held.add(Held.NAMESAKES);
        }
        // In a large town many share a name and the first of January, and some share a common name
        // and a birthday: without the number they must also share the home.
        if (!sameNumber && !sameHome(seen) && (!bornTogether || number == REPLACED)) {
            held.add(Held.NAMESAKES);
        }
        // Brother and sister a year apart, or twins whose names are spelt alike.
        if (!sameNumber && seen.of(LinkField.SEX) == DIFFERENT) {
            held.add(Held.TWINS);
        }
        // One twin may have a personal number and the other still a coordination number.
        if (number == REPLACED && !CALLED_THE_SAME.contains(seen.of(LinkField.GIVEN))) {
            held.add(Held.TWINS);
        }
        // 1933 and 1936, at home and of one name: a mistyped year, or two of a family.
        if (!sameNumber && birth == CLOSE && !a.birth.regionMatches(0, b.birth, 0, 4)) {
            held.add(Held.NAMESAKES);
        }
        // Only a name and a birthday: in a large register some share both.
        if (!sameNumber && number != FORMER && !sameArea(seen)) {
            held.add(Held.NAMESAKES);
        }
        return held;
    }

    private static boolean sameArea(Comparison seen) {
        var street = seen.of(LinkField.STREET);
        var postcode = seen.of(LinkField.POSTCODE);
        return street == SAME
                || street == CLOSE
                || street == SECOND
                // 751 41 and 751 42 are neighbours, not a slip.
                || postcode == SAME;
    }

    /// Any two numbers of one figure, or 63 and 68, are a slip apart and are two houses all the
    /// same. Where a number is not known, the postcode must be.
    private static boolean sameHome(Comparison seen) {
        var street = seen.of(LinkField.STREET);
        if (street != SAME && street != CLOSE && street != SECOND) {
            return false;
        }
        return switch (seen.of(LinkField.HOUSE)) {
            case SAME -> true;
            case MISSING -> seen.of(LinkField.POSTCODE) == SAME;
            default -> false;
        };
    }

    /// The same name, or one that many bear and a slip of it that nobody else bears.
    private boolean calledTheSame(Comparison seen, LinkTraits.Name a, LinkTraits.Name b) {
        var given = seen.of(LinkField.GIVEN);
        if (seen.of(LinkField.CROSSED) == SAME) {
            return CALLED_THE_SAME.contains(given)
                    && CALLED_THE_SAME.contains(seen.of(LinkField.FAMILY));
        }
        if (CALLED_THE_SAME.contains(given)) {
            return true;
        }
        if (given != CLOSE && given != SOUNDS
                || seen.of(LinkField.FAMILY) == MISSING
                || !Slip.one(a.together(), b.together())) {
            return false;
        }
        var one = shares.count(LinkField.GIVEN, a.together());
        var other = shares.count(LinkField.GIVEN, b.together());
        return Math.min(one, other) <= 1 && Math.max(one, other) >= NAME_OF_ITS_OWN;
    }

    private Finding plain(LinkField field, Agreement agreement) {
        return new Finding(field, agreement, weights.of(field, agreement));
    }

    private Finding shared(LinkField field, Agreement agreement, String value) {
        return new Finding(
                field, agreement, weights.of(field, agreement, shares.share(field, value)));
    }
}
