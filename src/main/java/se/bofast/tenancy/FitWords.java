package se.bofast.tenancy;

import java.util.Collection;
import java.util.stream.Collectors;
import se.bofast.page.Words;
import se.bofast.tenancy.Fit.Answer;

/// Why a home fits a need or does not, as a sentence.
public final class FitWords {

    private FitWords() {}

    public static String sentence(Words words, Answer answer) {
        var wanted = text(words, answer.wanted());
        var has = text(words, answer.has());
        var known = !has.isEmpty();
        return switch (answer.need()) {
            case KIND -> words.t("tenancy.fit.kind", wanted, has);
            case ROOMS ->
                    known
                            ? words.t("tenancy.fit.rooms", wanted, has)
                            : words.t("tenancy.fit.rooms.ask", wanted);
            case PEOPLE ->
                    known
                            ? words.t("tenancy.fit.people", wanted, has)
                            : words.t("tenancy.fit.people.ask", wanted);
            case FLOOR ->
                    known
                            ? words.t("tenancy.fit.floor", wanted, has)
                            : words.t("tenancy.fit.floor.ask", wanted);
            case LIFT -> words.t("tenancy.fit.lift");
            case STEP_FREE -> words.t("tenancy.fit.stepFree");
            case WHEELCHAIR -> words.t("tenancy.fit.wheelchair");
            case NOT_SHARED -> words.t("tenancy.fit.notShared");
            case RENT ->
                    known
                            ? words.t("tenancy.fit.rent", wanted, has)
                            : words.t("tenancy.fit.rent.ask", wanted);
            case AREA_WISHED -> words.t("tenancy.fit.areaWished", wanted, has);
            case AREA_AVOIDED -> words.t("tenancy.fit.areaAvoided", wanted, has);
            case PETS -> words.t("tenancy.fit.pets");
            case NEAR_SCHOOL -> words.t("tenancy.fit.nearSchool", wanted);
        };
    }

    private static String text(Words words, Object value) {
        return switch (value) {
            case se.bofast.kernel.Money money -> words.money(money);
            case Enum<?> constant -> words.label(constant);
            case Integer number -> words.number(number);
            case Collection<?> all ->
                    all.stream().map(each -> text(words, each)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /// What somebody needs, one sentence a need; empty where nothing was said.
    public static java.util.List<String> needs(Words words, Needs needs) {
        var found = new java.util.ArrayList<String>();
        if (!needs.kinds().isEmpty()) {
            found.add(text(words, needs.kinds().stream().sorted().toList()));
        }
        if (needs.roomsLeast() != null) {
            found.add(words.t("tenancy.needs.rooms", needs.roomsLeast()));
        }
        if (needs.people() != null) {
            found.add(words.t("tenancy.needs.people", needs.people()));
        }
        if (needs.floorMost() != null) {
            found.add(words.t("tenancy.needs.floor", needs.floorMost()));
        }
        if (needs.lift()) {
            found.add(words.t("tenancy.fit.lift"));
        }
        if (needs.stepFree()) {
            found.add(words.t("tenancy.fit.stepFree"));
        }
        if (needs.wheelchair()) {
            found.add(words.t("tenancy.fit.wheelchair"));
        }
        if (needs.notShared()) {
            found.add(words.t("tenancy.fit.notShared"));
        }
        if (needs.rentMost() != null) {
            found.add(words.t("tenancy.needs.rent", needs.rentMost()));
        }
        if (!needs.areasWished().isEmpty()) {
            found.add(words.t("tenancy.needs.wished", String.join(", ", needs.areasWished())));
        }
        if (!needs.areasAvoided().isEmpty()) {
            found.add(words.t("tenancy.needs.avoided", String.join(", ", needs.areasAvoided())));
        }
        if (needs.pets()) {
            found.add(words.t("tenancy.fit.pets"));
        }
        if (needs.nearSchool() != null) {
            found.add(words.t("tenancy.fit.nearSchool", needs.nearSchool()));
        }
        return found;
    }
}
