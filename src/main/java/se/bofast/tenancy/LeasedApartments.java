package se.bofast.tenancy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.database.HouseEyes;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentUse;

/// Which apartments have been let, offered or paid for, whoever it was: a list that made them is
/// not taken back under them.
@Component
class LeasedApartments implements ApartmentUse {

    private final JdbcClient db;
    private final HouseEyes eyes;

    LeasedApartments(JdbcClient db, HouseEyes eyes) {
        this.db = db;
        this.eyes = eyes;
    }

    @Override
    public Set<ApartmentId> used(Collection<ApartmentId> apartments) {
        List<ApartmentId> found =
                eyes.open(() ->
                        db.sql(
                                        """
                                        select l.apartment_id from tenancy.v_lease l
                                        where l.board_id = framework.board_id() and l.apartment_id = any (:apartments)
                                        union
                                        select o.apartment_id from tenancy.offer o
                                        where o.board_id = framework.board_id() and o.apartment_id = any (:apartments)
                                        union
                                        select p.apartment_id from tenancy.landlord_payment p
                                        where p.board_id = framework.board_id() and p.apartment_id = any (:apartments)
                                          and p.withdrawn_at is null
                                        """)
                                .param(
                                        "apartments",
                                        apartments.stream()
                                                .map(ApartmentId::value)
                                                .toArray(UUID[]::new))
                                .query((rs, n) ->
                                        new ApartmentId(rs.getObject("apartment_id", UUID.class)))
                                .list());
        return new HashSet<>(found);
    }
}
