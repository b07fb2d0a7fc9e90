package se.bofast.prevention.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import se.bofast.intake.SignalCard;
import se.bofast.intake.SignalId;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.letter.EvictionConfirmation.Enforcement;
import se.bofast.letter.KeptLetter.LetterId;
import se.bofast.letter.LetterLanguage;
import se.bofast.letter.TemplateCode;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.page.Words;
import se.bofast.prevention.CaseId;
import se.bofast.prevention.CaseLetters;
import se.bofast.prevention.DecisionId;
import se.bofast.prevention.LetterRefusal;
import se.bofast.prevention.LetterRefusal.LetterHindrance;
import se.bofast.prevention.LetterWish;
import se.bofast.prevention.MonthsReading;
import se.bofast.prevention.Writing;
import se.bofast.prevention.WritingCaseLetters;
import se.bofast.support.Slot;

/// Brev: the letters of a case, and writing a new one with the letter itself in view.
@Controller
class CaseLettersPage {

    private static final String BASE = "/arenden/{id}/brev";
    private static final String REFUSED = "refused:";

    /// The letters one can write, and where.
    enum Wanted {
        INVITATION("inbjudan", TemplateCode.INVITATION),
        REMINDER("paminnelse", TemplateCode.REMINDER),
        RECEIPT("kvittens", TemplateCode.LANDLORD_RECEIPT),
        CONFIRMATION("kronofogden", TemplateCode.EVICTION_CONFIRMATION),
        UNDERTAKING("atagande", TemplateCode.PAYMENT_UNDERTAKING);

        private final String slug;
        private final TemplateCode template;

        Wanted(String slug, TemplateCode template) {
            this.slug = slug;
            this.template = template;
        }

        boolean hasTime() {
            return this == INVITATION || this == REMINDER;
        }

        static Wanted of(String slug) {
            return Arrays.stream(values())
                    .filter(kind -> kind.slug.equals(slug))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }
    }

    /// A letter as the page shows it.
    ///
    /// @param beside the language set out after the Swedish text, or null
    public record Sheet(
            Content content, @org.jspecify.annotations.Nullable LetterLanguage beside) {}

    private final CaseLetters letters;
    private final WritingCaseLetters writing;
    private final Commands commands;
    private final Frames frames;
    private final Access access;
    private final Clock clock;

