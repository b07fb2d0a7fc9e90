package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people of an area as they are to be compared, also protected ones.
@Component
class LinkRegister {

    /// @param hidden those whom the house never links by itself: the protected and the nameless
    record Register(List<LinkRecord> records, Set<UUID> hidden) {}

    private final JdbcClient db;

    LinkRegister(JdbcClient db) {
        this.db = db;
    }

    private record Home(
            String key,
            @Nullable String careOf,
            @Nullable String postcode,
            @Nullable String city) {}

    /// Three scans that are joined here: in a register that has just grown, the planner knows too
    /// little of the tables and joined them row by row, for many minutes.
    @Transactional(readOnly = true)
    public Register read() {
        var homes = homes();
        var former = former();
        var hidden = new HashSet<UUID>();
        var records = new ArrayList<LinkRecord>();
        db.sql(
                        """
                        select person_id, given_name, family_name, birth_on, sex, protection,
                               case when number_kind <> 'RESERVE' then number end as number
                        from person.identity
                        where board_id = framework.board_id() and superseded_at is null
                        """)
                .query((ResultSet rs, int n) -> {
                    var id = rs.getObject("person_id", UUID.class);
                    if (Protection.valueOf(rs.getString("protection")).hides() || nameless(rs)) {
                        hidden.add(id);
                    }
                    return records.add(
                            record(rs, id, homes.get(id), former.getOrDefault(id, List.of())));
                })
                .list();
        records.sort(Comparator.comparing(LinkRecord::id));
        return new Register(records, hidden);
    }

    /// What two rows without a name share is a home, and others live there too.
    private static boolean nameless(ResultSet rs) throws SQLException {
        return rs.getString("given_name").isEmpty()
                && rs.getString("family_name").isEmpty()
                && rs.getString("number") == null;
    }

    private Map<UUID, Home> homes() {
        var homes = new HashMap<UUID, Home>();
        db.sql(
                        """
                        select person_id, address_key, care_of, postal_code, city from person.address
                        where board_id = framework.board_id() and kind = 'HOME' and superseded_at is null
                        """)
                .query((ResultSet rs, int n) ->
                        homes.put(
                                        rs.getObject("person_id", UUID.class),
                                        new Home(
                                                rs.getString("address_key"),
                                                rs.getString("care_of"),
                                                rs.getString("postal_code"),
                                                rs.getString("city")))
                                == null)
                .list();
        return homes;
    }

    private Map<UUID, List<String>> former() {
        var former = new HashMap<UUID, List<String>>();
        db.sql(
                        """
                        select person_id, number from person.identity
                        where board_id = framework.board_id() and superseded_at is not null
                          and (number_kind = 'COORDINATION' or number_kind = 'PERSONAL' and number_until_on is not null)
                        """)
                .query((ResultSet rs, int n) ->
                        former.computeIfAbsent(
                                        rs.getObject("person_id", UUID.class),
                                        id -> new ArrayList<>())
                                .add(rs.getString("number")))
                .list();
        return former;
    }

    private static LinkRecord record(
            ResultSet rs, UUID id, @Nullable Home home, List<String> former) throws SQLException {
        var birth = rs.getObject("birth_on", LocalDate.class);
        return new LinkRecord(
                id,
                rs.getString("given_name"),
                rs.getString("family_name"),
                birth == null ? null : birth.format(DateTimeFormatter.BASIC_ISO_DATE),
                rs.getString("number"),
                former,
                home == null ? null : home.key(),
                null,
                home == null ? null : home.careOf(),
                home == null ? null : home.postcode(),
                home == null ? null : home.city(),
                People.sex(rs.getString("sex")));
    }
}
