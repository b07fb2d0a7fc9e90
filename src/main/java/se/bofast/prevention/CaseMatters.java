package se.bofast.prevention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.dwelling.LandlordId;
import se.bofast.kernel.PersonId;
import se.bofast.person.Counterpart;

/// Tells the rooms below, who know no cases, what a case is: for contacts and for debts.
@Component
class CaseMatters implements se.bofast.support.Matters {

    private record Found(
            UUID id,
            String number,
            @Nullable PersonId person,
            @Nullable UUID landlord,
            @Nullable String landlordName,
            LocalDate openedOn) {}

    private final JdbcClient db;

    CaseMatters(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Map<UUID, Matter> find(Collection<UUID> ids) {
        var found = new HashMap<UUID, Matter>();
        for (var c : cases(ids)) {
            found.put(
                    c.id(),
                    new Matter(
                            new Subject(CaseId.KIND, c.id()),
                            c.number(),
                            c.person(),
                            c.landlord() == null || c.landlordName() == null
                                    ? null
                                    : new Counterpart(
                                            Counterpart.CounterpartKind.LANDLORD,
                                            c.landlord(),
                                            c.landlordName()),
                            c.openedOn(),
                            href(c.id())));
        }
        return found;
    }

    private static String href(UUID id) {
        return "/arenden/" + id;
    }

    private List<Found> cases(Collection<UUID> ids) {
        return db.sql(
                        """
                        select c.id, c.number, c.person_id, c.landlord_id, l.name, c.opened_on
                        from prevention.prevention_case c
                        left join dwelling.v_landlord l on l.board_id = c.board_id and l.landlord_id = c.landlord_id
                        where c.board_id = framework.board_id() and c.id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, n) -> {
                    var person = rs.getObject("person_id", UUID.class);
                    return new Found(
                            rs.getObject("id", UUID.class),
                            rs.getString("number"),
                            person == null ? null : new PersonId(person),
                            rs.getObject("landlord_id", UUID.class),
                            rs.getString("name"),
                            rs.getObject("opened_on", LocalDate.class));
                })
                .list();
    }

    /// The same cases, as debts ask for them.
    @Component
    static class WithDebts implements se.bofast.debt.Matters {

        private final CaseMatters cases;
        private final CaseReach reach;
        private final JdbcClient db;

        WithDebts(CaseMatters cases, CaseReach reach, JdbcClient db) {
            this.cases = cases;
            this.reach = reach;
            this.db = db;
        }

        @Override
        public String kind() {
            return CaseId.KIND;
        }

        @Override
        public Map<UUID, Matter> find(Collection<UUID> matters) {
            var found = new HashMap<UUID, Matter>();
            for (var c : cases.cases(matters)) {
                found.put(
                        c.id(),
                        new Matter(
                                c.number(),
                                href(c.id()),
                                c.person(),
                                c.landlord() == null ? null : new LandlordId(c.landlord())));
            }
            return found;
        }

        @Override
        public Set<UUID> within(Actor actor, Scope scope, Collection<UUID> matters) {
            var within = reach.within(actor, scope);
            return new HashSet<>(
                    db.sql(
                                    """
                                    select c.id from prevention.prevention_case c
                                    where c.board_id = framework.board_id() and c.id = any(:ids) %s
                                    """
                                            .formatted(within.and()))
                            .params(within.parameters())
                            .param("ids", matters.toArray(UUID[]::new))
                            .query(UUID.class)
                            .list());
        }
    }
}
