package se.bofast.prevention;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Scope;
import se.bofast.kernel.PersonId;
import se.bofast.person.PersonTies;

/// Whom the open cases are about that one carries, or that a unit of one's own leads or takes part
/// in.
@Component
class CaseTies implements PersonTies {

    private final JdbcClient db;
    private final CaseReach reach;

    CaseTies(JdbcClient db, CaseReach reach) {
        this.db = db;
        this.reach = reach;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> of(Actor actor) {
        if (Permissions.of(actor.roles(), Action.SEE_CASE) == Scope.NONE) {
            return Set.of();
        }
        var within = reach.within(actor, Scope.UNIT);
        return new HashSet<>(
                db.sql(
                                """
                                select distinct c.person_id from prevention.prevention_case c
                                where c.board_id = framework.board_id() and c.person_id is not null and c.closed_on is null %s
                                """
                                        .formatted(within.and()))
                        .params(within.parameters())
                        .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                        .list());
    }
}
