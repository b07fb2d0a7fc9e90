package se.bofast.prevention.web;

import java.util.Map;
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
import se.bofast.dwelling.LandlordId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.Consent.ConsentScope;
import se.bofast.person.Disclosure.Ground;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.TellingLandlord;
import se.bofast.prevention.TellingLandlord.Told;

/// Vad hyresvärden får veta, och vad den har fått veta.
@Controller
class TellingPage {

    private final TellingLandlord telling;
    private final Commands commands;

    TellingPage(TellingLandlord telling, Commands commands) {
        this.telling = telling;
        this.commands = commands;
    }

    @GetMapping("/arenden/{id}/vard")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var view = telling.view(actor, new CaseId(id));
        return page(view, Form.empty().with("landlord", view.landlord()));
    }

    private static ModelAndView page(TellingLandlord.View view, Form form) {
        return Pages.render("prevention/web/telling", Map.of("view", view, "form", form));
    }

    @PostMapping("/arenden/{id}/vard")
    ModelAndView tell(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var caseId = new CaseId(id);
        var view = telling.view(actor, caseId);
        var form = Form.of(fields);
        var ground = form.requiredChoice("ground", Ground.class, "prevention.told.ground.missing");
        var landlord = form.uuid("landlord").map(LandlordId::new);
        var scope = form.choice("scope", ConsentScope.class);
        var content = form.text("content", 2000);
        var note = form.text("note", 2000);
        if (form.hasErrors() || ground.isEmpty()) {
            return page(view, form);
        }
        var wish =
                new TellingLandlord.Wish(
                        landlord.orElse(null),
                        ground.get(),
                        scope.orElse(null),
                        content.orElse(null),
                        note.orElse(null));
        try {
            commands.once(
                    Action.TELL_LANDLORD,
                    form.commandKey(),
                    () ->
                            switch (telling.tell(actor, caseId, wish)) {
                                case Told.Done() -> "";
                                case Told.Refused(var reason) ->
                                        throw new Halted(
                                                switch (reason) {
                                                    case NO_SIGNAL_FROM_LANDLORD -> "ground";
                                                    case LANDLORD_MISSING -> "landlord";
                                                    case CONTENT_MISSING -> "content";
                                                    case SCOPE_MISSING -> "scope";
                                                },
                                                "prevention.told.refused",
                                                reason);
                                case Told.Ungrounded(var reason) ->
                                        throw new Halted(
                                                switch (reason) {
                                                    case CONSENT_MISSING,
                                                            PERSON_MISSING,
                                                            NAMES_SOMEBODY ->
                                                            "ground";
                                                    case DUTY_NOT_NAMED, NECESSITY_NOT_WRITTEN ->
                                                            "note";
                                                },
                                                "prevention.told.refused",
                                                reason);
                            });
        } catch (Halted halted) {
            return page(view, halted.tell(form));
        }
        return Pages.onward("/arenden/" + id, Notice.success("prevention.told.done"));
    }
}
