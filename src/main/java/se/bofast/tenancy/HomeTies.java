package se.bofast.tenancy;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.person.PersonTies;

/// Whom the boendekonsulent's work is about: who rents of the board or did within a year, who has
/// taken over within the time of the follow-ups, who waits for an apartment, who sleeps in one of
/// the board's, and whom the unit carries.
@Component
class HomeTies implements PersonTies {

    /// What is left of a lease when it has ended: arrears, keys, follow-ups at 6 and 12 months.
    private static final int MONTHS_AFTER = 13;

    private final JdbcClient db;
    private final Clock clock;

    HomeTies(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> of(Actor actor) {
        if (Permissions.of(actor.roles(), Action.KEEP_LEASES) != Scope.BOARD) {
            return Set.of();
        }
        var today = HouseClock.today(clock);
        return new HashSet<>(
                db.sql(
                                """
                                select p.person_id
                                from tenancy.v_lease l
                                join tenancy.v_lease_party p on p.board_id = l.board_id and p.lease_id = l.lease_id
                                where l.board_id = framework.board_id()
                                  and (p.end_on is null or p.end_on >= :after)
                                  and case when l.tenure = 'FIRST_HAND' then l.start_on >= :after
                                           else l.end_on is null or l.end_on >= :after end
                                union
                                select r.person_id from tenancy.v_referral r
                                where r.board_id = framework.board_id() and not exists (
                                    select 1 from tenancy.v_referral_event e
                                    where e.board_id = r.board_id and e.referral_id = r.referral_id
                                      and e.kind in ('CLOSED', 'ENDED', 'TAKEN_OVER') and e.happened_on < :after)
                                union
                                select s.person_id
                                from placement.v_stay s
                                join dwelling.v_apartment a on a.board_id = s.board_id and a.dwelling_id = s.dwelling_id
                                    and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                                where s.board_id = framework.board_id()
                                  and s.start_on <= :today and (s.end_on is null or s.end_on >= :today)
                                union
                                select c.person_id from support.v_assignment c
                                where c.board_id = framework.board_id()
                                  and c.start_on <= :today and (c.end_on is null or c.end_on >= :today)
                                  and (c.account_id = any (:own) or c.unit_id = any (:units))
                                """)
                        .param("after", today.minusMonths(MONTHS_AFTER))
                        .param("today", today)
                        .param("own", Access.own(actor))
                        .param("units", Access.units(actor))
                        .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                        .list());
    }
}
