package se.bofast.review.web;

import java.util.Map;
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
import se.bofast.kernel.EmployeeId;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.review.OwnAddresses;

/// Inställningar: whose own address is kept for the review; never which it is.
@Controller
class OwnAddressesPage {

    static final String PATH = "/installningar/egna-adresser";
    private static final int LONGEST_STREET = 200;

    private final OwnAddresses addresses;
    private final Access access;

    OwnAddressesPage(OwnAddresses addresses, Access access) {
        this.addresses = addresses;
        this.access = access;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        return page(actor, Form.empty());
    }

    private ModelAndView page(Actor actor, Form form) {
        var rows = addresses.all(actor);
        return Pages.render(
                "review/web/addresses",
                Map.of(
                        "known",
                        rows.stream().filter(OwnAddresses.Row::known).toList(),
                        "choices",
                        rows.stream()
                                .map(row -> Choice.of(row.employee().toString(), row.name()))
                                .toList(),
                        "form",
                        form));
    }

    @PostMapping(PATH)
    ModelAndView keep(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        var form = Form.of(fields);
        var employee = form.requiredUuid("employee", "review.addresses.employee.missing");
        var street = form.requiredText("street", LONGEST_STREET, "review.addresses.street.missing");
        if (!form.hasErrors()
                && !addresses.keep(
                        actor, new EmployeeId(employee.orElseThrow()), street.orElseThrow())) {
            form.error("street", "review.addresses.street.missing");
        }
        return form.hasErrors()
                ? page(actor, form)
                : Pages.onward(PATH, Notice.success("review.addresses.kept"));
    }

    @PostMapping(PATH + "/{account}/glom")
    ModelAndView forget(Actor actor, @PathVariable UUID account) {
        addresses.forget(actor, new EmployeeId(account));
        return Pages.onward(PATH, Notice.success("review.addresses.forgotten"));
    }
}
