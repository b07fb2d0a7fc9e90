package se.bofast.person;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Permissions;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;

/// A person belongs to the whole board; a protected person does not exist for who may not see
/// protected people.
@Component
public class PersonRelations implements Relations {

    /// The kind of {@link Subject} a person is.
    public static final String KIND = "person";

    private final JdbcClient db;

    PersonRelations(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(Scope.BOARD, "person.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select protection from person.identity
                        where board_id = framework.board_id() and person_id = :person
                          and superseded_at is null
                        """)
                .param("person", subject.id())
                .query(String.class)
                .optional()
                .map(Protection::valueOf)
                .filter(protection -> !protection.hides() || seesProtected(actor))
                .map(protection -> Scope.BOARD);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hides(Actor actor, Subject subject) {
        return !seesProtected(actor)
                && db.sql(
                                """
                                select protection from person.identity
                                where board_id = framework.board_id() and person_id = :person
                                  and superseded_at is null
                                """)
                        .param("person", subject.id())
                        .query(String.class)
                        .optional()
                        .map(Protection::valueOf)
                        .map(Protection::hides)
                        .orElse(false);
    }

    static boolean seesProtected(Actor actor) {
        return Permissions.of(actor.roles(), Action.SEE_PROTECTED_PERSON) != Scope.NONE;
    }
}
