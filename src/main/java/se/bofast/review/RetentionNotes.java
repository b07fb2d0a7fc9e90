package se.bofast.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.kernel.IdentityNumber;

/// Asks all rooms at once what was noted last about whom, and what the law asks beside that. Each
/// question is one statement, however many people there are.
@Component
class RetentionNotes {

    /// A file with its last note and what is known of a birth day.
    record Noted(
            UUID id,
            LocalDate lastOn,
            @Nullable LocalDate birthOn,
            @Nullable IdentityNumber number) {}

    /// Two whose notes cannot be told apart: a case, or the person it is about, and another person.
    record Shared(UUID one, UUID other) {}

    private final JdbcClient db;

    RetentionNotes(JdbcClient db) {
        this.db = db;
    }

    private static final String PERSONS =
            """
            with note as (
                select person_id, matter_id, noted_on from person.v_note where board_id = framework.board_id()
                union all
                select person_id, matter_id, noted_on from support.v_note where board_id = framework.board_id()
                union all
                select person_id, matter_id, noted_on from debt.v_note where board_id = framework.board_id()
                union all
                select person_id, matter_id, noted_on from letter.v_note where board_id = framework.board_id()
                union all
                select person_id, matter_id, noted_on from tenancy.v_note where board_id = framework.board_id()
                union all
                select person_id, matter_id, noted_on from placement.v_note where board_id = framework.board_id()
            ), about as (
                select person_id, noted_on from note where person_id is not null
                union all
                select c.person_id, n.noted_on from note n
                join prevention.v_case c on c.board_id = framework.board_id() and c.case_id = n.matter_id
                where c.person_id is not null
                union all
                select c.person_id, n.noted_on from prevention.v_note n
                join prevention.v_case c on c.board_id = n.board_id and c.case_id = n.case_id
                where n.board_id = framework.board_id() and c.person_id is not null
                union all
                select person_id, noted_on from intake.v_note
                where board_id = framework.board_id() and person_id is not null
                union all
                select c.person_id, n.noted_on from intake.v_note n
                join prevention.v_case_signal s on s.board_id = n.board_id and s.signal_id = n.signal_id
                join prevention.v_case c on c.board_id = s.board_id and c.case_id = s.case_id
                where n.board_id = framework.board_id() and c.person_id is not null
            )
            select k.person_id as id, max(a.noted_on) as last_on, k.birth_on, k.number
            from person.v_match_key k
            join about a on a.person_id = k.person_id
            where k.board_id = framework.board_id() and k.area_id = (framework.area_ids())[1] %s
            group by k.person_id, k.birth_on, k.number
            having max(a.noted_on) < :before
            """;

    private static final String CASES =
            """
            with note as (
                select matter_id, noted_on from person.v_note where board_id = framework.board_id()
                union all
                select matter_id, noted_on from support.v_note where board_id = framework.board_id()
                union all
                select matter_id, noted_on from debt.v_note where board_id = framework.board_id()
                union all
                select matter_id, noted_on from letter.v_note where board_id = framework.board_id()
                union all
                select case_id, noted_on from prevention.v_note where board_id = framework.board_id()
                union all
                select s.case_id, n.noted_on from intake.v_note n
                join prevention.v_case_signal s on s.board_id = n.board_id and s.signal_id = n.signal_id
                where n.board_id = framework.board_id()
            )
            select c.case_id as id, max(n.noted_on) as last_on, b.birth_on, b.number
            from prevention.v_case c
            join note n on n.matter_id = c.case_id
            left join lateral (
                select case when min(k.written_birth_on) = max(k.written_birth_on) then min(k.written_birth_on) end as birth_on,
                       case when min(k.written_number) = max(k.written_number) then min(k.written_number) end as number
                from prevention.v_case_signal s
                join intake.v_kept_signal k on k.board_id = s.board_id and k.signal_id = s.signal_id
                where s.board_id = c.board_id and s.case_id = c.case_id) b on true
            where c.board_id = framework.board_id() and c.area_id = (framework.area_ids())[1] and c.person_id is null %s
            group by c.case_id, b.birth_on, b.number
            having max(n.noted_on) < :before
            """;

    private static final String SIGNALS =
            """
            select k.signal_id as id, max(n.noted_on) as last_on, k.written_birth_on as birth_on, k.written_number as number
            from intake.v_kept_signal k
            join intake.v_note n on n.board_id = k.board_id and n.signal_id = k.signal_id
            where k.board_id = framework.board_id() and k.area_id = (framework.area_ids())[1] and k.person_id is null
              and not exists (select 1 from prevention.v_case_signal s
                              where s.board_id = k.board_id and s.signal_id = k.signal_id) %s
            group by k.signal_id, k.written_birth_on, k.written_number
            having max(n.noted_on) < :before
            """;

