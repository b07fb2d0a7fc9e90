package se.bofast.person.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;
import se.bofast.kernel.ReserveNumber;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.Household.Joining;
import se.bofast.person.Household.Member;
import se.bofast.person.Household.MemberId;
import se.bofast.person.Household.MemberKind;
import se.bofast.person.Household.Membership;
import se.bofast.person.Households;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.PersonView;
import se.bofast.person.ReadingPerson;

/// Hushåll och barn: add, correct and end members.
@Controller
class HouseholdPage {

    private static final int OLDEST = 120;

    private final Access access;
    private final Commands commands;
    private final Clock clock;
    private final ReadingPerson reading;
    private final Households households;
    private final People people;

    HouseholdPage(
            Access access,
            Commands commands,
            Clock clock,
            ReadingPerson reading,
            Households households,
            People people) {
        this.access = access;
        this.commands = commands;
        this.clock = clock;
        this.reading = reading;
        this.households = households;
        this.people = people;
    }

    // ---- add

    @GetMapping("/personer/{id}/hushall")
    ModelAndView addForm(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "slag", required = false) Optional<MemberKind> kind) {
        return addPage(
                reading.toChange(actor, new PersonId(id)),
                Form.empty().with("kind", kind.orElse(MemberKind.CHILD)));
    }

    @PostMapping("/personer/{id}/hushall")
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var person = new PersonId(id);
        var view = reading.toChange(actor, person);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var member = membership(form, today, null);
        var number = Fields.anyNumber(form, "number", today);
        var given = form.text("given", Fields.NAME).orElse("");
        var family = form.text("family", Fields.NAME).orElse("");
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        var known = number.flatMap(people::byNumber);
        if (known.isEmpty() && number.orElse(null) instanceof ReserveNumber) {
            form.error("number", "person.number.notReserve");
        }
        if (number.isPresent() && known.isEmpty() && given.isEmpty() && family.isEmpty()) {
            form.error("family", "person.household.nameMissing");
        }
        if (known.filter(person::equals).isPresent()) {
            form.error("number", "person.household.oneself");
        }
        if (form.hasErrors() || member.isEmpty()) {
            return addPage(view, form);
        }
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () -> {
                        var who = known.orElseGet(() -> registered(actor, number, given, family));
                        return joined(
                                households.add(
                                        actor,
                                        household(actor, view, member.get(), reason.orElseThrow()),
                                        with(member.get(), who),
                                        reason.orElseThrow()));
                    });
        } catch (Stopped stopped) {
            return addPage(view, stopped.tell(form));
        }
        return Pages.onward("/personer/" + id, Notice.success("person.household.added"));
    }

    /// Somebody one knows the name of is registered; who has no name stays a member without one.
    private @Nullable PersonId registered(
            Actor actor, Optional<PersonNumber> number, String given, String family) {
        return given.isEmpty() && family.isEmpty()
                ? null
                : people.register(actor, NewPerson.of(given, family, number.orElse(null)));
    }

    private se.bofast.person.Household.HouseholdId household(
            Actor actor, PersonView view, Membership first, String reason) {
        var current = view.household();
        return current != null
                ? current.id()
                : households.start(actor, view.id(), first.period().startOn(), reason);
    }

    // ---- correct

    @GetMapping("/personer/{id}/hushall/{member}")
    ModelAndView correctForm(Actor actor, @PathVariable UUID id, @PathVariable UUID member) {
        var view = reading.toChange(actor, new PersonId(id));
        var found = member(view, member);
        var membership = found.membership();
        return correctPage(
                view,
                found,
                Form.empty()
                        .with("seen", found.fact())
                        .with("kind", membership.kind())
                        .with("stay", membership.stay())
                        .with("birthYear", membership.birthYear())
                        .with("startOn", membership.period().startOn())
                        .with("endOn", membership.period().endOn()));
    }

    @PostMapping("/personer/{id}/hushall/{member}")
    ModelAndView correct(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID member,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new PersonId(id));
        var found = member(view, member);
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        var membership = membership(form, HouseClock.today(clock), found.membership().person());
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        if (form.hasErrors() || membership.isEmpty()) {
            return correctPage(view, found, form);
        }
        try {
            commands.once(
                    Action.CHANGE_PERSON,
                    form.commandKey(),
                    () ->
                            joined(
                                    households.correct(
                                            actor,
                                            found.id(),
                                            seen.orElseThrow(),
                                            membership.get(),
                                            reason.orElseThrow())));
        } catch (Stopped stopped) {
            return correctPage(view, found, stopped.tell(form));
        }
        return Pages.onward("/personer/" + id, Notice.success("person.household.corrected"));
    }

    // ---- end

    @GetMapping("/personer/{id}/hushall/{member}/avsluta")
    ModelAndView endForm(Actor actor, @PathVariable UUID id, @PathVariable UUID member) {
        var view = reading.toChange(actor, new PersonId(id));
        var found = member(view, member);
        return endPage(
                view,
                found,
                Form.empty().with("seen", found.fact()).with("endOn", HouseClock.today(clock)));
    }

    @PostMapping("/personer/{id}/hushall/{member}/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID member,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new PersonId(id));
        var found = member(view, member);
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        var endOn =
                form.requiredDate("endOn", HouseClock.today(clock), "person.household.endMissing");
        if (endOn.isPresent() && endOn.get().isBefore(found.membership().period().startOn())) {
            form.error("endOn", "person.household.endsBefore");
        }
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        if (form.hasErrors()) {
            return endPage(view, found, form);
        }
        commands.once(
                Action.CHANGE_PERSON,
                form.commandKey(),
                () -> {
                    households.end(
                            actor,
                            found.id(),
                            seen.orElseThrow(),
                            endOn.orElseThrow(),
                            reason.orElseThrow());
                    return "";
                });
        return Pages.onward("/personer/" + id, Notice.success("person.household.ended"));
    }

    // ---- parts

    private static Optional<Membership> membership(
            Form form, LocalDate today, @Nullable PersonId person) {
        var kind = form.requiredChoice("kind", MemberKind.class);
        var child = kind.filter(k -> k == MemberKind.CHILD).isPresent();
        var stay =
                child
                        ? form.requiredChoice(
                                "stay", ChildStay.class, "person.household.stayMissing")
                        : Optional.<ChildStay>empty();
        var birthYear = form.wholeNumber("birthYear", today.getYear() - OLDEST, today.getYear());
        var startOn = form.requiredDate("startOn", today, "person.household.startMissing");
        var endOn = form.date("endOn", today);
        if (startOn.isPresent() && endOn.isPresent() && endOn.get().isBefore(startOn.get())) {
            form.error("endOn", "person.household.endsBefore");
        }
        return form.hasErrors()
                ? Optional.empty()
                : Optional.of(
                        new Membership(
                                person,
                                kind.orElseThrow(),
                                stay.orElse(null),
                                birthYear.orElse(null),
                                new Period(startOn.orElseThrow(), endOn.orElse(null))));
    }

    private static Membership with(Membership membership, @Nullable PersonId person) {
        return new Membership(
                person,
                membership.kind(),
                membership.stay(),
                membership.birthYear(),
                membership.period());
    }

    private static String joined(Joining joining) {
        return switch (joining) {
            case Joining.Joined(var id) -> id.value().toString();
            case Joining.AlreadyMember already ->
                    throw new Stopped("startOn", "person.household.already");
        };
    }

    /// A member of one of the person's households; another's is not found here.
    private static Member member(PersonView view, UUID id) {
        return view.households().stream()
                .flatMap(household -> household.members().stream())
                .filter(member -> member.id().equals(new MemberId(id)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static ModelAndView addPage(PersonView view, Form form) {
        return Pages.render("person/web/member-new", Map.of("view", view, "form", form));
    }

    private static ModelAndView correctPage(PersonView view, Member member, Form form) {
        return Pages.render(
                "person/web/member", Map.of("view", view, "member", member, "form", form));
    }

    private static ModelAndView endPage(PersonView view, Member member, Form form) {
        return Pages.render(
                "person/web/member-end", Map.of("view", view, "member", member, "form", form));
    }
}
