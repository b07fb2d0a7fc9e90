package se.bofast.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;

/// In which role and unit someone works, from which day and to which. Call within the actor's
/// reach.
@Component
public class ManagingAppointments {

    /// The kind of {@link Subject} an appointment is in the log.
    public static final String KIND = "appointment";

    /// An appointment; `endOn` is its last day, null while it runs on.
    public record Appointment(
            UUID id, Role role, String unit, LocalDate startOn, @Nullable LocalDate endOn) {}

    /// @param endOn the last day; null: until further notice
    public record NewAppointment(
            Role role, UnitId unit, LocalDate startOn, @Nullable LocalDate endOn) {}

    private record Row(EmployeeId employee, Role role, LocalDate startOn) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    ManagingAppointments(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// The employee's appointments in the board, the latest first.
    @Transactional(readOnly = true)
    public List<Appointment> of(Actor actor, EmployeeId employee) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        return db.sql(
                        """
                        select a.id, a.role, u.name as unit_name, a.start_on, a.end_on
                        from access.appointment a
                        join access.unit u on u.board_id = a.board_id and u.id = a.unit_id
                        where a.board_id = framework.board_id() and a.account_id = :account
                        order by a.start_on desc, a.id desc
                        """)
                .param("account", employee.value())
                .query((rs, n) ->
                        new Appointment(
                                rs.getObject("id", UUID.class),
                                Role.valueOf(rs.getString("role")),
                                rs.getString("unit_name"),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list();
    }

    /// Appoints someone who works in the board already; for a new one see {@link
    /// ManagingEmployees#add}.
    ///
    /// @throws NotFound if the employee is unknown to the board, or the unit is not open
    /// @throws Conflict if it would end before it starts
    @Transactional
    public UUID add(Actor actor, EmployeeId employee, NewAppointment appointment) {
        if (of(actor, employee).isEmpty()) {
            throw new NotFound();
        }
        return insert(actor, employee, appointment);
    }

    UUID insert(Actor actor, EmployeeId employee, NewAppointment appointment) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        Period.check(appointment.startOn(), appointment.endOn());
        var id = NewId.at(clock);
        var added =
                db.sql(
                                """
                                insert into access.appointment (board_id, area_id, id, account_id, role, unit_id, start_on, end_on)
                                select u.board_id, u.area_id, :id, :account, :role, u.id, :start, cast(:end as date)
                                from access.unit u
                                where u.board_id = framework.board_id() and u.id = :unit
                                  and u.area_id = any(framework.area_ids()) and u.closed_on is null
                                """)
                        .param("id", id)
                        .param("account", employee.value())
                        .param("role", appointment.role().name())
                        .param("unit", appointment.unit().value())
                        .param("start", appointment.startOn())
                        .param("end", appointment.endOn())
                        .update();
        if (added == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.MANAGE_EMPLOYEES)
                        .about(KIND, id)
                        .changing(
                                Map.of(),
                                Map.of(
                                        "account", employee.toString(),
                                        "role", appointment.role().name(),
                                        "unit", appointment.unit().toString(),
                                        "startOn", appointment.startOn().toString(),
                                        "endOn", String.valueOf(appointment.endOn()))));
        return id;
    }

    /// Ends an appointment.
    ///
    /// @param on the last day; its first day at the earliest
    /// @throws NotFound if there is none, or it has ended by then
    /// @throws Conflict if it is what one manages the employees by oneself, so that the board is
    ///   never left without an administrator; or if the day is before its first
    @Transactional
    public void end(Actor actor, UUID id, LocalDate on) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        var found =
                db.sql(
                                """
                                select account_id, role, start_on from access.appointment
                                where board_id = framework.board_id() and id = :id
                                  and area_id = any(framework.area_ids())
                                  and (end_on is null or end_on > :on)
                                for update
                                """)
                        .param("id", id)
                        .param("on", on)
                        .query((rs, n) ->
                                new Row(
                                        new EmployeeId(rs.getObject("account_id", UUID.class)),
                                        Role.valueOf(rs.getString("role")),
                                        rs.getObject("start_on", LocalDate.class)))
                        .optional()
                        .orElseThrow(NotFound::new);
        if (found.employee().equals(actor.id())
                && Permissions.of(found.role(), Action.MANAGE_EMPLOYEES) != Scope.NONE) {
            throw new Conflict("access.employees.notSelf");
        }
        Period.check(found.startOn(), on);
        db.sql(
                        """
                        update access.appointment set end_on = :on
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("on", on)
                .param("id", id)
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_EMPLOYEES)
                        .about(KIND, id)
                        .changing(
                                Map.of("account", found.employee().toString()),
                                Map.of("endOn", on.toString())));
    }
}
