package se.bofast.dwelling;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.ApartmentKey.Gone;
import se.bofast.dwelling.ApartmentKey.Handover;
import se.bofast.dwelling.ApartmentKey.Holder;
import se.bofast.dwelling.ApartmentKey.KeyId;
import se.bofast.dwelling.ApartmentRoom.RoomId;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// The keys of the apartments: which there are, whom they are with, and which are gone.
@Component
public class KeepingKeys {

    /// Whom a key is handed to.
    ///
    /// @param firm for a craftsman alone
    /// @param colleague for a colleague alone
    public record To(Holder holder, @Nullable String firm, @Nullable EmployeeId colleague) {

        public To {
            if ((holder == Holder.CRAFTSMAN) != (firm != null)
                    || (holder == Holder.COLLEAGUE) != (colleague != null)) {
                throw new IllegalArgumentException("a craftsman has a firm, a colleague an id");
            }
        }

        public static To tenant() {
            return new To(Holder.TENANT, null, null);
        }
    }

    /// What came of handing out, taking back or striking out a key.
    public enum Done {
        DONE,
        /// Somebody did it already, or the key is gone.
        TOO_LATE,
        /// The day lies before the key was there, or before it was handed out.
        DAY_BEFORE
    }

    private final JdbcClient db;
    private final Access access;
    private final Log log;
    private final Clock clock;

    KeepingKeys(JdbcClient db, Access access, Log log, Clock clock) {
        this.db = db;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// Those in the board's hands first. The caller has required the action and logs.
    @Transactional(readOnly = true)
    public List<ApartmentKey> of(ApartmentId apartment) {
        var handovers = new LinkedHashMap<UUID, List<Handover>>();
        db.sql(
                        """
                        select h.key_id, h.holder, h.firm, c.display_name as colleague, h.handed_on,
                               b.display_name as handed_by, h.back_by_on, h.returned_on
                        from dwelling.key_handover h
                        join dwelling.apartment_key k on k.board_id = h.board_id and k.id = h.key_id
                        left join access.v_account c on c.account_id = h.account_id
                        left join access.v_account b on b.account_id = h.handed_by
                        where h.board_id = framework.board_id() and k.apartment_id = :apartment
                        order by h.handed_on desc, h.id desc
                        """)
                .param("apartment", apartment.value())
                .query((rs, n) ->
                        handovers
                                .computeIfAbsent(
                                        rs.getObject("key_id", UUID.class), k -> new ArrayList<>())
                                .add(
                                        new Handover(
                                                Holder.valueOf(rs.getString("holder")),
                                                rs.getString("firm"),
                                                rs.getString("colleague"),
                                                rs.getObject("handed_on", LocalDate.class),
                                                rs.getString("handed_by"),
                                                rs.getObject("back_by_on", LocalDate.class),
                                                rs.getObject("returned_on", LocalDate.class))))
                .list();
        return db.sql(
                        """
                        select k.id, k.kind, k.label, r.name as room, k.added_on, k.gone_on, k.gone_cause
                        from dwelling.apartment_key k
                        left join dwelling.apartment_room r on r.board_id = k.board_id and r.id = k.room_id
                        where k.board_id = framework.board_id() and k.apartment_id = :apartment
                        order by k.gone_on desc nulls first, k.kind, k.label, k.id
                        """)
                .param("apartment", apartment.value())
                .query((rs, n) -> {
                    var id = rs.getObject("id", UUID.class);
                    var gone = rs.getString("gone_cause");
                    return new ApartmentKey(
                            new KeyId(id),
                            ApartmentKey.KeyKind.valueOf(rs.getString("kind")),
                            rs.getString("label"),
                            rs.getString("room"),
                            rs.getObject("added_on", LocalDate.class),
                            rs.getObject("gone_on", LocalDate.class),
                            gone == null ? null : Gone.valueOf(gone),
                            handovers.getOrDefault(id, List.of()));
                })
                .list();
    }

    /// @throws NotFound if the apartment has no such key
    @Transactional(readOnly = true)
    public ApartmentKey find(ApartmentId apartment, KeyId key) {
        return of(apartment).stream()
                .filter(one -> one.id().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// Enters a key. Logged.
    ///
    /// @throws NotFound if there is no such apartment, or no such room in it
    @Transactional
    public KeyId add(
            Actor actor,
            ApartmentId apartment,
            ApartmentKey.KeyKind kind,
            String label,
            @Nullable RoomId room,
            LocalDate addedOn) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var id = new KeyId(NewId.at(clock));
        var added =
                db.sql(
                                """
                                insert into dwelling.apartment_key (board_id, area_id, id, apartment_id, room_id, kind, label,
                                    added_on, created_at, created_by)
                                select a.board_id, a.area_id, :id, a.id, :room, :kind, :label, :added, :now,
                                    framework.account_id()
                                from dwelling.apartment a
                                where a.board_id = framework.board_id() and a.id = :apartment
                                  and (cast(:room as uuid) is null or exists (
                                      select 1 from dwelling.apartment_room r
                                      where r.board_id = a.board_id and r.apartment_id = a.id and r.id = :room))
                                """)
                        .param("id", id.value())
                        .param("room", room == null ? null : room.value())
                        .param("kind", kind.name())
                        .param("label", label)
                        .param("added", addedOn)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("apartment", apartment.value())
                        .update();
        if (added == 0) {
            throw new NotFound();
        }
        record(apartment, id, "KEY_ADDED", Map.of("kind", kind.name()));
        return id;
    }

    /// Hands a key out that hangs in the cabinet. Logged.
    ///
    /// @param backByOn when it is to be back; null: not said
    @Transactional
    public Done hand(
            Actor actor,
            ApartmentId apartment,
            KeyId key,
            To to,
            LocalDate handedOn,
            @Nullable LocalDate backByOn) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var stands = find(apartment, key);
        if (stands.goneOn() != null || stands.out() != null) {
            return Done.TOO_LATE;
        }
        if (handedOn.isBefore(earliest(stands))) {
            return Done.DAY_BEFORE;
        }
        var handed =
                db.sql(
                                """
                                insert into dwelling.key_handover (board_id, area_id, id, key_id, holder, firm, account_id,
                                    handed_on, handed_by, back_by_on)
                                values (framework.board_id(), (framework.area_ids())[1], :id, :key, :holder, :firm,
                                    :colleague, :handed, framework.account_id(), :back)
                                on conflict (board_id, key_id) where returned_on is null do nothing
                                """)
                        .param("id", NewId.at(clock))
                        .param("key", key.value())
                        .param("holder", to.holder().name())
                        .param("firm", to.firm())
                        .param("colleague", to.colleague() == null ? null : to.colleague().value())
                        .param("handed", handedOn)
                        .param("back", backByOn)
                        .update();
        if (handed == 0) {
            return Done.TOO_LATE;
        }
        record(apartment, key, "KEY_HANDED_OUT", Map.of("holder", to.holder().name()));
        return Done.DONE;
    }

    private static LocalDate earliest(ApartmentKey key) {
        return key.handovers().stream()
                .map(Handover::returnedOn)
                .filter(day -> day != null && day.isAfter(key.addedOn()))
                .max(java.util.Comparator.naturalOrder())
                .orElse(key.addedOn());
    }

    /// The key hangs in the cabinet again. Logged.
    @Transactional
    public Done takeBack(Actor actor, ApartmentId apartment, KeyId key, LocalDate returnedOn) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var out = find(apartment, key).out();
        if (out == null) {
            return Done.TOO_LATE;
        }
        if (returnedOn.isBefore(out.handedOn())) {
            return Done.DAY_BEFORE;
        }
        var returned =
                db.sql(
                                """
                                update dwelling.key_handover set returned_on = :on, returned_to = framework.account_id()
                                where board_id = framework.board_id() and key_id = :key and returned_on is null
                                """)
                        .param("on", returnedOn)
                        .param("key", key.value())
                        .update();
        if (returned == 0) {
            return Done.TOO_LATE;
        }
        record(apartment, key, "KEY_RETURNED", Map.of());
        return Done.DONE;
    }

