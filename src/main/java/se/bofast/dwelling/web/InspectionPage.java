package se.bofast.dwelling.web;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.Inspection;
import se.bofast.dwelling.Inspection.InspectionId;
import se.bofast.dwelling.Inspections;
import se.bofast.dwelling.KeepingInspections;
import se.bofast.dwelling.ReadingApartments;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Besiktning: written part by part while one goes through the apartment, and printed as it stands.
@Controller
class InspectionPage {

    private static final String PATH = ApartmentsPage.PATH + "/{id}/besiktningar";
    private static final String ONE = PATH + "/{inspection}";

    private final ReadingApartments reading;
    private final Inspections inspections;
    private final KeepingInspections keeping;
    private final Commands commands;
    private final Clock clock;

    InspectionPage(
            ReadingApartments reading,
            Inspections inspections,
            KeepingInspections keeping,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.inspections = inspections;
        this.keeping = keeping;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView newForm(Actor actor, @PathVariable UUID id) {
        var view = reading.toChange(actor, new ApartmentId(id));
        return newPage(
                view,
                Form.empty()
                        .with("inspectedOn", HouseClock.today(clock))
                        .with("inspectedBy", actor.name()));
    }

    private static ModelAndView newPage(ReadingApartments.View view, Form form) {
        return Pages.render(
                "dwelling/web/new-inspection",
                Map.of("view", view, "form", form, "rooms", ApartmentKeysPage.rooms(view)));
    }

    @PostMapping(PATH)
    ModelAndView begin(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var kind =
                form.requiredChoice(
                        "kind",
                        Inspection.InspectionKind.class,
                        "dwelling.inspection.kind.missing");
        var on = form.requiredDate("inspectedOn", today);
        if (on.filter(day -> day.isAfter(today)).isPresent()) {
            form.error("inspectedOn", "dwelling.inspection.inspectedOn.future");
        }
        var by = form.requiredText("inspectedBy", 120, "dwelling.inspection.inspectedBy.missing");
        var room = ApartmentKeysPage.room(view, form);
        if (form.hasErrors() || kind.isEmpty() || on.isEmpty() || by.isEmpty()) {
            return newPage(view, form);
        }
        var begun =
                commands.once(
                        Action.CHANGE_APARTMENT,
                        form.commandKey(),
                        () ->
                                keeping.begin(
                                                actor,
                                                view.apartment().id(),
                                                new Inspection.Seen(
                                                        kind.get(),
                                                        on.get(),
                                                        by.get(),
                                                        form.check("tenantPresent"),
                                                        form.check("landlordPresent"),
                                                        room))
                                        .toString());
        return Pages.onward(path(id, begun));
    }

    private static String path(UUID apartment, Object inspection) {
        return ApartmentsPage.PATH + "/" + apartment + "/besiktningar/" + inspection;
    }

    // ---- one

    @GetMapping(ONE)
    ModelAndView show(Actor actor, @PathVariable UUID id, @PathVariable UUID inspection) {
        var view = reading.part(actor, new ApartmentId(id));
        return page(view, inspection, Form.empty(), Form.empty());
    }

    private ModelAndView page(
            ReadingApartments.View view, UUID inspection, Form remark, Form photo) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put(
                "inspection",
                inspections
                        .find(view.apartment().id(), new InspectionId(inspection))
                        .orElseThrow(NotFound::new));
        model.put("remarkForm", remark);
        model.put("photoForm", photo);
        // The form with errors decides the answer's status and the page's title.
        model.put("form", photo.hasErrors() ? photo : remark);
        return Pages.render("dwelling/web/inspection", model);
    }

    @PostMapping(ONE + "/anmarkning")
    ModelAndView say(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID inspection,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var form = Form.of(fields);
        var said = said(form);
        if (said.isEmpty()) {
            return page(view, inspection, form, Form.empty());
        }
        var kept =
                commands.once(
                        Action.CHANGE_APARTMENT,
                        form.commandKey(),
                        () ->
                                String.valueOf(
                                        keeping.say(
                                                actor,
                                                view.apartment().id(),
                                                new InspectionId(inspection),
                                                said.get())));
        return back(id, inspection, Boolean.parseBoolean(kept), "dwelling.inspection.remark.added");
    }

