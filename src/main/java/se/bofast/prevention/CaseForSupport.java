package se.bofast.prevention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.Landlords;
import se.bofast.kernel.PersonId;
import se.bofast.person.Counterpart;
import se.bofast.support.Matters;

/// A case as contacts, visits and appointments know it.
@Component
class CaseForSupport implements Matters {

    private record Row(
            UUID id,
            String number,
            @Nullable UUID person,
            @Nullable UUID landlord,
            LocalDate openedOn) {}

    private final JdbcClient db;
    private final Landlords landlords;

    CaseForSupport(JdbcClient db, Landlords landlords) {
        this.db = db;
        this.landlords = landlords;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Matter> find(Collection<UUID> ids) {
        var rows = rows(ids);
        var names =
                landlords.names(
                        rows.stream()
                                .map(Row::landlord)
                                .flatMap(java.util.stream.Stream::ofNullable)
                                .map(LandlordId::new)
                                .toList());
        var found = new HashMap<UUID, Matter>();
        for (var row : rows) {
            var landlord =
                    row.landlord() == null ? null : names.get(new LandlordId(row.landlord()));
            found.put(
                    row.id(),
                    new Matter(
                            new CaseId(row.id()).subject(),
                            row.number(),
                            row.person() == null ? null : new PersonId(row.person()),
                            landlord == null
                                    ? null
                                    : Counterpart.landlord(landlord.id().value(), landlord.name()),
                            row.openedOn(),
                            "/arenden/" + row.id()));
        }
        return found;
    }

    private List<Row> rows(Collection<UUID> ids) {
        return db.sql(
                        """
                        select id, number, person_id, landlord_id, opened_on from prevention.prevention_case
                        where board_id = framework.board_id() and id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, n) ->
                        new Row(
                                rs.getObject("id", UUID.class),
                                rs.getString("number"),
                                rs.getObject("person_id", UUID.class),
                                rs.getObject("landlord_id", UUID.class),
                                rs.getObject("opened_on", LocalDate.class)))
                .list();
    }
}
