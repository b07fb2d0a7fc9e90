package se.bofast.tenancy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.dwelling.DwellingId;
import se.bofast.dwelling.Inhabited;
import se.bofast.kernel.PersonId;

/// Who rented which home, and when.
@Component
class RentedHomes implements Inhabited {

    private static final String TIMES =
            """
            select l.dwelling_id, p.start_on, coalesce(p.end_on, l.end_on) as end_on
            from tenancy.lease_party p
            join tenancy.v_lease l on l.board_id = p.board_id and l.lease_id = p.lease_id
            """;

    private final JdbcClient db;

    RentedHomes(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Time> of(Collection<PersonId> people) {
        return db.sql(
                        TIMES
                                + """
                                where p.board_id = framework.board_id() and p.person_id = any (:people)
                                """)
                .param("people", ids(people))
                .query((rs, n) ->
                        new Time(
                                new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list();
    }

    @Override
    public List<Time> ofOthers(Collection<DwellingId> homes, Collection<PersonId> people) {
        return db.sql(
                        TIMES
                                + """
                                where p.board_id = framework.board_id() and l.dwelling_id = any (:homes)
                                  and p.person_id <> all (:people)
                                """)
                .param("homes", homes.stream().map(DwellingId::value).toArray(UUID[]::new))
                .param("people", ids(people))
                .query((rs, n) ->
                        new Time(
                                new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list();
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
