package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;

/// The board's limits of its alarms.
@Component
public class SettingAlarms {

    /// The limits as they stand.
    ///
    /// @param version 0 where the board has set none of its own
    public record View(AlarmLimits limits, int version) {}

    public sealed interface Set {
        record Done() implements Set {}

        /// Somebody set them since they were read.
        record ChangedMeanwhile(View now) implements Set {}
    }

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    SettingAlarms(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public View view(Actor actor) {
        access.require(actor, Action.MANAGE_BOARD);
        return stands();
    }

    /// The limits, for what counts by them.
    @Transactional(readOnly = true)
    public AlarmLimits limits() {
        return stands().limits();
    }

    private View stands() {
        return db.sql(
                        """
                        select attempt_days, decision_days, contact_days, unread_hours, version
                        from prevention.alarm_limit
                        where board_id = framework.board_id()
                        order by area_id
                        limit 1
                        """)
                .query((rs, n) ->
                        new View(
                                new AlarmLimits(
                                        rs.getInt("attempt_days"),
                                        rs.getInt("decision_days"),
                                        rs.getInt("contact_days"),
                                        rs.getInt("unread_hours")),
                                rs.getInt("version")))
                .optional()
                .orElse(new View(AlarmLimits.USUAL, 0));
    }

    /// @param seen the version the change was made from
    @Transactional
    public Set set(Actor actor, int seen, AlarmLimits limits) {
        access.require(actor, Action.MANAGE_BOARD);
        var before = stands();
        if (before.limits().equals(limits)) {
            return new Set.Done();
        }
        var set =
                db.sql(
                                """
                                insert into prevention.alarm_limit as l (board_id, area_id, attempt_days, decision_days,
                                    contact_days, unread_hours, version, changed_at, changed_by)
                                values (framework.board_id(), (framework.area_ids())[1], :attempt, :decision, :contact,
                                    :unread, 1, :now, framework.account_id())
                                on conflict (board_id, area_id) do update
                                set attempt_days = excluded.attempt_days, decision_days = excluded.decision_days,
                                    contact_days = excluded.contact_days, unread_hours = excluded.unread_hours,
                                    version = l.version + 1, changed_at = excluded.changed_at,
                                    changed_by = excluded.changed_by
                                where l.version = :seen
                                """)
                        .param("attempt", limits.attemptDays())
                        .param("decision", limits.decisionDays())
                        .param("contact", limits.contactDays())
                        .param("unread", limits.unreadHours())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("seen", seen)
                        .update();
        if (set == 0) {
            return new Set.ChangedMeanwhile(stands());
        }
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .because("ALARM_LIMITS")
                        .changing(fields(before.limits()), fields(limits)));
        return new Set.Done();
    }

    private static Map<String, String> fields(AlarmLimits limits) {
        var fields = new HashMap<String, String>();
        fields.put("attemptDays", String.valueOf(limits.attemptDays()));
        fields.put("decisionDays", String.valueOf(limits.decisionDays()));
        fields.put("contactDays", String.valueOf(limits.contactDays()));
        fields.put("unreadHours", String.valueOf(limits.unreadHours()));
        return fields;
    }
}
