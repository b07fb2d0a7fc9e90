package se.bofast.tenancy.web;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.tenancy.KeepingLeases;
import se.bofast.tenancy.LeaseEnd;
import se.bofast.tenancy.LeaseId;
import se.bofast.tenancy.LeaseView;
import se.bofast.tenancy.NoticeBy;
import se.bofast.tenancy.ReadingLeases;

/// What happens to a lease: notice, its end, the landlord told, the way forward decided, who rents.
@Controller
class LeaseEndPage {

    private final ReadingLeases reading;
    private final KeepingLeases keeping;
    private final Frames frames;
    private final Clock clock;

    LeaseEndPage(ReadingLeases reading, KeepingLeases keeping, Frames frames, Clock clock) {
        this.frames = frames;
        this.reading = reading;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/hyresavtal/{lease}/uppsagning")
    ModelAndView notice(Actor actor, @PathVariable UUID lease) {
        var view = reading.toChange(actor, new LeaseId(lease));
        return noticePage(
                view,
                Form.empty()
                        .with("seen", view.lease().fact())
                        .with("on", HouseClock.today(clock))
                        .with("by", NoticeBy.TENANT));
    }

    private static ModelAndView noticePage(LeaseView view, Form form) {
        return Pages.render("tenancy/web/lease-notice", Map.of("view", view, "form", form));
    }

    @PostMapping("/hyresavtal/{lease}/uppsagning")
    ModelAndView giveNotice(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var on = TermsFields.requiredPast(form, "on", HouseClock.today(clock));
        var by = form.requiredChoice("by", NoticeBy.class);
        var ground = form.text("ground", 300);
        var reason = reason(form);
        var seen = form.requiredUuid("seen");
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.giveNotice(
                                actor,
                                view.lease().id(),
                                seen.orElseThrow(),
                                on.orElseThrow(),
                                by.orElseThrow(),
                                ground.orElse(null),
                                reason.orElseThrow()))) {
            return noticePage(view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.notice.saved"));
    }

    @PostMapping("/hyresavtal/{lease}/uppsagning/ta-tillbaka")
    ModelAndView noticeBack(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var reason = reason(form);
        var seen = form.requiredUuid("seen");
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.takeNoticeBack(
                                actor,
                                view.lease().id(),
                                seen.orElseThrow(),
                                reason.orElseThrow()))) {
            return noticePage(view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.notice.takenBack"));
    }

    @GetMapping("/hyresavtal/{lease}/avsluta")
    ModelAndView end(Actor actor, @PathVariable UUID lease) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var runsOut = view.lease().terms().runsOutOn();
        return endPage(
                view,
                Form.empty()
                        .with("seen", view.lease().fact())
                        .with("on", runsOut == null ? HouseClock.today(clock) : runsOut));
    }

    private static ModelAndView endPage(LeaseView view, Form form) {
        return Pages.render("tenancy/web/lease-end", Map.of("view", view, "form", form));
    }

    @PostMapping("/hyresavtal/{lease}/avsluta")
    ModelAndView finish(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var cause = form.requiredChoice("cause", LeaseEnd.class);
        // What never was has no last day.
        var on =
                cause.filter(LeaseEnd.MISTAKE::equals).isPresent()
                        ? Optional.of(view.lease().terms().startOn())
                        : TermsFields.required(form, "on", HouseClock.today(clock));
        var reason = reason(form);
        var seen = form.requiredUuid("seen");
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.end(
                                actor,
                                view.lease().id(),
                                seen.orElseThrow(),
                                on.orElseThrow(),
                                cause.orElseThrow(),
                                reason.orElseThrow()))) {
            return endPage(view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.end.saved"));
    }

    @GetMapping("/hyresavtal/{lease}/ateruppta")
    ModelAndView resume(Actor actor, @PathVariable UUID lease) {
        var view = reading.toChange(actor, new LeaseId(lease));
        return resumePage(view, Form.empty().with("seen", view.lease().fact()));
    }

    private static ModelAndView resumePage(LeaseView view, Form form) {
        return Pages.render("tenancy/web/lease-resume", Map.of("view", view, "form", form));
    }

    @PostMapping("/hyresavtal/{lease}/ateruppta")
    ModelAndView goOn(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var reason = reason(form);
        var seen = form.requiredUuid("seen");
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.resume(
                                actor,
                                view.lease().id(),
                                seen.orElseThrow(),
                                reason.orElseThrow()))) {
            return resumePage(view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.resume.saved"));
    }

    @PostMapping("/hyresavtal/{lease}/hyresvarden-underrattad")
    ModelAndView told(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var seen = form.requiredUuid("seen");
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.landlordTold(
                                actor,
                                view.lease().id(),
                                seen.orElseThrow(),
                                HouseClock.today(clock)))) {
            return Pages.onward(view.place(), Notice.warning("tenancy.error.changedMeanwhile"));
        }
        return Pages.onward(view.place(), Notice.success("tenancy.told.saved"));
    }

    @GetMapping("/hyresavtal/{lease}/part")
    ModelAndView party(Actor actor, @PathVariable UUID lease) {
        var view = reading.toChange(actor, new LeaseId(lease));
        return partyPage(actor, view, Form.empty().with("from", HouseClock.today(clock)));
    }

    private ModelAndView partyPage(Actor actor, LeaseView view, Form form) {
        var words = frames.words(actor.locale());
        return Pages.render(
                "tenancy/web/lease-party",
                Map.of(
                        "view",
                        view,
                        "form",
                        form,
                        "people",
                        reading.livingWith(actor, view).stream()
                                .map(name ->
                                        Choice.of(name.id().value().toString(), name.shown(words)))
                                .toList()));
    }

    @PostMapping("/hyresavtal/{lease}/part")
    ModelAndView addParty(
            Actor actor,
            @PathVariable UUID lease,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var from = TermsFields.required(form, "from", HouseClock.today(clock));
        var person = form.requiredUuid("person", "tenancy.party.who");
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.addParty(
                                actor,
                                view.lease().id(),
                                new PersonId(person.orElseThrow()),
                                from.orElseThrow()))) {
            return partyPage(actor, view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.party.added"));
    }

    @PostMapping("/hyresavtal/{lease}/part/{party}/lamnar")
    ModelAndView endParty(
            Actor actor,
            @PathVariable UUID lease,
            @PathVariable UUID party,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new LeaseId(lease));
        var form = Form.of(fields);
        var last = TermsFields.required(form, "last", HouseClock.today(clock));
        if (form.hasErrors()
                || !Answers.done(
                        form,
                        keeping.endParty(actor, view.lease().id(), party, last.orElseThrow()))) {
            return partyPage(actor, view, form);
        }
        return Pages.onward(view.place(), Notice.success("tenancy.party.left"));
    }

    private static Optional<String> reason(Form form) {
        return form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
    }
}
