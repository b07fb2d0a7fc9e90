package se.bofast.dwelling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.ApartmentRoom.RoomId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// The rooms of shared apartments.
@Component
public class KeepingRooms {

    /// What a room is called and how large it is.
    public record Room(String name, @Nullable Integer squareMetres, int mostPeople) {}

    /// What came of keeping a room.
    public enum Done {
        DONE,
        /// Another room in use there has the name.
        NAME_TAKEN,
        /// Somebody changed or ended it since it was read.
        TOO_LATE,
        /// It ends before it began.
        DAY_BEFORE
    }

    private final JdbcClient db;
    private final Apartments apartments;
    private final Access access;
    private final Log log;
    private final Clock clock;

    KeepingRooms(JdbcClient db, Apartments apartments, Access access, Log log, Clock clock) {
        this.db = db;
        this.apartments = apartments;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Those of the apartment, in use and before. The caller has required the action and logs.
    @Transactional(readOnly = true)
    public List<ApartmentRoom> of(ApartmentId apartment) {
        return apartments.rooms(apartment);
    }

    /// @throws NotFound if there is no such shared apartment
    @Transactional
    public Done add(Actor actor, ApartmentId apartment, Room room, LocalDate startOn) {
        access.require(actor, Action.CHANGE_APARTMENT);
        if (apartments.find(apartment).filter(one -> one.details().shared()).isEmpty()) {
            throw new NotFound();
        }
        var id = NewId.at(clock);
        var added =
                db.sql(
                                """
                                insert into dwelling.apartment_room (board_id, area_id, id, apartment_id, name, square_metres,
                                    most_people, start_on, version)
                                values (framework.board_id(), (framework.area_ids())[1], :id, :apartment, :name,
                                    :squareMetres, :mostPeople, :start, 1)
                                on conflict (board_id, apartment_id, name) where end_on is null do nothing
                                """)
                        .param("id", id)
                        .param("apartment", apartment.value())
                        .param("name", room.name())
                        .param("squareMetres", room.squareMetres())
                        .param("mostPeople", room.mostPeople())
                        .param("start", startOn)
                        .update();
        if (added == 0) {
            return Done.NAME_TAKEN;
        }
        record(apartment, "ROOM_ADDED", Map.of("room", id.toString()));
        return Done.DONE;
    }

    /// @param seen the version the change was made from
    @Transactional
    public Done change(Actor actor, ApartmentId apartment, RoomId id, int seen, Room room) {
        access.require(actor, Action.CHANGE_APARTMENT);
        if (apartments.rooms(apartment).stream()
                .anyMatch(other ->
                        other.endOn() == null
                                && !other.id().equals(id)
                                && other.name().equals(room.name()))) {
            return Done.NAME_TAKEN;
        }
        var changed =
                db.sql(
                                """
                                update dwelling.apartment_room
                                set name = :name, square_metres = :squareMetres, most_people = :mostPeople,
                                    version = version + 1
                                where board_id = framework.board_id() and apartment_id = :apartment and id = :id
                                  and version = :seen and end_on is null
                                """)
                        .param("name", room.name())
                        .param("squareMetres", room.squareMetres())
                        .param("mostPeople", room.mostPeople())
                        .param("apartment", apartment.value())
                        .param("id", id.value())
                        .param("seen", seen)
                        .update();
        if (changed == 0) {
            return Done.TOO_LATE;
        }
        record(apartment, "ROOM_CHANGED", Map.of("room", id.toString()));
        return Done.DONE;
    }

    /// The room is used so no longer than to the day.
    @Transactional
    public Done end(Actor actor, ApartmentId apartment, RoomId id, LocalDate endOn) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var stands =
                apartments.rooms(apartment).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (endOn.isBefore(stands.startOn())) {
            return Done.DAY_BEFORE;
        }
        var ended =
                db.sql(
                                """
                                update dwelling.apartment_room set end_on = :end, version = version + 1
                                where board_id = framework.board_id() and id = :id and end_on is null
                                """)
                        .param("end", endOn)
                        .param("id", id.value())
                        .update();
        if (ended == 0) {
            return Done.TOO_LATE;
        }
        record(apartment, "ROOM_ENDED", Map.of("room", id.toString(), "endOn", endOn.toString()));
        return Done.DONE;
    }

    private void record(ApartmentId apartment, String why, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.CHANGE_APARTMENT)
                        .because(why)
                        .about(KeepingApartments.KIND, apartment.value())
                        .changing(Map.of(), is));
    }
}
