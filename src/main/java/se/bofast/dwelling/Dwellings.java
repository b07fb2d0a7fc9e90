package se.bofast.dwelling;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.NewId;

/// Dwellings that are real. Few facts yet: where they are and whose.
@Component
public class Dwellings {

    /// @param addressKey as the person room makes it ({@code AddressText.key}), so that dwellings
    ///   and people's homes compare
    /// @param apartment the four digits of the apartment register
    public record NewDwelling(
            String addressKey,
            String street,
            @Nullable String apartment,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable LandlordId landlord) {

        public NewDwelling {
            if (addressKey.isBlank() || street.isBlank()) {
                throw new IllegalArgumentException("a dwelling has an address");
            }
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    Dwellings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The dwelling at the address; without an apartment, the one that has none said.
    @Transactional(readOnly = true)
    public Optional<DwellingId> find(String addressKey, @Nullable String apartment) {
        return db.sql(
                        """
                        select id from dwelling.dwelling
                        where board_id = framework.board_id() and address_key = :key
                          and apartment is not distinct from :apartment
                        order by id limit 1
                        """)
                .param("key", addressKey)
                .param("apartment", apartment)
                .query((rs, n) -> new DwellingId(rs.getObject("id", UUID.class)))
                .optional();
    }

    /// Finds the dwelling at the address, or adds it.
    @Transactional
    public DwellingId findOrAdd(NewDwelling dwelling) {
        var known = find(dwelling.addressKey(), dwelling.apartment());
        if (known.isPresent()) {
            return known.get();
        }
        var added =
                db.sql(
                                """
                                insert into dwelling.dwelling (board_id, area_id, id, landlord_id, street, apartment,
                                    postal_code, city, address_key, created_at)
                                values (framework.board_id(), (framework.area_ids())[1], :id, :landlord, :street, :apartment,
                                    :postalCode, :city, :key, :now)
                                on conflict do nothing
                                """)
                        .param("id", NewId.at(clock))
                        .param(
                                "landlord",
                                dwelling.landlord() == null ? null : dwelling.landlord().value())
                        .param("street", dwelling.street())
                        .param("apartment", dwelling.apartment())
                        .param("postalCode", dwelling.postalCode())
                        .param("city", dwelling.city())
                        .param("key", dwelling.addressKey())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (added > 1) {
            throw new IllegalStateException("one dwelling gave many");
        }
        return find(dwelling.addressKey(), dwelling.apartment()).orElseThrow();
    }

    /// What the register of apartments knows better of a dwelling: what it leaves out stays.
    void change(DwellingId id, ApartmentPlace place) {
        db.sql(
                        """
                        update dwelling.dwelling
                        set landlord_id = coalesce(:landlord, landlord_id), postal_code = coalesce(:postalCode, postal_code),
                            city = coalesce(:city, city), rooms = coalesce(:rooms, rooms)
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("landlord", place.landlord() == null ? null : place.landlord().value())
                .param("postalCode", place.postalCode())
                .param("city", place.city())
                .param("rooms", place.rooms())
                .param("id", id.value())
                .update();
    }

    /// The address was written wrong, and no other dwelling has the right one.
    void readdress(DwellingId id, ApartmentPlace place) {
        db.sql(
                        """
                        update dwelling.dwelling set street = :street, apartment = :apartment, address_key = :key
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("street", place.street())
                .param("apartment", place.apartment())
                .param("key", place.key())
                .param("id", id.value())
                .update();
    }
}
