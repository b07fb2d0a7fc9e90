package se.bofast.tenancy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.database.HouseEyes;
import se.bofast.dwelling.ApartmentId;

/// Which apartments somebody has been offered, whoever it is: else an apartment kept for a hidden
/// person would be offered to another.
@Component
class OfferedApartments {

    private final JdbcClient db;
    private final HouseEyes eyes;

    OfferedApartments(JdbcClient db, HouseEyes eyes) {
        this.db = db;
        this.eyes = eyes;
    }

    /// Those with an offer that is neither declined nor taken back nor moved in upon.
    Set<ApartmentId> now() {
        List<ApartmentId> found =
                eyes.open(() ->
                        db.sql(
                                        """
                                        select distinct o.apartment_id from tenancy.offer o
                                        where o.board_id = framework.board_id() and not exists (
                                            select e.id from tenancy.referral_event e
                                            where e.board_id = o.board_id and e.offer_id = o.id
                                              and e.withdrawn_at is null
                                              and e.kind in ('DECLINED', 'OFFER_WITHDRAWN', 'MOVED_IN'))
                                        """)
                                .query((rs, n) ->
                                        new ApartmentId(rs.getObject("apartment_id", UUID.class)))
                                .list());
        return Set.copyOf(found);
    }
}
