package se.bofast.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.placement.StayFact.EndCause;
import se.bofast.placement.StayFact.Layer;

/// Where people live and have lived. Who asks has required the action and logs.
@Component
public class Stays {

    private final JdbcClient db;

    Stays(JdbcClient db) {
        this.db = db;
    }

    /// What is believed now of all stays of the person, the first night first.
    @Transactional(readOnly = true)
    public List<StayFact> of(PersonId person) {
        return of(List.of(person)).getOrDefault(person, List.of());
    }

    /// The same of several, in one query.
    @Transactional(readOnly = true)
    public Map<PersonId, List<StayFact>> of(Collection<PersonId> people) {
        return db
                .sql(
                        """
                        select id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on,
                               end_on, expected_end_on, end_cause, move_id, withdrawn, recorded_at, superseded_at, reason
                        from placement.stay_fact
                        where board_id = framework.board_id() and person_id = any (:people)
                          and superseded_at is null and not withdrawn
                        order by start_on, layer desc, home_number, id
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(Stays::row)
                .list()
                .stream()
                .collect(Collectors.groupingBy(StayFact::person));
    }

    /// Everything that was ever believed of the person's stays, in the order it was recorded.
    @Transactional(readOnly = true)
    public List<StayFact> history(PersonId person) {
        return db.sql(
                        """
                        select id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on,
                               end_on, expected_end_on, end_cause, move_id, withdrawn, recorded_at, superseded_at, reason
                        from placement.stay_fact
                        where board_id = framework.board_id() and person_id = :person
                        order by recorded_at, id
                        """)
                .param("person", person.value())
                .query(Stays::row)
                .list();
    }

    /// What is believed now, also that it was entered by mistake.
    @Transactional(readOnly = true)
    public Optional<StayFact> find(StayId stay) {
        return db.sql(
                        """
                        select id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on,
                               end_on, expected_end_on, end_cause, move_id, withdrawn, recorded_at, superseded_at, reason
                        from placement.stay_fact
                        where board_id = framework.board_id() and stay_id = :stay and superseded_at is null
                        """)
                .param("stay", stay.value())
                .query(Stays::row)
                .optional();
    }

    /// Where the person lives on the day, the home first; a child may have two.
    @Transactional(readOnly = true)
    public List<StayFact> homes(PersonId person, LocalDate day) {
        return of(person).stream()
                .filter(fact -> fact.layer() == Layer.LIVES && fact.includes(day))
                .toList();
    }

    /// Who lives in the dwelling on the day.
    @Transactional(readOnly = true)
    public List<StayFact> in(DwellingId dwelling, LocalDate day) {
        return db.sql(
                        """
                        select id, stay_id, person_id, form_id, layer, home_number, dwelling_id, place, unit_id, start_on,
                               end_on, expected_end_on, end_cause, move_id, withdrawn, recorded_at, superseded_at, reason
                        from placement.stay_fact
                        where board_id = framework.board_id() and dwelling_id = :dwelling and layer = 'LIVES'
                          and superseded_at is null and not withdrawn
                          and start_on <= :day and (end_on is null or end_on >= :day)
                        order by start_on, id
                        """)
                .param("dwelling", dwelling.value())
                .param("day", day)
                .query(Stays::row)
                .list();
    }

    static StayFact row(ResultSet rs, int n) throws SQLException {
        var dwelling = rs.getObject("dwelling_id", UUID.class);
        var unit = rs.getObject("unit_id", UUID.class);
        var cause = rs.getString("end_cause");
        var superseded = rs.getTimestamp("superseded_at");
        return new StayFact(
                rs.getObject("id", UUID.class),
                new StayId(rs.getObject("stay_id", UUID.class)),
                new PersonId(rs.getObject("person_id", UUID.class)),
                new FormId(rs.getObject("form_id", UUID.class)),
                Layer.valueOf(rs.getString("layer")),
                rs.getInt("home_number"),
                dwelling == null ? null : new DwellingId(dwelling),
                rs.getString("place"),
                unit == null ? null : new UnitId(unit),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class),
                rs.getObject("expected_end_on", LocalDate.class),
                cause == null ? null : EndCause.valueOf(cause),
                rs.getObject("move_id", UUID.class),
                rs.getBoolean("withdrawn"),
                rs.getTimestamp("recorded_at").toInstant(),
                superseded == null ? null : superseded.toInstant(),
                rs.getString("reason"));
    }
}