    private static Optional<Inspection.Said> said(Form form) {
        var part = form.requiredText("part", 60, "dwelling.inspection.part.missing");
        var state =
                form.requiredChoice(
                        "state", Inspection.Condition.class, "dwelling.inspection.state.missing");
        var remark = form.text("remark", 1000);
        var payer = form.choice("payer", Inspection.Payer.class);
        var cost = ApartmentFields.rent(form);
        var asks = state.filter(one -> one != Inspection.Condition.OK).isPresent();
        if (asks && remark.isEmpty()) {
            form.error("remark", "dwelling.inspection.remark.missing");
        }
        if (form.hasErrors() || part.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Inspection.Said(
                        part.get(),
                        state.get(),
                        remark.orElse(null),
                        asks ? payer.orElse(null) : null,
                        asks ? cost : null));
    }

    @PostMapping(ONE + "/anmarkning/{remark}/stryk")
    ModelAndView unsay(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID inspection,
            @PathVariable UUID remark) {
        var done = keeping.unsay(actor, new ApartmentId(id), new InspectionId(inspection), remark);
        return back(id, inspection, done, "dwelling.inspection.remark.withdrawn");
    }

    @PostMapping(ONE + "/anmarkning/{remark}/atgardad")
    ModelAndView mended(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID inspection,
            @PathVariable UUID remark) {
        keeping.mended(
                actor,
                new ApartmentId(id),
                new InspectionId(inspection),
                remark,
                HouseClock.today(clock));
        return back(id, inspection, true, "dwelling.inspection.remark.mended");
    }

    @PostMapping(ONE + "/foto")
    ModelAndView addPhoto(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID inspection,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "photo", required = false) Optional<MultipartFile> photo)
            throws IOException {
        var view = reading.toChange(actor, new ApartmentId(id));
        var form = Form.of(fields);
        var part = form.requiredText("photoPart", 60, "dwelling.inspection.part.missing");
        if (photo.isEmpty() || photo.get().isEmpty()) {
            form.error("photo", "dwelling.inspection.photo.missing");
        }
        if (form.hasErrors() || part.isEmpty()) {
            return page(view, inspection, Form.empty(), form);
        }
        // What the file is called on the phone is forgotten: it may hold a name.
        return switch (keeping.add(
                actor,
                view.apartment().id(),
                new InspectionId(inspection),
                part.get(),
                photo.orElseThrow().getBytes())) {
            case KeepingInspections.Adding.Added added ->
                    back(id, inspection, true, "dwelling.inspection.photo.added");
            case KeepingInspections.Adding.Signed() ->
                    back(id, inspection, false, "dwelling.inspection.photo.added");
            case KeepingInspections.Adding.Refused(var why) ->
                    page(
                            view,
                            inspection,
                            Form.empty(),
                            form.error(
                                    "photo",
                                    switch (why) {
                                        case NO_PHOTO -> "dwelling.inspection.photo.noPhoto";
                                        case TOO_LARGE -> "dwelling.inspection.photo.tooLarge";
                                        case BROKEN -> "dwelling.inspection.photo.broken";
                                    }));
        };
    }

    @GetMapping(ONE + "/foto/{photo}")
    ResponseEntity<byte[]> photo(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID inspection,
            @PathVariable UUID photo) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(
                        keeping.look(
                                actor, new ApartmentId(id), new InspectionId(inspection), photo));
    }

    @PostMapping(ONE + "/foto/{photo}/stryk")
    ModelAndView takeOut(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID inspection,
            @PathVariable UUID photo) {
        var done = keeping.takeOut(actor, new ApartmentId(id), new InspectionId(inspection), photo);
        return back(id, inspection, done, "dwelling.inspection.photo.withdrawn");
    }

    @PostMapping(ONE + "/signera")
    ModelAndView sign(Actor actor, @PathVariable UUID id, @PathVariable UUID inspection) {
        var done = keeping.sign(actor, new ApartmentId(id), new InspectionId(inspection));
        return back(id, inspection, done, "dwelling.inspection.signed");
    }

    private static ModelAndView back(UUID id, UUID inspection, boolean done, String key) {
        return Pages.onward(
                path(id, inspection),
                done ? Notice.success(key) : Notice.warning("dwelling.inspection.tooLate"));
    }
}
