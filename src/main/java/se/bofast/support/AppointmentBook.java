package se.bofast.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.access.Subject;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// The tables of appointments and of what happened to them.
@Component
class AppointmentBook {

    private static final int BATCH = 500;

    /// An appointment about to be written, on a slot that is locked.
    record NewAppointment(
            Appointment.AppointmentId id,
            Subject matter,
            PersonId person,
            Slot slot,
            Appointment.State state,
            @Nullable String interpreterLanguage,
            String codeHash) {}

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Clock clock;

    AppointmentBook(JdbcClient db, JdbcTemplate batches, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.clock = clock;
    }

    void add(List<NewAppointment> rows) {
        var now = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into support.appointment (board_id, area_id, id, matter_kind, matter_id, person_id, slot_id, state,
                    interpreter_language, code_hash, code_until_at, recorded_at, recorded_by)
                values (framework.board_id(), (framework.area_ids())[1], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, framework.account_id())
                """,
                rows,
                BATCH,
                (ps, row) -> {
                    ps.setObject(1, row.id().value());
                    ps.setString(2, row.matter().kind());
                    ps.setObject(3, row.matter().id());
                    ps.setObject(4, row.person().value());
                    ps.setObject(5, row.slot().id().value());
                    ps.setString(6, row.state().name());
                    ps.setString(7, row.interpreterLanguage());
                    ps.setString(8, row.codeHash());
                    ps.setTimestamp(9, Timestamp.from(row.slot().endAt()));
                    ps.setTimestamp(10, now);
                });
        batches.batchUpdate(
                """
                insert into support.appointment_event (board_id, area_id, id, appointment_id, ordinal, slot_id, state,
                    by_code, undo, recorded_at, recorded_by)
                values (framework.board_id(), (framework.area_ids())[1], ?, ?, 1, ?, ?, false, false, ?, framework.account_id())
                """,
                rows,
                BATCH,
                (ps, row) -> {
                    ps.setObject(1, NewId.at(clock));
                    ps.setObject(2, row.id().value());
                    ps.setObject(3, row.slot().id().value());
                    ps.setString(4, row.state().name());
                    ps.setTimestamp(5, now);
                });
    }

    /// Waits for its turn at the appointment.
    Optional<Appointment> lock(Appointment.AppointmentId id) {
        return db.sql(
                        """
                        select a.id as appointment_id, a.matter_kind, a.matter_id, a.person_id, a.state,
                               a.interpreter_language, s.id, s.account_id, s.unit_id, s.start_at, s.end_at, s.place,
                               s.language
                        from support.appointment a
                        join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                        where a.board_id = framework.board_id() and a.id = :id
                        for update of a
                        """)
                .param("id", id.value())
                .query(AppointmentBook::row)
                .optional();
    }

    /// Waits for its turn at the appointment a live code is for.
    Optional<Appointment> lock(String codeHash) {
        return db.sql(
                        """
                        select a.id as appointment_id, a.matter_kind, a.matter_id, a.person_id, a.state,
                               a.interpreter_language, s.id, s.account_id, s.unit_id, s.start_at, s.end_at, s.place,
                               s.language
                        from support.appointment a
                        join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                        where a.board_id = framework.board_id() and a.code_hash = :hash and a.code_until_at > :now
                        for update of a
                        """)
                .param("hash", codeHash)
                .param("now", Timestamp.from(clock.instant()))
                .query(AppointmentBook::row)
                .optional();
    }

    /// Appointments of matters that may be answered still, locked.
    List<Appointment> lockLive(Collection<UUID> matters) {
        return db.sql(
                        """
                        select a.id as appointment_id, a.matter_kind, a.matter_id, a.person_id, a.state,
                               a.interpreter_language, s.id, s.account_id, s.unit_id, s.start_at, s.end_at, s.place,
                               s.language
                        from support.appointment a
                        join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                        where a.board_id = framework.board_id() and a.matter_id = any(:matters)
                          and a.state in ('PROPOSED', 'CONFIRMED', 'MOVED', 'DECLINED') and a.code_until_at > :now
                        order by a.id
                        for update of a
                        """)
                .param("matters", matters.toArray(UUID[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(AppointmentBook::row)
                .list();
    }

    /// The last made first.
    List<Appointment> of(Subject matter) {
        return db.sql(
                        """
                        select a.id as appointment_id, a.matter_kind, a.matter_id, a.person_id, a.state,
                               a.interpreter_language, s.id, s.account_id, s.unit_id, s.start_at, s.end_at, s.place,
                               s.language
                        from support.appointment a
                        join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                        where a.board_id = framework.board_id() and a.matter_kind = :kind and a.matter_id = :matter
                        order by a.recorded_at desc, a.id desc
                        """)
                .param("kind", matter.kind())
                .param("matter", matter.id())
                .query(AppointmentBook::row)
                .list();
    }

    List<Appointment> of(Collection<Appointment.AppointmentId> ids) {
        return db.sql(
                        """
                        select a.id as appointment_id, a.matter_kind, a.matter_id, a.person_id, a.state,
                               a.interpreter_language, s.id, s.account_id, s.unit_id, s.start_at, s.end_at, s.place,
                               s.language
                        from support.appointment a
                        join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                        where a.board_id = framework.board_id() and a.id = any(:ids)
                        """)
                .param(
                        "ids",
                        ids.stream().map(Appointment.AppointmentId::value).toArray(UUID[]::new))
                .query(AppointmentBook::row)
                .list();
    }

    /// The first first.
    List<Appointment.Event> events(Appointment.AppointmentId id) {
        return db.sql(
                        """
                        select e.state, e.by_code, e.undo, e.recorded_at, e.recorded_by, s.start_at
                        from support.appointment_event e
                        join support.slot s on s.board_id = e.board_id and s.id = e.slot_id
                        where e.board_id = framework.board_id() and e.appointment_id = :id
                        order by e.ordinal
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var by = rs.getObject("recorded_by", UUID.class);
                    return new Appointment.Event(
                            Appointment.State.valueOf(rs.getString("state")),
                            rs.getBoolean("by_code"),
                            rs.getBoolean("undo"),
                            rs.getTimestamp("start_at").toInstant(),
                            rs.getTimestamp("recorded_at").toInstant(),
                            by == null ? null : new EmployeeId(by));
                })
                .list();
    }

    /// Sets how locked appointments stand, and keeps what happened.
    ///
    /// @param slot the time it is for from now on; the code lives until it is over
    void set(
            Appointment appointment,
            Appointment.State state,
            Slot slot,
            boolean byCode,
            boolean undo) {
        db.sql(
                        """
                        update support.appointment set state = :state, slot_id = :slot, code_until_at = :until
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("state", state.name())
                .param("slot", slot.id().value())
                .param("until", Timestamp.from(slot.endAt()))
                .param("id", appointment.id().value())
                .update();
        event(appointment.id(), slot.id(), state, byCode, undo);
    }

    private void event(
            Appointment.AppointmentId id,
            Slot.SlotId slot,
            Appointment.State state,
            boolean byCode,
            boolean undo) {
        db.sql(
                        """
                        insert into support.appointment_event (board_id, area_id, id, appointment_id, ordinal, slot_id, state,
                            by_code, undo, recorded_at, recorded_by)
                        select framework.board_id(), (framework.area_ids())[1], :id, :appointment, max(e.ordinal) + 1,
                            :slot, :state, :byCode, :undo, :now, framework.account_id()
                        from support.appointment_event e
                        where e.board_id = framework.board_id() and e.appointment_id = :appointment
                        """)
                .param("id", NewId.at(clock))
                .param("appointment", id.value())
                .param("slot", slot.value())
                .param("state", state.name())
                .param("byCode", byCode)
                .param("undo", undo)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /// Calls off locked appointments, so that new ones can be proposed in their place.
    void replace(List<Appointment> appointments) {
        if (appointments.isEmpty()) {
            return;
        }
        var ids = appointments.stream().map(a -> a.id().value()).toArray(UUID[]::new);
        db.sql(
                        """
                        update support.appointment set state = 'CANCELLED'
                        where board_id = framework.board_id() and id = any(:ids)
                        """)
                .param("ids", ids)
                .update();
        db.sql(
                        """
                        insert into support.appointment_event (board_id, area_id, id, appointment_id, ordinal, slot_id, state,
                            by_code, undo, recorded_at, recorded_by)
                        select framework.board_id(), (framework.area_ids())[1], g.id, g.appointment,
                            (select max(e.ordinal) + 1 from support.appointment_event e
                             where e.board_id = framework.board_id() and e.appointment_id = g.appointment),
                            g.slot, 'CANCELLED', false, false, :now, framework.account_id()
                        from unnest(cast(:events as uuid[]), cast(:ids as uuid[]), cast(:slots as uuid[]))
                            as g (id, appointment, slot)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "events",
                        appointments.stream().map(a -> NewId.at(clock)).toArray(UUID[]::new))
                .param("ids", ids)
                .param(
                        "slots",
                        appointments.stream().map(a -> a.slot().id().value()).toArray(UUID[]::new))
                .update();
    }

    /// Those of the appointments that are proposed and not answered, locked.
    List<Appointment> lockProposed(Collection<Appointment.AppointmentId> ids) {
        return db.sql(
                        """
                        select a.id as appointment_id, a.matter_kind, a.matter_id, a.person_id, a.state,
                               a.interpreter_language, s.id, s.account_id, s.unit_id, s.start_at, s.end_at, s.place,
                               s.language
                        from support.appointment a
                        join support.slot s on s.board_id = a.board_id and s.id = a.slot_id
                        where a.board_id = framework.board_id() and a.id = any(:ids) and a.state = 'PROPOSED'
                        order by a.id
                        for update of a
                        """)
                .param(
                        "ids",
                        ids.stream().map(Appointment.AppointmentId::value).toArray(UUID[]::new))
                .query(AppointmentBook::row)
                .list();
    }

    private static Appointment row(ResultSet rs, int n) throws SQLException {
        var id = new Appointment.AppointmentId(rs.getObject("appointment_id", UUID.class));
        return new Appointment(
                id,
                new Subject(rs.getString("matter_kind"), rs.getObject("matter_id", UUID.class)),
                new PersonId(rs.getObject("person_id", UUID.class)),
                Appointment.State.valueOf(rs.getString("state")),
                new Slot(
                        new Slot.SlotId(rs.getObject("id", UUID.class)),
                        new EmployeeId(rs.getObject("account_id", UUID.class)),
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        rs.getTimestamp("start_at").toInstant(),
                        rs.getTimestamp("end_at").toInstant(),
                        rs.getString("place"),
                        rs.getString("language"),
                        id),
                rs.getString("interpreter_language"));
    }
}
