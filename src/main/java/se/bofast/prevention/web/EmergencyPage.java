package se.bofast.prevention.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.access.BreakingGlass;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.page.Words;
import se.bofast.prevention.OpeningInEmergency;
import se.bofast.prevention.OpeningInEmergency.Answer;

/// Nödöppning: somebody must see a case beyond their reach, now. The number and the reason are
/// sent, and stand in no address.
@Controller
public class EmergencyPage {

    static final String PATH = "/arenden/nodoppning";
    private static final int[] HOURS = {1, 4, 24};

    private final OpeningInEmergency opening;

    EmergencyPage(OpeningInEmergency opening) {
        this.opening = opening;
    }

    /// How long one may ask for.
    public static List<Choice> lengths(Words words) {
        return Arrays.stream(HOURS)
                .mapToObj(
                        h -> Choice.of(String.valueOf(h), words.t("prevention.emergency.hours", h)))
                .toList();
    }

    @GetMapping(PATH)
    ModelAndView form(Actor actor) {
        return form(actor, Form.empty().with("hours", HOURS[0]));
    }

    private ModelAndView form(Actor actor, Form form) {
        return Pages.render(
                "prevention/web/emergency", Map.of("form", form, "open", opening.mine(actor)));
    }

    @PostMapping(PATH)
    ModelAndView open(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        opening.mine(actor);
        var form = Form.of(fields);
        var number = form.requiredText("number", 20, "prevention.emergency.number.missing");
        var reason = form.requiredText("reason", 500, "prevention.emergency.reason.missing");
        var hours = form.requiredWholeNumber("hours", HOURS[0], HOURS[HOURS.length - 1]);
        if (reason.isPresent() && reason.get().strip().length() < BreakingGlass.SHORTEST_REASON) {
            form.error("reason", "prevention.emergency.reason.short");
        }
        if (form.hasErrors()) {
            return form(actor, form);
        }
        return switch (opening.open(
                actor,
                number.orElseThrow(),
                reason.orElseThrow(),
                Duration.ofHours(hours.orElseThrow()))) {
            case Answer.Opened opened ->
                    Pages.onward(
                            "/arenden/" + opened.id().value(),
                            Notice.warning("prevention.emergency.done"));
            case Answer.WithinReach within ->
                    Pages.onward(
                            "/arenden/" + within.id().value(),
                            Notice.info("prevention.emergency.notNeeded"));
            case Answer.NoSuchCase none ->
                    form(actor, form.error("number", "prevention.emergency.number.none"));
        };
    }

    @PostMapping(PATH + "/{id}/stang")
    ModelAndView close(Actor actor, @PathVariable UUID id) {
        opening.close(actor, id);
        return Pages.onward(PATH, Notice.success("prevention.emergency.closed"));
    }
}
