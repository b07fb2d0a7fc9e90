package se.bofast.prevention;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;

/// What an employee has to do with a case; the one place where it is said, for one case ({@link
/// #between}) and for lists of them ({@link #within}).
///
/// OWN: one carries it, or covers for who does; one takes part in it oneself or as a member of a
/// team; one gives debt advice in it (budget advice has a secrecy of its own, and sees what it has
/// been asked to help with). UNIT: a unit of one's own leads it or takes part in it. What may be
/// done there the role says.
@Component
class CaseReach implements Relations {

    private static final UUID[] NONE = {};

    private final JdbcClient db;

    CaseReach(JdbcClient db) {
        this.db = db;
    }

    /// A condition on the case `c`, and its parameters; empty where the whole board is within
    /// reach.
    ///
    /// @param sql names no case by any value: it can stand in any statement that calls the case `c`
    record Within(String sql, Map<String, Object> parameters) {

        /// To follow other conditions.
        String and() {
            return sql.isEmpty() ? "" : " and " + sql;
        }
    }

    @Override
    public String kind() {
        return CaseId.KIND;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(
                Scope.OWN, "prevention.reach.own",
                Scope.UNIT, "prevention.reach.unit",
                Scope.BOARD, "prevention.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select case when c.responsible_id = any(:own)
                                      or exists (
                                        select 1 from prevention.participation p
                                        where p.board_id = c.board_id and p.case_id = c.id and p.ended_at is null
                                          and (p.account_id = any(:own) or p.team_id = any(:teams)))
                                      or exists (
                                        select 1 from debt.v_referral r
                                        where r.board_id = c.board_id and r.matter_kind = 'prevention-case' and r.matter_id = c.id
                                          and r.adviser_id = any(:own) and r.adviser_works) then 'OWN'
                                    when c.unit_id = any(:units)
                                      or exists (
                                        select 1 from prevention.participation p
                                        where p.board_id = c.board_id and p.case_id = c.id and p.ended_at is null
                                          and p.unit_id = any(:units)) then 'UNIT'
                                    else 'BOARD' end
                        from prevention.prevention_case c
                        where c.board_id = framework.board_id() and c.id = :id
                        """)
                .param("own", Access.own(actor))
                .param("teams", Access.teams(actor))
                .param("units", Access.units(actor))
                .param("id", subject.id())
                .query(String.class)
                .optional()
                .map(Scope::valueOf);
    }

    // What is within reach otherwise than by the column the list's index leads with.
    private static final String BESIDE =
            """
            select p.case_id from prevention.participation p
            where p.board_id = framework.board_id() and p.ended_at is null
              and (p.account_id = any(:own) or p.team_id = any(:teams) or p.unit_id = any(:units))
            union
            select r.matter_id from debt.v_referral r
            where r.board_id = framework.board_id() and r.matter_kind = 'prevention-case'
              and r.adviser_id = any(:own) and r.adviser_works
            union
            select c.id from prevention.prevention_case c
            where c.board_id = framework.board_id() and c.responsible_id = any(:own) and :wide
              and c.unit_id <> all(:units)
            """;

    /// The cases within the scope of the actor.
    ///
    /// What comes beside the leading column is asked for first, and is mostly nothing: the
    /// statement then follows its index in order, however many cases the unit has.
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    Within within(Actor actor, Scope scope) {
        if (scope == Scope.BOARD) {
            return new Within("", Map.of());
        }
        var wide = scope == Scope.UNIT;
        var own = Access.own(actor);
        var units = wide ? Access.units(actor) : NONE;
        var parameters = new HashMap<String, Object>();
        var main = wide ? among("c.unit_id", units) : among("c.responsible_id", own);
        parameters.put("among", wide ? one(units) : one(own));
        var beside =
                db.sql(BESIDE)
                        .param("own", own)
                        .param("teams", Access.teams(actor))
                        .param("units", units)
                        .param("wide", wide)
                        .query(UUID.class)
                        .list();
        if (beside.isEmpty()) {
            return new Within(main, parameters);
        }
        parameters.put("beside", beside.toArray(UUID[]::new));
        return new Within("(" + main + " or c.id = any(:beside))", parameters);
    }

    private static String among(String column, UUID[] ids) {
        return ids.length == 1 ? column + " = :among" : column + " = any(:among)";
    }

    private static Object one(UUID[] ids) {
        return ids.length == 1 ? ids[0] : ids;
    }
}
