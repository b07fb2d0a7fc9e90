package se.bofast.person.web;

import java.util.Map;
import java.util.Optional;
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
import se.bofast.access.Subject;
import se.bofast.kernel.PersonId;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.person.AddressKind;
import se.bofast.person.Addresses;
import se.bofast.person.PersonRelations;
import se.bofast.person.PersonView;
import se.bofast.person.ReadingPerson;

/// Ändra adress. An emptied form takes the address away.
@Controller
class AddressPage {

    private static final String ADDRESS = "/personer/{id}/adress";

    private final Access access;
    private final Commands commands;
    private final ReadingPerson reading;
    private final Addresses addresses;

    AddressPage(Access access, Commands commands, ReadingPerson reading, Addresses addresses) {
        this.access = access;
        this.commands = commands;
        this.reading = reading;
        this.addresses = addresses;
    }

    @GetMapping(ADDRESS)
    ModelAndView form(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "slag", required = false) Optional<AddressKind> kind) {
        var view = reading.toChange(actor, new PersonId(id));
        var form = Form.empty().with("kind", kind.orElse(AddressKind.HOME));
        var fact = view.address(kind.orElse(AddressKind.HOME));
        if (fact != null) {
            var address = fact.address();
            form.with("seen", fact.id())
                    .with("careOf", address.careOf())
                    .with("street", address.street())
                    .with("apartment", address.apartment())
                    .with("postalCode", address.postalCode())
                    .with("city", address.city());
        }
        return page(view, form);
    }

    @PostMapping(ADDRESS)
    ModelAndView set(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, id));
        var person = new PersonId(id);
        var form = Form.of(fields);
        var kind = form.requiredChoice("kind", AddressKind.class);
        var seen = form.uuid("seen");
        var address = Fields.address(form);
        var reason = form.requiredText("reason", Fields.REASON, "person.reason.missing");
        if (!form.hasErrors() && address == null && seen.isEmpty()) {
            form.error("street", "person.street.missing");
        }
        if (form.hasErrors()) {
            return page(reading.toChange(actor, person), form);
        }
        commands.once(
                Action.CHANGE_PERSON,
                form.commandKey(),
                () -> {
                    addresses.set(
                            actor,
                            person,
                            kind.orElseThrow(),
                            seen.orElse(null),
                            address,
                            reason.orElseThrow());
                    return "";
                });
        return Pages.onward(
                "/personer/" + id,
                Notice.success(address == null ? "person.address.removed" : "person.address.done"));
    }

    private static ModelAndView page(PersonView view, Form form) {
        return Pages.render("person/web/address", Map.of("view", view, "form", form));
    }
}
