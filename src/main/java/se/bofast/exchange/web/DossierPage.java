package se.bofast.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
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
import se.bofast.exchange.DeliveringFile;
import se.bofast.exchange.PackageKind;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Languages;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Registerutdrag och arkivpaket: what has been taken out of one person's dossier, and taking out
/// more. What leaves the house is written in Swedish, the language of public documents.
@Controller
class DossierPage {

    private static final String PATH = "/akter/{person}";

    private final DeliveringFile delivering;
    private final Access access;
    private final Commands commands;
    private final Frames frames;

    DossierPage(DeliveringFile delivering, Access access, Commands commands, Frames frames) {
        this.delivering = delivering;
        this.access = access;
        this.commands = commands;
        this.frames = frames;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @PathVariable UUID person) {
        access.require(actor, Action.SEE_PACKAGES);
        return Pages.render(
                "exchange/web/dossier",
                Map.of("view", delivering.view(actor, new PersonId(person)), "form", Form.empty()));
    }

    @PostMapping(PATH + "/registerutdrag")
    ModelAndView extract(
            Actor actor,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        return make(actor, person, PackageKind.EXTRACT, fields);
    }

    @PostMapping(PATH + "/arkivpaket")
    ModelAndView archive(
            Actor actor,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> fields) {
        return make(actor, person, PackageKind.ARCHIVE, fields);
    }

    private ModelAndView make(
            Actor actor, UUID person, PackageKind kind, MultiValueMap<String, String> fields) {
        access.require(actor, kind.action());
        commands.once(
                kind.action(),
                Form.of(fields).commandKey(),
                () ->
                        delivering
                                .make(
                                        actor,
                                        new PersonId(person),
                                        kind,
                                        frames.words(Languages.SWEDISH))
                                .toString());
        return Pages.onward("/akter/" + person, Notice.success("exchange.made"));
    }

    @GetMapping(PATH + "/fil/{id}")
    void file(
            Actor actor,
            @PathVariable UUID person,
            @PathVariable UUID id,
            HttpServletResponse response)
            throws IOException {
        access.require(actor, Action.SEE_PACKAGES);
        var file = delivering.fetch(actor, new PersonId(person), id);
        response.setContentType(file.contentType());
        response.setContentLength(file.bytes().length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file.fileName()).build().toString());
        response.getOutputStream().write(file.bytes());
    }
}
