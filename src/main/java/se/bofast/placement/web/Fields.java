package se.bofast.placement.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Units;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Words;
import se.bofast.placement.FormId;
import se.bofast.placement.HousingForm;
import se.bofast.placement.KeepingStays;
import se.bofast.placement.NewStay;
import se.bofast.placement.Recorded;
import se.bofast.placement.Recorded.Reason;
import se.bofast.placement.StayFact;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.StayFact.Layer;

/// The fields of a stay, and sentences about what was refused.
final class Fields {

    static final int PLACE = 120;
    static final int REASON = 500;

    /// How a stay stands to the home.
    enum Kind {
        HOME,
        SECOND_HOME,
        AWAY
    }

    private Fields() {}

    static List<Choice> forms(List<HousingForm> forms, Words words) {
        return forms.stream()
                .map(form -> Choice.of(form.id().toString(), form.name(words.locale())))
                .toList();
    }

    static List<Choice> units(List<Units.Unit> units) {
        return units.stream().map(u -> Choice.of(u.id().toString(), u.name())).toList();
    }

    static List<Choice> apartments(List<KeepingStays.Held> held) {
        return held.stream()
                .map(a -> Choice.of(a.dwelling().toString(), a.street() + " (" + a.number() + ")"))
                .toList();
    }

    /// Empty where something is wrong.
    static Optional<NewStay> read(
            Form form,
            PersonId person,
            List<HousingForm> forms,
            List<Units.Unit> units,
            List<KeepingStays.Held> held,
            LocalDate today) {
        var chosen = chosenForm(form, forms);
        var kind = form.choice("kind", Kind.class).orElse(Kind.HOME);
        var start = form.requiredDate("startOn", today);
        var end = form.date("endOn", today);
        var expected = form.date("expectedEndOn", today);
        var cause = form.choice("cause", EndCause.class);
        var place = form.text("place", PLACE);
        var unit = form.uuid("unit").map(UnitId::new);
        unit.filter(id -> units.stream().noneMatch(u -> u.id().equals(id)))
                .ifPresent(id -> form.error("unit", "page.error.choice"));
        var dwelling = form.uuid("dwelling").map(se.bofast.dwelling.DwellingId::new);
        dwelling.filter(id -> held.stream().noneMatch(h -> h.dwelling().equals(id)))
                .ifPresent(id -> form.error("dwelling", "page.error.choice"));
        if (form.hasErrors() || chosen.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new NewStay(
                        person,
                        chosen.get(),
                        kind == Kind.AWAY ? Layer.AWAY : Layer.LIVES,
                        kind == Kind.SECOND_HOME ? 2 : 1,
                        dwelling.orElse(null),
                        place.orElse(null),
                        unit.orElse(null),
                        start.get(),
                        end.orElse(null),
                        expected.orElse(null),
                        cause.orElse(null),
                        null));
    }

    static Optional<FormId> chosenForm(Form form, List<HousingForm> forms) {
        var chosen = form.requiredUuid("form", "placement.form.missing").map(FormId::new);
        chosen.filter(id -> forms.stream().noneMatch(f -> f.id().equals(id)))
                .ifPresent(id -> form.error("form", "page.error.choice"));
        return chosen;
    }

    static Form filled(StayFact fact) {
        return Form.empty()
                .with("seen", fact.fact())
                .with("form", fact.form())
                .with("kind", kind(fact))
                .with("startOn", fact.startOn())
                .with("endOn", fact.endOn())
                .with("expectedEndOn", fact.expectedEndOn())
                .with("cause", fact.endCause())
                .with("place", fact.place())
                .with("unit", fact.unit())
                .with("dwelling", fact.dwelling());
    }

    static Kind kind(StayFact fact) {
        if (fact.layer() == Layer.AWAY) {
            return Kind.AWAY;
        }
        return fact.homeNumber() == 2 ? Kind.SECOND_HOME : Kind.HOME;
    }

    /// The form with the sentence that says why, and where an overlap can be mended by one press,
    /// which presses.
    static void tell(Form form, Recorded why, Map<FormId, HousingForm> forms, Words words) {
        switch (why) {
            case Recorded.Overlaps overlaps -> {
                var other = overlaps.other();
                var name =
                        Objects.requireNonNull(forms.get(other.form()), "a form")
                                .name(words.locale());
                if (other.endOn() == null) {
                    form.error(
                            "startOn",
                            "placement.stay.overlapsOpen",
                            name,
                            words.longDay(other.startOn()));
                } else {
                    form.error(
                            "startOn",
                            "placement.stay.overlaps",
                            name,
                            words.longDay(other.startOn()),
                            words.longDay(other.endOn()));
                }
            }
            case Recorded.Refused(var reason) -> form.error(field(reason), key(reason));
            case Recorded.Done done -> {}
        }
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case FORM_NOT_IN_USE, FORM_KEEPS_NO_HOME -> "form";
            case BEGINS_IN_THE_FUTURE -> "startOn";
            case ENDS_BEFORE_IT_BEGINS, ENDS_IN_THE_FUTURE, ALREADY_ENDED, CAUSE_WITHOUT_END ->
                    "endOn";
            case EXPECTED_BEFORE_IT_BEGINS -> "expectedEndOn";
        };
    }

    static String key(Reason reason) {
        return switch (reason) {
            case FORM_NOT_IN_USE -> "placement.stay.formNotInUse";
            case FORM_KEEPS_NO_HOME -> "placement.stay.formKeepsNoHome";
            case BEGINS_IN_THE_FUTURE -> "placement.stay.beginsInTheFuture";
            case ENDS_BEFORE_IT_BEGINS -> "placement.stay.endsBeforeItBegins";
            case ENDS_IN_THE_FUTURE -> "placement.stay.endsInTheFuture";
            case ALREADY_ENDED -> "placement.stay.alreadyEnded";
            case CAUSE_WITHOUT_END -> "placement.stay.causeWithoutEnd";
            case EXPECTED_BEFORE_IT_BEGINS -> "placement.stay.expectedBeforeItBegins";
        };
    }

    static Recorded.@Nullable Overlaps overlaps(Recorded why) {
        return why instanceof Recorded.Overlaps overlaps ? overlaps : null;
    }
}
