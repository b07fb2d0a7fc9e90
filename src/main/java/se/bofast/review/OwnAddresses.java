package se.bofast.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NotFound;
import se.bofast.person.AddressText;

/// Where employees live, for one rule of the review. Given by whom it concerns, kept as a key that
/// is compared and never shown (docs/decisions/0201).
@Component
public class OwnAddresses {

    /// @param known true if an address is kept; which is not told
    public record Row(EmployeeId employee, String name, boolean known) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    OwnAddresses(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// All who work in the board.
    @Transactional(readOnly = true)
    public List<Row> all(Actor actor) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        return db.sql(
                        """
                        select a.account_id, a.display_name, o.account_id is not null as known
                        from access.v_account a
                        left join review.own_address o on o.board_id = framework.board_id() and o.account_id = a.account_id
                        where a.account_id in (select p.account_id from access.v_appointment p
                                               where p.board_id = framework.board_id())
                        order by a.display_name, a.account_id
                        """)
                .query((rs, n) ->
                        new Row(
                                new EmployeeId(rs.getObject("account_id", UUID.class)),
                                rs.getString("display_name"),
                                rs.getBoolean("known")))
                .list();
    }

    /// @param street as people write it; only what is compared of it is kept
    /// @return false if it has nothing to compare by
    @Transactional
    public boolean keep(Actor actor, EmployeeId employee, String street) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        var key = AddressText.key(street);
        if (key.isEmpty() || key.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        var kept =
                db.sql(
                                """
                                insert into review.own_address (board_id, area_id, account_id, address_key, recorded_at, recorded_by)
                                select framework.board_id(), (framework.area_ids())[1], :account, :key, :now,
                                       framework.account_id()
                                from access.v_appointment p
                                where p.board_id = framework.board_id() and p.account_id = :account
                                limit 1
                                on conflict (board_id, account_id) do update
                                set address_key = excluded.address_key, recorded_at = excluded.recorded_at,
                                    recorded_by = excluded.recorded_by
                                """)
                        .param("account", employee.value())
                        .param("key", key)
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (kept == 0) {
            throw new NotFound();
        }
        record(employee, "OWN_ADDRESS_KEPT");
        return true;
    }

    @Transactional
    public void forget(Actor actor, EmployeeId employee) {
        access.require(actor, Action.MANAGE_EMPLOYEES);
        db.sql(
                        """
                        delete from review.own_address where board_id = framework.board_id() and account_id = :account
                        """)
                .param("account", employee.value())
                .update();
        record(employee, "OWN_ADDRESS_FORGOTTEN");
    }

    private void record(EmployeeId employee, String what) {
        log.record(
                LogEntry.of(Action.MANAGE_EMPLOYEES)
                        .because(what)
                        .about("account", employee.value()));
    }
}
