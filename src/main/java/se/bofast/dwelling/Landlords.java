package se.bofast.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// The landlords of a board. Every method joins the caller's transaction, if there is one.
@Component
public class Landlords {

    /// What came of adding or renaming a landlord.
    public sealed interface Naming {

        record Named(LandlordId id) implements Naming {}

        /// A landlord in use already has the name.
        record NameTaken(LandlordId by) implements Naming {}

        /// Somebody changed it since it was read; this is how it stands now.
        record ChangedMeanwhile(Landlord now) implements Naming {}
    }

    private final JdbcClient db;
    private final Clock clock;
    private final Log log;

    Landlords(JdbcClient db, Clock clock, Log log) {
        this.db = db;
        this.clock = clock;
        this.log = log;
    }

    // ---- questions

    @Transactional(readOnly = true)
    public Optional<Landlord> find(LandlordId id) {
        return db.sql(
                        """
                        select l.id, l.name, l.kind, l.organisation_number, l.street, l.postal_code, l.city, l.phone,
                               l.email, l.note, l.version, l.created_at, l.changed_at, a.display_name, l.closed_on
                        from dwelling.landlord l
                        left join access.v_account a on a.account_id = l.changed_by
                        where l.board_id = framework.board_id() and l.id = :id
                        """)
                .param("id", id.value())
                .query(Landlords::row)
                .optional();
    }

    /// The landlord in use whose name is the same but for its form of company, capitals, marks and
    /// signs ({@link LandlordText#key}).
    @Transactional(readOnly = true)
    public Optional<LandlordId> byNameKey(String name) {
        return db.sql(
                        """
                        select id from dwelling.landlord
                        where board_id = framework.board_id() and name_key = :key and closed_on is null
                        order by id limit 1
                        """)
                .param("key", LandlordText.key(name))
                .query((rs, n) -> id(rs))
                .optional();
    }

    /// Names to show, in one query, also of closed landlords.
    @Transactional(readOnly = true)
    public Map<LandlordId, LandlordName> names(Collection<LandlordId> landlords) {
        var found = new HashMap<LandlordId, LandlordName>();
        if (!landlords.isEmpty()) {
            db.sql(
                            """
                            select id, name from dwelling.landlord
                            where board_id = framework.board_id() and id = any (:ids)
                            """)
                    .param(
                            "ids",
                            landlords.stream()
                                    .map(LandlordId::value)
                                    .distinct()
                                    .toArray(UUID[]::new))
                    .query((rs, n) -> new LandlordName(id(rs), rs.getString("name")))
                    .list()
                    .forEach(name -> found.put(name.id(), name));
        }
        return found;
    }

    /// Every landlord in use, in the order of their names, for a select.
    @Transactional(readOnly = true)
    public List<LandlordName> all() {
        return db.sql(
                        """
                        select id, name from dwelling.landlord
                        where board_id = framework.board_id() and closed_on is null
                        order by name, id
                        """)
                .query((rs, n) -> new LandlordName(id(rs), rs.getString("name")))
                .list();
    }

    // ---- changes

    /// Adds a landlord. Logged.
    @Transactional
    public Naming add(Actor actor, LandlordDetails details) {
        var id = new LandlordId(NewId.at(clock));
        var added =
                db.sql(
                                """
                                insert into dwelling.landlord (board_id, area_id, id, name, name_key, kind, organisation_number,
                                    street, postal_code, city, phone, email, note, created_at, created_by, version)
                                values (framework.board_id(), (framework.area_ids())[1], :id, :name, :key, :kind, :number,
                                    :street, :postalCode, :city, :phone, :email, :note, :now, framework.account_id(), 1)
                                on conflict (board_id, area_id, name_key) where closed_on is null do nothing
                                """)
                        .params(values(id, details))
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (added == 0) {
            return new Naming.NameTaken(byNameKey(details.name()).orElseThrow());
        }
        record(id, "LANDLORD_ADDED", Map.of(), details.fields());
        return new Naming.Named(id);
    }

    /// Changes what is known of a landlord. Logged with before and after.
    ///
    /// @param seen the version the change was made from
    /// @throws NotFound if there is no such landlord
    @Transactional
    Naming change(Actor actor, LandlordId id, int seen, LandlordDetails details) {
        var stands = find(id).orElseThrow(NotFound::new);
        var before = stands.details();
        if (before.equals(details)) {
            return new Naming.Named(id);
        }
        if (stands.version() != seen) {
            return new Naming.ChangedMeanwhile(stands);
        }
        var holder = byNameKey(details.name());
        if (holder.isPresent() && !holder.get().equals(id)) {
            return new Naming.NameTaken(holder.get());
        }
        var changed =
                db.sql(
                                """
                                update dwelling.landlord
                                set name = :name, name_key = :key, kind = :kind, organisation_number = :number,
                                    street = :street, postal_code = :postalCode, city = :city, phone = :phone,
                                    email = :email, note = :note, version = version + 1, changed_at = :now,
                                    changed_by = framework.account_id()
                                where board_id = framework.board_id() and id = :id and version = :seen
                                """)
                        .params(values(id, details))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("seen", seen)
                        .update();
        // Another saved between the look and the change.
        if (changed == 0) {
            return new Naming.ChangedMeanwhile(find(id).orElseThrow(NotFound::new));
        }
        var was = new LinkedHashMap<>(before.fields());
        var is = new LinkedHashMap<>(details.fields());
        before.fields()
                .forEach((field, value) -> {
                    if (value.equals(is.get(field))) {
                        was.remove(field);
                        is.remove(field);
                    }
                });
        record(id, "LANDLORD_CHANGED", was, is);
        return new Naming.Named(id);
    }

