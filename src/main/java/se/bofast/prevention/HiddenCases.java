package se.bofast.prevention;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.letter.StopReason;
import se.bofast.person.HiddenMatters;
import se.bofast.person.PersonProtected;

/// The open cases of hidden people, and those of notices that may be about them, for who watches
/// them; and their letters, which stop at once.
@Component
class HiddenCases implements HiddenMatters {

    private final JdbcClient db;
    private final StoppingLetters stopping;
    private final HouseEyes eyes;

    HiddenCases(JdbcClient db, StoppingLetters stopping, HouseEyes eyes) {
        this.db = db;
        this.stopping = stopping;
        this.eyes = eyes;
    }

    @Override
    public List<Matter> open(Collection<PersonId> people) {
        return db.sql(
                        """
                        select id, person_id, number, responsible_id, next_on from prevention.prevention_case
                        where board_id = framework.board_id() and person_id = any (:people) and stage <> 'CLOSED'
                        union
                        select c.id, q.person_id, c.number, c.responsible_id, c.next_on
                        from intake.v_question q
                        join prevention.case_signal j on j.board_id = q.board_id and j.signal_id = q.signal_id
                        join prevention.prevention_case c on c.board_id = j.board_id and c.id = j.case_id
                        where q.board_id = framework.board_id() and q.person_id = any (:people)
                          and c.person_id is null and c.stage <> 'CLOSED'
                        order by next_on, id
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((rs, n) -> {
                    var id = rs.getObject("id", UUID.class);
                    var responsible = rs.getObject("responsible_id", UUID.class);
                    return new Matter(
                            new PersonId(rs.getObject("person_id", UUID.class)),
                            id,
                            "prevention.hidden.case",
                            rs.getString("number"),
                            "/arenden/" + id,
                            Cases.dayOrNever(rs, "next_on"),
                            responsible == null ? null : new EmployeeId(responsible));
                })
                .list();
    }

    /// Also letters in a file that has not been sent: the run's page says which pages to take out.
    @EventListener
    void stopLetters(PersonProtected event) {
        eyes.open(() -> {
            stopping.ofCases(
                    open(event.people()).stream().map(Matter::id).toList(), StopReason.PROTECTED);
            return event;
        });
    }
}
