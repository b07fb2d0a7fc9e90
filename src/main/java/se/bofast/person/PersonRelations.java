package se.bofast.person;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;

/// A person belongs to the whole board. A protected person does not exist for who has not been
/// entrusted with them: the wall of rows sees to it, so that no question can forget it.
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
                        select 'BOARD' from person.person
                        where board_id = framework.board_id() and id = :person
                        """)
                .param("person", subject.id())
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
}
