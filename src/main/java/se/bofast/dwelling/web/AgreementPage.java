package se.bofast.dwelling.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import se.bofast.dwelling.Agreement;
import se.bofast.dwelling.AgreementId;
import se.bofast.dwelling.Agreements;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.dwelling.ReadingAgreements;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Avtal: what is agreed with landlords on apartments, and what has come of it.
@Controller
class AgreementPage {

    static final String PATH = "/avtal";
    private static final String ONE = PATH + "/{id}";

    private final ReadingAgreements reading;
    private final Agreements agreements;
    private final Landlords landlords;
    private final Access access;
    private final Commands commands;
    private final Clock clock;

    AgreementPage(
            ReadingAgreements reading,
            Agreements agreements,
            Landlords landlords,
            Access access,
            Commands commands,
            Clock clock) {
        this.reading = reading;
        this.agreements = agreements;
        this.landlords = landlords;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        access.require(actor, Action.SEE_APARTMENTS);
        return Pages.render(
                "dwelling/web/agreements",
                Map.of(
                        "lines",
                        agreements.list(actor, HouseClock.today(clock)),
                        "mayChange",
                        access.allows(actor, Action.CHANGE_APARTMENT)));
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return Pages.render(
                "dwelling/web/agreement",
                Map.of("view", reading.whole(actor, new AgreementId(id))));
    }

    @GetMapping(PATH + "/ny")
    ModelAndView newForm(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.CHANGE_APARTMENT);
        return form(
                Form.empty().with("landlord", Form.of(query).uuid("vard").orElse(null)),
                null,
                null);
    }

    private ModelAndView form(
            Form form, @Nullable Agreement agreement, @Nullable Agreement meanwhile) {
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("landlords", ApartmentsPage.landlordChoices(landlords));
        if (agreement != null) {
            model.put("agreement", agreement);
        }
        if (meanwhile == null) {
            return Pages.render("dwelling/web/agreement-form", model);
        }
        model.put("meanwhile", meanwhile);
        return Pages.render(HttpStatus.CONFLICT, "dwelling/web/agreement-form", model);
    }

    @PostMapping(PATH + "/ny")
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var form = Form.of(fields);
        var landlord = form.requiredUuid("landlord", "dwelling.agreement.landlord.missing");
        var details = ApartmentFields.agreementDetails(form, HouseClock.today(clock));
        if (details.isEmpty() || landlord.isEmpty()) {
            return form(form, null, null);
        }
        var id =
                commands.once(
                        Action.CHANGE_APARTMENT,
                        form.commandKey(),
                        () ->
                                agreements
                                        .add(actor, new LandlordId(landlord.get()), details.get())
                                        .toString());
        return Pages.onward(PATH + "/" + id, Notice.success("dwelling.agreement.added"));
    }

    @GetMapping(ONE + "/andra")
    ModelAndView changeForm(Actor actor, @PathVariable UUID id) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var agreement = reading.whole(actor, new AgreementId(id)).agreement();
        return form(ApartmentFields.filled(agreement), agreement, null);
    }

    @PostMapping(ONE + "/andra")
    ModelAndView change(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var agreement = reading.whole(actor, new AgreementId(id)).agreement();
        var form = Form.of(fields);
        var details = ApartmentFields.agreementDetails(form, HouseClock.today(clock));
        if (details.isEmpty()) {
            return form(form, agreement, null);
        }
        return switch (agreements.change(actor, agreement.id(), Fields.seen(form), details.get())) {
            case Agreements.Changing.Changed() ->
                    Pages.onward(PATH + "/" + id, Notice.success("dwelling.agreement.changed"));
            case Agreements.Changing.ChangedMeanwhile(var now) ->
                    form(form.with(Fields.SEEN, now.version()), agreement, now);
        };
    }
}
