package se.bofast.prevention.web;

import java.util.HashMap;
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
import se.bofast.prevention.AlarmLimits;
import se.bofast.prevention.SettingAlarms;

/// Inställningar: after how long something is an alarm on Min dag.
@Controller
class AlarmsPage {

    static final String PATH = "/installningar/larm";
    private static final int MOST_VERSIONS = 1_000_000;

    private final SettingAlarms setting;
    private final Access access;

    AlarmsPage(SettingAlarms setting, Access access) {
        this.setting = setting;
        this.access = access;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        var view = setting.view(actor);
        return page(filled(view.limits()).with("seen", view.version()), false);
    }

    private static Form filled(AlarmLimits limits) {
        return Form.empty()
                .with("attemptDays", limits.attemptDays())
                .with("decisionDays", limits.decisionDays())
                .with("contactDays", limits.contactDays())
                .with("unreadHours", limits.unreadHours());
    }

    private static ModelAndView page(Form form, boolean meanwhile) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("usual", AlarmLimits.USUAL);
        return meanwhile
                ? Pages.render(HttpStatus.CONFLICT, "prevention/web/alarms", model)
                : Pages.render("prevention/web/alarms", model);
    }

    @PostMapping(PATH)
    ModelAndView set(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.MANAGE_BOARD);
        var form = Form.of(fields);
        var attempt = form.requiredWholeNumber("attemptDays", 1, AlarmLimits.MOST_ATTEMPT_DAYS);
        var decision = form.requiredWholeNumber("decisionDays", 1, AlarmLimits.MOST_DAYS);
        var contact = form.requiredWholeNumber("contactDays", 1, AlarmLimits.MOST_DAYS);
        var unread = form.requiredWholeNumber("unreadHours", 1, AlarmLimits.MOST_HOURS);
        var seen = form.wholeNumber("seen", 0, MOST_VERSIONS).orElse(0);
        if (form.hasErrors()) {
            return page(form, false);
        }
        var limits =
                new AlarmLimits(
                        attempt.orElseThrow(),
                        decision.orElseThrow(),
                        contact.orElseThrow(),
                        unread.orElseThrow());
        return switch (setting.set(actor, seen, limits)) {
            case SettingAlarms.Set.Done() ->
                    Pages.onward(PATH, Notice.success("prevention.alarms.saved"));
            case SettingAlarms.Set.ChangedMeanwhile(var now) ->
                    page(
                            form.with("seen", now.version())
                                    .formError(
                                            "prevention.alarms.meanwhile",
                                            now.limits().attemptDays(),
                                            now.limits().decisionDays(),
                                            now.limits().contactDays(),
                                            now.limits().unreadHours()),
                            true);
        };
    }
}
