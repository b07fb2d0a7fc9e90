package se.bofast.dwelling.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Actor;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentRoom;
import se.bofast.dwelling.ApartmentRoom.RoomId;
import se.bofast.dwelling.KeepingRooms;
import se.bofast.dwelling.ReadingApartments;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// The rooms of a shared apartment.
@Controller
class ApartmentRoomsPage {

    private static final String PATH = ApartmentsPage.PATH + "/{id}/rum";

    private final ReadingApartments reading;
    private final KeepingRooms keeping;
    private final Clock clock;

    ApartmentRoomsPage(ReadingApartments reading, KeepingRooms keeping, Clock clock) {
        this.reading = reading;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView newForm(Actor actor, @PathVariable UUID id) {
        return page(reading.toChange(actor, new ApartmentId(id)), Form.empty(), null);
    }

    private static ModelAndView page(
            ReadingApartments.View view, Form form, @Nullable ApartmentRoom room) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        if (room != null) {
            model.put("room", room);
        }
        return Pages.render("dwelling/web/room", model);
    }

    private static Optional<KeepingRooms.Room> read(Form form) {
        var name = form.requiredText("name", 60, "dwelling.room.name.missing");
        var squareMetres = form.wholeNumber("squareMetres", 3, 200);
        var mostPeople = form.requiredWholeNumber("mostPeople", 1, 10);
        return form.hasErrors() || name.isEmpty() || mostPeople.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new KeepingRooms.Room(
                                name.get(), squareMetres.orElse(null), mostPeople.get()));
    }

    @PostMapping(PATH)
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var form = Form.of(fields);
        var room = read(form);
        var startOn = form.requiredDate("startOn", HouseClock.today(clock));
        if (room.isEmpty() || startOn.isEmpty()) {
            return page(view, form, null);
        }
        return answer(
                keeping.add(actor, view.apartment().id(), room.get(), startOn.get()),
                view,
                form,
                null,
                Notice.success("dwelling.room.added"));
    }

    @GetMapping(PATH + "/{room}")
    ModelAndView changeForm(Actor actor, @PathVariable UUID id, @PathVariable UUID room) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var found = room(view, room);
        return page(view, filled(found), found);
    }

    private static Form filled(ApartmentRoom room) {
        return Form.empty()
                .with(Fields.SEEN, room.version())
                .with("name", room.name())
                .with("squareMetres", room.squareMetres())
                .with("mostPeople", room.mostPeople());
    }

    @PostMapping(PATH + "/{room}")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID room,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var found = room(view, room);
        var form = Form.of(fields);
        var written = read(form);
        if (written.isEmpty()) {
            return page(view, form, found);
        }
        return answer(
                keeping.change(
                        actor, view.apartment().id(), found.id(), Fields.seen(form), written.get()),
                view,
                form,
                found,
                Notice.success("dwelling.room.changed"));
    }

    @PostMapping(PATH + "/{room}/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID room,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var found = room(view, room);
        var form = Form.of(fields);
        var endOn = form.requiredDate("endOn", HouseClock.today(clock));
        if (endOn.isEmpty()) {
            return page(view, form.with(Fields.SEEN, found.version()), found);
        }
        return answer(
                keeping.end(actor, view.apartment().id(), new RoomId(room), endOn.get()),
                view,
                form,
                found,
                Notice.success("dwelling.room.ended"));
    }

    private static ModelAndView answer(
            KeepingRooms.Done done,
            ReadingApartments.View view,
            Form form,
            @Nullable ApartmentRoom room,
            Notice notice) {
        var path = ApartmentsPage.PATH + "/" + view.apartment().id();
        return switch (done) {
            case DONE -> Pages.onward(path, notice);
            case NAME_TAKEN -> page(view, form.error("name", "dwelling.room.name.taken"), room);
            case DAY_BEFORE -> page(view, form.error("endOn", "dwelling.room.endOn.before"), room);
            case TOO_LATE -> Pages.onward(path, Notice.warning("dwelling.room.tooLate"));
        };
    }

    private static ApartmentRoom room(ReadingApartments.View view, UUID id) {
        return view.rooms().stream()
                .filter(one -> one.id().value().equals(id) && one.endOn() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
