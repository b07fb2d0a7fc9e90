package se.bofast.debt;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;

/// How long after a settled debt a new one is a relapse: the board's own routine.
@Component
public class RelapseRoutine {

    public static final int MOST_MONTHS = 120;

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    RelapseRoutine(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// In months; {@link Relapse#USUAL_MONTHS} where the board has not said otherwise.
    @Transactional(readOnly = true)
    public int months() {
        return db.sql(
                        """
                        select relapse_months from debt.routine
                        where board_id = framework.board_id() and area_id = (framework.area_ids())[1]
                        """)
                .query(Integer.class)
                .optional()
                .orElse(Relapse.USUAL_MONTHS);
    }

    /// Changes it, for old debts too: whether a debt is a relapse is asked, not stored.
    ///
    /// @param months 1 to {@link #MOST_MONTHS}
    @Transactional
    public void change(Actor actor, int months) {
        access.require(actor, Action.MANAGE_BOARD);
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("a relapse comes within 1 to 120 months");
        }
        var was = months();
        db.sql(
                        """
                        insert into debt.routine (board_id, area_id, relapse_months, changed_at, changed_by)
                        values (framework.board_id(), (framework.area_ids())[1], :months, :now, framework.account_id())
                        on conflict (board_id, area_id) do update
                        set relapse_months = excluded.relapse_months, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by
                        """)
                .param("months", months)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .because("RELAPSE_MONTHS")
                        .changing(
                                Map.of("months", Integer.toString(was)),
                                Map.of("months", Integer.toString(months))));
    }
}
