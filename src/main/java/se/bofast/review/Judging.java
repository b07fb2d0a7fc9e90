package se.bofast.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Judges items, asks heads, and lets heads answer. All of it is in the log.
@Component
public class Judging {

    /// The kind of subject an item is in the log.
    public static final String KIND = "review-item";

    /// The kind of subject a question is in the log.
    static final String QUESTION = "review-question";

    private record Row(
            UUID account, PersonId person, boolean signed, @Nullable Judgement judgement) {}

    /// A question that waits for the head who reads it.
    ///
    /// @param cases numbers of the person's cases
    public record Waiting(
            UUID id,
            String employee,
            java.time.LocalDate start,
            java.time.LocalDate end,
            List<String> cases,
            int occasions,
            List<ReviewRule> rules,
            String question,
            java.time.Instant at,
            @Nullable Boolean needed,
            @Nullable String answer) {}

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    Judging(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// @param note must say why where somebody is found to have looked without right
    /// @throws Forbidden for what the reviewer has done
    /// @throws Conflict where the round is signed
    @Transactional
    public void judge(Actor actor, UUID item, Judgement judgement, @Nullable String note) {
        access.require(actor, Action.REVIEW_LOG);
        if (judgement == Judgement.ASKED_HEAD) {
            throw new IllegalArgumentException("ask the head, do not only say so");
        }
        judge(actor, item, open(actor, item), judgement, note);
    }

    private Row open(Actor actor, UUID item) {
        var row =
                db.sql(
                                """
                                select i.account_id, i.person_id, r.signed_at, i.judgement
                                from review.item i
                                join review.round r on r.board_id = i.board_id and r.id = i.round_id
                                where i.board_id = framework.board_id() and i.id = :id
                                for update of i
                                """)
                        .param("id", item)
                        .query((rs, n) ->
                                new Row(
                                        rs.getObject("account_id", UUID.class),
                                        new PersonId(rs.getObject("person_id", UUID.class)),
                                        rs.getTimestamp("signed_at") != null,
                                        Judgement.of(rs.getString("judgement"))))
                        .optional()
                        .orElseThrow(NotFound::new);
        if (row.account().equals(actor.id().value())) {
            throw new Forbidden();
        }
        if (row.signed()) {
            throw new Conflict("review.item.signed");
        }
        return row;
    }

    private void judge(
            Actor actor, UUID item, Row row, Judgement judgement, @Nullable String note) {
        db.sql(
                        """
                        update review.item set judgement = :judgement, note = :note, judged_at = :now, judged_by = :me
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("judgement", judgement.name())
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .param("me", actor.id().value())
                .param("id", item)
                .update();
        log.record(
                LogEntry.of(Action.REVIEW_LOG)
                        .because("JUDGED")
                        .about(KIND, item)
                        .touching(row.person())
                        .changing(
                                row.judgement() == null
                                        ? Map.of()
                                        : Map.of("judgement", row.judgement().name()),
                                Map.of("judgement", judgement.name())));
    }

    /// Asks a head; the item waits for the answer.
    @Transactional
    public void ask(Actor actor, UUID item, EmployeeId head, String question) {
        access.require(actor, Action.REVIEW_LOG);
        var row = open(actor, item);
        if (row.account().equals(head.value())) {
            throw new Conflict("review.item.notOwnHead");
        }
        if (!isHead(head)) {
            throw new NotFound();
        }
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into review.question (board_id, area_id, id, item_id, head_id, question, asked_at, asked_by)
                        select board_id, area_id, :id, id, :head, :question, :now, :me
                        from review.item where board_id = framework.board_id() and id = :item
                        """)
                .param("id", id)
                .param("head", head.value())
                .param("question", question)
                .param("now", Timestamp.from(clock.instant()))
                .param("me", actor.id().value())
                .param("item", item)
                .update();
        judge(actor, item, row, Judgement.ASKED_HEAD, null);
    }

    private boolean isHead(EmployeeId head) {
        return db.sql(
                                """
                                select count(*) from access.v_appointment a
                                where a.board_id = framework.board_id() and a.account_id = :head and a.role = 'UNIT_HEAD'
                                """)
                        .param("head", head.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Questions to the one who reads, the unanswered first.
    @Transactional
    public List<Waiting> questions(Actor actor) {
        access.require(actor, Action.ANSWER_LOG_REVIEW);
        var people = new java.util.ArrayList<PersonId>();
        var found =
                db.sql(
                                """
                                select q.id, a.display_name, r.start_on, r.end_on, i.occasions, i.person_id, q.question, q.asked_at,
                                       q.needed, q.answer,
                                       (select array_agg(k.rule) from review.pick k
                                        where k.board_id = i.board_id and k.round_id = i.round_id
                                          and k.account_id = i.account_id and k.person_id = i.person_id) as rules,
                                       (select array_agg(c.number order by c.opened_on desc) from prevention.v_case c
                                        where c.board_id = i.board_id and c.person_id = i.person_id) as cases
                                from review.question q
                                join review.item i on i.board_id = q.board_id and i.id = q.item_id
                                join review.round r on r.board_id = i.board_id and r.id = i.round_id
                                join access.v_account a on a.account_id = i.account_id
                                where q.board_id = framework.board_id() and q.head_id = :me
                                order by q.answered_at is not null, q.asked_at desc
                                limit 100
                                """)
                        .param("me", actor.id().value())
                        .query((rs, n) -> {
                            people.add(new PersonId(rs.getObject("person_id", UUID.class)));
                            return new Waiting(
                                    rs.getObject("id", UUID.class),
                                    rs.getString("display_name"),
                                    rs.getObject("start_on", java.time.LocalDate.class),
                                    rs.getObject("end_on", java.time.LocalDate.class),
                                    Rounds.texts(rs, "cases"),
                                    rs.getInt("occasions"),
                                    ReviewRule.named(Rounds.texts(rs, "rules")),
                                    rs.getString("question"),
                                    rs.getTimestamp("asked_at").toInstant(),
                                    rs.getObject("needed", Boolean.class),
                                    rs.getString("answer"));
                        })
                        .list();
        log.record(LogEntry.of(Action.ANSWER_LOG_REVIEW).because("READ").touching(people));
        return found;
    }

    /// How many questions wait for the head, for the menu.
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        return db.sql(
                        """
                        select count(*) from review.question
                        where board_id = framework.board_id() and head_id = :me and answered_at is null
                        """)
                .param("me", actor.id().value())
                .query(Integer.class)
                .single();
    }

    /// @param needed the employee needed it for the work
    @Transactional
    public void answer(Actor actor, UUID question, boolean needed, String answer) {
        access.require(actor, Action.ANSWER_LOG_REVIEW);
        var answered =
                db.sql(
                                """
                                update review.question
                                set needed = :needed, answer = :answer, answered_at = :now, answered_by = :me
                                where board_id = framework.board_id() and id = :id and head_id = :me and answered_at is null
                                """)
                        .param("needed", needed)
                        .param("answer", answer)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("me", actor.id().value())
                        .param("id", question)
                        .update();
        if (answered == 0) {
            throw new NotFound();
        }
        log.record(
                LogEntry.of(Action.ANSWER_LOG_REVIEW)
                        .because(needed ? "NEEDED" : "NOT_NEEDED")
                        .about(QUESTION, question));
    }
}
