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

/// What an employee has to do with a case: carries it (or covers for who does), gives debt advice
/// in it, works in its unit.
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
                        select case when c.responsible_id = any(:own) or exists (
                                        select 1 from debt.v_referral r
                                        where r.board_id = c.board_id and r.matter_kind = 'prevention-case' and r.matter_id = c.id
                                          and r.adviser_id = any(:own) and r.adviser_works) then 'OWN'
                                    when c.unit_id = any(:units) then 'UNIT'
                                    else 'BOARD' end
                        from prevention.prevention_case c
                        where c.board_id = framework.board_id() and c.id = :id
                        """)
                .param("own", Access.own(actor))
                .param("units", Access.units(actor))
                .param("id", subject.id())
                .query(String.class)
                .optional()
                .map(Scope::valueOf);
    }
}
