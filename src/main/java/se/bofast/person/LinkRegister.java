package se.bofast.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people of an area as they are to be compared, also protected ones.
@Component
class LinkRegister {

    /// @param hidden those whom the house never links by itself
    record Register(List<LinkRecord> records, Set<UUID> hidden) {}

    private final JdbcClient db;

    LinkRegister(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Register read() {
        var hidden = new HashSet<UUID>();
        var records = new ArrayList<LinkRecord>();
        db.sql(
                        """
                        select i.person_id, i.given_name, i.family_name, i.birth_on, i.sex, i.number, i.protection,
                               a.address_key, a.care_of, a.postal_code, a.city, e.numbers
                        from person.identity i
                        left join person.address a on a.board_id = i.board_id and a.person_id = i.person_id
                            and a.kind = 'HOME' and a.superseded_at is null
                        left join (
                            select board_id, person_id, array_agg(distinct number) as numbers
                            from person.identity
                            where superseded_at is not null and number_kind = 'COORDINATION'
                            group by board_id, person_id
                        ) e on e.board_id = i.board_id and e.person_id = i.person_id
                        where i.board_id = framework.board_id() and i.superseded_at is null
                        order by i.person_id
                        """)
                .query((ResultSet rs, int n) -> {
                    if (Protection.valueOf(rs.getString("protection")).hides()) {
                        hidden.add(rs.getObject("person_id", UUID.class));
                    }
                    return records.add(record(rs));
                })
                .list();
        return new Register(records, hidden);
    }

    private static LinkRecord record(ResultSet rs) throws SQLException {
        var birth = rs.getObject("birth_on", LocalDate.class);
        var numbers = rs.getArray("numbers");
        return new LinkRecord(
                rs.getObject("person_id", UUID.class),
                rs.getString("given_name"),
                rs.getString("family_name"),
                birth == null ? null : birth.format(DateTimeFormatter.BASIC_ISO_DATE),
                rs.getString("number"),
                numbers == null ? List.of() : List.of((String[]) numbers.getArray()),
                rs.getString("address_key"),
                null,
                rs.getString("care_of"),
                rs.getString("postal_code"),
                rs.getString("city"),
                People.sex(rs.getString("sex")));
    }
}
