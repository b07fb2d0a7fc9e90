package se.bofast.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Pace;
import se.bofast.access.Paced;
import se.bofast.filing.ImportKind;
import se.bofast.filing.ImportKinds;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.ReceivingFiles;
import se.bofast.filing.SheetWriting;
import se.bofast.filing.UploadId;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Receiving a list: what kind, from whom, the file; and the lists that came lately.
@Controller
class ImportsPage {

    static final String PATH = "/inlasning";

    private final ImportKinds kinds;
    private final ReceivingFiles receiving;
    private final ReadingUploads reading;
    private final Access access;
    private final Commands commands;
    private final Frames frames;

    ImportsPage(
            ImportKinds kinds,
            ReceivingFiles receiving,
            ReadingUploads reading,
            Access access,
            Commands commands,
            Frames frames) {
        this.kinds = kinds;
        this.receiving = receiving;
        this.reading = reading;
        this.access = access;
        this.commands = commands;
        this.frames = frames;
    }

    @GetMapping(PATH)
    ModelAndView start(
            Actor actor, @RequestParam(name = "kind", required = false) Optional<String> code) {
        return page(actor, Form.empty(), code.flatMap(c -> chosen(actor, c)));
    }

    /// An empty list with the columns of the kind, under names that are understood when it comes
    /// back.
    @Paced(Pace.EXPORT)
    @GetMapping(PATH + "/mall")
    void template(
            Actor actor,
            @RequestParam(name = "kind", defaultValue = "") String code,
            HttpServletResponse response)
            throws IOException {
        if (kinds.of(actor).isEmpty()) {
            throw new Forbidden();
        }
        var kind = chosen(actor, code).orElseThrow(NotFound::new);
        access.require(actor, kind.action());
        var name = frames.words(actor.locale()).t(kind.nameKey());
        ImportPage.download(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name + ".xlsx");
        SheetWriting.xlsx(
                name,
                kind.reader().fields().stream().map(field -> field.synonyms().getFirst()).toList(),
                Stream.empty(),
                response.getOutputStream());
    }

    private Optional<ImportKind<?>> chosen(Actor actor, String code) {
        return kinds.of(actor).stream()
                .filter(kind -> kind.code().equals(code))
                .<ImportKind<?>>map(kind -> kind)
                .findFirst();
    }

    private ModelAndView page(Actor actor, Form form, Optional<ImportKind<?>> kind) {
        var offered = kinds.of(actor);
        if (offered.isEmpty()) {
            throw new Forbidden();
        }
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("kinds", offered);
        kind.ifPresent(k -> {
            model.put("kind", k);
            model.put("senders", k.senders());
        });
        model.put("latest", reading.latest(actor));
        return Pages.render("filing/web/imports", model);
    }

    @PostMapping(PATH)
    ModelAndView receive(
            Actor actor,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        var form = Form.of(fields);
        var kind = form.text("kind", 60).flatMap(code -> chosen(actor, code));
        if (kind.isEmpty()) {
            return page(actor, form, kind);
        }
        access.require(actor, kind.get().action());
        var sender = form.requiredText("sender", 80, "filing.import.sender.missing");
        if (sender.isPresent()
                && kind.get().senders().stream().noneMatch(s -> s.key().equals(sender.get()))) {
            form.error("sender", "filing.import.sender.missing");
        }
        if (file.isEmpty() || file.get().isEmpty()) {
            var chosen = file.map(MultipartFile::getOriginalFilename).orElse("");
            form.error(
                    "file",
                    chosen == null || chosen.isBlank()
                            ? "filing.import.file.missing"
                            : "filing.import.file.empty");
        }
        if (form.hasErrors()) {
            return page(actor, form, kind);
        }
        var name = file.map(MultipartFile::getOriginalFilename).orElse("");
        var bytes = file.orElseThrow().getBytes();
        var result =
                commands.once(
                        kind.get().action(),
                        form.commandKey(),
                        () ->
                                switch (receiving.receive(
                                        actor,
                                        kind.get().code(),
                                        sender.orElseThrow(),
                                        name,
                                        bytes)) {
                                    case ReceivingFiles.Receiving.Received(UploadId id) ->
                                            "new:" + id.value();
                                    case ReceivingFiles.Receiving.SameAsBefore(UploadId id) ->
                                            "same:" + id.value();
                                });
        var parts = result.split(":", 2);
        return parts[0].equals("same")
                ? Pages.onward(PATH + "/" + parts[1], Notice.info("filing.import.sameFile"))
                : Pages.onward(PATH + "/" + parts[1]);
    }
}
