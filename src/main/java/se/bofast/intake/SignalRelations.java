package se.bofast.intake;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;

/// What an employee has to do with a signal: it was given to them, or to their unit.
@Component
class SignalRelations implements Relations {

    static final String KIND = "signal";

    private final JdbcClient db;

    SignalRelations(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select case when responsible_id = any(:own) then 'OWN'
                                    when unit_id = any(:units) then 'UNIT'
                                    else 'BOARD' end
                        from intake.signal
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
