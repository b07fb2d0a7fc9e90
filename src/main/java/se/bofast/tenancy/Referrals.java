package se.bofast.tenancy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.dwelling.ApartmentId;
import se.bofast.dwelling.ApartmentKind;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.Money;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;

/// Referrals with what was needed, offered, and has happened.
@Repository
class Referrals {

    private final JdbcClient db;
    private final Clock clock;

    Referrals(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Referral> find(ReferralId id) {
        return where("and r.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /// Every referral, the one that has waited longest first.
    List<Referral> all() {
        return where("", Map.of());
    }

    List<Referral> of(PersonId person) {
        return where("and r.person_id = :person", Map.of("person", person.value()));
    }

    List<Referral> of(Collection<PersonId> people) {
        return where(
                "and r.person_id = any (:people)",
                Map.of("people", people.stream().map(PersonId::value).toArray(UUID[]::new)));
    }

    private List<Referral> where(String condition, Map<String, ?> params) {
        record Row(
                ReferralId id,
                PersonId person,
                UnitId unit,
                @Nullable EmployeeId account,
                LocalDate referredOn,
                UUID fact,
                @Nullable LocalDate grantedOn,
                Needs needs) {}
        var rows =
                db.sql(
                                """
                                select r.id, r.person_id, r.unit_id, r.account_id, r.referred_on, f.id as fact, f.granted_on, f.kinds,
                                    f.rooms_least, f.people, f.floor_most, f.lift, f.step_free, f.wheelchair, f.not_shared,
                                    f.rent_most_ore, f.areas_wished, f.areas_avoided, f.pets, f.near_school, f.words
                                from tenancy.referral r
                                join tenancy.referral_fact f on f.board_id = r.board_id and f.referral_id = r.id
                                    and f.superseded_at is null
                                where r.board_id = framework.board_id() %s
                                """
                                                .formatted(condition)
                                        + " order by r.referred_on, r.id")
                        .params(params)
                        .query((rs, n) -> {
                            var account = rs.getObject("account_id", UUID.class);
                            return new Row(
                                    new ReferralId(rs.getObject("id", UUID.class)),
                                    new PersonId(rs.getObject("person_id", UUID.class)),
                                    new UnitId(rs.getObject("unit_id", UUID.class)),
                                    account == null ? null : new EmployeeId(account),
                                    rs.getObject("referred_on", LocalDate.class),
                                    rs.getObject("fact", UUID.class),
                                    rs.getObject("granted_on", LocalDate.class),
                                    needs(rs));
                        })
                        .list();
        var ids = rows.stream().map(row -> row.id().value()).toArray(UUID[]::new);
        var offers = offers(ids);
        var events = events(ids);
        return rows.stream()
                .map(row ->
                        new Referral(
                                row.id(),
                                row.person(),
                                row.unit(),
                                row.account(),
                                row.fact(),
                                row.grantedOn(),
                                row.needs(),
                                new Way(
                                        row.referredOn(),
                                        offers.getOrDefault(row.id(), List.of()),
                                        events.getOrDefault(row.id(), List.of()))))
                .toList();
    }

    private Map<ReferralId, List<Way.Offer>> offers(UUID[] referrals) {
        var found = new HashMap<ReferralId, List<Way.Offer>>();
        db.sql(
                        """
                        select id, referral_id, apartment_id, offered_on, answer_by_on, motivation from tenancy.offer
                        where board_id = framework.board_id() and referral_id = any (:referrals)
                        order by offered_on, id
                        """)
                .param("referrals", referrals)
                .query(rs -> {
                    found.computeIfAbsent(
                                    new ReferralId(rs.getObject("referral_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(
                                    new Way.Offer(
                                            new OfferId(rs.getObject("id", UUID.class)),
                                            new ApartmentId(
                                                    rs.getObject("apartment_id", UUID.class)),
                                            rs.getObject("offered_on", LocalDate.class),
                                            rs.getObject("answer_by_on", LocalDate.class),
                                            rs.getString("motivation")));
                });
        return found;
    }

    private Map<ReferralId, List<Way.Event>> events(UUID[] referrals) {
        var found = new HashMap<ReferralId, List<Way.Event>>();
        db.sql(
                        """
                        select id, referral_id, kind, happened_on, offer_id, lease_id, months, result, note
                        from tenancy.referral_event
                        where board_id = framework.board_id() and referral_id = any (:referrals) and withdrawn_at is null
                        order by happened_on, recorded_at, id
                        """)
                .param("referrals", referrals)
                .query(rs -> {
                    var offer = rs.getObject("offer_id", UUID.class);
                    var lease = rs.getObject("lease_id", UUID.class);
                    found.computeIfAbsent(
                                    new ReferralId(rs.getObject("referral_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(
                                    new Way.Event(
                                            rs.getObject("id", UUID.class),
                                            Way.Kind.valueOf(rs.getString("kind")),
                                            rs.getObject("happened_on", LocalDate.class),
                                            offer == null ? null : new OfferId(offer),
                                            lease == null ? null : new LeaseId(lease),
                                            rs.getObject("months", Integer.class),
                                            rs.getString("result"),
                                            rs.getString("note")));
                });
        return found;
    }

    private static Needs needs(ResultSet rs) throws SQLException {
        var rent = rs.getObject("rent_most_ore", Long.class);
        return new Needs(
                Stream.of(texts(rs.getArray("kinds")))
                        .map(ApartmentKind::valueOf)
                        .collect(Collectors.toSet()),
                rs.getObject("rooms_least", Integer.class),
                rs.getObject("people", Integer.class),
                rs.getObject("floor_most", Integer.class),
                rs.getBoolean("lift"),
                rs.getBoolean("step_free"),
                rs.getBoolean("wheelchair"),
                rs.getBoolean("not_shared"),
                rent == null ? null : new Money(rent),
                List.of(texts(rs.getArray("areas_wished"))),
                List.of(texts(rs.getArray("areas_avoided"))),
                rs.getBoolean("pets"),
                rs.getString("near_school"),
                rs.getString("words"));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    ReferralId insert(
            PersonId person, UnitId unit, @Nullable EmployeeId account, LocalDate referredOn) {
        var id = new ReferralId(NewId.at(clock));
        db.sql(
                        """
                        insert into tenancy.referral (board_id, area_id, id, person_id, unit_id, account_id, referred_on,
                            created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :unit, :account, :referred,
                            :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("person", person.value())
                .param("unit", unit.value())
                .param("account", account == null ? null : account.value())
                .param("referred", referredOn)
                .param("now", now())
                .update();
        return id;
    }

    boolean supersede(UUID fact) {
        return db.sql(
                                """
                                update tenancy.referral_fact set superseded_at = :now
                                where board_id = framework.board_id() and id = :fact and superseded_at is null
                                """)
                        .param("now", now())
                        .param("fact", fact)
                        .update()
                == 1;
    }

    void write(
            ReferralId referral,
            PersonId person,
            @Nullable LocalDate grantedOn,
            Needs needs,
            String reason) {
        db.sql(
                        """
                        insert into tenancy.referral_fact (board_id, area_id, id, referral_id, person_id, granted_on, kinds, rooms_least,
                            people, floor_most, lift, step_free, wheelchair, not_shared, rent_most_ore, areas_wished,
                            areas_avoided, pets, near_school, words, recorded_at, recorded_by, reason)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :referral, :person, :granted, :kinds, :rooms,
                            :people, :floor, :lift, :stepFree, :wheelchair, :notShared, :rent, :wished,
                            :avoided, :pets, :school, :words, :now, framework.account_id(), :reason)
                        """)
                .param("id", NewId.at(clock))
                .param("referral", referral.value())
                .param("person", person.value())
                .param("granted", grantedOn)
                .param(
                        "kinds",
                        needs.kinds().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("rooms", needs.roomsLeast())
                .param("people", needs.people())
                .param("floor", needs.floorMost())
                .param("lift", needs.lift())
                .param("stepFree", needs.stepFree())
                .param("wheelchair", needs.wheelchair())
                .param("notShared", needs.notShared())
                .param("rent", needs.rentMost() == null ? null : needs.rentMost().ore())
                .param("wished", needs.areasWished().toArray(String[]::new))
                .param("avoided", needs.areasAvoided().toArray(String[]::new))
                .param("pets", needs.pets())
                .param("school", needs.nearSchool())
                .param("words", needs.words())
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    OfferId insert(
            Referral referral,
            ApartmentId apartment,
            LocalDate offeredOn,
            LocalDate answerBy,
            String motivation) {
        var id = new OfferId(NewId.at(clock));
        db.sql(
                        """
                        insert into tenancy.offer (board_id, area_id, id, referral_id, person_id, apartment_id, offered_on,
                            answer_by_on, motivation, created_at, created_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :referral, :person, :apartment, :offered,
                            :answerBy, :motivation, :now, framework.account_id())
                        """)
                .param("id", id.value())
                .param("referral", referral.id().value())
                .param("person", referral.person().value())
                .param("apartment", apartment.value())
                .param("offered", offeredOn)
                .param("answerBy", answerBy)
                .param("motivation", motivation)
                .param("now", now())
                .update();
        return id;
    }

    /// Writes the event; `id` of the given one is not read.
    void write(Referral referral, Way.Event event) {
        db.sql(
                        """
                        insert into tenancy.referral_event (board_id, area_id, id, referral_id, person_id, offer_id, lease_id,
                            kind, happened_on, months, result, note, recorded_at, recorded_by)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :referral, :person, :offer, :lease,
                            :kind, :on, :months, :result, :note, :now, framework.account_id())
                        """)
                .param("id", event.id())
                .param("referral", referral.id().value())
                .param("person", referral.person().value())
                .param("offer", event.offer() == null ? null : event.offer().value())
                .param("lease", event.lease() == null ? null : event.lease().value())
                .param("kind", event.kind().name())
                .param("on", event.on())
                .param("months", event.months())
                .param("result", event.result())
                .param("note", event.note())
                .param("now", now())
                .update();
    }

    boolean withdraw(ReferralId referral, UUID event, String reason) {
        return db.sql(
                                """
                                update tenancy.referral_event
                                set withdrawn_at = :now, withdrawn_by = framework.account_id(), withdrawn_reason = :reason
                                where board_id = framework.board_id() and referral_id = :referral and id = :event
                                  and withdrawn_at is null
                                """)
                        .param("now", now())
                        .param("reason", reason)
                        .param("referral", referral.value())
                        .param("event", event)
                        .update()
                == 1;
    }

    UUID newId() {
        return NewId.at(clock);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
