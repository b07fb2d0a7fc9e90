package se.bofast.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;

/// What holds people's files from being erased. The caller has required the action and logs.
@Component
public class RetentionHolds {

    private final JdbcClient db;
    private final Clock clock;

    RetentionHolds(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public UUID add(
            PersonId person,
            RetentionHold.Ground ground,
            @Nullable String note,
            @Nullable LocalDate untilOn) {
        var id = NewId.at(clock);
        db.sql(
                        """
                        insert into audit.retention_hold (board_id, area_id, id, person_id, ground, note, until_on, recorded_at,
                            recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :ground, :note, :until, :now,
                            framework.account_id())
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("ground", ground.name())
                .param("note", note)
                .param("until", untilOn)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /// @return whose file it held; empty if it had ended
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<PersonId> end(UUID id) {
        return db.sql(
                        """
                        update audit.retention_hold set ended_at = :now, ended_by = framework.account_id()
                        where board_id = framework.board_id() and id = :id and ended_at is null
                        returning person_id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /// Those that have not been ended, also when their last day has passed.
    @Transactional(readOnly = true)
    public List<RetentionHold> of(PersonId person) {
        return db.sql(
                        """
                        select id, ground, note, until_on, framework.day_of(recorded_at) as recorded_on from audit.retention_hold
                        where board_id = framework.board_id() and person_id = :person and ended_at is null
                        order by recorded_at, id
                        """)
                .param("person", person.value())
                .query((rs, n) ->
                        new RetentionHold(
                                rs.getObject("id", UUID.class),
                                person,
                                RetentionHold.Ground.valueOf(rs.getString("ground")),
                                rs.getString("note"),
                                rs.getObject("until_on", LocalDate.class),
                                rs.getObject("recorded_on", LocalDate.class)))
                .list();
    }
}
