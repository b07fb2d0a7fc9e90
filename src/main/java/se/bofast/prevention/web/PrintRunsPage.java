package se.bofast.prevention.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Pace;
import se.bofast.access.Paced;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;
import se.bofast.letter.PrintOrder.PrintOrderId;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.prevention.CaseFilter;
import se.bofast.prevention.CaseLists;
import se.bofast.prevention.InvitationChoice;
import se.bofast.prevention.PrintingInvitations;

/// Utskrifter: letters to many at once, from the choice to the file and the post.
@Controller
class PrintRunsPage {

    static final String PATH = "/utskrifter";

    private static final String NO_SENDER = "no-sender";
    private static final String NOBODY = "nobody";

    /// A meeting proposed later than this is no help.
    private static final int FARTHEST_DAYS = 90;

    /// The kinds of notice that call for a letter.
    private static final List<SignalKind> KINDS =
            List.of(
                    SignalKind.PAYMENT_ORDER,
                    SignalKind.RENT_ARREARS,
                    SignalKind.DISTURBANCE,
                    SignalKind.TERMINATION);

    private final PrintingInvitations printing;
    private final CaseLists lists;
    private final Access access;
    private final Commands commands;
    private final Frames frames;
    private final Clock clock;

    PrintRunsPage(
            PrintingInvitations printing,
            CaseLists lists,
            Access access,
            Commands commands,
            Frames frames,
            Clock clock) {
        this.printing = printing;
        this.lists = lists;
        this.access = access;
        this.commands = commands;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        var runs = printing.latest(actor);
        return Pages.render(
                "prevention/web/print-runs", Map.of("runs", runs, "names", printing.names(runs)));
    }

    @GetMapping(PATH + "/ny")
    ModelAndView ask(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.PRINT_LETTERS);
        var form = Form.of(query);
        if (query.isEmpty()) {
            form.with("kind", SignalKind.PAYMENT_ORDER);
        }
        return preview(actor, form, choice(actor, form));
    }

    private ModelAndView preview(Actor actor, Form form, InvitationChoice choice) {
        var words = frames.words(actor.locale());
        var fields = new LinkedHashMap<String, String>();
        fields.put("whose", choice.whose().name());
        fields.put("earliestOn", choice.earliestOn().toString());
        if (choice.kind() != null) {
            fields.put("kind", choice.kind().name());
        }
        if (choice.unit() != null) {
            fields.put("unit", choice.unit().toString());
        }
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("choice", choice);
        model.put("fields", fields);
        model.put("outlook", printing.outlook(actor, choice));
        model.put("maySetUp", access.allows(actor, Action.MANAGE_BOARD));
        model.put("kinds", KINDS.stream().map(k -> Choice.of(k.name(), words.label(k))).toList());
        model.put(
                "whose",
                whose(actor).stream().map(w -> Choice.of(w.name(), words.label(w))).toList());
        model.put(
                "units",
                lists.units().stream().map(u -> Choice.of(u.id().toString(), u.name())).toList());
        return Pages.render("prevention/web/print-new", model);
    }

    private static List<CaseFilter.Whose> whose(Actor actor) {
        var scope = Permissions.of(actor.roles(), Action.PRINT_LETTERS);
        var choices = new ArrayList<>(List.of(CaseFilter.Whose.MINE));
        if (scope.compareTo(Scope.UNIT) >= 0) {
            choices.add(CaseFilter.Whose.MY_UNITS);
        }
        if (scope == Scope.BOARD) {
            choices.add(CaseFilter.Whose.ALL);
        }
        return choices;
    }

    private InvitationChoice choice(Actor actor, Form form) {
        var today = HouseClock.today(clock);
        var choices = whose(actor);
        var earliest =
                form.date("earliestOn", today)
                        .filter(day ->
                                !day.isBefore(today) && day.isBefore(today.plusDays(FARTHEST_DAYS)))
                        .orElse(today);
        return new InvitationChoice(
                form.choice("whose", CaseFilter.Whose.class)
                        .filter(choices::contains)
                        .orElse(choices.getLast()),
                form.choice("kind", SignalKind.class).filter(KINDS::contains).orElse(null),
                form.uuid("unit").map(UnitId::new).orElse(null),
                earliest);
    }

    @PostMapping(PATH)
    ModelAndView order(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.PRINT_LETTERS);
        var form = Form.of(fields);
        var choice = choice(actor, form);
        var ordered =
                commands.once(
                        Action.PRINT_LETTERS,
                        form.commandKey(),
                        () ->
                                switch (printing.order(actor, choice)) {
                                    case PrintingInvitations.Ordered.Run run ->
                                            run.id().value().toString();
                                    case PrintingInvitations.Ordered.NoSender no -> NO_SENDER;
                                    case PrintingInvitations.Ordered.Nobody no -> NOBODY;
                                });
        if (ordered.equals(NO_SENDER) || ordered.equals(NOBODY)) {
            form.with(Form.COMMAND_KEY, UUID.randomUUID());
            form.formError(
                    ordered.equals(NO_SENDER)
                            ? "prevention.print.noSender"
                            : "prevention.print.nobody");
            return preview(actor, form, choice);
        }
        return Pages.onward(PATH + "/" + ordered);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return Pages.render(
                "prevention/web/print-run",
                Map.of("view", printing.view(actor, new PrintOrderId(id))));
    }

    /// Asked by a page that shows work going on; when the work has ended, the whole page is asked
    /// for anew.
    @GetMapping(PATH + "/{id}/lage")
    ModelAndView progress(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var view = printing.view(actor, new PrintOrderId(id));
        if (!view.isWorking()) {
            response.setHeader("HX-Refresh", "true");
        }
        return Pages.render("prevention/web/print-work", Map.of("view", view));
    }

    /// Made once. Who comes for it a second time is first told who has it already.
    @Paced(Pace.EXPORT)
    @GetMapping(PATH + "/{id}/fil/{ordinal}")
    @org.jspecify.annotations.Nullable
    ModelAndView file(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String ordinal,
            @RequestParam(name = "igen", required = false) Optional<String> again,
            HttpServletResponse response)
            throws IOException {
        access.require(actor, Action.PRINT_LETTERS);
        if (!ordinal.matches("[1-9]\\d{0,3}")) {
            throw new NotFound();
        }
        var bytes =
                printing.fetch(
                        actor,
                        new PrintOrderId(id),
                        Integer.parseInt(ordinal),
                        again.filter("ja"::equals).isPresent());
        if (bytes.isEmpty()) {
            return Pages.onward(PATH + "/" + id, Notice.warning("prevention.print.fetchedBefore"));
        }
        CaseLettersPage.download(response, "utskrift-" + ordinal + ".pdf", bytes.get());
        return null;
    }

    @PostMapping(PATH + "/{id}/skickade")
    ModelAndView sent(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        LocalDate on =
                form.value("on").isBlank()
                        ? today
                        : form.date("on", today)
                                .orElseThrow(() -> new Conflict("prevention.letters.dayWrong"));
        var sent = printing.sent(actor, new PrintOrderId(id), on);
        return Pages.onward(PATH + "/" + id, Notice.success("prevention.print.wereSent", sent));
    }

    @PostMapping(PATH + "/{id}/forsok-igen")
    ModelAndView tryAgain(Actor actor, @PathVariable UUID id) {
        printing.tryAgain(actor, new PrintOrderId(id));
        return Pages.onward(PATH + "/" + id);
    }
}
