package se.bofast.intake;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;

/// What an employee has to do with a signal: it was given to them, or to their unit; or they have
/// the same to do with the case it led to.
@Component
class SignalRelations implements Relations {

    static final String KIND = "signal";

    private final JdbcClient db;
    private final ObjectProvider<SignalWork> work;

    SignalRelations(JdbcClient db, ObjectProvider<SignalWork> work) {
        this.db = db;
        this.work = work;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(
                Scope.OWN, "intake.reach.own",
                Scope.UNIT, "intake.reach.unit",
                Scope.BOARD, "intake.reach.board");
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
                .map(Scope::valueOf)
                .map(scope -> nearer(scope, actor, new SignalId(subject.id())));
    }

    private Scope nearer(Scope scope, Actor actor, SignalId signal) {
        return work.stream()
                .flatMap(room -> room.reach(actor, signal).stream())
                .filter(other -> other.compareTo(scope) < 0)
                .min(Scope::compareTo)
                .orElse(scope);
    }
}
