package se.bofast.support.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.page.ErrorAnswer;
import se.bofast.page.Form;
import se.bofast.page.Frame;
import se.bofast.page.Frames;
import se.bofast.page.Languages;
import se.bofast.page.Pages;
import se.bofast.support.AnsweringByCode;
import se.bofast.support.AnsweringByCode.Answer;
import se.bofast.support.AnsweringByCode.Reply;
import se.bofast.support.Slot;

/// The page of a letter's code: day, time, place and "kommunen", nothing else (product.md H).
///
/// The code travels in the body of each request and never in an address, so it is in no history and
/// no log. Each answer is a page of its own; pressing again changes nothing.
@Controller
class CodePage {

    static final String PATH = "/tid";

    private final AnsweringByCode answering;
    private final Frames frames;

    CodePage(AnsweringByCode answering, Frames frames) {
        this.answering = answering;
        this.frames = frames;
    }

    @GetMapping(PATH)
    ModelAndView empty(
            @RequestParam(name = "sprak", defaultValue = "") String language,
            HttpServletRequest request) {
        return ask(HttpStatus.OK, Form.empty(), language, request);
    }

    private ModelAndView ask(
            HttpStatus status, Form form, String language, HttpServletRequest request) {
        return Pages.render(
                status,
                "support/web/code",
                model(language, request, form.hasErrors(), Map.of("form", form)));
    }

    @PostMapping(PATH)
    ModelAndView answer(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = Form.of(fields);
        var language = form.value("sprak");
        var code = form.requiredText("code", 100, "support.code.missing");
        if (code.isEmpty()) {
            return ask(HttpStatus.UNPROCESSABLE_ENTITY, form, language, request);
        }
        var reply = reply(form);
        return switch (answering.answer(code.get(), request.getRemoteAddr(), reply)) {
            case Answer.NotValid no -> {
                form.error("code", "support.code.notValid");
                yield ask(HttpStatus.UNPROCESSABLE_ENTITY, form, language, request);
            }
            case Answer.TooMany no -> {
                response.setHeader("Retry-After", ErrorAnswer.retryAfter(no.pause()));
                form.error("code", "support.code.tooMany");
                yield ask(HttpStatus.TOO_MANY_REQUESTS, form, language, request);
            }
            case Answer.Shown shown ->
                    Pages.render(
                            "support/web/code-shown",
                            model(
                                    language,
                                    request,
                                    false,
                                    Map.of(
                                            "shown",
                                            shown,
                                            "code",
                                            code.get(),
                                            "answered",
                                            !(reply instanceof Reply.Look))));
        };
    }

    private static Reply reply(Form form) {
        return switch (form.value("do")) {
            case "confirm" -> new Reply.Confirm();
            case "decline" -> new Reply.Decline();
            case "move" ->
                    form.uuid("slot")
                            .map(slot -> (Reply) new Reply.Move(new Slot.SlotId(slot)))
                            .orElseGet(Reply.Look::new);
            default -> new Reply.Look();
        };
    }

    private Map<String, Object> model(
            String language, HttpServletRequest request, boolean failed, Map<String, ?> values) {
        var model = new HashMap<String, Object>(values);
        model.put("frame", frame(language, request, failed));
        return model;
    }

    /// The language stands in the request itself, since there is no session and no cookie.
    private Frame frame(String language, HttpServletRequest request, boolean failed) {
        var usual = frames.of(request);
        var words =
                switch (language) {
                    case "en" -> frames.words(Languages.ENGLISH);
                    case "sv" -> frames.words(Languages.SWEDISH);
                    default -> usual.words();
                };
        return new Frame(
                words,
                usual.today(),
                usual.address(),
                null,
                List.of(),
                List.of(),
                usual.csrf(),
                null,
                usual.theme(),
                false,
                failed,
                usual.assets());
    }
}
