package se.bofast.tenancy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Apartments;
import se.bofast.dwelling.DwellingId;
import se.bofast.dwelling.Dwellings;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.AddressText;
import se.bofast.person.PersonRelations;
import se.bofast.tenancy.KeepingLeases;
import se.bofast.tenancy.Kept;
import se.bofast.tenancy.LeaseId;
import se.bofast.tenancy.LeaseTerms;
import se.bofast.tenancy.LeaseView;
import se.bofast.tenancy.NewLease;
import se.bofast.tenancy.ReadingLeases;
import se.bofast.tenancy.Tenure;

/// A lease: its page, a new one, and what is believed of it.
@Controller
class LeasePage {

    private final ReadingLeases reading;
    private final KeepingLeases keeping;
    private final Apartments apartments;
    private final Dwellings dwellings;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    LeasePage(
            ReadingLeases reading,
            KeepingLeases keeping,
            Apartments apartments,
            Dwellings dwellings,
            Access access,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.keeping = keeping;
        this.apartments = apartments;
        this.dwellings = dwellings;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/hyresavtal/{lease}")
    ModelAndView show(Actor actor, @PathVariable UUID lease) {
        return Pages.render(
                "tenancy/web/lease", Map.of("view", reading.view(actor, new LeaseId(lease))));
    }

    /// What was known of the lease as a day ended.
    @GetMapping("/hyresavtal/{lease}/kant")
    ModelAndView known(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam(name = "dag", defaultValue = "") String dag) {
        var view = reading.view(actor, new LeaseId(lease));
        var day =
                se.bofast.kernel.DateText.read(dag, HouseClock.today(clock))
                        .orElse(HouseClock.today(clock));
        var moment = day.plusDays(1).atStartOfDay(HouseClock.ZONE).toInstant().minusMillis(1);
        var model = new java.util.HashMap<String, Object>();
        model.put("view", view);
        model.put("day", day);
        var known = view.knownAt(moment);
        model.put("known", known == null ? List.of() : List.of(known));
        return Pages.render("tenancy/web/lease-known", model);
    }

    @GetMapping("/hyresavtal/nytt")
    ModelAndView empty(
            Actor actor,
            @RequestParam(name = "person") UUID person,
            @RequestParam(name = "lagenhet", required = false) @Nullable UUID apartment) {
        require(actor, person);
        return newPage(
                person,
                Form.empty()
                        .with("apartment", apartment)
                        .with("tenure", Tenure.TRIAL)
                        .with("startOn", HouseClock.today(clock)));
    }

    private ModelAndView newPage(UUID person, Form form) {
        return Pages.render(
                "tenancy/web/lease-new",
                Map.of("person", person, "form", form, "apartments", choices()));
    }

    @PostMapping("/hyresavtal/nytt")
    ModelAndView register(
            Actor actor,
            @RequestParam(name = "person") UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        require(actor, person);
        var today = HouseClock.today(clock);
        var form = Form.of(fields);
        var terms =
                TermsFields.read(
                        form, LeaseTerms.of(Tenure.SUBLET, LocalDate.of(1990, 1, 1)), today);
        var apartment = form.uuid("apartment").map(ApartmentId::new);
        var street = form.text("street", 120);
        var number = form.text("number", 10);
        var rent = form.money("rent");
        var reason =
                form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
        if (apartment.isPresent() == street.isPresent()) {
            form.error("apartment", "tenancy.lease.new.oneHome");
        }
        street.filter(text -> AddressText.key(text).isEmpty())
                .ifPresent(text -> form.error("street", "tenancy.lease.new.noAddress"));
        if (form.hasErrors()) {
            return newPage(person, form);
        }
        try {
            var id =
                    commands.once(
                            Action.KEEP_LEASES,
                            form.commandKey(),
                            () ->
                                    register(
                                            actor,
                                            person,
                                            apartment.orElse(null),
                                            street.map(text -> dwelling(text, number.orElse(null)))
                                                    .orElse(null),
                                            terms,
                                            rent,
                                            reason));
            return Pages.onward("/hyresavtal/" + id, Notice.success("tenancy.lease.new.saved"));
        } catch (TurnedDown refused) {
            form.formError(refused.key());
            return newPage(person, form);
        }
    }

    private DwellingId dwelling(String street, @Nullable String number) {
        return dwellings.findOrAdd(
                new Dwellings.NewDwelling(
                        AddressText.key(street), street, number, null, null, null));
    }

    private String register(
            Actor actor,
            UUID person,
            @Nullable ApartmentId apartment,
            @Nullable DwellingId dwelling,
            java.util.Optional<LeaseTerms> terms,
            java.util.Optional<se.bofast.kernel.Money> rent,
            java.util.Optional<String> reason) {
        return Answers.orTurnDown(
                                keeping.register(
                                        actor,
                                        new NewLease(
                                                apartment,
                                                dwelling,
                                                List.of(new PersonId(person)),
                                                terms.orElseThrow(),
                                                rent.orElse(null),
                                                reason.orElseThrow())))
                        instanceof Kept.Done(var id)
                ? id.toString()
                : "";
    }

    @GetMapping("/hyresavtal/{lease}/andra")
    ModelAndView change(Actor actor, @PathVariable UUID lease) {
        var view = reading.toChange(actor, new LeaseId(lease));
        return changePage(
                view, TermsFields.filled(view.lease().terms()).with("seen", view.lease().fact()));
    }

    private static ModelAndView changePage(LeaseView view, Form form) {
        return Pages.render("tenancy/web/lease-change", Map.of("view", view, "form", form));
    }

    @PostMapping("/hyresavtal/{lease}/andra")
    ModelAndView save(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var terms = TermsFields.read(form, view.lease().terms(), HouseClock.today(clock));
        var reason =
                form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
        var seen = form.requiredUuid("seen");
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.change(
                                actor,
                                view.lease().id(),
                                seen.orElseThrow(),
                                terms.orElseThrow(),
                                reason.orElseThrow()))) {
            return changePage(view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.lease.changed"));
    }

    private List<Choice> choices() {
        return apartments.heldOn(HouseClock.today(clock)).stream()
                .sorted(Comparator.comparing(each -> each.details().number()))
                .map(each ->
                        Choice.of(
                                each.id().toString(),
                                each.details().number() + ", " + each.place().text()))
                .toList();
    }

    private void require(Actor actor, UUID person) {
        access.require(actor, Action.KEEP_LEASES);
        access.require(actor, Action.SEE_PERSON, new Subject(PersonRelations.KIND, person));
    }
}
