package se.bofast.tenancy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Frames;
import se.bofast.page.Notice;
import se.bofast.page.Pages;
import se.bofast.tenancy.HousingDay;
import se.bofast.tenancy.OwnRents;
import se.bofast.tenancy.Vacancies;

/// The boendekonsulent's day, the board's own rents month by month, and what stands empty.
@Controller
class HousingPage {

    static final String DAY = "/bostader/idag";

    private static final String RENTS = "/bostader/hyror";

    private final HousingDay day;
    private final OwnRents rents;
    private final Vacancies vacancies;
    private final Commands commands;
    private final Frames frames;
    private final Clock clock;

    HousingPage(
            HousingDay day,
            OwnRents rents,
            Vacancies vacancies,
            Commands commands,
            Frames frames,
            Clock clock) {
        this.day = day;
        this.rents = rents;
        this.vacancies = vacancies;
        this.commands = commands;
        this.frames = frames;
        this.clock = clock;
    }

    @GetMapping(DAY)
    ModelAndView today(Actor actor, @RequestParam(name = "visa", defaultValue = "") String part) {
        var model = new HashMap<String, Object>();
        model.put("day", day.of(actor));
        model.put("only", part(part));
        return Pages.render("tenancy/web/day", model);
    }

    private static HousingDay.@Nullable Part part(String text) {
        return Arrays.stream(HousingDay.Part.values())
                .filter(part -> part.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    @GetMapping("/bostader/hyror")
    ModelAndView rents(
            Actor actor,
            @RequestParam(name = "manad", defaultValue = "") String month,
            @RequestParam(name = "visa", defaultValue = "") String shown) {
        var chosen =
                month.isEmpty()
                        ? YearMonth.from(HouseClock.today(clock)).plusMonths(1)
                        : month(month);
        return Pages.render(
                "tenancy/web/own-rents",
                Map.of(
                        "bills",
                        rents.bills(actor, chosen),
                        "month",
                        chosen,
                        "all",
                        shown.equals("alla")));
    }

    @GetMapping("/bostader/hyror/till/{landlord}/{month}")
    ModelAndView bill(Actor actor, @PathVariable String landlord, @PathVariable String month) {
        var bill = rents.bill(actor, landlord(landlord), month(month));
        return billPage(bill, Form.empty().with("paidOn", HouseClock.today(clock)));
    }

    private static ModelAndView billPage(OwnRents.Bill bill, Form form) {
        return Pages.render(
                "tenancy/web/own-bill",
                Map.of(
                        "bill",
                        bill,
                        "form",
                        form,
                        "place",
                        RENTS + "/till/" + bill.path() + "/" + bill.month()));
    }

    @PostMapping("/bostader/hyror/till/{landlord}/{month}")
    ModelAndView payAll(
            Actor actor,
            HttpServletRequest request,
            @PathVariable String landlord,
            @PathVariable String month,
            @RequestParam MultiValueMap<String, String> fields) {
        var bill = rents.bill(actor, landlord(landlord), month(month));
        var form = Form.of(fields);
        var paidOn = TermsFields.requiredPast(form, "paidOn", HouseClock.today(clock));
        if (form.hasErrors()) {
            return billPage(bill, form);
        }
        String result;
        try {
            result =
                    commands.once(
                            Action.RECORD_RENT,
                            form.commandKey(),
                            () ->
                                    paidAll(
                                            rents.payAll(
                                                    actor,
                                                    landlord(landlord),
                                                    bill.month(),
                                                    paidOn.orElseThrow(),
                                                    form.value("seen"))));
        } catch (TurnedDown changed) {
            form.formError(changed.key());
            return billPage(bill, form);
        }
        var there = RENTS + "?manad=" + bill.month();
        if (result.isEmpty()) {
            return Pages.onward(there, Notice.info("tenancy.own.all.nothing"));
        }
        var done = result.split(" ");
        return Pages.onward(
                there,
                Notice.success(
                                "tenancy.own.all.paid",
                                Integer.valueOf(done[1]),
                                frames.words(request).money(new Money(Long.parseLong(done[2]))))
                        .withUndo(RENTS + "/tillsammans/" + done[0] + "/ta-tillbaka"));
    }

    /// What is kept of it by the form's key.
    private static String paidAll(OwnRents.PayingAll paying) {
        return switch (paying) {
            case OwnRents.PayingAll.Done(var together, var rents, var sum) ->
                    together == null ? "" : together + " " + rents + " " + sum.ore();
            case OwnRents.PayingAll.ChangedMeanwhile changed ->
                    throw new TurnedDown("tenancy.own.all.changed");
        };
    }

    @PostMapping("/bostader/hyror/tillsammans/{together}/ta-tillbaka")
    ModelAndView takeAllBack(Actor actor, @PathVariable UUID together) {
        var month = rents.takeAllBack(actor, together, "UNDONE");
        return Pages.onward(RENTS + "?manad=" + month, Notice.success("tenancy.own.all.takenBack"));
    }

    private static @Nullable LandlordId landlord(String text) {
        if (text.equals(OwnRents.NOBODYS)) {
            return null;
        }
        try {
            return new LandlordId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
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
