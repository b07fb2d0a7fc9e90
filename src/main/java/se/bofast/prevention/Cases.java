package se.bofast.prevention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.UnitId;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;
import se.bofast.page.SortChoice;

/// Reads cases: one by id, and lists page by page along an index.
@Repository
class Cases {

    static final int PAGE = 50;

    /// Sorting by name asks for every name of the list, so only short lists offer it.
    static final int SORTABLE_BY_NAME = 1000;

    static final SortChoice BY_NEXT_DAY = SortChoice.ascending("next");
    static final Set<String> SORTS = Set.of("next", "opened", "name");

    /// A case as its page shows it.
    record Case(
            CaseId id,
            String number,
            @Nullable String externalNumber,
            @Nullable PersonId person,
            @Nullable String street,
            @Nullable String apartment,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable UUID landlord,
            UnitId unit,
            @Nullable EmployeeId responsible,
            Stage stage,
            @Nullable String reason,
            boolean children,
            LocalDate openedOn,
            @Nullable Instant firstAttemptAt,
            @Nullable Instant firstContactAt,
            @Nullable Instant landlordToldAt,
            @Nullable LocalDate inquiryDecidedOn,
            @Nullable Instant unreadSince,
            @Nullable LocalDate nextOn,
            @Nullable LocalDate closedOn) {}

    /// A condition with its parameters.
    private record Where(String sql, Map<String, Object> parameters) {}

    private final JdbcClient db;
    private final SettingAlarms alarms;
    private final CaseReach reach;
    private final Clock clock;

    Cases(JdbcClient db, SettingAlarms alarms, CaseReach reach, Clock clock) {
        this.db = db;
        this.alarms = alarms;
        this.reach = reach;
        this.clock = clock;
    }

