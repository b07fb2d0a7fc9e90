package se.bofast.prevention;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;

/// What an employee has to do with a case: carries it (or covers for who does), works in its unit.
@Component
class CaseReach implements Relations {

    private final JdbcClient db;

    CaseReach(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return CaseId.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select case when responsible_id = any(:own) then 'OWN'
                                    when unit_id = any(:units) then 'UNIT'
                                    else 'BOARD' end
                        from prevention.prevention_case
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("own", Access.own(actor))
                .param("units", Access.units(actor))
                .param("id", subject.id())
                .query(String.class)
                .optional()
                .map(Scope::valueOf);
    }
}
