package se.bofast.dwelling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NotFound;
import se.bofast.page.PageKey;
import se.bofast.page.Section;
import se.bofast.page.Slice;
import se.bofast.page.SortChoice;

/// The register of landlords as pages show it.
@Component
public class ReadingLandlords {

    /// The columns a list may be sorted by.
    public static final Set<String> SORTS = Set.of("name", "created");

    static final int PAGE = 50;
    private static final int MOST_WORDS = 5;

    /// One line of the list.
    ///
    /// @param contact somebody one talks to there; null where nobody is known
    public record Row(
            LandlordId id,
            String name,
            LandlordKind kind,
            @Nullable String city,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String contact,
            Instant createdAt,
            boolean toComplete) {}

    /// A landlord with all that is shown of it.
    public record View(
            Landlord landlord,
            List<LandlordContact> contacts,
            List<Section> sections,
            boolean mayChange) {

        /// Nobody knows yet how to reach it.
        public boolean isToComplete() {
            var d = landlord.details();
            return landlord.closedOn() == null
                    && d.phone() == null
                    && d.email() == null
                    && contacts.stream().noneMatch(LandlordContact::isInUse);
        }

        /// @throws NotFound if the landlord has no such contact
        public LandlordContact contact(UUID id) {
            return contacts.stream()
                    .filter(one -> one.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(NotFound::new);
        }
    }

    private final JdbcClient db;
    private final Landlords landlords;
    private final LandlordContacts contacts;
    private final List<LandlordSection> sections;
    private final Access access;
    private final Log log;

    ReadingLandlords(
            JdbcClient db,
            Landlords landlords,
            LandlordContacts contacts,
            List<LandlordSection> sections,
            Access access,
            Log log) {
        this.db = db;
        this.landlords = landlords;
        this.contacts = contacts;
        this.sections = sections;
        this.access = access;
        this.log = log;
    }

    /// The page of one landlord, with what other rooms add to it.
    ///
    /// @throws NotFound if there is no such landlord
    @Transactional
    public View whole(Actor actor, LandlordId id) {
        access.require(
                actor, Action.SEE_LANDLORDS, new Subject(LandlordRelations.KIND, id.value()));
        return view(
                actor,
                id,
                sections.stream()
                        .sorted(Comparator.comparingInt(LandlordSection::order))
                        .flatMap(source -> source.section(actor, id).stream())
                        .toList());
    }

    /// The same without other rooms' parts, for a form that changes it.
    ///
    /// @throws NotFound if there is no such landlord
    @Transactional
    public View toChange(Actor actor, LandlordId id) {
        access.require(
                actor, Action.CHANGE_LANDLORD, new Subject(LandlordRelations.KIND, id.value()));
        return view(actor, id, List.of());
    }

    private View view(Actor actor, LandlordId id, List<Section> added) {
        var landlord = landlords.find(id).orElseThrow(NotFound::new);
        var of = contacts.of(id);
        log.record(LogEntry.of(Action.SEE_LANDLORDS).about(LandlordRelations.KIND, id.value()));
        return new View(landlord, of, added, access.allows(actor, Action.CHANGE_LANDLORD));
    }

    /// One page of the register.
    @Transactional
    public Slice<Row> list(
            Actor actor, LandlordFilter filter, SortChoice sort, Optional<PageKey> from) {
        access.require(actor, Action.SEE_LANDLORDS);
        log.record(LogEntry.of(Action.SEE_LANDLORDS));
        var parameters = new HashMap<String, Object>();
        var where = where(filter, parameters);
        var key = from.flatMap(ReadingLandlords::id);
        var start = key.isPresent() ? from : Optional.<PageKey>empty();
        var backward = start.map(PageKey::backward).orElse(false);
        var descending = sort.descending() != backward;
        var column = sort.column().equals("created") ? "l.created_at" : "l.name";
        // The key is an id alone, for a name may be a person's: the row it names says the rest.
        if (key.isPresent()) {
            parameters.put("key", key.get());
            where +=
                    """
                     and (%1$s, l.id) %2$s (select %3$s, k.id from dwelling.landlord k
                                            where k.board_id = framework.board_id() and k.id = :key)
                    """
                            .formatted(column, descending ? "<" : ">", column.replace("l.", "k."));
        }
        var direction = descending ? "desc" : "asc";
        var rows =
                db.sql(
                                LIST.formatted(
                                        UNREACHABLE,
                                        where,
                                        "%1$s %2$s, l.id %2$s".formatted(column, direction),
                                        "%1$s %2$s, r.id %2$s"
                                                .formatted(column.replace("l.", "r."), direction)))
                        .params(parameters)
                        .param("limit", PAGE + 1)
                        .query((rs, n) ->
                                new Row(
                                        new LandlordId(rs.getObject("id", UUID.class)),
                                        rs.getString("name"),
                                        LandlordKind.valueOf(rs.getString("kind")),
                                        rs.getString("city"),
                                        rs.getString("phone"),
                                        rs.getString("email"),
                                        rs.getString("contact"),
                                        rs.getTimestamp("created_at").toInstant(),
                                        rs.getBoolean("to_complete")))
                        .list();
        return Slice.of(rows, PAGE, start, row -> List.of(row.id().toString()));
    }

    private static final String UNREACHABLE =
            """
            l.closed_on is null and l.phone is null and l.email is null
            and not exists (select 1 from dwelling.landlord_contact u
                            where u.board_id = framework.board_id() and u.landlord_id = l.id and u.ended_on is null)
            """;

    private static final String LIST =
            """
            select r.id, r.name, r.kind, r.city, r.phone, r.email, r.created_at, r.to_complete,
                   (select c.name from dwelling.landlord_contact c
                    where c.board_id = framework.board_id() and c.landlord_id = r.id and c.ended_on is null
                    order by c.name, c.id limit 1) as contact
            from (select l.*, (%s) as to_complete
                  from dwelling.landlord l
                  where l.board_id = framework.board_id() %s
                  order by %s
                  limit :limit) r
            order by %s
            """;

    private static final String COUNT =
            """
            select count(*) from dwelling.landlord l
            where l.board_id = framework.board_id() %s
            """;

    private static String where(LandlordFilter filter, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        conditions.add(
                switch (filter.state()) {
                    case IN_USE -> "l.closed_on is null";
                    case TO_COMPLETE -> UNREACHABLE;
                    case CLOSED -> "l.closed_on is not null";
                });
        if (filter.kind() != null) {
            conditions.add("l.kind = :kind");
            parameters.put("kind", filter.kind().name());
        }
        if (filter.words() != null) {
            // A board has hundreds of landlords, seldom thousands: their keys may all be looked
            // through, so that any word of a name finds it.
            var words = LandlordText.key(filter.words()).split(" ", MOST_WORDS);
            for (var n = 0; n < words.length; n++) {
                conditions.add("strpos(l.name_key, :word%d) > 0".formatted(n));
                parameters.put("word" + n, words[n]);
            }
        }
        return " and " + String.join(" and ", conditions);
    }

    /// How many in use nobody knows how to reach.
    @Transactional(readOnly = true)
    public int toComplete(Actor actor) {
        access.require(actor, Action.SEE_LANDLORDS);
        return db.sql(COUNT.formatted(" and " + UNREACHABLE)).query(Integer.class).single();
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
