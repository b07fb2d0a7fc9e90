package se.bofast.tenancy.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.tenancy.HomeSearch;
import se.bofast.tenancy.HomeSearches;
import se.bofast.tenancy.SearchId;

/// A person's own search for a home: queues, applications, and each step of them.
@Controller
class HomeSearchPage {

    private final HomeSearches searches;
    private final Commands commands;
    private final Clock clock;

    HomeSearchPage(HomeSearches searches, Commands commands, Clock clock) {
        this.searches = searches;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping("/sokt-bostad/{person}")
    ModelAndView show(Actor actor, @PathVariable UUID person) {
        return page(actor, new PersonId(person), fresh(), fresh());
    }

    private Form fresh() {
        return Form.empty()
                .with("since", HouseClock.today(clock))
                .with("on", HouseClock.today(clock));
    }

    private ModelAndView page(Actor actor, PersonId person, Form begin, Form step) {
        List<HomeSearch> found = searches.of(actor, person);
        return Pages.render(
                "tenancy/web/home-search",
                Map.of(
                        "name", searches.name(actor, person),
                        "searches", found,
                        "form", begin,
                        "step", step));
    }

    @PostMapping("/sokt-bostad/{person}")
    ModelAndView begin(
            Actor actor,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        var whose = new PersonId(person);
        searches.name(actor, whose);
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", HomeSearch.SearchKind.class);
        var place = form.requiredText("place", 200);
        var since = TermsFields.requiredPast(form, "since", HouseClock.today(clock));
        var renewBy = renewBy(form, since);
        var note = form.text("note", 1000);
        if (form.hasErrors()) {
            return page(actor, whose, form, fresh());
        }
        commands.once(
                Action.RECORD_HOME_SEARCH,
                form.commandKey(),
                () ->
                        searches.begin(
                                        actor,
                                        whose,
                                        kind.orElseThrow(),
                                        place.orElseThrow(),
                                        since.orElseThrow(),
                                        renewBy.orElse(null),
                                        note.orElse(null))
                                .toString());
        return Pages.onward("/sokt-bostad/" + person, Notice.success("tenancy.search.saved"));
    }

    @PostMapping("/sokt-bostad/steg/{search}")
    ModelAndView step(
            Actor actor,
            @PathVariable UUID search,
            @RequestParam MultiValueMap<String, String> fields) {
        var id = new SearchId(search);
        var person = searches.personOf(actor, id);
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", HomeSearch.StepKind.class);
        var on = TermsFields.requiredPast(form, "on", HouseClock.today(clock));
        var renewBy = renewBy(form, on);
        var note = form.text("note", 1000);
        if (form.hasErrors()) {
            return page(actor, person, fresh(), form);
        }
        commands.once(
                Action.RECORD_HOME_SEARCH,
                form.commandKey(),
                () ->
                        searches.step(
                                        actor,
                                        id,
                                        new HomeSearch.Step(
                                                kind.orElseThrow(),
                                                on.orElseThrow(),
                                                renewBy.orElse(null),
                                                note.orElse(null)))
                                .toString());
        return Pages.onward("/sokt-bostad/" + person, Notice.success("tenancy.step.saved"));
    }

    private Optional<LocalDate> renewBy(Form form, Optional<LocalDate> from) {
        var day = form.date("renewBy", HouseClock.today(clock));
        if (day.isPresent() && from.isPresent() && day.get().isBefore(from.get())) {
            form.error("renewBy", "tenancy.error.beforeStart");
        }
        return day;
    }
}
