package se.bofast.person;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;

/// Changes the language a person reads, and whether an interpreter is booked with a meeting.
@Component
public class ChangingLanguage {

    /// @param language ISO 639-1 code
    public record Spoken(String language, boolean interpreter) {

        Map<String, String> fields() {
            return Map.of("language", language, "interpreter", String.valueOf(interpreter));
        }
    }

    private final JdbcClient db;
    private final Log log;

    ChangingLanguage(JdbcClient db, Log log) {
        this.db = db;
        this.log = log;
    }

    /// @throws NotFound if there is no such person
    @Transactional(readOnly = true)
    public Spoken of(PersonId person) {
        return db.sql(
                        """
                        select language, interpreter from person.person
                        where board_id = framework.board_id() and id = :person
                        """)
                .param("person", person.value())
                .query((rs, n) ->
                        new Spoken(rs.getString("language"), rs.getBoolean("interpreter")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /// Sets it whatever stood there before, for work no one watches.
    @Transactional
    public void change(Actor actor, PersonId person, Spoken spoken) {
        change(actor, person, of(person), spoken);
    }

    /// @param seen what stood there when the changer looked
    /// @return what stands there now if a colleague has changed it since; empty if it is changed
    @Transactional
    public Optional<Spoken> change(Actor actor, PersonId person, Spoken seen, Spoken spoken) {
        var before = of(person);
        if (before.equals(spoken)) {
            return Optional.empty();
        }
        var changed =
                db.sql(
                                """
                                update person.person set language = :language, interpreter = :interpreter
                                where board_id = framework.board_id() and id = :person
                                  and language = :seenLanguage and interpreter = :seenInterpreter
                                """)
                        .param("language", spoken.language())
                        .param("interpreter", spoken.interpreter())
                        .param("person", person.value())
                        .param("seenLanguage", seen.language())
                        .param("seenInterpreter", seen.interpreter())
                        .update();
        if (changed == 0) {
            return Optional.of(of(person));
        }
        log.record(
                LogEntry.of(Action.CHANGE_PERSON)
                        .because("LANGUAGE_CHANGED")
                        .about(PersonRelations.KIND, person.value())
                        .touching(person)
                        .changing(before.fields(), spoken.fields()));
        return Optional.empty();
    }
}
