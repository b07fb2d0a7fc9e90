package se.bofast.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.UnitId;

/// The table of slots. A slot is taken by locking its row, so nobody gets one twice.
@Component
class Slots {

    private final JdbcClient db;
    private final Clock clock;

    Slots(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @return how many were made; a time the adviser already has is left as it is
    int add(UUID series, MakingSlots.NewSlots wish, List<Instant> starts) {
        return db.sql(
                        """
                        insert into support.slot (board_id, area_id, id, account_id, unit_id, series_id, start_at, end_at,
                            place, language, recorded_at, recorded_by)
                        select framework.board_id(), (framework.area_ids())[1], g.id, :adviser, :unit, :series,
                            g.start_at, g.end_at, :place, :language, :now, framework.account_id()
                        from unnest(cast(:ids as uuid[]), cast(:starts as timestamptz[]), cast(:ends as timestamptz[]))
                            as g (id, start_at, end_at)
                        order by g.start_at
                        on conflict do nothing
                        """)
                .param("adviser", wish.adviser().value())
                .param("unit", wish.unit().value())
                .param("series", series)
                .param("place", wish.place())
                .param("language", wish.language())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", starts.stream().map(s -> NewId.at(clock)).toArray(UUID[]::new))
                .param("starts", starts.stream().map(Instant::toString).toArray(String[]::new))
                .param(
                        "ends",
                        starts.stream()
                                .map(s -> s.plus(wish.length()).toString())
                                .toArray(String[]::new))
                .update();
    }

    Optional<Slot> find(Slot.SlotId id) {
        return db.sql(
                        """
                        select id, account_id, unit_id, start_at, end_at, place, language, appointment_id
                        from support.slot
                        where board_id = framework.board_id() and id = :id and withdrawn_at is null
                        """)
                .param("id", id.value())
                .query(Slots::row)
                .optional();
    }

    /// Waits for its turn at the slot and gives it if it is free still.
    Optional<Slot> lockFree(Slot.SlotId id, Instant after) {
        return db.sql(
                        """
                        select id, account_id, unit_id, start_at, end_at, place, language, appointment_id
                        from support.slot
                        where board_id = framework.board_id() and id = :id and start_at > :after
                          and appointment_id is null and withdrawn_at is null
                        for update
                        """)
                .param("id", id.value())
                .param("after", Timestamp.from(after))
                .query(Slots::row)
                .optional();
    }

    /// Takes the next free slots before anyone else; those somebody is just taking are passed by.
    ///
    /// @param language of the interpreter booked with them; null: none
    List<Slot> lockNextFree(UUID[] units, Instant from, @Nullable String language, int count) {
        return db.sql(
                        """
                        select id, account_id, unit_id, start_at, end_at, place, language, appointment_id
                        from support.slot
                        where board_id = framework.board_id() and unit_id = any(:units) and start_at >= :from
                          and appointment_id is null and withdrawn_at is null
                          and language is not distinct from cast(:language as text)
                        order by start_at, id
                        limit :count
                        for update skip locked
                        """)
                .param("units", units)
                .param("from", Timestamp.from(from))
                .param("language", language)
                .param("count", count)
                .query(Slots::row)
                .list();
    }

    /// The next free slots, for choosing. With a language: those with its interpreter and those
    /// with none; without: those with none.
    List<Slot> nextFree(UUID[] units, Instant from, @Nullable String language, int count) {
        return db.sql(
                        """
                        select id, account_id, unit_id, start_at, end_at, place, language, appointment_id
                        from support.slot
                        where board_id = framework.board_id() and unit_id = any(:units) and start_at >= :from
                          and appointment_id is null and withdrawn_at is null
                          and (language is null or language = cast(:language as text))
                        order by start_at, id
                        limit :count
                        """)
                .param("units", units)
                .param("from", Timestamp.from(from))
                .param("language", language)
                .param("count", count)
                .query(Slots::row)
                .list();
    }

    /// Slots of a period, in order; of these advisers or these units; of all when both are null.
    List<Slot> between(
            Instant from, Instant to, UUID @Nullable [] advisers, UUID @Nullable [] units) {
        return db.sql(
                        """
                        select id, account_id, unit_id, start_at, end_at, place, language, appointment_id
                        from support.slot
                        where board_id = framework.board_id() and start_at >= :from and start_at < :to
                          and withdrawn_at is null
                          and (cast(:advisers as uuid[]) is null and cast(:units as uuid[]) is null
                               or account_id = any(cast(:advisers as uuid[]))
                               or unit_id = any(cast(:units as uuid[])))
                        order by start_at, id
                        limit 1000
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("advisers", advisers)
                .param("units", units)
                .query(Slots::row)
                .list();
    }

    /// Gives locked slots to appointments.
    void take(List<Slot.SlotId> slots, List<Appointment.AppointmentId> appointments) {
        db.sql(
                        """
                        update support.slot s set appointment_id = g.appointment
                        from unnest(cast(:slots as uuid[]), cast(:appointments as uuid[])) as g (slot, appointment)
                        where s.board_id = framework.board_id() and s.id = g.slot
                        """)
                .param("slots", slots.stream().map(Slot.SlotId::value).toArray(UUID[]::new))
                .param(
                        "appointments",
                        appointments.stream()
                                .map(Appointment.AppointmentId::value)
                                .toArray(UUID[]::new))
                .update();
    }

    /// Gives the times of these appointments back.
    void free(Collection<Appointment.AppointmentId> appointments) {
        db.sql(
                        """
                        update support.slot set appointment_id = null
                        where board_id = framework.board_id() and appointment_id = any(:appointments)
                        """)
                .param(
                        "appointments",
                        appointments.stream()
                                .map(Appointment.AppointmentId::value)
                                .toArray(UUID[]::new))
                .update();
    }

    /// Takes back a free slot.
    boolean withdraw(Slot.SlotId id) {
        return db.sql(
                                """
                                update support.slot set withdrawn_at = :now
                                where board_id = framework.board_id() and id = :id
                                  and appointment_id is null and withdrawn_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    static Slot row(ResultSet rs, int n) throws SQLException {
        var appointment = rs.getObject("appointment_id", UUID.class);
        return new Slot(
                new Slot.SlotId(rs.getObject("id", UUID.class)),
                new EmployeeId(rs.getObject("account_id", UUID.class)),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                rs.getTimestamp("start_at").toInstant(),
                rs.getTimestamp("end_at").toInstant(),
                rs.getString("place"),
                rs.getString("language"),
                appointment == null ? null : new Appointment.AppointmentId(appointment));
    }
}
