package se.bofast.debt;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.kernel.Conflict;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Refers people to budget and debt advice (SoL 2025:400 13 kap. 2 §) and records what came of it.
///
/// The view `debt.v_referral` says which adviser works with which matter (`adviser_works`), for the
/// room that answers what an employee has to do with the matter.
@Component
public class ReferringToDebtAdvice {

    public enum Answer {
        ACCEPTED,
        DECLINED
    }

    public enum Outcome {
        BUDGET_IN_ORDER,
        AGREEMENT_WITH_CREDITOR,
        DEBT_RESTRUCTURING_APPLIED,
        DEBT_RESTRUCTURING_GRANTED,
        DID_NOT_COME,
        ENDED_OTHERWISE
    }

    /// Someone who gives debt advice in the board.
    public record Adviser(EmployeeId id, String name) {}

    private record Row(ReferralId id, Subject matter, @Nullable PersonId person, LocalDate on) {}

    private final JdbcClient db;
    private final MatterRooms rooms;
    private final Keeping keeping;
    private final Clock clock;

    ReferringToDebtAdvice(JdbcClient db, MatterRooms rooms, Keeping keeping, Clock clock) {
        this.db = db;
        this.rooms = rooms;
        this.keeping = keeping;
        this.clock = clock;
    }

    /// Those appointed as debt advisers on the day.
    @Transactional(readOnly = true)
    public List<Adviser> advisers(LocalDate today) {
        return db.sql(
                        """
                        select distinct c.account_id, c.display_name
                        from access.v_appointment a
                        join access.v_account c on c.account_id = a.account_id
                        where a.board_id = framework.board_id() and a.role = 'DEBT_ADVISER'
                          and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                        order by c.display_name, c.account_id
                        """)
                .param("today", today)
                .query((rs, n) ->
                        new Adviser(
                                new EmployeeId(rs.getObject("account_id", UUID.class)),
                                rs.getString("display_name")))
                .list();
    }

    /// Refers the person of the matter.
    ///
    /// @throws NotFound if the matter is not within reach
    /// @throws Conflict if the day is ahead
    @Transactional
    public ReferralId refer(Actor actor, NewReferral referral) {
        keeping.require(actor, referral.matter());
        keeping.requireNotAhead(referral.referredOn());
        var person = rooms.find(referral.matter()).person();
        var id = new ReferralId(NewId.at(clock));
        db.sql(
                        """
                        insert into debt.referral (board_id, area_id, id, matter_kind, matter_id, person_id, referred_on,
                            agreed, adviser_id, note, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :kind, :matter, :person, :on, :agreed,
                            :adviser, :note, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("kind", referral.matter().kind())
                .param("matter", referral.matter().id())
                .param("person", person == null ? null : person.value())
                .param("on", referral.referredOn())
                .param("agreed", referral.agreed())
                .param("adviser", referral.adviser() == null ? null : referral.adviser().value())
                .param("note", referral.note())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        keeping.record(
                referral.matter(),
                person,
                "REFERRAL",
                Map.of(),
                Map.of(
                        "referral", id.toString(),
                        "agreed", Boolean.toString(referral.agreed())));
        return id;
    }

    /// Records whether the advice took the person on. A later answer replaces the one before.
    @Transactional
    public void answer(Actor actor, ReferralId id, Answer answer, LocalDate on) {
        write(actor, id, "ANSWER", answer.name(), on);
    }

    /// Records how the advice ended; the adviser no longer works with the matter.
    @Transactional
    public void outcome(Actor actor, ReferralId id, Outcome outcome, LocalDate on) {
        write(actor, id, "OUTCOME", outcome.name(), on);
    }

    private void write(Actor actor, ReferralId id, String kind, String code, LocalDate on) {
        var referral = find(id).orElseThrow(NotFound::new);
        keeping.require(actor, referral.matter());
        keeping.requireNotAhead(on);
        if (on.isBefore(referral.on())) {
            throw new Conflict("debt.referral.beforeReferred");
        }
        var now = Timestamp.from(clock.instant());
        var was =
                db.sql(
                                """
                                select code from debt.referral_fact
                                where board_id = framework.board_id() and referral_id = :id and kind = :kind
                                  and superseded_at is null
                                """)
                        .param("id", id.value())
                        .param("kind", kind)
                        .query(String.class)
                        .optional();
        db.sql(
                        """
                        update debt.referral_fact set superseded_at = :now
                        where board_id = framework.board_id() and referral_id = :id and kind = :kind
                          and superseded_at is null
                        """)
                .param("now", now)
                .param("id", id.value())
                .param("kind", kind)
                .update();
        db.sql(
                        """
                        insert into debt.referral_fact (board_id, area_id, id, referral_id, kind, code, fact_on, recorded_at,
                            recorded_by, superseded_at)
                        values (framework.board_id(), (framework.area_ids())[1], :fact, :id, :kind, :code, :on, :now,
                            framework.account_id(), null)
                        """)
                .param("fact", NewId.at(clock))
                .param("id", id.value())
                .param("kind", kind)
                .param("code", code)
                .param("on", on)
                .param("now", now)
                .update();
        keeping.record(
                referral.matter(),
                referral.person(),
                "REFERRAL_" + kind,
                was.map(w -> Map.of("code", w)).orElse(Map.of()),
                Map.of("code", code));
    }

    /// The matter of a referral.
    ///
    /// @throws NotFound if there is none within reach
    @Transactional(readOnly = true)
    public Subject matterOf(Actor actor, ReferralId id) {
        var found = find(id).orElseThrow(NotFound::new);
        keeping.require(actor, found.matter());
        return found.matter();
    }

    private Optional<Row> find(ReferralId id) {
        return db.sql(
                        """
                        select matter_kind, matter_id, person_id, referred_on from debt.referral
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var person = rs.getObject("person_id", UUID.class);
                    return new Row(
                            id,
                            Debts.matter(rs),
                            person == null ? null : new PersonId(person),
                            rs.getObject("referred_on", LocalDate.class));
                })
                .optional();
    }
}
