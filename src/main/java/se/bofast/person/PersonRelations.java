package se.bofast.person;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;
import se.bofast.kernel.PersonId;

/// A person belongs to the whole board; for a role whose work is not about everybody, to those whom
/// its work is about ({@link PersonTies}). A protected person does not exist for who has not been
/// entrusted with them: the wall of rows sees to it, so that no question can forget it.
@Component
public class PersonRelations implements Relations {

    /// The kind of {@link Subject} a person is.
    public static final String KIND = "person";

    private final JdbcClient db;
    private final Tied tied;

    PersonRelations(JdbcClient db, Tied tied) {
        this.db = db;
        this.tied = tied;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(Scope.UNIT, "person.reach.tied", Scope.BOARD, "person.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select 'BOARD' from person.person
                        where board_id = framework.board_id() and id = :person
                        """)
                .param("person", subject.id())
                .query(String.class)
                .optional()
                .map(Scope::valueOf)
                .map(board -> isTied(actor, subject) ? Scope.UNIT : board);
    }

    private boolean isTied(Actor actor, Subject subject) {
        return !Tied.seesAll(actor, Action.SEE_PERSON)
                && tied.to(actor).contains(new PersonId(subject.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hides(Actor actor, Subject subject) {
        return db.sql("select framework.hides(:person)")
                .param("person", subject.id())
                .query(Boolean.class)
                .single();
    }
}
