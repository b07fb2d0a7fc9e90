package se.bofast.tenancy;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.kernel.HouseClock;

/// A referral is one's own when one wrote it or carries the person, the unit's when the unit did or
/// does.
@Component
class ReferralRelations implements Relations {

    static final String KIND = "home-referral";

    private final JdbcClient db;
    private final Clock clock;

    ReferralRelations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(
                Scope.OWN, "tenancy.referral.reach.own",
                Scope.UNIT, "tenancy.referral.reach.unit",
                Scope.BOARD, "tenancy.referral.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select case when r.account_id = any (:own) or bool_or(s.account_id = any (:own)) then 'OWN'
                                    when r.unit_id = any (:units) or bool_or(s.unit_id = any (:units)) then 'UNIT'
                                    else 'BOARD' end
                        from tenancy.referral r
                        left join support.v_assignment s on s.board_id = r.board_id and s.person_id = r.person_id
                            and s.start_on <= :today and (s.end_on is null or s.end_on >= :today)
                        where r.board_id = framework.board_id() and r.id = :id
                        group by r.account_id, r.unit_id
                        """)
                .param("own", Access.own(actor))
                .param("units", Access.units(actor))
                .param("today", HouseClock.today(clock))
                .param("id", subject.id())
                .query(String.class)
                .optional()
                .map(Scope::valueOf);
    }
}
