package se.bofast.person.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.PersonRelations;
import se.bofast.person.Protecting;
import se.bofast.person.Protection;
import se.bofast.person.ProtectionMark;
import se.bofast.person.ReadingPerson;

/// Skyddade uppgifter: marks that a person's identity is protected, or takes the mark away.
@Controller
class ProtectionPage {

    private static final String ADDRESS = "/personer/{id}/skydd";

    /// The tax agency looks at a mark again after about a year or two; we do it sooner.
    private static final int USUAL_REVIEW_MONTHS = 6;

    private final Access access;
    private final Commands commands;
    private final Clock clock;
    private final ReadingPerson reading;
    private final Protecting protecting;

    ProtectionPage(
            Access access,
            Commands commands,
            Clock clock,
            ReadingPerson reading,
            Protecting protecting) {
        this.access = access;
        this.commands = commands;
        this.clock = clock;
        this.reading = reading;
        this.protecting = protecting;
    }

    @GetMapping(ADDRESS)
    ModelAndView form(Actor actor, @PathVariable UUID id) {
        require(actor, id);
        var view = reading.toChange(actor, new PersonId(id));
        var mark = protecting.history(view.id()).stream().findFirst().orElse(null);
        var inForce = mark != null && mark.supersededAt() == null ? mark : null;
        var kind = view.current().identity().protection();
        var form =
                Form.empty()
                        .with("seen", inForce == null ? null : inForce.id())
                        .with("kind", kind.hides() ? kind : Protection.MARKED)
                        .with("reviewOn", HouseClock.today(clock).plusMonths(USUAL_REVIEW_MONTHS));
        if (inForce != null && kind.hides()) {
            form = form.with("source", inForce.source()).with("untilOn", inForce.untilOn());
        }
        return page(actor, id, form);
    }

    @PostMapping(ADDRESS)
    ModelAndView mark(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        require(actor, id);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var kind = form.requiredChoice("kind", Protection.class);
        var source = form.requiredChoice("source", ProtectionMark.Source.class);
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        var hides = kind.filter(Protection::hides).isPresent();
        var untilOn = form.date("untilOn", today);
        var reviewOn = form.date("reviewOn", today);
        untilOn.filter(day -> hides && day.isBefore(today))
                .ifPresent(day -> form.error("untilOn", "person.protection.past"));
        if (hides) {
            if (reviewOn.isEmpty()) {
                form.error("reviewOn", "person.protection.reviewOn.missing");
            }
            reviewOn.filter(day -> !day.isAfter(today) || day.isAfter(today.plusYears(2)))
                    .ifPresent(day -> form.error("reviewOn", "person.protection.reviewOn.wrong"));
        }
        if (form.hasErrors()) {
            return page(actor, id, form);
        }
        commands.once(
                Action.MARK_PROTECTED_PERSON,
                form.commandKey(),
                () -> {
                    protecting.mark(
                            actor,
                            new PersonId(id),
                            new Protecting.NewMark(
                                    form.uuid("seen").orElse(null),
                                    kind.orElseThrow(),
                                    source.orElseThrow(),
                                    reason.orElseThrow(),
                                    day(hides, untilOn.orElse(null)),
                                    day(hides, reviewOn.orElse(null))));
                    return "";
                });
        return Pages.onward(
                "/personer/" + id,
                Notice.success(hides ? "person.protection.done" : "person.protection.undone"));
    }

    private static @Nullable LocalDate day(boolean hides, @Nullable LocalDate day) {
        return hides ? day : null;
    }

    private void require(Actor actor, UUID id) {
        access.require(actor, Action.MARK_PROTECTED_PERSON, new Subject(PersonRelations.KIND, id));
    }

    private ModelAndView page(Actor actor, UUID id, Form form) {
        var person = new PersonId(id);
        return Pages.render(
                "person/web/protection",
                Map.of(
                        "view",
                        reading.toChange(actor, person),
                        "marks",
                        protecting.history(person),
                        "form",
                        form));
    }
}
