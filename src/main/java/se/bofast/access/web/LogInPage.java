package se.bofast.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actors;
import se.bofast.access.LoggingIn;
import se.bofast.database.Reach;
import se.bofast.kernel.BoardId;
import se.bofast.kernel.Forbidden;
import se.bofast.page.Form;
import se.bofast.page.Pages;

/// Logga in, and välja nämnd for who works in several.
@Controller
class LogInPage {

    /// What the page says above the form.
    enum Message {
        NONE,
        REFUSED,
        LOGGED_OUT
    }

    private final Actors actors;
    private final LoggingIn loggingIn;

    LogInPage(Actors actors, LoggingIn loggingIn) {
        this.actors = actors;
        this.loggingIn = loggingIn;
    }

    @GetMapping(LogInConfiguration.LOG_IN)
    ModelAndView logIn(@RequestParam MultiValueMap<String, String> query) {
        var message =
                query.containsKey("fel")
                        ? Message.REFUSED
                        : query.containsKey("ute") ? Message.LOGGED_OUT : Message.NONE;
        return Pages.render(
                "access/web/log-in", Map.of("form", Form.empty(), "message", message.name()));
    }

    @GetMapping(LogInConfiguration.CHOOSE_BOARD)
    ModelAndView boards() {
        return Pages.render("access/web/boards", Map.of("boards", choices()));
    }

    @PostMapping(LogInConfiguration.CHOOSE_BOARD)
    ModelAndView choose(
            HttpServletRequest request, @RequestParam MultiValueMap<String, String> fields) {
        var chosen =
                Form.of(fields)
                        .uuid("board")
                        .map(BoardId::new)
                        .filter(id -> choices().stream().anyMatch(c -> c.board().equals(id)))
                        .orElseThrow(Forbidden::new);
        request.changeSessionId();
        request.getSession().setAttribute(ActorFilter.BOARD, chosen.value());
        var employee = ActorFilter.loggedIn().orElseThrow(Forbidden::new);
        Reach.ofAccount(employee)
                .within(() -> actors.find(employee, chosen))
                .ifPresent(actor ->
                        actor.reach()
                                .within(() -> {
                                    loggingIn.came(actor);
                                    return null;
                                }));
        return Pages.onward("/");
    }

    private List<Actors.Choice> choices() {
        return ActorFilter.loggedIn()
                .map(id -> Reach.ofAccount(id).within(() -> actors.boards(id)))
                .orElseThrow(Forbidden::new);
    }
}
