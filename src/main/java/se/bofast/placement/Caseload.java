package se.bofast.placement;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.PersonId;

/// What an employee has to do with where somebody lives; the one place where it is said, for one
/// person and for lists.
///
/// OWN: one carries the person, or covers for who does, by an assignment or a case. UNIT: a unit of
/// one's own does, or nobody does at all: whoever meets somebody nobody carries may begin.
@Component
class Caseload implements Relations {

    /// The kind of {@link Subject}: a person, as somebody who lives somewhere.
    static final String KIND = "housing";

    private static final UUID[] NONE = {};

    private final JdbcClient db;
    private final Clock clock;

    Caseload(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(
                Scope.OWN, "placement.reach.own",
                Scope.UNIT, "placement.reach.unit",
                Scope.BOARD, "placement.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        with carried as (
                            select a.account_id, a.unit_id, cast(null as uuid) as team_id
                            from support.v_assignment a
                            where a.board_id = framework.board_id() and a.person_id = :person
                              and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                            union all
                            select c.responsible_id, c.unit_id, null from prevention.v_case c
                            where c.board_id = framework.board_id() and c.person_id = :person and c.closed_on is null
                            union all
                            select p.account_id, p.unit_id, p.team_id
                            from prevention.v_case c
                            join prevention.v_participation p on p.board_id = c.board_id and p.case_id = c.case_id
                                and p.ended_at is null
                            where c.board_id = framework.board_id() and c.person_id = :person and c.closed_on is null)
                        select case
                                 when coalesce(bool_or(k.account_id = any (:own) or k.team_id = any (:teams)), false) then 'OWN'
                                 when coalesce(bool_or(k.unit_id = any (:units)), true) then 'UNIT'
                                 else 'BOARD' end
                        from person.v_person p
                        left join carried k on true
                        where p.board_id = framework.board_id() and p.person_id = :person
                        group by p.person_id
                        """)
                .param("person", subject.id())
                .param("today", HouseClock.today(clock))
                .param("own", Access.own(actor))
                .param("teams", Access.teams(actor))
                .param("units", Access.units(actor))
                .query(String.class)
                .optional()
                .map(Scope::valueOf);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hides(Actor actor, Subject subject) {
        return db.sql("select framework.hides(:person)")
                .param("person", subject.id())
                .query(Boolean.class)
                .single();
    }

    /// Those the actor carries, or the actor's units too.
    ///
    /// @param scope OWN or UNIT
    @Transactional(readOnly = true)
    public Set<PersonId> people(Actor actor, Scope scope) {
        return new HashSet<>(
                db.sql(
                                """
                                select a.person_id from support.v_assignment a
                                where a.board_id = framework.board_id()
                                  and a.start_on <= :today and (a.end_on is null or a.end_on >= :today)
                                  and (a.account_id = any (:own) or a.unit_id = any (:units))
                                union
                                select c.person_id from prevention.v_case c
                                where c.board_id = framework.board_id() and c.person_id is not null and c.closed_on is null
                                  and (c.responsible_id = any (:own) or c.unit_id = any (:units))
                                union
                                select c.person_id
                                from prevention.v_participation p
                                join prevention.v_case c on c.board_id = p.board_id and c.case_id = p.case_id
                                where p.board_id = framework.board_id() and p.ended_at is null
                                  and c.person_id is not null and c.closed_on is null
                                  and (p.account_id = any (:own) or p.team_id = any (:teams) or p.unit_id = any (:units))
                                """)
                        .param("today", HouseClock.today(clock))
                        .param("own", Access.own(actor))
                        .param("teams", Access.teams(actor))
                        .param("units", scope == Scope.UNIT ? Access.units(actor) : NONE)
                        .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                        .list());
    }

    /// Everybody of the board who lives somewhere today, or did and nobody knows where now.
    @Transactional(readOnly = true)
    public Set<PersonId> everybody() {
        return new HashSet<>(
                db.sql(
                                """
                                select distinct person_id from placement.v_stay where board_id = framework.board_id()
                                """)
                        .query((rs, n) -> new PersonId(rs.getObject("person_id", UUID.class)))
                        .list());
    }
}