    /// The board has the key no longer; who had it last stays on record. Logged.
    @Transactional
    public Done strike(
            Actor actor, ApartmentId apartment, KeyId key, LocalDate goneOn, Gone cause) {
        access.require(actor, Action.CHANGE_APARTMENT);
        var stands = find(apartment, key);
        var out = stands.out();
        if (goneOn.isBefore(out == null ? stands.addedOn() : out.handedOn())) {
            return Done.DAY_BEFORE;
        }
        var struck =
                db.sql(
                                """
                                update dwelling.apartment_key set gone_on = :on, gone_cause = :cause
                                where board_id = framework.board_id() and id = :key and gone_on is null
                                """)
                        .param("on", goneOn)
                        .param("cause", cause.name())
                        .param("key", key.value())
                        .update();
        if (struck == 0) {
            return Done.TOO_LATE;
        }
        record(apartment, key, "KEY_GONE", Map.of("cause", cause.name()));
        return Done.DONE;
    }

    private void record(ApartmentId apartment, KeyId key, String why, Map<String, String> is) {
        var fields = new LinkedHashMap<>(is);
        fields.put("key", key.toString());
        log.record(
                LogEntry.of(Action.CHANGE_APARTMENT)
                        .because(why)
                        .about(KeepingApartments.KIND, apartment.value())
                        .changing(Map.of(), fields));
    }
}
