package se.bofast.intake.web;

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
import se.bofast.intake.AnsweringMatchQuestion;
import se.bofast.intake.AnsweringMatchQuestion.Answer;
import se.bofast.intake.Inbox;
import se.bofast.intake.SignalId;
import se.bofast.intake.SignalViews;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Whom doubtful signals are about: the notice and those in question side by side.
@Controller
class QuestionsPage {

    static final String PATH = "/inkorg/fragor";

    private final SignalViews views;
    private final Inbox inbox;
    private final AnsweringMatchQuestion answering;
    private final Commands commands;

    QuestionsPage(
            SignalViews views, Inbox inbox, AnsweringMatchQuestion answering, Commands commands) {
        this.views = views;
        this.inbox = inbox;
        this.answering = answering;
        this.commands = commands;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Pages.render(
                "intake/web/questions",
                Map.of(
                        "form",
                        Form.empty(),
                        "questions",
                        views.questions(actor),
                        "waiting",
                        inbox.questions(actor)));
    }

    /// The answer is a person's id, `new` or `nobody`.
    @PostMapping(PATH + "/{id}")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var answer = form.value("answer");
        var chosen =
                switch (answer) {
                    case "new" -> new Answer.SomebodyNew();
                    case "nobody" -> new Answer.NobodyKnown();
                    default ->
                            form.uuid("answer")
                                    .<Answer>map(person -> new Answer.This(new PersonId(person)))
                                    .orElse(null);
                };
        if (chosen == null) {
            return Pages.onward(back(form, id), Notice.warning("intake.question.missing"));
        }
        commands.once(
                Action.ANSWER_MATCH_QUESTION,
                form.commandKey(),
                () -> {
                    answering.answer(actor, new SignalId(id), chosen);
                    return id.toString();
                });
        return Pages.onward(
                back(form, id),
                Notice.success(
                        switch (chosen) {
                            case Answer.SomebodyNew fresh -> "intake.question.madeNew";
                            case Answer.NobodyKnown nobody -> "intake.question.leftUnknown";
                            case Answer.This one -> "intake.question.chosen";
                            case Answer.TheOneWith one -> "intake.question.chosen";
                        }));
    }

    private static String back(Form form, UUID id) {
        return form.has("back", "signal") ? "/signaler/" + id : PATH;
    }
}
