package se.bofast.dwelling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.FoldedText;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;
import se.bofast.kernel.NotFound;
import se.bofast.page.PageKey;
import se.bofast.page.Section;
import se.bofast.page.Slice;
import se.bofast.page.SortChoice;

/// The register of apartments as pages show it.
@Component
public class ReadingApartments {

    /// The columns a list may be sorted by.
    public static final Set<String> SORTS = Set.of("number", "street", "from");

    static final int PAGE = 50;
    private static final int MOST_WORDS = 5;

    /// One line of the list.
    ///
    /// @param rent what the board pays a month today; null: not known
    /// @param openRemarks of inspections, still to be put right
    public record Row(
            Apartment apartment,
            @Nullable String landlord,
            @Nullable String agreement,
            @Nullable Money rent,
            int openRemarks) {}

    /// What has been said of the rent.
    ///
    /// @param supersededAt when something else was said of the same day; null: it stands
    public record SaidRent(
            LocalDate startOn,
            Money rent,
            String reason,
            Instant recordedAt,
            @Nullable String recordedBy,
            @Nullable Instant supersededAt) {}

    /// An apartment with all that is shown of it.
    ///
    /// @param rents the latest day first
    /// @param together how many the board rents together today
    public record View(
            Apartment apartment,
            @Nullable String landlord,
            @Nullable Agreement agreement,
            @Nullable Money rentToday,
            List<SaidRent> rents,
            int together,
            List<ApartmentRoom> rooms,
            List<ApartmentKey> keys,
            List<Inspections.Line> inspections,
            List<Section> sections,
            boolean mayChange) {}

    private final JdbcClient db;
    private final Apartments apartments;
    private final Landlords landlords;
    private final Agreements agreements;
    private final KeepingKeys keys;
    private final Inspections inspections;
    private final ObjectProvider<ApartmentSection> sections;
    private final Access access;
    private final Log log;
    private final Clock clock;

