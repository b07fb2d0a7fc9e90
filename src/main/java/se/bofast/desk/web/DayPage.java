package se.bofast.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.count.CountRounds;
import se.bofast.debt.PromiseAlarm;
import se.bofast.debt.PromisesDue;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Drafts;
import se.bofast.page.Pages;
import se.bofast.prevention.DayList;
import se.bofast.support.SafeVisits;
import se.bofast.support.SlotLists;

/// Min dag: the page people live in.
@Controller
class DayPage {

    private static final Set<Action> STEPS =
            Set.of(
                    Action.DECIDE_INQUIRY,
                    Action.GRANT_UNDERTAKING,
                    Action.CLOSE_CASE,
                    Action.LOG_CONTACT,
                    Action.WORK_ON_CASE,
                    Action.WRITE_LETTER,
                    Action.SEE_CASE);

    private final DayList days;
    private final SafeVisits visits;
    private final SlotLists slots;
    private final PromisesDue promises;
    private final CountRounds counts;
    private final Access access;
    private final Drafts drafts;
    private final Clock clock;

    DayPage(
            DayList days,
            SafeVisits visits,
            SlotLists slots,
            PromisesDue promises,
            CountRounds counts,
            Access access,
            Drafts drafts,
            Clock clock) {
        this.days = days;
        this.visits = visits;
        this.slots = slots;
        this.promises = promises;
        this.counts = counts;
        this.access = access;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView day(Actor actor, @RequestParam MultiValueMap<String, String> query) {
        if (!access.allows(actor, Action.SEE_DAY)) {
            return Pages.render("desk/web/no-day", Map.of("counts", counts.waiting(actor)));
        }
        var scope = Permissions.of(actor.roles(), Action.SEE_DAY);
        var wide = !"mina".equals(query.getFirst("visa")) && scope != Scope.OWN;
        var today = HouseClock.today(clock);
        var model = new HashMap<String, Object>();
        var day = days.of(actor, wide);
        model.put("day", day);
        model.put("lines", lines(day, rents(actor, wide ? scope : Scope.OWN, today)));
        var overdue = visits.overdueCheckIns(actor);
        var agenda = agenda(actor, today);
        model.put("counts", counts.waiting(actor));
        model.put("overdue", overdue);
        model.put("agenda", agenda);
        model.put("opens", matters(actor, Action.SEE_CASE, overdue, agenda));
        model.put("notes", matters(actor, Action.LOG_CONTACT, overdue, agenda));
        model.put("scope", scope);
        model.put("wide", wide);
        model.put("drafts", drafts.mine());
        model.put("name", firstName(actor.name()));
        model.put(
                "may",
                STEPS.stream()
                        .filter(action -> access.allows(actor, action))
                        .collect(Collectors.toUnmodifiableSet()));
        model.put("mayRegister", access.allows(actor, Action.REGISTER_SIGNAL));
        return Pages.render("desk/web/day", model);
    }

    private List<PromisesDue.Due> rents(Actor actor, Scope scope, LocalDate today) {
        return promises.due(actor, scope, today.plusDays(PromiseAlarm.FIRST_ALARM)).stream()
                .filter(due -> due.alarm().rings())
                .toList();
    }

    /// Legal days and promised rents together, the most urgent first; at the same day the law's.
    private static List<DueLine> lines(DayList.Day day, List<PromisesDue.Due> rents) {
        var lines = new ArrayList<DueLine>();
        day.due().forEach(due -> lines.add(new DueLine.Legal(due)));
        rents.forEach(due -> lines.add(new DueLine.Rent(due)));
        lines.sort(Comparator.comparing(DueLine::day));
        return lines;
    }

    /// Visits and booked times of today, as they come.
    private List<AgendaLine> agenda(Actor actor, LocalDate today) {
        var lines = new ArrayList<AgendaLine>();
        visits.on(actor, today).stream()
                .filter(row -> row.visit().isOpen())
                .map(AgendaLine.Going::new)
                .forEach(lines::add);
        if (access.allows(actor, Action.SEE_APPOINTMENTS)) {
            slots.bookedOn(actor, today).stream().map(AgendaLine.Meeting::new).forEach(lines::add);
        }
        lines.sort(Comparator.comparing(AgendaLine::at));
        return lines;
    }

    /// The matters of visits and times in which the actor may do it: a colleague's visit may be to
    /// somebody one must not look up.
    private Set<UUID> matters(
            Actor actor, Action action, List<SafeVisits.Row> overdue, List<AgendaLine> agenda) {
        return Stream.concat(
                        overdue.stream().map(row -> row.visit().matter()),
                        agenda.stream()
                                .flatMap(line ->
                                        switch (line) {
                                            case AgendaLine.Going(var row) ->
                                                    Stream.of(row.visit().matter());
                                            case AgendaLine.Meeting(var row) ->
                                                    row.appointment() == null
                                                            ? Stream.<Subject>empty()
                                                            : Stream.of(row.appointment().matter());
                                        }))
                .distinct()
                .filter(matter -> access.allows(actor, action, matter))
                .map(Subject::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String firstName(String name) {
        return List.of(name.split(" ")).getFirst();
    }
}
