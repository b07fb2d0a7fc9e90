package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.EasyPasswords;
import se.bofast.access.FirstAdministrator;
import se.bofast.kernel.NotFound;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Where the link of an empty database leads: the first board and its administrator.
@Controller
class StartPage {

    private final FirstAdministrator first;
    private final Frames frames;

    StartPage(FirstAdministrator first, Frames frames) {
        this.first = first;
        this.frames = frames;
    }

    @GetMapping("/start/{token}")
    ModelAndView empty(@PathVariable String token) {
        return page(token, Form.empty());
    }

    private ModelAndView page(String token, Form form) {
        if (!first.isOpen(token)) {
            throw new NotFound();
        }
        return Pages.render("access/web/start", Map.of("form", form, "token", token));
    }

    @PostMapping("/start/{token}")
    ModelAndView found(
            HttpServletRequest request,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var municipality = form.requiredText("municipality", 100);
        var county = form.requiredText("county", 100);
        var board = form.requiredText("boardName", 100);
        var neutral = form.requiredText("neutralName", 100);
        var name = form.requiredText("name", 100);
        var login = Typed.login(form);
        var password = Typed.newPassword(form);
        if (password.isPresent()
                && EasyPasswords.has(
                        password.get(),
                        Stream.of(municipality, board, name, login)
                                .flatMap(Optional::stream)
                                .toList())) {
            form.error("newPassword", "access.password.guessable");
        }
        if (form.hasErrors()) {
            return page(token, form);
        }
        var words = frames.words(request);
        first.found(
                token,
                new FirstAdministrator.Founding(
                        municipality.orElseThrow(),
                        county.orElseThrow(),
                        board.orElseThrow(),
                        neutral.orElseThrow(),
                        name.orElseThrow(),
                        login.orElseThrow(),
                        password.orElseThrow()),
                new FirstAdministrator.UnitNames(
                        words.t("access.UnitKind.HOUSING"), words.t("access.UnitKind.STAFF")));
        return Pages.onward(LogInConfiguration.LOG_IN, Notice.success("access.start.done"));
    }
}
