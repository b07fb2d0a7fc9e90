package se.bofast.access.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.bofast.access.Access;
import se.bofast.access.Accounts;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.ManagingAppointments;
import se.bofast.access.ManagingEmployees;
import se.bofast.access.Role;
import se.bofast.access.Units;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.UnitId;
import se.bofast.page.Choice;
import se.bofast.page.Commands;
import se.bofast.page.Form;
import se.bofast.page.Notice;
import se.bofast.page.Pages;

/// Medarbetare: accounts and appointments.
@Controller
class EmployeesPage {

    static final String PATH = SettingsPage.PATH + "/medarbetare";

    private final ManagingEmployees employees;
    private final ManagingAppointments appointments;
    private final Accounts accounts;
    private final Access access;
    private final Units units;
    private final Commands commands;
    private final Sessions sessions;
    private final Clock clock;

    EmployeesPage(
            ManagingEmployees employees,
            ManagingAppointments appointments,
            Accounts accounts,
            Access access,
            Units units,
            Commands commands,
            Sessions sessions,
            Clock clock) {
        this.employees = employees;
        this.appointments = appointments;
        this.accounts = accounts;
        this.access = access;
        this.units = units;
        this.commands = commands;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Pages.render("access/web/employees", Map.of("employees", employees.all(actor)));
    }

    @GetMapping(PATH + "/ny")
    ModelAndView empty(Actor actor) {
        return empty(
                actor,
                Form.empty()
                        .with("startOn", HouseClock.today(clock))
                        .with("language", Language.SWEDISH));
    }

    private ModelAndView empty(Actor actor, Form form) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        return Pages.render(
                "access/web/new-employee", Map.of("form", form, "units", unitChoices()));
    }

    private List<Choice> unitChoices() {
        return units.all().stream()
                .map(unit -> Choice.of(unit.id().toString(), unit.name()))
                .toList();
    }

    @PostMapping(PATH)
    ModelAndView add(Actor actor, @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var name = form.requiredText("name", 100);
        var login = Typed.login(form);
        var language = form.requiredChoice("language", Language.class);
        var appointment = appointment(form);
        if (form.hasErrors()) {
            return empty(actor, form);
        }
        access.require(actor, Action.MANAGE_EMPLOYEES);
        // The key's second coming finds the name taken by the first.
        var password = new AtomicReference<Optional<String>>(Optional.empty());
        var taken = accounts.isTaken(login.orElseThrow());
        var result =
                commands.once(
                        Action.MANAGE_EMPLOYEES,
                        form.commandKey(),
                        () -> {
                            if (taken) {
                                return "";
                            }
                            var added =
                                    employees.add(
                                            actor,
                                            new ManagingEmployees.NewEmployee(
                                                    login.orElseThrow(),
                                                    name.orElseThrow(),
                                                    language.orElseThrow().locale(),
                                                    appointment.orElseThrow()));
                            password.set(Optional.of(added.oneTimePassword()));
                            return added.id().toString();
                        });
        if (result.isEmpty()) {
            form.error("login", "access.employees.login.taken");
            return empty(actor, form.with(Form.COMMAND_KEY, UUID.randomUUID()));
        }
        return once(actor, EmployeeId.of(result), password.get());
    }

    /// Shows a password this once; when it was shown already, the page of the employee instead.
    private ModelAndView once(Actor actor, EmployeeId id, Optional<String> password) {
        return password.map(text ->
                        Pages.render(
                                "access/web/one-time-password",
                                Map.of("employee", employees.find(actor, id), "password", text)))
                .orElseGet(
                        () -> Pages.onward(PATH + "/" + id, Notice.info("access.employees.shown")));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView employee(Actor actor, @PathVariable UUID id) {
        return employee(
                actor, new EmployeeId(id), Form.empty().with("startOn", HouseClock.today(clock)));
    }

    private ModelAndView employee(Actor actor, EmployeeId id, Form form) {
        return Pages.render(
                "access/web/employee",
                Map.of(
                        "employee", employees.find(actor, id),
                        "appointments", appointments.of(actor, id),
                        "units", unitChoices(),
                        "form", form));
    }

    @PostMapping(PATH + "/{id}/stang")
    ModelAndView disable(Actor actor, @PathVariable UUID id) {
        employees.disable(actor, new EmployeeId(id));
        sessions.endOthers(new EmployeeId(id), null);
        return Pages.onward(PATH + "/" + id, Notice.success("access.employees.disabled"));
    }

    @PostMapping(PATH + "/{id}/oppna")
    ModelAndView enable(Actor actor, @PathVariable UUID id) {
        employees.enable(actor, new EmployeeId(id));
        return Pages.onward(PATH + "/" + id, Notice.success("access.employees.enabled"));
    }

    @PostMapping(PATH + "/{id}/las-upp")
    ModelAndView unlock(Actor actor, @PathVariable UUID id) {
        employees.unlock(actor, new EmployeeId(id));
        return Pages.onward(PATH + "/" + id, Notice.success("access.employees.unlocked"));
    }

    @PostMapping(PATH + "/{id}/losenord")
    ModelAndView newPassword(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var employee = new EmployeeId(id);
        var password = new AtomicReference<Optional<String>>(Optional.empty());
        commands.once(
                Action.MANAGE_EMPLOYEES,
                Form.of(fields).commandKey(),
                () -> {
                    password.set(Optional.of(employees.newPassword(actor, employee)));
                    return employee.toString();
                });
        sessions.endOthers(employee, null);
        return once(actor, employee, password.get());
    }

    @PostMapping(PATH + "/{id}/tjanster")
    ModelAndView appoint(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = Form.of(fields);
        var employee = new EmployeeId(id);
        var appointment = appointment(form);
        if (form.hasErrors()) {
            return employee(actor, employee, form);
        }
        commands.once(
                Action.MANAGE_EMPLOYEES,
                form.commandKey(),
                () -> appointments.add(actor, employee, appointment.orElseThrow()).toString());
        return Pages.onward(PATH + "/" + id, Notice.success("access.appointments.saved"));
    }

    private Optional<ManagingAppointments.NewAppointment> appointment(Form form) {
        var today = HouseClock.today(clock);
        var role = form.requiredChoice("role", Role.class);
        var unit = form.requiredUuid("unit");
        var start = form.requiredDate("startOn", today);
        var end = form.date("endOn", today);
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            form.error("endOn", "access.period.backward");
        }
        return role.isPresent() && unit.isPresent() && start.isPresent()
                ? Optional.of(
                        new ManagingAppointments.NewAppointment(
                                role.get(), new UnitId(unit.get()), start.get(), end.orElse(null)))
                : Optional.empty();
    }

    @PostMapping(PATH + "/{id}/tjanster/{appointment}/avsluta")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID appointment,
            @RequestParam MultiValueMap<String, String> fields) {
        var today = HouseClock.today(clock);
        var on = Form.of(fields).date("endOn", today).orElse(today);
        appointments.end(actor, appointment, on);
        return Pages.onward(PATH + "/" + id, Notice.success("access.appointments.ended"));
    }
}
