package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.OwnSettings;
import se.bofast.page.Form;
import se.bofast.page.MenuItem;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.page.SettingSource;

/// Inställningar: one's own, and the ways to those of the board one may change.
@Controller
class SettingsPage {

    static final String PATH = "/installningar";

    private final OwnSettings own;
    private final Access access;
    private final Sessions sessions;
    private final LocaleResolver locales;
    private final ObjectProvider<SettingSource> others;

    SettingsPage(
            OwnSettings own,
            Access access,
            Sessions sessions,
            LocaleResolver locales,
            ObjectProvider<SettingSource> others) {
        this.others = others;
        this.own = own;
        this.access = access;
        this.sessions = sessions;
        this.locales = locales;
    }

    @GetMapping(PATH)
    ModelAndView settings(Actor actor) {
        return settings(
                actor, Form.empty().with("language", Language.of(actor.locale())), Form.empty());
    }

    private ModelAndView settings(Actor actor, Form language, Form password) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        var may = EnumSet.noneOf(Action.class);
        for (var action :
                EnumSet.of(
                        Action.MANAGE_DELEGATION, Action.MANAGE_BOARD, Action.MANAGE_EMPLOYEES)) {
            if (access.allows(actor, action)) {
                may.add(action);
            }
        }
        return Pages.render(
                "access/web/settings",
                Map.of(
                        "form",
                        password,
                        "language",
                        language,
                        "actor",
                        actor,
                        "may",
                        may,
                        "others",
                        others.stream()
                                .flatMap(room -> room.settings().stream())
                                .sorted(Comparator.comparingInt(MenuItem::order))
                                .toList()));
    }

    @PostMapping(PATH + "/sprak")
    ModelAndView language(
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var language = form.requiredChoice("language", Language.class);
        if (language.isEmpty()) {
            return settings(actor, form, Form.empty());
        }
        own.changeLanguage(actor, language.get().locale());
        locales.setLocale(request, response, language.get().locale());
        return Pages.onward(PATH, Notice.success("access.settings.language.saved"));
    }

    @PostMapping(PATH + "/losenord")
    ModelAndView password(
            HttpServletRequest request,
            Actor actor,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        return changed(request, actor, form)
                ? Pages.onward(PATH, Notice.success("access.password.saved"))
                : settings(actor, Form.empty().with("language", Language.of(actor.locale())), form);
    }

    @GetMapping(LogInConfiguration.NEW_PASSWORD)
    ModelAndView mustChange(Actor actor) {
        access.require(actor, Action.CHANGE_OWN_SETTINGS);
        return Pages.render("access/web/password", Map.of("form", Form.empty()));
    }

    @PostMapping(LogInConfiguration.NEW_PASSWORD)
    ModelAndView changeAtOnce(
            HttpServletRequest request,
            Actor actor,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        return changed(request, actor, form)
                ? Pages.onward("/", Notice.success("access.password.saved"))
                : Pages.render("access/web/password", Map.of("form", form));
    }

    private boolean changed(HttpServletRequest request, Actor actor, Form form) {
        var current = form.value("currentPassword");
        if (current.isEmpty()) {
            form.error("currentPassword", "page.error.required");
        }
        var next = Typed.newPassword(form);
        if (form.hasErrors()) {
            return false;
        }
        switch (own.changePassword(actor, current, next.orElseThrow())) {
            case CHANGED -> {
                var session = request.getSession();
                sessions.endOthers(actor.id(), session.getId());
                session.removeAttribute(ActorFilter.MUST_CHANGE);
                request.changeSessionId();
            }
            case WRONG_CURRENT -> form.error("currentPassword", "access.password.wrong");
            case TOO_SHORT ->
                    form.error(
                            "newPassword",
                            "access.password.tooShort",
                            OwnSettings.SHORTEST_PASSWORD);
            case TOO_EASY -> form.error("newPassword", "access.password.tooEasy");
            case GUESSABLE -> form.error("newPassword", "access.password.guessable");
        }
        return !form.hasErrors();
    }
}
