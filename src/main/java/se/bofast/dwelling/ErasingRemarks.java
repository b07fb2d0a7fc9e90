package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.ErasedIds;
import se.bofast.audit.Retained;
import se.bofast.dwelling.Inhabited.Time;
import se.bofast.kernel.PersonId;

/// What was written in words at an inspection goes with the last of those in whose time it was
/// made. The inspection stays: it is of the apartment, and names nobody.
@Component
class ErasingRemarks implements Retained {

    /// How long after somebody moved out an inspection is still of their time.
    private static final int DAYS_AFTER = 90;

    private final JdbcClient db;
    private final List<Inhabited> rooms;

    ErasingRemarks(JdbcClient db, List<Inhabited> rooms) {
        this.db = db;
        this.rooms = List.copyOf(rooms);
    }

    @Override
    public Storey storey() {
        return Storey.GROUND;
    }

    @Override
    public List<Kept> tables() {
        return List.of();
    }

    /// Before leases and stays go, since they say whose time it was.
    @Override
    public void loosen(ErasedIds ids) {
        var people = ids.persons().stream().map(PersonId::new).toList();
        var theirs = new ArrayList<Time>();
        rooms.forEach(room -> theirs.addAll(room.of(people)));
        var homes = theirs.stream().map(Time::dwelling).distinct().toList();
        if (homes.isEmpty()) {
            return;
        }
        var others = new ArrayList<Time>();
        rooms.forEach(room -> others.addAll(room.ofOthers(homes, people)));
        record Made(UUID id, DwellingId home, LocalDate on) {}
        var clearing =
                db
                        .sql(
                                """
                                select i.id, a.dwelling_id, i.inspected_on
                                from dwelling.apartment a
                                join dwelling.inspection i on i.board_id = a.board_id and i.apartment_id = a.id
                                where a.board_id = framework.board_id() and a.dwelling_id = any (:homes)
                                """)
                        .param("homes", homes.stream().map(DwellingId::value).toArray(UUID[]::new))
                        .query((rs, n) ->
                                new Made(
                                        rs.getObject("id", UUID.class),
                                        new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                                        rs.getObject("inspected_on", LocalDate.class)))
                        .list()
                        .stream()
                        .filter(made ->
                                theirs.stream()
                                        .filter(time -> time.dwelling().equals(made.home()))
                                        .anyMatch(time -> withDaysAfter(time).has(made.on())))
                        .filter(made ->
                                others.stream()
                                        .filter(time -> time.dwelling().equals(made.home()))
                                        .noneMatch(time -> time.has(made.on())))
                        .map(Made::id)
                        .toArray(UUID[]::new);
        if (clearing.length > 0) {
            db.sql("call dwelling.clear_remarks(:inspections)")
                    .param("inspections", clearing)
                    .update();
        }
    }

    private static Time withDaysAfter(Time time) {
        var end = time.endOn();
        return end == null
                ? time
                : new Time(time.dwelling(), time.startOn(), end.plusDays(DAYS_AFTER));
    }
}