    private static final String FILES =
            """
            select f.file_id as id, max(f.noted_on) as last_on, null as birth_on, null as number
            from filing.v_received_file f
            where f.board_id = framework.board_id() and f.area_id = (framework.area_ids())[1] %s
            group by f.file_id
            having max(f.noted_on) < :before
            """;

    /// People whose last note is before the day; of the named only, if some are named.
    List<Noted> persons(LocalDate before, @Nullable Collection<UUID> only) {
        return noted(PERSONS, "k.person_id", before, only);
    }

    /// Cases about nobody known.
    List<Noted> cases(LocalDate before, @Nullable Collection<UUID> only) {
        return noted(CASES, "c.case_id", before, only);
    }

    /// Notices about nobody, in no case.
    List<Noted> signals(LocalDate before, @Nullable Collection<UUID> only) {
        return noted(SIGNALS, "k.signal_id", before, only);
    }

    /// Received lists.
    List<Noted> files(LocalDate before, @Nullable Collection<UUID> only) {
        return noted(FILES, "f.file_id", before, only);
    }

    private List<Noted> noted(
            String sql, String id, LocalDate before, @Nullable Collection<UUID> only) {
        var asked = db.sql(sql.formatted(only == null ? "" : "and " + id + " = any (:only)"));
        if (only != null) {
            asked = asked.param("only", only.toArray(UUID[]::new));
        }
        return asked.param("before", before)
                .query((rs, n) ->
                        new Noted(
                                rs.getObject("id", UUID.class),
                                rs.getObject("last_on", LocalDate.class),
                                rs.getObject("birth_on", LocalDate.class),
                                number(rs.getString("number"))))
                .list();
    }

