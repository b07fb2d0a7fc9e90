package se.bofast.tenancy.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.dwelling.ApartmentId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.tenancy.HousingDay;
import se.bofast.tenancy.OwnRents;
import se.bofast.tenancy.Vacancies;

/// The boendekonsulent's day, the board's own rents month by month, and what stands empty.
@Controller
class HousingPage {

    static final String DAY = "/bostader/idag";

    private final HousingDay day;
    private final OwnRents rents;
    private final Vacancies vacancies;
    private final Commands commands;
    private final Clock clock;

    HousingPage(
            HousingDay day, OwnRents rents, Vacancies vacancies, Commands commands, Clock clock) {
        this.day = day;
        this.rents = rents;
        this.vacancies = vacancies;
        this.commands = commands;
        this.clock = clock;
    }

    @GetMapping(DAY)
    ModelAndView today(Actor actor) {
        return Pages.render("tenancy/web/day", Map.of("day", day.of(actor)));
    }

    @GetMapping("/bostader/hyror")
    ModelAndView rents(Actor actor, @RequestParam(name = "manad", defaultValue = "") String month) {
        var chosen =
                month.isEmpty()
                        ? YearMonth.from(HouseClock.today(clock)).plusMonths(1)
                        : month(month);
        return Pages.render(
                "tenancy/web/own-rents", Map.of("dues", rents.of(actor, chosen), "month", chosen));
    }

    @GetMapping("/bostader/hyror/{apartment}/{month}")
    ModelAndView rent(Actor actor, @PathVariable UUID apartment, @PathVariable String month) {
        var due = rents.of(actor, new ApartmentId(apartment), month(month));
        return rentPage(
                due,
                Form.empty().with("paidOn", HouseClock.today(clock)).with("amount", due.amount()));
    }

    private static ModelAndView rentPage(OwnRents.Due due, Form form) {
        return Pages.render("tenancy/web/own-rent", Map.of("due", due, "form", form));
    }

    @PostMapping("/bostader/hyror/{apartment}/{month}")
    ModelAndView pay(
            Actor actor,
            @PathVariable UUID apartment,
            @PathVariable String month,
            @RequestParam MultiValueMap<String, String> fields) {
        var due = rents.of(actor, new ApartmentId(apartment), month(month));
        var form = Form.of(fields);
        var paidOn = TermsFields.requiredPast(form, "paidOn", HouseClock.today(clock));
        var amount = form.requiredMoney("amount").filter(money -> money.ore() >= 0);
        if (amount.isEmpty()) {
            form.error("amount", "tenancy.error.amountOutside");
        }
        if (form.hasErrors()) {
            return rentPage(due, form);
        }
        commands.once(
                Action.RECORD_RENT,
                form.commandKey(),
                () -> {
                    rents.pay(
                            actor,
                            due.apartment().id(),
                            due.month(),
                            paidOn.orElseThrow(),
                            amount.orElseThrow());
                    return "";
                });
        return Pages.onward(
                "/bostader/hyror?manad=" + due.month(), Notice.success("tenancy.own.paid"));
    }

    @PostMapping("/bostader/hyror/{apartment}/{month}/ta-tillbaka")
    ModelAndView takeBack(
            Actor actor,
            @PathVariable UUID apartment,
            @PathVariable String month,
            @RequestParam MultiValueMap<String, String> fields) {
        var due = rents.of(actor, new ApartmentId(apartment), month(month));
        var form = Form.of(fields);
        var reason =
                form.requiredText("reason", TermsFields.LONGEST_REASON, "tenancy.reason.missing");
        if (form.hasErrors()) {
            return rentPage(due, form);
        }
        rents.takeBack(actor, due.apartment().id(), due.month(), reason.orElseThrow());
        return Pages.onward(
                "/bostader/hyror?manad=" + due.month(), Notice.success("tenancy.own.takenBack"));
    }

    @GetMapping("/bostader/tomma")
    ModelAndView vacancies(
            Actor actor,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to) {
        var today = HouseClock.today(clock);
        var last = day(to, today, today);
        var first = day(from, today, last.withDayOfYear(1));
        var model = new HashMap<String, Object>();
        model.put("first", first);
        model.put("last", last);
        model.put(
                "vacancies",
                first.isAfter(last) ? java.util.List.of() : vacancies.between(actor, first, last));
        return Pages.render("tenancy/web/vacancies", model);
    }

    private static LocalDate day(String text, LocalDate today, LocalDate otherwise) {
        return se.bofast.kernel.DateText.read(text, today)
                .filter(day -> day.getYear() > 1989 && day.getYear() < 2100)
                .orElse(otherwise);
    }

    private static YearMonth month(String text) {
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() < 1990 || month.getYear() > 2099) {
                throw new NotFound();
            }
            return month;
        } catch (DateTimeException e) {
            throw new NotFound();
        }
    }
}
