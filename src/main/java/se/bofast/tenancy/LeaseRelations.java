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

/// A lease is one's own when one carries somebody who rents by it, the unit's when the unit does.
/// Where nobody who rents may be seen, there is no lease to see.
@Component
class LeaseRelations implements Relations {

    static final String KIND = "lease";

    private final JdbcClient db;
    private final Clock clock;

    LeaseRelations(JdbcClient db, Clock clock) {
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
                Scope.OWN, "tenancy.reach.own",
                Scope.UNIT, "tenancy.reach.unit",
                Scope.BOARD, "tenancy.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select case when bool_or(s.account_id = any (:own)) then 'OWN'
                                    when bool_or(s.unit_id = any (:units)) then 'UNIT'
                                    else 'BOARD' end
                        from tenancy.lease_party p
                        left join support.v_assignment s on s.board_id = p.board_id and s.person_id = p.person_id
                            and s.start_on <= :today and (s.end_on is null or s.end_on >= :today)
                        where p.board_id = framework.board_id() and p.lease_id = :id
                        group by p.lease_id
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