    Optional<Case> find(CaseId id) {
        return db.sql(
                        """
                        select id, number, external_number, person_id, street, apartment, postal_code, city, landlord_id,
                               unit_id, responsible_id, stage, reason, children, opened_on, first_attempt_at,
                               first_contact_at, landlord_told_at, inquiry_decided_on, unread_since, next_on, closed_on
                        from prevention.prevention_case
                        where board_id = framework.board_id() and id = :id
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new Case(
                                new CaseId(rs.getObject("id", UUID.class)),
                                rs.getString("number"),
                                rs.getString("external_number"),
                                person(rs),
                                rs.getString("street"),
                                rs.getString("apartment"),
                                rs.getString("postal_code"),
                                rs.getString("city"),
                                rs.getObject("landlord_id", UUID.class),
                                new UnitId(rs.getObject("unit_id", UUID.class)),
                                employee(rs, "responsible_id"),
                                Stage.valueOf(rs.getString("stage")),
                                rs.getString("reason"),
                                rs.getBoolean("children"),
                                rs.getObject("opened_on", LocalDate.class),
                                moment(rs, "first_attempt_at"),
                                moment(rs, "first_contact_at"),
                                moment(rs, "landlord_told_at"),
                                rs.getObject("inquiry_decided_on", LocalDate.class),
                                moment(rs, "unread_since"),
                                dayOrNever(rs, "next_on"),
                                rs.getObject("closed_on", LocalDate.class)))
                .optional();
    }

    Optional<CaseId> byNumber(String number) {
        return db.sql(
                        """
                        select id from prevention.prevention_case
                        where board_id = framework.board_id() and number = :number
                        """)
                .param("number", number)
                .query((rs, n) -> new CaseId(rs.getObject("id", UUID.class)))
                .optional();
    }

    /// One page of a list.
    Slice<CaseRow> list(
            Actor actor, Scope scope, CaseFilter filter, SortChoice sort, Optional<PageKey> from) {
        var where = where(actor, scope, filter);
        var byName = sort.column().equals("name");
        var column =
                switch (sort.column()) {
                    case "opened" -> "c.opened_on";
                    case "name" -> "p.sort_name";
                    default -> "c.next_on";
                };
        var key = from.flatMap(k -> keyOf(k, sort));
        var backward = key.isPresent() && from.map(PageKey::backward).orElse(false);
        var descending = sort.descending() != backward;
        var parameters = new HashMap<>(where.parameters());
        var beyond = "";
        if (key.isPresent() && byName) {
            parameters.put("keyId", key.get().id());
            beyond =
                    """
                     and (coalesce(p.sort_name, ''), c.id) %s
                         (select coalesce(max(kp.sort_name), ''), cast(:keyId as uuid) from prevention.prevention_case kc
                          join person.v_person kp on kp.board_id = kc.board_id and kp.person_id = kc.person_id
                          where kc.board_id = framework.board_id() and kc.id = :keyId)
                    """
                            .formatted(descending ? "<" : ">");
        } else if (key.isPresent()) {
            parameters.put("keyDay", key.get().day());
            parameters.put("keyId", key.get().id());
            beyond =
                    " and (%s, c.id) %s (cast(:keyDay as date), cast(:keyId as uuid))"
                            .formatted(column, descending ? "<" : ">");
        }
        var direction = descending ? "desc" : "asc";
        var order =
                byName
                        ? "coalesce(p.sort_name, '') %1$s, c.id %1$s".formatted(direction)
                        : "%2$s %1$s, c.id %1$s".formatted(direction, column);
        // The page's rows are found first, along the index; only they are joined with the rest.
        var sql =
                SELECT_ROWS.formatted(
                        byName
                                ? "left join person.v_person p on p.board_id = c.board_id and p.person_id = c.person_id"
                                : "",
                        where.sql() + beyond,
                        order,
                        PAGE + 1,
                        order.replace("c.", "r.").replace("p.sort_name", "q.sort_name"));
        var rows = db.sql(sql).params(parameters).query(Cases::row).list();
        return Slice.of(
                rows, PAGE, backward ? from : key.flatMap(k -> from), row -> keyValues(row, sort));
    }

    private static final String SELECT_ROWS =
            """
            select r.id, r.number, r.person_id, q.sort_name, coalesce(q.protected, false) as protected,
                   case when coalesce(q.protected, false) then null else r.street end as street,
                   case when coalesce(q.protected, false) then null else r.apartment end as apartment,
                   r.stage, r.reason, r.children, r.next_on, r.next_rule, r.opened_on,
                   a.display_name, u.name as unit_name, r.unread_since
            from (select c.* from prevention.prevention_case c %s
                  where c.board_id = framework.board_id() %s
                  order by %s limit %d) r
            left join person.v_person q on q.board_id = r.board_id and q.person_id = r.person_id
            left join access.v_account a on a.account_id = r.responsible_id
            join access.v_unit u on u.board_id = r.board_id and u.unit_id = r.unit_id
            order by %s
            """;

    private static final String COUNT_ROWS =
            """
            select count(*) from (
                select c.id from prevention.prevention_case c
                where c.board_id = framework.board_id() %s
                limit :limit) narrowed
            """;

    /// How many the filter leaves, counted no farther than the limit.
    int count(Actor actor, Scope scope, CaseFilter filter, int limit) {
        var where = where(actor, scope, filter);
        return db.sql(COUNT_ROWS.formatted(where.sql()))
                .params(where.parameters())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    // The kind of a case is that of its newest notice of a threat.
    private static final String SELECT_UNINVITED =
            """
            select c.id from prevention.prevention_case c
            where c.board_id = framework.board_id() and c.stage in ('NEW', 'CONTACT', 'PLAN') %s
              and not exists (select 1 from letter.v_letter l
                              where l.board_id = framework.board_id() and l.matter_id = c.id
                                and l.template = 'INVITATION' and l.state in ('ORDERED', 'MADE', 'SENT', 'RETURNED'))
              and (cast(:kind as text) is null or cast(:kind as text) = (
                    select s.kind from prevention.case_signal j
                    join intake.v_signal s on s.board_id = j.board_id and s.signal_id = j.signal_id
                    where j.board_id = framework.board_id() and j.case_id = c.id
                      and s.kind not in ('SETTLED', 'WITHDRAWN')
                    order by s.received_at desc, s.signal_id desc limit 1))
            order by c.next_on, c.id
            limit :limit
            """;

    /// Open cases whose person has got no invitation, the most urgent legal day first.
    List<UUID> uninvited(
            Actor actor, Scope scope, CaseFilter filter, @Nullable SignalKind kind, int limit) {
        var where = where(actor, scope, filter);
        return db.sql(SELECT_UNINVITED.formatted(where.sql()))
                .params(where.parameters())
                .param("kind", kind == null ? null : kind.name())
                .param("limit", limit)
                .query((rs, n) -> rs.getObject("id", UUID.class))
                .list();
    }

    private Where where(Actor actor, Scope scope, CaseFilter filter) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        var reached =
                reach.within(
                        actor,
                        filter.whose() == CaseFilter.Whose.MINE || scope == Scope.OWN
                                ? Scope.OWN
                                : filter.whose() == CaseFilter.Whose.MY_UNITS ? Scope.UNIT : scope);
        if (!reached.sql().isEmpty()) {
            conditions.add(reached.sql());
        }
        parameters.putAll(reached.parameters());
        switch (filter.state()) {
            case OPEN -> conditions.add("c.stage <> 'CLOSED'");
            case CLOSED -> conditions.add("c.stage = 'CLOSED'");
            case ANY -> {}
        }
        if (filter.unit() != null) {
            conditions.add("c.unit_id = :unit");
            parameters.put("unit", filter.unit().value());
        }
        if (filter.responsible() != null) {
            conditions.add("c.responsible_id = :responsible");
            parameters.put("responsible", filter.responsible().value());
        }
        if (filter.reason() != null) {
            conditions.add("c.reason = :reason");
            parameters.put("reason", filter.reason());
        }
        if (filter.children()) {
            conditions.add("c.children");
        }
        // The same cases as the day list counts: a case is in alarm when the board's limit is past.
        if (filter.alarm() != null) {
            var limits = alarms.limits();
            var now = clock.instant();
            switch (filter.alarm()) {
                case NO_OWNER -> conditions.add("c.responsible_id is null");
                case NO_ATTEMPT -> {
                    conditions.add("c.first_attempt_at is null and c.opened_at < :alarm");
                    parameters.put("alarm", Timestamp.from(limits.attempt(now)));
                }
                case NO_DECISION -> {
                    conditions.add("c.inquiry_decided_on is null and c.opened_at < :alarm");
                    parameters.put("alarm", Timestamp.from(limits.decision(now)));
                }
                case UNREAD -> {
                    conditions.add("c.unread_since is not null and c.unread_since < :alarm");
                    parameters.put("alarm", Timestamp.from(limits.unread(now)));
                }
                case LETTER_RETURNED -> conditions.add("c.letter_returned_at is not null");
            }
        }
        var sql = new StringBuilder();
        conditions.forEach(condition -> sql.append(" and ").append(condition));
        return new Where(sql.toString(), parameters);
    }

    private record Key(LocalDate day, UUID id) {}

    private static Optional<Key> keyOf(PageKey key, SortChoice sort) {
        try {
            if (sort.column().equals("name")) {
                return Optional.of(
                        new Key(LocalDate.MAX, UUID.fromString(key.values().getFirst())));
            }
            var day = key.values().get(0);
            return key.values().size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            new Key(
                                    day.equals("never") ? LocalDate.MAX : LocalDate.parse(day),
                                    UUID.fromString(key.values().get(1))));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> keyValues(CaseRow row, SortChoice sort) {
        var id = row.id().toString();
        return switch (sort.column()) {
            case "name" -> List.of(id);
            case "opened" -> List.of(row.openedOn().toString(), id);
            default -> List.of(row.nextOn() == null ? "never" : row.nextOn().toString(), id);
        };
    }

    private static CaseRow row(ResultSet rs, int n) throws SQLException {
        return new CaseRow(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                rs.getObject("person_id", UUID.class),
                rs.getString("sort_name"),
                rs.getBoolean("protected"),
                rs.getString("street"),
                rs.getString("apartment"),
                Stage.valueOf(rs.getString("stage")),
                rs.getString("reason"),
                rs.getBoolean("children"),
                dayOrNever(rs, "next_on"),
                rs.getString("next_rule"),
                rs.getObject("opened_on", LocalDate.class),
                rs.getString("display_name"),
                rs.getString("unit_name"),
                rs.getTimestamp("unread_since") != null);
    }

    static @Nullable LocalDate dayOrNever(ResultSet rs, String column) throws SQLException {
        var day = rs.getObject(column, LocalDate.class);
        return day == null || day.equals(LocalDate.MAX) ? null : day;
    }

    private static @Nullable PersonId person(ResultSet rs) throws SQLException {
        var id = rs.getObject("person_id", UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable EmployeeId employee(ResultSet rs, String column) throws SQLException {
        var id = rs.getObject(column, UUID.class);
        return id == null ? null : new EmployeeId(id);
    }

    private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
