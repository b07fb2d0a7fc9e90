package se.bofast.dwelling.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Pace;
import se.bofast.access.Paced;
import se.bofast.dwelling.Agreement;
import se.bofast.dwelling.AgreementId;
import se.bofast.dwelling.Agreements;
import se.bofast.dwelling.ApartmentFilter;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.dwelling.ReadingApartments;
import se.bofast.page.Address;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.page.Searches;
import se.bofast.page.SortChoice;

/// Bostäder: the register of the board's apartments. An address that is searched for may be
/// somebody's home and stands in no address of ours.
@Controller
class ApartmentsPage {

    static final String PATH = "/bostader";
    private static final int LONGEST = 200;

    private final ReadingApartments reading;
    private final Landlords landlords;
    private final Agreements agreements;
    private final Searches searches;
    private final Access access;

    ApartmentsPage(
            ReadingApartments reading,
            Landlords landlords,
            Agreements agreements,
            Searches searches,
            Access access) {
        this.reading = reading;
        this.landlords = landlords;
        this.agreements = agreements;
        this.searches = searches;
        this.access = access;
    }

    static List<Choice> landlordChoices(Landlords landlords) {
        return landlords.all().stream()
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }

    static List<Choice> agreementChoices(List<Agreement> agreements) {
        return agreements.stream()
                .map(one ->
                        Choice.of(
                                one.id().toString(),
                                one.landlordName() + ": " + one.details().name()))
                .toList();
    }

    @Paced(Pace.SEARCH)
    @PostMapping(PATH + "/sok")
    ModelAndView search(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.SEE_APARTMENTS);
        var form = Form.of(fields);
        var words = form.text("q", LONGEST);
        var to =
                Address.of(PATH)
                        .with(
                                "held",
                                form.choice("held", ApartmentFilter.Held.class)
                                        .map(Enum::name)
                                        .orElse(""))
                        .with(
                                "kind",
                                form.choice("kind", ApartmentKind.class).map(Enum::name).orElse(""))
                        .with("vard", form.uuid("vard").map(UUID::toString).orElse(""))
                        .with("avtal", form.uuid("avtal").map(UUID::toString).orElse(""))
                        .with("sok", words.map(text -> searches.keep(text).toString()).orElse(""));
        return Pages.onward(to.toString());
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.SEE_APARTMENTS);
        var form = Form.of(query);
        Optional<UUID> kept = form.uuid("sok");
        var words = kept.flatMap(searches::words);
        var filter =
                new ApartmentFilter(
                        form.choice("held", ApartmentFilter.Held.class)
                                .orElse(ApartmentFilter.Held.NOW),
                        form.choice("kind", ApartmentKind.class).orElse(null),
                        form.uuid("vard").map(LandlordId::new).orElse(null),
                        form.uuid("avtal").map(AgreementId::new).orElse(null),
                        words.orElse(null));
        var sort =
                SortChoice.read(
                        query.getFirst("sort"),
                        ReadingApartments.SORTS,
                        SortChoice.ascending("number"));
        var model = new HashMap<String, Object>();
        model.put(
                "form",
                Form.empty()
                        .with("q", words.orElse(null))
                        .with("held", filter.held())
                        .with("kind", filter.kind())
                        .with("vard", filter.landlord())
                        .with("avtal", filter.agreement()));
        model.put("filter", filter);
        model.put("sort", sort);
        model.put("slice", reading.list(actor, filter, sort, PageKey.read(query.getFirst("page"))));
        model.put("kinds", reading.kinds(actor));
        model.put("landlords", landlordChoices(landlords));
        model.put("agreements", agreementChoices(agreements.all()));
        model.put("forgotten", kept.isPresent() && words.isEmpty());
        model.put("mayChange", access.allows(actor, Action.CHANGE_APARTMENT));
        model.put("mayImport", access.allows(actor, Action.IMPORT_APARTMENTS));
        return Pages.render("dwelling/web/apartments", model);
    }
}
