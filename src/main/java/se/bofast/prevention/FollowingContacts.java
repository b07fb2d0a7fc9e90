package se.bofast.prevention;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Subject;
import se.bofast.deadline.Fact;
import se.bofast.deadline.FactKind;
import se.bofast.kernel.HouseClock;
import se.bofast.support.ContactLogged;
import se.bofast.support.ContactWithdrawn;
import se.bofast.support.LettersSent;

/// A contact moves the case: the alarm of no attempt goes out, the first personal contact is a fact
/// of the law, and the case leaves its first stage.
@Component
class FollowingContacts {

    private final JdbcClient db;
    private final CaseFacts facts;
    private final Clockwork clockwork;

    FollowingContacts(JdbcClient db, CaseFacts facts, Clockwork clockwork) {
        this.db = db;
        this.facts = facts;
        this.clockwork = clockwork;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ContactLogged contact) {
        if (contact.matter().kind().equals(CaseId.KIND)) {
            keep(contact.matter().id());
        }
    }

    /// A letter is an attempt and never a personal contact, so no fact of the law moves.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(LettersSent letters) {
        db.sql(
                        """
                        update prevention.prevention_case
                        set first_attempt_at = least(coalesce(first_attempt_at, cast(:at as timestamptz)), :at),
                            last_contact_at = greatest(coalesce(last_contact_at, cast(:at as timestamptz)), :at),
                            letter_returned_at = null,
                            stage = case when stage = 'NEW' then 'CONTACT' else stage end
                        where board_id = framework.board_id() and id = any(:ids)
                        """)
                .param("at", Timestamp.from(letters.at()))
                .param(
                        "ids",
                        letters.matters().stream()
                                .filter(matter -> matter.kind().equals(CaseId.KIND))
                                .map(Subject::id)
                                .toArray(UUID[]::new))
                .update();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ContactWithdrawn contact) {
        if (contact.matter().kind().equals(CaseId.KIND)) {
            keep(contact.matter().id());
        }
    }

    /// Asked of the contacts, and of what landlords were told, as they stand: a withdrawn contact
    /// counts no more.
    void keep(UUID id) {
        db.sql(
                        """
                        update prevention.prevention_case c
                        set first_attempt_at = (select min(k.happened_at) from support.v_contact k
                                where k.board_id = framework.board_id() and k.matter_id = :id and k.counterpart = 'TENANT'),
                            first_contact_at = (select min(k.happened_at) from support.v_contact k
                                where k.board_id = framework.board_id() and k.matter_id = :id and k.counterpart = 'TENANT'
                                  and k.outcome = 'PERSONAL_CONTACT'),
                            last_contact_at = (select max(k.happened_at) from support.v_contact k
                                where k.board_id = framework.board_id() and k.matter_id = :id),
                            landlord_told_at = least(
                                (select min(k.happened_at) from support.v_contact k
                                 where k.board_id = framework.board_id() and k.matter_id = :id
                                   and k.counterpart = 'LANDLORD' and k.outcome = 'INFORMATION_GIVEN'),
                                (select min(d.told_at) from person.v_disclosure d
                                 where d.board_id = framework.board_id() and d.matter_id = :id
                                   and d.matter_kind = 'prevention-case' and d.counterpart_kind = 'LANDLORD')),
                            letter_returned_at = case when exists (select 1 from support.v_contact k
                                where k.board_id = framework.board_id() and k.matter_id = :id and k.counterpart = 'TENANT'
                                  and k.outcome <> 'RETURNED' and k.happened_at >= c.letter_returned_at)
                                then null else c.letter_returned_at end,
                            stage = case when c.stage = 'NEW' then 'CONTACT' else c.stage end
                        where c.board_id = framework.board_id() and c.id = :id
                        """)
                .param("id", id)
                .update();
        var first =
                db.sql(
                                """
                                select first_contact_at from prevention.prevention_case
                                where board_id = framework.board_id() and id = :id and first_contact_at is not null
                                """)
                        .param("id", id)
                        .query((rs, n) ->
                                LocalDate.ofInstant(
                                        rs.getTimestamp(1).toInstant(), HouseClock.ZONE))
                        .list();
        setContactMade(new CaseId(id), first);
    }

    private void setContactMade(CaseId id, List<LocalDate> first) {
        var now = first.isEmpty() ? null : Fact.on(FactKind.CONTACT_MADE_ON, first.getFirst());
        var before = facts.current(id, null, FactKind.CONTACT_MADE_ON, 1).orElse(null);
        if (!java.util.Objects.equals(now, before)) {
            facts.write(
                    id,
                    null,
                    FactKind.CONTACT_MADE_ON,
                    1,
                    now,
                    now == null ? "TAKEN_BACK" : "CONTACT");
            clockwork.recompute(Set.of(id.value()));
        }
    }
}
