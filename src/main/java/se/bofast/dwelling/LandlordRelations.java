package se.bofast.dwelling;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Actor;
import se.bofast.access.Relations;
import se.bofast.access.Scope;
import se.bofast.access.Subject;

/// A landlord belongs to the whole board.
@Component
public class LandlordRelations implements Relations {

    /// The kind of {@link Subject} a landlord is.
    public static final String KIND = "landlord";

    private final JdbcClient db;

    LandlordRelations(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<Scope, String> rules() {
        return Map.of(Scope.BOARD, "dwelling.reach.board");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Scope> between(Actor actor, Subject subject) {
        return db.sql(
                        """
                        select id from dwelling.landlord
                        where board_id = framework.board_id() and id = :landlord
                        """)
                .param("landlord", subject.id())
                .query((rs, n) -> Scope.BOARD)
                .optional();
    }
}
