package se.bofast.dwelling.web;

import java.util.Map;
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
import se.bofast.dwelling.LandlordFilter;
import se.bofast.dwelling.LandlordKind;
import se.bofast.dwelling.ReadingLandlords;
import se.bofast.page.Address;
import se.bofast.page.Form;
import se.bofast.page.PageKey;
import se.bofast.page.Pages;
import se.bofast.page.Searches;
import se.bofast.page.SortChoice;

/// Hyresvärdar: the register. What is searched for may be a person's name and stands in no address.
@Controller
class LandlordsPage {

    static final String PATH = "/hyresvardar";
    private static final int LONGEST = 200;

    private final ReadingLandlords reading;
    private final Searches searches;
    private final Access access;

    LandlordsPage(ReadingLandlords reading, Searches searches, Access access) {
        this.reading = reading;
        this.searches = searches;
        this.access = access;
    }

    @Paced(Pace.SEARCH)
    @PostMapping(PATH + "/sok")
    ModelAndView search(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.SEE_LANDLORDS);
        var form = Form.of(fields);
        var words = form.text("q", LONGEST);
        var to =
                Address.of(PATH)
                        .with(
                                "state",
                                form.choice("state", LandlordFilter.State.class)
                                        .map(Enum::name)
                                        .orElse(""))
                        .with(
                                "kind",
                                form.choice("kind", LandlordKind.class).map(Enum::name).orElse(""))
                        .with("sok", words.map(text -> searches.keep(text).toString()).orElse(""));
        return Pages.onward(to.toString());
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        access.require(actor, Action.SEE_LANDLORDS);
        var form = Form.of(query);
        Optional<UUID> kept = form.uuid("sok");
        var words = kept.flatMap(searches::words);
        var filter =
                new LandlordFilter(
                        form.choice("state", LandlordFilter.State.class)
                                .orElse(LandlordFilter.State.IN_USE),
                        form.choice("kind", LandlordKind.class).orElse(null),
                        words.orElse(null));
        var sort =
                SortChoice.read(
                        query.getFirst("sort"),
                        ReadingLandlords.SORTS,
                        SortChoice.ascending("name"));
        return Pages.render(
                "dwelling/web/landlords",
                Map.of(
                        "form",
                        Form.empty()
                                .with("q", words.orElse(null))
                                .with("state", filter.state())
                                .with("kind", filter.kind()),
                        "filter",
                        filter,
                        "sort",
                        sort,
                        "slice",
                        reading.list(actor, filter, sort, PageKey.read(query.getFirst("page"))),
                        "toComplete",
                        reading.toComplete(actor),
                        "forgotten",
                        kept.isPresent() && words.isEmpty(),
                        "mayChange",
                        access.allows(actor, Action.CHANGE_LANDLORD),
                        "seesApartments",
                        access.allows(actor, Action.SEE_APARTMENTS)));
    }
}
