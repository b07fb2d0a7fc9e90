package se.bofast.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
import se.bofast.access.Role;
import se.bofast.access.Subject;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.PageKey;
import se.bofast.page.Slice;

/// Who has seen or changed a case or a person: unit, role, time and reason, never a colleague's
/// name. Call within the actor's reach.
@Component
public class WhoHasSeen {

    /// The kind of {@link Subject} a case is.
    public static final String CASE = "prevention-case";

    /// The kind of {@link Subject} a person is.
    public static final String PERSON = "person";

    /// How many rows a page has.
    public static final int SIZE = 50;

    private static final Set<String> KINDS = Set.of(CASE, PERSON);

    /// One line of the log; `unit` and `role` are null where the house itself worked, `action`
    /// where the log says something this version has no word for.
    public record Seen(
            UUID id,
            Instant at,
            @Nullable String unit,
            @Nullable Role role,
            @Nullable Action action,
            @Nullable String reason) {

        /// The reason in somebody's own words; empty where it is a code of the house, which the
        /// action already says.
        public String words() {
            return reason == null || reason.matches("[A-Z][A-Z0-9_]*") ? "" : reason;
        }
    }

    private final JdbcClient db;
    private final Access access;
    private final Log log;

    WhoHasSeen(JdbcClient db, Access access, Log log) {
        this.db = db;
        this.access = access;
        this.log = log;
    }

    /// One page, the newest first. Reading it is put on record too.
    ///
    /// @throws NotFound if there is no such subject within reach, or no log is shown of its kind
    @Transactional
    public Slice<Seen> of(Actor actor, Subject subject, Optional<PageKey> from) {
        if (!KINDS.contains(subject.kind())) {
            throw new NotFound();
        }
        access.require(actor, Action.SEE_WHO_HAS_SEEN, subject);
        var isPerson = subject.kind().equals(PERSON);
        var key = from.flatMap(WhoHasSeen::id);
        var start = key.isPresent() ? from : Optional.<PageKey>empty();
        var backward = start.map(PageKey::backward).orElse(false);
        var rows =
                db.sql(
                                """
                                select e.entry_id, e.at, u.name as unit_name, e.role, e.action, e.reason
                                from audit.v_entry e
                                left join access.v_unit u on u.board_id = e.board_id and u.unit_id = e.unit_id
                                where e.board_id = framework.board_id() %s %s
                                order by e.entry_id %s
                                limit :limit
                                """
                                        .formatted(
                                                isPerson
                                                        ? "and e.person_ids @> array[cast(:subject as uuid)]"
                                                        : "and e.subject_id = :subject and e.subject_kind = 'prevention-case'",
                                                key.isEmpty()
                                                        ? "and cast(:key as uuid) is null"
                                                        : backward
                                                                ? "and e.entry_id > :key"
                                                                : "and e.entry_id < :key",
                                                backward ? "asc" : "desc"))
                        .param("subject", subject.id())
                        .param("key", key.orElse(null))
                        .param("limit", SIZE + 1)
                        .query((rs, n) ->
                                new Seen(
                                        rs.getObject("entry_id", UUID.class),
                                        rs.getTimestamp("at").toInstant(),
                                        rs.getString("unit_name"),
                                        named(rs.getString("role"), Role.values()),
                                        named(rs.getString("action"), Action.values()),
                                        rs.getString("reason")))
                        .list();
        log.record(
                LogEntry.of(Action.SEE_WHO_HAS_SEEN)
                        .about(subject.kind(), subject.id())
                        .touching(isPerson ? List.of(new PersonId(subject.id())) : List.of()));
        return Slice.of(rows, SIZE, start, row -> List.of(row.id().toString()));
    }

    static Optional<UUID> id(PageKey key) {
        try {
            return key.values().size() == 1
                    ? Optional.of(UUID.fromString(key.values().getFirst()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> @Nullable E named(@Nullable String name, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
