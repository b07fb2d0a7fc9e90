package se.bofast.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Accounts;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NotFound;

/// Signs a round. From then on the database refuses every change of it, and the sum over all its
/// items stands in the log, so that the seals of the log cover the round too.
@Component
public class SigningRounds {

    private static final String CODE = "SIGNED_";

    public sealed interface Answer {
        record Signed() implements Answer {}

        record WrongPassword() implements Answer {}

        /// @param left how many items are not judged
        record NotDone(int left) implements Answer {}
    }

    /// Whether a signed round is as it was signed.
    public enum Check {
        NOT_SIGNED,
        HOLDS,
        /// The items say something else than when they were signed.
        CHANGED,
        /// The log does not know the signature.
        NOT_IN_LOG
    }

    private final JdbcClient db;
    private final Access access;
    private final Accounts accounts;
    private final Log log;
    private final Clock clock;

    SigningRounds(JdbcClient db, Access access, Accounts accounts, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /// @param password of the one who signs, typed again
    @Transactional
    public Answer sign(Actor actor, RoundId round, String password) {
        access.require(actor, Action.REVIEW_LOG);
        if (!accounts.confirms(actor.id(), password)) {
            return new Answer.WrongPassword();
        }
        return sign(actor, round);
    }

    /// For who has been known in another way; the demo.
    @Transactional
    public Answer sign(Actor actor, RoundId round) {
        access.require(actor, Action.REVIEW_LOG);
        var open =
                db.sql(
                                """
                                select id from review.round
                                where board_id = framework.board_id() and id = :id and signed_at is null for update
                                """)
                        .param("id", round.value())
                        .query((rs, n) -> rs.getString(1))
                        .list();
        if (open.isEmpty()) {
            throw new NotFound();
        }
        var left =
                db.sql(
                                """
                                select count(*) from review.item
                                where board_id = framework.board_id() and round_id = :id
                                  and (judgement is null or judgement = 'ASKED_HEAD')
                                """)
                        .param("id", round.value())
                        .query(Integer.class)
                        .single();
        if (left > 0) {
            return new Answer.NotDone(left);
        }
        var sum = sum(round);
        db.sql(
                        """
                        update review.round set signed_at = :now, signed_by = :me, sum = :sum
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("me", actor.id().value())
                .param("sum", sum)
                .param("id", round.value())
                .update();
        log.record(
                LogEntry.of(Action.REVIEW_LOG)
                        .because(code(sum))
                        .about(RoundId.KIND, round.value()));
        return new Answer.Signed();
    }

    private static String code(byte[] sum) {
        return CODE + HexFormat.of().formatHex(sum).toUpperCase(Locale.ROOT);
    }

    private byte[] sum(RoundId round) {
        return db.sql(
                        """
                        select sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(
                                   i.id, i.number, i.account_id, i.person_id, i.occasions, i.searches, i.writes,
                                   cast(extract(epoch from i.first_at) as text), cast(extract(epoch from i.last_at) as text),
                                   i.judgement, i.note, cast(extract(epoch from i.judged_at) as text), i.judged_by,
                                   (select jsonb_agg(jsonb_build_array(k.rule, k.times) order by k.rule) from review.pick k
                                    where k.board_id = i.board_id and k.round_id = i.round_id
                                      and k.account_id = i.account_id and k.person_id = i.person_id),
                                   (select jsonb_agg(jsonb_build_array(q.id, q.head_id, q.question, q.needed, q.answer)
                                           order by q.asked_at, q.id)
                                    from review.question q where q.board_id = i.board_id and q.item_id = i.id)
                               )::text, 'UTF8')), ''::bytea order by i.number), ''::bytea)) as sum
                        from review.item i
                        where i.board_id = framework.board_id() and i.round_id = :round
                        """)
                .param("round", round.value())
                .query((rs, n) -> rs.getBytes("sum"))
                .single();
    }

    /// Reckons the sum anew, from the items as they stand, and asks the log for what was signed.
    @Transactional(readOnly = true)
    public Check check(Actor actor, RoundId round) {
        access.require(actor, Action.SEE_LOG_REVIEW);
        var kept =
                db.sql(
                                """
                                select sum from review.round where board_id = framework.board_id() and id = :id
                                """)
                        .param("id", round.value())
                        .query((rs, n) -> rs.getBytes("sum"))
                        .list();
        if (kept.isEmpty() || kept.getFirst() == null) {
            return Check.NOT_SIGNED;
        }
        var logged =
                db.sql(
                                """
                                select e.reason from audit.v_access e
                                where e.board_id = framework.board_id() and e.subject_id = :id
                                  and e.subject_kind = 'review-round' and e.reason like 'SIGNED\\_%'
                                """)
                        .param("id", round.value())
                        .query(String.class)
                        .list();
        if (!logged.contains(code(kept.getFirst()))) {
            return Check.NOT_IN_LOG;
        }
        return logged.contains(code(sum(round))) ? Check.HOLDS : Check.CHANGED;
    }
}