    /// A notice may hold whatever its sender wrote.
    private static @Nullable IdentityNumber number(@Nullable String written) {
        try {
            return written == null ? null : new IdentityNumber(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Whose cases are open: people, and cases about nobody known.
    Set<UUID> inOpenCases() {
        return ids(
                """
                select coalesce(person_id, case_id) as id from prevention.v_case
                where board_id = framework.board_id() and stage <> 'CLOSED'
                """);
    }

    Set<UUID> withRunningAssignments(LocalDate today) {
        return new HashSet<>(
                db.sql(
                                """
                                select person_id from support.v_assignment
                                where board_id = framework.board_id() and (end_on is null or end_on >= :today)
                                """)
                        .param("today", today)
                        .query(UUID.class)
                        .list());
    }

    /// Whom an unanswered question of who is who may be about, and the notices and cases it stands
    /// in.
    Set<UUID> inOpenQuestions() {
        return ids(
                """
                select k.signal_id as id from intake.v_kept_signal k
                where k.board_id = framework.board_id() and k.asked
                union
                select c.person_id from intake.v_kept_signal k
                join intake.v_candidate c on c.board_id = k.board_id and c.signal_id = k.signal_id
                where k.board_id = framework.board_id() and k.asked
                union
                select s.case_id from intake.v_kept_signal k
                join prevention.v_case_signal s on s.board_id = k.board_id and s.signal_id = k.signal_id
                where k.board_id = framework.board_id() and k.asked
                """);
    }

    /// Holds and kept facts that stand on the day, by person.
    Map<UUID, List<String>> holds(LocalDate today) {
        var holds = new HashMap<UUID, List<String>>();
        db.sql(
                        """
                        select person_id, ground from audit.v_retention_hold
                        where board_id = framework.board_id() and ended_at is null and (until_on is null or until_on >= :today)
                        order by person_id, recorded_on
                        """)
                .param("today", today)
                .query(rs -> {
                    holds.computeIfAbsent(
                                    rs.getObject("person_id", UUID.class), p -> new ArrayList<>())
                            .add(rs.getString("ground"));
                });
        return holds;
    }

    /// Notes that are about one and stand in another's case.
    List<Shared> shared() {
        return db.sql(
                        """
                        with note as (
                            select person_id, matter_id from person.v_note where board_id = framework.board_id()
                            union
                            select person_id, matter_id from support.v_note where board_id = framework.board_id()
                            union
                            select person_id, matter_id from debt.v_note where board_id = framework.board_id()
                            union
                            select person_id, matter_id from letter.v_note where board_id = framework.board_id()
                            union
                            select k.person_id, s.case_id from intake.v_kept_signal k
                            join prevention.v_case_signal s on s.board_id = k.board_id and s.signal_id = k.signal_id
                            where k.board_id = framework.board_id()
                        )
                        select distinct coalesce(c.person_id, c.case_id) as one, n.person_id as other
                        from note n
                        join prevention.v_case c on c.board_id = framework.board_id() and c.case_id = n.matter_id
                        where n.person_id is not null and n.person_id is distinct from c.person_id
                        """)
                .query((rs, n) ->
                        new Shared(
                                rs.getObject("one", UUID.class), rs.getObject("other", UUID.class)))
                .list();
    }

    /// The unit of the last case, by person and by case.
    Map<UUID, UUID> units() {
        var units = new HashMap<UUID, UUID>();
        db.sql(
                        """
                        select distinct on (coalesce(person_id, case_id)) coalesce(person_id, case_id) as id, unit_id
                        from prevention.v_case
                        where board_id = framework.board_id()
                        order by coalesce(person_id, case_id), opened_on desc, case_id desc
                        """)
                .query(rs -> {
                    units.put(rs.getObject("id", UUID.class), rs.getObject("unit_id", UUID.class));
                });
        return units;
    }

    /// People and cases in which a child-protection inquiry was opened.
    Set<UUID> inquired() {
        return ids(
                """
                select coalesce(c.person_id, c.case_id) as id
                from prevention.v_case_fact f
                join prevention.v_case c on c.board_id = f.board_id and c.case_id = f.case_id
                where f.board_id = framework.board_id() and f.kind = 'CHILD_INQUIRY_OPENED_ON'
                union
                select coalesce(c.person_id, c.case_id)
                from intake.v_signal_fact f
                join prevention.v_case_signal s on s.board_id = f.board_id and s.signal_id = f.signal_id
                join prevention.v_case c on c.board_id = s.board_id and c.case_id = s.case_id
                where f.board_id = framework.board_id() and f.kind = 'CHILD_INQUIRY_OPENED_ON'
                """);
    }

    /// A child in a household of somebody who was inquired about.
    ///
    /// @param child null where nobody but the year is recorded
    record Child(
            UUID adult,
            @Nullable UUID child,
            @Nullable LocalDate birthOn,
            @Nullable Integer birthYear) {}

    List<Child> children(Collection<UUID> adults) {
        return db.sql(
                        """
                        select distinct a.person_id as adult, m.person_id as child, k.birth_on, m.birth_year
                        from person.v_household_member a
                        join person.v_household_member m on m.board_id = a.board_id and m.household_id = a.household_id
                        left join person.v_match_key k on k.board_id = m.board_id and k.person_id = m.person_id
                        where a.board_id = framework.board_id() and a.person_id = any (:adults) and m.kind = 'CHILD'
                        """)
                .param("adults", adults.toArray(UUID[]::new))
                .query((rs, n) ->
                        new Child(
                                rs.getObject("adult", UUID.class),
                                rs.getObject("child", UUID.class),
                                rs.getObject("birth_on", LocalDate.class),
                                rs.getObject("birth_year", Integer.class)))
                .list();
    }

    private Set<UUID> ids(String sql) {
        return new HashSet<>(db.sql(sql).query(UUID.class).list());
    }

    /// What belongs to roots: an id and the root it goes with.
    record Owned(UUID id, UUID root) {}

    List<Owned> casesOf(Collection<UUID> roots) {
        return owned(
                """
                select case_id as id, person_id as root from prevention.v_case
                where board_id = framework.board_id() and person_id = any (:roots)
                """,
                roots);
    }

    List<Owned> signalsOf(Collection<UUID> roots) {
        return owned(
                """
                select k.signal_id as id, k.person_id as root from intake.v_kept_signal k
                where k.board_id = framework.board_id() and k.person_id = any (:roots)
                union
                select s.signal_id, coalesce(c.person_id, c.case_id) from prevention.v_case c
                join prevention.v_case_signal s on s.board_id = c.board_id and s.case_id = c.case_id
                where c.board_id = framework.board_id() and coalesce(c.person_id, c.case_id) = any (:roots)
                union
                select k.signal_id, k.signal_id from intake.v_kept_signal k
                where k.board_id = framework.board_id() and k.signal_id = any (:roots)
                """,
                roots);
    }

    /// The lists in which the notices came.
    List<Owned> filesOf(Collection<UUID> roots) {
        return owned(
                """
                with own as (
                    select k.upload_id, k.person_id as root from intake.v_kept_signal k
                    where k.board_id = framework.board_id() and k.person_id = any (:roots)
                    union
                    select k.upload_id, coalesce(c.person_id, c.case_id) from prevention.v_case c
                    join prevention.v_case_signal s on s.board_id = c.board_id and s.case_id = c.case_id
                    join intake.v_kept_signal k on k.board_id = s.board_id and k.signal_id = s.signal_id
                    where c.board_id = framework.board_id() and coalesce(c.person_id, c.case_id) = any (:roots)
                    union
                    select k.upload_id, k.signal_id from intake.v_kept_signal k
                    where k.board_id = framework.board_id() and k.signal_id = any (:roots)
                )
                select distinct f.file_id as id, o.root from own o
                join filing.v_received_file f on f.board_id = framework.board_id() and f.upload_id = o.upload_id
                """,
                roots);
    }

    private List<Owned> owned(String sql, Collection<UUID> roots) {
        return db.sql(sql)
                .param("roots", roots.toArray(UUID[]::new))
                .query((rs, n) ->
                        new Owned(rs.getObject("id", UUID.class), rs.getObject("root", UUID.class)))
                .list();
    }
}
