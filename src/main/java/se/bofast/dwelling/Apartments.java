package se.bofast.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.Money;

/// The apartments of a board. What was registered by mistake is found by its id only. Every method
/// joins the caller's transaction, if there is one; the caller has required the action and logs.
@Component
public class Apartments {

    /// What the board pays for the apartment a month, from the day.
    public record Rent(LocalDate startOn, Money rent) {}

    static final String COLUMNS =
            """
            select a.id, a.dwelling_id, a.agreement_id, a.number, a.kind, a.floor, a.lift, a.step_free, a.wheelchair,
                   a.square_metres, a.most_people, a.shared, a.start_on, a.end_on, a.end_cause, a.note, a.version,
                   d.street, d.apartment, d.postal_code, d.city, d.rooms, d.landlord_id
            from dwelling.apartment a
            join dwelling.dwelling d on d.board_id = a.board_id and d.id = a.dwelling_id
            """;

    private final JdbcClient db;

    Apartments(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Apartment> find(ApartmentId id) {
        return db.sql(
                        COLUMNS
                                + """
                                where a.board_id = framework.board_id() and a.id = :id
                                """)
                .param("id", id.value())
                .query(Apartments::row)
                .optional();
    }

    /// Several at once, by their ids; those there are.
    @Transactional(readOnly = true)
    public Map<ApartmentId, Apartment> find(Collection<ApartmentId> ids) {
        var found = new LinkedHashMap<ApartmentId, Apartment>();
        if (!ids.isEmpty()) {
            db.sql(
                            COLUMNS
                                    + """
                                    where a.board_id = framework.board_id() and a.id = any (:ids)
                                    order by a.number, a.id
                                    """)
                    .param(
                            "ids",
                            ids.stream().map(ApartmentId::value).distinct().toArray(UUID[]::new))
                    .query(Apartments::row)
                    .list()
                    .forEach(apartment -> found.put(apartment.id(), apartment));
        }
        return found;
    }

    /// The one held that day in which a person sleeps whose stay names the dwelling.
    @Transactional(readOnly = true)
    public Optional<Apartment> of(DwellingId dwelling, LocalDate day) {
        return db.sql(
                        COLUMNS
                                + """
                                where a.board_id = framework.board_id() and a.dwelling_id = :dwelling
                                  and a.end_cause is distinct from 'MISTAKE'
                                  and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                                """)
                .param("dwelling", dwelling.value())
                .param("day", day)
                .query(Apartments::row)
                .optional();
    }

    /// All of a landlord's, held now and before, the held first.
    @Transactional(readOnly = true)
    public List<Apartment> of(LandlordId landlord) {
        return db.sql(
                        COLUMNS
                                + """
                                where a.board_id = framework.board_id() and d.landlord_id = :landlord
                                  and a.end_cause is distinct from 'MISTAKE'
                                order by a.end_on desc nulls first, a.number, a.id
                                """)
                .param("landlord", landlord.value())
                .query(Apartments::row)
                .list();
    }

    /// All under an agreement, held now and before, the held first.
    @Transactional(readOnly = true)
    public List<Apartment> of(AgreementId agreement) {
        return db.sql(
                        COLUMNS
                                + """
                                where a.board_id = framework.board_id() and a.agreement_id = :agreement
                                  and a.end_cause is distinct from 'MISTAKE'
                                order by a.end_on desc nulls first, a.number, a.id
                                """)
                .param("agreement", agreement.value())
                .query(Apartments::row)
                .list();
    }

    /// All the board holds that day, in the order of their numbers.
    @Transactional(readOnly = true)
    public List<Apartment> heldOn(LocalDate day) {
        return db.sql(
                        COLUMNS
                                + """
                                where a.board_id = framework.board_id() and a.end_cause is distinct from 'MISTAKE'
                                  and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                                order by a.number, a.id
                                """)
                .param("day", day)
                .query(Apartments::row)
                .list();
    }

    /// The apartment in use that has the number.
    @Transactional(readOnly = true)
    public Optional<ApartmentId> byNumber(String number) {
        return db.sql(
                        """
                        select a.id from dwelling.apartment a
                        where a.board_id = framework.board_id() and a.number = :number and a.end_on is null
                        order by a.id limit 1
                        """)
                .param("number", number.strip())
                .query((rs, n) -> new ApartmentId(rs.getObject("id", UUID.class)))
                .optional();
    }

    /// The one held that day under the number, also if it is not any longer.
    @Transactional(readOnly = true)
    public Optional<Apartment> byNumber(String number, LocalDate day) {
        return db.sql(
                        COLUMNS
                                + """
                                where a.board_id = framework.board_id() and a.number = :number
                                  and a.end_cause is distinct from 'MISTAKE'
                                  and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                                order by a.end_on desc nulls first, a.id limit 1
                                """)
                .param("number", number.strip())
                .param("day", day)
                .query(Apartments::row)
                .optional();
    }

    /// How many apartments the board holds under agreements that day, all in all.
    @Transactional(readOnly = true)
    public int heldUnderAgreements(LocalDate day) {
        return db.sql(
                        """
                        select count(*) from dwelling.apartment a
                        where a.board_id = framework.board_id() and a.agreement_id is not null
                          and a.end_cause is distinct from 'MISTAKE'
                          and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                        """)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// How many apartments the board rents together with this one that day, itself among them:
    /// those held under the same agreement, one where there is none. From three on, the first two
    /// years give no exception from the tenant's security of tenure (JB 12 kap. 45 § 2 st.).
    ///
    /// @return 0 if the board does not hold the apartment that day
    @Transactional(readOnly = true)
    public int heldTogether(ApartmentId id, LocalDate day) {
        return db.sql(
                        """
                        select count(*) from dwelling.apartment a
                        join dwelling.apartment t on t.board_id = a.board_id
                            and (t.id = a.id or t.agreement_id = a.agreement_id)
                            and t.end_cause is distinct from 'MISTAKE'
                            and t.start_on <= :day and (t.end_on is null or t.end_on >= :day)
                        where a.board_id = framework.board_id() and a.id = :id and a.end_cause is distinct from 'MISTAKE'
                          and a.start_on <= :day and (a.end_on is null or a.end_on >= :day)
                        """)
                .param("id", id.value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /// What the board pays the landlord that day; empty where nothing is said.
    @Transactional(readOnly = true)
    public Optional<Money> rentOn(ApartmentId id, LocalDate day) {
        Rent last = null;
        for (var rent : rents(id)) {
            if (!rent.startOn().isAfter(day)) {
                last = rent;
            }
        }
        return Optional.ofNullable(last).map(Rent::rent);
    }

    /// The rents believed now, the earliest first; each until the next.
    @Transactional(readOnly = true)
    public List<Rent> rents(ApartmentId id) {
        return db.sql(
                        """
                        select start_on, rent_ore from dwelling.apartment_rent
                        where board_id = framework.board_id() and apartment_id = :id and superseded_at is null
                        order by start_on
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new Rent(
                                rs.getObject("start_on", LocalDate.class),
                                new Money(rs.getLong("rent_ore"))))
                .list();
    }

    /// The rooms of a shared apartment in use that day, by name.
    @Transactional(readOnly = true)
    public List<ApartmentRoom> rooms(ApartmentId id, LocalDate day) {
        return rooms(id).stream()
                .filter(room ->
                        !day.isBefore(room.startOn())
                                && (room.endOn() == null || !day.isAfter(room.endOn())))
                .toList();
    }

    List<ApartmentRoom> rooms(ApartmentId id) {
        return new ArrayList<>(
                db.sql(
                                """
                                select id, name, square_metres, most_people, start_on, end_on, version
                                from dwelling.apartment_room
                                where board_id = framework.board_id() and apartment_id = :id
                                order by end_on desc nulls first, name, id
                                """)
                        .param("id", id.value())
                        .query((rs, n) ->
                                new ApartmentRoom(
                                        new ApartmentRoom.RoomId(rs.getObject("id", UUID.class)),
                                        rs.getString("name"),
                                        rs.getObject("square_metres", Integer.class),
                                        rs.getInt("most_people"),
                                        rs.getObject("start_on", LocalDate.class),
                                        rs.getObject("end_on", LocalDate.class),
                                        rs.getInt("version")))
                        .list());
    }

    static Apartment row(ResultSet rs, int n) throws SQLException {
        var cause = rs.getString("end_cause");
        var landlord = rs.getObject("landlord_id", UUID.class);
        return new Apartment(
                new ApartmentId(rs.getObject("id", UUID.class)),
                new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                new ApartmentPlace(
                        rs.getString("street"),
                        rs.getString("apartment"),
                        rs.getString("postal_code"),
                        rs.getString("city"),
                        rs.getObject("rooms", Integer.class),
                        landlord == null ? null : new LandlordId(landlord)),
                new ApartmentDetails(
                        rs.getString("number"),
                        ApartmentKind.valueOf(rs.getString("kind")),
                        agreement(rs.getObject("agreement_id", UUID.class)),
                        rs.getObject("floor", Integer.class),
                        rs.getObject("lift", Boolean.class),
                        rs.getObject("step_free", Boolean.class),
                        rs.getObject("wheelchair", Boolean.class),
                        rs.getObject("square_metres", Integer.class),
                        rs.getObject("most_people", Integer.class),
                        rs.getBoolean("shared"),
                        rs.getString("note")),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class),
                cause == null ? null : ApartmentEnd.valueOf(cause),
                rs.getInt("version"));
    }

    private static @Nullable AgreementId agreement(@Nullable UUID id) {
        return id == null ? null : new AgreementId(id);
    }
}
