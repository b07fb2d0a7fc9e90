package se.bofast.tenancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;

/// What tenants are to pay and have paid.
@Repository
class Rents {

    /// A row of the ledger.
    ///
    /// @param withdrawnBecause null: it stands
    record Row(
            EntryId id,
            EntryKind kind,
            LocalDate on,
            Money amount,
            @Nullable String reference,
            @Nullable String note,
            Instant recordedAt,
            @Nullable String withdrawnBecause) {}

    private final JdbcClient db;
    private final Clock clock;

    Rents(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Map<LeaseId, List<RentLedger.Rent>> rents(Collection<LeaseId> leases) {
        var found = new HashMap<LeaseId, List<RentLedger.Rent>>();
        db.sql(
                        """
                        select lease_id, start_on, rent_ore from tenancy.rent
                        where board_id = framework.board_id() and lease_id = any (:leases) and superseded_at is null
                        order by start_on
                        """)
                .param("leases", Leases.ids(leases))
                .query(rs -> {
                    found.computeIfAbsent(
                                    new LeaseId(rs.getObject("lease_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(
                                    new RentLedger.Rent(
                                            rs.getObject("start_on", LocalDate.class),
                                            new Money(rs.getLong("rent_ore"))));
                });
        return found;
    }

    Map<LeaseId, List<RentLedger.Paid>> paid(Collection<LeaseId> leases) {
        var found = new HashMap<LeaseId, List<RentLedger.Paid>>();
        db.sql(
                        """
                        select lease_id, entry_on, amount_ore from tenancy.entry
                        where board_id = framework.board_id() and lease_id = any (:leases) and withdrawn_at is null
                        order by entry_on, id
                        """)
                .param("leases", Leases.ids(leases))
                .query(rs -> {
                    found.computeIfAbsent(
                                    new LeaseId(rs.getObject("lease_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(
                                    new RentLedger.Paid(
                                            rs.getObject("entry_on", LocalDate.class),
                                            new Money(rs.getLong("amount_ore"))));
                });
        return found;
    }

    /// All entries, the withdrawn too, the newest first.
    List<Row> entries(LeaseId lease) {
        return db.sql(
                        """
                        select id, kind, entry_on, amount_ore, reference, note, recorded_at, withdrawn_reason
                        from tenancy.entry
                        where board_id = framework.board_id() and lease_id = :lease
                        order by entry_on desc, id desc
                        """)
                .param("lease", lease.value())
                .query((rs, n) ->
                        new Row(
                                new EntryId(rs.getObject("id", UUID.class)),
                                EntryKind.valueOf(rs.getString("kind")),
                                rs.getObject("entry_on", LocalDate.class),
                                new Money(rs.getLong("amount_ore")),
                                rs.getString("reference"),
                                rs.getString("note"),
                                rs.getTimestamp("recorded_at").toInstant(),
                                rs.getString("withdrawn_reason")))
                .list();
    }

    Optional<LeaseId> leaseOf(EntryId entry) {
        return db.sql(
                        """
                        select lease_id from tenancy.entry where board_id = framework.board_id() and id = :id
                        """)
                .param("id", entry.value())
                .query((rs, n) -> new LeaseId(rs.getObject("lease_id", UUID.class)))
                .optional();
    }

    /// @return the row of it
    UUID setRent(LeaseId lease, LocalDate from, Money rent, String reason) {
        var id = NewId.at(clock);
        var now = now();
        db.sql(
                        """
                        update tenancy.rent set superseded_at = :now
                        where board_id = framework.board_id() and lease_id = :lease and start_on = :from
                          and superseded_at is null
                        """)
                .param("now", now)
                .param("lease", lease.value())
                .param("from", from)
                .update();
        db.sql(
                        """
                        insert into tenancy.rent (board_id, area_id, id, lease_id, start_on, rent_ore, recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :lease, :from, :rent, :now,
                            framework.account_id(), :reason)
                        """)
                .param("id", id)
                .param("lease", lease.value())
                .param("from", from)
                .param("rent", rent.ore())
                .param("now", now)
                .param("reason", reason)
                .update();
        return id;
    }

    /// The lease whose rent the row says.
    Optional<LeaseId> leaseOfRent(UUID rent) {
        return db.sql(
                        """
                        select lease_id from tenancy.rent where board_id = framework.board_id() and id = :id
                        """)
                .param("id", rent)
                .query((rs, n) -> new LeaseId(rs.getObject("lease_id", UUID.class)))
                .optional();
    }

    /// What was said of the same day before holds again.
    void takeRentBack(UUID rent) {
        var now = now();
        db.sql(
                        """
                        update tenancy.rent set superseded_at = :now
                        where board_id = framework.board_id() and id = :id and superseded_at is null
                        """)
                .param("now", now)
                .param("id", rent)
                .update();
        db.sql(
                        """
                        insert into tenancy.rent (board_id, area_id, id, lease_id, start_on, rent_ore, recorded_at, recorded_by, reason)
                        select b.board_id, b.area_id, :fresh, b.lease_id, b.start_on, b.rent_ore, :now, framework.account_id(),
                            b.reason
                        from tenancy.rent t
                        join tenancy.rent b on b.board_id = t.board_id and b.lease_id = t.lease_id
                            and b.start_on = t.start_on and b.superseded_at = t.recorded_at and b.id <> t.id
                        where t.board_id = framework.board_id() and t.id = :id
                        order by b.id desc limit 1
                        """)
                .param("fresh", NewId.at(clock))
                .param("now", now)
                .param("id", rent)
                .update();
    }

    EntryId insert(
            LeaseId lease,
            EntryKind kind,
            LocalDate on,
            Money amount,
            @Nullable String reference,
            @Nullable String note) {
        var id = new EntryId(NewId.at(clock));
        db.sql(
                        """
                        insert into tenancy.entry (board_id, area_id, id, lease_id, kind, entry_on, amount_ore, reference, note,
                            recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :lease, :kind, :on, :amount, :reference,
                            :note, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("lease", lease.value())
                .param("kind", kind.name())
                .param("on", on)
                .param("amount", amount.ore())
                .param("reference", reference)
                .param("note", note)
                .param("now", now())
                .update();
        return id;
    }

    /// False if it was withdrawn before.
    boolean withdraw(EntryId id, String reason) {
        return db.sql(
                                """
                                update tenancy.entry
                                set withdrawn_at = :now, withdrawn_by = framework.account_id(), withdrawn_reason = :reason
                                where board_id = framework.board_id() and id = :id and withdrawn_at is null
                                """)
                        .param("now", now())
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
