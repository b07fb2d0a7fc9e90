package se.bofast.tenancy.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.kernel.Money;
import se.bofast.page.Form;
import se.bofast.tenancy.Needs;

/// The fields that say what somebody needs of a home.
final class NeedsFields {

    private static final Money MOST = Money.kronor(100_000);

    private NeedsFields() {}

    static Form filled(Needs needs) {
        return Form.empty()
                .withAll("kinds", needs.kinds())
                .with("rooms", needs.roomsLeast())
                .with("people", needs.people())
                .with("floor", needs.floorMost())
                .with("lift", needs.lift() ? "yes" : null)
                .with("stepFree", needs.stepFree() ? "yes" : null)
                .with("wheelchair", needs.wheelchair() ? "yes" : null)
                .with("notShared", needs.notShared() ? "yes" : null)
                .with("rentMost", needs.rentMost())
                .with("wished", String.join(", ", needs.areasWished()))
                .with("avoided", String.join(", ", needs.areasAvoided()))
                .with("pets", needs.pets() ? "yes" : null)
                .with("school", needs.nearSchool())
                .with("words", needs.words());
    }

    static Optional<Needs> read(Form form) {
        var kinds = form.choices("kinds", ApartmentKind.class);
        var rooms = form.wholeNumber("rooms", 1, 12);
        var people = form.wholeNumber("people", 1, 30);
        var floor = form.wholeNumber("floor", -3, 60);
        var rent = form.money("rentMost");
        rent.filter(amount -> !amount.isPositive() || amount.compareTo(MOST) > 0)
                .ifPresent(amount -> form.error("rentMost", "tenancy.error.amountOutside"));
        var wished = form.text("wished", 300);
        var avoided = form.text("avoided", 300);
        var school = form.text("school", 120);
        var words = form.text("words", 2000);
        if (form.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(
                new Needs(
                        kinds,
                        rooms.orElse(null),
                        people.orElse(null),
                        floor.orElse(null),
                        form.check("lift"),
                        form.check("stepFree"),
                        form.check("wheelchair"),
                        form.check("notShared"),
                        rent.orElse(null),
                        areas(wished),
                        areas(avoided),
                        form.check("pets"),
                        school.orElse(null),
                        words.orElse(null)));
    }

    private static List<String> areas(Optional<String> text) {
        return text.stream()
                .flatMap(all -> Stream.of(all.split("[,;\n]")))
                .map(String::strip)
                .filter(area -> !area.isEmpty())
                .distinct()
                .toList();
    }
}
