package se.bofast.person.web;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.kernel.PersonId;
import se.bofast.page.Pages;
import se.bofast.person.ReadingPerson;

/// A person: who, where, with whom; then what other rooms add.
@Controller
class PersonPage {

    private final ReadingPerson reading;
    private final TemplateEngine engine;

    PersonPage(ReadingPerson reading, TemplateEngine engine) {
        this.reading = reading;
        this.engine = engine;
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
                        "seesLog",
                        Permissions.of(actor.roles(), Action.SEE_WHO_HAS_SEEN) == Scope.BOARD));
    }
}
