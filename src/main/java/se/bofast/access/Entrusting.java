package se.bofast.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.Reach;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Which employees may see a person with a protected identity: by name, with a reason and a last
/// day, at most a year ahead. No role and no cover gives the right.
@Component
public class Entrusting {

    /// The farthest last day.
    public static final int DAYS = 366;

    /// @param name of the employee
    public record Entrusted(
            UUID id,
            PersonId person,
            EmployeeId employee,
            String name,
            LocalDate startOn,
            LocalDate endOn,
            String reason) {}

    private final JdbcClient db;
    private final Units units;
    private final Log log;
    private final Clock clock;

    Entrusting(JdbcClient db, Units units, Log log, Clock clock) {
        this.db = db;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /// Who is entrusted with the people today or later, by name. The caller has required the
    /// action.
    @Transactional(readOnly = true)
    public List<Entrusted> with(Collection<PersonId> people) {
        return db.sql(
                        """
                        select e.id, e.person_id, e.account_id, a.display_name, e.start_on, e.end_on, e.reason
                        from access.entrustment e
                        join access.account a on a.id = e.account_id
                        where e.board_id = framework.board_id() and e.person_id = any (:people)
                          and e.ended_at is null and e.end_on >= :today
                        order by a.display_name, e.id
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("today", HouseClock.today(clock))
                .query((rs, n) ->
                        new Entrusted(
                                rs.getObject("id", UUID.class),
                                new PersonId(rs.getObject("person_id", UUID.class)),
                                new EmployeeId(rs.getObject("account_id", UUID.class)),
                                rs.getString("display_name"),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class),
                                rs.getString("reason")))
                .list();
    }

    /// Entrusts a colleague with a person from today. What they had before ends. Logged. The caller
    /// has required the action.
    ///
    /// @throws NotFound if the colleague has no appointment in the board today
    /// @throws Conflict if the last day has been, or is more than {@link #DAYS} ahead
    @Transactional
    public void entrust(PersonId person, EmployeeId employee, LocalDate endOn, String reason) {
        var today = HouseClock.today(clock);
        if (!units.works(employee, today)) {
            throw new NotFound();
        }
        if (endOn.isBefore(today) || endOn.isAfter(today.plusDays(DAYS))) {
            throw new Conflict("access.entrusting.endOn");
        }
        end(person, employee);
        db.sql(
                        """
                        insert into access.entrustment (board_id, area_id, id, person_id, account_id, start_on, end_on,
                            reason, given_at, given_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :employee, :today, :end,
                            :reason, :now, framework.account_id())
                        """)
                .param("id", NewId.at(clock))
                .param("person", person.value())
                .param("employee", employee.value())
                .param("today", today)
                .param("end", endOn)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (employee.equals(Reach.current().employee())) {
            seeAtOnce(person);
        }
        log.record(
                LogEntry.of(Action.ENTRUST_PROTECTED_PERSON)
                        .because("ENTRUSTED")
                        .about("employee", employee.value())
                        .touching(person)
                        .changing(Map.of(), Map.of("endOn", endOn.toString())));
    }

    /// What is left of this transaction sees the person already.
    private void seeAtOnce(PersonId person) {
        db.sql(
                        """
                        select set_config('bofast.entrusted',
                            concat_ws(',', nullif(current_setting('bofast.entrusted', true), ''), cast(:person as text)), true)
                        """)
                .param("person", person.value().toString())
                .query(String.class)
                .single();
    }

    /// Ends it at once. Logged. The caller has required the action.
    ///
    /// @throws NotFound if the colleague is not entrusted with the person
    @Transactional
    public void withdraw(PersonId person, EmployeeId employee) {
        if (end(person, employee) == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.ENTRUST_PROTECTED_PERSON)
                        .because("WITHDRAWN")
                        .about("employee", employee.value())
                        .touching(person));
    }

    private int end(PersonId person, EmployeeId employee) {
        return db.sql(
                        """
                        update access.entrustment set ended_at = :now, ended_by = framework.account_id()
                        where board_id = framework.board_id() and person_id = :person and account_id = :employee
                          and ended_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .param("employee", employee.value())
                .update();
    }
}
