package se.bofast.dwelling.web;

import java.time.Clock;
import java.util.HashMap;
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
import se.bofast.dwelling.Agreements;
import se.bofast.dwelling.ApartmentDetails;
import se.bofast.dwelling.KeepingApartments.Keeping;
import se.bofast.dwelling.KeepingSupply;
import se.bofast.dwelling.KeepingSupply.Answering;
import se.bofast.dwelling.Landlords;
import se.bofast.dwelling.ReadingSupply;
import se.bofast.dwelling.Supply;
import se.bofast.dwelling.Supply.DeclineReason;
import se.bofast.dwelling.Supply.OfferId;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// One apartment that is offered, and the answer.
@Controller
class OfferPage {

    private static final String PATH = SupplyPage.PATH + "/erbjudande/{id}";

    private final ReadingSupply reading;
    private final KeepingSupply keeping;
    private final Landlords landlords;
    private final Agreements agreements;
    private final Access access;
    private final Clock clock;

    OfferPage(
            ReadingSupply reading,
            KeepingSupply keeping,
            Landlords landlords,
            Agreements agreements,
            Access access,
            Clock clock) {
        this.reading = reading;
        this.keeping = keeping;
        this.landlords = landlords;
        this.agreements = agreements;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        var offer = reading.whole(actor, new OfferId(id));
        return page(actor, offer, Form.empty().with("declinedOn", HouseClock.today(clock)));
    }

    private ModelAndView page(Actor actor, Supply.Offer offer, Form form) {
        var model = new HashMap<String, Object>();
        model.put("offer", offer);
        model.put("form", form);
        model.put("mayChange", access.allows(actor, Action.CHANGE_SUPPLY));
        return Pages.render("dwelling/web/offer", model);
    }

    // ---- yes

    @GetMapping(PATH + "/tacka-ja")
    ModelAndView acceptForm(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var offer = reading.whole(actor, new OfferId(id));
        var said = offer.said();
        return acceptPage(
                offer,
                OfferFields.filled(Form.empty(), said.place())
                        .with("answeredOn", HouseClock.today(clock))
                        .with("landlord", said.place().landlord())
                        .with("squareMetres", said.squareMetres())
                        .with("rent", said.rent())
                        .with("startOn", said.fromOn()));
    }

    private ModelAndView acceptPage(Supply.Offer offer, Form form) {
        var model = new HashMap<String, Object>();
        model.put("offer", offer);
        model.put("form", form);
        model.put("landlords", ApartmentsPage.landlordChoices(landlords));
        model.put("agreements", ApartmentsPage.agreementChoices(agreements.all()));
        return Pages.render("dwelling/web/accept-offer", model);
    }

    @PostMapping(PATH + "/tacka-ja")
    ModelAndView accept(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var offer = reading.whole(actor, new OfferId(id));
        var form = Form.of(fields);
        var today = HouseClock.today(clock);
        var on = form.requiredDate("answeredOn", today);
        var written = ApartmentFields.read(form, today, agreements.all());
        if (written.isEmpty() || on.isEmpty()) {
            return acceptPage(offer, form);
        }
        var w = written.get();
        ApartmentDetails details = w.details();
        return switch (keeping.accept(
                actor, offer.id(), on.get(), details, w.place(), w.startOn(), w.rent())) {
            case Answering.Became(var apartment) ->
                    Pages.onward(
                            ApartmentsPage.PATH + "/" + apartment,
                            Notice.success("dwelling.supply.accepted"));
            case Answering.Refused(var why) ->
                    acceptPage(
                            offer,
                            why instanceof Keeping.NumberTaken
                                    ? form.error("number", "dwelling.apartment.number.taken")
                                    : form.error("street", "dwelling.apartment.held"));
            case Answering.BeforeTheOffer(var offeredOn) ->
                    acceptPage(
                            offer,
                            form.error("answeredOn", "dwelling.supply.answer.before", offeredOn));
            case Answering.AnsweredBefore() -> back(id, false, "");
            case Answering.Answered() -> throw new IllegalStateException("it became nothing");
        };
    }

    // ---- no

    @PostMapping(PATH + "/tacka-nej")
    ModelAndView decline(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var offer = reading.whole(actor, new OfferId(id));
        var form = Form.of(fields);
        var on = form.requiredDate("declinedOn", HouseClock.today(clock));
        var reason =
                form.requiredChoice(
                        "reason", DeclineReason.class, "dwelling.supply.reason.missing");
        var note = form.text("reasonNote", 500);
        if (form.hasErrors() || on.isEmpty() || reason.isEmpty()) {
            return page(actor, offer, form);
        }
        return switch (keeping.decline(
                actor, offer.id(), on.get(), reason.get(), note.orElse(null))) {
            case Answering.Answered() -> back(id, true, "dwelling.supply.declined");
            case Answering.BeforeTheOffer(var offeredOn) ->
                    page(
                            actor,
                            offer,
                            form.error("declinedOn", "dwelling.supply.answer.before", offeredOn));
            case Answering.AnsweredBefore() -> back(id, false, "");
            case Answering.Became became -> throw new IllegalStateException("it was declined");
            case Answering.Refused refused -> throw new IllegalStateException("it was declined");
        };
    }

    @PostMapping(PATH + "/aterkallat")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.CHANGE_SUPPLY);
        var answered =
                keeping.withdraw(actor, new OfferId(id), HouseClock.today(clock), null)
                        instanceof Answering.Answered;
        return back(id, answered, "dwelling.supply.withdrawn");
    }

    private static ModelAndView back(UUID id, boolean done, String key) {
        return Pages.onward(
                SupplyPage.PATH + "/erbjudande/" + id,
                done ? Notice.success(key) : Notice.warning("dwelling.supply.answeredBefore"));
    }
}
