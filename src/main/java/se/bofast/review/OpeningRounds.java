package se.bofast.review;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.review.PickingItems.Period;

/// Opens the round of a month: takes out of the log what is to be reviewed.
@Component
public class OpeningRounds {

    private static final int SEED_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final PickingItems picking;
    private final SettingReview setting;
    private final Log log;
    private final Clock clock;

    OpeningRounds(
            JdbcClient db, PickingItems picking, SettingReview setting, Log log, Clock clock) {
        this.db = db;
        this.picking = picking;
        this.setting = setting;
        this.log = log;
        this.clock = clock;
    }

    /// Within the reach of a board and area. A month has one round: the second time nothing is
    /// done.
    @Transactional
    public Optional<RoundId> open(YearMonth month) {
        return open(month, seed());
    }

    /// With a seed of one's own, to draw a sample again.
    @Transactional
    Optional<RoundId> open(YearMonth month, String seed) {
        var start = month.atDay(1);
        var terms = setting.stands().terms();
        var id = NewId.at(clock);
        if (insert(id, start, month.atEndOfMonth(), terms, seed) == 0) {
            return Optional.empty();
        }
        var picked = picking.pick(new Period(id, start, month.atEndOfMonth()), terms, seed);
        db.sql(
                        """
                        update review.round set entries = :entries, pairs = :pairs, sampled = :sampled
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("entries", picked.entries())
                .param("pairs", picked.pairs())
                .param("sampled", picked.sampled())
                .param("id", id)
                .update();
        log.record(LogEntry.of(Action.REVIEW_LOG).because("OPENED").about(RoundId.KIND, id));
        return Optional.of(new RoundId(id));
    }

    /// True if the month has its round, or nothing had been done in the board by its end.
    @Transactional(readOnly = true)
    public boolean isDone(YearMonth month) {
        var below = month.plusMonths(1).atDay(1).atStartOfDay(HouseClock.ZONE).toInstant();
        var rounds =
                db.sql(
                                """
                                select count(*) from review.round
                                where board_id = framework.board_id() and area_id = (framework.area_ids())[1]
                                  and start_on = :start
                                """)
                        .param("start", month.atDay(1))
                        .query(Long.class)
                        .single();
        return rounds > 0
                || db.sql(
                                """
                                select entry_id from audit.v_access
                                where board_id = framework.board_id() and entry_id < :below
                                limit 1
                                """)
                        .param("below", NewId.lowestAt(below))
                        .query(UUID.class)
                        .optional()
                        .isEmpty();
    }

    private int insert(UUID id, LocalDate start, LocalDate end, ReviewTerms terms, String seed) {
        return db.sql(
                        """
                        insert into review.round (board_id, area_id, id, start_on, end_on, due_on, seed, opens_minute,
                            closes_minute, sample_percent, sample_least, many_people, many_searches, closed_days, rules_off,
                            entries, pairs, sampled, opened_at, opened_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :start, :end, :due, :seed, :opens,
                            :closes, :percent, :least, :people, :searches, :closed, :off, 0, 0, 0, :now,
                            framework.account_id())
                        on conflict (board_id, area_id, start_on) do nothing
                        """)
                .param("id", id)
                .param("start", start)
                .param("end", end)
                .param("due", HouseClock.today(clock).plusDays(terms.signDays()))
                .param("seed", seed)
                .param("opens", terms.opensMinute())
                .param("closes", terms.closesMinute())
                .param("percent", terms.samplePercent())
                .param("least", terms.sampleLeast())
                .param("people", terms.manyPeople())
                .param("searches", terms.manySearches())
                .param("closed", terms.closedDays())
                .param("off", terms.offNames())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String seed() {
        var seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
