package se.bofast.person.web;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.kernel.PersonId;
import se.bofast.page.Pages;
import se.bofast.person.PersonRelations;
import se.bofast.person.ReadingPerson;

/// A person: who, where, with whom; then what other rooms add.
@Controller
class PersonPage {

    private final ReadingPerson reading;
    private final TemplateEngine engine;
    private final Access access;

    PersonPage(ReadingPerson reading, TemplateEngine engine, Access access) {
        this.reading = reading;
        this.engine = engine;
        this.access = access;
    }

    @GetMapping("/personer/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return Pages.render(
                "person/web/person",
                Map.of(
                        "view",
                        reading.whole(actor, new PersonId(id)),
                        "engine",
                        engine,
                        "maySeeLog",
                        access.allows(
                                actor,
                                Action.SEE_WHO_HAS_SEEN,
                                new Subject(PersonRelations.KIND, id)),
                        "mayExtract",
                        access.allows(actor, Action.SEE_PACKAGES),
                        "mayMark",
                        access.allows(actor, Action.MARK_PROTECTED_PERSON)));
    }
}
