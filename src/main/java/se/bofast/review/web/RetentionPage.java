package se.bofast.review.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
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
import se.bofast.audit.RetentionHold;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.review.ErasingFiles;
import se.bofast.review.HoldingFiles;
import se.bofast.review.ReadingRetention;
import se.bofast.review.RetainedFile.Standing;

/// Gallring: what falls due, a proposal, another's decision, and the protocol.
@Controller
class RetentionPage {

    static final String PATH = "/gallring";
    private static final String ORDER = PATH + "/forslag/";
    private static final int LONGEST = 500;

    private final ReadingRetention reading;
    private final ErasingFiles erasing;
    private final HoldingFiles holding;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    RetentionPage(
            ReadingRetention reading,
            ErasingFiles erasing,
            HoldingFiles holding,
            Access access,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.erasing = erasing;
        this.holding = holding;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView plan(Actor actor) {
        return Pages.render(
                "review/web/retention",
                Map.of(
                        "view",
                        reading.overview(actor),
                        "form",
                        Form.empty(),
                        "mayPropose",
                        access.allows(actor, Action.PROPOSE_ERASURE),
                        "maySee",
                        access.allows(actor, Action.SEE_RETENTION_FILES)));
    }

    @GetMapping(PATH + "/akter")
    ModelAndView list(
            Actor actor,
            @RequestParam(name = "lage", required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String page) {
        var wanted = Standing.DUE;
        for (var one : Standing.values()) {
            if (one.name().equals(standing)) {
                wanted = one;
            }
        }
        return Pages.render(
                "review/web/retention-files",
                Map.of(
                        "standing",
                        wanted,
                        "slice",
                        reading.list(actor, wanted, PageKey.read(page))));
    }

    @GetMapping(PATH + "/akter/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        return one(actor, id, Form.empty());
    }

    private ModelAndView one(Actor actor, UUID id, Form form) {
        return Pages.render(
                "review/web/retention-file",
                Map.of(
                        "one",
                        reading.one(actor, id),
                        "form",
                        form,
                        "id",
                        id,
                        "mayDeliver",
                        access.allows(actor, Action.DELIVER_FILE)));
    }

    @PostMapping(PATH + "/akter/{id}/undanta")
    ModelAndView hold(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.HOLD_RETENTION);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var ground = form.requiredChoice("ground", RetentionHold.Ground.class);
        var note = form.text("note", LONGEST);
        var until = form.date("untilOn", today);
        if (ground.filter(g -> !g.isForEver()).isPresent()
                && until.filter(day -> !day.isBefore(today)).isEmpty()) {
            form.error("untilOn", "review.hold.untilMissing");
        }
        if (ground.filter(RetentionHold.Ground.OTHER::equals).isPresent() && note.isEmpty()) {
            form.error("note", "review.hold.noteMissing");
        }
        if (form.hasErrors()) {
            return one(actor, id, form);
        }
        commands.once(
                Action.HOLD_RETENTION,
                form.commandKey(),
                () -> {
                    holding.hold(
                            actor,
                            new PersonId(id),
                            ground.orElseThrow(),
                            note.orElse(null),
                            until.orElse(null));
                    return "";
                });
        return Pages.onward(PATH + "/akter/" + id, Notice.success("review.hold.saved"));
    }

    @PostMapping(PATH + "/undantag/{id}/hav")
    ModelAndView release(Actor actor, @PathVariable UUID id) {
        var person = holding.end(actor, id);
        return Pages.onward(PATH + "/akter/" + person.value(), Notice.success("review.hold.ended"));
    }

    @PostMapping(PATH + "/forslag")
    ModelAndView propose(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.PROPOSE_ERASURE);
        var form = Form.of(fields);
        var motive = form.text("motive", LONGEST).orElse(null);
        var order =
                commands.once(
                        Action.PROPOSE_ERASURE,
                        form.commandKey(),
                        () -> erasing.propose(actor, motive).map(UUID::toString).orElse(""));
        return order.isEmpty()
                ? Pages.onward(PATH, Notice.warning("review.erase.nothingDue"))
                : Pages.onward(ORDER + order, Notice.success("review.erase.proposed"));
    }

    @GetMapping(PATH + "/forslag/{id}")
    ModelAndView order(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String page) {
        return order(actor, id, page, Form.empty());
    }

    private ModelAndView order(Actor actor, UUID id, @Nullable String page, Form form) {
        var model = new HashMap<String, Object>();
        model.put("view", reading.order(actor, id, PageKey.read(page)));
        model.put("form", form);
        return Pages.render("review/web/erasure", model);
    }

    @PostMapping(PATH + "/forslag/{id}/undanta")
    ModelAndView leaveOut(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.HOLD_RETENTION);
        var form = Form.of(fields);
        var root = form.requiredUuid("root");
        var reason = form.requiredChoice("reason", ErasingFiles.LeftOut.class);
        if (form.hasErrors()) {
            return order(actor, id, null, form);
        }
        erasing.leaveOut(actor, id, root.orElseThrow(), reason.orElseThrow());
        return Pages.onward(ORDER + id, Notice.success("review.erase.leftOut"));
    }

    @PostMapping(PATH + "/forslag/{id}/beslut")
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.DECIDE_ERASURE);
        var form = Form.of(fields);
        var approved = form.requiredYesNo("approved");
        var motive = form.text("motive", LONGEST);
        if (approved.filter(yes -> !yes).isPresent() && motive.isEmpty()) {
            form.error("motive", "review.erase.motiveMissing");
        }
        if (form.hasErrors()) {
            return order(actor, id, null, form);
        }
        commands.once(
                Action.DECIDE_ERASURE,
                form.commandKey(),
                () -> {
                    erasing.decide(actor, id, approved.orElseThrow(), motive.orElse(null));
                    return "";
                });
        return Pages.onward(ORDER + id);
    }
}
