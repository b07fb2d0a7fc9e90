package se.bofast.placement.web;

import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
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
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.placement.Category;
import se.bofast.placement.FormId;
import se.bofast.placement.HousingForm.Condition;
import se.bofast.placement.HousingForm.Definition;
import se.bofast.placement.HousingForm.Step;
import se.bofast.placement.ManagingForms;
import se.bofast.placement.ManagingForms.Managed;

/// Boendeformer: what forms the board has, where they stand and how they count.
@Controller
class FormsPage {

    static final String PATH = "/installningar/boendeformer";
    private static final int NAME = 80;
    private static final int MOST_VERSIONS = 1_000_000;

    private static final class NotDone extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Managed why;

        NotDone(Managed why) {
            super("refused", null, false, false);
            this.why = why;
        }
    }

    private final ManagingForms managing;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    FormsPage(ManagingForms managing, Access access, Commands commands, Clock clock) {
        this.managing = managing;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Pages.render("placement/web/forms", Map.of("rows", managing.all(actor)));
    }

    // ---- an own form

    @GetMapping(PATH + "/ny")
    ModelAndView addForm(Actor actor) {
        access.require(actor, Action.MANAGE_HOUSING_FORMS);
        return addPage(
                Form.empty()
                        .with("from", HouseClock.today(clock))
                        .with("condition-CITY", Condition.ALWAYS)
                        .with("condition-NATIONAL", Condition.ALWAYS)
                        .with("condition-ETHOS_LIGHT", Condition.ALWAYS));
    }

    @PostMapping(PATH + "/ny")
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.MANAGE_HOUSING_FORMS);
        var form = Form.of(fields);
        var wish = wish(form);
        var from =
                form.requiredDate("from", HouseClock.today(clock), "placement.forms.from.missing");
        var reason = form.requiredText("reason", Fields.REASON, "placement.forms.reason.missing");
        if (form.hasErrors() || wish.isEmpty()) {
            return addPage(form);
        }
        try {
            commands.once(
                    Action.MANAGE_HOUSING_FORMS,
                    form.commandKey(),
                    () ->
                            done(
                                    managing.add(
                                            actor,
                                            wish.get(),
                                            from.orElseThrow(),
                                            reason.orElseThrow())));
        } catch (NotDone refused) {
            return addPage(tell(form, refused.why));
        }
        return Pages.onward(PATH, Notice.success("placement.forms.added"));
    }

    private static ModelAndView addPage(Form form) {
        return Pages.render("placement/web/form-new", Map.of("form", form));
    }

    // ---- change, end

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var row = managing.one(actor, new FormId(id));
        return page(actor, row, filled(row), Form.empty().with("seen", row.version()));
    }

    @PostMapping(PATH + "/{id}")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var row = managing.one(actor, new FormId(id));
        var form = Form.of(fields);
        var seen = form.wholeNumber("seen", 0, MOST_VERSIONS).orElse(0);
        var wish = wish(form);
        var from =
                form.requiredDate("from", HouseClock.today(clock), "placement.forms.from.missing");
        var reason = form.requiredText("reason", Fields.REASON, "placement.forms.reason.missing");
        var end = Form.empty().with("seen", row.version());
        if (form.hasErrors() || wish.isEmpty()) {
            return page(actor, row, form, end);
        }
        try {
            commands.once(
                    Action.MANAGE_HOUSING_FORMS,
                    form.commandKey(),
                    () ->
                            done(
                                    managing.change(
                                            actor,
                                            row.form().id(),
                                            seen,
                                            wish.get(),
                                            from.orElseThrow(),
                                            reason.orElseThrow())));
        } catch (NotDone refused) {
            return page(actor, row, tell(form, refused.why), end);
        }
        return Pages.onward(PATH, Notice.success("placement.forms.changed"));
    }

    @PostMapping(PATH + "/{id}/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var row = managing.one(actor, new FormId(id));
        var form = Form.of(fields);
        var seen = form.wholeNumber("seen", 0, MOST_VERSIONS).orElse(0);
        var last =
                form.requiredDate("last", HouseClock.today(clock), "placement.forms.last.missing");
        var reason =
                form.requiredText("endReason", Fields.REASON, "placement.forms.reason.missing");
        if (form.hasErrors()) {
            return page(actor, row, filled(row), form);
        }
        try {
            commands.once(
                    Action.MANAGE_HOUSING_FORMS,
                    form.commandKey(),
                    () ->
                            done(
                                    managing.end(
                                            actor,
                                            row.form().id(),
                                            seen,
                                            last.orElseThrow(),
                                            reason.orElseThrow())));
        } catch (NotDone refused) {
            return page(
                    actor, row, filled(row), form.error("last", "placement.forms.laterIsSettled"));
        }
        return Pages.onward(PATH, Notice.success("placement.forms.ended"));
    }

    private ModelAndView page(Actor actor, ManagingForms.Row row, Form form, Form end) {
        var model = new HashMap<String, Object>();
        model.put("row", row);
        model.put("form", form);
        model.put("end", end);
        model.put("history", managing.history(actor, row.form().id()));
        return Pages.render("placement/web/form-change", model);
    }

    private Form filled(ManagingForms.Row row) {
        var of = row.form();
        var form =
                Form.empty()
                        .with("seen", row.version())
                        .with("nameSv", of.nameSv())
                        .with("nameEn", of.nameEn())
                        .with("step", of.step())
                        .with("home", of.home() ? "yes" : null)
                        .with("keepsHome", of.keepsHome() ? "yes" : null)
                        .with("from", HouseClock.today(clock));
        for (var definition : Definition.values()) {
            var crossing = row.counts().get(definition);
            form =
                    form.with(
                                    "category-" + definition.name(),
                                    crossing == null ? null : crossing.category())
                            .with(
                                    "condition-" + definition.name(),
                                    crossing == null ? Condition.ALWAYS : crossing.condition());
        }
        return form;
    }

    private static Optional<ManagingForms.Wish> wish(Form form) {
        var sv = form.requiredText("nameSv", NAME, "placement.forms.name.missing");
        var en = form.text("nameEn", NAME);
        var step = form.requiredChoice("step", Step.class, "placement.forms.step.missing");
        var counts = new EnumMap<Definition, ManagingForms.Counts>(Definition.class);
        for (var definition : Definition.values()) {
            var category = form.choice("category-" + definition.name(), Category.class);
            var condition =
                    form.choice("condition-" + definition.name(), Condition.class)
                            .orElse(Condition.ALWAYS);
            category.filter(c -> c.definition() != definition)
                    .ifPresent(
                            c -> form.error("category-" + definition.name(), "page.error.choice"));
            category.ifPresent(c -> counts.put(definition, new ManagingForms.Counts(c, condition)));
        }
        return form.hasErrors()
                ? Optional.empty()
                : Optional.of(
                        new ManagingForms.Wish(
                                sv.orElseThrow(),
                                en.orElse(null),
                                step.orElseThrow(),
                                form.check("home"),
                                form.check("keepsHome"),
                                counts));
    }

    private static String done(Managed managed) {
        return switch (managed) {
            case DONE -> managed.name();
            case LATER_IS_SETTLED, NAME_IS_TAKEN, NOTHING_CHANGED -> throw new NotDone(managed);
        };
    }

    private static Form tell(Form form, Managed why) {
        return switch (why) {
            case LATER_IS_SETTLED -> form.error("from", "placement.forms.laterIsSettled");
            case NAME_IS_TAKEN -> form.error("nameSv", "placement.forms.nameIsTaken");
            case NOTHING_CHANGED -> form.formError("placement.forms.nothingChanged");
            case DONE -> form;
        };
    }
}
