package se.bofast.dwelling.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
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
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Units;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKey;
import se.bofast.dwelling.ApartmentKey.Gone;
import se.bofast.dwelling.ApartmentKey.Holder;
import se.bofast.dwelling.ApartmentKey.KeyId;
import se.bofast.dwelling.ApartmentRoom;
import se.bofast.dwelling.ApartmentRoom.RoomId;
import se.bofast.dwelling.KeepingKeys;
import se.bofast.dwelling.ReadingApartments;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// The keys of an apartment: whom each is with.
@Controller
class ApartmentKeysPage {

    private static final String PATH = ApartmentsPage.PATH + "/{id}/nycklar";

    private final ReadingApartments reading;
    private final KeepingKeys keeping;
    private final Units units;
    private final Commands commands;
    private final Clock clock;

    ApartmentKeysPage(
            ReadingApartments reading,
            KeepingKeys keeping,
            Units units,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.keeping = keeping;
        this.units = units;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView newForm(Actor actor, @PathVariable UUID id) {
        var view = reading.toChange(actor, new ApartmentId(id));
        return newPage(view, Form.empty().with("addedOn", HouseClock.today(clock)));
    }

    private static ModelAndView newPage(ReadingApartments.View view, Form form) {
        var model = new HashMap<String, Object>();
        model.put("view", view);
        model.put("form", form);
        model.put("rooms", rooms(view));
        return Pages.render("dwelling/web/new-key", model);
    }

    static List<Choice> rooms(ReadingApartments.View view) {
        return view.rooms().stream()
                .filter(room -> room.endOn() == null)
                .map(room -> Choice.of(room.id().toString(), room.name()))
                .toList();
    }

    static @Nullable RoomId room(ReadingApartments.View view, Form form) {
        var chosen = form.uuid("room");
        var found =
                chosen.flatMap(id ->
                        view.rooms().stream()
                                .map(ApartmentRoom::id)
                                .filter(room -> room.value().equals(id))
                                .findFirst());
        if (chosen.isPresent() && found.isEmpty()) {
            form.error("room", "page.error.choice");
        }
        return found.orElse(null);
    }

    @PostMapping(PATH)
    ModelAndView add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var form = Form.of(fields);
        var kind =
                form.requiredChoice(
                        "kind", ApartmentKey.KeyKind.class, "dwelling.key.kind.missing");
        var label = form.requiredText("label", 60, "dwelling.key.label.missing");
        var room = room(view, form);
        var addedOn = form.requiredDate("addedOn", HouseClock.today(clock));
        if (form.hasErrors() || kind.isEmpty() || label.isEmpty() || addedOn.isEmpty()) {
            return newPage(view, form);
        }
        var key =
                commands.once(
                        Action.CHANGE_APARTMENT,
                        form.commandKey(),
                        () ->
                                keeping.add(
                                                actor,
                                                view.apartment().id(),
                                                kind.get(),
                                                label.get(),
                                                room,
                                                addedOn.get())
                                        .toString());
        return Pages.onward(path(view, key), Notice.success("dwelling.key.added"));
    }

    @GetMapping(PATH + "/{key}")
    ModelAndView show(Actor actor, @PathVariable UUID id, @PathVariable UUID key) {
        var view = reading.part(actor, new ApartmentId(id));
        var today = HouseClock.today(clock);
        return page(
                view,
                key(view, key),
                Form.empty()
                        .with("handedOn", today)
                        .with("returnedOn", today)
                        .with("goneOn", today));
    }

