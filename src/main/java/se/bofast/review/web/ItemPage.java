package se.bofast.review.web;

import java.util.HashMap;
import java.util.UUID;
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
import se.bofast.kernel.EmployeeId;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.review.Judgement;
import se.bofast.review.Judging;
import se.bofast.review.ReviewingItems;

/// One item: what was done, why it may have been needed, and the judgement. After a judgement comes
/// the next item by itself.
@Controller
class ItemPage {

    static final String PATH = "/granskning/post/";
    private static final int LONGEST_NOTE = 1000;

    private final ReviewingItems items;
    private final Judging judging;
    private final Access access;

    ItemPage(ReviewingItems items, Judging judging, Access access) {
        this.items = items;
        this.judging = judging;
        this.access = access;
    }

    @GetMapping(PATH + "{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var item = items.get(actor, id);
        var form = Form.empty();
        if (item.judgement() != null && item.judgement() != Judgement.ASKED_HEAD) {
            form = form.with("judgement", item.judgement().name());
        }
        if (item.note() != null) {
            form = form.with("note", item.note());
        }
        return page(actor, item, form, Form.empty());
    }

    private ModelAndView page(Actor actor, ReviewingItems.Item item, Form form, Form question) {
        var model = new HashMap<String, Object>();
        model.put("item", item);
        model.put("form", form);
        model.put("question", question);
        model.put(
                "reviews",
                access.allows(actor, Action.REVIEW_LOG) && !item.own() && !item.signed());
        return Pages.render("review/web/item", model);
    }

    @PostMapping(PATH + "{id}")
    ModelAndView judge(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.REVIEW_LOG);
        var item = items.get(actor, id);
        var form = Form.of(fields);
        var judgement =
                form.requiredChoice("judgement", Judgement.class, "review.item.judgement.missing");
        var note = form.text("note", LONGEST_NOTE);
        if (judgement.equals(java.util.Optional.of(Judgement.UNAUTHORISED)) && note.isEmpty()) {
            form.error("note", "review.item.note.missing");
        }
        if (judgement.equals(java.util.Optional.of(Judgement.ASKED_HEAD))) {
            form.error("judgement", "review.item.judgement.missing");
        }
        if (form.hasErrors()) {
            return page(actor, item, form, Form.empty());
        }
        judging.judge(actor, id, judgement.orElseThrow(), note.orElse(null));
        return onward(actor, item, "review.item.judged");
    }

    @PostMapping(PATH + "{id}/fraga")
    ModelAndView ask(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.REVIEW_LOG);
        var item = items.get(actor, id);
        var form = Form.of(fields);
        var head = form.requiredUuid("head", "review.item.head.missing");
        var question = form.requiredText("question", LONGEST_NOTE, "review.item.question.missing");
        if (form.hasErrors()) {
            return page(actor, item, Form.empty(), form);
        }
        judging.ask(actor, id, new EmployeeId(head.orElseThrow()), question.orElseThrow());
        return onward(actor, item, "review.item.asked");
    }

    private ModelAndView onward(Actor actor, ReviewingItems.Item item, String key) {
        var next = items.nextLeft(actor, item.round(), item.number());
        return Pages.onward(
                next.map(left -> PATH + left).orElse(RoundsPage.PATH + "/" + item.round()),
                Notice.success(key, item.number()));
    }
}
