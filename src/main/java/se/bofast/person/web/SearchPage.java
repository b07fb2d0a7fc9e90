package se.bofast.person.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
import se.bofast.page.Form;
import se.bofast.page.Pages;
import se.bofast.page.SearchPlace;
import se.bofast.page.Searches;
import se.bofast.person.PersonSearch;

/// Personer: the search, and whom it finds. What is searched for stands in no address.
@Controller
class SearchPage implements SearchPlace {

    static final String PEOPLE = "/personer";
    static final String SEARCH = "/sok";
    private static final int LONGEST = 200;
    private static final Pattern CASE_NUMBER = Pattern.compile("\\d{4}-\\d{1,8}");

    private final Access access;
    private final Searches searches;
    private final PersonSearch search;

    SearchPage(Access access, Searches searches, PersonSearch search) {
        this.access = access;
        this.searches = searches;
        this.search = search;
    }

    @Override
    public String action() {
        return SEARCH;
    }

    /// From the top bar and from the page itself. A case number leads to the case.
    @Paced(Pace.SEARCH)
    @PostMapping(SEARCH)
    ModelAndView keep(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var words = Form.of(fields).text("q", LONGEST).orElse("");
        if (CASE_NUMBER.matcher(words).matches()) {
            access.require(actor, Action.SEE_CASES);
            return Pages.onward("/arenden/nummer/" + words);
        }
        access.require(actor, Action.SEARCH_PERSON);
        return Pages.onward(words.isEmpty() ? PEOPLE : PEOPLE + "?sok=" + searches.keep(words));
    }

    @GetMapping(PEOPLE)
    ModelAndView people(
            Actor actor, @RequestParam(name = "sok", required = false) Optional<UUID> kept) {
        access.require(actor, Action.SEARCH_PERSON);
        var words = kept.flatMap(searches::words);
        PersonSearch.Answer answer =
                words.isEmpty()
                        ? new PersonSearch.Answer.NoWords()
                        : search.search(actor, words.get());
        return Pages.render(
                "person/web/people",
                Map.of(
                        "form",
                        Form.empty().with("q", words.orElse("")),
                        "answer",
                        answer,
                        "forgotten",
                        kept.isPresent() && words.isEmpty(),
                        "mayRegister",
                        access.allows(actor, Action.CHANGE_PERSON),
                        "mayRegisterUnknown",
                        access.allows(actor, Action.REGISTER_UNKNOWN_PERSON),
                        "mayLink",
                        access.allows(actor, Action.DECIDE_LINK)));
    }
}