    private static ApartmentKey key(ReadingApartments.View view, UUID id) {
        return view.keys().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(ReadingApartments.View view, ApartmentKey key, Form form) {
        return Pages.render(
                "dwelling/web/key",
                Map.of(
                        "view",
                        view,
                        "key",
                        key,
                        "form",
                        form,
                        "colleagues",
                        units.colleagues(HouseClock.today(clock)).stream()
                                .map(one -> Choice.of(one.id().toString(), one.name()))
                                .toList()));
    }

    @PostMapping(PATH + "/{key}/lamna")
    ModelAndView hand(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID key,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var found = key(view, key);
        var form = Form.of(fields);
        var holder = form.requiredChoice("holder", Holder.class, "dwelling.key.holder.missing");
        var firm = form.text("firm", 120);
        var colleague = form.uuid("colleague");
        if (holder.filter(who -> who == Holder.CRAFTSMAN).isPresent() && firm.isEmpty()) {
            form.error("firm", "dwelling.key.firm.missing");
        }
        if (holder.filter(who -> who == Holder.COLLEAGUE).isPresent()
                && colleague
                        .filter(one ->
                                units.colleagues(HouseClock.today(clock)).stream()
                                        .anyMatch(c -> c.id().value().equals(one)))
                        .isEmpty()) {
            form.error("colleague", "dwelling.key.colleague.missing");
        }
        var on = form.requiredDate("handedOn", HouseClock.today(clock));
        var back = form.date("backByOn", HouseClock.today(clock));
        if (form.hasErrors() || holder.isEmpty() || on.isEmpty()) {
            return page(view, found, form);
        }
        var to =
                switch (holder.get()) {
                    case CRAFTSMAN ->
                            new KeepingKeys.To(Holder.CRAFTSMAN, firm.orElseThrow(), null);
                    case COLLEAGUE ->
                            new KeepingKeys.To(
                                    Holder.COLLEAGUE,
                                    null,
                                    new EmployeeId(colleague.orElseThrow()));
                    case TENANT, LANDLORD -> new KeepingKeys.To(holder.get(), null, null);
                };
        return answer(
                keeping.hand(
                        actor,
                        view.apartment().id(),
                        new KeyId(key),
                        to,
                        on.get(),
                        back.orElse(null)),
                view,
                found,
                form,
                "handedOn",
                Notice.success("dwelling.key.handed"));
    }

    @PostMapping(PATH + "/{key}/ater")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID key,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var found = key(view, key);
        var form = Form.of(fields);
        var on = form.requiredDate("returnedOn", HouseClock.today(clock));
        if (on.isEmpty()) {
            return page(view, found, form);
        }
        return answer(
                keeping.takeBack(actor, view.apartment().id(), new KeyId(key), on.get()),
                view,
                found,
                form,
                "returnedOn",
                Notice.success("dwelling.key.returned"));
    }

    @PostMapping(PATH + "/{key}/bort")
    ModelAndView strike(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID key,
            @RequestParam MultiValueMap<String, String> fields) {
        var view = reading.toChange(actor, new ApartmentId(id));
        var found = key(view, key);
        var form = Form.of(fields);
        var cause = form.requiredChoice("cause", Gone.class, "dwelling.key.cause.missing");
        var on = form.requiredDate("goneOn", HouseClock.today(clock));
        if (cause.isEmpty() || on.isEmpty()) {
            return page(view, found, form);
        }
        return answer(
                keeping.strike(actor, view.apartment().id(), new KeyId(key), on.get(), cause.get()),
                view,
                found,
                form,
                "goneOn",
                Notice.success("dwelling.key.struck"));
    }

    private ModelAndView answer(
            KeepingKeys.Done done,
            ReadingApartments.View view,
            ApartmentKey key,
            Form form,
            String dayField,
            Notice notice) {
        return switch (done) {
            case DONE -> Pages.onward(path(view, key.id().toString()), notice);
            case DAY_BEFORE -> page(view, key, form.error(dayField, "dwelling.key.on.before"));
            case TOO_LATE ->
                    Pages.onward(
                            path(view, key.id().toString()),
                            Notice.warning("dwelling.key.tooLate"));
        };
    }

    private static String path(ReadingApartments.View view, String key) {
        return ApartmentsPage.PATH + "/" + view.apartment().id() + "/nycklar/" + key;
    }
}
