package se.bofast.person.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import se.bofast.access.Units;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.page.Slice;
import se.bofast.person.DoublePair;
import se.bofast.person.DoublePair.DoublePairId;
import se.bofast.person.DoubleSearches;
import se.bofast.person.Doubles;

/// Dubbletter: those that may be one human, and what was decided.
@Controller
class DoublesPage {

    static final String DOUBLES = "/personer/dubbletter";
    private static final String ONE = DOUBLES + "/{pair}";
    private static final int ROWS = 50;
    private static final int DECIDED = 30;

    private final Access access;
    private final Commands commands;
    private final Doubles doubles;
    private final DoubleSearches searches;
    private final Units units;

    DoublesPage(
            Access access,
            Commands commands,
            Doubles doubles,
            DoubleSearches searches,
            Units units) {
        this.access = access;
        this.commands = commands;
        this.doubles = doubles;
        this.searches = searches;
        this.units = units;
    }

    @GetMapping(DOUBLES)
    ModelAndView list(
            Actor actor, @RequestParam(name = "page", required = false) @Nullable String page) {
        access.require(actor, Action.DECIDE_LINK);
        var after = PageKey.read(page).flatMap(key -> id(key.values().getFirst()));
        var found = doubles.waiting(actor, after, ROWS + 1);
        var more = found.pairs().size() > ROWS;
        var shown = more ? found.pairs().subList(0, ROWS) : found.pairs();
        var next = more ? PageKey.after(List.of(shown.getLast().id().value().toString())) : null;
        return Pages.render(
                "person/web/doubles",
                Map.of(
                        "slice",
                        new Slice<>(shown, null, next),
                        "people",
                        found.people(),
                        "waiting",
                        doubles.countWaiting(actor),
                        "latest",
                        searches.latest()));
    }

    private static Optional<DoublePairId> id(String text) {
        try {
            return Optional.of(new DoublePairId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping(DOUBLES + "/avgjorda")
    ModelAndView decided(Actor actor) {
        var found = doubles.decided(actor, DECIDED);
        return Pages.render(
                "person/web/doubles-decided",
                Map.of("pairs", found.pairs(), "people", found.people()));
    }

    /// Look through the whole register now.
    @PostMapping(DOUBLES + "/leta")
    ModelAndView look(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.LOOK_FOR_DOUBLES);
        commands.once(
                Action.LOOK_FOR_DOUBLES,
                Form.of(fields).commandKey(),
                () -> searches.order().value().toString());
        return Pages.onward(DOUBLES, Notice.success("person.doubles.ordered"));
    }

    @GetMapping(ONE)
    ModelAndView one(Actor actor, @PathVariable UUID pair) {
        return page(actor, new DoublePairId(pair), Form.empty());
    }

    @PostMapping(ONE + "/koppla")
    ModelAndView link(
            Actor actor,
            @PathVariable UUID pair,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.DECIDE_LINK);
        once(fields, () -> doubles.link(actor, new DoublePairId(pair)));
        return Pages.onward(DOUBLES + "/" + pair, Notice.success("person.double.linked"));
    }

    @PostMapping(ONE + "/inte-samma")
    ModelAndView setApart(
            Actor actor,
            @PathVariable UUID pair,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.DECIDE_LINK);
        once(fields, () -> doubles.setApart(actor, new DoublePairId(pair)));
        return Pages.onward(DOUBLES, Notice.success("person.double.setApart"));
    }

    @PostMapping(ONE + "/ta-isar")
    ModelAndView takeApart(
            Actor actor,
            @PathVariable UUID pair,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.DECIDE_LINK);
        var form = Form.of(fields);
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        if (form.hasErrors()) {
            return page(actor, new DoublePairId(pair), form);
        }
        once(fields, () -> doubles.takeApart(actor, new DoublePairId(pair), reason.orElseThrow()));
        return Pages.onward(DOUBLES + "/" + pair, Notice.success("person.double.takenApart"));
    }

    private void once(MultiValueMap<String, String> fields, Runnable work) {
        commands.once(
                Action.DECIDE_LINK,
                Form.of(fields).commandKey(),
                () -> {
                    work.run();
                    return "";
                });
    }

    private ModelAndView page(Actor actor, DoublePairId id, Form form) {
        var view = doubles.pair(actor, id);
        var deciders =
                view.decisions().stream()
                        .map(DoublePair.Decided::by)
                        .filter(Objects::nonNull)
                        .toList();
        return Pages.render(
                "person/web/double",
                Map.of("view", view, "form", form, "deciders", units.names(deciders)));
    }
}
