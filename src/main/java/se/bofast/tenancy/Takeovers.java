package se.bofast.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When it was considered whether the tenant of a lease can take it over.
@Repository
class Takeovers {

    private final JdbcClient db;

    Takeovers(JdbcClient db) {
        this.db = db;
    }

    /// The control point at nine months, or the meeting with the landlord: the first of both.
    @Nullable LocalDate checkedOn(LeaseId lease) {
        return db.sql(
                        """
                        select min(e.happened_on) from tenancy.referral_event m
                        join tenancy.referral_event e on e.board_id = m.board_id and e.referral_id = m.referral_id
                        where m.board_id = framework.board_id() and m.lease_id = :lease and m.kind = 'MOVED_IN'
                          and m.withdrawn_at is null and e.withdrawn_at is null
                          and (e.kind = 'CONTROL_POINT' and e.months = 9 or e.kind = 'LANDLORD_MEETING')
                        having min(e.happened_on) is not null
                        """)
                .param("lease", lease.value())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
