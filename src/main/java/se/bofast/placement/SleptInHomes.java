package se.bofast.placement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.dwelling.DwellingId;
import se.bofast.dwelling.Inhabited;
import se.bofast.kernel.PersonId;

/// Who slept in which home of the register, and when.
@Component
class SleptInHomes implements Inhabited {

    private static final String TIMES =
            """
            select s.dwelling_id, s.start_on, s.end_on
            from placement.v_stay s
            """;

    private final JdbcClient db;

    SleptInHomes(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Time> of(Collection<PersonId> people) {
        return db.sql(
                        TIMES
                                + """
                                where s.board_id = framework.board_id() and s.dwelling_id is not null
                                  and s.person_id = any (:people)
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
                                where s.board_id = framework.board_id() and s.dwelling_id = any (:homes)
                                  and s.person_id <> all (:people)
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
