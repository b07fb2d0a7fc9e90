package se.bofast.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.person.PersonRelations;

/// Who carries whom (uppdrag, aktualitet): what makes a person known to a unit. A signal alone does
/// not.
@Component
public class Assignments {

    /// The kind of {@link Subject} an assignment is in the log.
    public static final String KIND = "assignment";

    /// @param account who carries it; null: the unit as a whole
    /// @param externalNumber in the board's own records system
    /// @param endOn the last day; null: open
    public record Assignment(
            UUID id,
            PersonId person,
            UnitId unit,
            String unitName,
            @Nullable EmployeeId account,
            @Nullable String accountName,
            @Nullable String externalNumber,
            LocalDate startOn,
            @Nullable LocalDate endOn) {

        public boolean isOpen() {
            return endOn == null;
        }
    }

    /// What came of it.
    public enum Result {
        DONE,
        /// The unit already carries the person.
        ALREADY_OPEN,
        /// It is over already.
        NOT_OPEN,
        /// The day is before it began.
        BEFORE_IT_BEGAN
    }

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    Assignments(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// All assignments of a person, the open ones first. The caller has required the action and
    /// logs.
    @Transactional(readOnly = true)
    public List<Assignment> of(PersonId person) {
        return db.sql(
                        """
                        select s.id, s.person_id, s.unit_id, u.name as unit_name, s.account_id, a.display_name,
                               s.external_number, s.start_on, s.end_on
                        from support.assignment s
                        join access.v_unit u on u.board_id = s.board_id and u.unit_id = s.unit_id
                        left join access.v_account a on a.account_id = s.account_id
                        where s.board_id = framework.board_id() and s.person_id = :person
                        order by s.end_on desc nulls first, s.start_on desc, s.id
                        """)
                .param("person", person.value())
                .query(Assignments::row)
                .list();
    }

    /// @throws NotFound if there is none within reach
    @Transactional
    public Assignment see(Actor actor, UUID id) {
        var found = find(id).orElseThrow(NotFound::new);
        require(actor, found.person());
        return found;
    }

    /// Begins an assignment.
    @Transactional
    public Result start(
            Actor actor,
            PersonId person,
            UnitId unit,
            @Nullable EmployeeId account,
            @Nullable String externalNumber,
            LocalDate startOn) {
        require(actor, person);
        if (of(person).stream().anyMatch(a -> a.isOpen() && a.unit().equals(unit))) {
            return Result.ALREADY_OPEN;
        }
        record(insert(person, unit, account, externalNumber, startOn), person, "STARTED");
        return Result.DONE;
    }

    /// Ends an assignment.
    ///
    /// @param endOn the last day
    @Transactional
    public Result end(Actor actor, UUID id, LocalDate endOn) {
        var found = see(actor, id);
        if (!found.isOpen()) {
            return Result.NOT_OPEN;
        }
        if (endOn.isBefore(found.startOn())) {
            return Result.BEFORE_IT_BEGAN;
        }
        close(id, endOn);
        record(id, found.person(), "ENDED");
        return Result.DONE;
    }

    /// Hands an assignment to another colleague or unit: the old one ends the day before, a new one
    /// begins, so that one can see who carried it when.
    ///
    /// @param from the first day of the new one
    /// @param seen who carried it when the actor read it
    /// @throws Conflict if somebody handed it to another meanwhile
    @Transactional
    public Result handOver(
            Actor actor,
            UUID id,
            UnitId unit,
            @Nullable EmployeeId account,
            LocalDate from,
            @Nullable EmployeeId seen) {
        var found = see(actor, id);
        if (!Objects.equals(seen, found.account())) {
            throw new Conflict("support.assignment.meanwhile");
        }
        if (!found.isOpen()) {
            return Result.NOT_OPEN;
        }
        if (from.isBefore(found.startOn())) {
            return Result.BEFORE_IT_BEGAN;
        }
        if (!found.unit().equals(unit)
                && of(found.person()).stream().anyMatch(a -> a.isOpen() && a.unit().equals(unit))) {
            return Result.ALREADY_OPEN;
        }
        if (from.equals(found.startOn())) {
            if (!found.unit().equals(unit)) {
                // It never was at the first unit for a whole day; the day stays there.
                return Result.BEFORE_IT_BEGAN;
            }
            carry(id, account);
        } else {
            close(id, from.minusDays(1));
            insert(found.person(), unit, account, found.externalNumber(), from);
        }
        record(id, found.person(), "HANDED_OVER");
        return Result.DONE;
    }

    private void require(Actor actor, PersonId person) {
        access.require(
                actor, Action.CHANGE_PERSON, new Subject(PersonRelations.KIND, person.value()));
    }

    private void record(UUID id, PersonId person, String what) {
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .about(KIND, id)
                        .because("ASSIGNMENT_" + what)
                        .touching(person));
    }

    private Optional<Assignment> find(UUID id) {
        return db.sql(
                        """
                        select s.id, s.person_id, s.unit_id, u.name as unit_name, s.account_id, a.display_name,
                               s.external_number, s.start_on, s.end_on
                        from support.assignment s
                        join access.v_unit u on u.board_id = s.board_id and u.unit_id = s.unit_id
                        left join access.v_account a on a.account_id = s.account_id
                        where s.board_id = framework.board_id() and s.id = :id
                        for update of s
                        """)
                .param("id", id)
                .query(Assignments::row)
                .optional();
    }

    private UUID insert(
            PersonId person,
            UnitId unit,
            @Nullable EmployeeId account,
            @Nullable String externalNumber,
            LocalDate startOn) {
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into support.assignment (board_id, area_id, id, person_id, unit_id, account_id,
                            external_number, start_on, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :unit, :account,
                            :number, :start, :now, framework.account_id())
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("unit", unit.value())
                .param("account", account == null ? null : account.value())
                .param("number", externalNumber)
                .param("start", startOn)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private void close(UUID id, LocalDate endOn) {
        db.sql(
                        """
                        update support.assignment set end_on = :end
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("end", endOn)
                .param("id", id)
                .update();
    }

    private void carry(UUID id, @Nullable EmployeeId account) {
        db.sql(
                        """
                        update support.assignment set account_id = :account
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("account", account == null ? null : account.value())
                .param("id", id)
                .update();
    }

    private static Assignment row(ResultSet rs, int n) throws SQLException {
        var account = rs.getObject("account_id", UUID.class);
        return new Assignment(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                rs.getString("unit_name"),
                account == null ? null : new EmployeeId(account),
                rs.getString("display_name"),
                rs.getString("external_number"),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class));
    }
}
