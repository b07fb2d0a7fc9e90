package se.bofast.access.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.ManagingSender;
import se.bofast.letter.Recipient;
import se.bofast.letter.Sender;
import se.bofast.letter.SenderDetails;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Avsändare: the municipality's own words in its letters.
@Controller
class SenderPage {

    static final String PATH = SettingsPage.PATH + "/avsandare";

    private static final int LINE = 100;

    /// What must not be read on an envelope or in an address somebody else may see.
    private static final Pattern TELLING =
            Pattern.compile("social|nämnd|namnd|vräk|vrak|avhys|skuld|budget|hyresråd");

    private final ManagingSender sender;
    private final Commands commands;

    SenderPage(ManagingSender sender, Commands commands) {
        this.sender = sender;
        this.commands = commands;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        var form = Form.empty();
        var kept = sender.find(actor);
        kept.ifPresentOrElse(
                s -> fill(form, s),
                () -> form.with("board", actor.boardName()).with("unit", actor.unitName()));
        form.with("seen", ManagingSender.mark(kept));
        return page(form, kept.isPresent());
    }

    private static void fill(Form form, Sender kept) {
        var details = kept.details();
        form.with("municipality", details.municipality())
                .with("unit", details.unit())
                .with("board", details.board())
                .with("contactFunction", details.contactFunction())
                .with("phone", details.phone())
                .with("phoneFrom", details.phoneFrom().toString().replace(':', '.'))
                .with("phoneTo", details.phoneTo().toString().replace(':', '.'))
                .with("email", details.email())
                .with("visitingAddress", details.visitingAddress())
                .with("returnAddress", details.returnAddress())
                .with("answerPage", details.answerPage().toString())
                .with("enforcementAddress", String.join("\n", kept.enforcementAddress()));
    }

    private static ModelAndView page(Form form, boolean kept) {
        return Pages.render("access/web/sender", Map.of("form", form, "kept", kept));
    }

    @PostMapping(PATH)
    ModelAndView keep(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var kept = sender.find(actor).isPresent();
        var form = Form.of(fields);
        var municipality = form.requiredText("municipality", LINE);
        var unit = form.requiredText("unit", LINE);
        var board = form.requiredText("board", LINE);
        var function = form.requiredText("contactFunction", LINE);
        var phone = form.requiredText("phone", 40);
        var from = form.requiredTime("phoneFrom");
        var to = form.requiredTime("phoneTo");
        var email = form.requiredText("email", LINE);
        var visiting = form.requiredText("visitingAddress", LINE);
        var returning = form.requiredText("returnAddress", LINE);
        var page = form.requiredText("answerPage", 200).flatMap(SenderPage::address);
        var enforcement =
                form.text("enforcementAddress", 400)
                        .map(text -> text.lines().map(String::strip).filter(l -> !l.isEmpty()))
                        .map(java.util.stream.Stream::toList)
                        .orElse(List.of());
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            form.error("phoneTo", "access.sender.hoursBackward");
        }
        email.filter(address -> !address.matches("[^@\\s]+@[^@\\s]+"))
                .ifPresent(address -> form.error("email", "access.sender.email.wrong"));
        returning
                .filter(address ->
                        tells(address)
                                || board.filter(address::contains).isPresent()
                                || unit.filter(address::contains).isPresent())
                .ifPresent(address -> form.error("returnAddress", "access.sender.return.tells"));
        if (page.isEmpty() && !form.value("answerPage").isBlank()) {
            form.error("answerPage", "access.sender.page.wrong");
        }
        page.filter(address -> tells(address.toString()))
                .ifPresent(address -> form.error("answerPage", "access.sender.page.tells"));
        if (enforcement.size() > Recipient.MOST_LINES) {
            form.error("enforcementAddress", "access.sender.lines", Recipient.MOST_LINES);
        }
        if (form.hasErrors()) {
            return page(form, kept);
        }
        var now =
                new Sender(
                        new SenderDetails(
                                municipality.orElseThrow(),
                                unit.orElseThrow(),
                                board.orElseThrow(),
                                function.orElseThrow(),
                                phone.orElseThrow(),
                                from.orElseThrow(),
                                to.orElseThrow(),
                                email.orElseThrow(),
                                visiting.orElseThrow(),
                                returning.orElseThrow(),
                                page.orElseThrow()),
                        enforcement);
        var written =
                commands.once(
                        Action.MANAGE_BOARD,
                        form.commandKey(),
                        () -> Boolean.toString(sender.keep(actor, form.value("seen"), now)));
        if (!Boolean.parseBoolean(written)) {
            // A refusal is no result to be kept: press again.
            var found = sender.find(actor);
            form.with(Form.COMMAND_KEY, UUID.randomUUID())
                    .with("seen", ManagingSender.mark(found))
                    .formError("access.sender.meanwhile");
            return Pages.render(
                    HttpStatus.CONFLICT,
                    "access/web/sender",
                    Map.of("form", form, "kept", found.isPresent()));
        }
        return Pages.onward(PATH, Notice.success("access.sender.saved"));
    }

    private static boolean tells(String text) {
        return TELLING.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /// A plain https address, or nothing.
    private static Optional<URI> address(String typed) {
        try {
            var page = new URI(typed.contains("://") ? typed : "https://" + typed);
            return "https".equals(page.getScheme())
                            && page.getHost() != null
                            && page.getRawUserInfo() == null
                            && page.getRawQuery() == null
                            && page.getRawFragment() == null
                    ? Optional.of(page)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
