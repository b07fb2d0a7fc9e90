package se.bofast.review.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
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
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.review.ReviewRule;
import se.bofast.review.RoundId;
import se.bofast.review.Rounds;
import se.bofast.review.SigningRounds;

/// Loggranskning: the rounds, one round by rule, and its closing.
@Controller
class RoundsPage {

    static final String PATH = "/granskning";
    private static final int LONGEST_PASSWORD = 200;

    private final Rounds rounds;
    private final SigningRounds signing;
    private final Access access;
    private final Clock clock;

    RoundsPage(Rounds rounds, SigningRounds signing, Access access, Clock clock) {
        this.rounds = rounds;
        this.signing = signing;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView all(Actor actor) {
        return Pages.render(
                "review/web/rounds",
                Map.of(
                        "rounds",
                        rounds.all(actor),
                        "today",
                        HouseClock.today(clock),
                        "reviews",
                        access.allows(actor, Action.REVIEW_LOG)));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView round(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String regel,
            @RequestParam(required = false) @Nullable String visa,
            @RequestParam(required = false) @Nullable String page) {
        var round = new RoundId(id);
        var rule = rule(regel);
        var left = "kvar".equals(visa);
        var form = Form.empty();
        if (rule.isPresent()) {
            form = form.with("regel", rule.get().name());
        }
        if (left) {
            form = form.with("visa", "kvar");
        }
        var model = new HashMap<String, Object>();
        model.put("round", rounds.get(actor, round));
        model.put("rules", rounds.byRule(actor, round));
        model.put("slice", rounds.lines(actor, round, rule, left, PageKey.read(page)));
        model.put("form", form);
        model.put("narrow", rule.isPresent() || left);
        model.put("today", HouseClock.today(clock));
        model.put("reviews", access.allows(actor, Action.REVIEW_LOG));
        return Pages.render("review/web/round", model);
    }

    private static Optional<ReviewRule> rule(@Nullable String name) {
        return Arrays.stream(ReviewRule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst();
    }

    @GetMapping(PATH + "/{id}/avsluta")
    ModelAndView closing(Actor actor, @PathVariable UUID id) {
        return closing(actor, new RoundId(id), Form.empty());
    }

    private ModelAndView closing(Actor actor, RoundId id, Form form) {
        return Pages.render(
                "review/web/closing",
                Map.of(
                        "round",
                        rounds.get(actor, id),
                        "rules",
                        rounds.byRule(actor, id),
                        "check",
                        signing.check(actor, id),
                        "form",
                        form,
                        "reviews",
                        access.allows(actor, Action.REVIEW_LOG)));
    }

    @PostMapping(PATH + "/{id}/avsluta")
    ModelAndView sign(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.REVIEW_LOG);
        var round = new RoundId(id);
        rounds.get(actor, round);
        var form = Form.of(fields);
        var password = form.requiredText("password", LONGEST_PASSWORD);
        if (form.hasErrors()) {
            return closing(
                    actor,
                    round,
                    Form.empty().error("password", "review.closing.password.missing"));
        }
        return switch (signing.sign(actor, round, password.orElseThrow())) {
            case SigningRounds.Answer.Signed() ->
                    Pages.onward(
                            PATH + "/" + id + "/avsluta", Notice.success("review.closing.done"));
            // What was typed must not come back in the page.
            case SigningRounds.Answer.WrongPassword() ->
                    closing(
                            actor,
                            round,
                            Form.empty().error("password", "review.closing.password.wrong"));
            case SigningRounds.Answer.NotDone(var left) ->
                    closing(actor, round, Form.empty().formError("review.closing.notDone", left));
        };
    }
}
