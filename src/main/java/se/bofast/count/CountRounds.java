package se.bofast.count;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.NotFound;

/// The rounds of the board, and how far each unit has come. Names no one.
@Component
public class CountRounds {

    /// How far an invited unit has come.
    ///
    /// @param people in its list, from the register or its own
    /// @param left of these not answered
    public record Progress(
            UUID unit,
            String name,
            int people,
            int left,
            int reminders,
            @Nullable Instant remindedAt,
            @Nullable Instant doneAt) {}

    /// A unit's list that waits for the actor.
    ///
    /// @param remindedAt when the count's leader last asked for it; null: never
    public record Waiting(
            UUID round,
            String name,
            LocalDate due,
            UUID unit,
            String unitName,
            @Nullable Instant remindedAt) {

        public boolean isReminded() {
            return remindedAt != null;
        }
    }

    private final JdbcClient db;
    private final Access access;

    CountRounds(JdbcClient db, Access access) {
        this.db = db;
        this.access = access;
    }

    /// The latest first. Who may neither lead, report nor see figures is refused.
    @Transactional(readOnly = true)
    public List<CountRound> all(Actor actor) {
        require(actor);
        return rounds(null);
    }

    /// @throws NotFound if there is no such round
    @Transactional(readOnly = true)
    public CountRound round(Actor actor, UUID id) {
        require(actor);
        return stands(id);
    }

    private void require(Actor actor) {
        if (!access.allows(actor, Action.REPORT_COUNT)
                && !access.allows(actor, Action.LEAD_COUNT)) {
            access.require(actor, Action.SEE_STATISTICS);
        }
    }

    CountRound stands(UUID id) {
        return rounds(id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private List<CountRound> rounds(@Nullable UUID id) {
        return db.sql(
                        """
                        select r.id, r.name, r.start_on, r.end_on, r.due_on, r.age_from, r.age_below, r.definition_version,
                               r.before_id, r.filled_at, r.frozen_at, r.fingerprint, r.published_at,
                               (select count(*) from count.invitation i
                                where i.board_id = r.board_id and i.round_id = r.id) as units,
                               (select count(*) from count.invitation i
                                where i.board_id = r.board_id and i.round_id = r.id and i.done_at is not null) as done
                        from count.round r
                        where r.board_id = framework.board_id() and (cast(:id as uuid) is null or r.id = :id)
                        order by r.start_on desc, r.id
                        """)
                .param("id", id)
                .query(CountRounds::round)
                .list();
    }

    /// Each invited unit, those with most left first.
    @Transactional(readOnly = true)
    public List<Progress> progress(Actor actor, UUID round) {
        access.require(actor, Action.LEAD_COUNT);
        return db.sql(
                        """
                        select i.unit_id, u.name, i.reminders, i.reminded_at, i.done_at, count(f.id) as people,
                               count(f.id) filter (where f.state = 'REGISTER') as open
                        from count.invitation i
                        join access.v_unit u on u.board_id = i.board_id and u.unit_id = i.unit_id
                        left join count.report r on r.board_id = i.board_id and r.round_id = i.round_id and r.unit_id = i.unit_id
                        left join count.report_fact f on f.board_id = r.board_id and f.report_id = r.id
                            and f.superseded_at is null
                        where i.board_id = framework.board_id() and i.round_id = :round
                        group by i.unit_id, u.name, i.reminders, i.reminded_at, i.done_at
                        order by i.done_at is not null, 7 desc, u.name
                        """)
                .param("round", round)
                .query((rs, n) ->
                        new Progress(
                                rs.getObject("unit_id", UUID.class),
                                rs.getString("name"),
                                rs.getInt("people"),
                                rs.getInt("open"),
                                rs.getInt("reminders"),
                                moment(rs, "reminded_at"),
                                moment(rs, "done_at")))
                .list();
    }

    /// Lists of the actor's own units that are not sent in; those asked for again first, then those
    /// due first.
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor) {
        if (!access.allows(actor, Action.REPORT_COUNT)) {
            return List.of();
        }
        return db.sql(
                        """
                        select r.id, r.name, r.due_on, i.unit_id, u.name as unit, i.reminded_at
                        from count.invitation i
                        join count.round r on r.board_id = i.board_id and r.id = i.round_id
                        join access.v_unit u on u.board_id = i.board_id and u.unit_id = i.unit_id
                        where i.board_id = framework.board_id() and i.done_at is null and r.frozen_at is null
                          and i.unit_id = any (:units)
                        order by i.reminded_at is null, r.due_on, u.name
                        """)
                .param("units", Access.units(actor))
                .query((rs, n) ->
                        new Waiting(
                                rs.getObject("id", UUID.class),
                                rs.getString("name"),
                                rs.getObject("due_on", LocalDate.class),
                                rs.getObject("unit_id", UUID.class),
                                rs.getString("unit"),
                                moment(rs, "reminded_at")))
                .list();
    }

    private static CountRound round(ResultSet rs, int n) throws SQLException {
        return new CountRound(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class),
                new Population(rs.getInt("age_from"), rs.getInt("age_below")),
                rs.getInt("definition_version"),
                rs.getObject("before_id", UUID.class),
                rs.getInt("units"),
                rs.getInt("done"),
                moment(rs, "filled_at"),
                moment(rs, "frozen_at"),
                rs.getString("fingerprint"),
                moment(rs, "published_at"));
    }

    static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
