package se.bofast.review.web;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.review.ReviewRule;
import se.bofast.review.ReviewTerms;
import se.bofast.review.SettingReview;

/// Inställningar: what the board's rounds are reckoned by.
@Controller
class TermsPage {

    static final String PATH = "/installningar/loggranskning";
    private static final int MOST_VERSIONS = 1_000_000;
    private static final int MOST_PERCENT = 100;
    private static final int MOST = 1000;
    private static final int MOST_SIGN_DAYS = 90;

    private static final List<ReviewRule> CHOICES =
            Arrays.stream(ReviewRule.values())
                    .filter(rule -> !ReviewRule.ALWAYS.contains(rule))
                    .toList();

    private final SettingReview setting;
    private final Access access;

    TermsPage(SettingReview setting, Access access) {
        this.setting = setting;
        this.access = access;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        var view = setting.view(actor);
        var terms = view.terms();
        return page(
                HttpStatus.OK,
                Form.empty()
                        .with("opens", terms.opens().toString())
                        .with("closes", terms.closes().toString())
                        .with("samplePercent", terms.samplePercent())
                        .with("sampleLeast", terms.sampleLeast())
                        .with("manyPeople", terms.manyPeople())
                        .with("manySearches", terms.manySearches())
                        .with("closedDays", terms.closedDays())
                        .with("signDays", terms.signDays())
                        .withAll(
                                "rules",
                                CHOICES.stream()
                                        .filter(terms::uses)
                                        .collect(java.util.stream.Collectors.toSet()))
                        .with("seen", view.version()));
    }

    private static ModelAndView page(HttpStatus status, Form form) {
        return form.hasErrors() && status == HttpStatus.OK
                ? Pages.render("review/web/terms", Map.of("form", form, "rules", CHOICES))
                : Pages.render(status, "review/web/terms", Map.of("form", form, "rules", CHOICES));
    }

    @PostMapping(PATH)
    ModelAndView set(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.SET_LOG_REVIEW);
        var form = Form.of(fields);
        var opens = form.requiredTime("opens");
        var closes = form.requiredTime("closes");
        var percent = form.requiredWholeNumber("samplePercent", 0, MOST_PERCENT);
        var least = form.requiredWholeNumber("sampleLeast", 0, MOST);
        var people = form.requiredWholeNumber("manyPeople", 2, MOST);
        var searches = form.requiredWholeNumber("manySearches", 2, MOST);
        var closed = form.requiredWholeNumber("closedDays", 0, MOST);
        var sign = form.requiredWholeNumber("signDays", 1, MOST_SIGN_DAYS);
        var on = form.choices("rules", ReviewRule.class);
        var seen = form.wholeNumber("seen", 0, MOST_VERSIONS).orElse(0);
        if (!form.hasErrors()
                && !opens.orElse(LocalTime.MIN).isBefore(closes.orElse(LocalTime.MAX))) {
            form.error("closes", "review.terms.closes.before");
        }
        if (form.hasErrors()) {
            return page(HttpStatus.OK, form);
        }
        var off = EnumSet.copyOf(CHOICES);
        off.removeAll(on);
        var answer =
                setting.set(
                        actor,
                        seen,
                        new ReviewTerms(
                                opens.orElseThrow(),
                                closes.orElseThrow(),
                                percent.orElseThrow(),
                                least.orElseThrow(),
                                people.orElseThrow(),
                                searches.orElseThrow(),
                                closed.orElseThrow(),
                                sign.orElseThrow(),
                                off));
        return switch (answer) {
            case DONE -> Pages.onward(PATH, Notice.success("review.terms.saved"));
            case CHANGED_MEANWHILE ->
                    page(
                            HttpStatus.CONFLICT,
                            form.with("seen", setting.view(actor).version())
                                    .formError("review.terms.meanwhile"));
        };
    }
}
