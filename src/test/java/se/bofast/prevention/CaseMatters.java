package se.bofast.prevention;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.debt.Matters;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.PersonId;

/// Cases as matters of the debt room.
@Component
class CaseMatters implements Matters {

    private final JdbcClient db;

    CaseMatters(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return CaseId.KIND;
    }

    @Override
    public Map<UUID, Matter> find(Collection<UUID> matters) {
        var found = new HashMap<UUID, Matter>();
        db.sql(
                        """
                        select id, number, person_id, landlord_id from prevention.prevention_case
                        where board_id = framework.board_id() and id = any(:ids)
                        """)
                .param("ids", matters.toArray(UUID[]::new))
                .query(rs -> {
                    var id = rs.getObject("id", UUID.class);
                    var person = rs.getObject("person_id", UUID.class);
                    var landlord = rs.getObject("landlord_id", UUID.class);
                    found.put(
                            id,
                            new Matter(
                                    rs.getString("number"),
                                    "/arenden/" + id,
                                    person == null ? null : new PersonId(person),
                                    landlord == null ? null : new LandlordId(landlord)));
                });
        return found;
    }

    @Override
    public Set<UUID> within(Actor actor, Scope scope, Collection<UUID> matters) {
        return new HashSet<>(
                db.sql(
                                """
                                select id from prevention.prevention_case
                                where board_id = framework.board_id() and id = any(:ids)
                                  and (:scope = 'BOARD' or responsible_id = any(:own)
                                       or (:scope = 'UNIT' and unit_id = any(:units)))
                                """)
                        .param("ids", matters.toArray(UUID[]::new))
                        .param("scope", scope.name())
                        .param("own", Access.own(actor))
                        .param("units", Access.units(actor))
                        .query(UUID.class)
                        .list());
    }
}
