package se.bofast.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.DwellingId;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;

/// Leases with their parties and all that was ever believed of them.
@Repository
class Leases {

    /// What was believed of a lease from one moment to another.
    record Earlier(
            LeaseTerms terms, Instant recordedAt, @Nullable Instant supersededAt, String reason) {}

    private final JdbcClient db;
    private final Clock clock;

    Leases(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Also one registered by mistake. Empty where there is no lease, or nobody of it that the
    /// caller may see.
    Optional<Lease> find(LeaseId id) {
        return where("and l.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /// All leases of the board that had not ended before the day.
    List<Lease> lastingOn(LocalDate day) {
        return there("and (f.end_on is null or f.end_on >= :day)", Map.of("day", day));
    }

    List<Lease> of(PersonId person) {
        return there(
                """
                and l.id in (select p.lease_id from tenancy.lease_party p
                         where p.board_id = framework.board_id() and p.person_id = :person)
                """,
                Map.of("person", person.value()));
    }

    List<Lease> of(ApartmentId apartment) {
        return there("and l.apartment_id = :apartment", Map.of("apartment", apartment.value()));
    }

    List<Lease> of(DwellingId dwelling) {
        return there("and l.dwelling_id = :dwelling", Map.of("dwelling", dwelling.value()));
    }

    private List<Lease> there(String condition, Map<String, ?> params) {
        return where(condition, params).stream()
                .filter(lease -> !lease.terms().isByMistake())
                .toList();
    }

    /// Leases nobody of whom the caller may see are left out. The newest first.
    private List<Lease> where(String condition, Map<String, ?> params) {
        record Row(
                LeaseId id,
                UUID fact,
                DwellingId dwelling,
                @Nullable ApartmentId apartment,
                LeaseTerms terms) {}
        var rows =
                db.sql(
                                """
                                select l.id, f.id as fact, l.dwelling_id, l.apartment_id,
                                    f.tenure, f.start_on, f.until_on, f.end_on, f.end_cause, f.notice_on, f.notice_by,
                                    f.notice_ground, f.notice_last_on, f.notice_months, f.let_with_others,
                                    f.waiver_made_on, f.waiver_until, f.waiver_approved, f.landlord_told_on,
                                    f.reviewed_on, f.tenant_died_on
                                from tenancy.lease l
                                join tenancy.lease_fact f on f.board_id = l.board_id and f.lease_id = l.id
                                    and f.superseded_at is null
                                where l.board_id = framework.board_id() %s
                                """
                                                .formatted(condition)
                                        + " order by f.start_on desc, l.id")
                        .params(params)
                        .query((rs, n) -> {
                            var apartment = rs.getObject("apartment_id", UUID.class);
                            return new Row(
                                    new LeaseId(rs.getObject("id", UUID.class)),
                                    rs.getObject("fact", UUID.class),
                                    new DwellingId(rs.getObject("dwelling_id", UUID.class)),
                                    apartment == null ? null : new ApartmentId(apartment),
                                    terms(rs));
                        })
                        .list();
        var parties = parties(rows.stream().map(Row::id).toList());
        return rows.stream()
                .filter(row -> parties.containsKey(row.id()))
                .map(row ->
                        new Lease(
                                row.id(),
                                row.fact(),
                                row.dwelling(),
                                row.apartment(),
                                row.terms(),
                                parties.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<LeaseId, List<Lease.Party>> parties(Collection<LeaseId> leases) {
        var found = new HashMap<LeaseId, List<Lease.Party>>();
        if (!leases.isEmpty()) {
            db.sql(
                            """
                            select lease_id, id, person_id, start_on, end_on from tenancy.lease_party
                            where board_id = framework.board_id() and lease_id = any (:leases)
                            order by start_on, id
                            """)
                    .param("leases", ids(leases))
                    .query(rs -> {
                        found.computeIfAbsent(
                                        new LeaseId(rs.getObject("lease_id", UUID.class)),
                                        id -> new ArrayList<>())
                                .add(
                                        new Lease.Party(
                                                rs.getObject("id", UUID.class),
                                                new PersonId(rs.getObject("person_id", UUID.class)),
                                                rs.getObject("start_on", LocalDate.class),
                                                rs.getObject("end_on", LocalDate.class)));
                    });
        }
        return found;
    }

    static UUID[] ids(Collection<LeaseId> leases) {
        return leases.stream().map(LeaseId::value).toArray(UUID[]::new);
    }

    /// All that was believed, the newest first.
    List<Earlier> history(LeaseId id) {
        return db.sql(
                        """
                        select f.tenure, f.start_on, f.until_on, f.end_on, f.end_cause, f.notice_on, f.notice_by,
                            f.notice_ground, f.notice_last_on, f.notice_months, f.let_with_others, f.waiver_made_on,
                            f.waiver_until, f.waiver_approved, f.landlord_told_on, f.reviewed_on, f.tenant_died_on,
                            f.recorded_at, f.superseded_at, f.reason
                        from tenancy.lease_fact f
                        where f.board_id = framework.board_id() and f.lease_id = :id
                        order by f.recorded_at desc, f.id desc
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var until = rs.getTimestamp("superseded_at");
                    return new Earlier(
                            terms(rs),
                            rs.getTimestamp("recorded_at").toInstant(),
                            until == null ? null : until.toInstant(),
                            rs.getString("reason"));
                })
                .list();
    }

    /// The days of a lease of an apartment, also where nobody who rents may be seen.
    record Letting(LeaseId lease, LocalDate startOn, @Nullable LocalDate endOn) {}

    List<Letting> lettings(ApartmentId apartment) {
        return db.sql(
                        """
                        select lease_id, start_on, end_on from tenancy.v_lease
                        where board_id = framework.board_id() and apartment_id = :apartment
                        order by start_on
                        """)
                .param("apartment", apartment.value())
                .query((rs, n) ->
                        new Letting(
                                new LeaseId(rs.getObject("lease_id", UUID.class)),
                                rs.getObject("start_on", LocalDate.class),
                                rs.getObject("end_on", LocalDate.class)))
                .list();
    }

    /// True where an offer or a takeover led to the lease.
    boolean isOnTheWay(LeaseId lease) {
        return db.sql(
                        """
                        select exists (select e.id from tenancy.referral_event e
                                       where e.board_id = framework.board_id() and e.lease_id = :lease
                                         and e.withdrawn_at is null)
                        """)
                .param("lease", lease.value())
                .query(Boolean.class)
                .single();
    }

    /// Makes who lets the apartment wait for who is letting it.
    void lock(ApartmentId apartment) {
        db.sql(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:apartment, 12))) as held")
                .param("apartment", apartment.toString())
                .query(Integer.class)
                .single();
    }

    LeaseId insert(DwellingId dwelling, @Nullable ApartmentId apartment) {
        var id = new LeaseId(NewId.at(clock));
        db.sql(
                        """
                        insert into tenancy.lease (board_id, area_id, id, dwelling_id, apartment_id, created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :dwelling, :apartment, :now,
                            framework.account_id())
                        """)
                .param("id", id.value())
                .param("dwelling", dwelling.value())
                .param("apartment", apartment == null ? null : apartment.value())
                .param("now", now())
                .update();
        return id;
    }

    void insertParty(LeaseId lease, PersonId person, LocalDate from) {
        db.sql(
                        """
                        insert into tenancy.lease_party (board_id, area_id, id, lease_id, person_id, start_on)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :lease, :person, :from)
                        on conflict do nothing
                        """)
                .param("id", NewId.at(clock))
                .param("lease", lease.value())
                .param("person", person.value())
                .param("from", from)
                .update();
    }

    void endParty(LeaseId lease, UUID party, LocalDate last) {
        db.sql(
                        """
                        update tenancy.lease_party set end_on = :last
                        where board_id = framework.board_id() and lease_id = :lease and id = :party
                        """)
                .param("last", last)
                .param("lease", lease.value())
                .param("party", party)
                .update();
    }

    /// Supersedes the fact. False if it was superseded already: somebody else was quicker.
    boolean supersede(UUID fact) {
        return db.sql(
                                """
                                update tenancy.lease_fact set superseded_at = :now
                                where board_id = framework.board_id() and id = :fact and superseded_at is null
                                """)
                        .param("now", now())
                        .param("fact", fact)
                        .update()
                == 1;
    }

    void write(LeaseId lease, LeaseTerms terms, String reason) {
        db.sql(
                        """
                        insert into tenancy.lease_fact (board_id, area_id, id, lease_id, tenure, start_on, until_on, end_on,
                            end_cause, notice_on, notice_by, notice_ground, notice_last_on, notice_months, let_with_others,
                            waiver_made_on, waiver_until, waiver_approved, landlord_told_on, reviewed_on, tenant_died_on,
                            recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :lease, :tenure, :start, :until, :end,
                            :cause, :noticeOn, :noticeBy, :ground, :noticeLast, :months, :letWithOthers, :waiverMade,
                            :waiverUntil, :waiverApproved, :told, :reviewed, :died, :now, framework.account_id(), :reason)
                        """)
                .param("id", NewId.at(clock))
                .param("lease", lease.value())
                .param("tenure", terms.tenure().name())
                .param("start", terms.startOn())
                .param("until", terms.untilOn())
                .param("end", terms.endOn())
                .param("cause", terms.endCause() == null ? null : terms.endCause().name())
                .param("noticeOn", terms.noticeOn())
                .param("noticeBy", terms.noticeBy() == null ? null : terms.noticeBy().name())
                .param("ground", terms.noticeGround())
                .param("noticeLast", terms.noticeLastOn())
                .param("months", terms.noticeMonths())
                .param("letWithOthers", terms.letWithOthers())
                .param("waiverMade", terms.waiverMadeOn())
                .param("waiverUntil", terms.waiverUntil())
                .param("waiverApproved", terms.waiverApproved())
                .param("told", terms.landlordToldOn())
                .param("reviewed", terms.reviewedOn())
                .param("died", terms.tenantDiedOn())
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    private static LeaseTerms terms(ResultSet rs) throws SQLException {
        var cause = rs.getString("end_cause");
        var by = rs.getString("notice_by");
        return new LeaseTerms(
                Tenure.valueOf(rs.getString("tenure")),
                rs.getObject("start_on", LocalDate.class),
                rs.getObject("until_on", LocalDate.class),
                rs.getObject("end_on", LocalDate.class),
                cause == null ? null : LeaseEnd.valueOf(cause),
                rs.getObject("notice_on", LocalDate.class),
                by == null ? null : NoticeBy.valueOf(by),
                rs.getString("notice_ground"),
                rs.getObject("notice_last_on", LocalDate.class),
                rs.getObject("notice_months", Integer.class),
                rs.getObject("let_with_others", Boolean.class),
                rs.getObject("waiver_made_on", LocalDate.class),
                rs.getObject("waiver_until", LocalDate.class),
                rs.getObject("waiver_approved", Boolean.class),
                rs.getObject("landlord_told_on", LocalDate.class),
                rs.getObject("reviewed_on", LocalDate.class),
                rs.getObject("tenant_died_on", LocalDate.class));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
