package se.bofast.dwelling.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
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
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.KeepingSupply;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.dwelling.ListingSupply;
import se.bofast.dwelling.ReadingSupply;
import se.bofast.dwelling.Supply;
import se.bofast.dwelling.Supply.Counterpart;
import se.bofast.dwelling.Supply.DealingId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Period;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;

/// Anskaffning: whom one has talked to about apartments, what one has asked for, and what is
/// offered.
@Controller
class SupplyPage {

    static final String PATH = "/anskaffning";

    private final ReadingSupply reading;
    private final ListingSupply listing;
    private final KeepingSupply keeping;
    private final Landlords landlords;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    SupplyPage(
            ReadingSupply reading,
            ListingSupply listing,
            KeepingSupply keeping,
            Landlords landlords,
            Access access,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.listing = listing;
        this.keeping = keeping;
        this.landlords = landlords;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.SEE_APARTMENTS);
        var form = Form.of(query);
        var period = period(form);
        return Pages.render(
                "dwelling/web/supply",
                Map.of(
                        "view",
                        reading.view(actor, period),
                        "period",
                        period,
                        "form",
                        form,
                        "narrow",
                        !query.isEmpty()));
    }

    /// The year so far, or what was asked for; the form says which.
    private Period period(Form form) {
        var today = HouseClock.today(clock);
        var from = form.date("from", today).orElse(today.withDayOfYear(1));
        var to = form.date("to", today).orElse(today);
        if (to.isBefore(from)) {
            form.error("to", "dwelling.supply.to.before");
        }
        form.with("from", from).with("to", to);
        return to.isBefore(from) ? new Period(from, from) : new Period(from, to);
    }

    @GetMapping(PATH + "/besvarade")
    ModelAndView answered(
            Actor actor,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam(name = "page", required = false) Optional<String> page) {
        access.require(actor, Action.SEE_APARTMENTS);
        var form = Form.of(query);
        var period = period(form);
        return Pages.render(
                "dwelling/web/supply-answered",
                Map.of(
                        "slice",
                        listing.answered(actor, period, PageKey.read(page.orElse(null))),
                        "form",
                        form,
                        "narrow",
                        query.containsKey("from") || query.containsKey("to")));
    }

    @GetMapping(PATH + "/kontakter")
    ModelAndView contacts(
            Actor actor,
            @RequestParam MultiValueMap<String, String> query,
            @RequestParam(name = "page", required = false) Optional<String> page) {
        access.require(actor, Action.SEE_APARTMENTS);
        var form = Form.of(query);
        var period = period(form);
        return Pages.render(
                "dwelling/web/supply-contacts",
                Map.of(
                        "slice",
                        listing.contacts(actor, period, PageKey.read(page.orElse(null))),
                        "form",
                        form,
                        "narrow",
                        query.containsKey("from") || query.containsKey("to")));
    }

    // ---- a contact or a request

    @GetMapping(PATH + "/kontakt")
    ModelAndView newDealing(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var form = Form.empty().with("happenedOn", HouseClock.today(clock));
        Form.of(query)
                .uuid("vard")
                .ifPresent(
                        id -> form.with("landlord", id).with("counterpart", Counterpart.LANDLORD));
        return dealingPage(form);
    }

    private ModelAndView dealingPage(Form form) {
        return Pages.render(
                "dwelling/web/dealing",
                Map.of("form", form, "landlords", ApartmentsPage.landlordChoices(landlords)));
    }

    /// Whom one deals with; empty with an error where that is not said whole.
    static Optional<Supply.With> with(Form form) {
        var counterpart =
                form.requiredChoice(
                        "counterpart", Counterpart.class, "dwelling.supply.counterpart.missing");
        var landlord = form.uuid("landlord").map(LandlordId::new);
        var other = form.text("other", 120);
        if (counterpart.isEmpty()) {
            return Optional.empty();
        }
        return switch (counterpart.get()) {
            case LANDLORD -> {
                if (landlord.isEmpty()) {
                    form.error("landlord", "dwelling.agreement.landlord.missing");
                }
                yield landlord.map(Supply.With::landlord);
            }
            case HOUSING_AGENCY ->
                    Optional.of(
                            new Supply.With(
                                    Counterpart.HOUSING_AGENCY, landlord.orElse(null), null));
            case OTHER -> {
                if (other.isEmpty()) {
                    form.error("other", "dwelling.supply.other.missing");
                }
                yield other.map(
                        name -> new Supply.With(Counterpart.OTHER, landlord.orElse(null), name));
            }
        };
    }

    @PostMapping(PATH + "/kontakt")
    ModelAndView deal(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var with = with(form).map(SupplyPage::withoutHouse);
        var on = form.requiredDate("happenedOn", today);
        if (on.filter(day -> day.isAfter(today)).isPresent()) {
            form.error("happenedOn", "dwelling.supply.happenedOn.future");
        }
        var wanted = form.wholeNumber("wanted", 1, 1000);
        var note = form.text("note", 1000);
        var answerBy = form.date("answerBy", today);
        if (wanted.isEmpty() && note.isEmpty()) {
            form.error("note", "dwelling.supply.note.missing");
        }
        if (form.hasErrors() || with.isEmpty() || on.isEmpty()) {
            return dealingPage(form);
        }
        commands.once(
                Action.CHANGE_SUPPLY,
                form.commandKey(),
                () ->
                        keeping.deal(
                                        actor,
                                        new Supply.NewDealing(
                                                with.get(),
                                                on.get(),
                                                wanted.orElse(null),
                                                note.orElse(null),
                                                answerBy.orElse(null)))
                                .toString());
        return Pages.onward(
                PATH,
                Notice.success(
                        wanted.isPresent()
                                ? "dwelling.supply.request.saved"
                                : "dwelling.supply.contact.saved"));
    }

    // Only an offer is of a certain house.
    private static Supply.With withoutHouse(Supply.With with) {
        return with.counterpart() == Counterpart.LANDLORD
                ? with
                : new Supply.With(with.counterpart(), null, with.other());
    }

    @PostMapping(PATH + "/kontakt/{id}/besvarad")
    ModelAndView answered(Actor actor, @PathVariable UUID id) {
        var answered = keeping.answered(actor, new DealingId(id), HouseClock.today(clock));
        return Pages.onward(
                PATH,
                answered
                        ? Notice.success("dwelling.supply.request.answered")
                        : Notice.warning("dwelling.supply.answeredBefore"));
    }

    // ---- an offer

    @GetMapping(PATH + "/erbjudande")
    ModelAndView newOffer(Actor actor) {
        access.require(actor, Action.CHANGE_SUPPLY);
        return offerPage(actor, Form.empty().with("offeredOn", HouseClock.today(clock)));
    }

    private ModelAndView offerPage(Actor actor, Form form) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("landlords", ApartmentsPage.landlordChoices(landlords));
        model.put("requests", reading.requests(actor));
        return Pages.render("dwelling/web/new-offer", model);
    }

    @PostMapping(PATH + "/erbjudande")
    ModelAndView offer(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var with = with(form);
        var dealing = dealing(actor, form);
        var offeredOn = form.requiredDate("offeredOn", today);
        var answerBy = form.date("answerBy", today);
        var place = OfferFields.place(form, with.map(Supply.With::landlord).orElse(null));
        var district = form.text("district", 100);
        var squareMetres = form.wholeNumber("squareMetres", 8, 500);
        var rent = ApartmentFields.rent(form);
        var fromOn = form.date("fromOn", today);
        var note = form.text("note", 1000);
        if (form.hasErrors() || with.isEmpty() || offeredOn.isEmpty() || place.isEmpty()) {
            return offerPage(actor, form);
        }
        var id =
                commands.once(
                        Action.CHANGE_SUPPLY,
                        form.commandKey(),
                        () ->
                                keeping.offer(
                                                actor,
                                                new Supply.NewOffer(
                                                        with.get(),
                                                        dealing,
                                                        offeredOn.get(),
                                                        answerBy.orElse(null),
                                                        place.get(),
                                                        district.orElse(null),
                                                        squareMetres.orElse(null),
                                                        rent,
                                                        fromOn.orElse(null),
                                                        note.orElse(null)))
                                        .toString());
        return Pages.onward(
                PATH + "/erbjudande/" + id, Notice.success("dwelling.supply.offer.saved"));
    }

    private @Nullable DealingId dealing(Actor actor, Form form) {
        var chosen = form.uuid("dealing");
        var found =
                chosen.flatMap(id ->
                        reading.requests(actor).stream()
                                .map(Supply.Dealing::id)
                                .filter(one -> one.value().equals(id))
                                .findFirst());
        if (chosen.isPresent() && found.isEmpty()) {
            form.error("dealing", "page.error.choice");
        }
        return found.orElse(null);
    }
}