    CaseLettersPage(
            CaseLetters letters,
            WritingCaseLetters writing,
            Commands commands,
            Frames frames,
            Access access,
            Clock clock) {
        this.letters = letters;
        this.writing = writing;
        this.commands = commands;
        this.frames = frames;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping(BASE)
    ModelAndView list(Actor actor, @PathVariable UUID id) {
        return Pages.render(
                "prevention/web/letters",
                Map.of(
                        "view",
                        letters.view(actor, new CaseId(id)),
                        "maySetUp",
                        access.allows(actor, Action.MANAGE_BOARD)));
    }

    @GetMapping(BASE + "/skriv/{kind}")
    ModelAndView write(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(name = "underrattelse", required = false) Optional<UUID> notice,
            @RequestParam(name = "beslut", required = false) Optional<UUID> decision) {
        var caseId = new CaseId(id);
        var what = Wanted.of(kind);
        var view = letters.view(actor, caseId);
        var form = Form.empty();
        prefill(actor, what, view, form, notice, decision);
        // Asked of another form: an empty field is no error before somebody has sent it.
        var asked = Form.empty();
        prefill(actor, what, view, asked, notice, decision);
        return page(actor, what, view, form, wish(what, asked));
    }

    private void prefill(
            Actor actor,
            Wanted kind,
            CaseLetters.View view,
            Form form,
            Optional<UUID> notice,
            Optional<UUID> decision) {
        var words = frames.words(actor.locale());
        var sender = view.sender();
        switch (kind) {
            case INVITATION, REMINDER ->
                    writing.times(actor, view.id()).stream()
                            .findFirst()
                            .ifPresent(slot -> form.with("slot", slot.id().value()));
            case RECEIPT ->
                    chosen(view.receipts(), notice)
                            .ifPresent(card -> form.with("notice", card.id().value()));
            case CONFIRMATION ->
                    chosen(view.evictions(), notice)
                            .ifPresent(card -> {
                                form.with("notice", card.id().value());
                                form.with("enforcement", Enforcement.EVICTION);
                                form.with("enforcementCase", card.senderReference());
                                form.with("title", words.t("prevention.write.title.usual"));
                                if (sender != null) {
                                    form.with("phone", sender.details().phone());
                                    form.with("email", sender.details().email());
                                }
                            });
            case UNDERTAKING ->
                    view.undertakings().stream()
                            .filter(d -> decision.map(d.id().value()::equals).orElse(true))
                            .findFirst()
                            .ifPresent(d -> {
                                form.with("decision", d.id().value());
                                form.with("months", d.months());
                                form.with("title", words.t("prevention.write.title.head"));
                            });
        }
    }

    private static Optional<SignalCard> chosen(List<SignalCard> cards, Optional<UUID> notice) {
        return cards.stream()
                .filter(card -> notice.map(card.id().value()::equals).orElse(true))
                .findFirst();
    }

    @PostMapping(BASE + "/skriv/{kind}")
    ModelAndView write(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> fields) {
        var caseId = new CaseId(id);
        var what = Wanted.of(kind);
        var form = Form.of(fields);
        var wish = wish(what, form);
        if (wish.isEmpty() || form.hasErrors() || form.value("do").equals("show")) {
            return page(actor, what, letters.view(actor, caseId), form, wish);
        }
        var made =
                commands.once(
                        Action.WRITE_LETTER,
                        form.commandKey(),
                        () -> told(writing.make(actor, caseId, wish.get())));
        if (made.startsWith(REFUSED)) {
            // A refusal is no result to be kept: press again.
            form.with(Form.COMMAND_KEY, UUID.randomUUID());
            return page(actor, what, letters.view(actor, caseId), form, wish);
        }
        return Pages.onward(
                "/arenden/" + id + "/brev",
                Notice.success("prevention.letters.made", Integer.parseInt(made)));
    }

    private static String told(Writing writing) {
        return switch (writing) {
            case Writing.Made made -> Integer.toString(made.letters().size());
            case Writing.Refused refused -> REFUSED + refused.why().reason().name();
            case Writing.Shown shown -> throw new IllegalStateException("nothing was made");
        };
    }

    /// The form with the letter as it would be, or with the reason why there is none.
    private ModelAndView page(
            Actor actor, Wanted kind, CaseLetters.View view, Form form, Optional<LetterWish> wish) {
        var words = frames.words(actor.locale());
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("template", kind.template);
        model.put("slug", kind.slug);
        model.put("form", form);
        model.put("maySetUp", access.allows(actor, Action.MANAGE_BOARD));
        model.put("slots", kind.hasTime() ? slots(actor, view, words) : List.of());
        model.put(
                "notices",
                kind == Wanted.RECEIPT
                        ? notices(view.receipts(), words)
                        : notices(view.evictions(), words));
        model.put(
                "decisions",
                view.undertakings().stream()
                        .map(d ->
                                Choice.of(
                                        d.id().value().toString(),
                                        words.t(
                                                "prevention.write.decision.choice",
                                                d.decidedOn(),
                                                d.months() == null ? "" : d.months())))
                        .toList());
        List<Sheet> sheets = List.of();
        if (wish.isPresent() && !form.hasErrors()) {
            switch (writing.show(actor, view.id(), wish.get())) {
                case Writing.Refused refused -> model.put("refusal", refused.why());
                case Writing.Shown shown ->
                        sheets = shown.sheets().stream().map(CaseLettersPage::sheet).toList();
                case Writing.Made made -> throw new IllegalStateException("only shown");
            }
        } else if (!form.hasErrors()) {
            nothingToChoose(kind, view)
                    .ifPresent(why -> model.put("refusal", LetterRefusal.of(why)));
        }
        model.put("sheets", sheets);
        return Pages.render("prevention/web/letter-write", model);
    }

    /// Why the form has nothing to choose from.
    private static Optional<LetterHindrance> nothingToChoose(Wanted kind, CaseLetters.View view) {
        return switch (kind) {
            case INVITATION, REMINDER ->
                    Optional.of(
                            view.isProtected()
                                    ? LetterHindrance.PROTECTED
                                    : view.hasPerson()
                                            ? LetterHindrance.NO_FREE_SLOT
                                            : LetterHindrance.UNKNOWN_PERSON);
            case RECEIPT ->
                    view.receipts().isEmpty()
                            ? Optional.of(LetterHindrance.NOT_FROM_LANDLORD)
                            : Optional.empty();
            case CONFIRMATION ->
                    view.evictions().isEmpty()
                            ? Optional.of(LetterHindrance.NO_EVICTION_NOTICE)
                            : Optional.empty();
            case UNDERTAKING ->
                    view.undertakings().isEmpty()
                            ? Optional.of(LetterHindrance.NO_DECISION)
                            : Optional.empty();
        };
    }

    private static Sheet sheet(Writing.Sheet sheet) {
        return new Sheet(output -> output.writeContent(sheet.html()), sheet.use().beside());
    }

    private List<Choice> slots(Actor actor, CaseLetters.View view, Words words) {
        return writing.times(actor, view.id()).stream()
                .map(slot ->
                        Choice.of(
                                slot.id().value().toString(),
                                words.t(
                                        "prevention.write.slot.choice",
                                        day(slot),
                                        words.time(slot.startAt()),
                                        slot.place())))
                .toList();
    }

    private static LocalDate day(Slot slot) {
        return LocalDate.ofInstant(slot.startAt(), HouseClock.ZONE);
    }

    private static List<Choice> notices(List<SignalCard> cards, Words words) {
        return cards.stream()
                .map(card ->
                        Choice.of(
                                card.id().value().toString(),
                                words.t(
                                        "prevention.write.notice.choice",
                                        words.label(card.kind()),
                                        LocalDate.ofInstant(card.receivedAt(), HouseClock.ZONE))))
                .toList();
    }

    /// What the form asks for; empty with errors in the form when something is missing.
    private Optional<LetterWish> wish(Wanted kind, Form form) {
        return switch (kind) {
            case INVITATION ->
                    form.requiredUuid("slot", "prevention.write.slot.missing")
                            .map(slot -> new LetterWish.Invite(new Slot.SlotId(slot)));
            case REMINDER ->
                    form.requiredUuid("slot", "prevention.write.slot.missing")
                            .map(slot -> new LetterWish.Remind(new Slot.SlotId(slot)));
            case RECEIPT ->
                    form.requiredUuid("notice", "prevention.write.notice.missing")
                            .map(notice -> new LetterWish.Receipt(new SignalId(notice)));
            case CONFIRMATION -> confirm(form);
            case UNDERTAKING -> undertake(form);
        };
    }

    private static Optional<LetterWish> confirm(Form form) {
        var notice = form.requiredUuid("notice", "prevention.write.notice.missing");
        var enforcement = form.requiredChoice("enforcement", Enforcement.class);
        var number = form.requiredText("enforcementCase", 60);
        var at = form.time("at");
        var title = form.requiredText("title", 60);
        var phone = form.requiredText("phone", 40);
        var email = form.requiredText("email", 100);
        return form.hasErrors()
                ? Optional.empty()
                : Optional.of(
                        new LetterWish.Confirm(
                                new SignalId(notice.orElseThrow()),
                                enforcement.orElseThrow(),
                                number.orElseThrow(),
                                at.orElse(null),
                                title.orElseThrow(),
                                phone.orElseThrow(),
                                email.orElseThrow()));
    }

    private Optional<LetterWish> undertake(Form form) {
        var decision = form.requiredUuid("decision", "prevention.write.decision.missing");
        var written = form.requiredText("months", 200, "prevention.undertaking.months.missing");
        var months = written.flatMap(MonthsReading::read);
        if (written.isPresent() && months.isEmpty()) {
            form.error("months", "prevention.write.months.unclear");
        }
        var title = form.requiredText("title", 60);
        var paidBy = form.date("paidBy", HouseClock.today(clock));
        var reference = form.text("reference", 60);
        return form.hasErrors()
                ? Optional.empty()
                : Optional.of(
                        new LetterWish.Undertake(
                                new DecisionId(decision.orElseThrow()),
                                months.orElseThrow(),
                                title.orElseThrow(),
                                paidBy.orElse(null),
                                reference.orElse(null)));
    }

    /// The letter as it was made. The name of the file says nothing of anybody.
    @GetMapping(BASE + "/{letter}/fil")
    void file(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID letter,
            HttpServletResponse response)
            throws IOException {
        download(response, "brev.pdf", letters.fetch(actor, new CaseId(id), new LetterId(letter)));
    }

    static void download(HttpServletResponse response, String name, byte[] bytes)
            throws IOException {
        response.setContentType("application/pdf");
        response.setContentLength(bytes.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.getOutputStream().write(bytes);
    }

    @PostMapping(BASE + "/{letter}/skickat")
    ModelAndView sent(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID letter,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        letters.sent(
                actor,
                new CaseId(id),
                new LetterId(letter),
                day(form),
                form.text("proof", 300).orElse(null));
        return back(id, "prevention.letters.wasSent");
    }

    @PostMapping(BASE + "/skickade")
    ModelAndView allSent(Actor actor, @PathVariable UUID id) {
        letters.allSent(actor, new CaseId(id));
        return back(id, "prevention.letters.allWereSent");
    }

    @PostMapping(BASE + "/{letter}/retur")
    ModelAndView returned(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID letter,
            @RequestParam MultiValueMap<String, String> fields) {
        letters.returned(actor, new CaseId(id), new LetterId(letter), day(Form.of(fields)));
        return Pages.onward(
                "/arenden/" + id + "/brev", Notice.warning("prevention.letters.wasReturned"));
    }

    @PostMapping(BASE + "/{letter}/stoppa")
    ModelAndView stop(Actor actor, @PathVariable UUID id, @PathVariable UUID letter) {
        letters.stop(actor, new CaseId(id), new LetterId(letter));
        return back(id, "prevention.letters.wasStopped");
    }

    private LocalDate day(Form form) {
        var today = HouseClock.today(clock);
        if (form.value("on").isBlank()) {
            return today;
        }
        return form.date("on", today)
                .orElseThrow(() -> new Conflict("prevention.letters.dayWrong"));
    }

    private static ModelAndView back(UUID id, String notice) {
        return Pages.onward("/arenden/" + id + "/brev", Notice.success(notice));
    }
}
