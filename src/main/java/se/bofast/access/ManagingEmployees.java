package se.bofast.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.database.Reach;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NotFound;

/// The employees of the board and their accounts. Call within the actor's reach.
///
/// An account that works in another board too is not the actor's to disable or to give a password:
/// it would open that board. Its appointments here can be ended.
@Component
public class ManagingEmployees {

    /// The kind of {@link Subject} an account is in the log.
    public static final String KIND = "account";

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,79}");

    /// An employee; `locked` after too many wrong passwords, right now.
    public record EmployeeRow(
            EmployeeId id,
            String login,
            String name,
            boolean disabled,
            boolean locked,
            boolean appointed) {}

    /// Someone new, with the first appointment.
    ///
    /// @param login see {@link #isLogin}
    public record NewEmployee(
            String login,
            String name,
            Locale language,
            ManagingAppointments.NewAppointment appointment) {}

    /// A new account and the password of its first log-in, which is kept nowhere else.
    public record Added(EmployeeId id, String oneTimePassword) {

        /// Without the password.
        @Override
        public String toString() {
            return "Added " + id;
        }
    }

    private final JdbcClient db;
    private final Accounts accounts;
    private final ManagingAppointments appointments;
    private final Access access;
    private final Log log;
    private final Clock clock;
    private final TransactionTemplate apart;

    ManagingEmployees(
            JdbcClient db,
            Accounts accounts,
            ManagingAppointments appointments,
            Access access,
            Log log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.accounts = accounts;
        this.appointments = appointments;
        this.access = access;
        this.log = log;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
    }

    /// True if the text can be a log-in name: small letters, digits and `. _ @ -`.
    public static boolean isLogin(String text) {
        return LOGIN.matcher(text).matches();
    }

    /// Everyone who has or has had an appointment in the board; those at work first.
    @Transactional(readOnly = true)
    public List<EmployeeRow> all(Actor actor) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        return rows(null);
    }

    /// @throws NotFound if the board does not know the employee
    @Transactional(readOnly = true)
    public EmployeeRow find(Actor actor, EmployeeId id) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        return rows(id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private List<EmployeeRow> rows(@Nullable EmployeeId only) {
        return db.sql(
                        """
                        select c.id, c.login, c.display_name, case when c.disabled_at is null then false else true end as disabled,
                               case when k.locked_until > :now then true else false end as locked,
                               case when exists (select 1 from access.appointment t
                                       where t.board_id = framework.board_id() and t.account_id = c.id
                                         and t.start_on <= :today and (t.end_on is null or t.end_on >= :today))
                                    then true else false end as appointed
                        from access.account c
                        join access.credential k on k.account_id = c.id
                        where exists (select 1 from access.appointment a
                                      where a.board_id = framework.board_id() and a.account_id = c.id
                                        and a.area_id = any(framework.area_ids()))
                          and (cast(:only as uuid) is null or c.id = :only)
                        order by disabled, appointed desc, c.display_name, c.id
                        limit 2000
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", HouseClock.today(clock))
                .param("only", only == null ? null : only.value())
                .query((rs, n) ->
                        new EmployeeRow(
                                new EmployeeId(rs.getObject("id", UUID.class)),
                                rs.getString("login"),
                                rs.getString("display_name"),
                                rs.getBoolean("disabled"),
                                rs.getBoolean("locked"),
                                rs.getBoolean("appointed")))
                .list();
    }

    /// Adds an account with its first appointment. The password must be changed at the first
    /// log-in.
    ///
    /// @throws Conflict if the log-in name is taken or cannot be one
    /// @throws NotFound if the unit is not open
    @Transactional
    public Added add(Actor actor, NewEmployee employee) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        if (!isLogin(employee.login())) {
            throw new Conflict("access.employees.login.shape");
        }
        if (accounts.isTaken(employee.login())) {
            throw new Conflict("access.employees.login.taken");
        }
        var password = OneTimePassword.make();
        var id =
                accounts.add(
                        employee.login(), employee.name(), employee.language(), password, true);
        appointments.insert(actor, id, employee.appointment());
        record(id, "ADDED");
        return new Added(id, password);
    }

    /// Closes the account: every page refuses it from the next click on.
    ///
    /// @throws Conflict if it is one's own, or works in another board too
    @Transactional
    public void disable(Actor actor, EmployeeId id) {
        mine(actor, id);
        if (id.equals(actor.id())) {
            throw new Conflict("access.employees.notSelf");
        }
        db.sql(
                        """
                        update access.account set disabled_at = :now
                        where id = :id and disabled_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        record(id, "DISABLED");
    }

    @Transactional
    public void enable(Actor actor, EmployeeId id) {
        mine(actor, id);
        db.sql("update access.account set disabled_at = null where id = :id")
                .param("id", id.value())
                .update();
        record(id, "ENABLED");
    }

    /// Opens the lock of too many wrong passwords before its time.
    @Transactional
    public void unlock(Actor actor, EmployeeId id) {
        find(actor, id);
        db.sql(
                        """
                        update access.credential set failed_attempts = 0, locked_until = null
                        where account_id = :id
                        """)
                .param("id", id.value())
                .update();
        record(id, "UNLOCKED");
    }

    /// Replaces the password with a new one for one log-in, which is given here and nowhere else.
    ///
    /// @throws Conflict if it is one's own, or works in another board too
    @Transactional
    public String newPassword(Actor actor, EmployeeId id) {
        mine(actor, id);
        if (id.equals(actor.id())) {
            throw new Conflict("access.employees.ownPassword");
        }
        var password = OneTimePassword.make();
        accounts.setPassword(id, password, true);
        record(id, "NEW_PASSWORD");
        return password;
    }

    private void mine(Actor actor, EmployeeId id) {
        find(actor, id);
        // Only the account itself sees its appointments in other boards.
        long elsewhere =
                Reach.ofAccount(id)
                        .within(() ->
                                apart.<Long>execute(status ->
                                        db.sql(
                                                        """
                                                        select count(*) from access.appointment
                                                        where account_id = :id and board_id <> :board
                                                          and (end_on is null or end_on >= :today)
                                                        """)
                                                .param("id", id.value())
                                                .param("board", actor.board().value())
                                                .param("today", HouseClock.today(clock))
                                                .query(Long.class)
                                                .single()));
        if (elsewhere > 0) {
            throw new Conflict("access.employees.otherBoard");
        }
    }

    private void record(EmployeeId id, String what) {
        log.record(
                LogEntry.of(Action.MANAGE_EMPLOYEES)
                        .about(KIND, id.value())
                        .changing(Map.of(), Map.of("account", what)));
    }
}
