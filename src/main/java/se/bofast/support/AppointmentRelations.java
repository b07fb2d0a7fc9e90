package se.bofast.support;

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

/// An appointment belongs to the adviser whose time it is, and to the unit the time was offered in.
@Component
class AppointmentRelations implements Relations {

    private final JdbcClient db;

    AppointmentRelations(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return Appointments.KIND;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(
                Scope.OWN,
                "support.reach.own",
                Scope.UNIT,
                "support.reach.unit",
                Scope.BOARD,
                "support.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select case when s.account_id = any(:own) then 'OWN'
                                    when s.unit_id = any(:units) then 'UNIT'
                                    else 'BOARD' end
                        from support.appointment a
                        join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                        where a.board_id = framework.board_id() and a.id = :id
                        """)
                .param("own", Access.own(actor))
                .param("units", Access.units(actor))
                .param("id", subject.id())
                .query(String.class)
                .optional()
                .map(Scope::valueOf);
    }
}
