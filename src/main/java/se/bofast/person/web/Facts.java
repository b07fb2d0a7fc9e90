package se.bofast.person.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;
import se.bofast.page.Fact;
import se.bofast.page.Words;
import se.bofast.person.Consent;
import se.bofast.person.Household;
import se.bofast.person.Household.Member;
import se.bofast.person.Household.MemberKind;
import se.bofast.person.IdentityFact;
import se.bofast.person.IdentityFact.Identity;
import se.bofast.person.PersonName;
import se.bofast.person.PersonView;

/// How a person's facts are put in words on the pages.
public final class Facts {

    private static final int OF_AGE = 18;

    private Facts() {}

    /// "19810412-2384, 45 år, kvinna": what is known, on one line.
    public static String summary(PersonView view, Words words) {
        var identity = view.current().identity();
        var parts = new ArrayList<String>();
        var number = identity.number();
        if (number != null) {
            parts.add(number.written());
        }
        var age = view.age();
        if (age != null) {
            parts.add(words.t("person.age", age));
        }
        if (identity.sex() != null) {
            parts.add(words.label(identity.sex()));
        }
        return String.join(", ", parts);
    }

    public static List<Fact> identity(PersonView view, Words words) {
        var identity = view.current().identity();
        var number = identity.number();
        var unknown = words.t("person.unknown");
        var facts = new ArrayList<Fact>();
        facts.add(
                Fact.of(
                        words.t("person.name"),
                        identity.isNameless() ? unknown : name(view.current(), words)));
        var label = view.current().workingLabel();
        if (label != null) {
            facts.add(Fact.of(words.t("person.workingLabel"), label));
        }
        facts.add(
                number == null
                        ? Fact.of(words.t("person.number"), unknown)
                        : Fact.of(kind(number, words), number.written()));
        facts.add(
                Fact.of(
                        words.t("person.birthOn"),
                        identity.birthOn() == null ? unknown : words.longDay(identity.birthOn())));
        facts.add(
                Fact.of(
                        words.t("person.sex"),
                        identity.sex() == null ? unknown : words.label(identity.sex())));
        facts.add(Fact.of(words.t("person.protection"), words.label(identity.protection())));
        return facts;
    }

    /// What the number is called: "Samordningsnummer".
    public static String kind(PersonNumber number, Words words) {
        return switch (number.type()) {
            case PERSONAL -> words.t("person.number");
            case COORDINATION -> words.t("person.number.coordination");
            case RESERVE -> words.t("person.number.reserve");
        };
    }

    public static String name(IdentityFact fact, Words words) {
        var identity = fact.identity();
        var label = fact.workingLabel();
        return identity.isNameless()
                ? label == null ? words.t("person.name.unknown") : label
                : String.join(
                        " ",
                        List.of(identity.given(), identity.family()).stream()
                                .filter(part -> !part.isEmpty())
                                .toList());
    }

    /// What else was believed, on one line.
    public static String line(Identity identity, Words words) {
        var parts = new ArrayList<String>();
        var number = identity.number();
        if (number != null) {
            parts.add(number.written());
        }
        if (identity.birthOn() != null) {
            parts.add(words.t("person.born", identity.birthOn()));
        }
        if (identity.protection().hides()) {
            parts.add(words.label(identity.protection()));
        }
        return String.join(", ", parts);
    }

    /// The reason as written, or what the code means where the house wrote the row.
    public static String reason(String reason, Words words) {
        return switch (reason) {
            case "REGISTERED" -> words.t("person.registered");
            case "RESERVE_NUMBER_GIVEN" -> words.t("person.reserve.given");
            default -> reason;
        };
    }

    public static LocalDate day(@Nullable Instant moment) {
        return LocalDate.ofInstant(Objects.requireNonNull(moment), HouseClock.ZONE);
    }

    /// "från tis 3 nov 2026", "tis 3 nov 2026 till fre 6 nov 2026".
    public static String days(@Nullable Period period, Words words) {
        if (period == null) {
            return "";
        }
        return period.endOn() == null
                ? words.t("person.days.from", period.startOn())
                : words.t("person.days.fromTo", period.startOn(), period.endOn());
    }

    public static String days(Consent consent, Words words) {
        var withdrawn = consent.withdrawnOn();
        if (withdrawn != null) {
            return words.t("person.consent.withdrawnFrom", consent.givenOn(), withdrawn);
        }
        return days(new Period(consent.givenOn(), consent.untilOn()), words);
    }

    // ---- households

    /// The days the person of the page was a member, last known.
    public static @Nullable Period own(PersonView view, Household household) {
        return household.members().stream()
                .filter(member -> view.id().equals(member.membership().person()))
                .map(member -> member.membership().period())
                .reduce((one, other) -> other)
                .orElse(null);
    }

    public static String member(PersonView view, Member member, Words words) {
        var person = member.membership().person();
        if (person == null) {
            return words.t(
                    member.membership().kind() == MemberKind.CHILD
                            ? "person.household.child"
                            : "person.household.adult");
        }
        if (person.equals(view.id())) {
            return view.name().shown(words);
        }
        var name = view.names().get(person);
        return name == null ? words.t("person.name.hidden") : name.shown(words);
    }

    /// False: protected, or outside reach.
    public static boolean opens(PersonView view, PersonId person) {
        PersonName name = view.names().get(person);
        return name != null && !name.isProtected();
    }

    public static String as(Member member, Words words) {
        var stay = member.membership().stay();
        return stay == null ? words.label(member.membership().kind()) : words.label(stay);
    }

    /// The age today, or the year of birth where that is all one knows.
    public static String age(PersonView view, Member member, Words words) {
        var person = member.membership().person();
        var birthOn =
                person == null
                        ? null
                        : person.equals(view.id())
                                ? view.current().identity().birthOn()
                                : view.births().get(person);
        if (birthOn != null) {
            return words.t(
                    "person.age", java.time.Period.between(birthOn, view.today()).getYears());
        }
        var year = member.membership().birthYear();
        return year == null ? "" : words.t("person.household.bornIn", Year.of(year).toString());
    }

    /// A household is made from an adult's page.
    public static boolean mayAddMember(PersonView view) {
        var age = view.age();
        return view.household() != null || age == null || age >= OF_AGE;
    }
}
