package se.bofast.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import se.bofast.access.Actor;
import se.bofast.access.Pace;
import se.bofast.access.Paced;
import se.bofast.filing.BadRows;
import se.bofast.filing.DecidingLists;
import se.bofast.filing.ReadingUploads;
import se.bofast.filing.ReceivingFiles;
import se.bofast.filing.Understood;
import se.bofast.filing.UploadId;
import se.bofast.filing.UploadState;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;

/// One received list, from its columns to its receipt.
@Controller
class ImportPage {

    private static final String PATH = ImportsPage.PATH + "/{id}";

    private final ReadingUploads reading;
    private final ReceivingFiles receiving;
    private final DecidingLists deciding;
    private final Commands commands;
    private final Frames frames;

    ImportPage(
            ReadingUploads reading,
            ReceivingFiles receiving,
            DecidingLists deciding,
            Commands commands,
            Frames frames) {
        this.reading = reading;
        this.receiving = receiving;
        this.deciding = deciding;
        this.commands = commands;
        this.frames = frames;
    }

    @GetMapping(PATH)
    ModelAndView show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "rader", required = false) Optional<String> rows,
            @RequestParam(name = "page", required = false) Optional<String> page) {
        var view = reading.view(actor, new UploadId(id));
        if (view.upload().state() == UploadState.MAPPING) {
            return columns(view, Form.empty());
        }
        return list(actor, view, which(view, rows), page, Form.empty());
    }

    private static ReadingUploads.Rows which(ReadingUploads.View view, Optional<String> rows) {
        var bad = view.upload().counts().bad() > 0;
        return switch (rows.orElse("")) {
            case "fel" -> ReadingUploads.Rows.BAD;
            case "fragor" -> ReadingUploads.Rows.ASKED;
            case "ratt" -> ReadingUploads.Rows.GOOD;
            default -> bad ? ReadingUploads.Rows.BAD : ReadingUploads.Rows.GOOD;
        };
    }

    private ModelAndView list(
            Actor actor,
            ReadingUploads.View view,
            ReadingUploads.Rows which,
            Optional<String> page,
            Form form) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        model.put("which", which);
        if (!view.upload().state().isWorking() && view.upload().readOn() != null) {
            model.put(
                    "slice",
                    reading.rows(
                            actor, view.upload().id(), which, PageKey.read(page.orElse(null))));
        }
        return Pages.render("filing/web/import", model);
    }

    /// Asked by a page that shows work going on; when the work has ended, the whole page is asked
    /// for anew.
    @GetMapping(PATH + "/lage")
    ModelAndView progress(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var view = reading.view(actor, new UploadId(id));
        var failed = view.work() != null && view.work().problem() != null;
        if (!view.upload().state().isWorking() || failed) {
            response.setHeader("HX-Refresh", "true");
        }
        return Pages.render("filing/web/work", Map.of("view", view));
    }

    @GetMapping(PATH + "/kolumner")
    ModelAndView columns(Actor actor, @PathVariable UUID id) {
        return columns(reading.view(actor, new UploadId(id)), Form.empty());
    }

    private static ModelAndView columns(ReadingUploads.View view, Form form) {
        var columns = view.mapping().columns();
        if (form.values("command").isEmpty() && !form.hasErrors()) {
            for (var column : columns) {
                var field = column.field();
                form.with(name(column.index()), field == null ? "" : field.code());
            }
        }
        return Pages.render("filing/web/columns", Map.of("view", view, "form", form));
    }

    static String name(int column) {
        return "column-" + column;
    }

    @PostMapping(PATH + "/kolumner")
    ModelAndView choose(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var upload = new UploadId(id);
        var form = Form.of(fields);
        var view = reading.view(actor, upload);
        var choices = new TreeMap<Integer, String>();
        for (var column : view.mapping().columns()) {
            choices.put(column.index(), form.text(name(column.index()), 60).orElse(""));
        }
        switch (receiving.choose(actor, upload, choices)) {
            case ReceivingFiles.Mapped.Reading reads -> {
                return Pages.onward(ImportsPage.PATH + "/" + id);
            }
            case ReceivingFiles.Mapped.TooLate late -> {
                return Pages.onward(
                        ImportsPage.PATH + "/" + id, Notice.warning("filing.import.tooLate"));
            }
            case ReceivingFiles.Mapped.NotClear(var missing, var doubled) -> {
                for (var field : missing) {
                    form.formError(
                            "filing.columns.missing",
                            frames.words(actor.locale()).t(field.labelKey()));
                }
                for (var field : doubled) {
                    view.mapping().columns().stream()
                            .filter(column -> field.code().equals(choices.get(column.index())))
                            .skip(1)
                            .forEach(column ->
                                    form.error(
                                            name(column.index()),
                                            "filing.columns.doubled",
                                            frames.words(actor.locale()).t(field.labelKey())));
                }
                return columns(view, form);
            }
        }
    }

    @PostMapping(PATH + "/rader")
    ModelAndView rows(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var decided =
                deciding.choose(
                        actor,
                        new UploadId(id),
                        numbers(form.values("shown")),
                        numbers(form.values("take")));
        return onward(id, decided, "filing.rows.chosen", "?rader=ratt");
    }

    private static List<Integer> numbers(List<String> texts) {
        return texts.stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
    }

    @PostMapping(PATH + "/las-in")
    ModelAndView accept(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var upload = new UploadId(id);
        var action = reading.view(actor, upload).kind().action();
        var decided =
                commands.once(
                        action,
                        Form.of(fields).commandKey(),
                        () -> deciding.accept(actor, upload).name());
        return switch (DecidingLists.Decided.valueOf(decided)) {
            case DONE -> Pages.onward(ImportsPage.PATH + "/" + id);
            case NOTHING_CHOSEN ->
                    Pages.onward(
                            ImportsPage.PATH + "/" + id,
                            Notice.warning("filing.import.nothingChosen"));
            case TOO_LATE, WORKED_ON ->
                    Pages.onward(
                            ImportsPage.PATH + "/" + id, Notice.warning("filing.import.tooLate"));
        };
    }

    @PostMapping(PATH + "/lagg-undan")
    ModelAndView setAside(Actor actor, @PathVariable UUID id) {
        return onward(
                id, deciding.setAside(actor, new UploadId(id)), "filing.import.wasSetAside", "");
    }

    @GetMapping(PATH + "/angra")
    ModelAndView askUndo(Actor actor, @PathVariable UUID id) {
        return undoForm(reading.view(actor, new UploadId(id)), Form.empty());
    }

    private static ModelAndView undoForm(ReadingUploads.View view, Form form) {
        if (view.upload().state() != UploadState.ACCEPTED) {
            throw new NotFound();
        }
        return Pages.render("filing/web/undo", Map.of("view", view, "form", form));
    }

    @PostMapping(PATH + "/angra")
    ModelAndView undo(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var upload = new UploadId(id);
        var form = Form.of(fields);
        var reason = form.requiredText("reason", 500, "filing.undo.reason.missing");
        if (reason.isEmpty()) {
            return undoForm(reading.view(actor, upload), form);
        }
        return switch (deciding.undo(actor, upload, reason.get())) {
            case DONE -> Pages.onward(ImportsPage.PATH + "/" + id);
            case WORKED_ON ->
                    Pages.onward(
                            ImportsPage.PATH + "/" + id, Notice.warning("filing.undo.workedOn"));
            case TOO_LATE, NOTHING_CHOSEN ->
                    Pages.onward(
                            ImportsPage.PATH + "/" + id, Notice.warning("filing.import.tooLate"));
        };
    }

    @PostMapping(PATH + "/forsok-igen")
    ModelAndView tryAgain(Actor actor, @PathVariable UUID id) {
        deciding.tryAgain(actor, new UploadId(id));
        return Pages.onward(ImportsPage.PATH + "/" + id);
    }

    private static ModelAndView onward(
            UUID id, DecidingLists.Decided decided, String done, String query) {
        return Pages.onward(
                ImportsPage.PATH + "/" + id + query,
                decided == DecidingLists.Decided.DONE
                        ? Notice.success(done)
                        : Notice.warning("filing.import.tooLate"));
    }

    /// Only the wrong rows, in the sender's own columns, with what to mend in the last.
    @Paced(Pace.EXPORT)
    @GetMapping(PATH + "/fel")
    void bad(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var upload = new UploadId(id);
        var view = reading.view(actor, upload);
        var understood = view.upload().understood();
        var rows = reading.bad(actor, upload);
        if (understood == null || rows.isEmpty()) {
            throw new NotFound();
        }
        var csv = understood.form() instanceof Understood.Form.Csv;
        var words = frames.words(actor.locale());
        download(
                response,
                csv
                        ? "text/csv"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                words.t("filing.badRows.file") + (csv ? ".csv" : ".xlsx"));
        new BadRows(
                        understood.form(),
                        view.upload().header(),
                        (key, arguments) -> words.t(key, arguments.toArray()))
                .write(rows.iterator(), response.getOutputStream());
    }

    /// The file as it came.
    @Paced(Pace.EXPORT)
    @GetMapping(PATH + "/fil")
    void file(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var upload = new UploadId(id);
        var view = reading.view(actor, upload);
        var bytes = reading.file(actor, upload);
        download(response, "application/octet-stream", view.upload().fileName());
        response.getOutputStream().write(bytes);
    }

    static void download(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
