package se.bofast.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.access.Units;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.dwelling.LandlordId;
import se.bofast.dwelling.LandlordName;
import se.bofast.dwelling.Landlords;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;

/// The signals that have come in, newest first, narrowed to what the actor may see.
@Component
public class Inbox {

    private static final int PAGE = 50;

    /// More questions than this are not counted.
    public static final int MOST_COUNTED = 1000;

    /// A page of the inbox, and the names of what its rows name by id.
    public record Page(
            Slice<InboxRow> slice,
            Map<LandlordId, LandlordName> landlords,
            Map<UnitId, String> units,
            Map<EmployeeId, String> employees) {}

    private record Found(InboxRow row, Optional<PersonId> person) {}

    private final JdbcClient db;
    private final Access access;
    private final Units units;
    private final Landlords landlords;
    private final Log log;

    Inbox(JdbcClient db, Access access, Units units, Landlords landlords, Log log) {
        this.db = db;
        this.access = access;
        this.units = units;
        this.landlords = landlords;
        this.log = log;
    }

    // The page's rows are found first, along the index of receipt; only they are joined.
    private static final String ROWS =
            """
            select r.id, r.kind, r.source, r.landlord_id, r.person_id,
                   case when r.source = 'NEIGHBOUR' then null else r.sender_name end as sender_name,
                   coalesce(p.protected, r.asked_protected) as hidden,
                   case when coalesce(p.protected, r.asked_protected) then null else coalesce(p.sort_name, r.written_name) end as name,
                   case when coalesce(p.protected, r.asked_protected) then null else r.street end as street,
                   case when coalesce(p.protected, r.asked_protected) then null else r.apartment end as apartment,
                   coalesce(r.children, 0) > 0 as with_children, r.match_state, r.known, r.unit_id, r.responsible_id,
                   r.earlier_id, r.received_at
            from (select s.*, exists (select 1 from intake.candidate k
                                      join person.v_person q on q.board_id = k.board_id and q.person_id = k.person_id
                                      where s.match_state = 'ASKED' and k.board_id = s.board_id and k.signal_id = s.id
                                        and q.protected) as asked_protected
                  from intake.signal s
                  where s.board_id = framework.board_id() and s.withdrawn_at is null %s
                  order by s.received_at %s, s.id %s
                  limit %d) r
            left join person.v_person p on p.board_id = r.board_id and p.person_id = r.person_id
            order by r.received_at %s, r.id %s
            """;

    /// One page; on record.
    @Transactional
    public Page list(Actor actor, InboxFilter filter, Optional<PageKey> from) {
        var scope = access.require(actor, Action.SEE_SIGNALS);
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        narrow(actor, scope, conditions, parameters);
        filter(filter, conditions, parameters);
        var key = from.flatMap(Inbox::read);
        var backward = key.isPresent() && from.map(PageKey::backward).orElse(false);
        key.ifPresent(k -> {
            conditions.add(
                    "(s.received_at, s.id) %s (:keyAt, cast(:keyId as uuid))"
                            .formatted(backward ? ">" : "<"));
            parameters.put("keyAt", Timestamp.from(k.at()));
            parameters.put("keyId", k.id());
        });
        var direction = backward ? "asc" : "desc";
        var where = conditions.isEmpty() ? "" : "and " + String.join(" and ", conditions);
        var found =
                db.sql(ROWS.formatted(where, direction, direction, PAGE + 1, direction, direction))
                        .params(parameters)
                        .query(Inbox::row)
                        .list();
        var slice =
                Slice.of(
                        found,
                        PAGE,
                        key.flatMap(k -> from),
                        row ->
                                List.of(
                                        row.row().receivedAt().toString(),
                                        row.row().id().value().toString()));
        log.record(
                LogEntry.of(Action.SEE_SIGNALS)
                        .touching(
                                slice.rows().stream().flatMap(f -> f.person().stream()).toList()));
        var rows = slice.map(Found::row);
        return new Page(
                rows,
                landlords.names(
                        rows.rows().stream()
                                .flatMap(r -> Stream.ofNullable(r.landlord()))
                                .toList()),
                units.names(),
                units.names(
                        rows.rows().stream()
                                .flatMap(r -> Stream.ofNullable(r.responsible()))
                                .toList()));
    }