    /// Closes a landlord: no longer chosen for anything new. Logged.
    ///
    /// @throws NotFound if there is no such landlord in use
    @Transactional
    void close(Actor actor, LandlordId id, LocalDate closedOn) {
        var closed =
                db.sql(
                                """
                                update dwelling.landlord set closed_on = :on
                                where board_id = framework.board_id() and id = :id and closed_on is null
                                """)
                        .param("on", closedOn)
                        .param("id", id.value())
                        .update();
        if (closed == 0) {
            throw new NotFound();
        }
        record(id, "LANDLORD_CLOSED", Map.of(), Map.of("closedOn", closedOn.toString()));
    }

    /// Takes a closed landlord into use again. Logged.
    ///
    /// @throws NotFound if there is no such closed landlord
    @Transactional
    Naming reopen(Actor actor, LandlordId id) {
        var landlord = find(id).filter(one -> one.closedOn() != null).orElseThrow(NotFound::new);
        var holder = byNameKey(landlord.details().name());
        if (holder.isPresent()) {
            return new Naming.NameTaken(holder.get());
        }
        db.sql(
                        """
                        update dwelling.landlord set closed_on = null
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .update();
        record(
                id,
                "LANDLORD_REOPENED",
                Map.of("closedOn", String.valueOf(landlord.closedOn())),
                Map.of());
        return new Naming.Named(id);
    }

    /// Finds or adds a landlord in use for each of the names, in two statements: the names of a
    /// list that comes in. New ones are private companies until somebody says otherwise. Does not
    /// log: the caller records the whole batch as what it is.
    ///
    /// @return each name as given, with its landlord; names without letters are left out
    @Transactional
    public Map<String, LandlordId> ensureAll(Collection<String> names) {
        var byKey = new LinkedHashMap<String, String>();
        for (var name : names) {
            var key = LandlordText.key(name);
            if (!key.isEmpty()) {
                byKey.putIfAbsent(key, name.strip());
            }
        }
        if (byKey.isEmpty()) {
            return Map.of();
        }
        // One order for all, so that two lists at once wait for each other instead of locking up.
        var keys = byKey.keySet().stream().sorted().toArray(String[]::new);
        db.sql(
                        """
                        insert into dwelling.landlord (board_id, area_id, id, name, name_key, kind, created_at, created_by, version)
                        select framework.board_id(), (framework.area_ids())[1], g.id, g.name, g.key, 'PRIVATE', :now,
                            framework.account_id(), 1
                        from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:keys as text[]))
                            as g (id, name, key)
                        where not exists (select 1 from dwelling.landlord l
                                          where l.board_id = framework.board_id() and l.name_key = g.key
                                            and l.closed_on is null)
                        on conflict (board_id, area_id, name_key) where closed_on is null do nothing
                        """)
                .param(
                        "ids",
                        java.util.Arrays.stream(keys)
                                .map(key -> NewId.at(clock))
                                .toArray(UUID[]::new))
                .param(
                        "names",
                        java.util.Arrays.stream(keys)
                                .map(key -> byKey.getOrDefault(key, key))
                                .toArray(String[]::new))
                .param("keys", keys)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var ids = new HashMap<String, LandlordId>();
        db.sql(
                        """
                        select id, name_key from dwelling.landlord
                        where board_id = framework.board_id() and name_key = any (:keys) and closed_on is null
                        order by id desc
                        """)
                .param("keys", keys)
                .query((rs, n) -> ids.put(rs.getString("name_key"), id(rs)))
                .list();
        var found = new LinkedHashMap<String, LandlordId>();
        for (var name : names) {
            var id = ids.get(LandlordText.key(name));
            if (id != null) {
                found.put(name, id);
            }
        }
        return found;
    }

    private void record(
            LandlordId landlord, String why, Map<String, String> was, Map<String, String> is) {
        log.record(
                LogEntry.of(Action.CHANGE_LANDLORD)
                        .because(why)
                        .about(LandlordRelations.KIND, landlord.value())
                        .changing(was, is));
    }

    private static Map<String, @Nullable Object> values(LandlordId id, LandlordDetails details) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", id.value());
        values.put("name", details.name());
        values.put("key", LandlordText.key(details.name()));
        values.put("kind", details.kind().name());
        values.put("number", details.organisationNumber());
        values.put("street", details.street());
        values.put("postalCode", details.postalCode());
        values.put("city", details.city());
        values.put("phone", details.phone());
        values.put("email", details.email());
        values.put("note", details.note());
        return values;
    }

    private static LandlordId id(ResultSet rs) throws SQLException {
        return new LandlordId(rs.getObject("id", UUID.class));
    }

    static Landlord row(ResultSet rs, int n) throws SQLException {
        var changed = rs.getTimestamp("changed_at");
        return new Landlord(
                id(rs),
                new LandlordDetails(
                        rs.getString("name"),
                        LandlordKind.valueOf(rs.getString("kind")),
                        rs.getString("organisation_number"),
                        rs.getString("street"),
                        rs.getString("postal_code"),
                        rs.getString("city"),
                        rs.getString("phone"),
                        rs.getString("email"),
                        rs.getString("note")),
                rs.getInt("version"),
                rs.getTimestamp("created_at").toInstant(),
                changed == null ? null : changed.toInstant(),
                rs.getString("display_name"),
                rs.getObject("closed_on", LocalDate.class));
    }
}