    ReadingApartments(
            JdbcClient db,
            Apartments apartments,
            Landlords landlords,
            Agreements agreements,
            KeepingKeys keys,
            Inspections inspections,
            ObjectProvider<ApartmentSection> sections,
            Access access,
            Log log,
            Clock clock) {
        this.db = db;
        this.apartments = apartments;
        this.landlords = landlords;
        this.agreements = agreements;
        this.keys = keys;
        this.inspections = inspections;
        this.sections = sections;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// The page of one apartment, with what other rooms add to it.
    ///
    /// @throws NotFound if there is no such apartment
    @Transactional
    public View whole(Actor actor, ApartmentId id) {
        access.require(actor, Action.SEE_APARTMENTS);
        return view(
                actor,
                id,
                sections.stream()
                        .sorted(Comparator.comparingInt(ApartmentSection::order))
                        .flatMap(source -> source.section(actor, id).stream())
                        .toList());
    }

    /// The same without other rooms' parts, for a form that changes it.
    ///
    /// @throws NotFound if there is no such apartment
    @Transactional
    public View toChange(Actor actor, ApartmentId id) {
        access.require(actor, Action.CHANGE_APARTMENT);
        return view(actor, id, List.of());
    }

    /// The same without other rooms' parts, for a page of a part of it.
    ///
    /// @throws NotFound if there is no such apartment
    @Transactional
    public View part(Actor actor, ApartmentId id) {
        access.require(actor, Action.SEE_APARTMENTS);
        return view(actor, id, List.of());
    }

    private View view(Actor actor, ApartmentId id, List<Section> added) {
        var apartment = apartments.find(id).orElseThrow(NotFound::new);
        var today = HouseClock.today(clock);
        log.record(LogEntry.of(Action.SEE_APARTMENTS).about(KeepingApartments.KIND, id.value()));
        var owner = apartment.place().landlord();
        var under = apartment.details().agreement();
        return new View(
                apartment,
                owner == null
                        ? null
                        : landlords.find(owner).map(one -> one.details().name()).orElse(null),
                under == null ? null : agreements.find(under).orElse(null),
                apartments.rentOn(id, today).orElse(null),
                rents(id),
                apartments.heldTogether(id, today),
                apartments.rooms(id),
                keys.of(id),
                inspections.of(id),
                added,
                access.allows(actor, Action.CHANGE_APARTMENT));
    }

    private List<SaidRent> rents(ApartmentId id) {
        return db.sql(
                        """
                        select r.start_on, r.rent_ore, r.reason, r.recorded_at, c.display_name, r.superseded_at
                        from dwelling.apartment_rent r
                        left join access.v_account c on c.account_id = r.recorded_by
                        where r.board_id = framework.board_id() and r.apartment_id = :id
                        order by r.start_on desc, r.recorded_at desc, r.id desc
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var superseded = rs.getTimestamp("superseded_at");
                    return new SaidRent(
                            rs.getObject("start_on", LocalDate.class),
                            new Money(rs.getLong("rent_ore")),
                            rs.getString("reason"),
                            rs.getTimestamp("recorded_at").toInstant(),
                            rs.getString("display_name"),
                            superseded == null ? null : superseded.toInstant());
                })
                .list();
    }

    private static final String LIST =
            """
            select r.*, l.name as landlord, g.name as agreement,
                   (select t.rent_ore from dwelling.apartment_rent t
                    where t.board_id = framework.board_id() and t.apartment_id = r.id and t.superseded_at is null
                      and t.start_on <= :today
                    order by t.start_on desc limit 1) as rent_ore,
                   (select count(*) from dwelling.inspection_remark m
                    join dwelling.inspection i on i.board_id = m.board_id and i.id = m.inspection_id
                    where i.board_id = framework.board_id() and i.apartment_id = r.id and m.withdrawn_at is null
                      and m.state in ('DAMAGE', 'ACTION') and m.mended_on is null) as open_remarks
            from (select a.id, a.dwelling_id, a.agreement_id, a.number, a.kind, a.floor, a.lift, a.step_free, a.wheelchair,
                         a.square_metres, a.most_people, a.shared, a.start_on, a.end_on, a.end_cause, a.note, a.version,
                         d.street, d.apartment, d.postal_code, d.city, d.rooms, d.landlord_id
                  from dwelling.apartment a
                  join dwelling.dwelling d on d.board_id = a.board_id and d.id = a.dwelling_id
                  where a.board_id = framework.board_id() and a.end_cause is distinct from 'MISTAKE' %s
                  order by %s
                  limit :limit) r
            left join dwelling.landlord l on l.board_id = framework.board_id() and l.id = r.landlord_id
            left join dwelling.agreement g on g.board_id = framework.board_id() and g.id = r.agreement_id
            order by %s
            """;

    /// One page of the register.
    @Transactional
    public Slice<Row> list(
            Actor actor, ApartmentFilter filter, SortChoice sort, Optional<PageKey> from) {
        access.require(actor, Action.SEE_APARTMENTS);
        log.record(LogEntry.of(Action.SEE_APARTMENTS));
        var today = HouseClock.today(clock);
        var parameters = new HashMap<String, Object>();
        var where = where(filter, parameters);
        var key = from.flatMap(ReadingApartments::id);
        var start = key.isPresent() ? from : Optional.<PageKey>empty();
        var backward = start.map(PageKey::backward).orElse(false);
        var descending = sort.descending() != backward;
        var column =
                switch (sort.column()) {
                    case "street" -> "d.street";
                    case "from" -> "a.start_on";
                    default -> "a.number";
                };
        // An address may tell where somebody lives, so the key is an id alone.
        if (key.isPresent()) {
            parameters.put("key", key.get());
            where +=
                    """
                     and (%1$s, a.id) %2$s (select %3$s, k.id from dwelling.apartment k
                                            join dwelling.dwelling e on e.board_id = k.board_id and e.id = k.dwelling_id
                                            where k.board_id = framework.board_id() and k.id = :key)
                    """
                            .formatted(
                                    column,
                                    descending ? "<" : ">",
                                    column.replace("a.", "k.").replace("d.", "e."));
        }
        var direction = descending ? "desc" : "asc";
        var rows =
                db.sql(
                                LIST.formatted(
                                        where,
                                        "%1$s %2$s, a.id %2$s".formatted(column, direction),
                                        "%1$s %2$s, r.id %2$s"
                                                .formatted(
                                                        column.replaceFirst("^[ad]\\.", "r."),
                                                        direction)))
                        .params(parameters)
                        .param("today", today)
                        .param("limit", PAGE + 1)
                        .query((rs, n) -> {
                            var rent = rs.getObject("rent_ore", Long.class);
                            return new Row(
                                    Apartments.row(rs, n),
                                    rs.getString("landlord"),
                                    rs.getString("agreement"),
                                    rent == null ? null : new Money(rent),
                                    rs.getInt("open_remarks"));
                        })
                        .list();
        return Slice.of(rows, PAGE, start, row -> List.of(row.apartment().id().toString()));
    }

    private static String where(ApartmentFilter filter, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        conditions.add(
                switch (filter.held()) {
                    case NOW -> "a.start_on <= :today and (a.end_on is null or a.end_on >= :today)";
                    case COMING -> "a.start_on > :today";
                    case ENDED -> "a.end_on < :today";
                });
        if (filter.kind() != null) {
            conditions.add("a.kind = :kind");
            parameters.put("kind", filter.kind().name());
        }
        if (filter.landlord() != null) {
            conditions.add("d.landlord_id = :landlord");
            parameters.put("landlord", filter.landlord().value());
        }
        if (filter.agreement() != null) {
            conditions.add("a.agreement_id = :agreement");
            parameters.put("agreement", filter.agreement().value());
        }
        if (filter.words() != null) {
            // A board holds hundreds of apartments: all may be looked through, so that any part of
            // an address finds it.
            var words =
                    FoldedText.of(filter.words())
                            .replaceAll("[^\\p{L}\\p{Nd}-]+", " ")
                            .strip()
                            .split(" ", MOST_WORDS);
            for (var n = 0; n < words.length; n++) {
                conditions.add(
                        """
                        strpos(d.address_key || ' ' || coalesce(d.apartment, '') || ' ' || lower(a.number), :word%d) > 0
                        """
                                .formatted(n)
                                .strip());
                parameters.put("word" + n, words[n]);
            }
        }
        return " and " + String.join(" and ", conditions);
    }

    /// How many there are of each kind today, the most first.
    @Transactional(readOnly = true)
    public Map<ApartmentKind, Integer> kinds(Actor actor) {
        access.require(actor, Action.SEE_APARTMENTS);
        var kinds = new java.util.LinkedHashMap<ApartmentKind, Integer>();
        db.sql(
                        """
                        select a.kind, count(*) as held from dwelling.apartment a
                        where a.board_id = framework.board_id() and a.end_cause is distinct from 'MISTAKE'
                          and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                        group by a.kind
                        order by count(*) desc, a.kind
                        """)
                .param("today", HouseClock.today(clock))
                .query((rs, n) ->
                        kinds.put(ApartmentKind.valueOf(rs.getString("kind")), rs.getInt("held")))
                .list();
        return kinds;
    }

    private static Optional<UUID> id(PageKey key) {
        try {
            return key.values().size() == 1
                    ? Optional.of(UUID.fromString(key.values().getFirst()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
