package se.bofast.intake;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.person.HiddenMatters;

/// Signals that may be about somebody hidden, and that nobody has decided on.
@Component
class HiddenQuestions implements HiddenMatters {

    private final JdbcClient db;

    HiddenQuestions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Matter> open(Collection<PersonId> people) {
        return db.sql(
                        """
                        select s.id, c.person_id, s.responsible_id
                        from intake.candidate c
                        join intake.signal s on s.board_id = c.board_id and s.id = c.signal_id
                        where c.board_id = framework.board_id() and c.person_id = any (:people)
                          and s.match_state = 'ASKED' and s.withdrawn_at is null
                        order by s.received_at, s.id
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((rs, n) -> {
                    var id = rs.getObject("id", UUID.class);
                    var responsible = rs.getObject("responsible_id", UUID.class);
                    return new Matter(
                            new PersonId(rs.getObject("person_id", UUID.class)),
                            id,
                            "intake.hidden.question",
                            null,
                            "/signaler/" + id,
                            null,
                            responsible == null ? null : new EmployeeId(responsible));
                })
                .list();
    }
}