    private record Key(Instant at, UUID id) {}

    private static Optional<Key> read(PageKey key) {
        try {
            return key.values().size() == 2
                    ? Optional.of(
                            new Key(
                                    Instant.parse(key.values().getFirst()),
                                    UUID.fromString(key.values().getLast())))
                    : Optional.empty();
        } catch (java.time.format.DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void narrow(
            Actor actor, Scope scope, List<String> conditions, Map<String, Object> parameters) {
        if (scope == Scope.UNIT) {
            conditions.add("(s.unit_id = any(:units) or s.responsible_id = any(:own))");
            parameters.put("units", Access.units(actor));
            parameters.put("own", Access.own(actor));
        } else if (scope == Scope.OWN) {
            conditions.add("s.responsible_id = any(:own)");
            parameters.put("own", Access.own(actor));
        }
    }

    private static void filter(
            InboxFilter filter, List<String> conditions, Map<String, Object> parameters) {
        equal("kind", filter.kind(), conditions, parameters);
        equal("source", filter.source(), conditions, parameters);
        equal("match_state", filter.match(), conditions, parameters);
        equal("known", filter.known(), conditions, parameters);
        if (filter.landlord() != null) {
            conditions.add("s.landlord_id = :landlord");
            parameters.put("landlord", filter.landlord().value());
        }
        if (filter.unit() != null) {
            conditions.add("s.unit_id = :unit");
            parameters.put("unit", filter.unit().value());
        }
        if (filter.from() != null) {
            conditions.add("s.received_at >= :from");
            parameters.put(
                    "from",
                    Timestamp.from(filter.from().atStartOfDay(HouseClock.ZONE).toInstant()));
        }
        if (filter.until() != null) {
            conditions.add("s.received_at < :until");
            parameters.put(
                    "until",
                    Timestamp.from(
                            filter.until().plusDays(1).atStartOfDay(HouseClock.ZONE).toInstant()));
        }
    }

    private static void equal(
            String column,
            @Nullable Enum<?> value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add("s.%s = :%s".formatted(column, column));
            parameters.put(column, value.name());
        }
    }

    private static Found row(ResultSet rs, int n) throws SQLException {
        var landlord = rs.getObject("landlord_id", UUID.class);
        var responsible = rs.getObject("responsible_id", UUID.class);
        return new Found(
                new InboxRow(
                        new SignalId(rs.getObject("id", UUID.class)),
                        SignalKind.valueOf(rs.getString("kind")),
                        SignalSource.valueOf(rs.getString("source")),
                        landlord == null ? null : new LandlordId(landlord),
                        rs.getString("sender_name"),
                        rs.getString("name"),
                        rs.getBoolean("hidden"),
                        rs.getString("street"),
                        rs.getString("apartment"),
                        rs.getBoolean("with_children"),
                        MatchState.valueOf(rs.getString("match_state")),
                        Known.valueOf(rs.getString("known")),
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        responsible == null ? null : new EmployeeId(responsible),
                        rs.getObject("earlier_id") != null,
                        rs.getTimestamp("received_at").toInstant()),
                Optional.ofNullable(rs.getObject("person_id", UUID.class)).map(PersonId::new));
    }

    /// How many signals wait for somebody to say whom they are about; no more than {@link
    /// #MOST_COUNTED}. Nothing where the actor does not answer such questions.
    @Transactional(readOnly = true)
    public int questions(Actor actor) {
        if (!access.allows(actor, Action.ANSWER_MATCH_QUESTION)) {
            return 0;
        }
        return db.sql(
                        """
                        select count(*) from (
                            select s.id from intake.signal s
                            where s.board_id = framework.board_id() and s.match_state = 'ASKED' and s.withdrawn_at is null
                            limit :most) waiting
                        """)
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /// What the filters offer.
    @Transactional(readOnly = true)
    public List<LandlordName> landlords() {
        return landlords.all();
    }

    @Transactional(readOnly = true)
    public List<Units.Unit> units() {
        return units.all();
    }
}
