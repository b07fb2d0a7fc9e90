package se.bofast.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;

/// What the board's rounds are reckoned by. Each change is in the log, also a rule switched off.
@Component
public class SettingReview {

    private static final int MINUTES = 60;
    private static final int DAY = 24 * MINUTES;

    /// @param version 0 where the board has set none of its own
    public record View(ReviewTerms terms, int version) {}

    public enum Answer {
        DONE,
        /// Somebody set them since they were read.
        CHANGED_MEANWHILE
    }

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    SettingReview(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public View view(Actor actor) {
        access.require(actor, Action.SET_LOG_REVIEW);
        return stands();
    }

    /// Within the reach of a board and area.
    View stands() {
        return db.sql(
                        """
                        select opens_minute, closes_minute, sample_percent, sample_least, many_people, many_searches,
                               closed_days, sign_days, rules_off, version
                        from review.setting
                        where board_id = framework.board_id() and area_id = (framework.area_ids())[1]
                        """)
                .query((rs, n) -> new View(terms(rs, rs.getInt("sign_days")), rs.getInt("version")))
                .optional()
                .orElse(new View(ReviewTerms.USUAL, 0));
    }

    static ReviewTerms terms(ResultSet rs, int signDays) throws SQLException {
        return new ReviewTerms(
                time(rs.getInt("opens_minute")),
                time(rs.getInt("closes_minute")),
                rs.getInt("sample_percent"),
                rs.getInt("sample_least"),
                rs.getInt("many_people"),
                rs.getInt("many_searches"),
                rs.getInt("closed_days"),
                signDays,
                Set.copyOf(
                        ReviewRule.named(
                                Arrays.asList((String[]) rs.getArray("rules_off").getArray()))));
    }

    private static LocalTime time(int minutes) {
        return minutes == DAY ? LocalTime.MAX : LocalTime.of(minutes / MINUTES, minutes % MINUTES);
    }

    /// @param seen the version the change was made from
    @Transactional
    public Answer set(Actor actor, int seen, ReviewTerms terms) {
        access.require(actor, Action.SET_LOG_REVIEW);
        var before = stands();
        if (before.terms().equals(terms)) {
            return Answer.DONE;
        }
        var set =
                db.sql(
                                """
                                insert into review.setting as s (board_id, area_id, opens_minute, closes_minute,
                                    sample_percent, sample_least, many_people, many_searches, closed_days, sign_days,
                                    rules_off, version, changed_at, changed_by)
                                values (framework.board_id(), (framework.area_ids())[1], :opens, :closes, :percent, :least,
                                    :people, :searches, :closed, :sign, :off, 1, :now, framework.account_id())
                                on conflict (board_id, area_id) do update
                                set opens_minute = excluded.opens_minute, closes_minute = excluded.closes_minute,
                                    sample_percent = excluded.sample_percent, sample_least = excluded.sample_least,
                                    many_people = excluded.many_people, many_searches = excluded.many_searches,
                                    closed_days = excluded.closed_days, sign_days = excluded.sign_days,
                                    rules_off = excluded.rules_off, version = s.version + 1,
                                    changed_at = excluded.changed_at, changed_by = excluded.changed_by
                                where s.version = :seen
                                """)
                        .param("opens", terms.opensMinute())
                        .param("closes", terms.closesMinute())
                        .param("percent", terms.samplePercent())
                        .param("least", terms.sampleLeast())
                        .param("people", terms.manyPeople())
                        .param("searches", terms.manySearches())
                        .param("closed", terms.closedDays())
                        .param("sign", terms.signDays())
                        .param("off", terms.offNames())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("seen", seen)
                        .update();
        if (set == 0) {
            return Answer.CHANGED_MEANWHILE;
        }
        log.record(
                LogEntry.of(Action.SET_LOG_REVIEW)
                        .because("TERMS")
                        .changing(fields(before.terms()), fields(terms)));
        return Answer.DONE;
    }

    private static Map<String, String> fields(ReviewTerms terms) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("opens", terms.opens().toString());
        fields.put("closes", terms.closes().toString());
        fields.put("samplePercent", String.valueOf(terms.samplePercent()));
        fields.put("sampleLeast", String.valueOf(terms.sampleLeast()));
        fields.put("manyPeople", String.valueOf(terms.manyPeople()));
        fields.put("manySearches", String.valueOf(terms.manySearches()));
        fields.put("closedDays", String.valueOf(terms.closedDays()));
        fields.put("signDays", String.valueOf(terms.signDays()));
        fields.put("rulesOff", String.join(" ", terms.offNames()));
        return fields;
    }
}
