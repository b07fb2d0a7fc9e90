package se.bofast.support;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.kernel.PersonId;

/// What one must know of people before giving them a time.
@Component
class Invitees {

    /// @param interpreterLanguage null: no interpreter is needed
    record Invitee(boolean isProtected, @Nullable String interpreterLanguage) {}

    private final JdbcClient db;

    Invitees(JdbcClient db) {
        this.db = db;
    }

    /// In one query; people outside the caller's reach are left out.
    Map<PersonId, Invitee> of(Collection<PersonId> people) {
        var found = new HashMap<PersonId, Invitee>();
        if (people.isEmpty()) {
            return found;
        }
        db.sql(
                        """
                        select person_id, protected, language, interpreter from person.v_person
                        where board_id = framework.board_id() and person_id = any(:people)
                        """)
                .param(
                        "people",
                        people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(rs -> {
                    found.put(
                            new PersonId(rs.getObject("person_id", UUID.class)),
                            new Invitee(
                                    rs.getBoolean("protected"),
                                    rs.getBoolean("interpreter")
                                            ? rs.getString("language")
                                            : null));
                });
        return found;
    }
}
